"""The lists of villages and postcodes beside this file; their first lines tell the source."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from submissions.reading.context import Town
from submissions.reading.postcodes import Postcodes, table_of

VILLAGES = Path(__file__).with_name("villages.txt")
POSTCODES = Path(__file__).with_name("postcodes.txt")
MEANT = "*"


def villages() -> Iterator[tuple[str, str, bool]]:
    """Name, municipality, and whether the bare name means this one of several."""
    for home, names in _lines(VILLAGES):
        for name in names.split(", "):
            yield name.removesuffix(MEANT), home, name.endswith(MEANT)


def village_towns(homes: Mapping[str, Town]) -> Iterator[Town]:
    """The villages of these municipalities, which are given by their name."""
    for name, home, meant in villages():
        if home in homes:
            yield replace(homes[home], name=name, meant=meant)


@lru_cache
def postcodes() -> Postcodes:
    return table_of(postcode_ranges())


def postcode_ranges() -> Iterator[tuple[int, int, str]]:
    for home, ranges in _lines(POSTCODES):
        for one in ranges.split():
            first, _, last = one.partition("-")
            yield int(first), int(last or first), home


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            home, _, rest = line.partition(": ")
            yield home, rest
