"""What came of an activity: photos, documents, videos and links."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from agenda.models.activity import Activity, Status
from agenda.models.edition import Edition


class MaterialKind(models.TextChoices):
    PHOTO = "photo", "foto"
    DOCUMENT = "document", "document"
    VIDEO = "video", "video"
    LINK = "link", "link"


class MaterialQuerySet(models.QuerySet["Material"]):
    def public(self) -> Self:
        """Shown, and not of an activity that visitors may not see."""
        visible = Q(activity__isnull=True) | Q(
            activity__status__in=[Status.PUBLISHED, Status.CANCELLED]
        )
        return self.filter(visible, is_public=True, reported_at__isnull=True)

    def to_render(self) -> Self:
        """Photos of which the smaller and lighter versions were not made yet."""
        return self.filter(kind=MaterialKind.PHOTO, renditions__isnull=True)

    def toolbox(self) -> Self:
        return self.public().filter(in_toolbox=True)


def material_path(material: "Material", name: str) -> str:
    """Under its own unguessable folder, so that two files of one name do not meet."""
    return f"{material.public_id}/{name}"


class Material(models.Model):
    public_id = models.UUIDField("kenmerk", unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("soort", max_length=8, choices=MaterialKind.choices)
    activity = models.ForeignKey(
        Activity,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="materials",
        verbose_name="activiteit",
    )
    edition = models.ForeignKey(
        Edition,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="materials",
        verbose_name="editie",
    )
    in_toolbox = models.BooleanField("staat in de toolbox", default=False)
    is_public = models.BooleanField("zichtbaar", default=True)
    title = models.CharField("titel", max_length=200)
    description = models.TextField("omschrijving", max_length=2000, blank=True)
    label = models.CharField(
        "wat het is", max_length=40, blank=True, help_text="Bijvoorbeeld verslag of presentatie."
    )
    alt = models.CharField("wat er op de foto staat", max_length=300, blank=True)
    credit = models.CharField("maker", max_length=150, blank=True)
    url = models.URLField("adres", max_length=500, blank=True)
    file = models.FileField("bestand", upload_to=material_path, max_length=255, blank=True)
    file_name = models.CharField("bestandsnaam", max_length=150, blank=True)
    content_type = models.CharField("bestandstype", max_length=100, blank=True)
    size = models.PositiveIntegerField("grootte in bytes", null=True, blank=True)
    width = models.PositiveSmallIntegerField("breedte", null=True, blank=True)
    height = models.PositiveSmallIntegerField("hoogte", null=True, blank=True)
    # One for each version: name, type, width, height. Empty while the worker makes them, or when it
    # could not; null when it has yet to begin.
    renditions = models.JSONField(null=True, editable=False)
    # Somebody asked to take it down: then nobody sees it until an editor has decided.
    reported_at = models.DateTimeField("gemeld", null=True, editable=False)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = "materiaal"
        verbose_name_plural = "materialen"
        ordering = ("position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(activity__isnull=False) | Q(in_toolbox=True) | Q(edition__isnull=False),
                name="material_belongs_somewhere",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MaterialKind.PHOTO) | (~Q(file="") & ~Q(alt="")),
                name="material_photo_has_file_and_alt",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MaterialKind.LINK) | ~Q(url=""), name="material_link_has_address"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def path_of(self, name: str) -> str:
        """Where a version lies: in the folder of the file itself."""
        return f"{self.public_id}/{name}"

    @property
    def paths(self) -> list[str]:
        """All that is stored of it."""
        own = [self.file.name] if self.file.name else []
        return own + [self.path_of(version["name"]) for version in self.renditions or []]

    def sources(self, content_type: str) -> str:
        """The versions of a type as a `srcset`; empty when there are none."""
        return ", ".join(
            f"{self.file.storage.url(self.path_of(version['name']))} {version['width']}w"
            for version in self.renditions or []
            if version["type"] == content_type
        )

    @property
    def avif(self) -> str:
        return self.sources("image/avif")

    @property
    def webp(self) -> str:
        return self.sources("image/webp")

    @property
    def jpeg(self) -> str:
        return self.sources("image/jpeg")
