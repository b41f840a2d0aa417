"""The answer to an invitation, so that the calendar of who invited shows it (RFC 5546, 3.2.3)."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress, vText

from agenda.when import AMSTERDAM
from submissions.facts import Facts
from submissions.invitations import newest_of
from submissions.models import Invitation, Proposal
from submissions.reading.calendar_times import Moment


class Answer(StrEnum):
    """Values of PARTSTAT."""

    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"


def reply_to(proposal: Proposal, answer: Answer) -> str:
    """The REPLY to the newest version that the proposal stands for; empty when none is wanted.

    Wanted by a METHOD:REQUEST only, of an organiser who sent it, to an address of ours.
    """
    row = newest_of(proposal)
    if row is None or not row.wants_reply:
        return ""
    calendar = Calendar()
    calendar.add("prodid", "-//Landelijke Actieweek Thuiszitters//Actieweek//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "REPLY")
    calendar.add_component(_event(row, answer))
    return calendar.to_ical().decode()


def wants_reply(proposal: Proposal) -> bool:
    """Whether `reply_to` gives one."""
    row = newest_of(proposal)
    return row is not None and row.wants_reply


def _event(row: Invitation, answer: Answer) -> Event:
    event = Event()
    event.add("uid", row.uid)
    event.add("sequence", row.sequence)
    # The moment of this answer: of two of ours the organiser's calendar keeps the later one.
    event.add("dtstamp", timezone.now().astimezone(UTC).replace(microsecond=0))
    event.add("organizer", vCalAddress(f"mailto:{row.organizer}"))
    attendee = vCalAddress(f"mailto:{row.attendee}")
    attendee.params["PARTSTAT"] = vText(answer)
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


def _moment(recurrence_id: str) -> Moment:
    if "T" in recurrence_id:
        return datetime.fromisoformat(recurrence_id)
    return date.fromisoformat(recurrence_id)
