"""Mail out: a row first, in the transaction of what it tells of; sent afterwards by a worker.

Nothing is ever sent twice by itself: a mail of which nobody can know whether it left is UNCERTAIN
until an editor says what to do.
"""

import re
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from mail import sending
from mail.lives import OutgoingState, OutgoingStep
from mail.models import OutgoingMail

STALE_SECONDS = 600  # longer than the slowest conversation with a mail server
# Seconds until the next attempt after each temporary failure; then the mail is FAILED.
BACK_OFF = (60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600)
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# These have a field of their own, and a second one would contradict it.
_OWN_FIELDS = frozenset(
    {"from", "to", "cc", "bcc", "subject", "reply-to", "message-id", "date", "sender"}
    | {"mime-version", "content-type", "content-transfer-encoding"}
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def is_address(text: str) -> bool:
    """Whether ``enqueue`` accepts this as an address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 320


def enqueue(
    *,
    to: str,
    subject: str,
    text: str,
    purpose: str,
    html: str = "",
    calendar_reply: str = "",
    to_name: str = "",
    reply_to: str = "",
    headers: Mapping[str, str] | None = None,
    send_after: datetime | None = None,
) -> OutgoingMail:
    """Write one mail to the outbox, in the caller's transaction; nothing is sent here.

    ``to`` and ``reply_to`` are bare addresses (see ``is_address``), ``headers`` extra fields such
    as In-Reply-To, References and Auto-Submitted. Line breaks and control characters in what
    becomes a header are turned into spaces. ``calendar_reply`` is an iTIP REPLY, for the calendar
    program of the receiver. Raises ValueError on what cannot be a mail.
    """
    for address in filter(None, (to, reply_to)):
        if not is_address(address):
            raise ValueError(f"{address!r} is not a mail address")
    if not to or not text.strip():
        raise ValueError("a mail needs an address and a text")
    domain = settings.INTAKE_ADDRESS.rpartition("@")[2]
    moment = send_after or timezone.now()
    return OutgoingMail.objects.create(
        message_id=f"<{uuid.uuid4()}@{domain}>",
        to_address=to,
        to_name=_one_line(to_name, 200),
        reply_to=reply_to,
        subject=_one_line(subject, 500),
        text=_storable(text),
        html=_storable(html),
        calendar=_storable(calendar_reply),
        calendar_method="REPLY" if calendar_reply else "",
        headers=_clean_headers(headers or {}),
        purpose=purpose,
        send_after=moment,
        next_attempt_at=moment,
    )


def cancel(mail_id: int) -> bool:
    """QUEUED → CANCELLED, for a decision that is undone; False when the mail is already leaving."""
    return bool(OutgoingMail.objects.filter(pk=mail_id).step(OutgoingStep.CANCEL))


def retry(mail_id: int) -> bool:
    """FAILED, UNCERTAIN or BOUNCED → QUEUED, by an editor's hand; False when it is none."""
    found = OutgoingMail.objects.filter(pk=mail_id)
    return bool(
        found.step(OutgoingStep.RETRY, attempts=0, sent_at=None, next_attempt_at=timezone.now())
    )


def hold(mail_id: int, until: datetime) -> bool:
    """Let a mail that waits leave later (or sooner); False when it is leaving or left."""
    found = OutgoingMail.objects.filter(pk=mail_id, state=OutgoingState.QUEUED)
    return bool(found.update(send_after=until, next_attempt_at=until))


def rewrite(
    mail_id: int, *, was: str, subject: str, text: str, html: str, send_after: datetime
) -> bool:
    """Another text for a mail that waits; `was` is the text that was on the screen.

    False when somebody else rewrote it meanwhile, or when it is leaving or left.
    """
    if not text.strip():
        raise ValueError("a mail needs a text")
    found = OutgoingMail.objects.filter(pk=mail_id, state=OutgoingState.QUEUED, text=was)
    return bool(
        found.update(
            subject=_one_line(subject, 500),
            text=_storable(text),
            html=_storable(html),
            send_after=send_after,
            next_attempt_at=send_after,
        )
    )


def came_back(mail_id: int, reason: str) -> bool:
    """SENT (or nobody knew) → BOUNCED; False when it cannot have come back, or did so before."""
    found = OutgoingMail.objects.filter(pk=mail_id)
    sent = Coalesce("sent_at", "claimed_at", Now())
    changes = {"sent_at": sent, "last_error": _storable(reason)[:2000]}
    return bool(found.step(OutgoingStep.BOUNCE, **changes))


def deliver_due(now: datetime | None = None, limit: int = 50) -> int:
    """Send what is due, oldest first; returns how many mails were tried.

    Not inside a transaction: the claim must be committed before the first byte leaves.
    """
    now = now or timezone.now()
    doubt_stale(now)
    due = list(OutgoingMail.objects.due(now).values_list("pk", flat=True)[:limit])
    return sum(_deliver(pk, now) for pk in due)


def doubt_stale(now: datetime) -> None:
    """Mails whose sender died in the middle: they may have left."""
    stale = OutgoingMail.objects.stale(now - timedelta(seconds=STALE_SECONDS))
    stale.step(OutgoingStep.DOUBT, last_error="Het versturen is afgebroken.")


def _deliver(pk: int, now: datetime) -> bool:
    found = OutgoingMail.objects.filter(pk=pk)
    with transaction.atomic(durable=True):
        # Still due: an editor may have held it back since it was listed.
        claimed = (
            OutgoingMail.objects.due(now)
            .filter(pk=pk)
            .step(OutgoingStep.CLAIM, claimed_at=timezone.now(), attempts=F("attempts") + 1)
        )
    if not claimed:
        return False
    mail = found.get()
    outcome, error = sending.send(mail)
    if outcome is sending.Outcome.SENT:
        found.step(OutgoingStep.SENT, sent_at=timezone.now(), last_error="")
        return True
    last_error = _storable(error)[:2000]
    if outcome is sending.Outcome.UNKNOWN:
        found.step(OutgoingStep.DOUBT, last_error=last_error)
    elif outcome is sending.Outcome.NOT_NOW and mail.attempts <= len(BACK_OFF):
        later = timezone.now() + timedelta(seconds=BACK_OFF[mail.attempts - 1])
        found.step(OutgoingStep.POSTPONE, last_error=last_error, next_attempt_at=later)
    else:
        found.step(OutgoingStep.FAIL, last_error=last_error)
    return True


def _clean_headers(headers: Mapping[str, str]) -> dict[str, str]:
    for name in headers:
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _OWN_FIELDS:
            raise ValueError(f"{name!r} cannot be an extra header")
    return {name: _one_line(value, 5000) for name, value in headers.items()}


def _one_line(text: str, limit: int) -> str:
    return _storable(_CONTROLS.sub(" ", text)).strip()[:limit]


def _storable(text: str) -> str:
    """Without what PostgreSQL refuses: NUL, and halves of surrogate pairs."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
