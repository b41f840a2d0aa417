"""One day or range of days in a text, and which year is meant where none is told."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from submissions.reading.context import Context
from submissions.reading.words import PART_OF_DAY, day_number


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


def hit_of(
    match: re.Match[str], first: date, last: date, confidence: float, end: int | None = None
) -> DateHit:
    words = match[0].lower()
    name = words.split()[0].strip(".,") if words.split() else ""
    weekday = day_number(name)
    part = next((p for p in PART_OF_DAY.split("|") if weekday is not None and name.endswith(p)), "")
    stop = match.end() if end is None else end
    return DateHit(first, last, match.start(), stop, confidence, weekday=weekday, part=part)


def calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 2010 <= found.year <= 2099 else None


def full_year(told: str) -> int:
    digits = told.lstrip("'’")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def resolve(
    day: int, month: int, year: str | None, weekday: int | None, context: Context, reference: date
) -> date | None:
    """The date that is meant: the told year, else the one whose week or weekday fits best."""
    if year:
        return calendar_day(full_year(year), month, day)
    options = [calendar_day(reference.year + step, month, day) for step in (-1, 0, 1)]
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
        if (found := calendar_day(week.year, month, day)) and found.weekday() == weekday
        if week.distance(found) <= 7 and abs((found - reference).days) <= 400
    ]
    return fitting[0] if fitting else likely


def _unlikeliness(option: date, context: Context, reference: date) -> tuple[bool, int]:
    ahead = (option - reference).days
    week = context.week_ahead(reference)
    about = week is not None and week.distance(option) <= 31
    return (not about and not -30 <= ahead <= 320, abs(ahead) if ahead >= -30 else 400 - ahead)
