"""Attachments that become material of the agenda, and back."""

from functools import partial

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import transaction

from agenda.models import Activity, Material, MaterialKind, PublicRevision
from submissions import files
from submissions.errors import Incomplete, NotAllowed
from submissions.models import Attachment, AuditEntry, Consent, Submission, Verdict
from submissions.services.texts import one_line
from submissions.services.transitions import claim, record
from submissions.states import Action, SubmissionState

ANY_STATE = frozenset(SubmissionState) - {SubmissionState.SPAM}


def publish_attachment(
    attachment: Attachment,
    *,
    seen: int,
    editor: User,
    activity: Activity | None,
    title: str,
    alt: str = "",
    credit: str = "",
    in_toolbox: bool = False,
) -> AuditEntry:
    """Show it at the activity, in the toolbox, or both. Photos lose their Exif data on the way.

    `credit` is who made a photo, where its sender did not tell or told it wrong.

    Raises `Incomplete`, `NotAllowed` (quarantine, no consent) or `StaleSubmission`.
    """
    submission = attachment.submission
    _check(attachment, activity=activity, title=title, alt=alt, in_toolbox=in_toolbox)
    material = Material(
        kind=attachment.kind,
        activity=activity,
        edition=activity.edition if activity else submission.edition,
        in_toolbox=in_toolbox,
        title=one_line(title, 200),
        description=attachment.description,
        alt=one_line(alt, 300),
        credit=one_line(credit, 150) or attachment.credit,
        url=attachment.url,
        file_name=attachment.name[:150],
        content_type=attachment.content_type[:100],
        size=attachment.size or None,
    )
    content = _content(attachment, material)
    try:
        with transaction.atomic():
            claim(submission, seen=seen, sources=ANY_STATE)
            if content is not None:
                material.file.save(material.file_name or "bestand", content, save=False)
            material.save(force_insert=True)
            rows = Attachment.objects.filter(pk=attachment.pk)
            rows.update(material=material, kept_private=False)
            PublicRevision.bump()
            return record(
                Action.ADD,
                submission=submission,
                activity=activity,
                editor=editor,
                reason=f"{attachment} gepubliceerd",
            )
    except BaseException:
        # The storage knows no transaction: what was not committed must not stay public.
        if material.file:
            material.file.delete(save=False)
        raise


@transaction.atomic
def keep_private(attachment: Attachment, *, seen: int, editor: User) -> AuditEntry:
    """Looked at, and not for the site; publishing it later is still possible."""
    if attachment.material_id is not None:
        raise NotAllowed("Deze bijlage staat op de site. Haal haar daar eerst weg.")
    submission: Submission = attachment.submission
    claim(submission, seen=seen, sources=ANY_STATE)
    Attachment.objects.filter(pk=attachment.pk).update(kept_private=True)
    return record(Action.KEEP, submission=submission, editor=editor, reason=str(attachment))


@transaction.atomic
def withdraw_attachment(attachment: Attachment, *, seen: int, editor: User) -> AuditEntry:
    """Take the material down; the file as it came stays with the item."""
    material = attachment.material
    if material is None:
        raise NotAllowed("Dit is niet gepubliceerd.")
    submission: Submission = attachment.submission
    claim(submission, seen=seen, sources=ANY_STATE)
    activity = material.activity
    remove(material)
    return record(
        Action.HIDE,
        submission=submission,
        activity=activity,
        editor=editor,
        reason=f"{attachment} weggehaald",
    )


def remove(material: Material) -> None:
    """Delete it with all its versions; the files go when the caller's transaction is committed."""
    for path in material.paths:
        transaction.on_commit(partial(material.file.storage.delete, path))
    Material.objects.filter(pk=material.pk).delete()
    PublicRevision.bump()


def _check(
    attachment: Attachment, *, activity: Activity | None, title: str, alt: str, in_toolbox: bool
) -> None:
    if attachment.verdict == Verdict.QUARANTINE:
        raise NotAllowed("Dit bestand staat in quarantaine en wordt nooit gepubliceerd.")
    if attachment.material_id is not None:
        raise NotAllowed("Dit is al gepubliceerd.")
    faults = {}
    if not title.strip():
        faults["title"] = "Geef een titel."
    if activity is None and not in_toolbox:
        faults["activity"] = "Kies een activiteit, de toolbox, of allebei."
    if attachment.kind == MaterialKind.PHOTO:
        if not alt.strip():
            faults["alt"] = "Beschrijf wat er op de foto staat."
        if attachment.consent not in (Consent.GIVEN, Consent.NOBODY):
            faults["consent"] = "Er is nog geen toestemming voor deze foto."
    if faults:
        raise Incomplete(faults)


def _content(attachment: Attachment, material: Material) -> ContentFile | None:
    if not attachment.file.name:
        return None
    raw = files.read(attachment.file.name)
    if attachment.kind != MaterialKind.PHOTO:
        return ContentFile(raw)
    from agenda.images import clean_photo  # Pillow: for photos only

    photo = clean_photo(raw)
    material.content_type = photo.content_type
    material.width, material.height = photo.width, photo.height
    material.size = len(photo.content)
    stem = material.file_name.rpartition(".")[0] or "foto"
    material.file_name = f"{stem}.{photo.content_type.rpartition('/')[2]}"
    return ContentFile(photo.content)
