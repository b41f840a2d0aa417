"""The words of the original that the proposals' values came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from submissions.models import Proposal

DOUBT = 0.5  # a lower confidence is a guess
QUOTES = "‘’“”„\"'"


@dataclass
class Piece:
    """A stretch of the text, and the fields (``v12-title``) whose value stands in it."""

    text: str
    keys: list[str] = field(default_factory=list)
    target: str = ""  # the field that a click on the words leads to
    anchor: str = ""  # the id that the field's quote leads to

    @property
    def names(self) -> str:
        return " ".join(self.keys)


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    key: str
    live: bool = True  # its field is on the page


def key_of(proposal: Proposal, name: str) -> str:
    return f"v{proposal.pk}-{name}"


def spans(text: str, proposals: Iterable[Proposal], where: str, file: str = "") -> list[Span]:
    """Where the values stand in the text called `where` (``body``, ``subject``, ``from``,
    ``paper``); of documents there may be several, and `file` is the name of one.
    """
    found = []
    for proposal in proposals:
        for name, source in proposal.sources.items():
            place = _place(text, source, where)
            if place is not None and _detail(source).startswith(file):
                found.append(Span(*place, key_of(proposal, name), proposal.is_pending))
    return found


def pieces(text: str, marked: Iterable[Span]) -> list[Piece]:
    """The whole text, cut at every border of a span; spans may overlap."""
    marked = list(marked)
    borders = {0, len(text)} | {span.start for span in marked} | {span.end for span in marked}
    cuts = sorted(borders)
    return [_piece(text, start, end, marked) for start, end in pairwise(cuts)]


def _piece(text: str, start: int, end: int, marked: list[Span]) -> Piece:
    within = [span for span in marked if span.start <= start and end <= span.end]
    # Of words in words the shortest span is what was meant by a click.
    live = sorted((span for span in within if span.live), key=lambda span: span.end - span.start)
    target = live[0].key if live else ""
    return Piece(text[start:end], [span.key for span in within], target)


def anchored(texts: Iterable[list[Piece]]) -> dict[str, str]:
    """Number the marks of a page; gives for each field the id of the first words of its value."""
    found: dict[str, str] = {}
    marked = (piece for text in texts for piece in text if piece.keys)
    for number, piece in enumerate(marked, 1):
        piece.anchor = f"woorden-{number}"
        for key in piece.keys:
            found.setdefault(key, piece.anchor)
    return found


def is_invited(source: Any) -> bool:
    """Whether the value stands in a calendar part, whose words say less than the value."""
    return isinstance(source, dict) and source.get("source") == "calendar"


def _detail(source: Any) -> str:
    return str(source.get("detail") or "") if isinstance(source, dict) else ""


def quote_of(source: Any) -> str:
    """The words that the value came from, without quotes of their own: the page puts its own."""
    if is_invited(source):
        return ""
    quote = source.get("quote") if isinstance(source, dict) else ""
    return " ".join(str(quote or "").split()).strip(QUOTES)


def is_doubtful(source: Any) -> bool:
    """Whether the value is a guess that somebody should look at."""
    confidence = source.get("confidence") if isinstance(source, dict) else None
    return isinstance(confidence, int | float) and confidence < DOUBT


def _place(text: str, source: Any, where: str) -> tuple[int, int] | None:
    """By its numbers where the quote stands there, otherwise where the quote stands first."""
    if not isinstance(source, dict) or source.get("source") != where:
        return None
    quote = str(source.get("quote") or "")
    if not quote:
        return None
    start, end = source.get("start"), source.get("end")
    if isinstance(start, int) and isinstance(end, int) and text[start:end] == quote:
        return start, end
    start = text.find(quote)
    return (start, start + len(quote)) if start >= 0 else None
