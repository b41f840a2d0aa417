"""How a worker takes stored messages, one at a time and never two workers the same.

    while messages := claims.claim():
        for message in messages:
            try:
                with transaction.atomic():
                    ...                              # read message.raw, make the submission
                    if not claims.mark_read(message.pk):
                        raise ClaimLost(message.pk)  # undo: another worker has it by now
            except Exception as error:
                claims.mark_failed(message.pk, str(error), claims.next_attempt(message))

A claim is a conditional UPDATE, not a lock, so it outlives a worker that is killed;
``CLAIM_SECONDS`` after ``claimed_at`` another worker may take the message again.
"""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from mail.lives import InboundStep
from mail.models import InboundMessage

CLAIM_SECONDS = 180
MAX_ATTEMPTS = 5
RETRY_SECONDS = 20


def claim(limit: int = 1) -> list[InboundMessage]:
    """Claim up to ``limit`` messages, oldest first; ``raw`` is loaded when it is asked for.

    One at a time by default: a message that kills its worker must not cost others an attempt.
    Each returned message is CLAIMED, with ``attempts`` counting this attempt.
    """
    now = timezone.now()
    reclaim(now)
    messages = InboundMessage.objects
    candidates = list(messages.waiting(now).values_list("pk", flat=True)[:limit])
    won = [
        pk
        for pk in candidates
        if messages.filter(pk=pk).step(
            InboundStep.CLAIM, claimed_at=now, attempts=F("attempts") + 1
        )
    ]
    return list(messages.filter(pk__in=won).without_raw().order_by("pk"))


def reclaim(now: datetime) -> None:
    """Free the claims of workers that died; a message that keeps killing them is FAILED."""
    stale = InboundMessage.objects.stale(now - timedelta(seconds=CLAIM_SECONDS))
    stale.filter(attempts__gte=MAX_ATTEMPTS).step(
        InboundStep.FAIL, error="Het verwerken is telkens afgebroken."
    )
    stale.step(InboundStep.RELEASE, next_attempt_at=now)


def mark_read(message_id: int) -> bool:
    """CLAIMED → READ, inside the caller's transaction; False when the claim was lost."""
    found = InboundMessage.objects.filter(pk=message_id)
    return bool(found.step(InboundStep.READ, error=""))


def mark_failed(message_id: int, error: str, retry_at: datetime | None = None) -> bool:
    """CLAIMED → RECEIVED until ``retry_at``, or → FAILED for good when that is None."""
    found = InboundMessage.objects.filter(pk=message_id)
    error = error.replace("\x00", "").encode("utf-8", "replace").decode()[:2000]
    if retry_at is None:
        return bool(found.step(InboundStep.FAIL, error=error))
    return bool(found.step(InboundStep.RELEASE, error=error, next_attempt_at=retry_at))


def next_attempt(message: InboundMessage) -> datetime | None:
    """When to try a failed message again, later each time; None when it was tried enough."""
    if message.attempts >= MAX_ATTEMPTS:
        return None
    return timezone.now() + timedelta(seconds=RETRY_SECONDS * 4 ** (message.attempts - 1))


def retry(message_id: int) -> bool:
    """An editor wants a FAILED message to be read once more; False when it is not FAILED."""
    found = InboundMessage.objects.filter(pk=message_id)
    return bool(found.step(InboundStep.RETRY, attempts=0, next_attempt_at=timezone.now()))
