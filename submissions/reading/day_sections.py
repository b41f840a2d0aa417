"""A programme by day: headings that are a day, with below each what is held on it."""

import re
from collections.abc import Iterator
from datetime import date

from submissions.reading.context import Context
from submissions.reading.day_hits import DateRole
from submissions.reading.lines import Line
from submissions.reading.masks import masked
from submissions.reading.moments import read_moment
from submissions.reading.times import find_times

LINES_LIMIT = 400
HEADING_LIMIT = 70
_BARE_DAY = re.compile(
    r"[^\w]*(?:(?:op|dag|programma|de|van|aanstaande|a\.s|\d)[^\w]*){0,3}", re.IGNORECASE
)
_LIST_ITEM = re.compile(r"\s{0,8}(?:[-*•·–—▪►✔]|\d{1,2}[.)]|[a-e][.)])\s{1,6}(?=\S)")
_NOTHING = re.compile(
    r"\s*(?:niets\b|geen (?:activiteit|programma)|vrij\b|gesloten|rustdag|-\s*$)", re.IGNORECASE
)

Part = tuple[int, int, str]  # start, end, text with blanks for what is of others


def under_headings(
    text: str, lines: list[Line], context: Context, reference: date
) -> Iterator[Part]:
    """What stands under each of at least two headings; several where a day has several."""
    heads = [
        number
        for number, line in enumerate(lines[:LINES_LIMIT])
        if _is_heading(line.text, context, reference)
    ]
    if len(heads) < 2:
        return
    for position, number in enumerate(heads):
        last = position + 1 == len(heads)
        own = lines[number + 1 : LINES_LIMIT if last else heads[position + 1]]
        own = _until_other_matters(own) if last else own
        for part in _parts(own):
            yield joined(text, lines[number], part)


def _is_heading(line: str, context: Context, reference: date) -> bool:
    """A line with one day and no more than what belongs to it."""
    if not 3 < len(line.strip()) <= HEADING_LIMIT or not re.search(r"\d|dag\b|dei\b", line):
        return False
    moment = read_moment(line, context, reference)
    if moment.day is None or moment.day.role is not DateRole.EVENT or moment.times:
        return False
    if moment.day.first != moment.day.last:
        return False
    left = f"{line[: moment.day.start]} {line[moment.day.end :]}"
    return _BARE_DAY.fullmatch(left) is not None


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    own: list[Line] = []
    for line in lines:
        if line.text.strip():
            own.append(line)
        elif own:
            yield own
            own = []
    if own:
        yield own


def _has_hours(lines: list[Line]) -> bool:
    return bool(find_times(masked("\n".join(line.text for line in lines))))


def _until_other_matters(lines: list[Line]) -> list[Line]:
    """Of the last day: up to the first paragraph without hours after one that has them."""
    kept: list[Line] = []
    timed = False
    for own in _paragraphs(lines):
        has = _has_hours(own)
        if timed and not has:
            break
        timed = timed or has
        kept += own
    return kept


def _parts(lines: list[Line]) -> Iterator[list[Line]]:
    told = [line for line in lines if line.text.strip()]
    if not told or _NOTHING.match(told[0].text):
        return
    for split in (_by_items(lines), list(_paragraphs(lines))):
        timed = [own for own in split if _has_hours(own)]
        if len(timed) > 1:
            yield from timed
            return
    yield told


def _by_items(lines: list[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if _LIST_ITEM.match(line.text[:24]):
            found.append([line])
        elif found and line.text.strip():
            found[-1].append(line)
    return found


def joined(text: str, head: Line, own: list[Line]) -> Part:
    """From the heading on, with blanks for what stands between."""
    start, end = head.start, own[-1].end
    own = [line for line in own if line.start >= head.start]
    kept = ["\n" if one == "\n" else " " for one in text[start:end]]
    for line in (head, *own):
        kept[line.start - start : line.end - start] = line.text
    return start, end, "".join(kept)
