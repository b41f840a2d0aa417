"""Tables: a header row of labels, an activity a row; laid out with spaces, bars or tabs."""

import re
from dataclasses import dataclass

from submissions.reading.labels import Label, label_of
from submissions.reading.lines import Line, lines_of

MARKS = ("|", "\t", ";")
TABS = "\t\t"  # as many as it took to get below the head: no cell between them is empty
_NO_TAB = re.compile(r"[^\t]+")
_RULE = re.compile(r"[\s|:+=_-]{3,2000}")
_HOURS = re.compile(r"\d{1,2}\s?[.:u]\s?\d\d|\d{1,2}\s?(?:uur|u)\b|\d{1,2}\s?[-–]\s?\d{1,2}(?!\d)")
# What the column with the names is called when it has none of the usual labels.
_NAMES_IT = re.compile(
    r"(?:programma|onderdeel|onderwerp|thema|workshop|sessie|aanbod|omschrijving|wat)\b", re.I
)
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
                filled = with_days(rows[:ROWS_LIMIT])
                return Table(tuple(filled), line.start, end)
    return None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each column starts, its label and its name; `mark` splits cells when that does."""

    heads: tuple[tuple[int, Label, str], ...]
    mark: str = ""

    @property
    def first(self) -> int:
        return self.heads[0][0]


def rows_below(
    lines: list[Line], heads: tuple[tuple[int, Label, str], ...], mark: str = ""
) -> list[tuple[Cell, ...]]:
    """The rows under a header that another reader knows: where a column starts, what it is."""
    return _rows(lines, _Columns(heads, mark))[0][:ROWS_LIMIT]


def _header(line: Line) -> _Columns | None:
    """The columns; none when the line is no header."""
    if len(line.text) > 1000 or len(line.text) - len(line.text.lstrip()) > 400:
        return None
    mark = next((one for one in MARKS if line.text.count(one) >= 2), "")
    mark = TABS if mark == "\t" and TABS in line.text.strip() else mark
    heads = []
    for at, name in split_cells(line.text, mark):
        label = label_of(name.strip(" *:")) or Label.OTHER
        heads.append((at, label, name.strip(" *:")))
    if not any(label is Label.TITLE for _, label, _ in heads):
        heads = [
            (at, Label.TITLE if _NAMES_IT.match(name) else label, name) for at, label, name in heads
        ]
    labels = [label for _, label, _ in heads if label is not Label.OTHER]
    return _Columns(tuple(heads), mark) if len(labels) >= 2 and Label.WHEN in labels else None


def split_cells(text: str, mark: str) -> list[tuple[int, str]]:
    """The cells of a line with the place where each starts."""
    found, position = [], 0
    if mark == TABS:
        return [(cell.start(), cell[0].strip()) for cell in _NO_TAB.finditer(text)]
    if mark:
        edge = len(text) - len(text.lstrip(" |")) if mark == "|" else 0
        position = edge
        for piece in text[edge:].rstrip(" |" if mark == "|" else " ").split(mark):
            lead = len(piece) - len(piece.lstrip())
            found.append((position + lead, piece.strip()))
            position += len(piece) + 1
        return found
    for name in _GAP.split(text.strip()):
        at = text.index(name, position)
        position = at + len(name)
        found.append((at, name))
    return found


def _rows(lines: list[Line], columns: _Columns) -> tuple[list[tuple[Cell, ...]], int]:
    rows: list[list[Line]] = []
    end = 0
    if not columns.mark and _are_spaced(lines):
        return _spaced_rows(lines, columns)
    for line in lines:
        if not line.text.strip() or (columns.mark and _RULE.fullmatch(line.text)):
            continue
        indent = len(line.text) - len(line.text.lstrip())
        if columns.mark:
            if columns.mark[:1] not in line.text:
                break
            rows.append([line])
        else:
            narrow = len(_cells(line, columns)) < 2 and indent <= columns.first
            if narrow and rows and _goes_on(rows[-1], line, columns):
                rows[-1].append(line)
                end = line.end
                continue
            if indent < columns.first or narrow or _runs_on(line, columns):
                break
            if indent <= columns.first + 1 or not rows or _is_new(rows[-1], line, columns):
                rows.append([])
            rows[-1].append(line)
        end = line.end
    return [_row(row, columns) for row in rows], end


def _are_spaced(lines: list[Line]) -> bool:
    """Whether an empty line follows the head, and another one some row."""
    told = [not line.text.strip() for line in lines[:12]]
    return told[:1] == [True] and any(told[2:])


def _spaced_rows(lines: list[Line], columns: _Columns) -> tuple[list[tuple[Cell, ...]], int]:
    """Every block between empty lines is a row, up to the first that does not fit the columns."""
    rows: list[list[Line]] = []
    new = True
    for line in lines:
        if not line.text.strip():
            new = True
            continue
        if new and (len(_cells(line, columns)) < 2 or _runs_on(line, columns)):
            break
        if new:
            rows.append([])
        rows[-1].append(line)
        new = False
    end = rows[-1][-1].end if rows else 0
    return [_row(row, columns) for row in rows], end


def _goes_on(row: list[Line], line: Line, columns: _Columns) -> bool:
    """Whether the line, right below, is only the rest of the first cell: “dinsdag / 1 juni”."""
    second = columns.heads[1][0]
    filled = len(_cells(row[0], columns)) > 1 and bool(row[0].text[: second - 1].strip())
    return filled and line.start == row[-1].end + 1 and len(line.text) < second


def _runs_on(line: Line, columns: _Columns) -> bool:
    """Whether words stand across the edges of columns, as in a line of plain text."""
    edges = [start for start, _, _ in columns.heads[1:] if 0 < start < len(line.text)]
    return any(not line.text[at - 1].isspace() and not line.text[at].isspace() for at in edges)


def _is_new(row: list[Line], line: Line, columns: _Columns) -> bool:
    """Whether a line without its first cell is a row below a cell that reaches down.

    It is when it tells hours, or a name, where the row before it has them already.
    """
    before = {number: text for one in row for number, text, _ in _cells(one, columns)}
    for number, text, _ in _cells(line, columns):
        label = columns.heads[number][1]
        if label is Label.WHEN and _HOURS.search(text) and _HOURS.search(before.get(number, "")):
            return True
    return False


_DITTO = re.compile(r"\s*(?:[\"”„“″]|''|,,|idem|id\.)\s*", re.IGNORECASE)


def _without_dittos(row: tuple[Cell, ...], above: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """With the cell above for one that only says "the same"."""
    before = {(cell.label, cell.name): cell for cell in above}
    return tuple(
        before.get((cell.label, cell.name), cell) if _DITTO.fullmatch(cell.value) else cell
        for cell in row
    )


def with_days(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows that leave the day open are on that of the row above."""
    found: list[tuple[Cell, ...]] = []
    for told in rows:
        row = _without_dittos(told, found[-1] if found else ())
        own = {(cell.label, cell.name) for cell in row if cell.value}
        above = [
            cell
            for cell in (found[-1] if found else ())
            if cell.label is Label.WHEN
            and (cell.label, cell.name) not in own
            and not _HOURS.search(cell.value)
        ]
        found.append((*above, *row))
    return found


def _cells(line: Line, columns: _Columns) -> list[tuple[int, str, int]]:
    """Per filled cell of the line: the number of its column, its text, where that starts."""
    cells = []
    if columns.mark:
        for number, (at, text) in enumerate(split_cells(line.text, columns.mark)):
            if text and number < len(columns.heads):
                cells.append((number, text, line.start + at))
        return cells
    for number, (start, _, _) in enumerate(columns.heads):
        stop = columns.heads[number + 1][0] if number + 1 < len(columns.heads) else len(line.text)
        text = line.text[start:stop]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            cells.append((number, text.strip(), line.start + start + lead))
    return cells


def _row(lines: list[Line], columns: _Columns) -> tuple[Cell, ...]:
    values: dict[int, tuple[str, list[tuple[int, int]]]] = {}
    for line in lines:
        for number, text, at in _cells(line, columns):
            value, pieces = values.get(number, ("", []))
            joined = f"{value}\n{text}" if value else text
            values[number] = (joined, [*pieces, (len(joined) - len(text), at)])
    return tuple(
        Cell(columns.heads[number][1], columns.heads[number][2], value, tuple(pieces))
        for number, (value, pieces) in sorted(values.items())
    )
