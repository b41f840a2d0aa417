"""The calendar part of a mail (RFC 5545, 5546): what each VEVENT tells.

The library gives broken or half-known values types of their own; each is looked at before use, so
that a bad property costs that property and nothing else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Component

from mail.message import CalendarPart
from submissions.reading.addresses import Party, organiser_of, ours_among
from submissions.reading.calendar_times import (
    Moment,
    Zones,
    canonical,
    local,
    moment,
    value_of,
    without_zones,
)
from submissions.reading.context import Context
from submissions.reading.found import Found, Source
from submissions.reading.links import clean_url, is_page
from submissions.reading.places import is_online
from submissions.reading.recurrence import repeats, sessions
from submissions.reading.titles import clean_title
from submissions.reading.venues import read_place_value

SIZE_LIMIT = 500_000  # characters of one calendar part
PARTS_LIMIT = 5
EVENTS_LIMIT = 20
SESSIONS_LIMIT = 60  # of all appointments of a mail together
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One VEVENT, or one session of a series. `method` is in capitals, empty when not declared.

    `recurrence_id` is empty of an appointment that stands by itself. `whole` is false where the
    sender spoke of this session only. `ours` is our address as it was invited, or empty.
    """

    found: tuple[Found, ...]
    method: str
    uid: str
    sequence: int
    cancelled: bool
    description: str
    problems: tuple[str, ...] = ()
    recurrence_id: str = ""
    whole: bool = True
    dtstamp: datetime | None = None
    start: str = ""
    organizer: Party = field(default_factory=Party)
    ours: str = ""

    @property
    def version(self) -> tuple[int, datetime]:
        """What says which of two is the newer one (RFC 5546, 2.1.5)."""
        return self.sequence, self.dtstamp or datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A component with what it is read by."""

    event: Component
    method: str
    zones: Zones
    context: Context
    since: date


def read_invitations(
    calendars: tuple[CalendarPart, ...], context: Context, since: date | None = None
) -> tuple[list[Invitation], list[str]]:
    """All different events of the calendar parts, and what was wrong with them.

    Of a series without an end the sessions from `since` on, which is the day of the mail.
    """
    read: list[Invitation] = []
    problems: list[str] = []
    for part in calendars[:PARTS_LIMIT]:
        try:
            text, zones = without_zones(part.text[:SIZE_LIMIT])
            events = list(_events(text, part.method))
        except Exception:  # the library raises many kinds on broken input
            problems.append("De agenda-uitnodiging in deze mail is niet te lezen.")
            continue
        for event, method in events[:EVENTS_LIMIT]:
            read += _read(_Entry(event, method, zones, context, since or context.today))
        if len(events) > EVENTS_LIMIT:
            problems.append(
                f"De agenda bevat meer dan {EVENTS_LIMIT} afspraken; de rest is niet gelezen."
            )
    found = _different(read)
    if len(found) > SESSIONS_LIMIT:
        problems.append(f"Alleen de eerste {SESSIONS_LIMIT} afspraken zijn overgenomen.")
    return found[:SESSIONS_LIMIT], problems


def _events(text: str, method: str) -> Iterator[tuple[Component, str]]:
    start = text.find("BEGIN:VCALENDAR")
    if start < 0:
        raise ValueError("no calendar")
    for calendar in Calendar.from_ical(text[start:], multiple=True):
        declared = (str(calendar.get("METHOD", "")) or method).strip().upper()[:20]
        for event in calendar.walk("VEVENT"):
            yield event, declared


def _different(read: Iterable[Invitation]) -> list[Invitation]:
    """Each session once, in the newest version; what is said of one session alone goes first."""
    found: dict[tuple[str, str], Invitation] = {}
    series = {one.uid for one in read if one.whole and one.recurrence_id}
    for one in sorted(read, key=lambda one: not one.whole):
        if not one.whole and one.uid in series:
            known = _same_session(one, found)
            if known is None:  # it lies beyond what was taken of the series
                continue
            one = replace(one, recurrence_id=known.recurrence_id, problems=known.problems)
        key = (one.uid, one.recurrence_id)
        if key not in found or not one.whole or found[key].version < one.version:
            found[key] = one
    return list(found.values())


def _same_session(one: Invitation, found: dict[tuple[str, str], Invitation]) -> Invitation | None:
    """Some programs name a session by its day alone."""
    same = [known for (uid, _), known in found.items() if uid == one.uid]
    named = [known for known in same if known.recurrence_id == one.recurrence_id]
    days = [known for known in same if known.recurrence_id[:8] == one.recurrence_id[:8]]
    return next(iter(named or days), None)


def _read(entry: _Entry) -> Iterator[Invitation]:
    event, context = entry.event, entry.context
    start, end = _span(entry)
    problems: list[str] = []
    if start is None and event.get("DTSTART") is not None:
        problems.append("De datum in de agenda-uitnodiging klopt niet.")
    found = [*_described(event, context)]
    own = moment(event, "RECURRENCE-ID", entry.zones)
    organizer = organiser_of(event)
    base = Invitation(
        found=(),
        method=entry.method,
        uid=text_of(event, "UID")[:500],
        sequence=_number(text_of(event, "SEQUENCE")),
        cancelled=entry.method == "CANCEL" or text_of(event, "STATUS").upper() == "CANCELLED",
        description=without_joining(text_of(event, "DESCRIPTION")),
        recurrence_id=canonical(own),
        whole="RECURRENCE-ID" not in event,
        dtstamp=_stamp(event),
        organizer=organizer,
        ours=ours_among(event, context.own),
    )
    if "THISANDFUTURE" in str(getattr(event.get("RECURRENCE-ID"), "params", {}).get("RANGE", "")):
        problems.append("Dit geldt ook voor de keren erna; alleen deze ene keer is overgenomen.")
    starts: tuple[Moment | None, ...] = (start,)
    repeated = start is not None and base.whole and repeats(event)
    if start is not None and repeated:
        series = sessions(event, start, entry.since, entry.zones)
        starts, problems = series.starts, [*problems, series.problem]
    for one in starts:
        moved = one if one is None or start is None or end is None else end + _apart(start, one)
        yield replace(
            base,
            found=(*found[:1], *_when(one, moved if end else None), *found[1:]),
            problems=tuple(filter(None, problems)),
            recurrence_id=canonical(one) if repeated else base.recurrence_id,
            start=canonical(one),
        )


def _apart(start: Moment, one: Moment) -> timedelta:
    """In wall time: a session lasts as long on the night that the clock is changed."""
    if isinstance(start, datetime) and isinstance(one, datetime):
        return one.replace(tzinfo=None) - start.replace(tzinfo=None)
    return timedelta(days=one.toordinal() - start.toordinal())


def _span(entry: _Entry) -> tuple[Moment | None, Moment | None]:
    start = moment(entry.event, "DTSTART", entry.zones)
    end = moment(entry.event, "DTEND", entry.zones)
    if start is None:
        return None, None
    length = value_of(entry.event.get("DURATION"))
    if end is None and isinstance(length, timedelta) and abs(length) < 400 * DAY:
        end = start + length
    if isinstance(start, datetime) is not isinstance(end, datetime):
        end = None
    if isinstance(start, datetime) and isinstance(end, datetime):
        end = end.astimezone(start.tzinfo)
    return start, end


_MEETINGS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
# What calendar programs add of themselves: how to join, by phone, help (Google, Teams, Zoom).
_JOINING = (
    re.compile(r"-::~[:~]{0,100}::-.{0,3000}?-::~[:~]{0,100}::-", re.DOTALL),
    re.compile(
        r"(?<!_)_{10,200}\s{0,4}(?=[^_]{0,400}(?:teams|zoom|webex)).{0,4000}?(?:_{10,200}|\Z)",
        re.DOTALL | re.IGNORECASE,
    ),
)


def without_joining(description: str) -> str:
    for pattern in _JOINING:
        description = pattern.sub("", description[:20_000])
    return description.strip()


def _described(event: Component, context: Context) -> Iterator[Found]:
    """What it tells beside the moment, the title first."""
    summary = clean_title(text_of(event, "SUMMARY"))
    if summary:
        yield _found("title", summary, "SUMMARY", 0.97)
    location = text_of(event, "LOCATION")
    place = re.sub(r",?\s*(?:Nederland|Netherlands|The Netherlands)\s*$", "", location)
    read = read_place_value(place, 0, context, 0.95) if place else []
    for one in read:
        yield _found(one.field, one.value, "LOCATION", 0.95, one.quote)
    url = clean_url(text_of(event, "URL"))
    if is_page(url):
        yield _found("website", url, "URL", 0.8)
    description = text_of(event, "DESCRIPTION")
    if not any(one.field == "attendance" for one in read) and is_online(
        f"{location}\n{description}"
    ):
        yield _found("attendance", "online", "DESCRIPTION", 0.7)
    if not location and any(name in event for name in _MEETINGS):
        yield _found("attendance", "online", "CONFERENCE", 0.65)
    organizer = organiser_of(event)
    if organizer.name:
        yield _found("organiser", organizer.name, "ORGANIZER", 0.9)
    if organizer.contact and organizer.contact.lower() not in context.own:
        yield _found("contact_email", organizer.contact, "ORGANIZER", 0.85)


def _found(name: str, value: Any, prop: str, confidence: float, quote: str = "") -> Found:
    return Found(
        name,
        value,
        quote=quote or str(value),
        source=Source.CALENDAR,
        confidence=confidence,
        detail=prop,
    )


def _when(start: Moment | None, end: Moment | None) -> Iterator[Found]:
    if start is None:
        return
    start, end = local(start), local(end) if end else None
    if isinstance(start, datetime):
        last = end if isinstance(end, datetime) and end > start else None
        yield _found("first_day", start.date(), "DTSTART", 0.97)
        yield _found("start_time", start.time().replace(second=0, microsecond=0), "DTSTART", 0.97)
        yield _found("all_day", False, "DTSTART", 0.97)
        if last is None:
            return
        yield _found("last_day", last.date(), "DTEND", 0.97)
        if last.time() > start.time():
            yield _found("end_time", last.time().replace(second=0, microsecond=0), "DTEND", 0.97)
        return
    # Of whole days DTEND is the first day after the last one (RFC 5545, 3.6.1).
    final = end - DAY if end is not None and not isinstance(end, datetime) else start
    yield _found("first_day", start, "DTSTART", 0.97)
    yield _found("last_day", max(start, final), "DTEND", 0.97)
    yield _found("all_day", True, "DTSTART", 0.97)


def _stamp(event: Component) -> datetime | None:
    value = moment(event, "DTSTAMP", {})
    return value.astimezone(UTC) if isinstance(value, datetime) else None


def text_of(event: Component, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).strip()


def _number(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() and len(text) < 10 else 0
