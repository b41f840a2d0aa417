"""Putting a change into the proposal that still waits, instead of into the agenda."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda.when import InvalidWhen
from submissions import letters
from submissions.errors import Incomplete, NotAllowed
from submissions.facts import Facts
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission
from submissions.services.activities import overlay, told_changes
from submissions.services.correct import store_facts, with_former
from submissions.services.transitions import claim, record, settle, snapshot, step_proposal
from submissions.states import Action
from submissions.waiting import target_of


@transaction.atomic
def take_over(
    submission: Submission, proposal: Proposal, *, seen: int, editor: User, facts: Facts
) -> AuditEntry:
    """What the change tells goes into the waiting proposal, and the change has ended.

    `facts` are what is told, with the editor's last corrections. Raises `NotAllowed` when nothing
    waits any more, `Incomplete` when day and hours would contradict each other.
    """
    claim(submission, seen=seen)
    into = target_of(proposal) if proposal.kind == ProposalKind.CHANGE else None
    if into is None:
        raise NotAllowed("Er wacht geen voorstel meer waar dit in past. Kijk opnieuw.")
    item = into.submission
    if item != submission:
        claim(item, seen=item.version)
    _put_in(into, proposal, facts, editor)
    now = timezone.now()
    before = snapshot(submission, proposal)
    step_proposal(proposal, Action.MERGE, merged_into=into, decided_at=now, decided_by=editor)
    settle(submission)
    # Without what came after it cannot be undone: what went into the other has its own history.
    return record(
        Action.MERGE,
        submission=submission,
        proposal=proposal,
        editor=editor,
        before=before,
        outgoing=letters.send("taken_over", submission, into=into),
    )


def _put_in(into: Proposal, proposal: Proposal, told: Facts, editor: User) -> None:
    item, by = into.submission, proposal.submission.reference
    before = snapshot(item, into)
    changes = told_changes(told, into.facts)
    facts, stood, former = overlay(into.facts, changes), into.facts.to_json(), into.sources
    try:
        facts.when.validate()
    except InvalidWhen as error:
        raise Incomplete({error.field: str(error)}) from error
    store_facts(into, facts)
    for name in changes:
        source = {**(proposal.source_of(name) or {}), "source": f"item-{by}"}
        into.sources[name] = with_former(source, former.get(name), stood.get(name))
    into.save(update_fields=["sources"])
    record(
        Action.CORRECT,
        submission=item,
        proposal=into,
        editor=editor,
        reason=f"Overgenomen uit {by}",
        before=before,
        after=snapshot(item, into),
    )
