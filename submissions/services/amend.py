"""Changing a published activity from the desk: moving it, putting an older version back."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from agenda.models import Activity
from submissions import letters
from submissions.errors import NotAllowed
from submissions.facts import Facts
from submissions.models import AuditEntry
from submissions.services.activities import facts_of, write
from submissions.services.standing import submission_of
from submissions.services.texts import without_nul
from submissions.services.transitions import activity_snapshot, claim_activity, record
from submissions.states import Action


@transaction.atomic
def amend(
    activity: Activity,
    *,
    seen: int,
    editor: User,
    facts: Facts,
    action: Action = Action.MOVE,
    reason: str = "",
) -> AuditEntry:
    """Make it what `facts` say; the sender and everybody who follows the agenda hear of it.

    Raises `StaleSubmission`, `Incomplete`, or `NotAllowed` when it changes nothing.
    """
    claim_activity(activity, seen=seen)
    before = activity_snapshot(activity)
    if facts == facts_of(activity):
        raise NotAllowed("Zo staat het al in de agenda: er verandert niets.")
    write(facts, edition=activity.edition, activity=activity)
    submission = submission_of(activity)
    reason = without_nul(reason).strip()
    outgoing = None
    if submission is not None:
        outgoing = letters.send(
            "changed",
            submission,
            undo_seconds=settings.UNDO_SECONDS,
            activity=activity,
            note=reason,
        )
    return record(
        action,
        submission=submission,
        activity=activity,
        editor=editor,
        reason=reason,
        before={"activity": before},
        after={"activity": activity_snapshot(activity)},
        outgoing=outgoing,
    )
