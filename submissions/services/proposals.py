"""Storing what was read, and putting the new version of an invitation into what still waits."""

from collections.abc import Sequence

from django.utils import timezone

from submissions.models import Proposal, ProposalKind, Submission
from submissions.services.activities import known_facts, overlay
from submissions.services.correct import shown_facts, with_former
from submissions.services.doubles import watch
from submissions.services.texts import shortened
from submissions.services.transitions import (
    SENDER,
    claim,
    record,
    settle,
    snapshot,
    step_proposal,
)
from submissions.services.values import Draft
from submissions.states import Action


def store_drafts(submission: Submission, drafts: Sequence[Draft], start: int = 0) -> None:
    """A proposal each, behind the `start` ones that are there. In the caller's transaction."""
    for position, draft in enumerate(drafts, start):
        _store(submission, position, draft)
    if any(draft.joins for draft in drafts):
        settle(submission)


def _store(submission: Submission, position: int, draft: Draft) -> None:
    facts = shortened(draft.facts).to_json() if draft.changes is None else draft.changes
    proposal = Proposal.objects.create(
        submission=submission,
        position=position,
        kind=draft.kind,
        activity=draft.activity,
        facts_json=facts,
        sources=draft.sources,
    )
    if draft.invitation is not None:
        draft.invitation.proposal = proposal
        draft.invitation.save(force_insert=True)
    if draft.joins is not None:
        _join(proposal, draft.joins, draft)
    else:
        watch(proposal)


def _join(proposal: Proposal, into: Proposal, draft: Draft) -> None:
    """It goes into the proposal that waits, as a correction by the sender; or, decided, beside it.

    Raises `NotAllowed` when an editor decided meanwhile: read again, it finds the activity.
    """
    own_activity = into.activity if not into.is_pending else None
    step_proposal(
        proposal,
        Action.MERGE,
        activity=own_activity,
        merged_into=None if own_activity else into,
        decided_at=timezone.now(),
    )
    if draft.amends:
        _amend(into, draft, proposal.submission)


def _amend(into: Proposal, draft: Draft, by: Submission) -> None:
    item = into.submission
    item.refresh_from_db(fields=["version", "state", "problems"])
    claim(item, seen=item.version)
    into.refresh_from_db()
    before, stood = snapshot(item, into), shown_facts(into).to_json()
    if into.kind == ProposalKind.CHANGE and into.activity is not None:
        stands = overlay(known_facts(into.activity), into.facts_json)
        into.facts_json = into.facts_json | {
            name: value
            for name, value in draft.amends.items()
            if overlay(stands, {name: value}) != stands
        }
    else:
        into.facts = shortened(overlay(into.facts, draft.amends))
    for name in draft.amends:
        source = {**(draft.sources.get(name) or {}), "source": f"item-{by.reference}"}
        into.sources[name] = with_former(source, into.sources.get(name), stood.get(name))
    into.save(update_fields=["facts_json", "sources"])
    watch(into)
    number = draft.invitation.sequence if draft.invitation else 0
    told = f"Bijgewerkt met een nieuwere uitnodiging: versie {number}, zie {by.reference}."
    item.problems = [*item.problems, told]
    item.save(update_fields=["problems"])
    record(
        Action.CORRECT,
        submission=item,
        proposal=into,
        actor_name=SENDER,
        reason=told,
        before=before,
        after=snapshot(item, into),
    )
