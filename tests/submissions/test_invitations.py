from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from agenda.models import Status
from mail.models import OutgoingMail
from submissions.errors import NotAllowed
from submissions.models import (
    AuditEntry,
    Channel,
    ProposalKind,
    SubmissionKind,
)
from submissions.reread import reread
from submissions.services import call_off, correct, mark_spam, reject
from submissions.states import Action, ProposalState, SubmissionState
from submissions.waiting import target_of
from tests.submissions.factories import make_editor
from tests.submissions.invitations import (
    FIRST,
    ORGANISER,
    Invite,
    apple,
    come,
    facts_of,
    google,
    outlook,
    take,
)
from tests.submissions.test_from_mail import read_now

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_another_uid_with_the_same_content_is_the_same_appointment() -> None:
    activity = take(come(FIRST))
    same = come(FIRST.but(uid="nieuw-1", dtstamp="20270501T000000Z"), google)
    assert same.kind == SubmissionKind.DUPLICATE
    other = come(FIRST.but(uid="nieuw-2", dtstamp="20270502T000000Z", location="Online"))
    assert other.kind == SubmissionKind.UPDATE
    assert other.proposals.get().activity == activity


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
