"""Regions, municipalities and places of the Netherlands."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q


class RegionKind(models.TextChoices):
    PROVINCE = "province", "provincie"
    RMC = "rmc", "RMC-regio"
    PARTNERSHIP = "swv", "samenwerkingsverband"


class RegionQuerySet(models.QuerySet["Region"]):
    def provinces(self) -> Self:
        return self.filter(kind=RegionKind.PROVINCE)

    def rmc(self) -> Self:
        return self.filter(kind=RegionKind.RMC)

    def on(self, day: date) -> Self:
        """Those that existed on the day."""
        return self.filter(
            Q(since__isnull=True) | Q(since__lte=day), Q(until__isnull=True) | Q(until__gte=day)
        )


class Region(models.Model):
    kind = models.CharField("soort", max_length=10, choices=RegionKind.choices)
    code = models.CharField(
        "code", max_length=20, help_text="Het nummer van een RMC-regio, of een eigen korte code."
    )
    slug = models.SlugField("naam in het adres", max_length=50)
    name = models.CharField("naam", max_length=100)
    since = models.DateField("bestaat sinds", null=True, blank=True)
    until = models.DateField("bestond tot en met", null=True, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "regio"
        verbose_name_plural = "regio’s"
        ordering = ("kind", "name")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="region_slug_unique_in_kind"),
            models.UniqueConstraint(fields=["kind", "code"], name="region_code_unique_in_kind"),
        ]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    code = models.CharField("CBS-code", max_length=6, unique=True, help_text="Bijvoorbeeld GM0228.")
    name = models.CharField("naam", max_length=60, unique=True)
    province = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="municipalities_of_province",
        limit_choices_to={"kind": RegionKind.PROVINCE},
        verbose_name="provincie",
    )
    rmc_region = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="municipalities_of_rmc_region",
        limit_choices_to={"kind": RegionKind.RMC},
        verbose_name="RMC-regio",
    )
    samenwerkingsverbanden = models.ManyToManyField(
        Region,
        related_name="municipalities",
        blank=True,
        limit_choices_to={"kind": RegionKind.PARTNERSHIP},
        verbose_name="samenwerkingsverbanden",
    )

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class MunicipalityAlias(models.Model):
    """Another name that people use: a village, a former municipality, a Frisian name."""

    name = models.CharField("andere naam", max_length=80, unique=True)
    municipality = models.ForeignKey(
        Municipality, models.CASCADE, related_name="aliases", verbose_name="gemeente"
    )

    class Meta:
        verbose_name = "andere naam van een gemeente"
        verbose_name_plural = "andere namen van gemeenten"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """A town or village with its coordinates (WGS 84)."""

    name = models.CharField("naam", max_length=80)
    province = models.ForeignKey(
        Region, models.PROTECT, related_name="places", verbose_name="provincie"
    )
    municipality = models.ForeignKey(
        Municipality,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="places",
        verbose_name="gemeente",
    )
    latitude = models.DecimalField("breedtegraad", max_digits=7, decimal_places=5)
    longitude = models.DecimalField("lengtegraad", max_digits=7, decimal_places=5)

    class Meta:
        verbose_name = "plaats"
        verbose_name_plural = "plaatsen"
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["name", "latitude", "longitude"], name="place_unique"),
            models.CheckConstraint(
                condition=Q(latitude__range=(50.5, 53.8), longitude__range=(3.2, 7.4)),
                name="place_lies_in_the_netherlands",
            ),
        ]

    def __str__(self) -> str:
        return self.name
