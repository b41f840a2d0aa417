"""Events kept ready: written when an activity changes, read by every feed.

A stored event is believed only while it was made of what is so now. Any other is made on the spot,
and never stored by who only came to read; the worker puts it right (`refresh`).
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db.models import Case, F, Max, Q, Value, When
from django.db.models.fields import BinaryField

from agenda.calendars import events
from agenda.calendars.feed import MANY
from agenda.feeds import coordinates
from agenda.models import Activity, Attendance, CalendarEvent
from agenda.models.activity import ActivityQuerySet

BATCH = 500
FORMS = ("brief", "full", "brief_ended", "full_ended")
IS_ONLINE = ~Q(online_url="") | Q(attendance__in=[Attendance.ONLINE, Attendance.HYBRID])


@lru_cache(maxsize=4)
def mark(site_url: str) -> str:
    """Changes with the code that writes events, and with the site's own address."""
    folder = Path(events.__file__).parent
    sources = [*folder.glob("*.py"), folder.parent / "when.py", folder.parent / "feeds.py"]
    digest = hashlib.blake2b(site_url.encode(), digest_size=12)
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def is_right() -> Q:
    return Q(
        calendar_event__mark=mark(settings.SITE_URL),
        calendar_event__revision=F("revision"),
        calendar_event__modified=F("modified"),
    )


def keep(activities: Iterable[Activity]) -> None:
    """Store the events of these; what `calendar_activities` loads should be."""
    dated = [activity for activity in activities if activity.first_day is not None]
    where = coordinates(dated)
    rows = [
        CalendarEvent(
            activity_id=activity.pk,
            mark=mark(settings.SITE_URL),
            revision=activity.revision,
            modified=activity.modified,
            **events.forms(activity, where.get(activity.pk))._asdict(),
        )
        for activity in dated
    ]
    CalendarEvent.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["activity"],
        update_fields=["mark", "revision", "modified", *FORMS],
    )


def doubt() -> None:
    """Something that many events tell was changed: none of them is believed until `refresh`."""
    CalendarEvent.objects.update(mark="")


def refresh() -> int:
    """Store what is not there or no longer right; returns how many that were."""
    found = Activity.objects.in_feed()
    wanted = found.exclude(pk__in=found.filter(is_right()).values("pk"))
    keys = list(wanted.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        keep(_loaded(keys[start : start + BATCH]))
    return len(keys)


def _loaded(keys: list[int]) -> list[Activity]:
    found = Activity.objects.filter(pk__in=keys).defer("search_text")
    return list(found.select_related("edition", "kind", "municipality", "province", "region"))


def of_feed(activities: ActivityQuerySet, today: date) -> Iterator[bytes]:
    """The event of each, in order and joined by hundreds; brief ones where there are many."""
    brief = _rows(activities, "brief", today)
    begin = list(islice(brief, MANY + 1))
    if len(begin) <= MANY:
        yield from _made(list(_rows(activities, "full", today)), today, brief=False)
        return
    yield from _made(begin, today, brief=True)
    while some := list(islice(brief, BATCH)):
        yield from _made(some, today, brief=True)


def latest_change(activities: ActivityQuerySet, today: date) -> datetime | None:
    """When the feed last read differently; None of an empty one."""
    ended = Max("last_day", filter=IS_ONLINE & Q(last_day__lt=today))
    found = activities.order_by().aggregate(changed=Max("modified"), ended=ended)
    moments = [found["changed"]] if found["changed"] else []
    if found["ended"]:
        moments.append(events.end_of(found["ended"]))
    return max(moments, default=None)


Row = tuple[int, bytes | None]


def _rows(activities: ActivityQuerySet, form: str, today: date) -> Iterator[Row]:
    """Key and stored event of each, in order; None where what is stored is not right."""
    ended = is_right() & Q(last_day__lt=today) & ~Q(**{f"calendar_event__{form}_ended": b""})
    event = Case(
        When(ended, then=F(f"calendar_event__{form}_ended")),
        When(is_right(), then=F(f"calendar_event__{form}")),
        default=Value(None),
        output_field=BinaryField(),
    )
    rows = activities.select_related(None).annotate(event=event).values_list("pk", "event")
    return rows.iterator(chunk_size=BATCH)


def _made(rows: list[Row], today: date, *, brief: bool) -> Iterator[bytes]:
    missing = [key for key, event in rows if event is None]
    made: dict[int, bytes] = {}
    if missing:
        found = _loaded(missing)
        where = coordinates(found)
        for activity in found:
            place = where.get(activity.pk)
            made[activity.pk] = events.event(activity, today=today, coordinates=place, brief=brief)
    yield b"".join(made.get(key, b"") if event is None else event for key, event in rows)
