"""Everybody who told of one activity hears what becomes of it, not only who was first."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import F

from agenda.models import Activity
from mail import outbox
from submissions import letters, replies
from submissions.errors import NotAllowed
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission
from submissions.replies import Answer
from submissions.services.transitions import record
from submissions.states import Action, ProposalState


def joined_to(proposal: Proposal) -> list[Proposal]:
    """What was merged into it, and into that."""
    return _with_joined(Proposal.objects.filter(merged_into=proposal, state=ProposalState.MERGED))


def told_of(activity: Activity) -> list[Proposal]:
    """What put it in the agenda and what was merged with it, oldest decision first."""
    made = Proposal.objects.filter(activity=activity, kind=ProposalKind.NEW)
    states = (ProposalState.PUBLISHED, ProposalState.MERGED)
    return _with_joined(made.filter(state__in=states).order_by("decided_at", "pk"))


def _with_joined(first: Any) -> list[Proposal]:
    found: dict[int, Proposal] = {}
    front = list(first.select_related("submission__edition"))
    while front:
        found |= {one.pk: one for one in front}
        merged = Proposal.objects.filter(merged_into__in=front, state=ProposalState.MERGED)
        front = list(merged.exclude(pk__in=found).select_related("submission__edition"))
    return list(found.values())


def tell_others(
    entry: AuditEntry,
    others: Iterable[Proposal],
    letter: str,
    *,
    undo_seconds: int,
    answer: Answer | None = None,
    **context: Any,
) -> None:
    """A row in the history of each other item, and one mail to each other sender."""
    written = {entry.submission.sender_email.lower()} if entry.submission else set()
    told = {entry.submission_id}
    for proposal in others:
        item = proposal.submission
        if item.pk in told:
            continue
        told.add(item.pk)
        outgoing = None
        if item.sender_email.lower() not in written:
            outgoing = letters.send(
                letter,
                item,
                undo_seconds=undo_seconds,
                calendar_reply=replies.reply_to(proposal, answer) if answer else "",
                **{"proposal": proposal, "activity": entry.activity, **context},
            )
        if outgoing is not None:
            written.add(item.sender_email.lower())
        record(
            Action(entry.action),
            submission=item,
            proposal=proposal,
            activity=entry.activity,
            editor=entry.actor,
            reason=_why(entry),
            outgoing=outgoing,
            beside=entry,
        )


def _why(entry: AuditEntry) -> str:
    return f"Samen met {entry.submission.reference}" if entry.submission else ""


def take_back_mails(entry: AuditEntry) -> None:
    """Keep the mails to all others from leaving; raises `NotAllowed` when one is away already."""
    for companion in entry.companions.exclude(outgoing__isnull=True):
        assert companion.outgoing_id is not None
        if not outbox.cancel(companion.outgoing_id):
            raise NotAllowed("Een mail hierover is al weg. Terugdraaien kan niet meer.")


def tell_undone(entry: AuditEntry, undoing: AuditEntry) -> None:
    """In the history of the other items too."""
    for companion in entry.companions.select_related("submission", "proposal"):
        row = record(
            Action.UNDO,
            submission=companion.submission,
            proposal=companion.proposal,
            activity=companion.activity,
            editor=undoing.actor,
            reason=undoing.reason,
            beside=undoing,
        )
        AuditEntry.objects.filter(pk=companion.pk).update(undone_by=row)


def tell_of_publishing(
    entry: AuditEntry, proposal: Proposal, activity: Activity, letter: str
) -> None:
    """Who told of the same; of a cancellation, all who told of the activity."""
    called_off = proposal.kind == ProposalKind.CANCELLATION
    others = told_of(activity) if called_off else joined_to(proposal)
    seconds = settings.UNDO_SECONDS
    tell_others(
        entry, others, letter, undo_seconds=seconds, answer=None if called_off else Answer.ACCEPTED
    )


def still_there(into: Proposal) -> Activity | Proposal:
    """Itself while it waits, the activity that was made of it otherwise.

    Holds its item until the transaction ends: a decision about it at this moment comes after.
    """
    Submission.objects.filter(pk=into.submission_id).update(version=F("version"))
    into.refresh_from_db()
    if into.is_pending:
        return into
    if into.state == ProposalState.PUBLISHED and into.activity is not None:
        return into.activity
    raise NotAllowed("Over dat andere voorstel is intussen besloten. Kijk opnieuw.")
