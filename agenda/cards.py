"""Activities as a page lists them: by day, each with its flower, hours and place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from agenda.bouquet import MOST_DRAWN, Bloom, bloom, bouquet_svg, sprite
from agenda.kept import kept_values
from agenda.models import Activity, Edition, Kind, Material, Species
from agenda.models.activity import ActivityQuerySet


@dataclass(frozen=True)
class Card:
    activity: Activity
    when: str  # what the heading above it does not tell already

    @property
    def town(self) -> str:
        """Where, in a word: a card has no room for an address."""
        if self.activity.town:
            return self.activity.town
        if self.activity.municipality:
            return self.activity.municipality.name
        return self.activity.region.name if self.activity.region else ""


@dataclass
class Day:
    """A day's cards; no day for those of which it is not known."""

    day: date | None
    cards: list[Card] = field(default_factory=list)


def flower_of(activity: Activity) -> Bloom:
    return bloom(activity.kind.species, activity.public_id, cancelled=activity.is_cancelled)


def flower_of_kind(kind: Kind) -> Bloom:
    """What its flowers have in common."""
    return Bloom(Species(kind.species))


def by_day(activities: Iterable[Activity], earliest: date | None = None) -> list[Day]:
    """In the order given, which is by first day with the undated last.

    What began before `earliest` stands there: who chose Tuesday looks for nothing under Monday.
    """
    days: list[Day] = []
    for activity in activities:
        day = activity.first_day
        if day and earliest:
            day = max(day, earliest)
        if not days or days[-1].day != day:
            days.append(Day(day))
        when = activity.when
        told = when.describe() if when.is_several_days else when.describe_hours()
        days[-1].cards.append(Card(activity, told if when.is_dated else ""))
    return days


def dated_cards(activities: Iterable[Activity], today: date) -> list[Card]:
    """Cards that stand under no day and tell their own."""
    return [Card(activity, activity.describe_when(today)) for activity in activities]


def sprite_of(activities: Iterable[Activity]) -> SafeString:
    return mark_safe(sprite(flower_of(activity) for activity in activities))


def sprite_of_kinds(kinds: Iterable[Kind]) -> SafeString:
    return mark_safe(sprite(flower_of_kind(kind) for kind in kinds))


class EditionBouquet:
    """The bouquet of an edition in two queries: the newest flowers, and how many there are."""

    def __init__(self, edition: Edition, public: ActivityQuerySet) -> None:
        self.edition = edition
        self._activities = public.filter(edition=edition)

    @cached_property
    def newest(self) -> Sequence[Activity]:
        found = self._activities.select_related("kind").order_by("-created", "-pk")
        return list(found.only("public_id", "status", "kind__species")[:MOST_DRAWN])

    @cached_property
    def count(self) -> int:
        shown = len(self.newest)
        return shown if shown < MOST_DRAWN else self._counted()

    def _counted(self) -> int:
        return kept_values.get(("bouquet", self.edition.pk), self._activities.count)

    @property
    def flowers(self) -> list[Bloom]:
        return [flower_of(activity) for activity in self.newest]

    @property
    def label(self) -> str:
        """What the tag on the ribbon says."""
        if not self.count:
            return "Jouw\nactiviteit\nhier"
        more = self.count - len(self.newest)
        name = f"Actieweek\n{self.edition.year}"
        return f"{name}\nen nog {more}" if more else name

    def svg(self, also: Iterable[Bloom] = ()) -> SafeString:
        """With the drawings of `also`, which stand on the page by themselves."""
        return mark_safe(
            bouquet_svg(
                self.flowers,
                title=f"Het boeket van de actieweek {self.edition.year}",
                description=self._description(),
                label=self.label,
                also=list(also),
            )
        )

    def _description(self) -> str:
        if not self.count:
            return (
                "Een tekening van stelen en knoppen met een rood lint."
                " Er staan nog geen activiteiten in deze editie."
            )
        flowers = "één bloem" if self.count == 1 else f"{len(self.newest)} bloemen"
        more = self.count - len(self.newest)
        rest = f" Er zijn nog {more} activiteiten die er niet bij getekend zijn." if more else ""
        return (
            f"Een tekening van een boeket met {flowers} en een rood lint."
            f" Elke activiteit is een bloem. De nieuwste staat vooraan.{rest}"
        )


def with_place(materials: Iterable[Material]) -> list[tuple[Material, str]]:
    """Each with the address where it is; empty when that is not known (any more)."""
    return [
        (material, material.file.url if material.file else material.url) for material in materials
    ]
