"""The proposal: what a submission tells of one activity."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from agenda.models import Activity
from submissions.facts import Facts
from submissions.models.submission import Submission
from submissions.states import ProposalState


class ProposalKind(models.TextChoices):
    """What publishing it does."""

    NEW = "new", "nieuwe activiteit"
    CHANGE = "change", "wijziging"
    CANCELLATION = "cancellation", "annulering"


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def pending(self) -> Self:
        return self.filter(state=ProposalState.PENDING)


class Proposal(models.Model):
    """`facts` holds `Facts.to_json()`.

    `sources` says per field where the value came from: ``{"title": {"source": "body", "start": 10,
    "end": 25, "quote": "…", "confidence": 0.9, "alternatives": [{"value": …, …}]}}``. Values that
    a person typed have no source.

    `suggestions` holds values that the machine found later and does not put in by itself, per
    field: ``{"start_time": {"value": "14:00", "why": "reread", "source": {…}}}``.
    """

    submission = models.ForeignKey(
        Submission, models.CASCADE, related_name="proposals", verbose_name="inzending"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    kind = models.CharField(
        "wat het doet", max_length=12, choices=ProposalKind.choices, default=ProposalKind.NEW
    )
    state = models.CharField(
        "stand", max_length=10, choices=ProposalState.choices, default=ProposalState.PENDING
    )
    facts_json = models.JSONField("gegevens", default=dict, db_column="facts")
    sources = models.JSONField("herkomst", default=dict, blank=True)
    suggestions = models.JSONField("later gevonden", default=dict, blank=True)
    activity = models.ForeignKey(
        Activity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name="activiteit",
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="samengevoegd met voorstel",
    )
    reason = models.TextField("reden", blank=True)
    decided_at = models.DateTimeField("besloten", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="decided_proposals",
        verbose_name="besloten door",
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"
        ordering = ("submission", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "position"], name="proposal_position_unique"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ProposalState.values), name="proposal_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.PUBLISHED) | Q(activity__isnull=False),
                name="proposal_published_has_activity",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.REJECTED) | ~Q(reason=""),
                name="proposal_rejected_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.MERGED)
                | Q(activity__isnull=False, merged_into__isnull=True)
                | Q(activity__isnull=True, merged_into__isnull=False),
                name="proposal_merged_into_one",
            ),
        ]

    def __str__(self) -> str:
        return self.facts.title or f"voorstel {self.position + 1}"

    @property
    def facts(self) -> Facts:
        return Facts.from_json(self.facts_json)

    @facts.setter
    def facts(self, value: Facts) -> None:
        self.facts_json = value.to_json()

    @property
    def is_pending(self) -> bool:
        return self.state == ProposalState.PENDING

    def source_of(self, field: str) -> dict[str, Any] | None:
        return self.sources.get(field)
