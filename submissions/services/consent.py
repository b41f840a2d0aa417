"""Whether a photo may be shown: asked of its sender, or recorded by an editor with the reason.

Recognisable pupils under 16 need their parents' consent, from 16 their own (AVG, article 8).
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda.models import MaterialKind
from submissions.errors import Incomplete, NotAllowed
from submissions.models import Attachment, AuditEntry, Consent, Submission
from submissions.services.transitions import claim, record
from submissions.states import SUBMISSION, Action, SubmissionState

ANSWERS = (Consent.GIVEN, Consent.NOBODY)
ANY_STATE = frozenset(SubmissionState) - {SubmissionState.SPAM}


@transaction.atomic
def confirm_consent(
    submission: Submission,
    attachment: Attachment,
    *,
    consent: Consent,
    description: str = "",
    credit: str = "",
) -> AuditEntry | None:
    """The sender's own answer. It brings the item back to the editors; again does nothing.

    Raises `NotAllowed` when it was answered otherwise before.
    """
    _check(attachment, consent)
    if not _write(attachment, consent, description, credit):
        if attachment.consent == consent:
            return None
        raise NotAllowed("Deze vraag is al beantwoord. Mail ons als het antwoord anders is.")
    submission.refresh_from_db(fields=["version", "state"])
    sources, target = SUBMISSION[Action.CONSENT]
    if submission.state in sources:
        claim(submission, seen=submission.version, sources=sources, target=target)
    reason = f"{attachment}: {consent.label}"
    return record(Action.CONSENT, submission=submission, reason=reason)


@transaction.atomic
def record_consent(
    attachment: Attachment, *, seen: int, editor: User, consent: Consent, reason: str
) -> AuditEntry:
    """Consent that an editor got otherwise, such as by telephone.

    Raises `Incomplete` without a reason, `NotAllowed` or `StaleSubmission`.
    """
    _check(attachment, consent)
    reason = reason.strip()
    if not reason:
        raise Incomplete({"reason": "Schrijf op hoe je aan de toestemming komt."})
    submission: Submission = attachment.submission
    claim(submission, seen=seen, sources=ANY_STATE)
    if not _write(attachment, consent):
        raise NotAllowed("Voor deze foto is de toestemming al vastgelegd.")
    return record(
        Action.CONSENT,
        submission=submission,
        editor=editor,
        reason=f"{attachment}: {consent.label}. {reason}",
    )


def _check(attachment: Attachment, consent: Consent) -> None:
    if attachment.kind != MaterialKind.PHOTO:
        raise NotAllowed("Toestemming geldt alleen voor foto’s.")
    if consent not in ANSWERS:
        raise Incomplete({"consent": "Kies een antwoord."})


def _write(
    attachment: Attachment, consent: Consent, description: str = "", credit: str = ""
) -> bool:
    """False when there was an answer already."""
    told = {"description": description.strip(), "credit": credit.strip()}
    rows = Attachment.objects.filter(pk=attachment.pk).exclude(consent__in=ANSWERS)
    written = rows.update(
        consent=consent,
        consent_at=timezone.now(),
        **{name: value for name, value in told.items() if value},
    )
    attachment.refresh_from_db()
    return bool(written)
