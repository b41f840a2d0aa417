"""A building that is told of more than once in a mail has its address only the first time."""

from collections.abc import Sequence
from dataclasses import replace

from agenda.models.fields import fold
from submissions.reading.found import PLACE_FIELDS, Found

_OF_ADDRESS = PLACE_FIELDS - {"venue"}
TRUST = 0.8  # of what was told of the same building, less


def with_addresses(groups: list[list[Found]]) -> list[list[Found]]:
    """What another activity of the mail tells of the street of the same building."""
    if len(groups) < 2:
        return groups
    known: dict[str, list[Found]] = {}
    for group in groups:
        name = _house(group)
        if name and any(one.field == "address" for one in group):
            known.setdefault(name, [one for one in group if one.field in _OF_ADDRESS])
    return [
        group
        if any(one.field == "address" for one in group)
        else [*group, *(_less(one) for one in known.get(_house(group), ()))]
        for group in groups
    ]


def _house(group: Sequence[Found]) -> str:
    """The surest name of a building, as it can be compared."""
    venues = [one for one in group if one.field == "venue"]
    return fold(str(max(venues, key=_sure).value)) if venues else ""


def _sure(one: Found) -> float:
    return one.confidence


def _less(one: Found) -> Found:
    return replace(one, confidence=one.confidence * TRUST)
