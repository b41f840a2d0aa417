"""What the sender sent, for reading beside the proposals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models.functions import Substr

from mail import mime
from mail.message import ReadMessage
from mail.models import InboundMessage
from moderation.marking import Piece, pieces, spans
from moderation.talk import about_sender
from moderation.templatetags.desk import moment
from submissions.models import Proposal, Submission
from submissions.opening.saved import mails_in

RAW_LIMIT = 1_000_000  # bytes of the raw mail that are read to show a page
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

    `attached` holds subject and text of mails within the mail, `source` the beginning of a raw
    mail that has no text to read, `sender` whether it is who it seems.
    """

    headers: list[tuple[str, list[Piece]]]
    pieces: list[Piece]
    attached: list[tuple[str, list[Piece]]] = field(default_factory=list)
    source: str = ""
    is_cut: bool = False
    sender: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[list[Piece]]:
        """All that may be marked, in the order of the page."""
        texts = [*(text for _, text in self.headers), self.pieces]
        return texts + [text for _, text in self.attached]


def original_of(item: Submission, proposals: Sequence[Proposal]) -> Original:
    text = _marked(item.text[:TEXT_LIMIT], proposals, "body")
    if item.message is None:
        return Original([], text)
    raw = _start(item)
    head = _head(raw)
    whole = item.message.size <= len(raw)
    attached = mails_in(mime.read(raw)) if whole else []
    readable = item.text.strip() or attached
    return Original(
        headers=list(_headers(head, proposals)),
        pieces=text,
        attached=[
            (one.subject, _marked(one.text[:TEXT_LIMIT], proposals, "attached")) for one in attached
        ],
        source="" if readable else raw[:SOURCE_LIMIT].decode(errors="replace"),
        is_cut=len(item.text) > TEXT_LIMIT,
        sender=about_sender(item, head.dmarc),
    )


def _head(start: bytes) -> ReadMessage:
    head, _, _ = start.replace(b"\r\n", b"\n").partition(b"\n\n")
    return mime.read(head + b"\n\n", authserv_id=settings.AUTHSERV_ID)


def _headers(
    message: ReadMessage, proposals: Sequence[Proposal]
) -> Iterator[tuple[str, list[Piece]]]:
    """The headers a person looks at, decoded."""
    for name, label in _SHOWN.items():
        if name == "date" and message.date:
            yield label, [Piece(moment(message.date))]
            continue
        for value in message.headers.all(name):
            source = {"subject": "subject", "from": "from"}.get(name)
            yield label, _marked(value, proposals, source) if source else [Piece(value)]


def _start(item: Submission) -> bytes:
    """The raw mail, or the beginning of a large one: it may be 50 MB."""
    rows = InboundMessage.objects.filter(submission=item)
    return bytes(rows.values_list(Substr("raw", 1, RAW_LIMIT), flat=True).first() or b"")


def _marked(text: str, proposals: Sequence[Proposal], source: str) -> list[Piece]:
    return pieces(text, spans(text, proposals, source))
