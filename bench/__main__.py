"""Speed and memory as ratios measured in one run; nothing here passes or fails on a time.

``--quick`` measures shorter and with less. Data and ports are its own.
"""

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Result, table

ROOT = Path(__file__).resolve().parent.parent


def say(text: str) -> None:
    print(f"Stap: {text}", flush=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def results(scratch: Path, *, quick: bool) -> Iterator[Result]:
    from django.core.management import call_command

    from bench import desk, memory, pages, post, reading

    say("database maken met 1.000 activiteiten")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_programme")
    call_command("open_edition", 2027)
    call_command("generate_programme", edition=2027, activities=1000)
    say("de agenda en de feed")
    yield from pages.measure(seconds=2 if quick else 8)
    say("post")
    messages, seconds = (100, 2.0) if quick else (400, 8.0)
    yield from post.measure(os.environ, free_port(), messages, seconds)
    say("mail lezen")
    yield from reading.measure(ROOT / "tests" / "mail" / "corpus", seconds=2 if quick else 8)
    say("de redactie, met 5.000 inzendingen")
    yield from desk.measure(scratch, seconds=2 if quick else 8)
    say("geheugen, met 10.000 activiteiten")
    call_command("generate_programme", edition=2027, activities=10_000)
    if sys.platform == "linux":
        yield from memory.measure(ROOT, scratch, os.environ, free_port(), visits=8 if quick else 20)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="actieweek-bench-") as folder:
        for name in ("DATABASE_URL", "PRODUCTION", "EMAIL_URL", "SITE_URL", "ALLOWED_HOSTS"):
            os.environ.pop(name, None)
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "actieweek.settings"}
        os.chdir(ROOT)
        import django

        django.setup()
        print("\n" + table(list(results(Path(folder), quick="--quick" in sys.argv))))


if __name__ == "__main__":
    main()
