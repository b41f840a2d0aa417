"""What the worker makes of the programme's own rows, a few at a time; each step safe to repeat."""

import logging

from django.core.files.base import ContentFile
from django.db import transaction

from agenda.images import renditions
from agenda.models import Activity, Material, PublicRevision

logger = logging.getLogger(__name__)

AT_ONCE = 200


def renew_search_texts() -> int:
    """Of activities whose text was stored with another stemmer, or loaded; returns how many."""
    old = Activity.objects.with_old_search_text().select_related(
        "municipality__province", "municipality__rmc_region", "province", "region"
    )
    renewed = 0
    while activities := list(old[:AT_ONCE]):
        for activity in activities:
            activity.derive()
        Activity.objects.bulk_update(activities, ["search_text"], batch_size=50)
        renewed += len(activities)
    return renewed


def make_renditions() -> bool:
    """The smaller and lighter versions of one photo; whether there was one to do.

    A photo is claimed by being marked as begun, so that two workers never make the same. One that
    fails keeps its first version alone, and is not tried again.
    """
    material = Material.objects.to_render().order_by("pk").first()
    if material is None:
        return False
    if not Material.objects.to_render().filter(pk=material.pk).update(renditions=[]):
        return True
    try:
        with material.file.open("rb") as opened:
            made = renditions(opened.read())
    except Exception:
        logger.exception("renditions_failed material=%s", material.public_id)
        return True
    versions = []
    for one in made:
        path = material.file.storage.save(material.path_of(one.name), ContentFile(one.content))
        versions.append(
            {
                "name": path.rpartition("/")[2],
                "type": one.content_type,
                "width": one.width,
                "height": one.height,
            }
        )
    with transaction.atomic():
        if Material.objects.filter(pk=material.pk).update(renditions=versions):
            PublicRevision.bump()
            return True
    for version in versions:  # it was taken down meanwhile
        material.file.storage.delete(material.path_of(str(version["name"])))
    return True
