"""When it is: the day and the hours of the activity, out of all days and times in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from agenda.when import MONTHS, WEEKDAYS
from submissions.reading.context import Context
from submissions.reading.dates import find_dates
from submissions.reading.day_hits import DateHit, DateRole
from submissions.reading.day_roles import NEW, SIGN_UP, beside_days, clause, event_day, with_roles
from submissions.reading.found import Found
from submissions.reading.lengths import read_length
from submissions.reading.masks import masked
from submissions.reading.time_roles import TimeRole
from submissions.reading.times import Hours, TimeHit, find_times, hours

_WHOLE_DAY = re.compile(
    r"\b(?:de\s)?(?:hele|gehele|ganse)\sdag\b|\bhele dagen\b|\bde hele week\b|\bde heule dag\b|"
    r"\ball day\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?P<amount>half\suur(?:tje)?|uur(?:tje)?|kwartier(?:tje)?|"
    r"\d{1,2}\sminuten)\s(?P<way>later|eerder)",
    re.IGNORECASE,
)


EARLIEST_END = 9  # an end told alone, in words: nothing is over before that


@dataclass(frozen=True, slots=True)
class Moment:
    """The day and the hours that were chosen, and all that was seen."""

    day: DateHit | None
    hours: Hours
    whole_day: tuple[int, int] | None
    days: tuple[DateHit, ...]
    times: tuple[TimeHit, ...]
    lasts: int = 0  # minutes, when a length is told


def read_moment(text: str, context: Context, reference: date) -> Moment:
    """`reference` is the day on which the text was written."""
    plain = masked(text)
    days = tuple(with_roles(plain, find_dates(plain, context, reference), reference))
    claimed = bytearray(len(plain))
    for hit in days:
        claimed[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    times = tuple(beside_days(plain, find_times(plain, claimed), days))
    day = event_day(plain, days, context.week_ahead(reference))
    whole = _WHOLE_DAY.search(plain)
    return Moment(
        day=day,
        hours=_hours_near(plain, day, list(times)),
        whole_day=whole.span() if whole else None,
        days=days,
        times=times,
        lasts=read_length(plain),
    )


def _hours_near(text: str, day: DateHit | None, times: list[TimeHit]) -> Hours:
    """The hours told nearest to the day; a change from one time to another counts the new one."""
    usable = [hit for hit in times if hit.role is not TimeRole.OTHER]
    if day is None or not usable:
        return hours(usable)
    ranges = [hit for hit in usable if hit.last and hit.role is TimeRole.START]
    new = [
        hit
        for hit in usable
        if NEW.search(clause(text, hit.start, 40)) and hit.role is TimeRole.START
    ]
    if new and len([hit for hit in usable if hit.role is TimeRole.START]) > 1:
        later = [hit for hit in usable if hit.start >= new[-1].start]
        return hours(later)
    if len(ranges) > 1:
        return Hours(min(ranges, key=lambda hit: _distance(day, hit)))
    return hours(usable)


def _distance(day: DateHit, hit: TimeHit) -> int:
    return hit.start - day.end if hit.start >= day.end else 3 * (day.start - hit.end)


def moment_found(text: str, moment: Moment, confidence: float, detail: str = "") -> Iterator[Found]:
    """As values of the fields of `When`."""
    if moment.day is not None:
        yield from _day_found(text, moment, confidence, detail)
    for hit in moment.days:
        if hit.role is DateRole.DEADLINE and SIGN_UP.search(
            clause(text, hit.start, 160) + text[hit.end : hit.end + 40]
        ):
            yield Found(
                "registration_closes",
                hit.last,
                hit.start,
                hit.end,
                text[hit.start : hit.end],
                confidence=0.8,
            )
    start = moment.hours.start
    if start is not None:
        quote = text[start.start : start.end]
        sure = confidence if start.exact else confidence - 0.15
        yield Found(
            "start_time", start.first, start.start, start.end, quote, confidence=sure, detail=detail
        )
        yield Found(
            "all_day", False, start.start, start.end, quote, confidence=confidence, detail=detail
        )
    ending = moment.hours.end or start
    last = moment.hours.last or _by_length(moment)
    if ending is not None and last is not None:
        quote = text[ending.start : ending.end]
        yield Found(
            "end_time", last, ending.start, ending.end, quote, confidence=confidence, detail=detail
        )
    if start is None and moment.hours.end is not None:
        end = moment.hours.end
        clock = end.first
        if not end.exact and clock.hour < EARLIEST_END:
            clock = clock.replace(hour=clock.hour + 12)
        yield Found(
            "end_time",
            clock,
            end.start,
            end.end,
            text[end.start : end.end],
            confidence=0.6,
            detail=detail,
        )
    several = moment.day is not None and moment.day.last > moment.day.first
    if start is None and (moment.whole_day or several):
        span = moment.whole_day or (moment.day.start, moment.day.end)  # type: ignore[union-attr]
        yield Found(
            "all_day",
            True,
            *span,
            text[slice(*span)],
            confidence=0.85 if moment.whole_day else 0.6,
            detail=detail,
        )


def end_of(told: Iterable[Found], moment: Moment) -> Iterator[Found]:
    """The end that running text tells of what begins, by its label, at the hour that it names."""
    start = next((one for one in told if one.field == "start_time"), None)
    if start is None or any(one.field == "end_time" for one in told):
        return
    last = moment.hours.last if moment.hours.first == start.value else None
    last = last or _after(start.value, moment.lasts)
    if last is not None and last > start.value:
        yield replace(start, field="end_time", value=last, confidence=0.7)


def _by_length(moment: Moment) -> time | None:
    """The end of what "duurt twee uur"."""
    return _after(moment.hours.first, moment.lasts)


def _after(first: time | None, minutes: int) -> time | None:
    if not minutes or first is None:
        return None
    total = first.hour * 60 + first.minute + minutes
    return time(total // 60, total % 60) if total < 24 * 60 else None


def _day_found(text: str, moment: Moment, confidence: float, detail: str) -> Iterator[Found]:
    assert moment.day is not None
    others = [hit for hit in moment.days if hit.role is DateRole.EVENT and hit is not moment.day]
    for hit in (moment.day, *others[:4]):
        sure = min(confidence, hit.confidence + 0.03)
        if hit.contradicts:
            sure = min(sure, 0.5)
        if hit is not moment.day:
            sure = min(sure, 0.3)
        quote = text[hit.start : hit.end]
        yield Found(
            "first_day", hit.first, hit.start, hit.end, quote, confidence=sure, detail=detail
        )
        if hit is moment.day and (last := _last_of(moment)) > hit.first:
            yield Found("last_day", last, hit.start, hit.end, quote, confidence=sure, detail=detail)


def listed_days(moment: Moment) -> list[date]:
    """The days of "2, 3 en 4 juni", when that is how the day was told."""
    if moment.day is None:
        return []
    more = [hit.first for hit in moment.days if hit.start == hit.end == moment.day.end]
    return [moment.day.first, *more] if more else []


def _last_of(moment: Moment) -> date:
    """The last day; of listed days only when they follow one another."""
    assert moment.day is not None
    days = listed_days(moment)
    if days and (days[-1] - days[0]).days == len(days) - 1:
        return days[-1]
    return moment.day.last


def contradictions(text: str, moment: Moment) -> list[str]:
    """Weekdays that are not those of their date, told and not resolved."""
    problems = []
    for hit in moment.days:
        if hit.contradicts and hit.role is DateRole.EVENT:
            day = hit.first
            problems.append(
                f"‘{' '.join(text[hit.start : hit.end].split())}’ klopt niet: {day.day} "
                f"{MONTHS[day.month - 1]}"
                f" {day.year} is een {WEEKDAYS[day.weekday()]}."
            )
    return problems


def later_by(text: str) -> int:
    """The minutes of "een half uur later", negative for "eerder"; 0 when nothing of it is told."""
    match = _LATER.search(text)
    if match is None:
        return 0
    amount = match["amount"].lower()
    minutes = 30 if amount.startswith("half") else 60 if amount.startswith("uur") else 15
    if amount[0].isdigit():
        minutes = int(amount.split()[0])
    return minutes if match["way"].lower() == "later" else -minutes
