import email
from collections.abc import Callable
from email import policy
from typing import Any

import pytest
from django.core import mail as django_mail
from icalendar import Calendar

from mail.models import OutgoingMail
from mail.outbox import deliver_due, enqueue
from submissions.models import (
    ProposalKind,
    SubmissionKind,
)
from submissions.services import publish, reject, undo
from submissions.states import Action, ProposalState, SubmissionState
from tests.submissions.factories import make_editor
from tests.submissions.invitations import (
    FIRST,
    ORGANISER,
    OURS,
    WEEKLY,
    Invite,
    apple,
    come,
    facts_of,
    google,
    outlook,
    reply_in,
    take,
)

pytestmark = pytest.mark.django_db(transaction=True)


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


@pytest.mark.parametrize("program", [outlook, google, apple])
def test_publishing_answers_in_the_calendar(program: Callable[[Invite], bytes]) -> None:
    item = come(FIRST.but(sequence=3), program)
    take(item)
    mail = OutgoingMail.objects.get(purpose="published")
    assert mail.to_address == ORGANISER
    event = reply_in(mail)
    assert (event["UID"], event["SEQUENCE"]) == (FIRST.uid, 3)
    assert event["ATTENDEE"] == f"mailto:{OURS}"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert event["DTSTART"].dt.isoformat() == "2027-06-03T07:30:00+00:00"


def test_an_invitation_by_machine_is_not_acknowledged_but_decided() -> None:
    come(FIRST, google)
    assert not OutgoingMail.objects.exists()
    come(FIRST.but(uid="twee", title="Ander beraad"), outlook)
    assert OutgoingMail.objects.get().purpose == "received_mail"


def test_declining_answers_too() -> None:
    item = come(FIRST)
    reject(item, item.proposals.get(), seen=item.version, editor=make_editor(), reason="Vol.")
    event = reply_in(OutgoingMail.objects.get(purpose="rejected"))
    assert event["ATTENDEE"].params["PARTSTAT"] == "DECLINED"


def test_the_answer_is_to_the_newest_version_and_session() -> None:
    item = come(WEEKLY)
    come(WEEKLY.later(title="Nieuwe naam"))
    proposal = item.proposals.get(position=1)
    item.refresh_from_db()
    facts = facts_of(proposal)
    publish(item, proposal, seen=item.version, editor=make_editor(), facts=facts)
    event = reply_in(OutgoingMail.objects.get(purpose="published"))
    assert event["SEQUENCE"] == 1
    assert event["RECURRENCE-ID"].dt.isoformat() == "2027-05-25T08:00:00+00:00"


def test_undoing_keeps_the_answer_from_leaving() -> None:
    item = come(FIRST)
    take(item)
    entry = item.history.get(action=Action.PUBLISH)
    undo(entry, editor=make_editor())
    assert OutgoingMail.objects.get(purpose="published").state == "cancelled"


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PUBLISH"},
        {"organizer": ""},
        {"attendee": "ATTENDEE:mailto:iemand@elders.example"},
        {"organizer": "ORGANIZER:mailto:slachtoffer@elders.example"},
    ],
)
def test_only_who_invites_us_gets_an_answer(changes: Any) -> None:
    take(come(FIRST.but(**changes)))
    mail = OutgoingMail.objects.get(purpose="published")
    assert (mail.calendar, mail.calendar_method) == ("", "")


def test_our_address_with_a_plus_is_ours_and_answers_as_it_was_written() -> None:
    name, _, domain = OURS.partition("@")
    tagged = f"{name}+2027@{domain}"
    take(come(FIRST.but(attendee=f"ATTENDEE;CN=Actieweek:MAILTO:{tagged}")))
    event = reply_in(OutgoingMail.objects.get(purpose="published"))
    assert event["ATTENDEE"] == f"mailto:{tagged}"


def test_who_sends_for_the_organiser_is_answered() -> None:
    organizer = f'ORGANIZER;SENT-BY="mailto:{ORGANISER}":mailto:wethouder@stad.example'
    take(come(FIRST.but(organizer=organizer)))
    event = reply_in(OutgoingMail.objects.get(purpose="published"))
    assert event["ORGANIZER"] == "mailto:wethouder@stad.example"


@pytest.mark.parametrize("method", ["REPLY", "REFRESH", "DECLINECOUNTER"])
def test_an_answer_to_an_invitation_is_never_answered(method: str) -> None:
    item = come(FIRST.but(method=method))
    assert (item.kind, item.state) == (SubmissionKind.AUTO_REPLY, SubmissionState.DONE)
    assert not OutgoingMail.objects.exists()


def test_a_counter_proposal_is_no_version() -> None:
    activity = take(come(FIRST))
    counter = come(FIRST.but(method="COUNTER", sequence=9, title="Liever later"))
    proposal = counter.proposals.get()
    assert (counter.kind, proposal.kind) == (SubmissionKind.UPDATE, ProposalKind.CHANGE)
    assert proposal.activity == activity
    assert not counter.answerable
    mails = OutgoingMail.objects.count()
    publish(counter, proposal, seen=counter.version, editor=make_editor())
    assert OutgoingMail.objects.count() == mails
    assert come(FIRST.later(title="Derde")).proposals.get().state == ProposalState.PENDING
