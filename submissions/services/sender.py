"""What senders do to their own item, by its secret link.

None of it changes a published activity: it becomes a proposal for the editors.
"""

from collections.abc import Sequence
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from submissions import letters
from submissions.errors import Incomplete, NotAllowed
from submissions.facts import Facts
from submissions.models import (
    AuditEntry,
    Channel,
    Proposal,
    ProposalKind,
    Submission,
    SubmissionKind,
)
from submissions.services.activities import check, difference, known_facts
from submissions.services.correct import store_correction
from submissions.services.submit import submit
from submissions.services.texts import without_nul
from submissions.services.transitions import (
    claim,
    record,
    snapshot,
    step_proposal,
    step_submission,
)
from submissions.services.values import Draft, NewAttachment, Sender
from submissions.states import OPEN, Action, ProposalState


@transaction.atomic
def correct_own(
    submission: Submission, proposal: Proposal, *, seen: int, facts: Facts
) -> AuditEntry:
    """Change a proposal that nobody decided about yet; an editor who has it open gets a 409."""
    claim(submission, seen=seen)
    return store_correction(submission, proposal, facts, editor=None)


def propose_change(
    submission: Submission, proposal: Proposal, *, facts: Facts, form_key: UUID
) -> Submission:
    """A change of a published activity: an item of its own, reviewed as a difference."""
    activity = proposal.activity
    if activity is None or proposal.state != ProposalState.PUBLISHED:
        raise NotAllowed("Deze activiteit staat niet in de agenda.")
    check(facts)
    changes = difference(known_facts(activity), facts)
    if not changes:
        raise Incomplete({"__all__": "Je hebt niets veranderd."})
    return _follow_up(
        submission,
        SubmissionKind.UPDATE,
        form_key=form_key,
        drafts=[Draft(facts=facts, kind=ProposalKind.CHANGE, activity=activity, changes=changes)],
    )


@transaction.atomic
def withdraw(submission: Submission, *, form_key: UUID, reason: str = "") -> Submission:
    """Withdraw what waits; what is in the agenda becomes a cancellation for the editors.

    Returns the item that tells of it: itself, or the new cancellation. Again: no change.
    """
    reason = without_nul(reason).strip()
    published = list(
        submission.proposals.filter(state=ProposalState.PUBLISHED, activity__isnull=False)
    )
    submission.refresh_from_db(fields=["version", "state"])
    if submission.state in OPEN:
        _withdraw_waiting(submission, reason)
    if not published:
        return submission
    return _follow_up(
        submission,
        SubmissionKind.CANCELLATION,
        form_key=form_key,
        text=reason,
        drafts=[
            Draft(
                facts=Facts(title=proposal.facts.title, summary=reason),
                kind=ProposalKind.CANCELLATION,
                activity=proposal.activity,
            )
            for proposal in published
        ],
    )


def _withdraw_waiting(submission: Submission, reason: str) -> None:
    before = snapshot(submission)
    step_submission(submission, Action.WITHDRAW, seen=submission.version)
    for proposal in submission.proposals.pending():
        step_proposal(proposal, Action.WITHDRAW, reason=reason, decided_at=timezone.now())
    record(
        Action.WITHDRAW,
        submission=submission,
        reason=reason,
        before=before,
        after=snapshot(submission),
        outgoing=letters.send("withdrawn", submission, reason=reason),
    )


def add_material(
    submission: Submission,
    *,
    attachments: Sequence[NewAttachment],
    text: str,
    form_key: UUID,
) -> Submission:
    """Photos, documents and links for an activity, before or after it: an item of its own."""
    if not attachments and not text.strip():
        raise Incomplete({"__all__": "Voeg een foto, document of link toe, of schrijf iets."})
    return _follow_up(
        submission,
        SubmissionKind.MATERIAL,
        form_key=form_key,
        text=text,
        attachments=attachments,
    )


@transaction.atomic
def revoke_links(submission: Submission, *, editor: User | None = None) -> AuditEntry:
    """Make every link that was sent worthless and mail a new one."""
    Submission.objects.filter(pk=submission.pk).update(link_number=F("link_number") + 1)
    submission.refresh_from_db(fields=["link_number"])
    return record(
        Action.REVOKE,
        submission=submission,
        editor=editor,
        outgoing=letters.send("new_link", submission),
    )


def _follow_up(
    submission: Submission,
    kind: SubmissionKind,
    *,
    form_key: UUID,
    text: str = "",
    drafts: Sequence[Draft] = (),
    attachments: Sequence[NewAttachment] = (),
) -> Submission:
    return submit(
        kind=kind,
        channel=Channel.FORM,
        sender=Sender(submission.sender_name, submission.sender_email),
        subject=letters.title_of(submission),
        text=text,
        edition=submission.edition,
        drafts=drafts,
        attachments=attachments,
        form_key=form_key,
        thread=submission.thread or submission,
        acknowledge=submission.answerable,
    )
