"""What the sender sent, for reading beside the proposals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models.functions import Substr

from mail import mime
from mail.message import ReadMessage
from mail.models import InboundMessage
from moderation.marking import Piece, pieces, spans
from submissions.models import Proposal, Submission

HEAD_LIMIT = 65_536  # bytes of the raw mail that are read for its headers
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
    """`headers` are those of a mail, empty for a form; `pieces` the text with its marks."""

    headers: list[tuple[str, list[Piece]]]
    pieces: list[Piece]


def original_of(item: Submission, proposals: Sequence[Proposal]) -> Original:
    return Original(
        headers=list(_headers(item, proposals)) if item.message_id else [],
        pieces=_marked(item.text, proposals, "body"),
    )


def _headers(item: Submission, proposals: Sequence[Proposal]) -> Iterator[tuple[str, list[Piece]]]:
    """The headers a person looks at, decoded. Of the raw mail only its head is fetched."""
    message = _head(item)
    for name, label in _SHOWN.items():
        for value in message.headers.all(name):
            source = {"subject": "subject", "from": "from"}.get(name)
            yield label, _marked(value, proposals, source) if source else [Piece(value)]


def _head(item: Submission) -> ReadMessage:
    rows = InboundMessage.objects.filter(submission=item)
    raw = rows.values_list(Substr("raw", 1, HEAD_LIMIT), flat=True).first() or b""
    head, _, _ = bytes(raw).replace(b"\r\n", b"\n").partition(b"\n\n")
    return mime.read(head + b"\n\n")


def _marked(text: str, proposals: Sequence[Proposal], source: str) -> list[Piece]:
    return pieces(text, spans(text, proposals, source))
