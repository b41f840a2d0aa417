"""Which activities a feed holds, and where they lie: the queries beside `calendars`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

from django.db.models import Q

from agenda.calendars.feed import Coordinates
from agenda.models import Activity, Edition, Place, Status
from agenda.models.activity import ActivityQuerySet
from agenda.selection import Selection
from agenda.when import AMSTERDAM

# As long as a cancellation of an edition that is over stays: every subscriber has asked by then.
NOTICE = timedelta(days=30)
BATCH = 100


def calendar_activities(selection: Selection, today: date) -> ActivityQuerySet:
    """What has a day, cancellations included until the edition is over and they were noticed.

    What was taken down is among them, because leaving it out would leave subscribers with what
    they have; but not where words were searched, or one could ask a feed which words it held.
    """
    activities = selection.narrow(Activity.objects.in_feed())
    if selection.q or selection.edition.is_over(today):
        activities = activities.exclude(status=Status.HIDDEN)
    return (
        activities.exclude(_noticed(selection.edition, today))
        .in_order()
        .select_related("edition", "kind", "municipality", "province", "region")
        .defer("search_text")
    )


def _noticed(edition: Edition, today: date) -> Q:
    if not edition.is_over(today):
        return Q(pk__in=())
    since = datetime.combine(today - NOTICE, time.min, tzinfo=AMSTERDAM)
    return Q(status=Status.CANCELLED, last_day__lt=today, modified__lt=since)


def listed_activities(selection: Selection) -> ActivityQuerySet:
    """What visitors see, with all that a list of facts tells."""
    return selection.queryset().with_facts().defer("search_text")


def located(activities: ActivityQuerySet, where: dict[int, Coordinates]) -> Iterator[Activity]:
    """Each in order, read some at a time; `where` holds the coordinates of those just read.

    Ten thousand at once, with what hangs on each, take a process 150 MB, which it keeps for good.
    """
    rows = activities.iterator(chunk_size=BATCH)
    while some := list(islice(rows, BATCH)):
        where.clear()
        where.update(coordinates(some))
        yield from some
        for activity in some:  # else it and its lists hold each other until the collector comes
            vars(activity).pop("_prefetched_objects_cache", None)


def coordinates(activities: Iterable[Activity]) -> dict[int, Coordinates]:
    """By key of the activity, where its town is known and stands for one place; one query."""
    where = {activity.pk: _Where.of(activity) for activity in activities}
    names = {spot.town for spot in where.values()} - {""}
    known: dict[str, list[Place]] = defaultdict(list)
    for place in Place.objects.filter(name__in=names):
        known[place.name].append(place)
    found = {key: _place(spot, known[spot.town]) for key, spot in where.items()}
    return {
        key: Coordinates(float(place.latitude), float(place.longitude))
        for key, place in found.items()
        if place is not None
    }


class _Where(NamedTuple):
    town: str
    municipality_id: int | None
    province_id: int | None

    @classmethod
    def of(cls, activity: Activity) -> "_Where":
        town = activity.town or (activity.municipality.name if activity.municipality else "")
        return cls(town, activity.municipality_id, activity.province_id)


def _place(spot: _Where, places: list[Place]) -> Place | None:
    """The one in its municipality, or in its province; never a guess between two."""
    if spot.municipality_id:
        nearest = [p for p in places if p.municipality_id == spot.municipality_id]
        places = nearest or places
    if spot.province_id:
        places = [place for place in places if place.province_id == spot.province_id]
    return places[0] if len(places) == 1 else None
