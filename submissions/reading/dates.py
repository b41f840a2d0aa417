"""Days in Dutch running text: days and ranges with a month, numeric ones, and days of the week.

Spans are claimed in that order, so that "3 t/m 5 juni" is one range and its "5 juni" no second
date. All patterns are bounded: the time is linear in the length of the text.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from submissions.reading.context import Context
from submissions.reading.day_hits import (
    DateHit,
    DateRole,
    calendar_day,
    full_year,
    hit_of,
    resolve,
)
from submissions.reading.week_days import bare_days, days_in_numbered_week, days_in_week
from submissions.reading.words import (
    DAY_NAME,
    ENGLISH_MONTHS,
    MONTH_NAME,
    MONTH_NUMBERS,
    NUMBERS,
    ORDINALS,
    PART_OF_DAY,
    alternation,
    day_number,
    number,
)

__all__ = ["DateHit", "DateRole", "find_dates"]

HITS_LIMIT = 200  # no mail that a person wrote names more days

_WEEKDAY = rf"(?:\(?{DAY_NAME}(?:{PART_OF_DAY})?\b\.?\)?,?\s{{1,3}}(?:de\s)?\(?)"
_DAY = (
    rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:ste|de|e|th|st|nd|rd)\b)?(?!\d)"
    rf"|(?:{alternation(ORDINALS)}|{alternation(NUMBERS)})\b)"
)
_UNTIL = r"(?:t/m|t\.?e\.?m\.?|tm|tot\s(?:en\s)?met|tot|–|—|-|until|to|through)"
_AND = r"(?:,|en|als|of|&|\+|/|,\s?en|and)(?:\s(?:ook\s)?op)?"
_MONTH = rf"(?:{MONTH_NAME})\b\.?"
_HOUR_AHEAD = r"\d|[.:,/uh-]\d|\s?(?:uur|u\b|h\b|[ap]\.?m\b)|\s{0,2}(?:-|–|—|tot|t/m)\s{0,2}\d"
_YEAR = rf"(?:(?:,?\s{{0,3}}|-)(['’]?(?:20)?[1-4]\d)(?!{_HOUR_AHEAD}|\s{{0,2}}{_MONTH}))?"
_WRITTEN = re.compile(
    rf"(?<![\w.,:/€-])({_WEEKDAY})?({_DAY})"
    rf"((?:\s{{0,3}}(?:{_UNTIL}|{_AND})\s{{0,3}}{_WEEKDAY}?{_DAY}){{0,6}})"
    rf"(?:\s{{0,3}}(?:van\s)?|-)({_MONTH}){_YEAR}",
    re.IGNORECASE,
)
_MORE = re.compile(rf"({_UNTIL}|{_AND})\s{{0,3}}({_WEEKDAY})?({_DAY})", re.IGNORECASE)
_MONTH_FIRST = re.compile(  # English
    rf"(?<!\w)({_WEEKDAY})?({alternation(ENGLISH_MONTHS)})\s"
    r"(3[01]|[12]\d|0?[1-9])(?:(?:st|nd|rd|th)\b|(?=,)|(?=\s(?:at|from|to|until|–|-)\s))(?!\d)"
    r"(?:,?\s(20\d\d))?",
    re.IGNORECASE,
)
_D = r"(3[01]|[12]\d|0?[1-9])"
_M = r"(1[0-2]|0?[1-9])"
_NUMERIC_RANGE = re.compile(
    rf"(?<![\w./:-])({_WEEKDAY})?{_D}(?:([-/.]){_M}\.?)?\s?(?:{_UNTIL})\s?{_WEEKDAY}?"
    rf"{_D}([-/.]){_M}(?:\6['’]?((?:20)?\d\d))?(?![\w/:-]|[.,]\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?<![\w./:-])({_WEEKDAY})?(?:(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|"
    rf"1[0-2])\3['’]?((?:20)?\d\d)(?!\d)"
    r"|(20\d\d)[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(0[1-9]|[12]\d|3[01])\s(0[1-9]|1[0-2])\s(20\d\d)(?![\d ]\d))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"(?<![\w./:€-])({_WEEKDAY})?(0?[1-9]|[12]\d|3[01])[-/](0?[1-9]|1[0-2])(?![\w./:-](?!\s|$))"
    r"(?!,\d|[/:-])",
    re.IGNORECASE,
)
_NO_DATE_AFTER = re.compile(
    r"\s{0,2}(?:jaar|jarige\w*|jr|personen|mensen|leerlingen|kinderen|deelnemers|uur|u\b|weken|"
    r"dagen|maanden|minuten|%|euro|keer|x\b|deel\b)",
    re.IGNORECASE,
)
_NO_DATE_BEFORE = re.compile(
    r"(?:groep|groepen|klas|klassen|leerjaar|leeftijd|nummer|nr\.?|kamer|lokaal|pagina|blz\.?|"
    r"ongeveer|circa|leerjaren|stap|deel|versie|artikel|art\.?)\s{0,2}$",
    re.IGNORECASE,
)


def find_dates(text: str, context: Context, reference: date) -> list[DateHit]:
    """All days that the (masked) text names, in its order. `reference` is the day of writing."""
    claimed = bytearray(len(text))
    hits: list[DateHit] = []
    for reader in READERS:
        for hit in islice(reader(text, context, reference), HITS_LIMIT):
            if not any(claimed[hit.start : hit.end]):
                claimed[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
                hits.append(hit)
    if not hits:
        hits = list(islice(bare_days(text, context, reference), HITS_LIMIT))
    hits.sort(key=lambda hit: hit.start)
    return _join_ranges(text, hits)


def _numeric_range(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    """``31.05 - 04.06.2027``, ``1 t/m 4-6``: a first day that borrows from the last."""
    for match in _NUMERIC_RANGE.finditer(text):
        told_range = re.search(r"t/m|tm|tot|until|to\b|\s[-–—]\s", match[0], re.IGNORECASE)
        if not told_range or not (match[4] or match[8]) or _is_clock(match):
            continue
        last = resolve(int(match[5]), int(match[7]), match[8], None, context, reference)
        if last is None:
            continue
        year = str(last.year)
        first = resolve(int(match[2]), int(match[4] or match[7]), year, None, context, reference)
        if first and first < last and (last - first).days <= 60:
            near = any(week.distance(first) <= 21 for week in context.weeks)
            if match[8] or near:
                yield hit_of(match, first, last, 0.9)


def _is_clock(match: re.Match[str]) -> bool:
    """``10.00 - 11.30`` has no month, but ``9.10 - 10.12`` might: without a year it is hours."""
    return match[6] == "." and not match[8]


def _numeric(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    for match in _NUMERIC.finditer(text):
        if match[6]:
            found = calendar_day(int(match[6]), int(match[7]), int(match[8]))
        elif match[9]:
            found = calendar_day(int(match[11]), int(match[10]), int(match[9]))
        else:
            found = calendar_day(full_year(match[5]), int(match[4]), int(match[2]))
        if found:
            yield hit_of(match, found, found, 0.95)


_MONTH_AHEAD = 190  # characters of days and weekdays that may stand before their month
_MONTH_WORD = re.compile(rf"(?<![^\W\d_])(?:{MONTH_NAME})\b", re.IGNORECASE)


def _near_months(text: str) -> Iterator[re.Match[str]]:
    """Written dates, looked for only where a month is named: the pattern is a costly one."""
    start = stop = 0
    for month in _MONTH_WORD.finditer(text):
        if month.start() - _MONTH_AHEAD > stop:
            yield from _WRITTEN.finditer(text, start, stop)
            start = month.start() - _MONTH_AHEAD
        stop = min(month.end() + 24, len(text))
    if stop:
        yield from _WRITTEN.finditer(text, start, stop)


def _written(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    for match in _near_months(text):
        month = MONTH_NUMBERS[match[4].lower().rstrip(".")]
        weekday = day_number((match[1] or "").split(" de")[0].strip(" ,.()"))
        year, end = match[5], match.end()
        if year and not _is_year(year, text, match.end(), reference):
            year, end = None, match.end(4)
        days = [number(match[2])]
        until = False
        for more in _MORE.finditer(match[3] or ""):
            until = until or re.fullmatch(_UNTIL, more[1], re.IGNORECASE) is not None
            days.append(number(more[3]))
        found = [
            resolve(day, month, year, weekday if position == 0 else None, context, reference)
            for position, day in enumerate(days)
            if day
        ]
        told = [day for day in found if day]
        if not told or len(told) != len(days):
            continue
        if until:
            yield hit_of(match, told[0], max(told), 0.92, end)
        else:
            yield hit_of(match, told[0], told[0], 0.92, end)
            for day in told[1:]:  # "2, 3 en 4 juni": each a day of its own
                yield DateHit(day, day, end, end, 0.85)


def _is_year(told: str, text: str, end: int, reference: date) -> bool:
    """Two figures alone are a year when it is about now and nothing is counted with them."""
    if len(told) != 2:
        return True
    near = abs(2000 + int(told) - reference.year) <= 1
    return near and not _NO_DATE_AFTER.match(text[end : end + 20])


def _month_first(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    for match in _MONTH_FIRST.finditer(text):
        month = MONTH_NUMBERS[match[2].lower()]
        weekday = day_number((match[1] or "").strip(" ,.()"))
        found = resolve(int(match[3]), month, match[4], weekday, context, reference)
        if found:
            yield hit_of(match, found, found, 0.9)


def _short(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    """``5-6``: a date only where an edition makes that likely and no age or class is meant."""
    for match in _SHORT.finditer(text):
        if _NO_DATE_AFTER.match(text[match.end() : match.end() + 20]):
            continue
        if _NO_DATE_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        weekday = day_number((match[1] or "").strip(" ,.()"))
        found = resolve(int(match[2]), int(match[3]), None, weekday, context, reference)
        near = found and any(week.distance(found) <= 21 for week in context.weeks)
        if found and (near or weekday is not None):
            yield hit_of(match, found, found, 0.75)


_RANGE_BETWEEN = re.compile(rf"\s{{0,3}}{_UNTIL}\s{{0,3}}", re.IGNORECASE)
_RANGE_WITH_HOUR = re.compile(
    rf"(?:\s?,|\s?om)?\s{{0,3}}(?:[01]?\d|2[0-3])(?:[.:u]\d\d)?\s?(?:uur|u|h)?\s{{0,3}}{_UNTIL}\s{{0,3}}",
    re.IGNORECASE,
)


def _join_ranges(text: str, hits: list[DateHit]) -> list[DateHit]:
    """``31 mei tot en met 3 juni``: two dates with only that between them are one range."""
    joined: list[DateHit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        if last is None or not (last.last < hit.first and (hit.first - last.first).days <= 60):
            joined.append(hit)
        elif _RANGE_BETWEEN.fullmatch(text[last.end : hit.start][:30]):
            joined[-1] = replace(last, last=hit.last, end=hit.end)
        elif _RANGE_WITH_HOUR.fullmatch(text[last.end : hit.start][:40]):
            # The hour between them stays readable: the last day keeps its own span.
            joined[-1] = replace(last, last=hit.last)
            joined.append(replace(hit, role=DateRole.OTHER))
        else:
            joined.append(hit)
    return joined


_OF_MONTH = re.compile(
    rf"\b({alternation(ORDINALS)}|laatste)\s(?:(?P<weekday>{DAY_NAME})|dag)\s(?:van|in)\s"
    rf"(?P<month>{MONTH_NAME})\b(?:\s(?P<year>20\d\d))?",
    re.IGNORECASE,
)


def _of_month(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    """ "De eerste dag van juni", "de laatste vrijdag van mei"."""
    for match in _OF_MONTH.finditer(text):
        month = MONTH_NUMBERS[match["month"].lower().rstrip(".")]
        first = resolve(1, month, match["year"], None, context, reference)
        if first is None:
            continue
        days = [first + timedelta(days=n) for n in range(monthrange(first.year, month)[1])]
        weekday = day_number(match["weekday"] or "") if match["weekday"] else None
        days = [one for one in days if weekday is None or one.weekday() == weekday]
        at = len(days) if match[1].lower() == "laatste" else number(match[1]) or 0
        if 0 < at <= len(days):
            yield hit_of(match, days[at - 1], days[at - 1], 0.88)


READERS = (
    _of_month,
    days_in_numbered_week,
    _numeric_range,
    _numeric,
    _written,
    _month_first,
    days_in_week,
    _short,
)
