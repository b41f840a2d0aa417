"""When it is: the day and the hours of the activity, out of all days and times in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from agenda.when import MONTHS, WEEKDAYS
from submissions.reading.context import Context
from submissions.reading.dates import DateHit, DateRole, find_dates
from submissions.reading.found import Found
from submissions.reading.masks import masked
from submissions.reading.times import Hours, TimeHit, TimeRole, find_times, hours

_DEADLINE = re.compile(
    r"(?:uiterlijk|v[óo]ó?r|tot(?:\sen\smet)?|t/m|sluit\w*|deadline|closing|"
    r"before)\W{0,4}(?:op\s|de\s|en\smet\s)?(?:\w+dag\s)?$",
    re.IGNORECASE,
)
_SURELY_DEADLINE = re.compile(
    r"(?:uiterlijk|vóór|deadline|sluit\w*)\W{0,4}(?:op\s)?(?:\w+dag\s)?$", re.IGNORECASE
)
_SIGN_UP = re.compile(
    r"aanmeld|inschrijv|opgev|opgave|reageer|reserver|bel\b|beschikbaar|laat het|registr|geldig|"
    r"meld\w* (?:je|u)|register",
    re.I,
)
_PAST = re.compile(
    r"vorig\w* (?:jaar|editie|keer)|afgelopen|sinds|destijds|eerder al|in het verleden|verleden "
    r"jaar|toen\b|last year|werd gehouden",
    re.I,
)
_ELSEWHERE = re.compile(
    r"vergadering van|gesloten|bereikbaar|aanwezig|mail van|bericht van|brief van|verzonden|"
    r"schreef|telefonisch|vakantie|geboren|d\.?d\.?\s$|"
    r"besluit van|wet van|vanaf\s$",
    re.IGNORECASE,
)
_WHOLE_DAY = re.compile(
    r"\b(?:de\s)?(?:hele|gehele|ganse)\sdag\b|\bhele dagen\b|\bde hele week\b|\bde heule dag\b|"
    r"\ball day\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"(?:naar|wordt|nu|nieuwe \w+|maar|voortaan)\W{0,3}(?:op\s|om\s|is\s)?(?:\w+dag\s)?$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?P<amount>half\suur(?:tje)?|uur(?:tje)?|kwartier(?:tje)?|"
    r"\d{1,2}\sminuten)\s(?P<way>later|eerder)",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[.!?;](?=\s)|\n\s*\n|[()]|\n\s{0,4}[-*•]")
_LASTS = re.compile(
    r"duurt\s(?:ongeveer\s|circa\s|zo'n\s)?(?P<n>\d{1,3}|een|één|twee|drie|anderhalf|"
    r"vier)\s(?P<unit>uur|uurtje|minuten)",
    re.IGNORECASE,
)
_HOURS_WORDS = {"een": 60, "één": 60, "anderhalf": 90, "twee": 120, "drie": 180, "vier": 240}


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
    days = tuple(
        replace(hit, role=_role(plain, hit, reference))
        for hit in find_dates(plain, context, reference)
    )
    claimed = bytearray(len(plain))
    for hit in days:
        claimed[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    times = tuple(find_times(plain, claimed))
    day = _event_day(plain, days)
    whole = _WHOLE_DAY.search(plain)
    return Moment(
        day=day,
        hours=_hours_near(plain, day, list(times)),
        whole_day=whole.span() if whole else None,
        days=days,
        times=times,
        lasts=_length(plain),
    )


def _length(text: str) -> int:
    match = _LASTS.search(text)
    if match is None:
        return 0
    amount = match["n"].lower()
    if amount.isdigit():
        return min(int(amount) * (1 if match["unit"].lower() == "minuten" else 60), 720)
    return _HOURS_WORDS[amount]


def _clause(text: str, start: int, reach: int = 90) -> str:
    before = text[max(0, start - reach) : start]
    breaks = list(_SENTENCE_BREAK.finditer(before))
    return before[breaks[-1].end() :] if breaks else before


def _role(text: str, hit: DateHit, reference: date) -> DateRole:
    before = _clause(text, hit.start)
    if _DEADLINE.search(before) and (
        _SIGN_UP.search(before)
        or _SURELY_DEADLINE.search(before)
        or _SIGN_UP.search(text[hit.end : hit.end + 40])
    ):
        return DateRole.DEADLINE
    if _PAST.search(before[-50:]) or (
        hit.confidence >= 0.9 and hit.last < reference - timedelta(days=270)
    ):
        return DateRole.PAST
    if _ELSEWHERE.search(before[-40:]) or re.match(
        r".{0,20}\b(?:gesloten|niet bereikbaar|afwezig)", text[hit.end : hit.end + 40]
    ):
        return DateRole.OTHER
    return DateRole.EVENT


def _event_day(text: str, days: tuple[DateHit, ...]) -> DateHit | None:
    """The surest one; of equal ones that which a change leads to, otherwise the first."""
    event = [hit for hit in days if hit.role is DateRole.EVENT]
    if not event:
        return None
    new = [hit for hit in event if _NEW.search(_clause(text, hit.start, 40))]
    if new and len(event) > 1:
        return new[-1]
    return max(event, key=lambda hit: (round(hit.confidence, 1), -hit.start))


def _hours_near(text: str, day: DateHit | None, times: list[TimeHit]) -> Hours:
    """The hours told nearest to the day; a change from one time to another counts the new one."""
    usable = [hit for hit in times if hit.role is not TimeRole.OTHER]
    if day is None or not usable:
        return hours(usable)
    ranges = [hit for hit in usable if hit.last and hit.role is TimeRole.START]
    new = [
        hit
        for hit in usable
        if _NEW.search(_clause(text, hit.start, 40)) and hit.role is TimeRole.START
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
        if hit.role is DateRole.DEADLINE and _SIGN_UP.search(
            _clause(text, hit.start, 160) + text[hit.end : hit.end + 40]
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


def _by_length(moment: Moment) -> time | None:
    """The end of what "duurt twee uur"."""
    if not moment.lasts or moment.hours.first is None:
        return None
    total = moment.hours.first.hour * 60 + moment.hours.first.minute + moment.lasts
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
