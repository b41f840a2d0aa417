"""The sender's own acts: idempotent, and never a change of what is published."""

from uuid import uuid4

import pytest
import time_machine

from agenda.models import Activity, Status
from mail.models import OutgoingMail
from submissions import links
from submissions.errors import Incomplete, LinkExpired, LinkUnknown, NotAllowed, StaleSubmission
from submissions.models import ProposalKind, Submission, SubmissionKind
from submissions.services import (
    add_material,
    answer,
    ask,
    correct_own,
    propose_change,
    publish,
    revoke_links,
    withdraw,
)
from submissions.states import SubmissionState
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db


def publish_it(submission: Submission) -> Activity:
    publish(submission, submission.proposals.get(), seen=submission.version, editor=make_editor())
    submission.refresh_from_db()
    return Activity.objects.get()


def test_answer_puts_the_item_back_in_the_queue_once() -> None:
    submission = make_submission()
    ask(submission, seen=1, editor=make_editor(), question="Hoe laat?")
    question = submission.questions.get()
    answer(submission, question, text="Om twee uur")
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PENDING
    assert answer(submission, question, text="Om twee uur") is None
    with pytest.raises(NotAllowed):
        answer(submission, question, text="Om drie uur")


def test_sender_corrects_and_an_editor_with_the_old_screen_gets_a_conflict() -> None:
    submission = make_submission()
    proposal = submission.proposals.get()
    correct_own(submission, proposal, seen=1, facts=make_facts(title="Beter"))
    with pytest.raises(StaleSubmission, match="afzender"):
        publish(submission, proposal, seen=1, editor=make_editor())


def test_change_after_publication_is_a_new_item_with_only_the_difference() -> None:
    submission = make_submission()
    activity = publish_it(submission)
    facts = make_facts(title="Beter", organiser="")
    key = uuid4()
    proposal = submission.proposals.get()
    change = propose_change(submission, proposal, facts=facts, form_key=key)
    again = propose_change(submission, proposal, facts=facts, form_key=key)
    assert change == again
    assert (change.kind, change.thread) == (SubmissionKind.UPDATE, submission)
    proposed = change.proposals.get()
    assert proposed.facts_json == {"title": "Beter", "organiser": ""}
    assert proposed.kind == ProposalKind.CHANGE
    activity.refresh_from_db()
    assert activity.title == "Inloopmiddag voor ouders"
    publish(change, proposed, seen=1, editor=make_editor())
    activity.refresh_from_db()
    assert (activity.title, activity.organiser) == ("Beter", "")
    assert activity.contact_email == "jo@lindeboom.example"


def test_change_of_nothing_says_so() -> None:
    submission = make_submission()
    publish_it(submission)
    with pytest.raises(Incomplete):
        propose_change(submission, submission.proposals.get(), facts=make_facts(), form_key=uuid4())


def test_withdrawing_what_waits_ends_it_and_again_does_nothing() -> None:
    submission = make_submission()
    withdraw(submission, form_key=uuid4())
    mails = OutgoingMail.objects.count()
    withdraw(submission, form_key=uuid4())
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WITHDRAWN
    assert OutgoingMail.objects.count() == mails


def test_withdrawing_what_is_published_only_proposes_a_cancellation() -> None:
    submission = make_submission()
    activity = publish_it(submission)
    cancellation = withdraw(submission, form_key=uuid4(), reason="Te weinig aanmeldingen")
    activity.refresh_from_db()
    assert activity.status == Status.PUBLISHED
    publish(cancellation, cancellation.proposals.get(), seen=1, editor=make_editor())
    activity.refresh_from_db()
    assert (activity.status, activity.status_note) == (Status.CANCELLED, "Te weinig aanmeldingen")


def test_empty_addition_is_refused() -> None:
    with pytest.raises(Incomplete):
        add_material(make_submission(), attachments=[], text=" ", form_key=uuid4())


def test_link_leads_to_its_item_and_to_no_other() -> None:
    submission = make_submission()
    token = links.token(submission)
    assert links.resolve(token) == submission
    for wrong in (token[:-1], token + "x", "", "a.b", "x" * 5000):
        with pytest.raises(LinkUnknown):
            links.resolve(wrong)


def test_replaced_link_is_worthless_and_the_new_one_is_mailed() -> None:
    submission = make_submission()
    old = links.token(submission)
    revoke_links(submission)
    with pytest.raises(LinkUnknown):
        links.resolve(old)
    assert links.address(submission) in OutgoingMail.objects.order_by("-pk")[0].text


def test_link_expires_after_the_edition() -> None:
    submission = make_submission()
    token = links.token(submission)
    with time_machine.travel(links.expires(submission)):
        links.resolve(token)
    with time_machine.travel("2100-01-01"), pytest.raises(LinkExpired):
        links.resolve(token)
