"""One activity on several days that is a session of its own on each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from submissions.reading.dates import DateRole
from submissions.reading.found import Found
from submissions.reading.moments import listed_days
from submissions.reading.page import Page


def days_apart(page: Page) -> list[date]:
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
    r"\btelkens|\bsteeds\b|iedere keer|elke keer|elke (?:avond|middag|"
    r"ochtend)",
    re.I,
)


def on_day(prose: list[Found], day: date) -> Iterator[Found]:
    """One session of what is held on several days at the same hours."""
    for one in prose:
        if one.field == "first_day":
            yield replace(one, value=day, confidence=0.9 if one.confidence > 0.5 else 0.2)
        elif one.field != "last_day":
            yield one


_EVERY = re.compile(
    r"\b(?:elke|iedere)\s(?:ochtend|middag|avond)\s(?:van|in|tijdens)\b", re.IGNORECASE
)
WORKING_DAYS = 5


def _each_of_week(page: Page) -> list[date]:
    """ "Elke ochtend van de actieweek": its working days, each a session of its own."""
    day = page.moment.day
    if day is None or day.first == day.last or page.moment.hours.start is None:
        return []
    if not _EVERY.match(page.passage.text[day.start : day.end]):
        return []
    all_days = (day.first + timedelta(n) for n in range((day.last - day.first).days + 1))
    return [one for one in all_days if one.weekday() < WORKING_DAYS]
