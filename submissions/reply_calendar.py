"""The REPLY itself, as an iCalendar object (RFC 5546, 3.2.3)."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress, vText

from agenda.when import AMSTERDAM
from submissions.facts import Facts
from submissions.models import Invitation


def written(row: Invitation, partstat: str) -> str:
    """What answers this version of an invitation with a value of PARTSTAT."""
    calendar = Calendar()
    calendar.add("prodid", "-//Landelijke Actieweek Thuiszitters//Actieweek//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "REPLY")
    calendar.add_component(_event(row, partstat))
    return calendar.to_ical().decode()


def _event(row: Invitation, partstat: str) -> Event:
    event = Event()
    event.add("uid", row.uid)
    event.add("sequence", row.sequence)
    # The moment of this answer: of two of ours the organiser's calendar keeps the later one.
    event.add("dtstamp", timezone.now().astimezone(UTC).replace(microsecond=0))
    event.add("organizer", vCalAddress(f"mailto:{row.organizer}"))
    attendee = vCalAddress(f"mailto:{row.attendee}")
    attendee.params["PARTSTAT"] = vText(partstat)
    event.add("attendee", attendee)
    if row.recurrence_id:
        event.add("recurrence-id", _moment(row.recurrence_id))
    _describe(event, Facts.from_json(row.facts))
    event.add("request-status", "2.0;Success")
    return event


def _describe(event: Event, facts: Facts) -> None:
    """What it was about; Exchange wants to see the moment in an answer as well."""
    if facts.title:
        event.add("summary", facts.title)
    if facts.first_day is None:
        return
    last = facts.last_day or facts.first_day
    if facts.start_time is None:
        event.add("dtstart", facts.first_day)
        event.add("dtend", last + timedelta(days=1))
        return
    event.add(
        "dtstart", datetime.combine(facts.first_day, facts.start_time, AMSTERDAM).astimezone(UTC)
    )
    if facts.end_time is not None:
        event.add("dtend", datetime.combine(last, facts.end_time, AMSTERDAM).astimezone(UTC))


def _moment(recurrence_id: str) -> datetime | date:
    if "T" in recurrence_id:
        return datetime.fromisoformat(recurrence_id)
    return date.fromisoformat(recurrence_id)
