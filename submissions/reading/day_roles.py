"""Which of the days in a text is the activity's own, and which hours belong to which day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from submissions.reading.context import Week
from submissions.reading.day_hits import DateHit, DateRole
from submissions.reading.time_roles import TimeRole
from submissions.reading.times import TimeHit

_DEADLINE = re.compile(
    r"(?:uiterlijk|v[óo]ó?r|tot(?:\sen\smet)?|t/m|sluit\w*|deadline|closing|"
    r"before)\W{0,4}(?:op\s|de\s|en\smet\s)?(?:\w+dag\s)?$",
    re.IGNORECASE,
)
_SURELY_DEADLINE = re.compile(
    r"(?:uiterlijk|vóór|deadline|sluit\w*)\W{0,4}(?:op\s)?(?:\w+dag\s)?$", re.IGNORECASE
)
SIGN_UP = re.compile(
    r"\blink\b|\bte downloaden\b|aanmeld|inschrijv|opgev|opgave|reageer|reserver|bel\b|"
    r"beschikbaar|laat het|registr|geldig|"
    r"meld\w* (?:je|u)|register",
    re.I,
)
_PAST = re.compile(
    r"vorig\w* (?:jaar|editie|keer)|afgelopen|sinds|destijds|eerder al|in het verleden|verleden "
    r"jaar|toen\b|last year|werd gehouden",
    re.I,
)
_WEEK_OF = re.compile(r"\bin (?:de|die|deze|dezelfde) week van (?:maandag\s)?$", re.IGNORECASE)
_IN_YEAR = re.compile(r"\bin\s(20\d\d)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"vergadering van|gesloten|bereikbaar|aanwezig\b|mail van|bericht van|brief van|verzonden|"
    r"schreef|telefonisch|vakantie|geboren|d\.?d\.?\s$|"
    r"besluit van|wet van|vanaf\s$",
    re.IGNORECASE,
)
NEW = re.compile(
    r"\b(?:naar|wordt|nu|nieuwe \w+|maar|voortaan|vervroegd|verschoven|uitgesteld|verzet|"
    r"verplaatst)"
    r"\W{0,3}(?:(?:naar|tot|op|om|is)\s)?(?:\w+dag\s)?$",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[.!?;](?=\s)|\n\s*\n|[()]|\n\s{0,4}[-*•]")


def with_roles(text: str, days: list[DateHit], reference: date) -> Iterator[DateHit]:
    floor = 0
    for hit in days:
        known = hit.role is not DateRole.EVENT
        yield hit if known else replace(hit, role=_role(text, hit, reference, floor))
        floor = hit.end if hit.end > hit.start else floor


_JOINT = re.compile(r"[\s,(|/]{0,4}(?:(?:om|vanaf|van|tot|at|from|tussen|aanvang)\s)?")


def beside_days(text: str, times: list[TimeHit], days: tuple[DateHit, ...]) -> Iterator[TimeHit]:
    """An hour right behind a date belongs to it: to a closing date, or to the day itself."""
    ends = {hit.end: hit.role for hit in days if hit.end > hit.start}
    for hit in times:
        role = next(
            (
                ends[at]
                for at in range(hit.start, max(-1, hit.start - 14), -1)
                if at in ends and _JOINT.fullmatch(text[at : hit.start])
            ),
            None,
        )
        if role in (DateRole.DEADLINE, DateRole.PAST):
            yield replace(hit, role=TimeRole.OTHER)
        elif role is DateRole.EVENT and hit.role is TimeRole.OTHER:
            yield replace(hit, role=TimeRole.START)
        else:
            yield hit


def clause(text: str, start: int, reach: int = 90) -> str:
    before = text[max(0, start - reach) : start]
    breaks = list(_SENTENCE_BREAK.finditer(before))
    return before[breaks[-1].end() :] if breaks else before


def _role(text: str, hit: DateHit, reference: date, floor: int = 0) -> DateRole:
    """`floor` is where the date before it ends: words before that are about that one."""
    before = clause(text, hit.start)
    if hit.first == hit.last and _WEEK_OF.search(before):
        return DateRole.OTHER
    own = before[max(0, len(before) - (hit.start - floor)) :]
    if _DEADLINE.search(before) and (
        SIGN_UP.search(before)
        or _SURELY_DEADLINE.search(before)
        or SIGN_UP.search(text[hit.end : hit.end + 40])
    ):
        return DateRole.DEADLINE
    year = _IN_YEAR.search(own[-50:])
    if (
        _PAST.search(own[-50:])
        or (year and int(year[1]) < reference.year)
        or (hit.confidence >= 0.9 and hit.last < reference - timedelta(days=270))
    ):
        return DateRole.PAST
    if _ELSEWHERE.search(own[-40:]) or re.match(
        r".{0,20}\b(?:gesloten|niet bereikbaar|afwezig)", text[hit.end : hit.end + 40]
    ):
        return DateRole.OTHER
    return DateRole.OTHER if _is_dateline(text, hit, reference) else DateRole.EVENT


_TOWN_BEFORE = re.compile(r"(?:^|\n)[ \t>]{0,6}['’]?[A-Z][\w .'’-]{1,40},\s{0,3}(?:de\s)?$")
_THE_WEEK = re.compile(r"actie\s?week|week van de thuiszitters", re.IGNORECASE)
NEAR = 7  # days around the week of action


def _is_dateline(text: str, hit: DateHit, reference: date) -> bool:
    """ "Utrecht, 12 mei 2027": the day of writing, at the head of a letter or a press release."""
    return abs((hit.first - reference).days) <= 10 and bool(
        _TOWN_BEFORE.search(text[max(0, hit.start - 60) : hit.start])
    )


def event_day(text: str, days: tuple[DateHit, ...], week: Week | None) -> DateHit | None:
    """The surest one; of equal ones that which a change leads to, otherwise the first.

    Days in or beside the week of action come before others.
    """
    event = [hit for hit in days if hit.role is DateRole.EVENT]
    if not event:
        return None
    new = [hit for hit in event if NEW.search(clause(text, hit.start, 40))]
    if new and len(event) > 1:
        return new[-1]

    def trust(hit: DateHit) -> tuple[bool, bool, float, int]:
        near = week is not None and week.distance(hit.first) <= NEAR
        # "De Actieweek (31 mei t/m 4 juni)" tells when the week is.
        whole = week is not None and (hit.first, hit.last) == (week.first, week.last)
        named = whole and _THE_WEEK.search(text[max(0, hit.start - 60) : hit.start])
        return near, not named, round(hit.confidence, 1), -hit.start

    return max(event, key=trust)
