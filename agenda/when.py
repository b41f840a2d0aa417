"""The `When` value: on which days and at what hours, with every part allowed to be unknown.

Local wall time in Europe/Amsterdam is the truth; instants are derived from it. On an item of
several days the times are each day's hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EARLIEST = date(2010, 1, 1)
LATEST = date(2099, 12, 31)

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


class InvalidWhen(ValueError):
    """Days or times that contradict each other; `field` is the form field to show it at."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, or none; start and end time, or none; whole day, or unknown (None)."""

    first: date | None = None
    last: date | None = None
    start: time | None = None
    end: time | None = None
    all_day: bool | None = None

    def validate(self) -> None:
        """Raise `InvalidWhen` where the parts contradict each other."""
        if self.last and not self.first:
            raise InvalidWhen("first_day", "Vul ook de eerste dag in.")
        for field, day in (("first_day", self.first), ("last_day", self.last)):
            if day and not EARLIEST <= day <= LATEST:
                raise InvalidWhen(field, f"Kies een dag tussen {EARLIEST.year} en {LATEST.year}.")
        if self.first and self.last and self.last < self.first:
            raise InvalidWhen("last_day", "De laatste dag ligt voor de eerste dag.")
        if self.all_day and (self.start or self.end):
            raise InvalidWhen(
                "all_day", "Kies: de hele dag, of een begintijd en eindtijd. Niet allebei."
            )
        if self.end and not self.start:
            raise InvalidWhen("start_time", "Vul ook de begintijd in.")
        if self.start and self.end and self.end <= self.start:
            raise InvalidWhen("end_time", "De eindtijd ligt niet na de begintijd.")

    @property
    def is_dated(self) -> bool:
        return self.first is not None

    @property
    def final(self) -> date | None:
        """The last day, also when only the first was told."""
        return self.last or self.first

    @property
    def is_several_days(self) -> bool:
        return self.final != self.first

    @property
    def is_timed(self) -> bool:
        """One day with a start time: the only form that is an instant in a calendar."""
        return self.is_dated and self.start is not None and not self.is_several_days

    def days(self) -> Iterator[date]:
        if self.first is None or self.final is None:
            return
        for offset in range((self.final - self.first).days + 1):
            yield self.first + timedelta(days=offset)

    def starts_at(self) -> datetime | None:
        """The first instant, aware; midnight when no time is told; None when undated."""
        if self.first is None:
            return None
        return datetime.combine(self.first, self.start or time.min, tzinfo=AMSTERDAM)

    def ends_at(self) -> datetime | None:
        """The instant after which it is over, aware; the end of the last day when not told."""
        if self.final is None:
            return None
        if self.end is not None:
            return datetime.combine(self.final, self.end, tzinfo=AMSTERDAM)
        return datetime.combine(self.final + timedelta(days=1), time.min, tzinfo=AMSTERDAM)

    def is_over(self, now: datetime) -> bool:
        end = self.ends_at()
        return end is not None and end <= now

    def overlaps(self, first: date, last: date) -> bool:
        """Whether any of its days lies between the two, both included."""
        if self.first is None or self.final is None:
            return False
        return self.first <= last and self.final >= first

    def describe(self, *, edition_is_over: bool = False) -> str:
        """As a visitor reads it: ``dinsdag 4 juni 2019, 13.30 – 15.00 uur``."""
        if self.first is None:
            return "datum niet bekend" if edition_is_over else "datum volgt"
        return ", ".join(part for part in (self.describe_days(), self.describe_hours()) if part)

    def describe_days(self) -> str:
        if self.first is None or self.final is None:
            return ""
        if self.first == self.final:
            return describe_day(self.first)
        return f"{describe_day(self.first, beside=self.final)} t/m {describe_day(self.final)}"

    def describe_hours(self) -> str:
        if self.all_day:
            return "hele dag"
        if self.start is None:
            return ""
        hours = f"{describe_time(self.start)} uur"
        if self.end is not None:
            hours = f"{describe_time(self.start)} – {describe_time(self.end)} uur"
        return f"elke dag {hours}" if self.is_several_days else hours


def describe_day(day: date, *, beside: date | None = None) -> str:
    """``dinsdag 4 juni 2019``; without what a later day `beside` it tells already."""
    text = f"{WEEKDAYS[day.weekday()]} {day.day}"
    if beside is None or (beside.year, beside.month) != (day.year, day.month):
        text += f" {MONTHS[day.month - 1]}"
    if beside is None or beside.year != day.year:
        text += f" {day.year}"
    return text


def describe_range(first: date, last: date) -> str:
    """``31 mei t/m 4 juni 2027``, without weekdays: where there is little room."""
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month} t/m {last.day} {MONTHS[last.month - 1]} {last.year}"


def describe_time(moment: time) -> str:
    """The Dutch notation, with a full stop: ``13.30``."""
    return f"{moment.hour}.{moment.minute:02d}"
