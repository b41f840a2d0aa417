"""Cards as they were drawn before: after a change all but one of a page's hundred are the same."""

from functools import lru_cache
from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from agenda.cards import Card

MOST = 1000  # of about 1 KB


class _Shown:
    """A card by all that its template can tell: two with the same facts are drawn the same."""

    __slots__ = ("card", "facts")

    def __init__(self, card: Card) -> None:
        self.card: Card | None = card
        activity = card.activity
        place = activity.municipality, activity.region
        related = (
            activity.edition.year,
            activity.kind.name,
            activity.kind.species,
            *map(str, place),
        )
        self.facts = (*_values(activity), *_values(card), *related)

    def __hash__(self) -> int:
        return hash(self.facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown) and self.facts == other.facts


def _values(thing: object) -> list[Any]:
    """Of its own fields, which ones there are included; not the rows that hang on it."""
    return [
        (name, value)
        for name, value in vars(thing).items()
        if name not in {"_state", "activity", "_prefetched_objects_cache"}
    ]


def drawn(card: Card) -> SafeString:
    return mark_safe(_drawn(_Shown(card)))


@lru_cache(maxsize=MOST)
def _drawn(shown: _Shown) -> str:
    card, shown.card = shown.card, None  # what is kept is the key, without its activity
    return get_template("pieces/card.html").render({"card": card})


forget = _drawn.cache_clear
