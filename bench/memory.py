"""Memory of the web processes after some visits, against a default Django project's (Linux)."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Result
from bench.post import wait_for

AT_MOST = 2.0
OURS = (
    "/",
    "/2027/",
    "/2027/agenda/",
    "/2027/agenda/?pagina=50",
    "/2027/agenda/?q=ouders",
    "/2019/agenda/",
    "/aanmelden/",
)
LARGE = ("/2027/agenda.ics", "/2027/agenda.json")  # seconds each; both workers make them
LARGE_VISITS = 4
DEFAULT = ("/admin/login/",)


@contextmanager
def served(
    application: str, port: int, folder: Path, environment: Mapping[str, str]
) -> Iterator[int]:
    granian = Path(sys.executable).with_name("granian")
    server = subprocess.Popen(
        [
            *(str(granian), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--workers", "2", "--blocking-threads", "4", "--log-level", "error", application),
        ],
        cwd=folder,
        env=dict(environment),
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def visit(port: int, addresses: tuple[str, ...], visits: int) -> None:
    for _ in range(visits):
        for address in addresses:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=60) as answer:
                answer.read()


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


def measure(
    root: Path, scratch: Path, environment: Mapping[str, str], port: int, visits: int
) -> Result:
    with served("actieweek.wsgi:application", port, root, environment) as pid:
        visit(port, OURS, visits)
        visit(port, LARGE, LARGE_VISITS)
        ours = proportional_megabytes(pid)
    folder = scratch / "plain"
    folder.mkdir()
    plain = default_project(folder, {"PATH": os.environ["PATH"]})
    with served("plain.wsgi:application", port, folder, plain) as pid:
        visit(port, DEFAULT, visits)
        bare = proportional_megabytes(pid)
    ratio = ours / bare
    return Result(
        "geheugen van web, 10.000 activiteiten",
        f"{ours:.0f} MB",
        f"{bare:.0f} MB",
        ratio,
        f"< {AT_MOST:g}",
        ratio < AT_MOST,
    )
