"""Dutch words for numbers, days and months, as patterns and as values."""

from agenda.models.fields import fold
from agenda.when import MONTHS, WEEKDAYS

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)


def _numbers() -> dict[str, int]:
    found = {word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)}
    found |= {"twintig": 20, "dertig": 30, "eenendertig": 31}
    for number, word in enumerate(_ONES, start=1):
        joint = "en" if word[-1] != "e" else "ën"
        found[f"{word}{joint}twintig"] = 20 + number
        found[f"{word}entwintig"] = 20 + number
    found["één"] = 1
    return found


def _ordinals() -> dict[str, int]:
    found = {"eerste": 1, "derde": 3, "achtste": 8}
    for word, number in _numbers().items():
        ending = "ste" if number >= 20 or word in ("een", "acht") else "de"
        found[word + ending] = number
    return found


NUMBERS = _numbers()
ORDINALS = _ordinals()

_SHORT_DAYS = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "vrij": 4, "za": 5, "zo": 6}
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FRISIAN_DAYS = {
    "moandei": 0,
    "tiisdei": 1,
    "woansdei": 2,
    "tongersdei": 3,
    "freed": 4,
    "sneon": 5,
    "snein": 6,
}
DAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(_ENGLISH_DAYS)},
    **_FRISIAN_DAYS,
    **_SHORT_DAYS,
}
_SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_OTHER_MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "october": 10,
    "maaie": 5,
    "juny": 6,
}
ENGLISH_MONTHS: dict[str, int] = {
    **{name: number for name, number in _OTHER_MONTHS.items() if name not in ("maaie", "juny")},
    **{name: number for number, name in enumerate(MONTHS, start=1) if number in (4, 9, 11, 12)},
}
MONTH_NUMBERS: dict[str, int] = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **_OTHER_MONTHS,
    **_SHORT_MONTHS,
}


def alternation(words: dict[str, int]) -> str:
    """Longest first, so that no word is cut short by a shorter one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


PART_OF_DAY = "ochtend|morgen|voormiddag|middag|namiddag|avond|nacht"
DAY_NAME = rf"(?:{alternation(DAYS)})"
MONTH_NAME = rf"(?:{alternation(MONTH_NUMBERS)})"
_FRISIAN_HOURS = {
    "ien": 1,
    "twa": 2,
    "trije": 3,
    "fjouwer": 4,
    "fiif": 5,
    "seis": 6,
    "sân": 7,
    "njoggen": 9,
    "tsien": 10,
    "alve": 11,
    "tolve": 12,
}
HOUR_WORDS = {word: number for word, number in NUMBERS.items() if number <= 12} | _FRISIAN_HOURS


def number(text: str) -> int | None:
    """The value of digits (``4e`` too) or a number word."""
    digits = text[:2].strip() if text[:2].strip().isdigit() else text[:1]
    if digits.isdigit():
        return int(digits)
    folded = text.lower()
    return NUMBERS.get(folded, ORDINALS.get(folded, NUMBERS.get(fold(text))))


def day_number(text: str) -> int | None:
    """0 for Monday; ``dinsdagmiddag`` and ``di.`` too."""
    folded = fold(text).rstrip(".")
    for ending in PART_OF_DAY.split("|"):
        folded = folded.removesuffix(ending)
    return DAYS.get(folded)
