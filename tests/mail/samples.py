"""Real mails, and mails as small as a test needs them."""

from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"


def real_mails() -> list[Path]:
    return sorted(CORPUS.glob("*.eml"))


def real(number: str) -> bytes:
    return next(CORPUS.glob(f"{number}-*.eml")).read_bytes()


def make_raw(body: str = "Hallo", *lines: str, **fields: str) -> bytes:
    """A mail of header lines and a body, with CRLF; ``content_type="…"`` sets Content-Type."""
    head = {"from": "Jo <jo@example.org>", "subject": "Test"} | fields
    named = [f"{name.replace('_', '-').title()}: {value}" for name, value in head.items() if value]
    return "\r\n".join([*named, *lines, "", body, ""]).encode()
