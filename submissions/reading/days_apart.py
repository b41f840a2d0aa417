"""One activity on several days that is a session of its own on each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from submissions.reading.dates import DateRole
from submissions.reading.found import PLACE_FIELDS, Found, moved
from submissions.reading.moments import later_by, listed_days
from submissions.reading.page import Page
from submissions.reading.time_roles import TimeRole
from submissions.reading.times import TimeHit, shifted
from submissions.reading.venues import read_place_prose
from submissions.reading.words import DAY_NAME, PART_OF_DAY, day_number


def on_each_day(page: Page, told: list[Found]) -> list[list[Found]]:
    """The candidates of each session; of one activity when its days are not apart."""
    days = _days_apart(page)
    if not days:
        return _each_where(page, told) or _each_hour(page, told) or [told]
    other = _numbered_hours(page, days) or other_hours(page, days)
    sessions = []
    for day in days:
        own = other.get(day, ())
        if own is not None:
            sessions.append([*_on_day(told, day), *own])
    return sessions


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
    # "31 mei en 3 juni van 9.30 tot 11.00 uur": with days between, it is held twice.
    skips = any((later - day).days > 1 for day, later in pairwise(found))
    twice = skips and page.moment.hours.last is not None
    return found if twice or _EACH_TIME.search(text[run[0].start : run[-1].end + 80]) else []


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


MANY_DAYS = 6
_ON = re.compile(
    rf"\b(?:op|alleen|behalve|uitgezonderd|maar|niet|dat we|"
    rf"en)\s(?:op\s)?(?:de\s)?(?P<day>{DAY_NAME})"
    rf"(?:{PART_OF_DAY})?\b",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    rf"(?<!\w)(?P<day>{DAY_NAME})\s(?:slaan (?:we|wij) over|niet\b(?! alleen)|vervalt|valt uit|"
    r"(?:zijn|is) (?:we|wij|er|het) (?:dicht|gesloten|niet|geen))",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"(?:behalve|uitgezonderd|niet)", re.IGNORECASE)
_OTHER_HOURS = 180  # characters behind the name of the day


def other_hours(page: Page, days: list[date]) -> dict[date, tuple[Found, ...] | None]:
    """Of days that differ: their own hours, or None for one that is left out."""
    text = page.passage.text
    usual = page.moment.hours
    found: dict[date, tuple[Found, ...] | None] = {}
    for match in _SKIPPED.finditer(text):
        day = next((one for one in days if one.weekday() == day_number(match["day"])), None)
        if day is not None:
            found[day] = None
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
        later = later_by(text[match.end() : match.end() + 60])
        ends = [
            hit
            for hit in page.moment.times
            if match.end() <= hit.start < match.end() + 60 and hit.role is TimeRole.END
        ]
        if near:
            found[day] = tuple(_hours_found(text, near[0]))
        elif later and usual.start:
            found[day] = tuple(_hours_found(text, shifted(usual.start, later)))[:1]
        elif ends and usual.first and ends[0].first > usual.first:
            found[day] = (replace(next(_hours_found(text, ends[0])), field="end_time"),)
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


_TIMES_A_DAY = re.compile(
    r"\b(?P<many>twee|drie|2|3)\s?(?:keer|maal|x\b|voorstellingen|sessies|rondes|workshops|tijdstippen|opvoeringen)|"
    r"\b(?P<maal>twee|drie)maal\b",
    re.IGNORECASE,
)
_AS_MANY = {"twee": 2, "2": 2, "drie": 3, "3": 3}


def _each_hour(page: Page, told: list[Found]) -> list[list[Found]]:
    """ "Twee keer: om 10.30 uur voor scholen en om 19.30 uur voor ouders": a session an hour."""
    many = _TIMES_A_DAY.search(page.passage.text)
    days = {hit.first for hit in page.moment.days if hit.role is DateRole.EVENT}
    hits = [hit for hit in page.moment.times if hit.role is TimeRole.START]
    if many is None or len(days) != 1 or len({hit.first for hit in hits}) != len(hits):
        return []
    if len(hits) != _AS_MANY[(many["many"] or many["maal"]).lower()]:
        return []
    if any(two.start - one.end > _OTHER_HOURS for one, two in pairwise(hits)):
        return []
    rest = [one for one in told if one.field not in ("start_time", "end_time")]
    return [[*rest, *_hours_found(page.passage.text, _lasting(hit, page))] for hit in hits]


def _lasting(hit: TimeHit, page: Page) -> TimeHit:
    """With the end that a length tells, where the hour has none."""
    end = shifted(hit, page.moment.lasts).first if page.moment.lasts and not hit.last else hit.last
    return replace(hit, last=end)


_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
STRETCH = 220  # characters behind a day in which its place is looked for


def _each_where(page: Page, told: list[Found]) -> list[list[Found]]:
    """ "Dinsdag 1 juni in Gieten, bij De Brem, en donderdag 3 juni in Borger": a place a day."""
    text = page.passage.text
    hits = [h for h in page.moment.days if h.role is DateRole.EVENT and h.first == h.last]
    if not 2 <= len({hit.first for hit in hits}) == len(hits) <= MANY_DAYS:
        return []
    sessions, towns = [], []
    for number, hit in enumerate(hits):
        stop = hits[number + 1].start if number + 1 < len(hits) else hit.end + STRETCH
        ends = _SENTENCE_END.search(text, hit.end, stop)
        start = hit.end
        own = text[start : ends.start() if ends else stop]
        place = [
            replace(moved(one, start), confidence=min(one.confidence + 0.1, 0.9))
            for one in read_place_prose(own, page.context)
        ]
        town = next((o.value for o in place if o.field == "town" and o.confidence > 0.7), None)
        if town is None:
            return []
        towns.append(town)
        hours = [h for h in page.moment.times if start <= h.start < start + len(own)]
        times = list(_hours_found(text, hours[0])) if hours else []
        rest = [o for o in _on_day(told, hit.first) if o.field not in PLACE_FIELDS]
        sessions.append([*rest, *place, *times])
    return sessions if len(set(towns)) == len(towns) else []
