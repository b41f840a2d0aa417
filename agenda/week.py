"""The week as a grid: parts of the day by days, with as much in a cell as one can take in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from agenda.models import Activity, Kind
from agenda.selection import Selection

SHOWN = 5  # in a cell; the rest is a number with a link
DAYS_BESIDE = 7
MOST_WEEKS = 6
COLUMNS = ("slug", "status", "title", "start_time", "end_time", "edition__year",
           "kind__name", "kind__species")  # fmt: skip
PARTS = (
    ("Hele dag", None),
    ("Ochtend", time.min),
    ("Middag", time(12)),
    ("Avond", time(17)),
)


@dataclass(frozen=True)
class Cell:
    day: date
    activities: list[Activity]
    more: int
    query: str  # of all of that day


@dataclass(frozen=True)
class Row:
    name: str
    cells: list[Cell]

    @property
    def is_empty(self) -> bool:
        return not any(cell.activities for cell in self.cells)


@dataclass(frozen=True)
class Week:
    days: list[date]
    rows: list[Row]


@dataclass(frozen=True)
class Grid:
    weeks: list[Week]
    kinds: list[Kind]  # of what is shown
    within: int  # how many activities lie in these days, shown or not


def part_of(start: time | None) -> int:
    """Which row; what has no hours is in the first."""
    if start is None:
        return 0
    return sum(1 for _name, begin in PARTS if begin is not None and begin <= start)


def grid(selection: Selection) -> Grid:
    """The edition's days, at most seven beside each other."""
    edition = selection.edition
    days = list(edition.when.days())[: DAYS_BESIDE * MOST_WEEKS]
    found = selection.queryset().filter(first_day__lte=days[-1], last_day__gte=days[0])
    placed: dict[tuple[int, date], list[int]] = defaultdict(list)
    total = 0
    for key, first, last, start in found.values_list("pk", "first_day", "last_day", "start_time"):
        total += 1
        assert first and last  # it lies between days
        day, end = max(first, days[0]), min(last, days[-1])
        while day <= end:
            placed[part_of(start), day].append(key)
            day += timedelta(days=1)
    shown = {key for keys in placed.values() for key in keys[:SHOWN]}
    told = Activity.objects.select_related("edition", "kind").only(*COLUMNS)
    activities = told.in_bulk(shown)
    weeks = [
        _week(selection, days[at : at + DAYS_BESIDE], placed, activities)
        for at in range(0, len(days), DAYS_BESIDE)
    ]
    kinds = {activity.kind_id: activity.kind for activity in activities.values()}
    return Grid(weeks, sorted(kinds.values(), key=lambda kind: kind.name), total)


def _week(
    selection: Selection,
    days: Sequence[date],
    placed: dict[tuple[int, date], list[int]],
    activities: dict[int, Activity],
) -> Week:
    rows = [
        Row(name, [_cell(selection, day, placed[number, day], activities) for day in days])
        for number, (name, _begin) in enumerate(PARTS)
    ]
    return Week(list(days), [row for row in rows if not row.is_empty])


def _cell(
    selection: Selection, day: date, keys: list[int], activities: dict[int, Activity]
) -> Cell:
    shown = [activities[key] for key in keys[:SHOWN] if key in activities]
    query = selection.with_only("dag", day.isoformat()).query_string()
    return Cell(day, shown, len(keys) - len(shown), query)
