"""What editors do with a mail that waits in the outbox, and what a mail that came back does."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from mail import outbox
from mail.models import OutgoingMail
from submissions import letters
from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.models import AuditEntry, Submission
from submissions.services.texts import without_nul
from submissions.services.transitions import MACHINE, claim, record
from submissions.states import Action, SubmissionState

# As long as a mail is kept back for an editor who changes its words; then it leaves as it is.
HOLD = timedelta(minutes=15)
GONE = "Deze mail is al weg, of gaat nu weg. Aanpassen kan niet meer."


def hold(mail: OutgoingMail) -> None:
    """Keep it back for a quarter of an hour; raises `NotAllowed` when it is leaving or left."""
    if not outbox.hold(mail.pk, timezone.now() + HOLD):
        raise NotAllowed(GONE)


def release(mail: OutgoingMail) -> None:
    """Let it leave now; raises `NotAllowed` when it is leaving or left."""
    if not outbox.hold(mail.pk, timezone.now()):
        raise NotAllowed(GONE)


@transaction.atomic
def rewrite(mail: OutgoingMail, *, was: str, editor: User, subject: str, text: str) -> None:
    """Other words for a mail that waits; the time to take a decision back begins again.

    Raises `Incomplete`, `NotAllowed` when it left, or `StaleSubmission` when `was` is not what it
    says any more.
    """
    letter = letters.letter_of(without_nul(subject), letters.paragraphs_of(without_nul(text)))
    faults = {}
    if not letter.subject:
        faults["subject"] = "Vul een onderwerp in."
    if not letter.text.strip():
        faults["text"] = "Een mail heeft tekst nodig."
    if faults:
        raise Incomplete(faults)
    done = outbox.rewrite(
        mail.pk,
        was=was,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        send_after=timezone.now() + timedelta(seconds=settings.UNDO_SECONDS),
    )
    if not done:
        mail.refresh_from_db()
        if mail.text != was:
            raise StaleSubmission("Een collega heeft deze mail intussen aangepast.")
        raise NotAllowed(GONE)
    entry = AuditEntry.objects.filter(outgoing=mail).first()
    if entry is not None:
        record(
            Action.REWRITE,
            submission=entry.submission,
            activity=entry.activity,
            editor=editor,
            reason=letter.subject,
        )


@transaction.atomic
def came_back(mail: OutgoingMail, reason: str) -> AuditEntry | None:
    """A mail of ours that could not be delivered: told at its item, which wakes up by it.

    None when it was told before. A question that nobody got is not waited for.
    """
    if not outbox.came_back(mail.pk, reason):
        return None
    entry = AuditEntry.objects.filter(outgoing=mail).select_related("submission").first()
    if entry is None or entry.submission is None:
        return None
    submission = entry.submission
    if submission.state == SubmissionState.WAITING:
        claim(submission, seen=submission.version, target=SubmissionState.PENDING)
    else:
        Submission.objects.filter(pk=submission.pk).update(snoozed_until=None)
    return record(
        Action.BOUNCE,
        submission=submission,
        proposal=entry.proposal,
        activity=entry.activity,
        actor_name=MACHINE,
        reason=f"{mail.subject}: {reason}",
    )
