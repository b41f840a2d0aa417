"""Speed and memory as ratios measured in one run; nothing here passes or fails on a time.

``--quick`` measures shorter and with less; ``web``, ``geheugen`` or ``post`` measures that alone.
Data and ports are its own.
"""

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from bench.measure import Result, table

PARTS = ("web", "geheugen", "post")
ROOT = Path(__file__).resolve().parent.parent


def say(text: str) -> None:
    print(f"Stap: {text}", flush=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def results(scratch: Path, *, quick: bool, only: str) -> Iterator[Result]:
    from bench import post, reading

    seconds = 2.0 if quick else 8.0
    if only in {"", "web", "geheugen"}:
        yield from programme(scratch, quick=quick, only=only)
    if only in {"", "post"}:
        say("post")
        yield from post.measure(os.environ, free_port(), 100 if quick else 400, seconds)
        say("mail lezen")
        yield from reading.measure(ROOT / "tests" / "mail" / "corpus", seconds=seconds)


def programme(scratch: Path, *, quick: bool, only: str) -> Iterator[Result]:
    """Pages and feeds, from few activities to many: the database only grows."""
    from django.core.management import call_command

    from bench import making, memory, web

    def fill(year: int, count: int) -> None:
        say(f"editie {year} vullen tot {count} activiteiten")
        call_command("generate_programme", edition=year, activities=count, stdout=StringIO())

    seconds, visits = (2.0, 8) if quick else (8.0, 20)
    large = 10_000 if quick else 100_000
    bare = memory.default_memory(scratch, free_port(), visits) if sys.platform == "linux" else 0
    fill(2027, 100)
    if bare:
        say("geheugen")
        yield from memory.measure(ROOT, os.environ, free_port(), visits, 100, bare)
    if only != "geheugen":
        fill(2027, 1000)
        say("wat al gemaakt is")
        ports = [free_port() for _ in range(4)]
        yield from web.measure(ROOT, scratch, ports, rounds=3 if quick else 9, seconds=1)
        say("wat gemaakt moet worden")
        yield from making.measure(seconds)
    fill(2027, 10_000)
    if bare:
        say("geheugen")
        yield from memory.measure(ROOT, os.environ, free_port(), visits, 10_000, bare)
    if only == "geheugen":
        return
    say("feeds")
    yield from making.feeds(2027, seconds, 10_000)
    fill(2028, 100)
    fill(2028, 1000)
    yield making.linear((2028, 1000), (2027, 10_000), seconds)
    fill(2029, 100)
    if not quick:
        fill(2027, large)
    yield from making.growth((2029, 100), (2027, large), seconds)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="actieweek-bench-") as folder:
        for name in ("DATABASE_URL", "PRODUCTION", "EMAIL_URL", "SITE_URL", "ALLOWED_HOSTS"):
            os.environ.pop(name, None)
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "actieweek.settings"}
        os.chdir(ROOT)
        import django

        django.setup()
        prepare()
        only = next((name for name in PARTS if name in sys.argv), "")
        print("\n" + table(list(results(Path(folder), quick="--quick" in sys.argv, only=only))))


def prepare() -> None:
    from django.core.management import call_command

    say("database en bestanden maken")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_programme", stdout=StringIO())
    for year in (2027, 2028, 2029):
        call_command("open_edition", year, stdout=StringIO())


if __name__ == "__main__":
    main()
