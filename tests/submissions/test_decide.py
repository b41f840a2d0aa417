"""What editors decide: once, with history, mail and agenda in one transaction."""

import threading
from datetime import date, time

import pytest
from django.db import connection

from agenda.models import Activity, PublicRevision, Status
from mail.models import OutgoingMail
from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.facts import Facts
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission, SubmissionKind
from submissions.services import (
    Draft,
    add_proposal,
    ask,
    correct,
    mark_done,
    mark_spam,
    merge,
    publish,
    reject,
    reopen,
)
from submissions.states import Action, ProposalState, SubmissionState
from tests.factories import make_activity
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db


def published(submission: Submission) -> Activity:
    proposal = submission.proposals.get()
    publish(submission, proposal, seen=submission.version, editor=make_editor())
    activity = Proposal.objects.get(pk=proposal.pk).activity
    assert activity is not None
    return activity


def test_publishing_puts_the_activity_in_the_agenda_and_mails_the_sender() -> None:
    revision = PublicRevision.current()[0]
    submission = make_submission()
    activity = published(submission)
    assert activity.status == Status.PUBLISHED
    assert activity.revision == 1
    assert (activity.start_time, activity.first_day) == (time(13, 30), date(2019, 6, 4))
    assert PublicRevision.current()[0] > revision
    assert activity.title.encode() in activity.calendar_event.full
    submission.refresh_from_db()
    assert submission.state == SubmissionState.DONE
    mail = OutgoingMail.objects.order_by("-pk")[0]
    assert activity.get_absolute_url() in mail.text


def test_only_contact_data_that_was_made_public_reaches_the_agenda() -> None:
    activity = published(make_submission())
    assert activity.contact_email == "jo@lindeboom.example"
    assert activity.contact_name == ""
    assert activity.contact_phone == ""


def test_second_editor_hears_who_was_first_and_nothing_happens() -> None:
    submission = make_submission()
    seen = submission.version
    first = make_editor(first_name="Anne", last_name="Bos")
    publish(submission, submission.proposals.get(), seen=seen, editor=first)
    count = AuditEntry.objects.count(), OutgoingMail.objects.count()
    with pytest.raises(StaleSubmission, match="Anne Bos"):
        reject(
            submission, submission.proposals.get(), seen=seen, editor=make_editor(), reason="Nee"
        )
    assert (AuditEntry.objects.count(), OutgoingMail.objects.count()) == count


def test_incomplete_proposal_is_not_published_and_the_version_stays() -> None:
    submission = make_submission(Draft(facts=make_facts(kind="")))
    with pytest.raises(Incomplete) as caught:
        publish(submission, submission.proposals.get(), seen=1, editor=make_editor())
    assert "kind" in caught.value.fields
    submission.refresh_from_db()
    assert submission.version == 1
    assert not Activity.objects.exists()


def test_end_before_start_is_refused_at_its_field() -> None:
    submission = make_submission(Draft(facts=make_facts(end_time=time(9, 0))))
    with pytest.raises(Incomplete) as caught:
        publish(submission, submission.proposals.get(), seen=1, editor=make_editor())
    assert "end_time" in caught.value.fields


def test_rejecting_needs_a_reason_that_the_sender_reads() -> None:
    submission = make_submission()
    proposal = submission.proposals.get()
    with pytest.raises(Incomplete):
        reject(submission, proposal, seen=1, editor=make_editor(), reason=" ")
    reject(submission, proposal, seen=1, editor=make_editor(), reason="Dit is reclame.")
    assert "Dit is reclame." in OutgoingMail.objects.order_by("-pk")[0].text
    submission.refresh_from_db()
    assert submission.state == SubmissionState.DONE


def test_item_stays_open_until_its_last_proposal_is_decided() -> None:
    submission = make_submission(Draft(facts=make_facts()), Draft(facts=make_facts(title="Twee")))
    first, second = submission.proposals.all()
    publish(submission, first, seen=1, editor=make_editor())
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PENDING
    merge(
        submission,
        second,
        seen=submission.version,
        editor=make_editor(),
        into=Activity.objects.get(),
    )
    submission.refresh_from_db()
    assert submission.state == SubmissionState.DONE


def test_rejected_proposal_can_be_reopened() -> None:
    submission = make_submission()
    proposal = submission.proposals.get()
    reject(submission, proposal, seen=1, editor=make_editor(), reason="Nee")
    reopen(
        submission,
        seen=submission.version,
        editor=make_editor(),
        proposal=submission.proposals.get(),
    )
    proposal.refresh_from_db()
    submission.refresh_from_db()
    assert (proposal.state, submission.state) == (ProposalState.PENDING, SubmissionState.PENDING)


def test_question_waits_with_the_sender() -> None:
    submission = make_submission()
    ask(submission, seen=1, editor=make_editor(), question="Hoe laat?")
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WAITING
    assert "Hoe laat?" in OutgoingMail.objects.order_by("-pk")[0].text


