"""Confirming that what still waits is called off by who sent it."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from submissions import letters
from submissions.errors import NotAllowed
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission
from submissions.services.transitions import claim, record, settle, snapshot, step_proposal
from submissions.states import Action
from submissions.waiting import target_of


@transaction.atomic
def call_off(submission: Submission, proposal: Proposal, *, seen: int, editor: User) -> AuditEntry:
    """A cancellation of what is not in the agenda yet: both end, and the sender is told.

    Raises `NotAllowed` when nothing that it is about waits any more.
    """
    claim(submission, seen=seen)
    waiting = target_of(proposal) if proposal.kind == ProposalKind.CANCELLATION else None
    if waiting is None:
        raise NotAllowed("Hier wacht geen aanmelding meer op. Kies de activiteit in de agenda.")
    item = waiting.submission
    if item != submission:
        claim(item, seen=item.version)
    told = f"Afgezegd door de organisator: {submission.reference}."
    before, before_item = snapshot(submission, proposal), snapshot(item, waiting)
    now = timezone.now()
    step_proposal(waiting, Action.WITHDRAW, reason=told, decided_at=now, decided_by=editor)
    settle(item)
    record(
        Action.WITHDRAW,
        submission=item,
        proposal=waiting,
        editor=editor,
        reason=told,
        before=before_item,
        after=snapshot(item, waiting),
    )
    step_proposal(proposal, Action.MERGE, merged_into=waiting, decided_at=now, decided_by=editor)
    settle(submission)
    return record(
        Action.WITHDRAW,
        submission=submission,
        proposal=proposal,
        editor=editor,
        before=before,
        after=snapshot(submission, proposal),
        outgoing=letters.send("withdrawn", submission),
    )
