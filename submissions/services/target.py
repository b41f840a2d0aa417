"""Saying which activity of the agenda a proposal is about."""

from django.contrib.auth.models import User
from django.db import transaction

from agenda.models import Activity
from submissions.errors import NotAllowed
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission
from submissions.services.doubles import watch
from submissions.services.transitions import claim, record, snapshot
from submissions.states import Action


@transaction.atomic
def point_at(
    submission: Submission, proposal: Proposal, *, seen: int, editor: User, activity: Activity
) -> AuditEntry:
    """What seemed new becomes a change of the activity; a cancellation stays one.

    Raises `StaleSubmission`, or `NotAllowed` when it was decided already.
    """
    claim(submission, seen=seen)
    before = snapshot(submission, proposal)
    if not proposal.is_pending:
        raise NotAllowed("Over dit voorstel is al besloten.")
    if proposal.kind == ProposalKind.NEW:
        proposal.kind = ProposalKind.CHANGE
    proposal.activity = activity
    proposal.save(update_fields=["kind", "activity"])
    watch(proposal)
    return record(
        Action.CORRECT,
        submission=submission,
        proposal=proposal,
        activity=activity,
        editor=editor,
        reason=f"Gaat over ‘{activity}’",
        before=before,
        after=snapshot(submission, proposal),
    )