def test_spam_is_never_answered() -> None:
    submission = make_submission()
    before = OutgoingMail.objects.count()
    mark_spam(submission, seen=1, editor=make_editor())
    assert OutgoingMail.objects.count() == before


def test_item_with_a_waiting_proposal_cannot_be_done() -> None:
    with pytest.raises(NotAllowed):
        mark_done(make_submission(), seen=1, editor=make_editor())


def test_question_ends_by_hand_with_the_answer_in_the_mail() -> None:
    submission = make_submission(kind=SubmissionKind.QUESTION, drafts=[])
    mark_done(submission, seen=1, editor=make_editor(), note="De zaal is boven.")
    assert "De zaal is boven." in OutgoingMail.objects.order_by("-pk")[0].text


def test_correction_tells_before_and_after_and_mails_nobody() -> None:
    submission = make_submission()
    mails = OutgoingMail.objects.count()
    entry = correct(
        submission,
        submission.proposals.get(),
        seen=1,
        editor=make_editor(),
        facts=make_facts(title="Beter"),
    )
    assert entry.before["proposal"]["facts"]["title"] == "Inloopmiddag voor ouders"
    assert entry.after["proposal"]["facts"]["title"] == "Beter"
    assert OutgoingMail.objects.count() == mails


def test_editor_adds_a_proposal_to_a_message_without_one() -> None:
    submission = make_submission(kind=SubmissionKind.QUESTION, drafts=[])
    add_proposal(submission, seen=1, editor=make_editor(), facts=make_facts())
    assert submission.proposals.get().facts.title == "Inloopmiddag voor ouders"


def test_change_keeps_what_it_does_not_tell() -> None:
    activity = published(make_submission())
    change = Draft(facts=Facts(start_time=time(15, 0)), kind=ProposalKind.CHANGE, activity=activity)
    submission = make_submission(change, kind=SubmissionKind.UPDATE)
    publish(submission, submission.proposals.get(), seen=1, editor=make_editor())
    activity.refresh_from_db()
    assert activity.start_time == time(15, 0)
    assert activity.title == "Inloopmiddag voor ouders"
    assert activity.contact_email == "jo@lindeboom.example"
    assert activity.revision == 2


def test_cancellation_keeps_the_activity_for_its_subscribers() -> None:
    activity = published(make_submission())
    draft = Draft(
        facts=Facts(summary="Door ziekte."), kind=ProposalKind.CANCELLATION, activity=activity
    )
    submission = make_submission(draft, kind=SubmissionKind.CANCELLATION)
    publish(submission, submission.proposals.get(), seen=1, editor=make_editor())
    activity.refresh_from_db()
    assert (activity.status, activity.status_note) == (Status.CANCELLED, "Door ziekte.")
    assert activity.revision == 2


def test_same_title_twice_gives_two_addresses() -> None:
    first, second = published(make_submission()), published(make_submission())
    assert first.slug != second.slug


def test_two_proposals_of_one_activity_merge() -> None:
    first, second = make_submission(), make_submission()
    merge(second, second.proposals.get(), seen=1, editor=make_editor(), into=first.proposals.get())
    proposal = second.proposals.get()
    assert proposal.state == ProposalState.MERGED
    assert proposal.merged_into == first.proposals.get()
    with pytest.raises(NotAllowed):
        merge(
            first,
            first.proposals.get(),
            seen=1,
            editor=make_editor(),
            into=first.proposals.get(),
        )


def test_merge_into_an_activity_of_the_agenda() -> None:
    submission = make_submission()
    activity = make_activity()
    merge(submission, submission.proposals.get(), seen=1, editor=make_editor(), into=activity)
    assert submission.proposals.get().activity == activity


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_exactly_one_decides() -> None:
    submission = make_submission()
    editors = [make_editor(), make_editor()]
    barrier = threading.Barrier(2)
    outcomes: list[str] = []

    def decide(number: int) -> None:
        try:
            mine = Submission.objects.get(pk=submission.pk)
            barrier.wait()
            publish(mine, mine.proposals.get(), seen=1, editor=editors[number])
            outcomes.append("decided")
        except StaleSubmission:
            outcomes.append("stale")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["decided", "stale"]
    assert Activity.objects.count() == 1
    assert AuditEntry.objects.filter(action=Action.PUBLISH).count() == 1


def test_reopened_spam_is_a_submission_whose_sender_is_answered() -> None:
    submission = make_submission(kind=SubmissionKind.SPAM)
    reopen(submission, seen=1, editor=make_editor())
    submission.refresh_from_db()
    assert (submission.state, submission.kind) == (
        SubmissionState.PENDING,
        SubmissionKind.SUBMISSION,
    )
    reject(
        submission,
        submission.proposals.get(),
        seen=submission.version,
        editor=make_editor(),
        reason="Toch reclame.",
    )
    assert OutgoingMail.objects.count() == 1
