"""Invitations as they are stored: which version is the newest, which proposal holds it now.

Nothing here reads a calendar, so that the web can ask without loading what does.
"""

from collections.abc import Iterator

from django.db.models import Q

from submissions.models import Channel, Invitation, Proposal, ProposalKind, Submission
from submissions.reading.context import Version

_CHAIN_LIMIT = 20


def versions_of(submission: Submission) -> Iterator[Version]:
    if submission.channel == Channel.INVITATION:
        for row in Invitation.objects.versions().filter(proposal__submission=submission):
            yield version_of_row(row)


def version_of_row(row: Invitation) -> Version:
    return Version(row.uid, row.recurrence_id, row.sequence, row.dtstamp, row.content, row.mark)


def newest_of(proposal: Proposal) -> Invitation | None:
    """The newest version that a proposal stands for, those that were put into it included."""
    rows = Invitation.objects.versions().filter(
        Q(proposal=proposal) | Q(proposal__merged_into=proposal, proposal__activity=None)
    )
    return max(rows, key=order, default=None)


def order(row: Invitation) -> tuple[int, float, int]:
    return row.sequence, row.dtstamp.timestamp() if row.dtstamp else 0.0, row.pk


def standing_of(row: Invitation) -> Proposal:
    """The proposal that holds now what the row told: where it was put into, if it was."""
    proposal = row.proposal
    for _ in range(_CHAIN_LIMIT):
        if proposal.merged_into is None:
            break
        proposal = proposal.merged_into
    return proposal


def waiting_for(proposal: Proposal) -> Proposal | None:
    """The proposal that a cancellation or change is about, of what was never in the agenda."""
    if proposal.kind == ProposalKind.NEW or proposal.activity_id is not None:
        return None
    own = Invitation.objects.filter(proposal=proposal).first()
    if own is None or not own.uid:
        return None
    rows = Invitation.objects.versions().filter(
        uid=own.uid, recurrence_id=own.recurrence_id, pk__lt=own.pk
    )
    for row in sorted(rows, key=order, reverse=True):
        target = standing_of(row)
        if is_waiting(target) and target.kind == ProposalKind.NEW:
            return target
    return None


def is_waiting(proposal: Proposal) -> bool:
    return proposal.is_pending and proposal.submission.is_open
