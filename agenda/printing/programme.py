"""The programme of a selection as a PDF: by day, the number large, a flower at each activity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from agenda.cards import Card, Day, flower_of_kind
from agenda.drawing.bloom import Bloom
from agenda.printing.sheet import (
    ALARM,
    BOTTOM,
    HEAD,
    INK,
    LEAF,
    LEFT,
    POINT,
    RIGHT,
    SOFT,
    TOP,
    Sheet,
    bouquet_png,
    flower_png,
)
from agenda.when import MONTHS, WEEKDAYS

T = TypeVar("T")
ORGANISATION = "Landelijke Actieweek Thuiszitters"
DAY_WIDE = 33.0  # mm, for the number of the day
GUTTER = 6.0
LEADING = 1.22
BOUQUET_WIDE = 46


@dataclass(frozen=True)
class Programme:
    title: str
    below: str  # the days of the edition
    chosen: str  # the filters in words; empty for everything
    days: Sequence[Day]
    flowers: Sequence[Bloom]
    more: int  # activities that are not among the days
    site: str  # where it is online
    made: datetime
    is_over: bool = False

    @property
    def count(self) -> int:
        return sum(len(day.cards) for day in self.days)


@dataclass(frozen=True)
class Measure:
    """How large everything is: few activities make a poster, many a booklet."""

    scale: float
    columns: int

    @classmethod
    def of(cls, count: int) -> "Measure":
        if count <= 6:
            return cls(1.5, 1)
        if count <= 16:
            return cls(1.15, 1)
        return cls(0.92, 2)

    def of_day(self, count: int) -> "Measure":
        """A day with one activity has no use for a second column."""
        return replace(self, columns=min(self.columns, count))

    @property
    def wide(self) -> float:
        """Of one column in mm."""
        room = RIGHT - LEFT - DAY_WIDE
        return (room - GUTTER * (self.columns - 1)) / self.columns

    @property
    def flower(self) -> float:
        return 7 * self.scale


@dataclass(frozen=True)
class Line:
    text: str
    size: float
    style: str = ""
    colour: str = INK

    @property
    def high(self) -> float:
        return self.size * POINT * LEADING


def programme_pdf(programme: Programme) -> bytes:
    footer = f"{programme.site}  ·  stand van {_day(programme.made)}"
    with Sheet(f"{programme.title}, {programme.below}", programme.made, footer) as sheet:
        writer = _Writer(sheet, Measure.of(programme.count), programme.is_over)
        writer.head(programme)
        for day in programme.days:
            writer.day(day)
        writer.end(programme)
        return bytes(sheet.output())


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


class _Writer:
    def __init__(self, sheet: Sheet, measure: Measure, is_over: bool) -> None:
        self.sheet, self.whole, self.measure, self.is_over = sheet, measure, measure, is_over
        self.y = TOP

    def head(self, programme: Programme) -> None:
        """The bouquet at the right, the words beside it."""
        picture, ratio = bouquet_png(programme.flowers, BOUQUET_WIDE)
        self.sheet.picture(picture, RIGHT - BOUQUET_WIDE, TOP - 5, BOUQUET_WIDE)
        wide = RIGHT - LEFT - BOUQUET_WIDE - 6
        y = TOP + 4
        self.sheet.write_at(LEFT, y, ORGANISATION, size=12, family=HEAD, colour=LEAF)
        size = next(
            (size for size in (42, 34, 28)
             if len(self.sheet.lines(programme.title, wide, 9, size=size, family=HEAD)) <= 2),
            24,
        )  # fmt: skip
        y += 4
        for row in self.sheet.lines(programme.title, wide, 3, size=size, family=HEAD):
            y += size * POINT * 1.04
            self.sheet.write_at(LEFT, y, row, size=size, family=HEAD)
        y += 10
        self.sheet.write_at(LEFT, y, programme.below, size=15, family=HEAD)
        for row in self.sheet.lines(programme.chosen, wide, 3, size=13):
            y += 6.5
            self.sheet.write_at(LEFT, y, row, size=13)
        self.y = max(y + 8, TOP + BOUQUET_WIDE * ratio - 3)

    def day(self, day: Day) -> None:
        self.measure = self.whole.of_day(len(day.cards))
        rows = list(_rows([self._lines(card) for card in day.cards], self.measure.columns))
        cards = list(_rows(day.cards, self.measure.columns))
        first = max(self._high(rows[0]) if rows else 0, 20)
        if self.y + first + 6 > BOTTOM:
            self._new_page()
        self._day_head(day)
        for drawn, of_row in zip(rows, cards, strict=True):
            high = self._high(drawn)
            if self.y + high > BOTTOM:
                self._new_page()
                self._day_head(day)
            for column, (lines, card) in enumerate(zip(drawn, of_row, strict=True)):
                self._card(card, lines, column)
            self.y += high
        self.y = max(self.y, self._least) + 2

    def _day_head(self, day: Day) -> None:
        self.sheet.rule(self.y, 0.8, INK)
        y = self.y + 14.5
        if day.day:
            self.sheet.write_at(LEFT - 0.6, y, str(day.day.day), size=46, family=HEAD)
            names = WEEKDAYS[day.day.weekday()], MONTHS[day.day.month - 1]
        else:
            names = ("Datum", "niet bekend" if self.is_over else "volgt")
        self.sheet.write_at(LEFT, y + 5, names[0], size=10, colour=SOFT)
        self.sheet.write_at(LEFT, y + 9.5, names[1], size=11, family=HEAD)
        self._least = y + 12
        self.y += 3

    def _lines(self, card: Card) -> list[Line]:
        """What is written of an activity, wrapped to its column."""
        scale, activity = self.measure.scale, card.activity
        title = f"Gaat niet door: {activity.title}" if activity.is_cancelled else activity.title
        where = activity.place_line or ("online" if activity.attendance == "online" else card.town)
        told = (
            (title, 12 * scale, "B", ALARM if activity.is_cancelled else INK, 3),
            (", ".join(part for part in (card.when, where) if part), 10.5 * scale, "", INK, 2),
            (" · ".join(p for p in (activity.kind.name, activity.organiser) if p),
             9.5 * scale, "", SOFT, 1),
        )  # fmt: skip
        wide = self.measure.wide - self.measure.flower - 2
        return [
            Line(row, size, style, colour)
            for text, size, style, colour, most in told
            for row in self.sheet.lines(text, wide, most, size=size, style=style)
        ]

    def _high(self, row: Iterable[list[Line]]) -> float:
        gap = 4.2 * self.measure.scale
        tallest = max(sum(line.high for line in lines) for lines in row)
        return max(tallest, self.measure.flower * 1.3) + gap

    def _card(self, card: Card, lines: list[Line], column: int) -> None:
        x = LEFT + DAY_WIDE + column * (self.measure.wide + GUTTER)
        kind = flower_of_kind(card.activity.kind)
        flower = Bloom(kind.species, cancelled=card.activity.is_cancelled)
        self.sheet.picture(flower_png(flower, 10), x, self.y, self.measure.flower)
        x += self.measure.flower + 2
        y = self.y
        for line in lines:
            y += line.high
            self.sheet.write_at(
                x, y - line.high * 0.22, line.text,
                size=line.size, style=line.style, colour=line.colour,
            )  # fmt: skip

    def end(self, programme: Programme) -> None:
        if not programme.count:
            text = "Er is nog geen activiteit die hierbij past."
        elif programme.more:
            text = f"En nog {programme.more} activiteiten op {programme.site}"
        else:
            return
        if self.y + 12 > BOTTOM:
            self._new_page()
        self.sheet.rule(self.y, 0.8, INK)
        self.sheet.write_at(LEFT, self.y + 8, text, size=13, family=HEAD)

    def _new_page(self) -> None:
        self.sheet.add_page()
        self.y = TOP


def _rows(items: Sequence[T], columns: int) -> Iterable[Sequence[T]]:
    return (items[at : at + columns] for at in range(0, len(items), columns))
