"""A series: one activity on several days, a line for what each day is about."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from submissions.reading.lines import lines_of
from submissions.reading.moments import Moment, later_by
from submissions.reading.times import Hours
from submissions.reading.words import DAY_NAME, PART_OF_DAY, day_number

_TOPIC = re.compile(
    rf"\s{{0,8}}[-*•·–—]?\s{{0,4}}(?P<day>{DAY_NAME})(?P<part>{PART_OF_DAY})?\s?\.?\s{{0,2}}[:–—-]\s{{0,3}}(?P<topic>\S.{{1,100}})",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    rf"(?:alleen|behalve|"
    rf"maar)\s(?:op\s)?(?P<day>{DAY_NAME})(?P<rest>[^.!?\n]{{0,80}}(?:\n[^.!?\n]{{0,80}})?)",
    re.IGNORECASE,
)
_BEFORE_HOUR = re.compile(
    r"[\s,(–-]+(?:(?:van|om|vanaf|vertrek|start|aanvang|tussen|begin)\s?)?$", re.IGNORECASE
)
ITEMS_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a series: what differs from the series itself."""

    topic: str
    start: int
    end: int
    day: date
    later: int  # minutes that it begins later than the others


def named_apart(topic: str, hours: Hours) -> str:
    """The topic without the hours that it tells and what follows them."""
    at = hours.start.start if hours.start else len(topic)
    name = _BEFORE_HOUR.sub("", topic[:at])
    return name if re.search(r"[^\W\d_]{3}", name) else topic


def read_series(text: str, moment: Moment) -> list[Session]:
    """``- maandag: koken``: at least two days within the range of days that the text tells."""
    if moment.day is None:
        return []
    first, last = moment.day.first, moment.day.last
    if last == first:
        last = first + timedelta(days=6)
    exceptions = {
        day_number(match["day"]): later_by(match["rest"]) for match in _EXCEPTION.finditer(text)
    }
    found = []
    for line in lines_of(text):
        match = _TOPIC.match(line.text[:200])
        weekday = day_number(match["day"]) if match else None
        if match is None or weekday is None:
            continue
        day = first + timedelta(days=(weekday - first.weekday()) % 7)
        topic = match["topic"].strip(" .;,")
        if day <= last and not re.match(r"\d", topic):
            start = line.start + match.start("topic")
            found.append(Session(topic, start, start + len(topic), day, exceptions.get(weekday, 0)))
    days = {session.day for session in found}
    return found[:ITEMS_LIMIT] if len(days) > 1 and len(days) == len(found) else []
