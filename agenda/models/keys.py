"""The keys by which what may be one activity is found: equal of two that are worth comparing."""

import re

from django.db import models

from agenda.models.fields import fold

KEY_LENGTH = 150
_WORD = re.compile(r"\w+")
# Words that titles and names of organisations share without meaning the same.
_EMPTY = frozenset(
    _WORD.findall(
        "de het een en van voor in op met over bij tot te aan om naar uit door je jouw ons onze"
    )
)
_SORTS = frozenset(
    _WORD.findall("basisschool bs obs cbs rkbs kbs pcbs school stichting st gemeente swv")
)


class LikeFields(models.Model):
    """Derived columns; `agenda.likeness` tells how they are used."""

    title_key = models.CharField(max_length=KEY_LENGTH, blank=True, default="", editable=False)
    organiser_key = models.CharField(max_length=KEY_LENGTH, blank=True, default="", editable=False)
    place_key = models.CharField(max_length=KEY_LENGTH, blank=True, default="", editable=False)

    class Meta:
        abstract = True


def words_of(text: str) -> list[str]:
    words = _WORD.findall(fold(text))
    return [word for word in words if word not in _EMPTY] or words


def title_key(title: str) -> str:
    """Equal of titles with the same words, in whatever order and spelling of capitals."""
    return " ".join(sorted(set(words_of(title))))[:KEY_LENGTH]


def organiser_key(name: str) -> str:
    """“OBS De Lindeboom” and “Basisschool De Lindeboom” are one."""
    words = words_of(name)
    return " ".join(sorted({word for word in words if word not in _SORTS} or set(words)))[
        :KEY_LENGTH
    ]


def place_key(municipality: str, town: str, attendance: str) -> str:
    """The municipality's code, otherwise the town, otherwise that it is online."""
    if municipality or town:
        return (municipality or fold(town))[:KEY_LENGTH]
    return attendance if attendance == "online" else ""
