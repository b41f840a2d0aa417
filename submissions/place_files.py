"""The list of villages beside this file; its first lines tell the source."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from agenda.postcodes import homes_and_more
from submissions.reading.context import Town

VILLAGES = Path(__file__).with_name("villages.txt")
MEANT = "*"


def villages() -> Iterator[tuple[str, str, bool]]:
    """Name, municipality, and whether the bare name means this one of several."""
    for home, names in homes_and_more(VILLAGES):
        for name in names.split(", "):
            yield name.removesuffix(MEANT), home, name.endswith(MEANT)


def village_towns(homes: Mapping[str, Town]) -> Iterator[Town]:
    """The villages of these municipalities, which are given by their name."""
    for name, home, meant in villages():
        if home in homes:
            yield replace(homes[home], name=name, meant=meant)
