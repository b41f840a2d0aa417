"""The activity: one item of the agenda."""

import uuid
from datetime import date, time
from functools import cache
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from agenda.models import shared
from agenda.models.edition import Edition
from agenda.models.fields import WhenFields
from agenda.models.keys import LikeFields, organiser_key, place_key, title_key
from agenda.models.partner import Partner
from agenda.models.place import Municipality, Region, RegionKind
from agenda.models.vocabulary import Audience, Kind
from agenda.search import MARK, search_text
from agenda.when import EARLIEST, LATEST, InvalidWhen


class Status(models.TextChoices):
    PUBLISHED = "published", "gepubliceerd"
    CANCELLED = "cancelled", "geannuleerd"
    HIDDEN = "hidden", "verborgen"


class Attendance(models.TextChoices):
    """How one takes part; empty when it was not told."""

    SITE = "locatie", "op locatie"
    ONLINE = "online", "online"
    HYBRID = "hybride", "op locatie en online"


UNDATED = Value(date(9999, 12, 31))
CARD_COLUMNS = (
    "public_id", "slug", "status", "title", "summary", "attendance", "town", "organiser",
    "first_day", "last_day", "start_time", "end_time", "all_day", "moved_from",
)  # fmt: skip
CARD_RELATED = {
    "edition": ("year", "last"),
    "kind": ("name", "species"),
    "municipality": ("name",),
    "region": ("name",),
}


@cache
def _address_of(year: int) -> str:
    return reverse("agenda:activity", args=[year, "slug"])


class ActivityQuerySet(models.QuerySet["Activity"]):
    def public(self) -> Self:
        """What visitors may see. Cancelled stays: subscribers must learn of it."""
        return self.filter(status__in=[Status.PUBLISHED, Status.CANCELLED])

    def in_feed(self) -> Self:
        """Public and dated, and what was taken down: subscribers hear of that without its text."""
        return self.filter(first_day__isnull=False)

    def in_order(self) -> Self:
        """By day and hour, whole days first, undated last."""
        return self.order_by("order_day", "order_time", "title", "pk")

    def for_cards(self) -> "list[Activity]":
        """Read with the little that a card shows, in one query."""
        return shared.read(self, CARD_COLUMNS, CARD_RELATED)

    def with_old_search_text(self) -> Self:
        """Those that another version of the stemmer was used for."""
        return self.exclude(search_text__startswith=MARK)

    def with_facts(self) -> Self:
        """With all that a card or an event shows, in a constant number of queries."""
        return self.select_related(
            "edition", "kind", "municipality", "province", "region"
        ).prefetch_related("audiences", "partners")


