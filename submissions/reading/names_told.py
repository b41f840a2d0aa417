"""Whether a mail says the name of an activity: whole, bent, or by half."""

import re

from agenda.models.fields import fold
from mail.message import ReadMessage
from submissions.reading.context import Earlier
from submissions.reading.passage import Passage

_WORD = re.compile(r"[a-z0-9]{3,}")
_TOKEN = re.compile(r"[a-z0-9]+")
SHORT = 2  # telling words
_COMMON = frozenset(
    re.findall(
        r"\S+",
        """
    het een van voor met naar over onze ons actieweek landelijke thuiszitters the and dag
    middag avond online op de
    """,
    )
)


def halfway(message: ReadMessage, passage: Passage, one: Earlier) -> bool:
    """Whether half of a title is said: "de filmavond" of "Filmavond Binnenblijver"."""
    told = words_of(f"{message.subject} {passage.text[:3000]}")
    for title in one.titles:
        named = words_of(title)
        if named and sum(is_said(word, told) for word in named) * 2 >= len(named):
            return True
    return False


def names(message: ReadMessage, passage: Passage, one: Earlier) -> bool:
    """Whether it says what that mail was about: more than half of the words of a title."""
    return title_named(words_of(f"{message.subject} {passage.text[:3000]}"), one) is not None


def says_whole(message: ReadMessage, passage: Passage, one: Earlier) -> bool:
    """Whether it says all of a name: one of two words as it is written, a longer one in any order.

    "School van de bij" is not meant by whoever is "bij ons" and speaks of school.
    """
    text = f"{message.subject} {passage.text[:3000]}"
    told, flat = words_of(text), _flat(text)
    return any(
        words <= told and (len(words) > SHORT or _flat(title) in flat)
        for title, words in ((title, words_of(title)) for title in one.titles)
        if len(words) > 1
    )


def _flat(text: str) -> str:
    return f" {' '.join(_TOKEN.findall(fold(text)))} "


def title_named(told: set[str], one: Earlier) -> int | None:
    """The number of the title of which it says most."""
    shares = []
    for number, title in enumerate(one.titles):
        named = words_of(title)
        said = sum(is_said(word, told) for word in named)
        if named and said * 2 > len(named):
            shares.append((said / len(named), -number))
    return -max(shares)[1] if shares else None


def is_said(word: str, told: set[str]) -> bool:
    """In so many letters, or bent: "stoepkrijten" of "stoepkrijt", "wandelen" of "wandeling"."""
    if word in told:
        return True
    stem = word[: max(6, len(word) - 3)]
    return len(word) > 5 and any(one.startswith(stem) for one in told)


def words_of(text: str) -> set[str]:
    return set(_WORD.findall(fold(text))) - _COMMON


def is_hinted(word: str, told: set[str]) -> bool:
    """ "De film" of the filmavond."""
    return is_said(word, told) or any(len(one) > 3 and word.startswith(one) for one in told)
