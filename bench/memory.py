"""Memory of the web processes after some visits, against a default Django project's (Linux)."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from actieweek.supervisor import procfile
from bench.measure import Result
from bench.post import wait_for

AT_MOST, AT_MOST_SMALL = 2.0, 1.3
OURS = (
    "/",
    "/2027/",
    "/2027/agenda/",
    "/2027/agenda/?q=ouders",
    "/2027/agenda/?vorm=online",
    "/2019/agenda/",
    "/aanmelden/",
)
# Seconds each, and both workers should make them.
LARGE = ("/2027/agenda.ics", "/2027/agenda.json", "/2027/agenda.csv", "/2027/agenda.atom")
LARGE_VISITS = 4
DEFAULT = ("/admin/login/",)


@contextmanager
def served(command: list[str], port: int, folder: Path, env: Mapping[str, str]) -> Iterator[int]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    server = subprocess.Popen(
        command,
        cwd=folder,
        env={**env, "PATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def visit(port: int, addresses: tuple[str, ...], visits: int, coding: str = "identity") -> None:
    for _ in range(visits):
        for address in addresses:
            url = f"http://127.0.0.1:{port}{address}"
            headers = {"Accept-Encoding": coding}
            asked = urllib.request.Request(url, headers=headers)
            with urllib.request.urlopen(asked, timeout=120) as answer:  # noqa: S310 - our own
                while answer.read(65536):
                    pass


def proportional_megabytes(pid: int) -> float:
    """PSS of a process and all below it: what is shared counts once (Linux)."""
    total = 0
    for process in [pid, *below(pid)]:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def below(pid: int) -> list[int]:
    children = [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [*children, *(lower for child in children for lower in below(child))]


def default_project(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """A project as `startproject` makes it, migrated; the environment to serve it with."""
    django = [sys.executable, "-m", "django"]
    subprocess.run([*django, "startproject", "plain", str(folder)], check=True)
    kept = {**environment, "DJANGO_SETTINGS_MODULE": "plain.settings", "PYTHONPATH": str(folder)}
    subprocess.run([*django, "migrate", "--verbosity", "0"], cwd=folder, env=kept, check=True)
    return kept


def default_memory(scratch: Path, port: int, visits: int) -> float:
    """Megabytes of the default project under the same server."""
    folder = scratch / "plain"
    folder.mkdir()
    plain = default_project(folder, {"PATH": os.environ["PATH"]})
    command = ["granian", "--interface", "wsgi", "--workers", "2", "--port", str(port)]
    with served([*command, "plain.wsgi:application"], port, folder, plain) as pid:
        visit(port, DEFAULT, visits)
        return proportional_megabytes(pid)


def measure(
    root: Path, environment: Mapping[str, str], port: int, visits: int, count: int, bare: float
) -> Iterator[Result]:
    """With `count` activities: after pages and feeds, uncoded and coded."""
    web = procfile(root / "Procfile", {"PORT": str(port), "LMTP_PORT": "0"})["web"]
    most = AT_MOST if count > 1000 else AT_MOST_SMALL
    number = f"{count:,}".replace(",", ".")
    with served(web, port, root, environment) as pid:
        visit(port, OURS, visits)
        yield row(f"{number} activiteiten, pagina's", proportional_megabytes(pid), bare, most)
        visit(port, LARGE, LARGE_VISITS)
        visit(port, LARGE, LARGE_VISITS, coding="gzip")
        yield row(f"{number} activiteiten, ook elke feed", proportional_megabytes(pid), bare, most)


def row(what: str, ours: float, bare: float, most: float) -> Result:
    return Result(
        f"geheugen van web, {what} | leeg Django-project",
        f"{ours:.0f} MB",
        f"{bare:.0f} MB",
        ours / bare,
        f"≤ {most:g}",
        ours / bare <= most,
    )
