"""What lasts all week, under a heading of its own among the days of a programme."""

import re
from collections.abc import Sequence
from datetime import date

from submissions.reading.context import Context
from submissions.reading.day_hits import DateHit
from submissions.reading.lines import Line

_HEADING = re.compile(
    r"[^\w\n]{0,6}(?:(?:de\s)?(?:hele|gehele|ganse)\s(?:actie)?week(?:\sdoor)?|(?:gedurende|tijdens)\sde\s(?:hele\s|gehele\s)?(?:actie)?week|"
    r"(?:alle|elke|iedere)\s(?:week|werk|school)?dag(?:en)?(?:\svan\sde\s(?:actie)?week)?|doorlopend|dagelijks|"
    r"ma(?:andag)?\s(?:t/m|tot\sen\smet|tot|-|–)\svr(?:ijdag)?)\s?:?[^\w\n]{0,4}",
    re.IGNORECASE,
)
LINES_LIMIT = 400
TRUST = 0.8
LEAST_WORDS = 2


def all_week(
    lines: Sequence[Line], context: Context, days: Sequence[DateHit]
) -> list[tuple[list[Line], DateHit]]:
    """The lines below each such heading, up to an empty one, with the days of the week."""
    if not days:
        return []
    week = context.week_near(min(day.first for day in days))
    if week is None or not all(_within(day, week.first, week.last) for day in days):
        return []
    found = []
    for number, line in enumerate(lines[:LINES_LIMIT]):
        if len(line.text) > 60 or not _HEADING.fullmatch(line.text.strip()):
            continue
        own = []
        for below in lines[number + 1 : number + 8]:
            if not below.text.strip():
                break
            own.append(below)
        if sum(len(one.text.split()) for one in own) >= LEAST_WORDS:
            hit = DateHit(week.first, week.last, 0, len(line.text), TRUST)
            found.append(([line, *own], hit))
    return found


def _within(day: DateHit, first: date, last: date) -> bool:
    return first <= day.first and day.last <= last
