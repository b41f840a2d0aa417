"""A decision can be taken back until its mail leaves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda.models import Activity, Status
from mail import outbox
from mail.lives import OutgoingState
from submissions.errors import NotAllowed
from submissions.models import Question
from submissions.services import (
    ask,
    change_status,
    correct,
    mark_spam,
    publish,
    reject,
    undo,
    undoable,
)
from submissions.states import Action, ProposalState, SubmissionState
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db


def test_undone_publication_is_hidden_and_its_mail_stays() -> None:
    submission = make_submission()
    entry = publish(submission, submission.proposals.get(), seen=1, editor=make_editor())
    undo(entry, editor=make_editor())
    submission.refresh_from_db()
    proposal = submission.proposals.get()
    assert (submission.state, proposal.state) == (SubmissionState.PENDING, ProposalState.PENDING)
    assert Activity.objects.get().status == Status.HIDDEN
    assert entry.outgoing is not None
    entry.outgoing.refresh_from_db()
    assert entry.outgoing.state == OutgoingState.CANCELLED


def test_publishing_again_after_undo_keeps_address_and_uid() -> None:
    submission = make_submission()
    editor = make_editor()
    entry = publish(submission, submission.proposals.get(), seen=1, editor=editor)
    before = Activity.objects.values("slug", "public_id").get()
    undo(entry, editor=editor)
    submission.refresh_from_db()
    publish(submission, submission.proposals.get(), seen=submission.version, editor=editor)
    assert Activity.objects.values("slug", "public_id").get() == before
    activity = Activity.objects.get()
    assert (activity.status, activity.revision) == (Status.PUBLISHED, 3)


def test_decision_whose_mail_left_stands() -> None:
    submission = make_submission()
    entry = reject(
        submission, submission.proposals.get(), seen=1, editor=make_editor(), reason="Nee"
    )
    outbox.deliver_due(timezone.now() + timedelta(minutes=5))
    assert undoable(submission) is None
    with pytest.raises(NotAllowed):
        undo(entry, editor=make_editor())


def test_undo_twice_is_refused() -> None:
    submission = make_submission()
    entry = mark_spam(submission, seen=1, editor=make_editor())
    undo(entry, editor=make_editor())
    with pytest.raises(NotAllowed):
        undo(entry, editor=make_editor())
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PENDING


def test_decision_with_something_after_it_stands() -> None:
    submission = make_submission()
    entry = ask(submission, seen=1, editor=make_editor(), question="Hoe laat?")
    correct(
        submission,
        submission.proposals.get(),
        seen=submission.version,
        editor=make_editor(),
        facts=make_facts(title="Anders"),
    )
    with pytest.raises(NotAllowed):
        undo(entry, editor=make_editor())


def test_undone_question_was_never_asked() -> None:
    submission = make_submission()
    entry = ask(submission, seen=1, editor=make_editor(), question="Hoe laat?")
    undo(entry, editor=make_editor())
    assert not Question.objects.exists()
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PENDING


def test_undone_cancellation_stands_again_with_a_higher_revision() -> None:
    submission = make_submission()
    publish(submission, submission.proposals.get(), seen=1, editor=make_editor())
    activity = Activity.objects.get()
    entry = change_status(activity, Action.CANCEL, seen=1, editor=make_editor(), reason="Ziek")
    undo(entry, editor=make_editor())
    activity.refresh_from_db()
    assert (activity.status, activity.status_note, activity.revision) == (Status.PUBLISHED, "", 3)
