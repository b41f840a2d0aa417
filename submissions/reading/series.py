"""Several activities in one text: a line or a list item for each."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from submissions.reading.context import Context
from submissions.reading.dates import DateRole
from submissions.reading.found import Found
from submissions.reading.moments import Moment, later_by, read_moment
from submissions.reading.structure import Line, lines_of
from submissions.reading.words import DAY_NAME, PART_OF_DAY, day_number

_TOPIC = re.compile(
    rf"\s{{0,8}}[-*•·–—]?\s{{0,4}}(?P<day>{DAY_NAME})(?P<part>{PART_OF_DAY})?\s?\.?\s{{0,2}}[:–—-]\s{{0,3}}(?P<topic>\S.{{1,100}})",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s{0,8}(?:[-*•·–—▪]|\d{1,2}[.)])\s{1,4}(?=\S)")
_EXCEPTION = re.compile(
    rf"(?:alleen|behalve|"
    rf"maar)\s(?:op\s)?(?P<day>{DAY_NAME})(?P<rest>[^.!?\n]{{0,80}}(?:\n[^.!?\n]{{0,80}})?)",
    re.IGNORECASE,
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


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of the text that tells of one activity; `moment` counts from its start."""

    start: int
    end: int
    moment: Moment


def read_items(text: str, context: Context, reference: date) -> list[Item]:
    """List items, each with a day of its own; lines that follow belong to the item before."""
    lines = list(lines_of(text))
    starts = [number for number, line in enumerate(lines) if _ITEM.match(line.text[:20])]
    found: list[Item] = []
    for position, number in enumerate(starts[:ITEMS_LIMIT]):
        stop = starts[position + 1] if position + 1 < len(starts) else _end(lines, number)
        end = lines[stop - 1].end if stop > number else lines[number].end
        start = lines[number].start
        moment = read_moment(text[start:end], context, reference)
        if moment.day and moment.day.role is DateRole.EVENT and len(text[start:end].strip()) > 25:
            found.append(Item(start, end, moment))
    days = {(item.moment.day.first, item.moment.hours.first) for item in found if item.moment.day}
    return found if len(found) > 1 and len(days) == len(found) and len(found) == len(starts) else []


def _end(lines: list[Line], number: int) -> int:
    """The line after the last item: the first empty one."""
    for stop in range(number + 1, len(lines)):
        if not lines[stop].text.strip():
            return stop
    return len(lines)


def item_title(text: str, item: Item, taken: list[Found]) -> Found | None:
    """What is left of the item when its day, hours and place are taken out: the first words."""
    spans = [(found.start, found.end) for found in taken if item.start <= found.start < item.end]
    line = list(text[item.start : item.end])
    for start, end in spans:
        for at in range(start - item.start, min(end, item.end) - item.start):
            line[at] = "\x00"
    left = "".join(line)
    for piece in re.finditer(r"[^\x00,;|–—()\n]{4,120}", left):
        words = piece[0].strip(" -*•:.\t")
        words = re.sub(
            r"^(?:op|van|om|in|tot|uur|u|te)\s|\s(?:op|van|om|in|te|tot)$", "", words
        ).strip(" :-")
        if re.search(r"[^\W\d_]{4,}", words):
            at = text.find(words, item.start)
            if at >= 0:
                return Found("title", words, at, at + len(words), words, confidence=0.8)
    return None
