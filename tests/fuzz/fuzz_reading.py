"""Coverage-guided fuzzing of the mail reader and the invitation reader.

    pip install atheris
    python -m tests.fuzz.fuzz_reading [mail|invitation] -max_total_time=3600 -timeout=5

Not part of the suite: it runs for as long as it is given. What it found stands in ordinary tests.
An input that raises, or takes more than five seconds, ends the run and is written to ``crash-…``.
"""

import os
import sys
import tempfile
from pathlib import Path

import atheris

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ROOMS = ["mail", "submissions.reading", "icalendar"]

with atheris.instrument_imports(include=ROOMS):
    import django

    django.setup()
    from mail import mime
    from submissions.reading.propose import propose
    from tests.submissions.readers import make_context

MAILS = Path(__file__).parents[1] / "mail" / "corpus"
CONTEXT = make_context()
AROUND = (
    b'From: a@b.example\r\nContent-Type: text/calendar; method=REQUEST; charset="utf-8"\r\n\r\n'
)


def read_mail(data: bytes) -> None:
    propose(mime.read(data), CONTEXT)


def read_invitation(data: bytes) -> None:
    propose(mime.read(AROUND + data), CONTEXT)


def seeds(target: str) -> str:
    """A folder with what the fuzzer starts from."""
    folder = tempfile.mkdtemp(prefix="fuzz-")
    for mail in sorted(MAILS.glob("*.eml")):
        raw = mail.read_bytes()
        if target == "invitation":
            for number, text in enumerate(mime.read(raw).calendars):
                (Path(folder) / f"{mail.stem}-{number}").write_text(text.text)
        elif len(raw) < 20_000:
            (Path(folder) / mail.stem).write_bytes(raw)
    return folder


def main() -> None:
    targets = {"mail": read_mail, "invitation": read_invitation}
    target = sys.argv.pop(1) if sys.argv[1:] and sys.argv[1] in targets else "mail"
    atheris.Setup([*sys.argv, seeds(target)], targets[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
