"""Postcodes: the municipality that the four digits are given out in, and where fewer of them lie.

The first two digits are an area around one town (PTT's sorting areas of 1978). That is near enough
for "within 20 kilometres" of what somebody has half typed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).with_name("postcodes.txt")  # its first lines tell the source
SHAPE = re.compile(r"([1-9][0-9])([0-9]{0,2})( ?[A-Za-z]{2})?")
_TOWNS = """
10 Amsterdam|11 Amstelveen|12 Hilversum|13 Almere|14 Purmerend|15 Zaanstad|16 Hoorn|17 Schagen
18 Alkmaar|19 Beverwijk|20 Haarlem|21 Haarlemmermeer|22 Katwijk|23 Leiden|24 Alphen aan den Rijn
25 's-Gravenhage|26 Delft|27 Zoetermeer|28 Gouda|29 Capelle aan den IJssel|30 Rotterdam
31 Vlaardingen|32 Nissewaard|33 Dordrecht|34 Nieuwegein|35 Utrecht|36 Stichtse Vecht|37 Zeist
38 Amersfoort|39 Veenendaal|40 Tiel|41 Culemborg|42 Gorinchem|43 Middelburg|44 Goes|45 Terneuzen
46 Bergen op Zoom|47 Roosendaal|48 Breda|49 Oosterhout|50 Tilburg|51 Waalwijk|52 's-Hertogenbosch
53 Oss|54 Meierijstad|55 Veldhoven|56 Eindhoven|57 Helmond|58 Venray|59 Venlo|60 Weert
61 Sittard-Geleen|62 Maastricht|63 Heerlen|64 Kerkrade|65 Nijmegen|66 Wijchen|67 Ede|68 Arnhem
69 Zevenaar|70 Doetinchem|71 Winterswijk|72 Zutphen|73 Apeldoorn|74 Deventer|75 Enschede|76 Almelo
77 Hardenberg|78 Emmen|79 Hoogeveen|80 Zwolle|81 Raalte|82 Lelystad|83 Steenwijkerland
84 Heerenveen|85 De Fryske Marren|86 Súdwest-Fryslân|87 Súdwest-Fryslân|88 Harlingen|89 Leeuwarden
90 Leeuwarden|91 Noardeast-Fryslân|92 Smallingerland|93 Noordenveld|94 Assen|95 Stadskanaal
96 Midden-Groningen|97 Groningen|98 Westerkwartier|99 Eemsdelta
"""
TOWNS = dict(entry.split(" ", 1) for entry in re.split(r"[|\n]", _TOWNS.strip()))


@dataclass(frozen=True, slots=True)
class Postcodes:
    """Ranges that do not overlap, by their first code; `homes` are names of municipalities."""

    firsts: tuple[int, ...] = ()
    lasts: tuple[int, ...] = ()
    homes: tuple[str, ...] = ()

    @classmethod
    def of(cls, ranges: Iterable[tuple[int, int, str]]) -> "Postcodes":
        """From first and last code with the name of the municipality, in any order."""
        ordered = sorted(ranges)
        return cls(
            tuple(first for first, _, _ in ordered),
            tuple(last for _, last, _ in ordered),
            tuple(home for _, _, home in ordered),
        )

    def municipality(self, code: int) -> str:
        """Its name, or nothing for a code that is in no range."""
        at = bisect_right(self.firsts, code) - 1
        return self.homes[at] if at >= 0 and code <= self.lasts[at] else ""


@lru_cache
def postcodes() -> Postcodes:
    return Postcodes.of(postcode_ranges())


def postcode_ranges() -> Iterator[tuple[int, int, str]]:
    for home, ranges in homes_and_more(LIST):
        for one in ranges.split():
            first, _, last = one.partition("-")
            yield int(first), int(last or first), home


def homes_and_more(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a list of places: a municipality, and what belongs to it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            home, _, rest = line.partition(": ")
            yield home, rest


def town_of(text: str) -> str:
    """The municipality in or around which (part of) a postcode lies; otherwise empty."""
    found = SHAPE.fullmatch(text.strip())
    if not found:
        return ""
    code = found[1] + found[2]
    exact = postcodes().municipality(int(code)) if len(code) == 4 else ""
    return exact or TOWNS.get(found[1], "")
