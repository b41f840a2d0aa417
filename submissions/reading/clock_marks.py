"""Where a text says a time of day: in figures, in words, or with the English half of the day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from submissions.reading.words import HOUR_WORDS, MONTH_NAME, NUMBERS, alternation


@dataclass(frozen=True, slots=True)
class Mark:
    hour: int
    minute: int
    start: int
    end: int
    form: str  # "numeric", "words" or "bare"
    unit: bool  # "uur" or "u" stands behind it
    fixed: bool = False  # "am" or "pm" does


_HOUR_WORD = alternation(HOUR_WORDS)
_MARK = re.compile(
    r"(?<![\w.,:/€+])(?:(?:een|'n|’n)\suur(?:tje)?\sof\s)?(?:"
    r"(?P<h>[01]?\d|2[0-4])(?:\s?[.:]\s?|\s?[uh]\s?|,(?=[0-5]\d\s?u))(?P<m>[0-5]\d)(?!\d)(?![.:/]\d)"
    r"|(?P<hh>[01]\d|2[0-3])(?P<mm>[0-5]\d)(?![\d,:/]|\.\d)"
    rf"|(?:(?P<off>kwart|vijf|tien|\d{{1,2}})\s(?:minuten\s|min\.?\s)?(?P<dir>voor|veur|over|foar|"
    rf"oer)\s)?"
    rf"(?P<half>(?:half|healwei)\s)?(?:(?P<word>(?:{_HOUR_WORD})\b)|(?P<n>[01]?\d|2[0-4])(?![\d.:,]\d)(?!\d))"
    r"|(?P<noon>(?:12\s)?noon\b|middaguur\b)"
    r")(?P<unit>\s{0,2}(?:uur\b|u(?:re)?\b\.?|hrs?\b|h\b|oere?\b|o['’]clock\b))?"
    r"(?P<half_day>\s{0,2}[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_NOT_AN_HOUR = re.compile(
    rf"\s{{0,2}}(?:jaar|jarige\w*|jr\b|personen|mensen|leerlingen|kinderen|jongeren|deelnemers|"
    rf"minuten|min\b|weken|dagen|plaatsen|plekken|gezinnen|ouders|keer|"
    rf"maanden|%|euro|km|kinder\w+|stuks|vragen|stoelen|scholen|uur (?:lang|durende?)\b|"
    rf"(?:{MONTH_NAME})\b)",
    re.IGNORECASE,
)
_A_LENGTH = re.compile(
    r"(?:\bduur\w*\W{1,3}(?:\w+\s){0,2}|\b(?:ongeveer|ruim|bijna|totaal|maximaal|minimaal|minstens|"
    r"per|binnen|zo['’]n|elke|na|van)\s)$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\b(?:om|tot|vanaf|tegen|rond|van|tussen|en|half|voor|over)\s|[-–]\s?)$", re.I)


def clock_marks(text: str) -> Iterator[Mark]:
    for match in _MARK.finditer(text):
        read = _numeric(match) or _spoken(match)
        hour, minute, form = read
        if hour == 24 or hour < 0:
            hour = 0 if minute == 0 else 12
        half_day = (match["half_day"] or "").strip().lower()[:1]
        if half_day and hour <= 12:
            hour, form = hour % 12 + (12 if half_day == "p" else 0), "numeric"
        unit = bool(match["unit"] or half_day or match["noon"])
        if form == "four" and not unit and not _pair_of_fours(text, match):
            continue
        if form != "numeric" and not half_day and _counts_something(text, match):
            continue
        if form == "bare" and hour <= 8 and not half_day and _is_length(text, match):
            continue
        form = "numeric" if form == "four" else form
        yield Mark(hour, minute, match.start(), match.end(), form, unit, bool(half_day))


def _numeric(match: re.Match[str]) -> tuple[int, int, str] | None:
    if match["m"]:
        return int(match["h"]), int(match["m"]), "numeric"
    if match["mm"]:
        return int(match["hh"]), int(match["mm"]), "four"
    return (12, 0, "numeric") if match["noon"] else None


def _spoken(match: re.Match[str]) -> tuple[int, int, str]:
    hour = HOUR_WORDS[match["word"].lower()] if match["word"] else int(match["n"])
    minute, form = 0, "words" if match["word"] else "bare"
    if match["half"]:
        hour, minute, form = hour - 1, 30, "words"
    if match["off"]:
        step = 15 if match["off"].lower() == "kwart" else _amount(match["off"])
        step = step if match["dir"].lower() in ("over", "oer") else -step
        total = hour * 60 + minute + step
        hour, minute, form = total // 60 % 24, total % 60, "words"
    elif form == "words" and not match["half"]:
        form = "bare"  # "twee" alone is a number like any other
    return hour, minute, form


def _pair_of_fours(text: str, match: re.Match[str]) -> bool:
    """``0930-1130``: four figures are an hour beside four others, if they are no years."""
    if int(match["mm"]) % 5 or match["hh"] == "20":
        return False
    near = text[max(0, match.start() - 9) : match.end() + 9]
    return re.search(r"\b[012]\d[0-5][05]\s?(?:-|–|tot)\s?[012]\d[0-5][05]\b", near) is not None


def _counts_something(text: str, match: re.Match[str]) -> bool:
    """ "3 leerlingen", "2 uur lang"."""
    start = match.start("unit") if match["unit"] else match.end()
    return _NOT_AN_HOUR.match(text[start : start + 26]) is not None


def _is_length(text: str, match: re.Match[str]) -> bool:
    """ "Duur: 2 uur", "ongeveer twee uur": unless it begins a range or the part of day follows."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() :][:6]
    if (match["word"] or "").lower() in ("een", "één") and not _AT.search(before):
        return True
    return (
        bool(match["unit"])
        and _A_LENGTH.search(before) is not None
        and not re.match(r"\s{0,2}(?:tot|[-–])|\s['’]s\s", after)
    )


def _amount(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text.lower()]
