from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from icalendar import Calendar

from agenda.models import Activity, Status
from mail.models import OutgoingMail
from submissions.errors import NotAllowed
from submissions.facts import Facts
from submissions.models import (
    AuditEntry,
    Channel,
    Invitation,
    Proposal,
    ProposalKind,
    Submission,
    SubmissionKind,
)
from submissions.reread import reread
from submissions.services import call_off, correct, mark_spam, publish, reject, undo
from submissions.states import Action, ProposalState, SubmissionState
from submissions.waiting import target_of
from tests.factories import make_edition, make_kind
from tests.submissions.factories import make_editor
from tests.submissions.invitations import ORGANISER, OURS, Invite, apple, google, outlook
from tests.submissions.test_from_mail import read_now

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = Invite()
WEEKLY = Invite(
    start="DTSTART;TZID=Europe/Amsterdam:20270518T100000",
    end="DTEND;TZID=Europe/Amsterdam:20270518T113000",
    lines=("RRULE:FREQ=WEEKLY;COUNT=3",),
)


@pytest.fixture(autouse=True)
def edition() -> None:
    make_edition(year=2027, first="2027-05-31", last="2027-06-04")


def come(invite: Invite, program: Callable[[Invite], bytes] = outlook) -> Submission:
    return read_now(program(invite), ORGANISER)


def facts_of(proposal: Proposal, **changes: Any) -> Facts:
    """With what an editor adds before publishing."""
    told = proposal.facts.to_json() | {"kind": make_kind().slug} | changes
    return Facts.from_json(told)


def take(item: Submission, **changes: Any) -> Activity:
    """Publish all that waits."""
    editor = make_editor()
    for proposal in item.proposals.pending():
        item.refresh_from_db()
        facts = facts_of(proposal, **changes) if proposal.kind == ProposalKind.NEW else None
        entry = publish(item, proposal, seen=item.version, editor=editor, facts=facts)
    assert entry.activity is not None
    return entry.activity


def reply_in(mail: OutgoingMail | None) -> Any:
    assert mail is not None
    calendar = Calendar.from_ical(mail.calendar)
    assert calendar["METHOD"] == mail.calendar_method == "REPLY"
    (event,) = calendar.walk("VEVENT")
    return event


@pytest.mark.parametrize("program", [outlook, google, apple])
def test_each_calendar_program_gives_one_proposal(program: Callable[[Invite], bytes]) -> None:
    item = come(FIRST, program)
    assert (item.kind, item.channel) == (SubmissionKind.SUBMISSION, Channel.INVITATION)
    facts = item.proposals.get().facts
    assert (facts.title, facts.first_day) == ("Bestuurlijk beraad", date(2027, 6, 3))
    assert (facts.start_time, facts.end_time) == (time(9, 30), time(12))
    assert (facts.venue, facts.address) == ("Stadskantoor, zaal 2.14", "Spuikade 200")
    assert facts.contact_email == ORGANISER


def test_a_newer_version_of_a_published_activity_is_a_difference() -> None:
    activity = take(come(FIRST), title="Beraad voor bestuurders")
    update = come(FIRST.later(start=FIRST.start.replace("T093", "T103")))
    proposal = update.proposals.get()
    assert (update.kind, proposal.kind) == (SubmissionKind.UPDATE, ProposalKind.CHANGE)
    assert proposal.activity == activity
    # The title that an editor made better is not put back.
    assert proposal.facts_json == {"start_time": "10:30"}
    activity.refresh_from_db()
    assert activity.start_time == time(9, 30)
    assert any("versie 1 (SEQUENCE)" in one and "versie 0" in one for one in update.problems)
    take(update)
    activity.refresh_from_db()
    assert (activity.start_time, activity.title) == (time(10, 30), "Beraad voor bestuurders")


def test_a_place_that_is_left_out_is_emptied() -> None:
    take(come(FIRST))
    proposal = come(FIRST.later(location="Microsoft Teams-vergadering")).proposals.get()
    assert proposal.facts_json["attendance"] == "online"
    assert proposal.facts_json["venue"] == proposal.facts_json["address"] == ""


def test_the_same_sequence_with_a_later_dtstamp_is_newer() -> None:
    take(come(FIRST))
    update = come(FIRST.but(title="Ander beraad", dtstamp="20270421T070110Z"))
    assert update.proposals.get().facts_json == {"title": "Ander beraad"}


@pytest.mark.parametrize(
    "older",
    [{"sequence": 0, "dtstamp": "20270601T000000Z"}, {"sequence": 1, "dtstamp": FIRST.dtstamp}],
)
@pytest.mark.parametrize("published", [True, False])
def test_an_older_version_is_shown_and_not_applied(older: Any, published: bool) -> None:
    newest = FIRST.later()
    item = come(newest)
    if published:
        take(item)
    late = come(newest.but(title="Oud beraad", **older))
    assert (late.kind, late.state) == (SubmissionKind.UPDATE, SubmissionState.DONE)
    proposal = late.proposals.get()
    assert (proposal.state, proposal.facts.title) == (ProposalState.MERGED, "Oud beraad")
    assert any("verouderd" in one for one in late.problems)
    assert item.proposals.get().facts.title == "Bestuurlijk beraad"
    assert late.thread == item


