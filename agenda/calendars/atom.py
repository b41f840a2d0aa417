"""Atom (RFC 4287): what is new and what changed, for readers of feeds."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from xml.etree import ElementTree

from agenda.calendars.feed import (
    ORGANISATION,
    Feed,
    absolute,
    cancellation,
    location,
    page_of,
    summary,
    title,
)
from agenda.calendars.text import address, one_line
from agenda.models import Activity

NAMESPACE = "http://www.w3.org/2005/Atom"
_DECLARED = f' xmlns="{NAMESPACE}"'.encode()
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def document(feed: Feed) -> bytes:
    """The latest change first, as readers expect it."""
    latest_first = sorted(feed.activities, key=lambda activity: activity.modified, reverse=True)
    return b"".join(parts(replace(feed, activities=latest_first)))


def parts(feed: Feed) -> Iterator[bytes]:
    """Of activities that come latest change first; an entry at a time, for there may be many."""
    ElementTree.register_namespace("", NAMESPACE)
    activities = iter(feed.activities)
    latest = next(activities, None)
    head = ElementTree.tostring(_head(feed, latest), encoding="utf-8", xml_declaration=True)
    opening, end, rest = head.rpartition(b"</feed>")
    yield opening
    for activity in chain([latest] if latest else [], activities):
        entry = ElementTree.Element(_tag("entry"))
        _fill_entry(entry, activity, feed)
        # The feed around it tells the namespace already.
        yield ElementTree.tostring(entry, encoding="utf-8").replace(_DECLARED, b"", 1)
    yield end + rest


def _head(feed: Feed, latest: Activity | None) -> ElementTree.Element:
    root = ElementTree.Element(_tag("feed"), {"xml:lang": "nl"})
    _add(root, "id", uuid.uuid5(uuid.NAMESPACE_URL, feed.source).urn)
    _add(root, "title", one_line(feed.name))
    _add(root, "subtitle", one_line(feed.description))
    _add(root, "updated", _moment(latest.modified if latest else NEVER))
    _add(root, "link", rel="self", type="application/atom+xml", href=address(feed.source))
    _add(root, "link", rel="alternate", type="text/html", href=address(feed.page))
    _add(ElementTree.SubElement(root, _tag("author")), "name", ORGANISATION)
    return root


def _fill_entry(entry: ElementTree.Element, activity: Activity, feed: Feed) -> None:
    _add(entry, "id", activity.public_id.urn)
    _add(entry, "title", title(activity))
    _add(entry, "published", _moment(activity.created))
    _add(entry, "updated", _moment(activity.modified))
    _add(entry, "link", rel="alternate", type="text/html", href=address(page_of(activity)))
    ics = absolute(f"{activity.get_absolute_url().rstrip('/')}.ics")
    if activity.when.is_dated:
        _add(entry, "link", rel="related", type="text/calendar", href=address(ics))
    kind = activity.kind
    _add(entry, "category", term=kind.slug, label=one_line(kind.name))
    when = activity.describe_when(feed.today)
    parts = (cancellation(activity), f"{when} · {location(activity)}", summary(activity))
    _add(entry, "summary", "\n".join(part for part in parts if part))


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> None:
    ElementTree.SubElement(parent, _tag(name), attributes).text = text or None


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
