"""Partners and their role in each edition."""

from django.db import models
from django.urls import reverse

from agenda.models.edition import Edition


class Partner(models.Model):
    slug = models.SlugField("naam in het adres", max_length=60, unique=True)
    name = models.CharField("naam", max_length=150, unique=True)
    short_name = models.CharField("korte naam", max_length=40, blank=True)
    description = models.TextField("omschrijving", blank=True)
    website = models.URLField("website", blank=True)
    editions = models.ManyToManyField(Edition, through="Partnership", related_name="partners")

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partners"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agenda:partner", args=[self.slug])


class Role(models.TextChoices):
    ORGANISER = "organiser", "organisator"
    PARTICIPANT = "participant", "deelnemer"


class Partnership(models.Model):
    partner = models.ForeignKey(
        Partner, models.CASCADE, related_name="partnerships", verbose_name="partner"
    )
    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="partnerships", verbose_name="editie"
    )
    role = models.CharField("rol", max_length=12, choices=Role.choices)

    class Meta:
        verbose_name = "partner van een editie"
        verbose_name_plural = "partners van een editie"
        ordering = ("partner__name",)
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "edition"], name="partnership_unique_in_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.partner} in {self.edition.year}"
