"""The filters of the agenda page: what can be chosen, what is chosen, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count

from agenda.kept import kept_values
from agenda.models import Attendance, Audience, Kind, Region, RegionKind
from agenda.selection import Choice, Selection


@dataclass(frozen=True)
class DayChoice:
    day: date
    count: int
    query: str
    is_chosen: bool


class Option(NamedTuple):
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Menu:
    """A list to choose one from; more than one may have been chosen in the address."""

    parameter: str
    label: str
    everything: str
    groups: list[tuple[str, list[Option]]]
    others: tuple[str, ...]  # chosen beside the first: kept as they are


@dataclass(frozen=True)
class FilterForm:
    q: str
    days: tuple[str, ...]
    menus: list[Menu]
    sets: list[tuple[str, str, list[Option]]]  # parameter, legend, boxes to tick
    is_open: bool

    @classmethod
    def of(cls, selection: Selection) -> "FilterForm":
        regions = list(Region.objects.on(selection.edition.first))
        kinds = Kind.objects.values_list("slug", "name")
        audiences = Audience.objects.values_list("slug", "name")
        forms = [(form.value, str(form.label)) for form in Attendance]
        return cls(
            q=selection.q,
            days=selection.values("dag"),
            menus=[_provinces(selection, regions), _regions(selection, regions)],
            sets=[
                ("soort", "Soort", _options(selection, "soort", kinds)),
                ("doelgroep", "Voor wie", _options(selection, "doelgroep", audiences)),
                ("vorm", "Hoe je meedoet", _options(selection, "vorm", forms)),
            ],
            is_open=any(name != "dag" for name in selection.chosen),
        )


def _options(
    selection: Selection, parameter: str, choices: Iterable[tuple[str, str]]
) -> list[Option]:
    chosen = selection.values(parameter)
    return [Option(value, label, value in chosen) for value, label in choices]


def _menu_options(
    selection: Selection, parameter: str, regions: Iterable[Region], kind: RegionKind
) -> list[Option]:
    first = selection.values(parameter)[:1]
    return [
        Option(region.slug, region.name, region.slug in first)
        for region in regions
        if region.kind == kind
    ]


def _provinces(selection: Selection, regions: Iterable[Region]) -> Menu:
    options = _menu_options(selection, "provincie", regions, RegionKind.PROVINCE)
    others = selection.values("provincie")[1:]
    return Menu("provincie", "Provincie", "Heel Nederland", [("", options)], others)


def _regions(selection: Selection, regions: Iterable[Region]) -> Menu:
    groups = [
        (title, _menu_options(selection, "regio", regions, kind))
        for title, kind in (
            ("RMC-regio’s", RegionKind.RMC),
            ("Samenwerkingsverbanden", RegionKind.PARTNERSHIP),
        )
    ]
    filled = [(title, options) for title, options in groups if options]
    return Menu("regio", "Regio", "Alle regio’s", filled, selection.values("regio")[1:])


Span = tuple[date | None, date | None, int]  # first and last day, and how many lie so


def days_of(selection: Selection) -> list[DayChoice]:
    """Every day of the week, with how many activities the other filters leave on it."""
    week = list(selection.edition.when.days())
    counts = dict.fromkeys(week, 0)
    any_day = _any_day(selection)
    for first, last, count in _spans(any_day):
        if first is None or last is None:
            continue
        day, end = max(first, week[0]), min(last, week[-1])
        while day <= end:
            counts[day] += count
            day += timedelta(days=1)
    chosen = selection.values("dag")
    return [
        DayChoice(day, counts[day], _only(any_day, day).query_string(), day.isoformat() in chosen)
        for day in week
    ]


def count_of(selection: Selection) -> int:
    """How many activities it holds, from the same numbers as the days."""
    days = [date.fromisoformat(value) for value in selection.values("dag")]
    return sum(
        count
        for first, last, count in _spans(_any_day(selection))
        if not days or (first and last and any(first <= day <= last for day in days))
    )


def _any_day(selection: Selection) -> Selection:
    other_filters = {name: kept for name, kept in selection.chosen.items() if name != "dag"}
    return replace(selection, chosen=other_filters, page=1)


def _spans(any_day: Selection) -> list[Span]:
    """One grouped query per revision; every page and every day of the selection counts with it."""

    def ask() -> list[Span]:
        grouped = any_day.queryset().order_by().values_list("first_day", "last_day")
        return list(grouped.annotate(count=Count("pk")))

    return kept_values.get(("spans", any_day.edition.pk, any_day.query_string()), ask)


def _only(selection: Selection, day: date) -> Selection:
    choice = Choice(day.isoformat(), day.isoformat())
    return replace(selection, chosen=selection.chosen | {"dag": (choice,)})
