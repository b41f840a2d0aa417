"""Working on items together: none of it decides anything, and no sender hears of it."""

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.models import AuditEntry, Note, Presence, Submission
from submissions.services.texts import without_nul
from submissions.services.transitions import claim, name_of, record
from submissions.states import Action

FORGET = timedelta(hours=1)
LONGEST_REST = timedelta(days=366)


@transaction.atomic
def assign(
    submission: Submission, *, to: User | None, instead_of: User | None, editor: User
) -> AuditEntry:
    """Whose turn it is; `instead_of` is who it was on the screen.

    The version stays: a colleague who is deciding right now is not sent back by it.
    Raises `StaleSubmission` when it was given to somebody else meanwhile.
    """
    rows = Submission.objects.filter(pk=submission.pk, assigned_to=instead_of)
    if not rows.update(assigned_to=to):
        submission.refresh_from_db(fields=["assigned_to"])
        now = submission.assigned_to
        raise StaleSubmission(
            f"Deze inzending is intussen van {name_of(now) if now else 'niemand'}."
        )
    submission.assigned_to = to
    told = f"aan {name_of(to)}" if to else "aan niemand"
    return record(Action.ASSIGN, submission=submission, editor=editor, reason=told)


@transaction.atomic
def snooze(submission: Submission, *, seen: int, editor: User, until: date | None) -> AuditEntry:
    """Let it rest until that morning; None wakes it. Whatever happens to it wakes it too.

    Raises `Incomplete` when the day is not a later one, `NotAllowed` or `StaleSubmission`.
    """
    today = timezone.localdate()
    if until is not None and not today < until <= today + LONGEST_REST:
        raise Incomplete({"until": "Kies een dag na vandaag, hoogstens een jaar vooruit."})
    if until is None and not submission.is_resting:
        raise NotAllowed("Deze inzending is niet uitgesteld.")
    claim(submission, seen=seen)
    if until is not None:
        Submission.objects.filter(pk=submission.pk).update(snoozed_until=until)
    submission.snoozed_until = until
    told = f"tot {until.day}-{until.month}-{until.year}" if until else "weer in de wachtrij"
    return record(Action.SNOOZE, submission=submission, editor=editor, reason=told)


def add_note(submission: Submission, *, editor: User, text: str) -> Note:
    """For colleagues; raises `Incomplete` when it says nothing."""
    text = without_nul(text).strip()
    if not text:
        raise Incomplete({"text": "Schrijf eerst je notitie op."})
    return Note.objects.create(
        submission=submission, author=editor, author_name=name_of(editor), text=text
    )


def be_present(submission: Submission, editor: User) -> None:
    """This editor has the item open now. Rows of long ago go at the same time."""
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - FORGET).delete()
    Presence.objects.update_or_create(submission=submission, user=editor, defaults={"seen_at": now})


def leave(submission: Submission, editor: User) -> None:
    Presence.objects.filter(submission=submission, user=editor).delete()
