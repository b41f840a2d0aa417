"""The week: days with their parts, and in each part as much as one can take in.

Day by day is how it is read, on a phone and by a screen reader; a wide screen lays the days beside
each other and lines their parts up, which makes it a grid.
"""

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
class Part:
    """A part of one day that has activities; `number` is its place in `PARTS`."""

    number: int
    name: str
    activities: list[Activity]
    more: int


@dataclass(frozen=True)
class WeekDay:
    day: date
    parts: list[Part]
    query: str  # of all of that day


@dataclass(frozen=True)
class Week:
    days: list[WeekDay]

    @property
    def is_empty(self) -> bool:
        return not any(day.parts for day in self.days)

    @property
    def parts(self) -> list[tuple[int, str]]:
        """Those that any of its days has: the rows of the grid."""
        used = {part.number for day in self.days for part in day.parts}
        return [(number, PARTS[number][0]) for number in sorted(used)]


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
    rows = found.values_list("pk", "first_day", "last_day", "start_time")
    # By the clock within a part, whatever the day on which it began.
    for key, first, last, start in sorted(rows, key=lambda row: row[3] or time.min):
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
    filled = [week for week in weeks if not week.is_empty]
    return Grid(filled, sorted(kinds.values(), key=lambda kind: kind.name), total)


def _week(
    selection: Selection,
    days: Sequence[date],
    placed: dict[tuple[int, date], list[int]],
    activities: dict[int, Activity],
) -> Week:
    return Week(
        [
            WeekDay(
                day,
                [
                    _part(number, placed[number, day], activities)
                    for number in range(len(PARTS))
                    if (number, day) in placed
                ],
                selection.with_only("dag", day.isoformat()).query_string(),
            )
            for day in days
        ]
    )


def _part(number: int, keys: list[int], activities: dict[int, Activity]) -> Part:
    shown = [activities[key] for key in keys[:SHOWN] if key in activities]
    return Part(number, PARTS[number][0], shown, len(keys) - len(shown))
