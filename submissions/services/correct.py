"""Changing what a waiting proposal says. Tells nobody: nothing is decided by it."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from submissions.errors import NotAllowed
from submissions.facts import Facts
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission
from submissions.reading.found import MAX_ALTERNATIVES
from submissions.services.activities import difference, known_facts, overlay
from submissions.services.doubles import watch
from submissions.services.texts import shortened
from submissions.services.transitions import claim, record, snapshot
from submissions.states import Action


@transaction.atomic
def correct(
    submission: Submission, proposal: Proposal, *, seen: int, editor: User, facts: Facts
) -> AuditEntry:
    """Change what a waiting proposal says. Tells nobody: nothing was decided."""
    claim(submission, seen=seen)
    return store_correction(submission, proposal, facts, editor=editor)


def store_correction(
    submission: Submission, proposal: Proposal, facts: Facts, *, editor: User | None
) -> AuditEntry:
    """The shared end of an editor's and a sender's correction; the item was claimed already."""
    before = snapshot(submission, proposal)
    if not proposal.is_pending:
        raise NotAllowed("Over dit voorstel is al besloten.")
    store_facts(proposal, facts)
    return record(
        Action.CORRECT,
        submission=submission,
        proposal=proposal,
        editor=editor,
        before=before,
        after=snapshot(submission, proposal),
    )


@transaction.atomic
def add_proposal(submission: Submission, *, seen: int, editor: User, facts: Facts) -> AuditEntry:
    """An activity that the machine did not find in the message."""
    claim(submission, seen=seen)
    position = submission.proposals.count()
    proposal = Proposal(submission=submission, position=position)
    proposal.facts = shortened(facts)
    proposal.save(force_insert=True)
    watch(proposal)
    return record(
        Action.ADD,
        submission=submission,
        proposal=proposal,
        editor=editor,
        after=snapshot(submission, proposal),
    )


def shown_facts(proposal: Proposal) -> Facts:
    """What its form shows: a change is shown as the whole activity that it would make."""
    if proposal.kind == ProposalKind.CHANGE and proposal.activity is not None:
        return overlay(known_facts(proposal.activity), proposal.facts_json)
    return proposal.facts


def store_facts(proposal: Proposal, facts: Facts) -> None:
    """A change keeps only what differs from the agenda; sources of altered values go, and
    suggestions for them. A value that was offered brings its source along.
    """
    facts = shortened(facts)
    old, told = proposal.facts_json, facts.to_json()
    if proposal.kind == ProposalKind.CHANGE and proposal.activity is not None:
        proposal.facts_json = difference(known_facts(proposal.activity), facts)
    else:
        proposal.facts = facts
    sources = {name: _source_now(proposal, name, old, told) for name in proposal.facts_json}
    proposal.sources = {
        **{name: one for name, one in proposal.sources.items() if name not in Facts.__slots__},
        **{name: one for name, one in sources.items() if one},
    }
    proposal.suggestions = {
        name: one
        for name, one in proposal.suggestions.items()
        if one["value"] != told.get(name) and old.get(name) == proposal.facts_json.get(name)
    }
    proposal.save(update_fields=["facts_json", "sources", "suggestions"])
    watch(proposal)


def _source_now(
    proposal: Proposal, name: str, old: Mapping[str, Any], told: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Where the value of a field comes from after a correction: also of one that was offered.

    What stood there before stays among the alternatives, so that a choice can be turned back.
    """
    former, value = proposal.sources.get(name), told.get(name)
    if old.get(name) == proposal.facts_json.get(name):
        return former
    others = list((former or {}).get("alternatives") or [])
    offered = [*others, proposal.suggestions.get(name) or {}]
    taken = next((one for one in offered if one.get("value") == value and value is not None), None)
    if taken is None:
        return None
    source = {**(taken.get("source") if isinstance(taken.get("source"), dict) else taken)}
    source.pop("value", None)
    source["alternatives"] = [one for one in others if one is not taken]
    return with_former(source, former, old.get(name))


def with_former(
    source: Mapping[str, Any], former: Mapping[str, Any] | None, value: Any
) -> dict[str, Any]:
    """The source of a new value, with what stood there before first among its alternatives."""
    others = list(source.get("alternatives") or [])
    if value is not None:
        before = {**(former or {}), "value": value}
        before.pop("alternatives", None)
        others.insert(0, before)
    return {**source, "alternatives": others[:MAX_ALTERNATIVES]}
