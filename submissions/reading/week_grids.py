"""A timetable of the week: days beside each other and hours below, or the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from submissions.reading.day_sections import Part
from submissions.reading.lines import Line
from submissions.reading.tables import MARKS, split_cells
from submissions.reading.words import DAY_NAME, MONTH_NAME

_DATE = rf"\d{{1,2}}(?:\s(?:{MONTH_NAME})|[-/.]\d{{1,2}})?(?:[\s/-]20\d\d)?"
_DAY = re.compile(
    rf"(?:{DAY_NAME}\.?(?:\s{_DATE})?|\d{{1,2}}(?:\s(?:{MONTH_NAME})|[-/]\d{{1,2}}))", re.IGNORECASE
)
_CLOCK = r"\d{1,2}(?:\s?[.:u]\s?\d\d)?(?:\s?(?:uur|u))?"
_HOURS = re.compile(
    rf"(?:(?:van|om|vanaf)\s)?{_CLOCK}(?:\s?(?:-|–|—|tot|t/m)\s?{_CLOCK})?", re.IGNORECASE
)
_NOTHING = re.compile(r"\W*(?:(?:dicht|gesloten|geen|vrij|x|nvt|niets)\b.*)?", re.IGNORECASE | re.S)
LEAST_COLUMNS = 2
LINES_LIMIT = 400
WIDE = 6000  # characters from the head to the end of a row: more is no timetable


@dataclass(slots=True)
class _Row:
    head: tuple[int, int]  # where its first cell stands in the text
    cells: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


def week_grid(lines: list[Line], text: str) -> Iterator[Part]:
    """A stretch per filled cell, with its day and hours and nothing of the others."""
    for number, line in enumerate(lines[:LINES_LIMIT]):
        for across, down in ((_DAY, _HOURS), (_HOURS, _DAY)):
            heads, mark = _heads(line, across)
            if not heads:
                continue
            rows = list(_rows(lines[number + 1 : LINES_LIMIT], heads, mark, line, down))
            told = [part for row in rows for part in _parts(text, line, heads, row)]
            if len(rows) >= LEAST_COLUMNS and len(told) >= LEAST_COLUMNS:
                yield from told
                return


def _heads(line: Line, across: re.Pattern[str]) -> tuple[list[tuple[int, str]], str]:
    """The columns behind the first, when all of them are days, or hours."""
    if len(line.text) > 1000 or not re.search(r"\S(?:\s{2}|[|;\t])", line.text):
        return [], ""
    mark = next((one for one in MARKS if line.text.count(one) >= LEAST_COLUMNS), "")
    cells = split_cells(line.text, mark)
    behind = cells if cells and across.fullmatch(cells[0][1]) else cells[1:]
    if len(behind) < LEAST_COLUMNS or not all(across.fullmatch(words) for _, words in behind):
        return [], ""
    return behind, mark


def _rows(
    lines: list[Line], heads: list[tuple[int, str]], mark: str, head: Line, down: re.Pattern[str]
) -> Iterator[_Row]:
    row: _Row | None = None
    for line in lines:
        if not line.text.strip(" |-+=:_"):
            continue
        if line.end - head.start > WIDE:
            break
        first, cells = _cells(line, heads, mark)
        words = line.text[slice(*first)]
        if down.fullmatch(words):
            if row:
                yield row
            row = _Row((line.start + first[0], line.start + first[1]))
        elif words or row is None:
            break
        for column, (start, end) in cells:
            row.cells.setdefault(column, []).append((line.start + start, line.start + end))
    if row:
        yield row


_Span = tuple[int, int]


def _cells(
    line: Line, heads: list[tuple[int, str]], mark: str
) -> tuple[_Span, list[tuple[int, _Span]]]:
    """Where the first cell stands in the line, and the filled ones with their columns."""
    if mark:
        own = [(at, at + len(words)) for at, words in split_cells(line.text, mark)]
        behind = list(enumerate(own[1 : len(heads) + 1]))
        return (own[0] if own else (0, 0)), [one for one in behind if one[1][0] < one[1][1]]
    starts = [at for at, _ in heads]
    edges = [0, *starts, len(line.text)]
    spans = []
    for start, stop in pairwise(edges):
        piece = line.text[start:stop]
        lead = len(piece) - len(piece.lstrip())
        spans.append((start + lead, start + lead + len(piece.strip())))
    return spans[0], [(n, span) for n, span in enumerate(spans[1:]) if span[0] < span[1]]


def _parts(text: str, head: Line, heads: list[tuple[int, str]], row: _Row) -> Iterator[Part]:
    for column, spans in row.cells.items():
        if _NOTHING.fullmatch(" ".join(text[slice(*span)] for span in spans)):
            continue
        at = head.start + heads[column][0]
        kept = [(at, at + len(heads[column][1])), row.head, *spans]
        start, end = head.start, max(stop for _, stop in spans)
        own = ["\n" if one == "\n" else " " for one in text[start:end]]
        for first, stop in kept:
            own[first - start : stop - start] = text[first:stop]
        yield start, end, "".join(own)
