"""Editions beside each other: how many of each kind, and what else can be counted."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from agenda.models import Activity, Edition, Kind, Material, Partnership

MOST = 6  # editions that fit beside each other
DRAWN = 12  # flowers in a cell


@dataclass(frozen=True)
class Cell:
    year: int
    count: int

    @property
    def flowers(self) -> range:
        return range(min(self.count, DRAWN))


@dataclass(frozen=True)
class KindRow:
    kind: Kind
    cells: list[Cell]


@dataclass(frozen=True)
class Comparison:
    editions: list[Edition]
    kinds: list[KindRow]
    numbers: list[tuple[str, list[int]]]


def comparison() -> Comparison:
    """The newest editions from old to new, in a constant number of queries."""
    editions = sorted(Edition.objects.order_by("-year")[:MOST], key=lambda one: one.year)
    public = Activity.objects.public().filter(edition__in=editions).order_by()
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    grouped = public.values_list("edition_id", "kind_id").annotate(count=Count("pk"))
    for edition, kind, count in grouped:
        counts[kind][edition] = count
    kinds = [
        KindRow(kind, [Cell(one.year, counts[kind.pk][one.pk]) for one in editions])
        for kind in Kind.objects.filter(pk__in=counts).order_by("position", "name")
    ]
    totals: Counter[int] = Counter()
    for counter in counts.values():
        totals.update(counter)
    regions = public.filter(region__isnull=False).values_list("edition_id")
    in_regions = dict(regions.annotate(count=Count("region", distinct=True)))
    partners = Partnership.objects.filter(edition__in=editions).values_list("edition_id")
    material = Material.objects.public().filter(edition__in=editions).order_by()
    kept = dict(material.values_list("edition_id").annotate(count=Count("pk", filter=Q())))
    joined = dict(partners.order_by().annotate(count=Count("pk")))
    numbers = [("Activiteiten", totals), ("Regio’s", in_regions), ("Partners", joined),
               ("Opbrengsten", kept)]  # fmt: skip
    return Comparison(
        editions,
        kinds,
        [(name, [found.get(one.pk, 0) for one in editions]) for name, found in numbers],
    )
