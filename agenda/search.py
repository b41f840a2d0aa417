"""Searching in Dutch: what is stored of an activity, and the condition that a word sets on it.

One string of folded words and their stems is stored, and searching is comparing substrings, so that
SQLite and PostgreSQL find the same. A word finds what has the same stem ("scholen" finds "school"),
what begins with it (people look while they type), and what has it as a part: Dutch writes compounds
as one word ("verzuim" finds "schoolverzuim").
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version

from django.db.models import Q
from Stemmer import Stemmer

from agenda.models.fields import fold

# Every stored string begins with it: a string of another stemmer is made again by the worker.
MARK = f"|{version('PyStemmer')}/1|"
LEAST_PART = 4  # letters: shorter parts are in everything ("ede" in "iedereen")
# Letters that decompose into nothing, as people type them who have no such key.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
PLAIN = str.maketrans(_PLAIN | {one.upper(): two.upper() for one, two in _PLAIN.items()})
TOKEN = re.compile(r"[\w%€@#&+]+")

_stemmer = Stemmer("dutch", 0)  # without a cache of its own: `stem` keeps them


def tokens(text: str) -> list[str]:
    """The words as they are compared: lower case, no accents, no punctuation."""
    return TOKEN.findall(fold(text).translate(PLAIN))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    return str(_stemmer.stemWord(word))


def search_text(parts: Iterable[str]) -> str:
    """The string to store: the mark, then each word and each stem once, between spaces."""
    words = set(tokens(" ".join(parts)))
    return f"{MARK} {' '.join(sorted(words | {stem(word) for word in words}))} "


def condition(word: str) -> Q:
    """What the stored string must hold for one word, as `tokens` gives it."""
    root = stem(word)
    found = Q(search_text__contains=f" {root} ") | Q(search_text__contains=f" {word}")
    if len(word) >= LEAST_PART:
        found |= Q(search_text__contains=word)
    # A stem may lack the beginning of its word ("gemeente": "meen"): that is a part of nothing.
    if len(root) >= LEAST_PART and root[0] == word[0] and root != word:
        found |= Q(search_text__contains=f" {root}") | Q(search_text__contains=f"{root} ")
    return found
