"""The one number that decides freshness."""

from datetime import datetime

from django.db import models
from django.db.models import F
from django.utils import timezone


class PublicRevision(models.Model):
    """One row: it moves whenever anything changes that a visitor may see."""

    number = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="public_revision_is_one_row")
        ]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def bump(cls) -> None:
        """Move it; call inside the transaction of the change itself."""
        moved = cls.objects.filter(pk=1).update(number=F("number") + 1, changed_at=timezone.now())
        if not moved:
            cls.objects.get_or_create(pk=1, defaults={"number": 2})

    @classmethod
    def current(cls) -> tuple[int, datetime]:
        """The number and the moment it last moved; one query by primary key."""
        row = cls.objects.filter(pk=1).values_list("number", "changed_at").first()
        return row or (1, datetime.fromtimestamp(0, tz=timezone.get_current_timezone()))
