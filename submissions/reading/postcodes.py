"""What the four digits of a postcode tell: the municipality they are given out in."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

POSTCODE = re.compile(r"(?<![\w])([1-9]\d{3})\s?([A-Z]{2})(?![\w])")


@dataclass(frozen=True, slots=True)
class Postcodes:
    """Ranges that do not overlap, by their first code; `homes` are names of municipalities."""

    firsts: tuple[int, ...] = ()
    lasts: tuple[int, ...] = ()
    homes: tuple[str, ...] = ()

    def municipality(self, code: int) -> str:
        """Its name, or nothing for a code that is in no range."""
        at = bisect_right(self.firsts, code) - 1
        return self.homes[at] if at >= 0 and code <= self.lasts[at] else ""


def table_of(ranges: Iterable[tuple[int, int, str]]) -> Postcodes:
    """From first and last code with the name of the municipality, in any order."""
    ordered = sorted(ranges)
    return Postcodes(
        tuple(first for first, _, _ in ordered),
        tuple(last for _, last, _ in ordered),
        tuple(home for _, _, home in ordered),
    )
