"""Who did what, and the questions put to senders."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.models.proposal import Proposal
from submissions.models.submission import Submission
from submissions.states import Action


class AuditEntry(models.Model):
    """Who did what, when, why, before and after.

    `before` and `after` map model fields to plain values; undoing puts `before` back. `actor` is
    empty where the sender or the machine acted, and `actor_name` says which.
    """

    submission = models.ForeignKey(
        Submission,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="history",
        verbose_name="inzending",
    )
    proposal = models.ForeignKey(
        Proposal,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="history",
        verbose_name="voorstel",
    )
    activity = models.ForeignKey(
        Activity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="history",
        verbose_name="activiteit",
    )
    action = models.CharField("wat", max_length=12, choices=Action.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="wie",
    )
    actor_name = models.CharField("naam", max_length=150)
    at = models.DateTimeField("wanneer", default=timezone.now)
    reason = models.TextField("waarom", blank=True)
    before = models.JSONField("voor", default=dict, blank=True)
    after = models.JSONField("na", default=dict, blank=True)
    outgoing = models.OneToOneField(
        OutgoingMail,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="audit_entry",
        verbose_name="mail",
    )
    # The decision that this tells another sender of: undone together, or not at all.
    beside = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="companions",
        verbose_name="hoort bij",
    )
    undone_by = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="undoes",
        verbose_name="teruggedraaid door",
    )

    class Meta:
        verbose_name = "regel van het logboek"
        verbose_name_plural = "logboek"
        ordering = ("-at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(submission__isnull=False) | Q(activity__isnull=False),
                name="audit_entry_is_about_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.get_action_display()}"


class Question(models.Model):
    """`fields` are the names of `Facts` that it asks for; `reply` is the mail that answered it."""

    submission = models.ForeignKey(
        Submission, models.CASCADE, related_name="questions", verbose_name="inzending"
    )
    text = models.TextField("vraag", max_length=4000)
    fields = models.JSONField("gevraagde velden", default=list, blank=True)
    asked_at = models.DateTimeField("gesteld", default=timezone.now)
    answer = models.TextField("antwoord", max_length=10_000, blank=True)
    answered_at = models.DateTimeField("beantwoord", null=True, blank=True)
    reply = models.ForeignKey(
        Submission,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="beantwoord met",
    )

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        ordering = ("asked_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | Q(~Q(answer=""), answered_at__isnull=False),
                name="question_answer_has_moment",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
