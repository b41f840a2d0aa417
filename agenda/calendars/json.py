"""JSON: the same facts as the page, for other sites and programs.

The fields are a promise: fields may be added, none is renamed, removed or given another type.

- ``edition``: ``year``, ``first_day``, ``last_day``, ``theme``, ``url``.
- ``source``, ``page``: the address of this list, and of the page that shows it.
- ``count``: how many activities there are.
- ``activities``, in the order of the agenda, each with:
  ``id`` (UUID, never changes), ``revision`` (rises with every change), ``created``, ``modified``;
  ``status`` (``published`` or ``cancelled``) and ``status_note``;
  ``url``, ``calendar_url``, ``title``, ``summary``, ``text`` (Markdown);
  ``kind`` (``slug``, ``name``), ``audiences`` and ``partners`` (lists of the same);
  ``when``: ``first_day``, ``last_day``, ``start_time``, ``end_time``, ``all_day``, ``timezone``,
  ``text``; on an item of several days the times are each day's hours;
  ``attendance`` (``locatie``, ``online``, ``hybride``), ``online_url`` (until it is over);
  ``place``: ``venue``, ``address``, ``postcode``, ``town``, ``municipality``, ``province``,
  ``region`` (names), ``latitude``, ``longitude`` (of the town, WGS 84);
  ``organiser``, ``website``, ``registration_url``, ``registration_closes``, ``costs``.

What was not told is ``null``. Days are ``2019-06-04``, times ``13:30`` and local in
Europe/Amsterdam, moments RFC 3339 in UTC. Contact data is on the page only.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from agenda.calendars.describing import can_join
from agenda.calendars.feed import Feed, absolute, page_of
from agenda.calendars.text import clean
from agenda.models import Activity, Edition


def document(feed: Feed, edition: Edition) -> Iterator[bytes]:
    """One activity after the other: as objects, thousands take tens of megabytes."""
    head = {
        "edition": {
            "year": edition.year,
            "first_day": _day(edition.first),
            "last_day": _day(edition.last),
            "theme": _told(edition.theme),
            "url": absolute(edition.get_absolute_url()),
        },
        "source": feed.source,
        "page": feed.page,
    }
    yield _bytes(head).removesuffix(b"}") + b',"activities":['
    count = 0
    for count, activity in enumerate(feed.activities, start=1):
        yield (b"," if count > 1 else b"") + _bytes(_activity(activity, feed))
    yield f'],"count":{count}}}'.encode()


def _bytes(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _activity(activity: Activity, feed: Feed) -> dict[str, Any]:
    page = page_of(activity)
    return {
        "id": str(activity.public_id),
        "revision": activity.revision,
        "created": _moment(activity.created),
        "modified": _moment(activity.modified),
        "status": activity.status,
        "status_note": _told(activity.status_note) if activity.is_cancelled else None,
        "url": page,
        "calendar_url": f"{page.rstrip('/')}.ics" if activity.when.is_dated else None,
        "title": clean(activity.title),
        "summary": _told(activity.summary),
        "text": _told(activity.text),
        "kind": _named(activity.kind),
        "audiences": [_named(audience) for audience in activity.audiences.all()],
        "partners": [_named(partner) for partner in activity.partners.all()],
        "when": _when(activity, feed.today),
        "attendance": activity.attendance or None,
        "online_url": _told(activity.online_url) if can_join(activity, feed.today) else None,
        "place": _place(activity, feed),
        "organiser": _told(activity.organiser),
        "website": _told(activity.website),
        "registration_url": _told(activity.registration_url),
        "registration_closes": _day(activity.registration_closes),
        "costs": _told(activity.costs),
    }


def _when(activity: Activity, today: date) -> dict[str, Any]:
    when = activity.when
    return {
        "first_day": _day(when.first),
        "last_day": _day(when.final),
        "start_time": _time(when.start),
        "end_time": _time(when.end),
        "all_day": when.all_day,
        "timezone": "Europe/Amsterdam",
        "text": activity.describe_when(today),
    }


def _place(activity: Activity, feed: Feed) -> dict[str, Any]:
    coordinates = feed.coordinates.get(activity.pk)
    return {
        "venue": _told(activity.venue),
        "address": _told(activity.address),
        "postcode": _told(activity.postcode),
        "town": _told(activity.town),
        "municipality": activity.municipality.name if activity.municipality else None,
        "province": activity.province.name if activity.province else None,
        "region": activity.region.name if activity.region else None,
        "latitude": coordinates.latitude if coordinates else None,
        "longitude": coordinates.longitude if coordinates else None,
    }


def _named(row: Any) -> dict[str, str]:
    return {"slug": row.slug, "name": clean(row.name)}


def _told(text: str) -> str | None:
    return clean(text) or None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(moment: time | None) -> str | None:
    return moment.isoformat("minutes") if moment else None


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
