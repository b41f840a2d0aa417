"""An edition: one action week."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.when import When


class EditionQuerySet(models.QuerySet["Edition"]):
    def open_on(self, day: date) -> Self:
        """Those that take submissions on the day."""
        return self.filter(submissions_from__lte=day, submissions_until__gte=day)

    def nearest(self, day: date) -> "Edition | None":
        """The edition whose week lies nearest in time to the day; None when there is none."""
        nearest: Edition | None = None
        for edition in self.order_by("year"):
            if nearest is None or edition.distance(day) < nearest.distance(day):
                nearest = edition
        return nearest

    def coming(self, day: date) -> "Edition | None":
        return self.filter(last__gte=day).order_by("first").first()

    def current(self, day: date) -> "Edition | None":
        """The coming edition, otherwise the latest one that was."""
        return self.coming(day) or self.order_by("-first").first()


class Edition(models.Model):
    year = models.PositiveSmallIntegerField("jaar", unique=True)
    first = models.DateField("eerste dag")
    last = models.DateField("laatste dag")
    theme = models.CharField("thema", max_length=200, blank=True)
    introduction = models.TextField(
        "inleiding", blank=True, help_text="Opmaak in Markdown. Staat bovenaan de editie."
    )
    submissions_from = models.DateField("aanmelden vanaf", null=True, blank=True)
    submissions_until = models.DateField("aanmelden tot en met", null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "editie"
        verbose_name_plural = "edities"
        ordering = ("-year",)
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="edition_last_not_before_first"
            ),
            models.CheckConstraint(
                condition=Q(first__year=F("year")), name="edition_lies_in_its_year"
            ),
            models.CheckConstraint(
                condition=Q(submissions_from__isnull=True, submissions_until__isnull=True)
                | Q(submissions_until__gte=F("submissions_from")),
                name="edition_submissions_until_not_before_from",
            ),
        ]

    def __str__(self) -> str:
        return f"Actieweek {self.year}"

    def clean(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValidationError({"last": "De laatste dag ligt voor de eerste dag."})
        if bool(self.submissions_from) != bool(self.submissions_until):
            raise ValidationError({"submissions_until": "Vul beide dagen in, of geen van beide."})

    def get_absolute_url(self) -> str:
        return reverse("agenda:edition", args=[self.year])

    def distance(self, day: date) -> int:
        """Days between the week and the day; 0 within the week."""
        return max((self.first - day).days, (day - self.last).days, 0)

    def is_open(self, day: date) -> bool:
        return bool(
            self.submissions_from
            and self.submissions_until
            and self.submissions_from <= day <= self.submissions_until
        )

    def is_over(self, day: date) -> bool:
        return day > self.last

    @property
    def when(self) -> When:
        return When(first=self.first, last=self.last)