def test_a_newer_version_goes_into_the_proposal_that_waits() -> None:
    item = come(FIRST)
    proposal = item.proposals.get()
    facts = facts_of(proposal, organiser="Regio Drechtoevers")
    correct(item, proposal, seen=item.version, editor=make_editor(), facts=facts)
    update = come(FIRST.later(title="Groot beraad"))
    assert (update.state, update.thread) == (SubmissionState.DONE, item)
    assert update.proposals.get().merged_into == proposal
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.PENDING
    # What an editor corrected stays, what the organiser changed is changed.
    assert (proposal.facts.title, proposal.facts.organiser) == (
        "Groot beraad",
        "Regio Drechtoevers",
    )
    seen = item.version
    item.refresh_from_db()
    assert item.version > seen
    assert update.reference in item.problems[-1]
    assert AuditEntry.objects.filter(submission=item, action=Action.CORRECT).count() == 2


def test_of_two_changes_that_wait_editors_see_one() -> None:
    activity = take(come(FIRST))
    first = come(FIRST.later(title="Tweede naam"))
    second = come(FIRST.later(title="Tweede naam").later(title="Derde naam", location=""))
    assert (first.proposals.get().state, second.state) == (
        ProposalState.PENDING,
        SubmissionState.DONE,
    )
    changes = first.proposals.get().facts_json
    assert (changes["title"], changes["venue"]) == ("Derde naam", "")
    take(first)
    activity.refresh_from_db()
    assert (activity.title, activity.venue) == ("Derde naam", "")


def test_somebody_else_cannot_change_what_waits() -> None:
    item = come(FIRST)
    strange = FIRST.later(title="Gekaapt", sender="Iemand <iemand@elders.example>")
    update = read_now(outlook(strange), "iemand@elders.example")
    assert item.proposals.get().facts.title == "Bestuurlijk beraad"
    assert update.proposals.get().state == ProposalState.PENDING
    assert any("ander adres (iemand@elders.example)" in one for one in update.problems)
    assert target_of(update.proposals.get()) == item.proposals.get()  # an editor may still do it
    # Nor does it make the organiser's own next version look old.
    come(FIRST.later(title="Groot beraad"))
    assert item.proposals.get().facts.title == "Groot beraad"


def test_a_cancellation_is_to_be_confirmed() -> None:
    activity = take(come(FIRST))
    item = come(FIRST.later(method="CANCEL", title="Geannuleerd: Bestuurlijk beraad"))
    proposal = item.proposals.get()
    assert (item.kind, proposal.kind) == (SubmissionKind.CANCELLATION, ProposalKind.CANCELLATION)
    activity.refresh_from_db()
    assert activity.status == Status.PUBLISHED
    take(item)
    activity.refresh_from_db()
    assert activity.status == Status.CANCELLED


def test_a_series_is_one_proposal_a_session() -> None:
    item = come(WEEKLY, google)
    days = [proposal.facts.first_day for proposal in item.proposals.all()]
    assert days == [date(2027, 5, 18), date(2027, 5, 25), date(2027, 6, 1)]
    assert set(Invitation.objects.values_list("recurrence_id", flat=True)) == {
        "20270518T080000Z",
        "20270525T080000Z",
        "20270601T080000Z",
    }


def test_a_recurrence_id_touches_one_session() -> None:
    item = come(WEEKLY)
    take(item)
    moved = WEEKLY.later(
        start="DTSTART;TZID=Europe/Amsterdam:20270526T140000",
        end="DTEND;TZID=Europe/Amsterdam:20270526T153000",
        lines=("RECURRENCE-ID;TZID=Europe/Amsterdam:20270525T100000",),
    )
    change = come(moved).proposals.get()
    assert change.activity == item.proposals.get(position=1).activity
    assert change.facts_json == {
        "first_day": "2027-05-26",
        "last_day": "2027-05-26",
        "start_time": "14:00",
        "end_time": "15:30",
    }
    gone = moved.later(method="CANCEL", lines=("RECURRENCE-ID:20270601T080000Z",))
    cancelled = come(gone).proposals.get()
    assert cancelled.activity == item.proposals.get(position=2).activity


def test_a_cancelled_series_is_a_cancellation_of_each_session() -> None:
    item = come(WEEKLY)
    take(item)
    cancelled = come(WEEKLY.later(method="CANCEL", lines=()))
    about = {proposal.activity for proposal in cancelled.proposals.all()}
    assert about == {proposal.activity for proposal in item.proposals.all()}


def test_a_series_at_another_hour_keeps_its_activities() -> None:
    item = come(WEEKLY)
    take(item)
    later = WEEKLY.later(
        start="DTSTART;TZID=Europe/Amsterdam:20270518T110000",
        end="DTEND;TZID=Europe/Amsterdam:20270518T123000",
    )
    changes = list(come(later).proposals.order_by("position"))
    assert [one.activity for one in changes] == [
        one.activity for one in item.proposals.order_by("position")
    ]
    assert {one.facts_json["start_time"] for one in changes} == {"11:00"}


