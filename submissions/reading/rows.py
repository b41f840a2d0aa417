"""Rows without a head: each a day, hours and the rest, set apart by bars, tabs or wide gaps."""

import re
from collections.abc import Iterator
from datetime import date

from submissions.reading.context import Context
from submissions.reading.day_hits import DateRole
from submissions.reading.day_sections import Part, joined
from submissions.reading.lines import Line
from submissions.reading.masks import masked
from submissions.reading.moments import read_moment
from submissions.reading.times import find_times

_MARK = re.compile(r"\s?[|\t]\s?|\s{2,}|\s[/•·]\s|\s;\s|\s[–—-]\s(?=[A-ZÀ-Ý‘“\"'])")
_RULE = re.compile(r"[\s|:+=_-]{3,2000}")
LEAST_CELLS = 3
LEAST_ROWS = 2
LINES_LIMIT = 400


def rows_without_head(
    lines: list[Line], text: str, context: Context, reference: date
) -> Iterator[Part]:
    """A stretch per row; one that leaves the day open is on that of the row above it."""
    found: list[tuple[Line | None, list[Line]]] = []
    head: Line | None = None
    for own in _blocks(lines[:LINES_LIMIT]):
        told = "\n".join(line.text for line in own)
        moment = read_moment(told, context, reference)
        dated = moment.day is not None and moment.day.role is DateRole.EVENT
        if not find_times(masked(told)):
            head = None
            continue
        if dated:
            head = own[0]
            found.append((None, own))
        elif head is not None:
            found.append((_day_of(head), own))
    if len(found) < LEAST_ROWS:
        return
    for day, own in found:
        yield joined(text, day or own[0], own)


def _day_of(head: Line) -> Line:
    """The first cell of the row that told the day."""
    first = _MARK.split(head.text.lstrip(" |"), maxsplit=1)[0]
    at = head.text.find(first)
    return Line(head.start + max(at, 0), first)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Rows of cells, with the lines below that only go on with a later cell."""
    own: list[Line] = []
    for line in lines:
        ruled = _RULE.fullmatch(line.text) is not None and line.text.strip() != ""
        cells = _cells(line.text)
        goes_on = own and line.text[:1] in " |" and not _first_cell(line.text)
        if goes_on and not ruled and len(cells) < LEAST_CELLS:
            own.append(line)
            continue
        if own:
            yield own
            own = []
        if not ruled and len(cells) >= LEAST_CELLS:
            own = [line]
    if own:
        yield own


def _cells(line: str) -> list[str]:
    return [cell for cell in _MARK.split(line.strip(" |")) if cell.strip()]


def _first_cell(line: str) -> str:
    """The words of the first column; empty where it is blank, as below a cell that reaches down."""
    if line.startswith("|"):
        return line[1:].split("|", 1)[0].strip()
    return "" if line.startswith("   ") else line.strip()
