"""Steps of the lives, claimed by conditional UPDATE, with their row in the history."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.errors import NotAllowed, StaleSubmission
from submissions.models import AuditEntry, Proposal, Submission, SubmissionKind
from submissions.services.activities import facts_of
from submissions.services.doubles import watch
from submissions.states import (
    OPEN,
    PROPOSAL,
    SUBMISSION,
    Action,
    ProposalState,
    SubmissionState,
)

SENDER = "de afzender"
MACHINE = "het systeem"
ANSWERED = "het systeem, uit het antwoord van de afzender"
# These end by an editor's hand, also when no proposal waits.
ENDED_BY_HAND = frozenset({SubmissionKind.QUESTION, SubmissionKind.MATERIAL})


def name_of(editor: User | None) -> str:
    if editor is None:
        return SENDER
    return editor.get_full_name() or editor.get_username()


def claim(
    submission: Submission,
    *,
    seen: int,
    sources: frozenset[SubmissionState] = OPEN,
    target: SubmissionState | None = None,
) -> None:
    """Take the item for one step: raise its version if it is still what was on the screen.

    Whatever happens to it ends its rest: a snoozed item comes back by it.
    Raises `StaleSubmission` when somebody was first and `NotAllowed` when its state forbids it.
    """
    changes: dict[str, Any] = {"version": F("version") + 1, "snoozed_until": None}
    if target is not None:
        changes["state"] = target
    rows = Submission.objects.filter(pk=submission.pk, version=seen)
    moved = rows.filter(state__in=sources).update(**changes)
    if not moved:
        _refuse(submission, seen)
    submission.refresh_from_db(fields=["version", "state", "snoozed_until"])


def _refuse(submission: Submission, seen: int) -> None:
    submission.refresh_from_db(fields=["version", "state"])
    if submission.version == seen:
        state = submission.get_state_display()
        raise NotAllowed(f"Dat kan niet meer: deze inzending is {state}.")
    last = AuditEntry.objects.filter(submission=submission).exclude(action=Action.ASSIGN).first()
    if last is None:
        raise StaleSubmission
    raise StaleSubmission(f"{_first(last)} Bekijk wat er nu staat en beslis opnieuw.")


def claim_activity(activity: Activity, *, seen: int) -> None:
    """Take the activity for one change; afterwards it is fresh from the database.

    Raises `StaleSubmission`, with who was first and what they did, when its revision moved on.
    """
    rows = Activity.objects.filter(pk=activity.pk, revision=seen)
    # Claims the row: on PostgreSQL a second editor waits here, and then finds another revision.
    if not rows.update(revision=F("revision")):
        last = AuditEntry.objects.filter(activity=activity).first()
        who = last and f"{_first(last)} Bekijk wat er nu staat en beslis opnieuw."
        raise StaleSubmission(who or "De activiteit is intussen gewijzigd. Bekijk hem opnieuw.")
    activity.refresh_from_db()


def _first(last: AuditEntry) -> str:
    moment = timezone.localtime(last.at)
    who = last.actor_name[:1].upper() + last.actor_name[1:]
    return (
        f"{who} was je net voor ({last.get_action_display()},"
        f" {moment.hour}.{moment.minute:02d} uur)."
    )


def step_submission(submission: Submission, action: Action, *, seen: int) -> None:
    sources, target = SUBMISSION[action]
    claim(submission, seen=seen, sources=sources, target=target)


def step_proposal(proposal: Proposal, action: Action, **changes: Any) -> None:
    """Move the proposal; `changes` are the columns that the step sets."""
    sources, target = PROPOSAL[action]
    rows = Proposal.objects.filter(pk=proposal.pk, state__in=sources)
    if not rows.update(state=target, **changes):
        proposal.refresh_from_db(fields=["state"])
        raise NotAllowed(f"Dat kan niet meer: dit voorstel is {proposal.get_state_display()}.")
    proposal.refresh_from_db()
    watch(proposal)


def settle(submission: Submission) -> None:
    """DONE when nothing is left to decide (the version was claimed by the step before)."""
    if submission.state not in OPEN or submission.kind in ENDED_BY_HAND:
        return
    proposals = Proposal.objects.filter(submission=submission)
    if proposals.filter(state=ProposalState.PENDING).exists() or not proposals.exists():
        return
    Submission.objects.filter(pk=submission.pk).update(state=SubmissionState.DONE)
    submission.refresh_from_db(fields=["state"])


def record(
    action: Action,
    *,
    submission: Submission | None = None,
    proposal: Proposal | None = None,
    activity: Activity | None = None,
    editor: User | None = None,
    actor_name: str = "",
    reason: str = "",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    outgoing: OutgoingMail | None = None,
    beside: AuditEntry | None = None,
) -> AuditEntry:
    return AuditEntry.objects.create(
        action=action,
        submission=submission,
        proposal=proposal,
        activity=activity,
        actor=editor,
        actor_name=actor_name or name_of(editor),
        reason=reason,
        before=before or {},
        after=after or {},
        outgoing=outgoing,
        beside=beside,
    )


def typed_by_people(proposal: Proposal) -> set[str]:
    """The fields of which an editor or the sender changed or emptied the value by hand."""
    return _typed(proposal, ANSWERED, MACHINE)


def typed_by_editors(proposal: Proposal) -> set[str]:
    return _typed(proposal, ANSWERED, MACHINE, SENDER)


def _typed(proposal: Proposal, *others: str) -> set[str]:
    corrections = AuditEntry.objects.filter(proposal=proposal, action=Action.CORRECT)
    names: set[str] = set()
    for entry in corrections.exclude(actor__isnull=True, actor_name__in=others):
        old, new = (
            side.get("proposal", {}).get("facts", {}) for side in (entry.before, entry.after)
        )
        names |= {name for name in {*old, *new} if old.get(name) != new.get(name)}
    return names


def snapshot(
    submission: Submission | None = None,
    proposal: Proposal | None = None,
    activity: Activity | None = None,
) -> dict[str, Any]:
    """What undoing puts back and the history shows, as plain JSON."""
    taken: dict[str, Any] = {}
    if submission is not None:
        taken["submission"] = {
            "state": submission.state,
            "kind": submission.kind,
            "answerable": submission.answerable,
        }
    if proposal is not None:
        taken["proposal"] = {
            "state": proposal.state,
            "reason": proposal.reason,
            "facts": proposal.facts_json,
            "activity": proposal.activity_id,
            "merged_into": proposal.merged_into_id,
        }
    if activity is not None:
        taken["activity"] = activity_snapshot(activity)
    return taken


def activity_snapshot(activity: Activity) -> dict[str, Any]:
    return {
        "status": activity.status,
        "status_note": activity.status_note,
        "facts": facts_of(activity).to_json(),
    }
