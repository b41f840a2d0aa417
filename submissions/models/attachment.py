"""Files and links that come with a submission. None of it has a public address."""

from typing import Self

from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.models import Material, MaterialKind
from submissions.models.submission import Submission


def private_storage() -> Storage:
    return storages["private"]


class Verdict(models.TextChoices):
    KEEP = "keep", "bewaard"
    QUARANTINE = "quarantine", "in quarantaine"


class Consent(models.TextChoices):
    """The answer to: may recognisable people in this photo be shown?"""

    NOBODY = "nobody", "er staat niemand herkenbaar op"
    GIVEN = "given", "iedereen (of de ouders, onder 16 jaar) vindt het goed"
    UNKNOWN = "unknown", "dat is nog niet gevraagd"


class Scan(models.TextChoices):
    """What the virus scanner said; without a scanner nothing is scanned, and that is told."""

    NONE = "none", "niet gescand"
    CLEAN = "clean", "gescand, geen virus gevonden"
    FOUND = "found", "virus gevonden"


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def kept(self) -> Self:
        return self.filter(verdict=Verdict.KEEP)

    def photos(self) -> Self:
        """What can be looked at: each is a clean rendition."""
        return self.kept().filter(kind=MaterialKind.PHOTO).exclude(file="")

    def awaiting_consent(self) -> Self:
        """Photos that stay private until somebody says that they may be shown."""
        return self.photos().filter(consent=Consent.UNKNOWN)


class Attachment(models.Model):
    """A photo, document or link; `material` is set once it was published.

    The file of a photo is a clean rendition: what came is only in the raw mail. `text` is what a
    document says, its pages divided by form feeds; `contents` lists what is packed in a file, each
    with `name`, `size` in bytes and `note`.
    """

    submission = models.ForeignKey(
        Submission, models.CASCADE, related_name="attachments", verbose_name="inzending"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    kind = models.CharField("soort", max_length=8, choices=MaterialKind.choices)
    verdict = models.CharField(
        "oordeel", max_length=10, choices=Verdict.choices, default=Verdict.KEEP
    )
    problem = models.CharField("wat eraan mankeert", max_length=300, blank=True)
    file = models.FileField("bestand", storage=private_storage, max_length=255, blank=True)
    name = models.CharField("bestandsnaam", max_length=200, blank=True)
    content_type = models.CharField("bestandstype", max_length=150, blank=True)
    size = models.PositiveBigIntegerField("grootte in bytes", default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    url = models.URLField("adres", max_length=500, blank=True)
    inside = models.CharField("zat in", max_length=200, blank=True)
    text = models.TextField("tekst van het document", blank=True)
    contents = models.JSONField("wat erin zit", default=list, blank=True)
    scan = models.CharField("virusscanner", max_length=5, choices=Scan.choices, default=Scan.NONE)
    description = models.CharField("omschrijving", max_length=300, blank=True)
    credit = models.CharField("maker", max_length=150, blank=True)
    consent = models.CharField("toestemming", max_length=8, choices=Consent.choices, blank=True)
    consent_at = models.DateTimeField("toestemming gegeven", null=True, blank=True)
    # An editor looked at it and said that it does not go on the site.
    kept_private = models.BooleanField("blijft privé", default=False)
    material = models.OneToOneField(
        Material,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="attachment",
        verbose_name="gepubliceerd als",
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ("submission", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "position"], name="attachment_position_unique"
            ),
            models.CheckConstraint(
                condition=~Q(file="", url=""), name="attachment_is_file_or_link"
            ),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.QUARANTINE) | Q(material__isnull=True),
                name="attachment_quarantine_never_published",
            ),
            models.CheckConstraint(
                condition=Q(kept_private=False) | Q(material__isnull=True),
                name="attachment_private_or_published",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.url


class Upload(models.Model):
    """A file of a form that was not sent well yet, kept so that it need not be chosen again."""

    form_key = models.UUIDField("sleutel van het formulier", db_index=True)
    file = models.FileField("bestand", storage=private_storage, max_length=255)
    kind = models.CharField("soort", max_length=8, choices=MaterialKind.choices)
    name = models.CharField("bestandsnaam", max_length=200)
    content_type = models.CharField("bestandstype", max_length=150)
    size = models.PositiveBigIntegerField("grootte in bytes")
    sha256 = models.CharField("SHA-256", max_length=64)
    scan = models.CharField("virusscanner", max_length=5, choices=Scan.choices, default=Scan.NONE)
    created_at = models.DateTimeField("gemaakt", default=timezone.now)

    class Meta:
        verbose_name = "tijdelijk bestand"
        verbose_name_plural = "tijdelijke bestanden"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["form_key", "sha256"], name="upload_once_in_form")
        ]

    def __str__(self) -> str:
        return self.name
