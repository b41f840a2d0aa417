import email
from email import policy
from typing import Any

import pytest
from django.core import mail as django_mail
from icalendar import Calendar

from mail.models import OutgoingMail
from mail.outbox import deliver_due, enqueue
from tests.submissions.invitations import Invite
from tests.submissions.test_invitations import come, edition, take

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["edition"]


def sent_after_publishing(invite: Invite) -> Any:
    take(come(invite))
    OutgoingMail.objects.update(next_attempt_at="2020-01-01T00:00Z")
    while deliver_due():
        pass
    wanted = OutgoingMail.objects.get(purpose="published").message_id
    (message,) = [one for one in django_mail.outbox if one.extra_headers["Message-ID"] == wanted]
    return email.message_from_bytes(message.message().as_bytes(), policy=policy.default)


def test_the_calendar_part_is_the_last_alternative_of_the_letter() -> None:
    message = sent_after_publishing(Invite(title="Café ’t Hoekje: één gesprek"))
    assert message.get_content_type() == "multipart/alternative"
    types = [part.get_content_type() for part in message.iter_parts()]
    assert types == ["text/plain", "text/html", "text/calendar"]
    part = list(message.iter_parts())[-1]
    assert (part.get_param("method"), part.get_content_charset()) == ("REPLY", "utf-8")
    (event,) = Calendar.from_ical(part.get_content()).walk("VEVENT")
    assert event["SUMMARY"] == "Café ’t Hoekje: één gesprek"


def test_an_answer_says_only_what_an_attendee_may_say() -> None:
    message = sent_after_publishing(Invite())
    part = list(message.iter_parts())[-1]
    text = part.get_content()
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert not event.errors
    # RFC 5546, 3.2.3: of the attendees only the one who answers.
    assert text.count("ATTENDEE") == text.count("ORGANIZER") == 1
    told = {line.partition(":")[0].partition(";")[0] for line in text.splitlines()}
    assert told.isdisjoint({"DESCRIPTION", "LOCATION", "RRULE"})


def test_a_whole_day_is_answered_as_days() -> None:
    days = Invite(start="DTSTART;VALUE=DATE:20270531", end="DTEND;VALUE=DATE:20270605", zone="")
    part = list(sent_after_publishing(days).iter_parts())[-1]
    (event,) = Calendar.from_ical(part.get_content()).walk("VEVENT")
    assert (str(event["DTSTART"].dt), str(event["DTEND"].dt)) == ("2027-05-31", "2027-06-05")


def test_a_line_break_in_what_was_sent_adds_no_property() -> None:
    invite = Invite(uid="een\\nATTENDEE:mailto:x@elders.example", title="Beraad\\nMETHOD:CANCEL")
    part = list(sent_after_publishing(invite).iter_parts())[-1]
    calendar = Calendar.from_ical(part.get_content())
    assert calendar["METHOD"] == "REPLY"
    (event,) = calendar.walk("VEVENT")
    assert "x@elders.example" not in str(event["ATTENDEE"])


def test_a_mail_without_a_calendar_part_has_none() -> None:
    row = enqueue(to="jo@example.org", subject="Dag", text="Dag", purpose="done")
    assert (row.calendar, row.calendar_method) == ("", "")
