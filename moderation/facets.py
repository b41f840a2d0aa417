"""How many items each choice of the queue's filters would give."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db.models import Case, Count, QuerySet, When

from agenda.models import Edition, Region
from moderation.queue import (
    EVERYTHING,
    LATER,
    NO_EDITION,
    NOBODY,
    REGION_COLUMNS,
    ROBOTS,
    SHELVES,
    STATES,
    WAITING,
    Filters,
    of_region,
    searched,
)
from submissions.models import SHELVED, Channel, Proposal, Submission, SubmissionKind
from submissions.models.submission import resting
from submissions.services.transitions import name_of
from submissions.states import SubmissionState


class Option(NamedTuple):
    """One choice of a filter, how many items it would give, and whether it is chosen."""

    value: str
    label: str
    amount: int
    chosen: bool


class Cell(NamedTuple):
    """How many items there are of one shelf, kind, channel, edition and owner."""

    shelf: str
    kind: str
    channel: str
    edition: str
    owner: str
    amount: int


@dataclass(frozen=True)
class Facets:
    """The filters with the count that each choice would give, beside the other filters."""

    filters: Filters
    cells: list[Cell]
    editions: list[int]
    editors: list[tuple[str, str]] = field(default_factory=list)
    regions: list[Option] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self._count(shelf=self.filters.shelf)

    @property
    def shelves(self) -> list[tuple[Option, str]]:
        """Each shelf with the query string that opens it."""
        shelf = self.filters.shelf
        return [
            (
                Option(value, label, self._count(shelf=value), value == shelf),
                replace(self.filters, shelf=value).query_string(),
            )
            for value, label in SHELVES.items()
        ]

    @property
    def kinds(self) -> list[Option]:
        return self._options("kind", SubmissionKind.choices)

    @property
    def channels(self) -> list[Option]:
        return self._options("channel", Channel.choices)

    @property
    def years(self) -> list[Option]:
        years = [(str(year), str(year)) for year in self.editions]
        return self._options("edition", [*years, (NO_EDITION, "nog geen editie")])

    @property
    def owners(self) -> list[Option]:
        return self._options("owner", [*self.editors, (NOBODY, "niemand")])

    def _options(self, name: str, choices: Iterable[tuple[str, str]]) -> list[Option]:
        chosen = getattr(self.filters, name)
        return [
            Option(value, str(label), self._count(**{name: value}), value == chosen)
            for value, label in choices
        ]

    def _count(self, **instead: str) -> int:
        wanted = replace(self.filters, **instead)
        return sum(cell.amount for cell in self.cells if _fits(cell, wanted))


def facets(filters: Filters, me: User) -> Facets:
    """In six queries, however many items there are."""
    narrowed = searched(filters.q).filter(of_region(filters.region))
    years = dict(Edition.objects.order_by("-year").values_list("pk", "year"))
    cells = _cells(narrowed, years)
    owners = {cell.owner for cell in cells} - {NOBODY} | {filters.owner}
    keys = [int(owner) for owner in owners if owner.isdigit() and owner != str(me.pk)]
    others = User.objects.filter(pk__in=keys).order_by("first_name", "username")
    editors = [(str(me.pk), "mij"), *((str(one.pk), name_of(one)) for one in others)]
    return Facets(filters, cells, list(years.values()), editors, _regions(filters))


def _fits(cell: Cell, wanted: Filters) -> bool:
    if wanted.shelf == ROBOTS:
        on_shelf = cell.kind in SHELVED
    else:
        on_shelf = wanted.shelf == EVERYTHING or cell.shelf == wanted.shelf
    return (
        on_shelf
        and wanted.kind in ("", cell.kind)
        and wanted.channel in ("", cell.channel)
        and wanted.edition in ("", cell.edition)
        and wanted.owner in ("", cell.owner)
    )


def _cells(items: QuerySet[Submission], years: Mapping[int, int]) -> list[Cell]:
    columns = ("state", "kind", "channel", "edition", "assigned_to", "rests")
    rests = Case(When(resting(), then=True), default=False)
    rows = items.order_by().annotate(rests=rests).values_list(*columns).annotate(Count("pk"))
    return [
        Cell(
            _shelf_of(state, kind, rests),
            kind,
            channel,
            str(years.get(edition, NO_EDITION)),
            str(owner or NOBODY),
            count,
        )
        for state, kind, channel, edition, owner, rests, count in rows
    ]


def _shelf_of(state: str, kind: str, rests: bool) -> str:
    shelf = STATES[SubmissionState(state)]
    if rests and shelf == WAITING:
        return LATER
    return ROBOTS if shelf == "klaar" and kind in SHELVED else shelf


def _regions(filters: Filters) -> list[Option]:
    """Provinces and RMC regions that have items, with how many."""
    shown = replace(filters, region="").items().values("pk")
    told = Proposal.objects.filter(submission__in=shown).order_by()
    counts = {
        f"{kind}-{code}": amount
        for kind, column in REGION_COLUMNS.items()
        for code, amount in told.exclude(**{column: ""})
        .values_list(column)
        .annotate(Count("submission", distinct=True))
    }
    known = Region.objects.filter(kind__in=list(REGION_COLUMNS)).order_by("kind", "name")
    return [
        Option(value, region.name, counts.get(value, 0), value == filters.region)
        for region in known
        if (value := f"{region.kind}-{region.code}") in counts or value == filters.region
    ]
