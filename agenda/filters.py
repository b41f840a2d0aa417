"""The filters of the agenda page: what can be chosen, what is chosen, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agenda.models import Attendance, Audience, Kind, Region, RegionKind
from agenda.selection import Selection
from agenda.tally import Tally

PROVINCE = RegionKind.PROVINCE
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
    """A list too long for boxes: one more is chosen from it, what was chosen before are boxes."""

    parameter: str
    label: str
    first: str  # what stands in the list when nothing is chosen from it
    chosen: list[Option]
    groups: list[tuple[str, list[Option]]]


@dataclass(frozen=True)
class FilterForm:
    q: str
    kept: list[tuple[str, str]]  # what was chosen elsewhere: name and value of a hidden field
    sets: list[tuple[str, str, list[Option]]]  # parameter, legend, boxes to tick
    regions: Menu
    is_open: bool
    near: str

    @classmethod
    def of(cls, selection: Selection, tally: Tally) -> "FilterForm":
        counted = Counted(selection, tally)
        near = selection.values("bij")
        regions = list(Region.objects.on(selection.edition.first))
        kinds = Kind.objects.values_list("slug", "name")
        audiences = Audience.objects.values_list("slug", "name")
        forms = [(form.value, str(form.label)) for form in Attendance]
        return cls(
            q=selection.q,
            kept=[
                *((name, value) for name in KEPT for value in selection.values(name)),
                *(("bij", value) for value in near[1:]),
            ],
            sets=[
                ("provincie", "Provincie", counted.of_regions("provincie", regions, PROVINCE)),
                ("soort", "Soort", counted.options("soort", kinds)),
                ("doelgroep", "Voor wie", counted.options("doelgroep", audiences)),
                ("vorm", "Hoe je meedoet", counted.options("vorm", forms)),
            ],
            regions=_regions(counted, regions),
            is_open=any(name not in ("bij", *KEPT) for name in selection.chosen),
            near=", ".join(near[:1]),
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
        choices = [(region.slug, region.name) for region in regions if region.kind == kind]
        return self.options(parameter, choices)


def _regions(counted: Counted, regions: Iterable[Region]) -> Menu:
    found = [
        (title, counted.of_regions("regio", regions, kind))
        for title, kind in (
            ("RMC-regio’s", RegionKind.RMC),
            ("Samenwerkingsverbanden", RegionKind.PARTNERSHIP),
        )
    ]
    chosen = [option for _title, options in found for option in options if option.is_chosen]
    rest = [
        (title, [option for option in options if not option.is_chosen]) for title, options in found
    ]
    first = "Nog een regio" if chosen else "Alle regio’s"
    return Menu("regio", "Regio", first, chosen, [(title, left) for title, left in rest if left])


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
