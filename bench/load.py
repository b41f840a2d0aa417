"""Requests a second over one kept connection: by wrk where it is there, otherwise by our own loop.

One connection, because several may all land on one worker and halve the figure. What is compared
is asked in turns, round after round, so that a busy machine is busy for both.
"""

import http.client
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bench.measure import Result

WRK = shutil.which("wrk")
WARM_VISITS = 24  # over connections of their own, so that every worker has its copies


@dataclass(frozen=True)
class Request:
    port: int
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200

    def get(self) -> tuple[Mapping[str, str], bytes]:
        """Headers (by lower-case name) and content; fails on another status."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        client.request("GET", self.path, headers=dict(self.headers))
        answer = client.getresponse()
        content = answer.read()
        client.close()
        assert answer.status == self.status, (self.path, answer.status)
        return {name.lower(): value for name, value in answer.getheaders()}, content

    def warm(self) -> None:
        for _ in range(WARM_VISITS):
            self.get()

    def rate(self, seconds: float) -> float:
        return self._by_wrk(seconds) if WRK else self._by_loop(seconds)

    def _by_wrk(self, seconds: float) -> float:
        command = [WRK or "", "-t1", "-c1", f"-d{max(1, round(seconds))}s"]
        for name, value in self.headers.items():
            command += ["-H", f"{name}: {value}"]
        url = f"http://127.0.0.1:{self.port}{self.path}"
        told = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
        assert "Non-2xx" not in told, told
        found = re.search(r"Requests/sec:\s+([\d.]+)", told)
        assert found, told
        return float(found[1])

    def _by_loop(self, seconds: float) -> float:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        count, start = 0, time.perf_counter()
        while time.perf_counter() - start < seconds:
            client.request("GET", self.path, headers=dict(self.headers))
            client.getresponse().read()
            count += 1
        client.close()
        return count / (time.perf_counter() - start)


@dataclass(frozen=True)
class Race:
    name: str
    ours: Request
    limit: Request
    at_least: float  # of the limit's rate


def run(races: Iterable[Race], rounds: int, seconds: float) -> list[Result]:
    """Medians of the rates, and of the ratio within each round."""
    races = list(races)
    rates: dict[str, tuple[list[float], list[float]]] = {race.name: ([], []) for race in races}
    for race in races:
        race.ours.warm()
        race.limit.warm()
    for _ in range(rounds):
        for race in races:
            for request, measured in zip((race.ours, race.limit), rates[race.name], strict=True):
                measured.append(request.rate(seconds))
    return [_result(race, *rates[race.name]) for race in races]


def _result(race: Race, ours: list[float], limit: list[float]) -> Result:
    ratio = statistics.median(one / other for one, other in zip(ours, limit, strict=True))
    return Result(
        race.name,
        f"{statistics.median(ours):,.0f}/s".replace(",", "."),
        f"{statistics.median(limit):,.0f}/s".replace(",", "."),
        ratio,
        f"≥ {race.at_least:g}",
        ratio >= race.at_least,
    )
