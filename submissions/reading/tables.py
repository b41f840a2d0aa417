"""Tables whose columns were laid out with spaces: a header row of labels, an activity a row."""

import re
from dataclasses import dataclass

from agenda.models.fields import fold
from submissions.reading.labels import LABELS, Label
from submissions.reading.structure import Line, lines_of

_GAP = re.compile(r"\s{2,200}")
ROWS_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """`pieces` says where each line of the value stands: offset in it, offset in the text."""

    label: Label
    name: str
    value: str
    pieces: tuple[tuple[int, int], ...]

    def place(self, offset: int) -> int:
        """The offset in the text of an offset in the value."""
        at, start = next(piece for piece in reversed(self.pieces) if piece[0] <= max(offset, 0))
        return start + max(offset, 0) - at


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def find_table(text: str) -> Table | None:
    """The first table whose header names at least two labels, one of them a day."""
    lines = list(lines_of(text))
    for number, line in enumerate(lines):
        columns = _header(line)
        if columns:
            rows, end = _rows(lines[number + 1 :], columns)
            if rows:
                return Table(tuple(rows[:ROWS_LIMIT]), line.start, end)
    return None


def _header(line: Line) -> list[tuple[int, Label, str]]:
    """The columns as (first character, label, name); none when the line is no header."""
    columns: list[tuple[int, Label, str]] = []
    position = len(line.text) - len(line.text.lstrip())
    if position > 400 or len(line.text) > 1000:
        return []
    for name in _GAP.split(line.text.strip()):
        at = line.text.index(name, position)
        position = at + len(name)
        label = LABELS.get(" ".join(re.sub(r"\W+", " ", fold(name)).split()))
        columns.append((at, label or Label.OTHER, name.strip(" *:")))
    labels = [label for _, label, _ in columns if label is not Label.OTHER]
    return columns if len(labels) >= 2 and Label.WHEN in labels and len(columns) >= 2 else []


def _rows(
    lines: list[Line], columns: list[tuple[int, Label, str]]
) -> tuple[list[tuple[Cell, ...]], int]:
    rows: list[list[Line]] = []
    end = 0
    for line in lines:
        if not line.text.strip():
            continue
        indent = len(line.text) - len(line.text.lstrip())
        if indent < columns[0][0] or (len(_cells(line, columns)) < 2 and indent <= columns[0][0]):
            break
        if indent <= columns[0][0] + 1 or not rows:
            rows.append([])
        rows[-1].append(line)
        end = line.end
    return [_row(row, columns) for row in rows], end


def _cells(line: Line, columns: list[tuple[int, Label, str]]) -> list[tuple[int, str, int]]:
    """Per filled cell of the line: the number of its column, its text, where that starts."""
    cells = []
    for number, (start, _, _) in enumerate(columns):
        stop = columns[number + 1][0] if number + 1 < len(columns) else len(line.text)
        text = line.text[start:stop]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            cells.append((number, text.strip(), line.start + start + lead))
    return cells


def _row(lines: list[Line], columns: list[tuple[int, Label, str]]) -> tuple[Cell, ...]:
    values: dict[int, tuple[str, list[tuple[int, int]]]] = {}
    for line in lines:
        for number, text, at in _cells(line, columns):
            value, pieces = values.get(number, ("", []))
            joined = f"{value}\n{text}" if value else text
            values[number] = (joined, [*pieces, (len(joined) - len(text), at)])
    return tuple(
        Cell(columns[number][1], columns[number][2], value, tuple(pieces))
        for number, (value, pieces) in sorted(values.items())
    )
