"""What a reader found: one value, the words it came from, and what else it could have been."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from submissions.facts import plain


class Source(StrEnum):
    """Where the words stand; `start` and `end` of a `Found` are offsets in that text."""

    SUBJECT = "subject"
    SENDER = "from"
    BODY = "body"  # the text of the message
    CALENDAR = "calendar"  # `detail` names the VEVENT property
    PAPER = "paper"  # the text of a document; `detail` is its name and page
    ATTACHED = "attached"  # the text of a mail inside the mail; `detail` is its name


PLACE_FIELDS = frozenset({"venue", "address", "postcode", "town", "municipality", "province"})


@dataclass(frozen=True, slots=True)
class Found:
    """`field` is a name of `Facts`; `detail` the label, column or property it stood under.

    `confidence` lies between 0 and 1: over 0.9 the mail says it in so many words, under 0.5 it is
    a guess that an editor should look at.
    """

    field: str
    value: Any
    start: int = 0
    end: int = 0
    quote: str = ""
    source: Source = Source.BODY
    confidence: float = 0.5
    detail: str = ""
    alternatives: tuple["Found", ...] = dataclasses.field(default=(), compare=False)

    def to_json(self) -> dict[str, Any]:
        """As `Proposal.sources` keeps it."""
        stored = {
            "source": str(self.source),
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "confidence": round(self.confidence, 2),
            "detail": self.detail,
            "alternatives": [
                {"value": plain(other.value), **other.to_json()} for other in self.alternatives
            ],
        }
        return {name: value for name, value in stored.items() if value != ""}


def moved(found: Found, by: int) -> Found:
    """The same value, with offsets that count from `by` characters earlier."""
    return replace(found, start=found.start + by, end=found.end + by)


MAX_ALTERNATIVES = 5


def best(candidates: Iterable[Found]) -> dict[str, Found]:
    """The surest value of each field; other values of that field become its alternatives.

    Of equally sure ones the first wins, so readers give them in the order of trust.
    """
    by_field: dict[str, list[Found]] = {}
    for candidate in candidates:
        by_field.setdefault(candidate.field, []).append(candidate)
    return {name: _choose(found) for name, found in by_field.items()}


def _choose(found: list[Found]) -> Found:
    ordered = sorted(found, key=lambda one: -one.confidence)
    return replace(ordered[0], alternatives=tuple(_others(ordered))[:MAX_ALTERNATIVES])


def _others(ordered: list[Found]) -> Iterator[Found]:
    seen = [ordered[0].value]
    for one in ordered[1:]:
        if one.value not in seen:
            seen.append(one.value)
            yield replace(one, alternatives=())
