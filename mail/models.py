"""Raw mail as it came, and mail that waits to leave. Knows nothing of activities."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from mail.lives import INBOUND, OUTGOING, InboundState, InboundStep, OutgoingState, OutgoingStep


class Transport(models.TextChoices):
    LMTP = "lmtp", "LMTP"
    IMAP = "imap", "IMAP"
    PIPE = "pipe", "pipe"


class InboundQuerySet(models.QuerySet["InboundMessage"]):
    def without_raw(self) -> "InboundQuerySet":
        """The bytes (up to 50 MB) are fetched only when ``raw`` is asked for."""
        return self.defer("raw")

    def waiting(self, now: datetime) -> "InboundQuerySet":
        return self.filter(state=InboundState.RECEIVED, next_attempt_at__lte=now).order_by("pk")

    def stale(self, claimed_before: datetime) -> "InboundQuerySet":
        """Claims of a worker that is no longer there."""
        return self.filter(state=InboundState.CLAIMED, claimed_at__lt=claimed_before)

    def failed(self) -> "InboundQuerySet":
        return self.filter(state=InboundState.FAILED).order_by("pk")

    def step(self, step: InboundStep, **changes: Any) -> int:
        """Take one step of the life; returns how many rows were in a state that allows it."""
        sources, target = INBOUND[step]
        return self.filter(state__in=sources).update(state=target, **changes)


class InboundMessage(models.Model):
    """One message exactly as it came. Its bytes never change."""

    received_at = models.DateTimeField("ontvangen", default=timezone.now)
    transport = models.CharField("weg", max_length=4, choices=Transport.choices)
    envelope_sender = models.TextField("afzender op de envelop", blank=True)
    envelope_recipients = models.JSONField("ontvangers op de envelop", default=list)
    message_id = models.CharField("Message-ID", max_length=998, blank=True, db_index=True)
    fingerprint = models.CharField("vingerafdruk", max_length=64)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField("grootte in bytes")
    state = models.CharField(
        "stand", max_length=10, choices=InboundState.choices, default=InboundState.RECEIVED
    )
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    claimed_at = models.DateTimeField("opgepakt", null=True, blank=True)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    error = models.TextField("fout", blank=True)
    # Last, so that SQLite finds the columns before it without walking the pages of the blob.
    raw = models.BinaryField("ruwe bytes")

    objects: ClassVar[InboundQuerySet] = InboundQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["fingerprint"], name="inbound_fingerprint_once"),
            models.CheckConstraint(
                condition=Q(state__in=InboundState.values), name="inbound_state_known"
            ),
            models.CheckConstraint(
                condition=Q(transport__in=Transport.values), name="inbound_transport_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=InboundState.CLAIMED) | Q(claimed_at__isnull=False),
                name="inbound_claim_has_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="inbound_waiting",
                condition=Q(state=InboundState.RECEIVED),
            ),
            models.Index(
                fields=["claimed_at"],
                name="inbound_claimed",
                condition=Q(state=InboundState.CLAIMED),
            ),
        ]

    def __str__(self) -> str:
        return f"bericht {self.pk} ({self.message_id or 'zonder Message-ID'})"


TROUBLED = frozenset({OutgoingState.FAILED, OutgoingState.UNCERTAIN, OutgoingState.BOUNCED})
LEFT = (OutgoingState.SENT, OutgoingState.BOUNCED)


class OutgoingQuerySet(models.QuerySet["OutgoingMail"]):
    def due(self, now: datetime) -> "OutgoingQuerySet":
        return self.filter(state=OutgoingState.QUEUED, next_attempt_at__lte=now).order_by("pk")

    def stale(self, claimed_before: datetime) -> "OutgoingQuerySet":
        """Claims of a worker that is no longer there: nobody knows whether the mail left."""
        return self.filter(state=OutgoingState.SENDING, claimed_at__lt=claimed_before)

    def troubled(self) -> "OutgoingQuerySet":
        """What an editor must look at."""
        return self.filter(state__in=TROUBLED)

    def step(self, step: OutgoingStep, **changes: Any) -> int:
        """Take one step of the life; returns how many rows were in a state that allows it."""
        sources, target = OUTGOING[step]
        return self.filter(state__in=sources).update(state=target, **changes)


CALENDAR_METHODS = ("REPLY",)


def _one_line(field: str) -> Q:
    return ~Q(**{f"{field}__contains": "\n"}) & ~Q(**{f"{field}__contains": "\r"})


class OutgoingMail(models.Model):
    """One mail to send: a row before it is sent, with a Message-ID that stays the same."""

    message_id = models.CharField("Message-ID", max_length=255)
    to_address = models.CharField("aan", max_length=320)
    to_name = models.CharField("naam", max_length=200, blank=True)
    reply_to = models.CharField("antwoord aan", max_length=320, blank=True)
    subject = models.CharField("onderwerp", max_length=500)
    text = models.TextField("tekst")
    html = models.TextField("HTML", blank=True)
    # The part that answers an invitation (RFC 6047), and its method.
    calendar = models.TextField("agenda-deel", blank=True)
    calendar_method = models.CharField("methode van het agenda-deel", max_length=20, blank=True)
    headers = models.JSONField("kopregels", default=dict, blank=True)
    purpose = models.CharField("doel", max_length=50)
    state = models.CharField(
        "stand", max_length=10, choices=OutgoingState.choices, default=OutgoingState.QUEUED
    )
    created_at = models.DateTimeField("gemaakt", default=timezone.now)
    send_after = models.DateTimeField("niet versturen voor", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    claimed_at = models.DateTimeField("opgepakt", null=True, blank=True)
    sent_at = models.DateTimeField("verstuurd", null=True, blank=True)
    last_error = models.TextField("laatste fout", blank=True)

    objects: ClassVar[OutgoingQuerySet] = OutgoingQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mail"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["message_id"], name="outgoing_message_id_once"),
            models.CheckConstraint(
                condition=Q(state__in=OutgoingState.values), name="outgoing_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=LEFT, sent_at__isnull=False)
                | (~Q(state__in=LEFT) & Q(sent_at__isnull=True)),
                name="outgoing_sent_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=OutgoingState.SENDING) | Q(claimed_at__isnull=False),
                name="outgoing_claim_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(to_address="") & ~Q(text=""), name="outgoing_complete"
            ),
            models.CheckConstraint(
                condition=Q(calendar="", calendar_method="")
                | ~Q(calendar="") & Q(calendar_method__in=CALENDAR_METHODS),
                name="outgoing_calendar_has_method",
            ),
            # A line break in a field that becomes a header would let a stranger add headers.
            models.CheckConstraint(
                condition=_one_line("to_address")
                & _one_line("to_name")
                & _one_line("reply_to")
                & _one_line("subject")
                & _one_line("message_id"),
                name="outgoing_headers_one_line",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="outgoing_due",
                condition=Q(state=OutgoingState.QUEUED),
            ),
            models.Index(
                fields=["claimed_at"],
                name="outgoing_claimed",
                condition=Q(state=OutgoingState.SENDING),
            ),
        ]

    @property
    def is_troubled(self) -> bool:
        return self.state in TROUBLED

    def __str__(self) -> str:
        return f"{self.purpose} aan {self.to_address}: {self.subject}"
