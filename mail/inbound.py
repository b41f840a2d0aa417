"""The only door in: every way that mail can come ends in ``receive()``."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction

from mail.fingerprint import fingerprint
from mail.models import InboundMessage


class MessageTooLarge(Exception):
    """The message is over ``MESSAGE_SIZE_LIMIT`` and is not stored: a permanent failure."""


@dataclass(frozen=True)
class Receipt:
    message: int  # primary key of the InboundMessage
    new: bool  # False: this was a re-delivery of a message that is already there


def receive(*, raw: bytes, sender: str, recipients: Sequence[str], transport: str) -> Receipt:
    """Store one message; when this returns, it is committed.

    A re-delivery (same content apart from trace headers) is a success and gives no second row.
    Raises MessageTooLarge, or DatabaseError when it could not be stored.
    """
    if len(raw) > settings.MESSAGE_SIZE_LIMIT:
        raise MessageTooLarge(f"{len(raw)} bytes")
    mark, message_id = fingerprint(raw)
    message = InboundMessage(
        transport=transport,
        envelope_sender=_storable(sender),
        envelope_recipients=[_storable(recipient) for recipient in recipients],
        message_id=message_id,
        fingerprint=mark,
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        raw=raw,
    )
    try:
        # durable: inside somebody's transaction nothing would be committed on return.
        with transaction.atomic(durable=True):
            message.save(force_insert=True)
    except IntegrityError:
        # The unique constraint decides, so two deliveries at the same moment give one row.
        known = InboundMessage.objects.filter(fingerprint=mark).values_list("pk", flat=True).first()
        if known is None:
            raise
        return Receipt(known, new=False)
    return Receipt(message.pk, new=True)


def _storable(text: str) -> str:
    """Without what PostgreSQL refuses: NUL, and halves of surrogate pairs (bytes of no charset)."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
