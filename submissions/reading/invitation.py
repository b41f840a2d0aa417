"""The calendar part of a mail (RFC 5545, 5546): what each VEVENT tells.

The library gives broken or half-known values types of their own; each is looked at before use, so
that a bad property costs that property and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component

from agenda.when import AMSTERDAM
from mail.message import CalendarPart
from submissions.reading.context import Context
from submissions.reading.found import Found, Source
from submissions.reading.places import is_online
from submissions.reading.titles import clean_title
from submissions.reading.venues import read_place_value

SIZE_LIMIT = 500_000  # characters of one calendar part
EVENTS_LIMIT = 20
DEFAULT_LENGTH = timedelta(days=1)
_WINDOWS_ZONES = {  # by the names that Outlook uses (CLDR, windowsZones.xml)
    "w. europe standard time": "Europe/Amsterdam",
    "romance standard time": "Europe/Paris",
    "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw",
    "gmt standard time": "Europe/London",
    "greenwich standard time": "Atlantic/Reykjavik",
    "utc": "UTC",
    "(utc+01:00) amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Amsterdam",
}


@dataclass(frozen=True, slots=True)
class Invitation:
    """One VEVENT. `method` is in capitals, empty when none was declared."""

    found: tuple[Found, ...]
    method: str
    uid: str
    sequence: int
    cancelled: bool
    description: str
    problems: tuple[str, ...] = ()


def read_invitations(
    calendars: tuple[CalendarPart, ...], context: Context
) -> tuple[list[Invitation], list[str]]:
    """All different events of the calendar parts, and what was wrong with them."""
    found: dict[tuple[str, str], Invitation] = {}
    problems: list[str] = []
    for part in calendars[:5]:
        try:
            components = list(_events(part))
        except Exception:  # the library raises many kinds on broken input
            problems.append("De agenda-uitnodiging in deze mail is niet te lezen.")
            continue
        for event, method in components[:EVENTS_LIMIT]:
            invitation = _read(event, method, context)
            key = (invitation.uid, _text(event, "RECURRENCE-ID"))
            known = found.get(key)
            if known is None or known.sequence < invitation.sequence:
                found[key] = invitation
        if len(components) > EVENTS_LIMIT:
            problems.append(
                f"De agenda bevat meer dan {EVENTS_LIMIT} afspraken; de rest is niet gelezen."
            )
    return list(found.values()), problems


def _events(part: CalendarPart) -> Iterator[tuple[Component, str]]:
    text = part.text[:SIZE_LIMIT]
    start = text.find("BEGIN:VCALENDAR")
    if start < 0:
        raise ValueError("no calendar")
    for calendar in Calendar.from_ical(text[start:], multiple=True):
        method = (str(calendar.get("METHOD", "")) or part.method).strip().upper()
        for event in calendar.walk("VEVENT"):
            yield event, method


def _read(event: Component, method: str, context: Context) -> Invitation:
    found: list[Found] = []
    problems: list[str] = []
    summary = clean_title(_text(event, "SUMMARY"))
    if summary:
        found.append(_found("title", summary, "SUMMARY", 0.97))
    try:
        found += _when(event)
    except (ValueError, TypeError, OverflowError, AttributeError):
        problems.append("De datum in de agenda-uitnodiging klopt niet.")
    if event.get("RRULE"):
        problems.append("De uitnodiging herhaalt zich; alleen de eerste keer is overgenomen.")
    location = _text(event, "LOCATION")
    place = re.sub(r",?\s*(?:Nederland|Netherlands|The Netherlands)\s*$", "", location)
    if place:
        read = read_place_value(place, 0, context, 0.95)
        found += [_found(one.field, one.value, "LOCATION", 0.95, one.quote) for one in read]
    description = _text(event, "DESCRIPTION")
    if not any(one.field == "attendance" for one in found) and is_online(
        f"{location}\n{description}"
    ):
        found.append(_found("attendance", "online", "DESCRIPTION", 0.7))
    found += _organiser(event, context)
    status = _text(event, "STATUS").upper()
    return Invitation(
        found=tuple(found),
        method=method,
        uid=_text(event, "UID")[:500],
        sequence=_number(_text(event, "SEQUENCE")),
        cancelled=method == "CANCEL" or status == "CANCELLED",
        description=description,
        problems=tuple(problems),
    )


def _found(field: str, value: Any, prop: str, confidence: float, quote: str = "") -> Found:
    return Found(
        field,
        value,
        quote=quote or str(value),
        source=Source.CALENDAR,
        confidence=confidence,
        detail=prop,
    )


def _when(event: Component) -> Iterator[Found]:
    start = _moment(event, "DTSTART")
    if start is None:
        return
    end = _moment(event, "DTEND")
    if end is None and isinstance(duration := _value(event.get("DURATION")), timedelta):
        end = start + duration
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
    final = (
        end - DEFAULT_LENGTH if isinstance(end, date) and not isinstance(end, datetime) else start
    )
    yield _found("first_day", start, "DTSTART", 0.97)
    yield _found("last_day", max(start, final), "DTEND", 0.97)
    yield _found("all_day", True, "DTSTART", 0.97)


def _moment(event: Component, name: str) -> date | datetime | None:
    """A date, or a wall time in Amsterdam without its zone."""
    prop = event.get(name)
    value = _value(prop)
    if isinstance(value, datetime):
        zone = _zone(str(prop.params.get("TZID", ""))) if value.tzinfo is None else None
        if zone is not None:
            value = value.replace(tzinfo=zone)
        if value.tzinfo is not None:
            value = value.astimezone(AMSTERDAM).replace(tzinfo=None)
        return value if 2010 <= value.year <= 2099 else None
    if isinstance(value, date):
        return value if 2010 <= value.year <= 2099 else None
    return None


def _zone(name: str) -> ZoneInfo | None:
    """The zone of a TZID that the library did not know; a floating time is taken as ours."""
    known = _WINDOWS_ZONES.get(name.strip('"').lower(), name.strip('"'))
    try:
        return ZoneInfo(known) if known else None
    except (ValueError, OSError):
        return None


def _organiser(event: Component, context: Context) -> Iterator[Found]:
    organiser = event.get("ORGANIZER")
    if organiser is None or isinstance(organiser, list):
        return
    name = str(getattr(organiser, "params", {}).get("CN", "")).strip(' "')
    address = re.sub(r"^mailto:", "", str(organiser), flags=re.IGNORECASE).strip()
    if name and "@" not in name:
        yield _found("organiser", name[:200], "ORGANIZER", 0.9)
    if (
        re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,190}\.[A-Za-z]{2,24}", address)
        and address.lower() not in context.own
    ):
        yield _found("contact_email", address, "ORGANIZER", 0.85)


def _text(event: Component, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return ""
    if isinstance(moment := _value(value), datetime):
        return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()
    return str(value).strip()


def _value(prop: Any) -> Any:
    """The Python value of a date property; None of a broken one, which raises when asked."""
    try:
        return getattr(prop, "dt", None)
    except ValueError:  # BrokenCalendarProperty
        return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 10 else 0


_UID = re.compile(r"^UID[^:\r\n]{0,100}:(.{1,500})$", re.MULTILINE)
_FOLDED = re.compile(r"\r?\n[ \t]")


def uids(calendars: tuple[CalendarPart, ...]) -> list[str]:
    """The identifiers of the events, without reading them."""
    found = [
        match[1].strip()
        for part in calendars[:5]
        for match in _UID.finditer(_FOLDED.sub("", part.text[:SIZE_LIMIT]))
    ]
    return list(dict.fromkeys(found))[:EVENTS_LIMIT]
