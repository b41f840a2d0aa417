"""What a visitor told that is wrong with a page or a photo."""

from django.db import models

from agenda.models import Activity, Material
from submissions.models.submission import Submission


class Report(models.Model):
    """Ties an item of the queue to what it is about; what was typed is the item's own text."""

    submission = models.OneToOneField(
        Submission, models.CASCADE, related_name="report", verbose_name="inzending"
    )
    activity = models.ForeignKey(
        Activity,
        models.SET_NULL,
        null=True,
        related_name="reports",
        verbose_name="activiteit",
    )
    material = models.ForeignKey(
        Material, models.SET_NULL, null=True, related_name="reports", verbose_name="foto"
    )
    is_of_photo = models.BooleanField("gaat over een foto", default=False)

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"

    def __str__(self) -> str:
        return f"melding {self.submission_id}"
