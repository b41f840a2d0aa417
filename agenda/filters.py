"""The filters of the agenda page: what can be chosen, what is chosen, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from agenda.models import Attendance, Audience, Kind, Region, RegionKind
from agenda.selection import Selection
from agenda.tally import Tally

KEPT = ("dag", "gemeente", "sinds")


@dataclass(frozen=True)
class DayChoice:
    day: date
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
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
    kept: list[tuple[str, str]]  # what was chosen elsewhere: name and value of a hidden field
    menus: list[Menu]
    sets: list[tuple[str, str, list[Option]]]  # parameter, legend, boxes to tick
    is_open: bool

    near: str

    @classmethod
    def of(cls, selection: Selection, tally: Tally) -> "FilterForm":
        counted = Counted(selection, tally)
        regions = list(Region.objects.on(selection.edition.first))
        kinds = Kind.objects.values_list("slug", "name")
        audiences = Audience.objects.values_list("slug", "name")
        forms = [(form.value, str(form.label)) for form in Attendance]
        return cls(
            q=selection.q,
            kept=[(name, value) for name in KEPT for value in selection.values(name)],
            menus=[_provinces(counted, regions), _regions(counted, regions)],
            sets=[
                ("soort", "Soort", counted.options("soort", kinds)),
                ("doelgroep", "Voor wie", counted.options("doelgroep", audiences)),
                ("vorm", "Hoe je meedoet", counted.options("vorm", forms)),
            ],
            is_open=any(name not in ("bij", *KEPT) for name in selection.chosen),
            near=", ".join(selection.values("bij")[:1]),
        )


@dataclass(frozen=True)
class Counted:
    """The choices of a filter, each with how many it would give beside the other filters."""

    selection: Selection
    tally: Tally

    def options(self, parameter: str, choices: Iterable[tuple[str, str]]) -> list[Option]:
        """Those that would give nothing are left out, unless they are chosen."""
        labels = dict(choices)
        chosen = self.selection.values(parameter)
        counts = self.tally.per_choice(self.selection, parameter, labels)
        return [
            Option(value, labels[value], count, value in chosen)
            for value, count in counts.items()
            if count or value in chosen
        ]

    def of_regions(
        self, parameter: str, regions: Iterable[Region], kind: RegionKind
    ) -> list[Option]:
        """For a menu: of several that are chosen only the first can be shown as such."""
        choices = [(region.slug, region.name) for region in regions if region.kind == kind]
        first = self.selection.values(parameter)[:1]
        return [
            replace(option, is_chosen=option.value in first)
            for option in self.options(parameter, choices)
        ]


def _provinces(counted: Counted, regions: Iterable[Region]) -> Menu:
    options = counted.of_regions("provincie", regions, RegionKind.PROVINCE)
    others = counted.selection.values("provincie")[1:]
    return Menu("provincie", "Provincie", "Heel Nederland", [("", options)], others)


def _regions(counted: Counted, regions: Iterable[Region]) -> Menu:
    groups = [
        (title, counted.of_regions("regio", regions, kind))
        for title, kind in (
            ("RMC-regio’s", RegionKind.RMC),
            ("Samenwerkingsverbanden", RegionKind.PARTNERSHIP),
        )
    ]
    filled = [(title, options) for title, options in groups if options]
    others = counted.selection.values("regio")[1:]
    return Menu("regio", "Regio", "Alle regio’s", filled, others)


def days_of(selection: Selection, tally: Tally) -> list[DayChoice]:
    """Every day of the week, with how many activities the other filters leave on it."""
    week = list(selection.edition.when.days())
    found = tally.per_choice(selection, "dag", [day.isoformat() for day in week])
    chosen = selection.values("dag")
    return [
        DayChoice(
            day,
            found[day.isoformat()],
            selection.with_only("dag", day.isoformat()).query_string(),
            day.isoformat() in chosen,
        )
        for day in week
    ]
