"""What sorts of activities there are, and for whom."""

from django.db import models

from agenda.models.fields import Species


class Kind(models.Model):
    """What sort of activity it is; chooses the flower it is drawn as."""

    slug = models.SlugField("naam in het adres", max_length=30, unique=True)
    name = models.CharField("naam", max_length=60, unique=True)
    species = models.CharField("bloem", max_length=12, choices=Species.choices)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "soort"
        verbose_name_plural = "soorten"
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name


class Audience(models.Model):
    """Whom an activity is meant for."""

    slug = models.SlugField("naam in het adres", max_length=30, unique=True)
    name = models.CharField("naam", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "doelgroep"
        verbose_name_plural = "doelgroepen"
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name
