"""Speed and memory as ratios measured in one run; nothing here passes or fails on a time.

``--quick`` measures shorter and with less; ``web``, ``maken``, ``geheugen`` or ``post`` measures
only that part. Data and ports are its own.
"""

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from bench.measure import Result, table

PARTS = ("web", "maken", "geheugen", "post", "redactie")
ROOT = Path(__file__).resolve().parent.parent


def say(text: str) -> None:
    print(f"Stap: {text}", flush=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def results(scratch: Path, parts: set[str], *, quick: bool) -> Iterator[Result]:
    """The database only grows, from few activities to many."""
    from bench import desk, making, memory, post, reading, web

    seconds, visits = (2.0, 8) if quick else (8.0, 20)
    bare = 0.0
    if "geheugen" in parts and sys.platform == "linux":
        bare = memory.default_memory(scratch, free_port(), visits)
    if bare:
        fill(2027, 100)
        say("geheugen")
        yield from memory.measure(ROOT, os.environ, free_port(), visits, 100, bare)
    fill(2027, 1000)
    if "web" in parts:
        say("wat al gemaakt is")
        ports = [free_port() for _ in range(4)]
        yield from web.measure(ROOT, scratch, ports, rounds=3 if quick else 9, seconds=1)
    if "maken" in parts:
        say("wat gemaakt moet worden")
        yield from making.measure(seconds)
    if "post" in parts:
        say("post")
        yield from post.measure(os.environ, free_port(), 100 if quick else 400, seconds)
        say("mail lezen")
        yield from reading.measure(ROOT / "tests" / "mail" / "corpus", seconds=seconds)
    if "redactie" in parts:
        say("de redactie, met 5.000 inzendingen")
        yield from desk.measure(scratch, seconds=seconds)
    if bare:
        fill(2027, 10_000)
        say("geheugen")
        yield from memory.measure(ROOT, os.environ, free_port(), visits, 10_000, bare)
    if "maken" in parts:
        yield from growing(seconds, 10_000 if quick else 100_000)


def growing(seconds: float, large: int) -> Iterator[Result]:
    from bench import making

    fill(2027, 10_000)
    say("feeds")
    yield from making.feeds(2027, seconds, 10_000)
    fill(2028, 1000)
    yield making.linear((2028, 1000), (2027, 10_000), seconds)
    fill(2029, 100)
    fill(2027, large)
    say("groei")
    yield from making.growth((2029, 100), (2027, large), seconds)


def fill(year: int, count: int) -> None:
    from django.core.management import call_command

    say(f"editie {year} vullen tot {count} activiteiten")
    call_command("generate_programme", edition=year, activities=count, stdout=StringIO())


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="actieweek-bench-") as folder:
        for name in ("DATABASE_URL", "PRODUCTION", "EMAIL_URL", "SITE_URL", "ALLOWED_HOSTS"):
            os.environ.pop(name, None)
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "actieweek.settings"}
        os.chdir(ROOT)
        import django

        django.setup()
        prepare()
        parts = {name for name in PARTS if name in sys.argv} or set(PARTS)
        found = []
        for result in results(Path(folder), parts, quick="--quick" in sys.argv):
            say(f"{result.name}: {result.ratio:.2f}")
            found.append(result)
        print("\n" + table(found))


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
