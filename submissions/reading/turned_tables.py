"""Tables on their side: a row of names, then a label a row and an activity a column."""

from collections.abc import Iterator
from dataclasses import dataclass

from submissions.reading.label_names import Label, label_of
from submissions.reading.lines import Line, lines_of
from submissions.reading.tables import MARKS, ROWS_LIMIT, Cell, Table, split_cells

LEAST_COLUMNS = 2  # one column is labelled lines
SLACK = 2  # characters that a cell may begin before its column


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where each column of values begins in a line, or the mark that parts them."""

    starts: tuple[int, ...]
    mark: str

    def values(self, line: Line) -> Iterator[tuple[int, int, str]]:
        """Number of the column, offset in the text, words."""
        if self.mark:
            for number, (at, words) in enumerate(split_cells(line.text, self.mark)):
                if number and words:
                    yield number - 1, line.start + at, words
            return
        for number, start in enumerate(self.starts):
            stop = self.starts[number + 1] if number + 1 < len(self.starts) else len(line.text)
            words = line.text[start:stop]
            if words.strip():
                lead = len(words) - len(words.lstrip())
                yield number, line.start + start + lead, words.strip()

    def label(self, line: Line) -> str:
        """The words before the first column."""
        if self.mark:
            return next((words for _, words in split_cells(line.text, self.mark)), "")
        return line.text[: max(0, self.starts[0] - 1)].strip()


def find_turned(text: str) -> Table | None:
    """The first table with a label for a day or hour in front of two values or more."""
    lines = list(lines_of(text))
    for number, line in enumerate(lines):
        grid = _grid(line)
        if grid is None:
            continue
        first = _first(lines, number, grid)
        rows = list(_rows(lines[first:], grid))
        labels = {label for label, _, _ in rows}
        if len(labels) < 3 or Label.WHEN not in labels:
            continue
        columns = tuple(tuple(_column(rows, column, grid)) for column in range(len(grid.starts)))
        told = tuple(one for one in columns if any(cell.label is Label.WHEN for cell in one))
        if len(told) >= LEAST_COLUMNS:
            last = max(line.end for _, _, own in rows for line in own)
            return Table(told[:ROWS_LIMIT], lines[first].start, last)
    return None


def _grid(line: Line) -> _Grid | None:
    if len(line.text) > 1000:
        return None
    mark = next((one for one in MARKS if line.text.count(one) >= LEAST_COLUMNS), "")
    cells = split_cells(line.text, mark)
    if len(cells) <= LEAST_COLUMNS or label_of(cells[0][1].strip(" *:")) is not Label.WHEN:
        return None
    if any(label_of(words) is not None for _, words in cells[1:]):
        return None  # a row of heads
    return _Grid(tuple(at for at, _ in cells[1:]), mark)


def _first(lines: list[Line], number: int, grid: _Grid) -> int:
    """The first line of the table: labels, and above them the names."""
    while number:
        above = number - 1
        if above and not lines[above].text.strip():  # rows may be set apart by an empty line
            above -= 1
        if not _belongs(lines[above], grid):
            break
        number = above
    return number


def _belongs(line: Line, grid: _Grid) -> bool:
    if not line.text.strip() or (grid.mark and grid.mark not in line.text):
        return False
    label = grid.label(line)
    several = len(list(grid.values(line))) >= LEAST_COLUMNS
    edges = not grid.mark and any(
        0 < at < len(line.text) and not line.text[at - 1].isspace() for at in grid.starts
    )
    return several and not edges and (not label or label_of(label.strip(" *:")) is not None)


_Row = tuple[Label, str, list[Line]]


def _rows(lines: list[Line], grid: _Grid) -> Iterator[_Row]:
    """The label, its words and the lines of each row; of the names there is no label."""
    row: _Row | None = None
    for line in lines:
        label = grid.label(line)
        if not line.text.strip():
            continue
        known = label_of(label.strip(" *:")) if label else None
        if label and known is None:
            break
        if known is None and row is not None:
            row[2].append(line)  # a cell of more lines
            continue
        if row:
            yield row
        row = (known or Label.TITLE, label.strip(" *:"), [line])
    if row:
        yield row


def _column(rows: list[_Row], column: int, grid: _Grid) -> Iterator[Cell]:
    for label, name, own in rows:
        value, pieces = "", []
        for line in own:
            for number, at, words in grid.values(line):
                if number == column:
                    value = f"{value}\n{words}" if value else words
                    pieces.append((len(value) - len(words), at))
        if value:
            yield Cell(label, name, value, tuple(pieces))
