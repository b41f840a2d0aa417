"""One activity on several days that is a session of its own on each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from submissions.reading.dates import DateRole
from submissions.reading.found import Found
from submissions.reading.moments import listed_days
from submissions.reading.page import Page
from submissions.reading.time_roles import TimeRole
from submissions.reading.times import TimeHit
from submissions.reading.words import DAY_NAME, PART_OF_DAY, day_number


def on_each_day(page: Page, told: list[Found]) -> list[list[Found]]:
    """The candidates of each session; of one activity when its days are not apart."""
    days = _days_apart(page)
    if not days:
        return [told]
    other = _numbered_hours(page, days) or other_hours(page, days)
    return [
        [*_on_day(told, day), *other.get(day, ())]
        for day in days
        if other.get(day) is not None or day not in other
    ]


def _days_apart(page: Page) -> list[date]:
    """The days of what is held on each of them: in a list, or as days of one week that skip."""
    if days := _each_of_week(page):
        return days
    days = listed_days(page.moment)
    if days and _EACH_TIME.search(page.passage.text):
        return days
    told = [hit for hit in page.moment.days if hit.role is DateRole.EVENT]
    near = [hit for hit in told if hit.first == hit.last]
    text = page.passage.text
    run = near[:1]
    for hit in near[1:]:
        between = text[run[-1].end : hit.start]
        if _JOINS.fullmatch(between):
            run.append(hit)
    found = sorted({hit.first for hit in run})
    if len(found) < 2 or len(found) < len(run):
        return []
    return found if _EACH_TIME.search(text[run[0].start : run[-1].end + 80]) else []


_JOINS = re.compile(r"\s{0,3}(?:[,;&+]|en|én|and|als|of)?\s{0,2}(?:ook\s)?(?:op\s)?", re.IGNORECASE)
_EACH_TIME = re.compile(
    r"\btelkens|\bsteeds\b|iedere keer|elke keer|(?:elke|iedere) (?:avond|middag|ochtend)|"
    r"(?:beide|alle|allebei de) (?:\w+ )?(?:keren|dagen|avonden|middagen|ochtenden|sessies)|"
    r"per (?:keer|avond|middag|ochtend)\b|\btwee ?(?:keer|maal)\b|\bdrie ?(?:keer|maal)\b",
    re.I,
)


def _on_day(prose: list[Found], day: date) -> Iterator[Found]:
    """One session of what is held on several days at the same hours."""
    for one in prose:
        if one.field == "first_day":
            yield replace(one, value=day, confidence=0.9 if one.confidence > 0.5 else 0.2)
        elif one.field != "last_day":
            yield one


_EVERY = re.compile(
    r"\b(?:elke|iedere)\s(?:ochtend|middag|avond)\s(?:van|in|tijdens)\b", re.IGNORECASE
)
_EACH = re.compile(
    r"\b(?:elke|iedere)\s(?:ochtend|middag|avond)\b|\b(?:elke|iedere|alle)\s(?:\w+\s)?keren\b|"
    r"\btelkens\b",
    re.IGNORECASE,
)
WORKING_DAYS = 5


def _each_of_week(page: Page) -> list[date]:
    """ "Elke ochtend van de actieweek": its working days, each a session of its own."""
    day = page.moment.day
    if day is None or day.first == day.last or page.moment.hours.start is None:
        return []
    text = page.passage.text
    if not (_EVERY.match(text[day.start : day.end]) or _EACH.search(text)):
        return []
    all_days = (day.first + timedelta(n) for n in range((day.last - day.first).days + 1))
    return [one for one in all_days if one.weekday() < WORKING_DAYS]


_ON = re.compile(
    rf"\b(?:op|alleen|behalve|uitgezonderd|maar|niet)\s(?:op\s)?(?:de\s)?(?P<day>{DAY_NAME})"
    rf"(?:{PART_OF_DAY})?\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"(?:behalve|uitgezonderd|niet)", re.IGNORECASE)
_OTHER_HOURS = 180  # characters behind the name of the day


def other_hours(page: Page, days: list[date]) -> dict[date, tuple[Found, ...] | None]:
    """Of days that differ: their own hours, or None for one that is left out."""
    text = page.passage.text
    usual = page.moment.hours
    found: dict[date, tuple[Found, ...] | None] = {}
    for match in _ON.finditer(text):
        day = next((one for one in days if one.weekday() == day_number(match["day"])), None)
        if day is None or day in found:
            continue
        near = [
            hit
            for hit in page.moment.times
            if match.end() <= hit.start < match.end() + _OTHER_HOURS
            and hit.role is TimeRole.START
            and hit.first != usual.first
        ]
        if near:
            found[day] = tuple(_hours_found(text, near[0]))
        elif _LEFT_OUT.match(match[0]):
            found[day] = None
    return found


_NUMBERED = re.compile(
    r"\b(?:de\s)?(?P<which>eerste|tweede|derde|vierde)\s(?:keer|sessie|avond|middag|ochtend|ronde|dag)\b",
    re.IGNORECASE,
)
_ORDER = ("eerste", "tweede", "derde", "vierde")


def _numbered_hours(page: Page, days: list[date]) -> dict[date, tuple[Found, ...] | None]:
    """ "De eerste keer van 2 tot 4; de tweede keer 's avonds, van 7 tot 9"."""
    text = page.passage.text
    found: dict[date, tuple[Found, ...] | None] = {}
    marks = list(_NUMBERED.finditer(text))
    for number, match in enumerate(marks):
        at = _ORDER.index(match["which"].lower())
        stop = marks[number + 1].start() if number + 1 < len(marks) else match.end() + 80
        hits = [
            hit
            for hit in page.moment.times
            if match.end() <= hit.start < stop and hit.role is TimeRole.START
        ]
        if hits and at < len(days):
            found[days[at]] = tuple(_hours_found(text, hits[0]))
    return found if len(found) > 1 else {}


def _hours_found(text: str, hit: TimeHit) -> Iterator[Found]:
    quote = text[hit.start : hit.end]
    yield Found("start_time", hit.first, hit.start, hit.end, quote, confidence=0.96)
    if hit.last:
        yield Found("end_time", hit.last, hit.start, hit.end, quote, confidence=0.96)
