"""Pairs that are likely one activity, found when either was written; what an editor said of it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from agenda.models import Activity
from submissions.models.proposal import Proposal
from submissions.models.submission import Submission


class DoubleQuerySet(models.QuerySet["Double"]):
    def open(self) -> Self:
        """What an editor should look at."""
        return self.filter(is_open=True)

    def of(self, submission: Submission) -> Self:
        return self.filter(
            Q(proposal__submission=submission) | Q(other_proposal__submission=submission)
        )


class Double(models.Model):
    """A pair: two proposals, a proposal and an activity, or two activities.

    `is_open` while both sides live and no editor said that they are two. `reasons` and `doubts` are
    short lines in Dutch, as `agenda.likeness.compare` gives them.
    """

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, blank=True, related_name="doubles"
    )
    other_proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, blank=True, related_name="doubles_of"
    )
    activity = models.ForeignKey(
        Activity, models.CASCADE, null=True, blank=True, related_name="doubles"
    )
    other_activity = models.ForeignKey(
        Activity, models.CASCADE, null=True, blank=True, related_name="doubles_of"
    )
    score = models.PositiveSmallIntegerField("punten")
    reasons = models.JSONField("waarom wel", default=list)
    doubts = models.JSONField("waarom niet", default=list)
    is_open = models.BooleanField("nog te bekijken", default=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="door wie uit elkaar gehouden",
    )
    dismissed_at = models.DateTimeField("uit elkaar gehouden", null=True, blank=True)

    objects = DoubleQuerySet.as_manager()

    class Meta:
        verbose_name = "mogelijke dubbele"
        verbose_name_plural = "mogelijke dubbelen"
        ordering = ("-score", "pk")
        indexes = [models.Index(fields=["is_open", "-score", "id"], name="double_to_look_at")]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "other_proposal"],
                condition=Q(other_proposal__isnull=False),
                name="double_of_proposals_once",
            ),
            models.UniqueConstraint(
                fields=["proposal", "other_activity"],
                condition=Q(proposal__isnull=False, other_activity__isnull=False),
                name="double_of_both_once",
            ),
            models.UniqueConstraint(
                fields=["activity", "other_activity"],
                condition=Q(activity__isnull=False),
                name="double_of_activities_once",
            ),
            models.CheckConstraint(
                condition=Q(proposal__isnull=False, activity__isnull=True)
                | Q(proposal__isnull=True, activity__isnull=False, other_proposal__isnull=True),
                name="double_has_one_left_side",
            ),
            models.CheckConstraint(
                condition=Q(other_proposal__isnull=False, other_activity__isnull=True)
                | Q(other_proposal__isnull=True, other_activity__isnull=False),
                name="double_has_one_right_side",
            ),
            models.CheckConstraint(
                condition=Q(is_open=False) | Q(dismissed_at__isnull=True),
                name="double_dismissed_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.left} ↔ {self.right}"

    @property
    def left(self) -> Any:
        return self.proposal or self.activity

    @property
    def right(self) -> Any:
        return self.other_proposal or self.other_activity
