"""Questions to senders. What they answer goes into the proposal that waits for it, undecided."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda.when import InvalidWhen
from submissions import letters
from submissions.errors import Incomplete, NotAllowed
from submissions.facts import Facts
from submissions.models import AuditEntry, Proposal, ProposalKind, Question, Submission
from submissions.reading.found import Found
from submissions.services.correct import shown_facts, store_facts, with_former
from submissions.services.texts import without_nul
from submissions.services.transitions import (
    ANSWERED,
    record,
    snapshot,
    step_submission,
    typed_by_editors,
)
from submissions.states import SUBMISSION, Action
from submissions.topics import TOPICS, asked_by

ANSWER_LIMIT = 10_000


@transaction.atomic
def ask(
    submission: Submission,
    *,
    seen: int,
    editor: User,
    question: str,
    fields: Sequence[str] = (),
) -> AuditEntry:
    """Put a question to the sender and wait for the answer, which fills the named topics."""
    question = without_nul(question).strip()
    if not question:
        raise Incomplete({"question": "Schrijf je vraag op."})
    if not letters.can_reach(submission):
        raise NotAllowed("Deze afzender kan geen mail van ons krijgen.")
    before = snapshot(submission)
    step_submission(submission, Action.ASK, seen=seen)
    row = Question.objects.create(
        submission=submission, text=question, fields=[name for name in fields if name in TOPICS]
    )
    outgoing = letters.send(
        "question", submission, undo_seconds=settings.UNDO_SECONDS, question=row
    )
    before["question"] = row.pk
    return record(
        Action.ASK,
        submission=submission,
        editor=editor,
        reason=question,
        before=before,
        after=snapshot(submission),
        outgoing=outgoing,
    )


@transaction.atomic
def answer(
    submission: Submission,
    question: Question,
    *,
    text: str,
    told: Mapping[str, Found] | None = None,
    reply: Submission | None = None,
) -> AuditEntry | None:
    """Store the answer and put the item back in the queue; the same answer again does nothing.

    `told` are the values that were read in it; `reply` is the mail that it came in.
    """
    text = without_nul(text).strip()[:ANSWER_LIMIT]
    if not text:
        raise Incomplete({"answer": "Schrijf je antwoord op."})
    rows = Question.objects.filter(pk=question.pk, submission=submission, answer="")
    if not rows.update(answer=text, answered_at=timezone.now(), reply=reply):
        question.refresh_from_db()
        if question.answer == text:
            return None
        raise NotAllowed("Deze vraag is al beantwoord.")
    before = snapshot(submission)
    submission.refresh_from_db(fields=["version", "state"])
    if submission.state in SUBMISSION[Action.ANSWER][0]:
        step_submission(submission, Action.ANSWER, seen=submission.version)
    entry = record(
        Action.ANSWER,
        submission=submission,
        reason=text,
        before=before,
        after=snapshot(submission),
    )
    if told:
        _fill(submission, question, told)
    return entry


def _fill(submission: Submission, question: Question, told: Mapping[str, Found]) -> None:
    """Into the one proposal that it can be about; where there are several, as suggestions."""
    waiting = submission.proposals.select_related("activity").pending()
    targets = list(waiting.exclude(kind=ProposalKind.CANCELLATION))
    for proposal in targets:
        put_in(proposal, question, told, sure=len(targets) == 1)


def put_in(
    proposal: Proposal, question: Question, told: Mapping[str, Found], *, sure: bool
) -> None:
    """Values that fill what was asked or was empty. An editor's value stays: the new one is
    suggested beside it, like all when it is not `sure` or when they contradict the others.
    """
    old = shown_facts(proposal)
    new = Facts(**{name: one.value for name, one in told.items()})
    values = new.to_json()
    kept, asked = typed_by_editors(proposal), asked_by(question.fields)
    differing = [name for name in values if getattr(old, name) != getattr(new, name)]
    taken = [
        name
        for name in differing
        if sure and name not in kept and (name in asked or not old.to_json().get(name))
    ]
    facts = _changed(old, new, taken)
    if facts is None:
        taken, facts = [], old
    sources = {name: told[name].to_json() | {"source": f"answer-{question.pk}"} for name in values}
    before = snapshot(proposal=proposal)
    suggested = {
        name: {"value": values[name], "why": "answer", "source": sources[name]}
        for name in differing
        if name not in taken
    }
    proposal.suggestions = {**proposal.suggestions, **suggested}
    if taken:
        stood, former = old.to_json(), proposal.sources
        store_facts(proposal, facts)
        proposal.sources |= {
            name: with_former(sources[name], former.get(name), stood.get(name)) for name in taken
        }
    proposal.save(update_fields=["sources", "suggestions"])
    if taken:
        record(
            Action.CORRECT,
            submission=proposal.submission,
            proposal=proposal,
            actor_name=ANSWERED,
            before=before,
            after=snapshot(proposal=proposal),
        )


def _changed(old: Facts, new: Facts, taken: list[str]) -> Facts | None:
    """The facts with those fields of the new ones; None when day and hours then contradict."""
    values = {name: getattr(old, name) for name in Facts.__dataclass_fields__}
    facts = Facts(**values | {name: getattr(new, name) for name in taken})
    try:
        facts.when.validate()
    except InvalidWhen:
        return None
    return facts
