"""What the sender sent, for reading beside the proposals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models.functions import Substr

from mail import mime
from mail.models import InboundMessage
from moderation.marking import Piece, pieces, spans
from submissions.models import Proposal, Submission

HEAD_LIMIT = 65_536  # bytes of the raw mail that are read for its headers
TEXT_LIMIT = 100_000  # characters that are shown; the rest is in the raw source
SOURCE_LIMIT = 20_000  # bytes of a mail without text that are shown as they came
_SHOWN = {
    "from": "Van",
    "to": "Aan",
    "cc": "Kopie",
    "reply-to": "Antwoord aan",
    "date": "Datum",
    "subject": "Onderwerp",
}


@dataclass(frozen=True)
class Original:
    """`headers` are those of a mail, empty for a form; `pieces` the text with its marks.

    `source` is the beginning of a raw mail that has no text to read.
    """

    headers: list[tuple[str, list[Piece]]]
    pieces: list[Piece]
    source: str = ""
    is_cut: bool = False


def original_of(item: Submission, proposals: Sequence[Proposal]) -> Original:
    text = _marked(item.text[:TEXT_LIMIT], proposals, "body")
    if not item.message_id:
        return Original([], text)
    start = _start(item)
    source = "" if item.text.strip() else start[:SOURCE_LIMIT].decode(errors="replace")
    headers = list(_headers(start, proposals))
    return Original(headers, text, source, is_cut=len(item.text) > TEXT_LIMIT)


def _headers(start: bytes, proposals: Sequence[Proposal]) -> Iterator[tuple[str, list[Piece]]]:
    """The headers a person looks at, decoded."""
    head, _, _ = start.replace(b"\r\n", b"\n").partition(b"\n\n")
    message = mime.read(head + b"\n\n")
    for name, label in _SHOWN.items():
        for value in message.headers.all(name):
            source = {"subject": "subject", "from": "from"}.get(name)
            yield label, _marked(value, proposals, source) if source else [Piece(value)]


def _start(item: Submission) -> bytes:
    """The beginning of the raw mail, which may be 50 MB."""
    rows = InboundMessage.objects.filter(submission=item)
    return bytes(rows.values_list(Substr("raw", 1, HEAD_LIMIT), flat=True).first() or b"")


def _marked(text: str, proposals: Sequence[Proposal], source: str) -> list[Piece]:
    return pieces(text, spans(text, proposals, source))
