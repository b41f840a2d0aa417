"""The proposal: what a submission tells of one activity."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from agenda.models import Activity, Municipality, fold
from agenda.models.keys import LikeFields, organiser_key, place_key, title_key
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


# Kept true by `Proposal.derive`, so that lists and look-ups read no JSON.
DERIVED = (
    "title_key",
    "organiser_key",
    "place_key",
    "first_day",
    "province_code",
    "region_code",
    "search_text",
)
SEARCHED = ("title", "summary", "organiser", "venue", "town")


class Proposal(LikeFields):
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
    first_day = models.DateField(null=True, blank=True, editable=False)
    # Of what is told, otherwise of the activity that it changes.
    province_code = models.CharField(max_length=20, blank=True, default="", editable=False)
    region_code = models.CharField(max_length=20, blank=True, default="", editable=False)
    search_text = models.TextField(blank=True, default="", editable=False)
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
        indexes = [
            models.Index(fields=["title_key"], name="proposal_title_key"),
            models.Index(fields=["organiser_key", "first_day"], name="proposal_organiser_key"),
            models.Index(fields=["place_key", "first_day"], name="proposal_place_key"),
            models.Index(fields=["province_code", "submission"], name="proposal_province"),
            models.Index(fields=["region_code", "submission"], name="proposal_region"),
            # Holds all that counting regions reads, so that the wide rows stay shut.
            models.Index(
                fields=["submission", "province_code", "region_code"], name="proposal_regions"
            ),
        ]
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        if (named := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*named, *DERIVED}
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Keep the derived columns true to what is told and to the activity."""
        facts = self.facts
        self.title_key, self.organiser_key = title_key(facts.title), organiser_key(facts.organiser)
        self.place_key = place_key(facts.municipality, facts.town, facts.attendance)
        self.first_day = facts.first_day
        self.province_code, self.region_code = self._regions(facts)
        self.search_text = fold(" ".join(str(getattr(facts, name)) for name in SEARCHED))

    def _regions(self, facts: Facts) -> tuple[str, str]:
        if facts.municipality:
            found = Municipality.objects.filter(code=facts.municipality)
            codes = found.values_list("province__code", "rmc_region__code").first()
            if codes:
                return codes
        if facts.province or facts.region or self.activity is None:
            return facts.province[:20], facts.region[:20]
        province, region = self.activity.province, self.activity.region
        return province.code if province else "", region.code if region else ""

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
