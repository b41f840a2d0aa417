"""A choice of items that an editor keeps, for themselves or for all."""

from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def seen_by(self, editor: User) -> Self:
        return self.filter(Q(owner=editor) | Q(is_shared=True)).select_related("owner")


class SavedFilter(models.Model):
    """`query` is a query string of the queue, as its own filters write it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="saved_filters",
        verbose_name="van wie",
    )
    name = models.CharField("naam", max_length=60)
    query = models.CharField("keuze", max_length=500, blank=True)
    is_shared = models.BooleanField("voor de hele redactie", default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = "bewaard filter"
        verbose_name_plural = "bewaarde filters"
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="saved_filter_name_once_an_editor"
            )
        ]

    def __str__(self) -> str:
        return self.name
