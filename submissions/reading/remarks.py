"""Sentences outside a list that are about one item of it: “De lezing is bedoeld voor ouders.”"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agenda.models.fields import fold
from submissions.reading.lines import blanked

_SENTENCE = re.compile(r"[^.!?\n](?:[^.!?\n]|[.!?](?=\S)|\n(?!\s*\n|[A-ZÀ-Ý])){8,400}[.!?]*")
_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = frozenset(
    re.findall(
        r"\S+",
        """
    actieweek thuiszitters landelijke ouders jongeren leerlingen kinderen school scholen week
    activiteit activiteiten programma onderdeel onderdelen aanmelden inschrijven opgeven vragen
    welkom graag alles beide andere overige onder tussen zonder waarin waarbij voor
    """,
    )
)
LIMIT = 60


@dataclass(frozen=True, slots=True)
class Remark:
    item: int  # its number
    start: int
    text: str


def remarks(outside: str, titles: Sequence[str]) -> tuple[list[Remark], str]:
    """The remarks, and the text with blanks in their place.

    A sentence belongs to an item when it says a word of that item's name and of no other's.
    """
    words = [_telling(title) for title in titles]
    own = [told - set().union(*(o for o in words if o is not told)) for told in words]
    found: list[Remark] = []
    rest = outside
    for number, match in enumerate(_SENTENCE.finditer(outside)):
        if number >= LIMIT:
            break
        said = _telling(match[0])
        named = [at for at, told in enumerate(own) if told & said]
        if len(named) == 1:
            found.append(Remark(named[0], match.start(), match[0]))
            rest = rest[: match.start()] + blanked(match[0]) + rest[match.end() :]
    return found, rest


def _telling(text: str) -> set[str]:
    return {word for word in _WORD.findall(fold(text)) if word not in _COMMON}
