"""What editors tell each other and themselves about an item; senders never see any of it."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from submissions.models.submission import Submission

# A page tells every 20 seconds that it is open; after so long without, it was closed.
PRESENT_SECONDS = 60


class Note(models.Model):
    """For colleagues. Where its author's account is gone, the name stays."""

    submission = models.ForeignKey(
        Submission, models.CASCADE, related_name="notes", verbose_name="inzending"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="wie",
    )
    author_name = models.CharField("naam", max_length=150)
    text = models.TextField("notitie", max_length=2000)
    at = models.DateTimeField("wanneer", default=timezone.now)

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ("at", "pk")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_says_something")]

    def __str__(self) -> str:
        return self.text[:60]


class PresenceQuerySet(models.QuerySet["Presence"]):
    def now(self, moment: datetime | None = None) -> Self:
        since = (moment or timezone.now()) - timedelta(seconds=PRESENT_SECONDS)
        return self.filter(seen_at__gt=since)


class Presence(models.Model):
    """An editor who has the item open."""

    submission = models.ForeignKey(
        Submission, models.CASCADE, related_name="present", verbose_name="inzending"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="wie"
    )
    seen_at = models.DateTimeField("laatst gezien", db_index=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = "aanwezigheid"
        verbose_name_plural = "aanwezigheid"
        constraints = [
            models.UniqueConstraint(fields=["submission", "user"], name="presence_once_an_item")
        ]

    def __str__(self) -> str:
        return f"{self.user} bij {self.submission_id}"


class Purpose(models.TextChoices):
    """Where a ready answer is offered."""

    REJECT = "reject", "reden om af te wijzen"
    QUESTION = "question", "vraag aan de afzender"
    PUBLISH = "publish", "bericht bij publiceren"
    DONE = "done", "bericht bij afhandelen"


class ReadyAnswer(models.Model):
    """A text that is often needed; `text` may hold the fields of `submissions.ready`."""

    purpose = models.CharField("waarvoor", max_length=8, choices=Purpose.choices)
    name = models.CharField("naam", max_length=80)
    text = models.TextField("tekst", max_length=2000)

    class Meta:
        verbose_name = "standaardantwoord"
        verbose_name_plural = "standaardantwoorden"
        ordering = ("purpose", "name")
        constraints = [
            models.UniqueConstraint(fields=["purpose", "name"], name="ready_answer_name_once"),
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="ready_answer_purpose_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name
