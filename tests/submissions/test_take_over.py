"""Changes that find what they are about, and go into it while it waits."""

from datetime import time

import pytest

from mail.models import OutgoingMail
from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.facts import Facts
from submissions.models import ProposalKind, Submission, SubmissionKind
from submissions.services import Draft, call_off, publish, take_over
from submissions.states import Action, ProposalState, SubmissionState
from submissions.waiting import target_of
from tests.submissions.factories import make_editor, make_facts, make_submission
from tests.submissions.test_from_mail import inviting, read_now

pytestmark = pytest.mark.django_db(transaction=True)


def change_of(first: Submission, facts: Facts, kind: str = ProposalKind.CHANGE) -> Submission:
    source = {"source": "body", "quote": "15 uur", "start": 0, "end": 6}
    draft = Draft(facts, {"start_time": source}, ProposalKind(kind))
    return make_submission(draft, kind=SubmissionKind.UPDATE, thread=first)


def test_a_change_goes_into_the_proposal_that_waits() -> None:
    first, editor = make_submission(), make_editor()
    told = Facts(title="De inloopmiddag", start_time=time(15))
    later = change_of(first, told)
    take_over(later, later.proposals.get(), seen=1, editor=editor, facts=told)
    into, done = first.proposals.get(), later.proposals.get()
    assert (into.facts.start_time, into.facts.title) == (time(15), "Inloopmiddag voor ouders")
    assert into.sources["start_time"]["source"] == f"item-{later.reference}"
    assert (done.state, done.merged_into) == (ProposalState.MERGED, into)
    later.refresh_from_db()
    first.refresh_from_db()
    assert (later.state, first.state) == (SubmissionState.DONE, SubmissionState.PENDING)
    assert first.version == 2
    assert first.history.first().reason == f"Overgenomen uit {later.reference}"
    assert into.sources["start_time"]["alternatives"] == [{"value": "13:30"}]
    letter = OutgoingMail.objects.get(purpose="taken_over")
    assert "overgenomen in de aanmelding van ‘Inloopmiddag voor ouders’" in letter.text
    with pytest.raises(StaleSubmission):
        publish(first, into, seen=1, editor=editor)


def test_nothing_waits_any_more() -> None:
    first, editor = make_submission(), make_editor()
    later = change_of(first, Facts(start_time=time(15)))
    publish(first, first.proposals.get(), seen=1, editor=editor)
    with pytest.raises(NotAllowed):
        take_over(later, later.proposals.get(), seen=1, editor=editor, facts=Facts())


def test_hours_that_contradict_change_nothing() -> None:
    first = make_submission(Draft(make_facts(end_time=time(14))))
    told = Facts(start_time=time(15))
    later = change_of(first, told)
    with pytest.raises(Incomplete):
        take_over(later, later.proposals.get(), seen=1, editor=make_editor(), facts=told)
    assert first.proposals.get().facts.start_time == time(13, 30)
    assert later.proposals.get().is_pending


def test_of_several_the_one_of_that_name_is_meant() -> None:
    first = make_submission(Draft(make_facts(title="Ochtend")), Draft(make_facts(title="Middag")))
    named = change_of(first, Facts(title="Middag", start_time=time(15))).proposals.get()
    assert target_of(named).facts.title == "Middag"
    assert target_of(change_of(first, Facts(start_time=time(15))).proposals.get()) is None


def test_a_cancellation_by_mail_ends_what_waits() -> None:
    first = make_submission()
    later = change_of(first, Facts(title="x"), ProposalKind.CANCELLATION)
    call_off(later, later.proposals.get(), seen=1, editor=make_editor())
    assert first.proposals.get().state == ProposalState.WITHDRAWN


CHANGED = "Beste mensen,\r\n\r\n{}\r\nDe tijd wijzigt: het begint om 15.30 uur.\r\n"


def changing(told: str, sender: str = "iemand@elders.example") -> Submission:
    raw = inviting("Wijziging", **{"from": f"Sam <{sender}>", "subject": "Andere tijd"})
    head = raw.decode().split("\r\n\r\n")[0]
    return read_now(f"{head}\r\n\r\n{CHANGED.format(told)}".encode(), sender)


@pytest.mark.parametrize("told", ["Kenmerk: {0}.", "Het gaat om {0}.", "kenmerk {1}"])
def test_a_reference_finds_its_item(told: str) -> None:
    first = read_now(inviting())
    later = changing(told.format(first.reference, first.reference.lower()))
    assert (later.kind, later.thread) == (SubmissionKind.UPDATE, first)
    assert target_of(later.proposals.get()) == first.proposals.get()


def test_a_change_tells_only_what_changes() -> None:
    first = read_now(inviting())
    later = changing(f"De koffieochtend van 1 juni 2027, kenmerk {first.reference}.")
    proposal, editor = later.proposals.get(), make_editor()
    assert proposal.facts.organiser == ""
    take_over(later, proposal, seen=1, editor=editor, facts=proposal.facts)
    entry = first.history.filter(action=Action.CORRECT).get()
    old, new = entry.before["proposal"]["facts"], entry.after["proposal"]["facts"]
    assert {name for name in new if new[name] != old.get(name)} == {"start_time"}


def test_the_page_of_an_activity_finds_it() -> None:
    first = make_submission()
    publish(first, first.proposals.get(), seen=1, editor=make_editor())
    activity = first.proposals.get().activity
    later = changing(f"Zie https://www.example.org{activity.get_absolute_url()}")
    proposal = later.proposals.get()
    assert (proposal.kind, proposal.activity) == (ProposalKind.CHANGE, activity)
    assert proposal.facts_json["start_time"] == "15:30"
    assert activity.start_time == time(13, 30)


def test_a_colleague_finds_it_by_name_and_day() -> None:
    first = make_submission()
    told = "De inloopmiddag voor ouders van 4 juni 2019."
    assert changing(told, "sam@lindeboom.example").thread == first
    assert changing(told, "sam@elders.example").thread is None
