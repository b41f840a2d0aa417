"""Days in Dutch running text: days and ranges with a month, numeric ones, and days of the week.

Spans are claimed in that order, so that "3 t/m 5 juni" is one range and its "5 juni" no second
date. All patterns are bounded: the time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import islice

from submissions.reading.context import Context
from submissions.reading.words import (
    DAY_NAME,
    MONTH_NAME,
    MONTH_NUMBERS,
    NUMBERS,
    ORDINALS,
    PART_OF_DAY,
    alternation,
    day_number,
    number,
)

HITS_LIMIT = 200  # no mail that a person wrote names more days


class DateRole(Enum):
    EVENT = "event"
    DEADLINE = "deadline"
    PAST = "past"  # mentioned in passing: last year's, or the day of a letter
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DateHit:
    """`weekday` is the one that was written, which may contradict the date."""

    first: date
    last: date
    start: int
    end: int
    confidence: float
    role: DateRole = DateRole.EVENT
    weekday: int | None = None
    part: str = ""  # of the day: ochtend, middag, avond

    @property
    def contradicts(self) -> bool:
        return self.weekday is not None and self.weekday != self.first.weekday()


_WEEKDAY = rf"(?:{DAY_NAME}(?:{PART_OF_DAY})?\b\.?,?\s{{1,3}}(?:de\s)?)"
_DAY = (
    rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:ste|de|e|th|st|nd|rd)\b)?(?!\d)"
    rf"|(?:{alternation(ORDINALS)}|{alternation(NUMBERS)})\b)"
)
_UNTIL = r"(?:t/m|tm|tot\s(?:en\s)?met|tot|–|—|-|until|to)"
_AND = r"(?:,|en|of|&|\+|/|,\s?en|and)"
_MONTH = rf"(?:{MONTH_NAME})\b\.?"
_YEAR = r"(?:,?\s{0,3}['’]?((?:20)?[1-4]\d)(?![\d.:,/uh-]\d|\d|\s?(?:uur|u\b|h\b)))?"
_WRITTEN = re.compile(
    rf"(?<![\w.,:/€-])({_WEEKDAY})?({_DAY})"
    rf"((?:\s{{0,3}}(?:{_UNTIL}|{_AND})\s{{0,3}}{_WEEKDAY}?{_DAY}){{0,6}})"
    rf"\s{{0,3}}(?:van\s)?({_MONTH}){_YEAR}",
    re.IGNORECASE,
)
_MORE = re.compile(rf"({_UNTIL}|{_AND})\s{{0,3}}({_WEEKDAY})?({_DAY})", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"(?<![\w./:-])({_WEEKDAY})?(?:(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|"
    rf"1[0-2])\3((?:20)?\d\d)(?!\d)"
    r"|(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"(?<![\w./:€-])({_WEEKDAY})?(0?[1-9]|[12]\d|3[01])[-/](0?[1-9]|1[0-2])(?![\w./:-])(?!,\d)",
    re.IGNORECASE,
)
_NO_DATE_AFTER = re.compile(
    r"\s{0,2}(?:jaar|jarige\w*|jr|personen|mensen|leerlingen|kinderen|deelnemers|uur|u\b|weken|"
    r"dagen|"
    r"maanden|minuten|%|euro|keer|x\b)",
    re.IGNORECASE,
)
_NO_DATE_BEFORE = re.compile(
    r"(?:groep|groepen|klas|klassen|leerjaar|leeftijd|nummer|nr\.?|kamer|lokaal|pagina|blz\.?|"
    r"ongeveer|circa|leerjaren|stap)\s{0,2}$",
    re.IGNORECASE,
)
_IN_WEEK = re.compile(
    rf"\b({DAY_NAME})\s?({PART_OF_DAY})?\s(?:in|van|tijdens|binnen|fan)\s(?:(?:de|uw|jullie|"
    rf"onze|deze|die|dy)\s)?"
    r"(?:landelijke\s)?actieweek",
    re.IGNORECASE,
)
_ORDER_IN_WEEK = re.compile(
    r"\b(eerste|laatste|tweede|derde|vierde|vijfde)\s(?:dag|ochtend|middag|avond)\s(?:van|in)\s"
    r"(?:(?:de|uw|jullie|onze|deze)\s)?(?:landelijke\s)?actieweek",
    re.IGNORECASE,
)
_WHOLE_WEEK = re.compile(
    r"\b(?:(?:de\s)?(?:hele|gehele|ganse)\s|elke dag (?:van|in)\s(?:de\s)?|iedere dag (?:van|"
    r"in)\s(?:de\s)?)"
    r"(?:landelijke\s)?actieweek",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(
    rf"(?<!\w)(?:op\s|deze\s|"
    rf"aanstaande\s)?\b({DAY_NAME.replace('|ma|', '|').replace('|do|', '|')})({PART_OF_DAY})?\b",
    re.IGNORECASE,
)


def find_dates(text: str, context: Context, reference: date) -> list[DateHit]:
    """All days that the (masked) text names, in its order. `reference` is the day of writing."""
    claimed = bytearray(len(text))
    hits: list[DateHit] = []
    for reader in (_numeric, _written, _short, _in_week):
        for hit in islice(reader(text, context, reference), HITS_LIMIT):
            if not any(claimed[hit.start : hit.end]):
                claimed[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
                hits.append(hit)
    if not hits:
        hits = list(islice(_bare_days(text, context, reference), HITS_LIMIT))
    hits.sort(key=lambda hit: hit.start)
    return _join_ranges(text, hits)


def resolve(
    day: int, month: int, year: str | None, weekday: int | None, context: Context, reference: date
) -> date | None:
    """The date that is meant: the told year, else the one whose week or weekday fits best."""
    if year:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    options = [_date(reference.year + step, month, day) for step in (-1, 0, 1)]
    near = [option for option in options if option]
    if not near:
        return None
    likely = min(near, key=lambda option: _unlikeliness(option, context, reference))
    if weekday is None or likely.weekday() == weekday:
        return likely
    # A mail about another edition tells it by its weekday: but only an edition's own week counts.
    fitting = [
        found
        for week in context.weeks
        if (found := _date(week.year, month, day)) and found.weekday() == weekday
        if week.distance(found) <= 7 and abs((found - reference).days) <= 400
    ]
    return fitting[0] if fitting else likely


def _unlikeliness(option: date, context: Context, reference: date) -> tuple[bool, int]:
    ahead = (option - reference).days
    week = context.week_ahead(reference)
    about = week is not None and week.distance(option) <= 31
    return (not about and not -30 <= ahead <= 320, abs(ahead) if ahead >= -30 else 400 - ahead)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 2010 <= found.year <= 2099 else None


def _numeric(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    for match in _NUMERIC.finditer(text):
        if match[6]:
            found = _date(int(match[6]), int(match[7]), int(match[8]))
        else:
            year = match[5] if len(match[5]) == 4 else f"20{match[5]}"
            found = _date(int(year), int(match[4]), int(match[2]))
        if found:
            yield _hit(match, found, found, 0.95)


def _written(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    for match in _WRITTEN.finditer(text):
        month = MONTH_NUMBERS[match[4].lower().rstrip(".")]
        weekday = day_number((match[1] or "").split(" de")[0].strip(" ,."))
        days = [number(match[2])]
        until = False
        for more in _MORE.finditer(match[3] or ""):
            until = until or re.fullmatch(_UNTIL, more[1], re.IGNORECASE) is not None
            days.append(number(more[3]))
        found = [
            resolve(day, month, match[5], weekday if position == 0 else None, context, reference)
            for position, day in enumerate(days)
            if day
        ]
        told = [day for day in found if day]
        if not told or len(told) != len(days):
            continue
        if until:
            yield _hit(match, told[0], max(told), 0.92)
        else:
            yield _hit(match, told[0], told[0], 0.92)
            for day in told[1:]:  # "2, 3 en 4 juni": each a day of its own
                yield DateHit(day, day, match.end(), match.end(), 0.85)


def _short(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    """``5-6``: a date only where an edition makes that likely and no age or class is meant."""
    for match in _SHORT.finditer(text):
        if _NO_DATE_AFTER.match(text[match.end() : match.end() + 20]):
            continue
        if _NO_DATE_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        weekday = day_number((match[1] or "").strip(" ,."))
        found = resolve(int(match[2]), int(match[3]), None, weekday, context, reference)
        near = found and any(week.distance(found) <= 21 for week in context.weeks)
        if found and (near or weekday is not None):
            yield _hit(match, found, found, 0.75)


def _in_week(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    week = context.week_ahead(reference)
    if week is None:
        return
    for match in _IN_WEEK.finditer(text):
        weekday = day_number(match[1])
        if weekday is not None:
            day = week.day(weekday)
            yield replace(_hit(match, day, day, 0.85), part=(match[2] or "").lower())
    for match in _ORDER_IN_WEEK.finditer(text):
        step = 0 if match[1].lower() == "laatste" else (ORDINALS[match[1].lower()] - 1)
        day = week.last if match[1].lower() == "laatste" else week.first + timedelta(days=step)
        yield _hit(match, day, day, 0.8)
    for match in _WHOLE_WEEK.finditer(text):
        yield _hit(match, week.first, week.last, 0.7)


def _bare_days(text: str, context: Context, reference: date) -> Iterator[DateHit]:
    """``dinsdagmiddag``, when nothing better is told: the one in the week of the edition."""
    week = context.week_ahead(reference)
    for match in _BARE_DAY.finditer(text) if week else ():
        weekday = day_number(match[1])
        if week and weekday is not None and len(match[1]) > 2:
            day = week.day(weekday)
            yield replace(_hit(match, day, day, 0.45), part=(match[2] or "").lower())


def _hit(match: re.Match[str], first: date, last: date, confidence: float) -> DateHit:
    words = match[0].lower()
    name = words.split()[0].strip(".,") if words.split() else ""
    weekday = day_number(name)
    part = next((p for p in PART_OF_DAY.split("|") if weekday is not None and name.endswith(p)), "")
    return DateHit(first, last, match.start(), match.end(), confidence, weekday=weekday, part=part)


_RANGE_BETWEEN = re.compile(rf"\s{{0,3}}{_UNTIL}\s{{0,3}}", re.IGNORECASE)


def _join_ranges(text: str, hits: list[DateHit]) -> list[DateHit]:
    """``31 mei tot en met 3 juni``: two dates with only that between them are one range."""
    joined: list[DateHit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        ordered = last and last.last < hit.first and (hit.first - last.first).days <= 60
        if last and ordered and _RANGE_BETWEEN.fullmatch(text[last.end : hit.start][:30]):
            joined[-1] = replace(last, last=hit.last, end=hit.end)
        else:
            joined.append(hit)
    return joined
