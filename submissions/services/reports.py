"""What visitors report: a mistake on a page, or a photo that must go at once."""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda.models import Activity, Material, MaterialKind, PublicRevision
from submissions.errors import NotAllowed
from submissions.models import AuditEntry, Channel, Report, Submission, SubmissionKind
from submissions.services.materials import ANY_STATE, remove
from submissions.services.submit import submit
from submissions.services.transitions import claim, record
from submissions.services.values import Sender
from submissions.states import Action, SubmissionState


@transaction.atomic
def report_mistake(activity: Activity, *, text: str, sender: Sender, form_key: UUID) -> Submission:
    """An item of the queue; the same form again gives the one that is there."""
    item = submit(
        kind=SubmissionKind.QUESTION,
        channel=Channel.FORM,
        sender=sender,
        subject=f"Fout gemeld: {activity.title}",
        text=text,
        edition=activity.edition,
        form_key=form_key,
    )
    Report.objects.get_or_create(submission=item, defaults={"activity": activity})
    return item


@transaction.atomic
def report_photo(material: Material, *, text: str, sender: Sender, form_key: UUID) -> Submission:
    """Takes the photo down before anybody judged it, and puts an item in the queue."""
    item = submit(
        kind=SubmissionKind.QUESTION,
        channel=Channel.FORM,
        sender=sender,
        subject=f"Foto gemeld: {material.title}",
        text=text,
        edition=material.edition,
        form_key=form_key,
    )
    told = {"activity": material.activity, "material": material, "is_of_photo": True}
    _report, is_new = Report.objects.get_or_create(submission=item, defaults=told)
    public = Material.objects.public().filter(pk=material.pk, kind=MaterialKind.PHOTO)
    # The same form once more must not take down what an editor has put back since.
    if is_new and public.update(reported_at=timezone.now()):
        PublicRevision.bump()
    return item


@transaction.atomic
def put_back(report: Report, *, seen: int, editor: User) -> AuditEntry:
    """Show the photo again. Raises `NotAllowed` when it is gone, or `StaleSubmission`."""
    material = _reported(report)
    claim(report.submission, seen=seen, sources=ANY_STATE, target=SubmissionState.DONE)
    Material.objects.filter(pk=material.pk).update(reported_at=None)
    PublicRevision.bump()
    return _told(report, Action.SHOW, editor, f"{material} teruggezet")


@transaction.atomic
def take_away(report: Report, *, seen: int, editor: User) -> AuditEntry:
    """Remove the photo with all its versions. Raises as `put_back` does."""
    material = _reported(report)
    claim(report.submission, seen=seen, sources=ANY_STATE, target=SubmissionState.DONE)
    remove(material)
    return _told(report, Action.HIDE, editor, f"{material} voorgoed weggehaald")


def _reported(report: Report) -> Material:
    material = report.material
    if material is None or material.reported_at is None:
        raise NotAllowed("Over deze foto is al beslist.")
    return material


def _told(report: Report, action: Action, editor: User, reason: str) -> AuditEntry:
    return record(
        action,
        submission=report.submission,
        activity=report.activity,
        editor=editor,
        reason=reason,
    )
