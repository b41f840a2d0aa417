"""Taking a decision back while its mail has not left."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from agenda.models import Activity, Status
from mail import outbox
from mail.lives import OutgoingState
from submissions.errors import NotAllowed
from submissions.facts import Facts
from submissions.models import AuditEntry, Proposal, Question, Submission
from submissions.services.activities import set_status, write
from submissions.services.doubles import watch_item
from submissions.services.together import take_back_mails, tell_undone
from submissions.services.transitions import claim, record, snapshot
from submissions.states import BESIDE, Action, SubmissionState

UNDOABLE = frozenset(
    {
        Action.PUBLISH,
        Action.REJECT,
        Action.MERGE,
        Action.ASK,
        Action.DONE,
        Action.SPAM,
        Action.REOPEN,
        Action.HIDE,
        Action.SHOW,
        Action.CANCEL,
        Action.RESTORE,
        Action.MOVE,
        Action.REVERT,
    }
)


def undoable(submission: Submission) -> AuditEntry | None:
    """The last decision, when it can still be taken back."""
    entry = _last(submission)
    return entry if entry is not None and _can_undo(entry) else None


def _last(submission: Submission) -> AuditEntry | None:
    """What stands beside the decisions does not come between."""
    decisions = submission.history.exclude(action__in=BESIDE)
    return decisions.select_related("outgoing", "proposal", "activity").first()


@transaction.atomic
def undo(entry: AuditEntry, *, editor: User) -> AuditEntry:
    """Put back what was before the decision and keep its mail from leaving.

    An activity that the decision made is hidden, not deleted: somebody may have seen it already.
    Raises `NotAllowed` when the mail left or something happened since.
    """
    submission = entry.submission
    if submission is None:
        raise NotAllowed("Dit kan niet worden teruggedraaid.")
    submission.refresh_from_db(fields=["version", "state"])
    claim(submission, seen=submission.version, sources=frozenset(SubmissionState))
    if _last(submission) != entry or not _can_undo(entry):
        raise NotAllowed("Er is intussen iets anders gebeurd. Terugdraaien kan niet meer.")
    undoings = [_undo_one(one, submission, editor) for one in _together(entry)]
    return undoings[0]


def _together(entry: AuditEntry) -> list[AuditEntry]:
    """The entry, and first those that were one decision with it."""
    batch = entry.after.get("batch")
    if not batch:
        return [entry]
    rows = AuditEntry.objects.filter(submission=entry.submission, after__batch=batch)
    return list(rows.select_related("outgoing", "proposal", "activity").order_by("-pk"))


def _undo_one(entry: AuditEntry, submission: Submission, editor: User) -> AuditEntry:
    if entry.outgoing_id is not None and not outbox.cancel(entry.outgoing_id):
        raise NotAllowed("De mail aan de afzender is al weg. Terugdraaien kan niet meer.")
    take_back_mails(entry)
    now = snapshot(submission, entry.proposal, entry.activity)
    _restore_activity(entry)
    _restore_rows(entry, submission)
    undoing = record(
        Action.UNDO,
        submission=submission,
        proposal=entry.proposal,
        activity=entry.activity,
        editor=editor,
        reason=entry.get_action_display(),
        before=now,
        after=entry.before,
    )
    AuditEntry.objects.filter(pk=entry.pk).update(undone_by=undoing)
    tell_undone(entry, undoing)
    return undoing


def _can_undo(entry: AuditEntry) -> bool:
    # Without a state to go back from there is nothing to undo: a file that was taken down.
    if entry.action not in UNDOABLE or not entry.after or entry.undone_by_id is not None:
        return False
    return all(
        one.outgoing is None or one.outgoing.state == OutgoingState.QUEUED
        for one in _together(entry)
    )


def _restore_activity(entry: AuditEntry) -> None:
    activity = entry.activity
    # Only where the decision changed it: a merge merely points at one.
    if activity is None or "activity" not in entry.after:
        return
    stored = entry.before.get("activity")
    if stored is None:
        set_status(activity, Status.HIDDEN)
    else:
        _put_back(activity, stored)


def _put_back(activity: Activity, stored: dict[str, Any]) -> None:
    activity.status, activity.status_note = stored["status"], stored["status_note"]
    write(Facts.from_json(stored["facts"]), edition=activity.edition, activity=activity)


def _restore_rows(entry: AuditEntry, submission: Submission) -> None:
    before = entry.before
    if "submission" in before:
        Submission.objects.filter(pk=submission.pk).update(**before["submission"])
        submission.refresh_from_db(fields=list(before["submission"]))
    if "question" in before:
        Question.objects.filter(pk=before["question"], answer="").delete()
    if "proposal" in before and entry.proposal is not None:
        stored = before["proposal"]
        # An activity that was made stays tied to it, so that publishing again keeps its address.
        made = entry.activity_id if entry.action == Action.PUBLISH else stored["activity"]
        Proposal.objects.filter(pk=entry.proposal.pk).update(
            state=stored["state"],
            reason=stored["reason"],
            facts_json=stored["facts"],
            activity=made,
            merged_into=stored["merged_into"],
            decided_at=None,
            decided_by=None,
        )
        entry.proposal.refresh_from_db()
        entry.proposal.save(update_fields=[])  # its derived columns follow what was put back
    watch_item(submission)
