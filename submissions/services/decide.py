"""What editors decide. Each is one transaction: the item, the history, the mail, the agenda.

`seen` is the version of the submission that was on the editor's screen; every function raises
`StaleSubmission` when somebody was first and `NotAllowed` when the state forbids it.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda.models import Activity, Edition, Status
from submissions import letters, replies
from submissions.errors import DomainError, Incomplete, NotAllowed, sentence
from submissions.facts import Facts
from submissions.models import (
    SHELVED,
    AuditEntry,
    Proposal,
    ProposalKind,
    Submission,
    SubmissionKind,
)
from submissions.replies import Answer
from submissions.services.activities import known_facts, overlay, set_status, write
from submissions.services.correct import store_facts
from submissions.services.doubles import watch_item
from submissions.services.texts import without_nul
from submissions.services.together import (
    joined_to,
    still_there,
    tell_of_publishing,
    tell_others,
)
from submissions.services.transitions import (
    claim,
    record,
    settle,
    snapshot,
    step_proposal,
    step_submission,
)
from submissions.states import SUBMISSION, Action, SubmissionState


@transaction.atomic
def publish(
    submission: Submission,
    proposal: Proposal,
    *,
    seen: int,
    editor: User,
    facts: Facts | None = None,
    note: str = "",
    left_out: Sequence[str] = (),
) -> AuditEntry:
    """Carry the proposal out in the agenda; `facts` are the editor's last corrections.

    `left_out` names in Dutch what of a change was not taken over: its sender reads that.
    Raises `Incomplete` when an activity cannot be made of it.
    """
    claim(submission, seen=seen)
    before = snapshot(submission, proposal, proposal.activity)
    if facts is not None:
        store_facts(proposal, facts)
    activity = carry_out(submission, proposal)
    step_proposal(
        proposal, Action.PUBLISH, activity=activity, decided_at=timezone.now(), decided_by=editor
    )
    settle(submission)
    told = f"Niet overgenomen: {sentence(left_out)}." if left_out else ""
    outgoing = letters.send(
        _PUBLISHED[proposal.kind],
        submission,
        undo_seconds=settings.UNDO_SECONDS,
        calendar_reply=replies.reply_to(proposal, Answer.ACCEPTED),
        activity=activity,
        note=note,
        left_out=sentence(left_out),
    )
    entry = record(
        Action.PUBLISH,
        submission=submission,
        proposal=proposal,
        activity=activity,
        editor=editor,
        reason="\n".join(filter(None, [note, told])),
        before=before,
        after=snapshot(submission, proposal, activity),
        outgoing=outgoing,
    )
    tell_of_publishing(entry, proposal, activity, _PUBLISHED[proposal.kind])
    return entry


_PUBLISHED: dict[str, str] = {
    ProposalKind.NEW: "published",
    ProposalKind.CHANGE: "changed",
    ProposalKind.CANCELLATION: "cancelled",
}


@transaction.atomic
def reject(
    submission: Submission, proposal: Proposal, *, seen: int, editor: User, reason: str
) -> AuditEntry:
    reason = without_nul(reason).strip()
    if not reason:
        raise Incomplete({"reason": "Vertel de afzender waarom."})
    return _end_proposal(
        Action.REJECT, submission, proposal, seen=seen, editor=editor, reason=reason
    )


@transaction.atomic
def merge(
    submission: Submission,
    proposal: Proposal,
    *,
    seen: int,
    editor: User,
    into: Activity | Proposal,
) -> AuditEntry:
    """It tells of the same activity as another proposal, or as one that is in the agenda.

    Raises `NotAllowed` when the other one was decided otherwise meanwhile.
    """
    if into == proposal:
        raise NotAllowed("Een voorstel kan niet met zichzelf worden samengevoegd.")
    if isinstance(into, Proposal):
        into = still_there(into)
    target: dict[str, Any] = (
        {"activity": into}
        if isinstance(into, Activity)
        else {"merged_into": into, "activity": None}
    )
    return _end_proposal(
        Action.MERGE, submission, proposal, seen=seen, editor=editor, columns=target
    )


def _end_proposal(
    action: Action,
    submission: Submission,
    proposal: Proposal,
    *,
    seen: int,
    editor: User,
    reason: str = "",
    columns: dict[str, Any] | None = None,
) -> AuditEntry:
    claim(submission, seen=seen)
    before = snapshot(submission, proposal)
    step_proposal(
        proposal,
        action,
        reason=reason,
        decided_at=timezone.now(),
        decided_by=editor,
        **(columns or {}),
    )
    settle(submission)
    joined = joined_to(proposal)
    declined = replies.reply_to(proposal, Answer.DECLINED) if action == Action.REJECT else ""
    outgoing = letters.send(
        _ENDED[action],
        submission,
        undo_seconds=settings.UNDO_SECONDS,
        calendar_reply=declined,
        proposal=proposal,
        activity=proposal.activity,
        reason=reason,
    )
    entry = record(
        action,
        submission=submission,
        proposal=proposal,
        activity=proposal.activity,
        editor=editor,
        reason=reason,
        before=before,
        after=snapshot(submission, proposal),
        outgoing=outgoing,
    )
    if joined:
        letter, seconds = _ENDED[action], settings.UNDO_SECONDS
        answer = Answer.DECLINED if action == Action.REJECT else None
        tell_others(entry, joined, letter, undo_seconds=seconds, answer=answer, reason=reason)
    return entry


_ENDED = {Action.REJECT: "rejected", Action.MERGE: "merged"}


def mark_done(submission: Submission, *, seen: int, editor: User, note: str = "") -> AuditEntry:
    """Nothing is left to decide; `note` is what the sender reads."""
    if submission.proposals.pending().exists():
        raise NotAllowed("Beslis eerst over de voorstellen die nog wachten.")
    return _move(Action.DONE, submission, seen=seen, editor=editor, letter="done", note=note)


def mark_spam(submission: Submission, *, seen: int, editor: User) -> AuditEntry:
    return _move(Action.SPAM, submission, seen=seen, editor=editor)


@transaction.atomic
def reopen(
    submission: Submission, *, seen: int, editor: User, proposal: Proposal | None = None
) -> AuditEntry:
    """Back to the queue: the item, or a rejected proposal together with its item."""
    if proposal is None:
        return _move(Action.REOPEN, submission, seen=seen, editor=editor)
    before = snapshot(submission, proposal)
    sources = SUBMISSION[Action.REOPEN][0] | {SubmissionState.PENDING, SubmissionState.WAITING}
    claim(submission, seen=seen, sources=sources, target=SubmissionState.PENDING)
    step_proposal(proposal, Action.REOPEN, reason="", decided_at=None, decided_by=None)
    return record(
        Action.REOPEN,
        submission=submission,
        proposal=proposal,
        editor=editor,
        before=before,
        after=snapshot(submission, proposal),
        outgoing=letters.send("reopened", submission, undo_seconds=settings.UNDO_SECONDS),
    )


@transaction.atomic
def _move(
    action: Action,
    submission: Submission,
    *,
    seen: int,
    editor: User,
    letter: str = "",
    note: str = "",
) -> AuditEntry:
    before = snapshot(submission)
    step_submission(submission, action, seen=seen)
    if action == Action.REOPEN:
        _take_seriously(submission)
    watch_item(submission)
    outgoing = None
    if letter:
        outgoing = letters.send(
            letter, submission, undo_seconds=settings.UNDO_SECONDS, note=without_nul(note)
        )
    return record(
        action,
        submission=submission,
        editor=editor,
        reason=without_nul(note),
        before=before,
        after=snapshot(submission),
        outgoing=outgoing,
    )


def _take_seriously(submission: Submission) -> None:
    """An editor says that it is no spam and no robot after all: its sender may be answered."""
    if submission.kind in SHELVED or submission.kind == SubmissionKind.SPAM:
        submission.kind, submission.answerable = SubmissionKind.SUBMISSION, True
        submission.save(update_fields=["kind", "answerable"])


def edition_for(submission: Submission, facts: Facts) -> Edition:
    """The edition nearest in time to its day, otherwise the item's own or the coming one."""
    edition = None
    if facts.first_day is not None:
        edition = Edition.objects.nearest(facts.first_day)
    edition = edition or submission.edition or Edition.objects.current(timezone.localdate())
    if edition is None:
        raise DomainError("Er is nog geen editie. Laat de beheerder er eerst een maken.")
    return edition


def carry_out(submission: Submission, proposal: Proposal) -> Activity:
    """Write in the agenda what the proposal says; raises `Incomplete`."""
    activity = proposal.activity
    if proposal.kind == ProposalKind.CANCELLATION and activity is not None:
        set_status(activity, Status.CANCELLED, proposal.facts.summary or activity.status_note)
        return activity
    if activity is None:
        if proposal.kind != ProposalKind.NEW:
            raise Incomplete({"activity": "Kies eerst de activiteit waar dit over gaat."})
        facts = proposal.facts
        return write(facts, edition=edition_for(submission, facts))
    if proposal.kind == ProposalKind.CHANGE:
        return write(
            overlay(known_facts(activity), proposal.facts_json),
            edition=activity.edition,
            activity=activity,
        )
    activity.status = Status.PUBLISHED  # its publication was undone before; its address stays
    return write(proposal.facts, edition=activity.edition, activity=activity)
