"""What a change or cancellation is about while nothing of it is in the agenda yet."""

from submissions.invited_rows import waiting_for
from submissions.models import Channel, Proposal, ProposalKind, Submission
from submissions.reading.context import content_mark


def target_of(proposal: Proposal) -> Proposal | None:
    """The one proposal of its conversation that still waits and that it can mean."""
    if proposal.kind == ProposalKind.NEW or proposal.activity_id or not proposal.is_pending:
        return None
    item = proposal.submission
    if item.channel == Channel.INVITATION:
        return waiting_for(proposal)
    waiting = _waiting_before(item)
    if len(waiting) < 2:
        return waiting[0] if waiting else None
    facts = proposal.facts
    mark = content_mark(facts.title)
    same = [one for one in waiting if mark and content_mark(one.facts.title) == mark]
    if not same and facts.first_day:
        same = [one for one in waiting if one.facts.first_day == facts.first_day]
    return same[0] if len(same) == 1 else None


def _waiting_before(item: Submission) -> list[Proposal]:
    first = item.thread
    if first is None:
        return []
    items = [pk for pk in (first.pk, first.thread_id) if pk]
    new = Proposal.objects.pending().filter(submission__in=items, kind=ProposalKind.NEW)
    return list(new.select_related("submission"))
