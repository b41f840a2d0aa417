"""The submission: one item of the queue for each stored message or sent form."""

import secrets
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from agenda.models import Edition, fold
from mail.models import InboundMessage
from submissions.states import SubmissionState


class SubmissionKind(models.TextChoices):
    """What a message is; a form is always one of the first four."""

    SUBMISSION = "submission", "aanmelding"
    UPDATE = "update", "wijziging"
    CANCELLATION = "cancellation", "annulering"
    MATERIAL = "material", "materiaal"
    QUESTION = "question", "vraag"
    SPAM = "spam", "spam"
    AUTO_REPLY = "auto-reply", "automatisch antwoord"
    BOUNCE = "bounce", "onbestelbaar"
    NEWSLETTER = "newsletter", "nieuwsbrief"
    DUPLICATE = "duplicate", "dubbel"
    UNREADABLE = "unreadable", "niet leesbaar"


# Done from the start, on their own shelf, and never answered.
SHELVED = frozenset(
    {
        SubmissionKind.AUTO_REPLY,
        SubmissionKind.BOUNCE,
        SubmissionKind.NEWSLETTER,
        SubmissionKind.DUPLICATE,
    }
)


class Channel(models.TextChoices):
    FORM = "form", "formulier"
    MAIL = "mail", "e-mail"
    INVITATION = "invitation", "agenda-uitnodiging"


def resting() -> Q:
    """Snoozed until a later day."""
    return Q(snoozed_until__gt=timezone.localdate())


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def waiting(self) -> Self:
        """What wants an editor, oldest first."""
        rows = self.filter(state=SubmissionState.PENDING).exclude(resting())
        return rows.order_by("received_at", "pk")

    def for_queue(self) -> Self:
        """With all that a row of the queue shows, in a constant number of queries."""
        return (
            self.select_related("edition", "message", "assigned_to")
            .defer("message__raw")
            .prefetch_related("proposals__activity")
        )


# Without letters and digits that people confuse, so that it can be read out on the phone.
REFERENCE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
REFERENCE_LENGTH = 7


def new_reference() -> str:
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))


class Submission(models.Model):
    reference = models.CharField("kenmerk", max_length=12, unique=True, default=new_reference)
    kind = models.CharField("soort bericht", max_length=12, choices=SubmissionKind.choices)
    channel = models.CharField("kanaal", max_length=10, choices=Channel.choices)
    state = models.CharField(
        "stand",
        max_length=10,
        choices=SubmissionState.choices,
        default=SubmissionState.PENDING,
    )
    version = models.PositiveIntegerField("versie", default=1)
    edition = models.ForeignKey(
        Edition,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submissions",
        verbose_name="editie",
    )
    message = models.OneToOneField(
        InboundMessage,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submission",
        verbose_name="bericht",
    )
    # Made when the form is first shown: sending the same form twice meets the unique constraint.
    form_key = models.UUIDField("sleutel van het formulier", null=True, blank=True, unique=True)
    thread = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name="hoort bij",
    )
    subject = models.CharField("onderwerp", max_length=300, blank=True)
    sender_name = models.CharField("naam van de afzender", max_length=200, blank=True)
    sender_email = models.CharField("e-mailadres van de afzender", max_length=320, blank=True)
    text = models.TextField("toelichting", blank=True)
    problems = models.JSONField("opgemerkt bij het lezen", default=list, blank=True)
    received_at = models.DateTimeField("ontvangen", default=timezone.now)
    # False for robots, spam and senders that are not who they say: they are never written to.
    answerable = models.BooleanField("mag antwoord krijgen", default=True)
    # The secret link holds this number: raising it makes every link that was sent worthless.
    link_number = models.PositiveIntegerField("nummer van de geheime link", default=1)
    # What is searched of it, folded: derived when it is saved.
    search_text = models.TextField(blank=True, default="", editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_submissions",
        verbose_name="toegewezen aan",
    )

    # It rests until that morning, or until something happens to it.
    snoozed_until = models.DateField("uitgesteld tot", null=True, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"
        ordering = ("received_at", "pk")
        indexes = [
            models.Index(fields=["state", "received_at"], name="submission_queue_order"),
            models.Index(fields=["sender_email"], name="submission_sender"),
            models.Index(
                fields=["state", "kind", "channel", "edition"], name="submission_queue_counts"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(message__isnull=False, form_key__isnull=True)
                | Q(message__isnull=True, form_key__isnull=False),
                name="submission_is_of_one_message_or_form",
            ),
            models.CheckConstraint(
                condition=Q(state__in=SubmissionState.values), name="submission_state_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SubmissionKind.values), name="submission_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(channel=Channel.FORM) | Q(message__isnull=True),
                name="submission_form_has_no_message",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.subject}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        if (named := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*named, "search_text"}
        super().save(*args, **kwargs)

    def derive(self) -> None:
        self.search_text = fold(
            f"{self.sender_name} {self.sender_email} {self.subject} {self.text}"
        )

    def get_absolute_url(self) -> str:
        """The item at the desk."""
        return reverse("moderation:item", args=[self.reference])

    @property
    def is_shelved(self) -> bool:
        return self.kind in SHELVED

    @property
    def is_resting(self) -> bool:
        return self.snoozed_until is not None and self.snoozed_until > timezone.localdate()

    @property
    def is_open(self) -> bool:
        return self.state in (SubmissionState.PENDING, SubmissionState.WAITING)
