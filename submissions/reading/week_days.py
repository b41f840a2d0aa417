"""Days told by their place in the week of action or a numbered one, or by their name alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from submissions.reading.context import Context, Week
from submissions.reading.day_hits import DateHit, calendar_day, hit_of
from submissions.reading.words import (
    DAY_NAME,
    MONTH_NAME,
    MONTH_NUMBERS,
    ORDINALS,
    PART_OF_DAY,
    day_number,
)

_WEEK = (
    r"(?:(?:de|het|uw|jullie|onze|deze|die|dy|landelijke|nationale|hele|gehele)\s){0,3}"
    r"(?:actie\s?week|week van (?:de )?thuiszitters|thuiszittersweek|(?<=uw )week\b|"
    r"(?<=jullie )week\b|week der thuiszitters)"
)
_NAME = rf"(?:{DAY_NAME})(?:{PART_OF_DAY}|-)?"
_AND = r"(?:,\s?|\s(?:en|als|of|&|\+)\s|,\s(?:en|of)\s)(?:ook\s)?(?:op\s)?(?:de\s)?"
_IN_WEEK = re.compile(
    rf"\b({_NAME}(?:{_AND}{_NAME}){{0,6}})(?:\s({PART_OF_DAY}))?\s"
    rf"(?:in|van|tijdens|binnen|gedurende|fan)\s{_WEEK}",
    re.IGNORECASE,
)
_WEEK_FIRST = re.compile(
    rf"\b(?:in|van|tijdens|binnen|gedurende)\s{_WEEK}(?:\sthuiszitters)?,?\s"
    rf"(?:en wel\s|namelijk\s)?(?:op\s)?(?:de\s)?({_NAME}(?:{_AND}{_NAME}){{0,6}})\b",
    re.IGNORECASE,
)
_DAY_IN = re.compile(DAY_NAME, re.IGNORECASE)
_ORDER = re.compile(
    r"\b(eerste|laatste|voorlaatste|tweede|derde|vierde|vijfde)\s(?:dag|(ochtend|middag|avond))\s(?:van|in)\s"
    rf"{_WEEK}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"\b(?P<which>slotdag|sluitingsdag|afsluiting|openingsdag|startdag|aftrap)\s(?:van|in)\s{_WEEK}",
    re.IGNORECASE,
)
_RANGE_IN_WEEK = re.compile(
    rf"\b({DAY_NAME})\s(?:t/m|tot\sen\smet|tot|-|–)\s({DAY_NAME})\s"
    rf"(?:in|van|tijdens|binnen|gedurende)\s{_WEEK}",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:(?:elke|iedere) (?:(?:werk|school)?dag|ochtend|middag|avond) (?:van|in|tijdens)\s"
    r"(?:de\s)?|(?:de\s)?(?:hele|gehele|ganse|volledige)\s)(?:landelijke\s)?actie\s?week",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b({DAY_NAME})({PART_OF_DAY})?\s(?:in|van)\s(?:de\s)?week\s(?:"
    rf"(?P<number>\d{{1,2}})\b(?!\s?[-/]\d)|van\s(?:maandag\s)?(?P<day>\d{{1,2}})\s"
    rf"(?P<month>{MONTH_NAME})\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<!\w)(?:op\s|deze\s|"
    rf"aanstaande\s)?\b({DAY_NAME.replace('|ma|', '|').replace('|do|', '|')})({PART_OF_DAY})?\b",
    re.IGNORECASE,
)


def days_in_week(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    week = context.week_ahead(reference)
    if week is None or "week" not in text.lower():
        return
    for match in _RANGE_IN_WEEK.finditer(text):
        first, last = _weekday(match[1]), _weekday(match[2])
        if first is not None and last is not None and first < last:
            yield hit_of(match, week.day(first), week.day(last), 0.85)
    for pattern in (_IN_WEEK, _WEEK_FIRST):
        for match in pattern.finditer(text):
            yield from _named(match, week)
    for match in _ORDER.finditer(text):
        if match[1].lower() in ("laatste", "voorlaatste"):
            day = week.last - timedelta(days=match[1].lower() != "laatste")
        else:
            day = week.first + timedelta(days=ORDINALS[match[1].lower()] - 1)
        yield replace(hit_of(match, day, day, 0.8), part=(match[2] or "").lower())
    for match in _OPENING.finditer(text):
        closes = match["which"].lower() in ("slotdag", "sluitingsdag", "afsluiting")
        day = week.last if closes else week.first
        yield hit_of(match, day, day, 0.8)
    for match in _WHOLE.finditer(text):
        yield hit_of(match, week.first, week.last, 0.7)


def _named(match: re.Match[str], week: Week) -> Iterator[DateHit]:
    """ "Zowel dinsdag- als vrijdagavond in de actieweek": each a day of its own."""
    told = [number for name in _DAY_IN.findall(match[1]) if (number := _weekday(name)) is not None]
    days = [week.day(weekday) for weekday in told]
    parts = [part for part in PART_OF_DAY.split("|") if part in match[0].lower().split(" de ")[0]]
    for position, day in enumerate(days):
        start = match.start() if position == 0 else match.end()
        yield DateHit(day, day, start, match.end(), 0.85, part=parts[0] if parts else "")


def _weekday(name: str) -> int | None:
    return day_number(name) if len(name) > 2 else None


def days_in_numbered_week(text: str, _context: Context, reference: date) -> Iterator[DateHit]:
    """ "Vrijdag in week 22" and "de vrijdag in de week van 31 mei"."""
    for match in _NUMBERED.finditer(text):
        weekday = day_number(match[1])
        if weekday is None:
            continue
        if match["number"]:
            try:
                day = date.fromisocalendar(reference.year, int(match["number"]), weekday + 1)
            except ValueError:
                continue
        else:
            month = MONTH_NUMBERS[match["month"].lower()]
            begin = calendar_day(reference.year, month, int(match["day"]))
            if begin is None:
                continue
            day = begin + timedelta(days=weekday - begin.weekday())
        yield replace(hit_of(match, day, day, 0.85), part=(match[2] or "").lower(), weekday=weekday)


def bare_days(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    """``dinsdagmiddag``, when nothing better is told: the one in the week of the edition."""
    week = context.week_ahead(reference)
    for match in _BARE.finditer(text) if week else ():
        weekday = day_number(match[1])
        if week and weekday is not None and len(match[1]) > 2 and match[1].lower() != "vrij":
            day = week.day(weekday)
            yield replace(hit_of(match, day, day, 0.45), part=(match[2] or "").lower())