def test_an_endless_series_goes_on_without_mixing_up_its_sessions() -> None:
    endless = WEEKLY.but(lines=("RRULE:FREQ=WEEKLY",))
    item = come(endless)
    take(item)
    moved = endless.later(
        start="DTSTART;TZID=Europe/Amsterdam:20270601T110000",
        end="DTEND;TZID=Europe/Amsterdam:20270601T123000",
    )
    update = come(moved)
    for proposal in update.proposals.exclude(activity=None):
        assert proposal.facts_json == {"start_time": "11:00", "end_time": "12:30"}
    assert update.proposals.filter(kind=ProposalKind.NEW).count() == 2
    assert update.proposals.filter(kind=ProposalKind.CHANGE).count() == 8


def test_an_appointment_that_becomes_a_series_keeps_its_activity() -> None:
    activity = take(come(WEEKLY.but(lines=())))
    update = come(WEEKLY.later())
    kinds = [(one.kind, one.activity) for one in update.proposals.order_by("position")]
    assert kinds[1:] == [(ProposalKind.NEW, None)] * 2
    assert kinds[0] == (ProposalKind.CHANGE, activity)


def test_a_session_that_left_the_series_is_to_be_cancelled() -> None:
    item = come(WEEKLY)
    take(item)
    update = come(WEEKLY.later(lines=("RRULE:FREQ=WEEKLY;COUNT=2",)))
    waiting = update.proposals.get(state=ProposalState.PENDING)
    assert (waiting.kind, waiting.activity) == (
        ProposalKind.CANCELLATION,
        item.proposals.get(position=2).activity,
    )


def test_another_uid_with_the_same_content_is_the_same_appointment() -> None:
    activity = take(come(FIRST))
    same = come(FIRST.but(uid="nieuw-1", dtstamp="20270501T000000Z"), google)
    assert same.kind == SubmissionKind.DUPLICATE
    other = come(FIRST.but(uid="nieuw-2", dtstamp="20270502T000000Z", location="Online"))
    assert other.kind == SubmissionKind.UPDATE
    assert other.proposals.get().activity == activity


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


def test_a_cancellation_of_what_waits_withdraws_it_when_confirmed() -> None:
    item = come(FIRST)
    cancelled = come(FIRST.later(method="CANCEL"))
    proposal = cancelled.proposals.get()
    assert (proposal.state, proposal.activity) == (ProposalState.PENDING, None)
    assert item.proposals.get().state == ProposalState.PENDING
    call_off(cancelled, proposal, seen=cancelled.version, editor=make_editor())
    item.refresh_from_db()
    assert (item.proposals.get().state, item.state) == (
        ProposalState.WITHDRAWN,
        SubmissionState.DONE,
    )
    cancelled.refresh_from_db()
    assert cancelled.state == SubmissionState.DONE
    mail = OutgoingMail.objects.get(purpose="withdrawn")
    assert (mail.to_address, mail.calendar) == (ORGANISER, "")


def test_an_appointment_that_was_declined_can_come_again() -> None:
    item = come(FIRST)
    reject(item, item.proposals.get(), seen=item.version, editor=make_editor(), reason="Vol.")
    again = come(FIRST.later(title="Kleiner beraad"))
    proposal = again.proposals.get()
    assert (proposal.kind, proposal.state) == (ProposalKind.NEW, ProposalState.PENDING)
    assert proposal.facts.venue == "Stadskantoor, zaal 2.14"


def test_what_a_mail_that_fails_dmarc_says_changes_nothing_that_waits(settings: Any) -> None:
    settings.AUTHSERV_ID = "mx.example.org"
    item = come(FIRST)
    failed = "Authentication-Results: mx.example.org; dmarc=fail header.from=example.nl"
    update = come(FIRST.later(title="Gekaapt", headers=(failed,)))
    assert not update.answerable
    assert update.proposals.get().state == ProposalState.PENDING
    assert item.proposals.get().facts.title == "Bestuurlijk beraad"


def test_what_was_taken_for_spam_does_not_swallow_the_next_version() -> None:
    item = come(FIRST)
    come(FIRST.later(title="Groot beraad"))
    item.refresh_from_db()
    mark_spam(item, seen=item.version, editor=make_editor())
    third = come(FIRST.later(title="Groot beraad").later(title="Heel groot beraad"))
    proposal = third.proposals.get()
    assert (proposal.kind, proposal.state) == (ProposalKind.NEW, ProposalState.PENDING)


def test_reading_the_first_version_again_does_not_bring_it_back() -> None:
    item = come(FIRST)
    come(FIRST.later(title="Groot beraad"))
    item.refresh_from_db()
    with pytest.raises(NotAllowed):
        reread(item, seen=item.version, editor=make_editor())
    assert item.proposals.get().suggestions == {}
    source = item.proposals.get().sources["title"]
    assert source["alternatives"][0]["value"] == "Bestuurlijk beraad"
