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

    @property
    def names(self) -> str:
        return " ".join(self.keys)


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    key: str


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
                found.append(Span(*place, key_of(proposal, name)))
    return found


def pieces(text: str, marked: Iterable[Span]) -> list[Piece]:
    """The whole text, cut at every border of a span; spans may overlap."""
    marked = list(marked)
    borders = {0, len(text)} | {span.start for span in marked} | {span.end for span in marked}
    cuts = sorted(borders)
    return [
        Piece(
            text[start:end],
            [span.key for span in marked if span.start <= start and end <= span.end],
        )
        for start, end in pairwise(cuts)
    ]


def is_invited(source: Any) -> bool:
    """Whether the value stands in a calendar part, whose words say less than the value."""
    return isinstance(source, dict) and source.get("source") == "calendar"


def whence_of(source: Any) -> str:
    """The document, and its page, that the value stands in; empty for the mail itself."""
    is_paper = isinstance(source, dict) and source.get("source") == "paper"
    return _detail(source) if is_paper else ""


def _detail(source: Any) -> str:
    return str(source.get("detail") or "") if isinstance(source, dict) else ""


def quote_of(source: Any) -> str:
    """The words that the value came from, without quotes of their own: the page puts its own."""
    if is_invited(source):
        return ""
    quote = source.get("quote") if isinstance(source, dict) else ""
    return " ".join(str(quote or "").split()).strip(QUOTES)


def others_of(source: Any) -> list[str]:
    """The words that the value could have come from as well."""
    others = source.get("alternatives") if isinstance(source, dict) else None
    return [quote for other in others or [] if (quote := quote_of(other))]


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
