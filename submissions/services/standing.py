"""Whether an activity of the agenda stands: cancel, restore, hide, show."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from agenda.models import Activity, Status
from submissions import letters
from submissions.errors import NotAllowed
from submissions.models import AuditEntry, Proposal, Submission
from submissions.services.activities import set_status
from submissions.services.texts import without_nul
from submissions.services.together import tell_others, told_of
from submissions.services.transitions import activity_snapshot, claim_activity, record
from submissions.states import ACTIVITY, Action, ProposalState


@transaction.atomic
def change_status(
    activity: Activity, action: Action, *, seen: int, editor: User, reason: str = ""
) -> AuditEntry:
    """One step of the activity's life; `seen` is the revision that was on the screen.

    Raises `StaleSubmission` when it changed meanwhile and `NotAllowed` when its state forbids it.
    """
    sources, target = ACTIVITY[action]
    claim_activity(activity, seen=seen)
    if activity.merged_into_id:
        raise NotAllowed("Dat kan niet: hij is samengevoegd met een andere activiteit.")
    if activity.status not in sources:
        raise NotAllowed(f"Dat kan niet: de activiteit is {activity.get_status_display()}.")
    reason = without_nul(reason).strip()
    before = {"activity": activity_snapshot(activity)}
    if action == Action.SHOW:
        target = _status_before_hiding(activity)
    note = reason if action == Action.CANCEL else activity.status_note
    set_status(activity, target, "" if target == Status.PUBLISHED else note)
    submission = submission_of(activity)
    outgoing = None
    if submission is not None:
        outgoing = letters.send(
            "standing",
            submission,
            undo_seconds=settings.UNDO_SECONDS,
            activity=activity,
            action=action,
            reason=reason,
        )
    entry = record(
        action,
        submission=submission,
        activity=activity,
        editor=editor,
        reason=reason,
        before=before,
        after={"activity": activity_snapshot(activity)},
        outgoing=outgoing,
    )
    tell_others(
        entry,
        told_of(activity),
        "standing",
        undo_seconds=settings.UNDO_SECONDS,
        action=action,
        reason=reason,
    )
    return entry


def submission_of(activity: Activity) -> Submission | None:
    """The item that put it in the agenda; None for what was there before this system."""
    proposal = (
        Proposal.objects.filter(activity=activity, state=ProposalState.PUBLISHED)
        .select_related("submission__edition")
        .order_by("decided_at", "pk")
        .first()
    )
    return proposal.submission if proposal else None


def _status_before_hiding(activity: Activity) -> Status:
    entry = AuditEntry.objects.filter(activity=activity, action=Action.HIDE).first()
    stored = entry.before.get("activity", {}).get("status") if entry else None
    return Status.CANCELLED if stored == Status.CANCELLED else Status.PUBLISHED
