"""Publishing all that waits in one item: one decision, one mail, and one press to take it back."""

from dataclasses import dataclass
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda.models import Activity
from submissions import letters, replies
from submissions.errors import Incomplete, NotAllowed
from submissions.models import AuditEntry, Proposal, Submission
from submissions.replies import Answer
from submissions.services.decide import carry_out
from submissions.services.transitions import claim, record, settle, snapshot, step_proposal
from submissions.states import Action


@dataclass(frozen=True)
class _Done:
    proposal: Proposal
    activity: Activity
    before: dict[str, object]


@transaction.atomic
def publish_all(
    submission: Submission, *, seen: int, editor: User, note: str = ""
) -> list[AuditEntry]:
    """All proposals that wait, as they are stored; when one cannot be, none is.

    The sender gets one mail. An invitation is answered appointment by appointment: its proposals
    have a mail each. Raises `Incomplete`, `NotAllowed` or `StaleSubmission`.
    """
    claim(submission, seen=seen)
    waiting = list(submission.proposals.pending().select_related("activity"))
    if not waiting:
        raise NotAllowed("Er wacht geen voorstel meer.")
    start = snapshot(submission)
    done = [_publish_one(submission, proposal, editor) for proposal in waiting]
    settle(submission)
    batch, entries = uuid4().hex, []
    shared = [one.activity for one in done if not replies.wants_reply(one.proposal)]
    for one in done:
        answer = replies.reply_to(one.proposal, Answer.ACCEPTED)
        mail = None
        if answer or (shared and one.activity == shared[-1]):
            mail = letters.send(
                "published_all",
                submission,
                undo_seconds=settings.UNDO_SECONDS,
                calendar_reply=answer,
                activities=[one.activity] if answer else shared,
                note=note,
            )
        after = snapshot(submission, one.proposal, one.activity) | {"batch": batch}
        entries.append(
            record(
                Action.PUBLISH,
                submission=submission,
                proposal=one.proposal,
                activity=one.activity,
                editor=editor,
                reason=note,
                before={**one.before, **start},
                after=after,
                outgoing=mail,
            )
        )
    return entries


def _publish_one(submission: Submission, proposal: Proposal, editor: User) -> _Done:
    before = snapshot(None, proposal, proposal.activity)
    try:
        activity = carry_out(submission, proposal)
    except Incomplete as error:
        told = " ".join(error.fields.values())
        raise NotAllowed(f"‘{proposal}’ kan nog niet: {told} Er is niets gepubliceerd.") from error
    step_proposal(
        proposal, Action.PUBLISH, activity=activity, decided_at=timezone.now(), decided_by=editor
    )
    return _Done(proposal, activity, before)
