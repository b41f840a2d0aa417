"""Tables that lost their columns: a cell a line, as some mail programs write them in plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from submissions.reading.label_names import Label, label_of
from submissions.reading.lines import Line, lines_of
from submissions.reading.tables import ROWS_LIMIT, Cell, Table, with_days
from submissions.reading.words import DAY_NAME, MONTH_NAME

LEAST_HEADS = 3  # two labels below each other may be one without a value
LINES_LIMIT = 600
HEAD_LIMIT = 40
CELL_LIMIT = 200
_TIMELY = re.compile(
    rf"\b(?:{DAY_NAME})\b|\d\s{{0,2}}(?:{MONTH_NAME})\b|\d[-/.:]\d|\d\s?(?:uur|u)\b|"
    r"\b(?:hele|gehele)\s(?:dag|week)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One cell: the lines between two empty ones, or a single line where there are none."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text.strip() for line in self.lines)


def find_stacked(text: str) -> Table | None:
    """The first run of labels without values that is followed by as many values, row by row."""
    lines = list(lines_of(text))[:LINES_LIMIT]
    number = 0
    while number < len(lines):
        heads, spaced = _heads(lines, number)
        if len(heads) >= LEAST_HEADS:
            labels = tuple(_label(head) for head in heads)
            if {Label.WHEN, Label.TITLE} <= set(labels):
                below = lines[lines.index(heads[-1]) + 1 :]
                rows, end = _rows(list(_parts(below, spaced=spaced)), heads, labels)
                if rows:
                    return Table(tuple(with_days(rows[:ROWS_LIMIT])), heads[0].start, end)
        number = lines.index(heads[-1]) + 1 if heads else number + 1
    return None


def _label(line: Line) -> Label:
    return label_of(line.text.strip(" *:?_")) or Label.OTHER


def _heads(lines: list[Line], number: int) -> tuple[list[Line], bool]:
    """The labels from this line on, one a line, and whether empty lines stand between them."""
    found: list[Line] = []
    empty = 0
    for line in lines[number:]:
        words = line.text.strip(" *:?_")
        if not words:
            if not found:
                break
            empty += 1
            continue
        if len(words) > HEAD_LIMIT or label_of(words) is None:
            break
        found.append(line)
    return found, empty >= len(found) > 0


def _parts(lines: list[Line], *, spaced: bool) -> Iterator[_Part]:
    own: list[Line] = []
    for line in lines:
        if line.text.strip():
            own.append(line)
            if spaced:
                continue
        if own:
            yield _Part(tuple(own))
            own = []
    if own:
        yield _Part(tuple(own))


def _rows(
    parts: list[_Part], heads: list[Line], labels: tuple[Label, ...]
) -> tuple[list[tuple[Cell, ...]], int]:
    """As long as every cell below a label of day or hour tells one."""
    rows: list[tuple[Cell, ...]] = []
    end = 0
    for at in range(0, len(parts) - len(heads) + 1, len(heads)):
        own = parts[at : at + len(heads)]
        timed = [one for one, label in zip(own, labels, strict=True) if label is Label.WHEN]
        if not all(_TIMELY.search(one.text) for one in timed):
            break
        if any(len(one.text) > CELL_LIMIT for one in own):
            break
        rows.append(
            tuple(
                _cell(one, head, label) for one, head, label in zip(own, heads, labels, strict=True)
            )
        )
        end = own[-1].lines[-1].end
    return rows, end


def _cell(part: _Part, head: Line, label: Label) -> Cell:
    pieces: list[tuple[int, int]] = []
    at = 0
    for line in part.lines:
        lead = len(line.text) - len(line.text.lstrip())
        pieces.append((at, line.start + lead))
        at += len(line.text.strip()) + 1
    return Cell(label, head.text.strip(" *:?_"), part.text, tuple(pieces))