class Activity(LikeFields, WhenFields):
    public_id = models.UUIDField("kenmerk", unique=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="activities", verbose_name="editie"
    )
    slug = models.SlugField("naam in het adres", max_length=80)
    status = models.CharField(
        "stand", max_length=10, choices=Status.choices, default=Status.PUBLISHED
    )
    revision = models.PositiveIntegerField("versie", default=0, editable=False)
    created = models.DateTimeField("gemaakt", default=timezone.now, editable=False)
    modified = models.DateTimeField("gewijzigd", default=timezone.now, editable=False)

    title = models.CharField("titel", max_length=150)
    summary = models.CharField("samenvatting", max_length=300, blank=True)
    text = models.TextField("tekst", max_length=10_000, blank=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="activities", verbose_name="soort")
    audiences = models.ManyToManyField(
        Audience, related_name="activities", blank=True, verbose_name="doelgroepen"
    )
    attendance = models.CharField("vorm", max_length=8, choices=Attendance.choices, blank=True)
    venue = models.CharField("locatie", max_length=150, blank=True)
    address = models.CharField("straat en nummer", max_length=150, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    town = models.CharField("plaats", max_length=80, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="gemeente",
    )
    province = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities_of_province",
        limit_choices_to={"kind": RegionKind.PROVINCE},
        verbose_name="provincie",
    )
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        limit_choices_to={"kind": RegionKind.RMC},
        verbose_name="RMC-regio",
    )
    organiser = models.CharField("organisator", max_length=200, blank=True)
    partners = models.ManyToManyField(
        Partner, related_name="activities", blank=True, verbose_name="partners"
    )
    website = models.URLField("website", max_length=500, blank=True)
    registration_url = models.URLField("aanmeldpagina", max_length=500, blank=True)
    registration_closes = models.DateField("aanmelden tot en met", null=True, blank=True)
    online_url = models.URLField("meedoen via", max_length=500, blank=True)
    costs = models.CharField("kosten", max_length=100, blank=True)
    # Only what its sender chose to make public; all other contact data stays with the submission.
    contact_name = models.CharField("contactpersoon", max_length=100, blank=True)
    contact_email = models.EmailField("e-mailadres voor vragen", blank=True)
    contact_phone = models.CharField("telefoon voor vragen", max_length=30, blank=True)
    status_note = models.CharField("toelichting bij annulering", max_length=300, blank=True)
    # The last time that another day, hour or place was told, and what was so before.
    moved_at = models.DateTimeField("verplaatst", null=True, editable=False)
    moved_from = models.CharField("was eerst", max_length=300, blank=True, editable=False)
    search_text = models.TextField(editable=False, blank=True, default="")
    # The one that it turned out to be: its address leads there, its event in feeds has ended.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name="samengevoegd met",
    )
    # The order of the agenda without NULLs, so that an index can give it: undated last, whole days
    # before hours.
    order_day = models.GeneratedField(
        expression=Coalesce("first_day", UNDATED), output_field=models.DateField(), db_persist=True
    )
    order_time = models.GeneratedField(
        expression=Coalesce("start_time", Value(time.min)),
        output_field=models.TimeField(),
        db_persist=True,
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "activiteit"
        verbose_name_plural = "activiteiten"
        ordering = ("first_day", "start_time", "title")
        indexes = [
            models.Index(
                fields=["edition", "order_day", "order_time", "title", "id"],
                name="activity_agenda_order",
            ),
            models.Index(fields=["title_key"], name="activity_title_key"),
            models.Index(fields=["organiser_key", "first_day"], name="activity_organiser_key"),
            models.Index(fields=["place_key", "first_day"], name="activity_place_key"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "slug"], name="activity_slug_unique_in_edition"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="activity_has_title"),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="activity_status_known"
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True, last_day__isnull=True)
                | Q(
                    first_day__gte=EARLIEST,
                    last_day__lte=LATEST,
                    last_day__gte=F("first_day"),
                ),
                name="activity_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(start_time__isnull=False, end_time__gt=F("start_time")),
                name="activity_times_in_order",
            ),
            models.CheckConstraint(
                condition=Q(all_day__isnull=True)
                | Q(all_day=False)
                | Q(start_time__isnull=True, end_time__isnull=True),
                name="activity_whole_day_has_no_times",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(status=Status.HIDDEN),
                name="activity_merged_is_hidden",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Keep the derived columns true: the regions of the municipality, what searches compare."""
        if self.municipality is not None:
            self.province = self.municipality.province
            self.region = self.municipality.rmc_region
        self.search_text = self._search_text()
        municipality = self.municipality.code if self.municipality else ""
        self.title_key, self.organiser_key = title_key(self.title), organiser_key(self.organiser)
        self.place_key = place_key(municipality, self.town, self.attendance)

    def clean(self) -> None:
        try:
            self.when.validate()
        except InvalidWhen as error:
            raise ValidationError({error.field: str(error)}) from error

    def get_absolute_url(self) -> str:
        # A page of a hundred cards would look a hundred addresses up, all alike but for the slug.
        return _address_of(self.edition.year).replace("/slug/", f"/{self.slug}/")

    @property
    def is_cancelled(self) -> bool:
        return self.status == Status.CANCELLED

    @property
    def is_hidden(self) -> bool:
        return self.status == Status.HIDDEN

    @property
    def place_line(self) -> str:
        """Venue, address and town on one line; empty when nothing was told."""
        town = self.town or (self.municipality.name if self.municipality else "")
        street = ", ".join(part for part in (self.venue, self.address) if part)
        return ", ".join(part for part in (street, f"{self.postcode} {town}".strip()) if part)

    @property
    def whereabouts(self) -> tuple[str, str]:
        """When and where in words: what visitors must hear of when it changes."""
        return self.when.describe() if self.when.is_dated else "", self.place_line

    def describe_when(self, today: date) -> str:
        return self.when.describe(edition_is_over=self.edition.is_over(today))

    def _search_text(self) -> str:
        parts = (
            self.title,
            self.summary,
            self.text,
            self.organiser,
            self.venue,
            self.town,
            *(str(place) for place in (self.municipality, self.province, self.region) if place),
        )
        return search_text(parts)
