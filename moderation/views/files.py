"""Files and raw mail, for editors only; and what of them becomes public."""

from collections.abc import Callable
from pathlib import PurePath
from urllib.parse import quote

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from agenda.models import MaterialKind
from mail.models import InboundMessage
from moderation.access import EditorRequest, for_editors
from moderation.attempt import Attempt
from moderation.decision_forms import AttachmentForm, ConsentForm, SeenForm
from moderation.files import consent_place
from moderation.page import activities_of
from moderation.views.decisions import carry_out
from moderation.views.items import load
from submissions import services
from submissions.models import Attachment, AuditEntry, Consent, Submission, Verdict
from submissions.views.photos import small_photo

# Nothing in a sender's file may run, load anything, or be taken for something else.
SANDBOX = "sandbox; default-src 'none'"


@require_safe
@for_editors
def raw(request: EditorRequest, reference: str) -> HttpResponseBase:
    """The message byte for byte, as a text to keep."""
    item = load(reference)
    if item.message_id is None:
        raise Http404
    content = InboundMessage.objects.values_list("raw", flat=True).get(pk=item.message_id)
    response = HttpResponse(bytes(content), content_type="text/plain; charset=utf-8")
    return _as_download(response, f"{item.reference}.eml.txt")


@require_safe
@for_editors
def download(request: EditorRequest, reference: str, pk: int) -> HttpResponseBase:
    attachment = _attachment(load(reference), pk)
    if attachment.verdict == Verdict.QUARANTINE or not attachment.file:
        raise Http404
    try:
        content = attachment.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    photo = attachment.kind == MaterialKind.PHOTO
    content_type = attachment.content_type or "application/octet-stream"
    response = FileResponse(content, content_type=content_type)
    response.headers["Content-Length"] = str(attachment.file.size)
    name = attachment.name or "bijlage"
    return _as_download(response, f"{PurePath(name).stem}.jpg" if photo else name)


@require_safe
@for_editors
def small(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    """A photo as the page shows it."""
    return small_photo(get_object_or_404(load(reference).attachments.photos(), pk=pk))


@require_POST
@for_editors
def consent(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    item = load(reference)
    attachment = _attachment(item, pk)
    place = consent_place(attachment)
    form = ConsentForm(data=request.POST, prefix=place)

    def deed() -> None:
        told = form.cleaned_data
        services.record_consent(
            attachment,
            seen=told["seen"],
            editor=request.user,
            consent=Consent(told["consent"]),
            reason=told["reason"],
        )

    attempt = Attempt(place, request.POST, (form,))
    return carry_out(request, item, attempt, deed, "De toestemming is vastgelegd.")


@require_POST
@for_editors
def publish(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    item = load(reference)
    attachment = _attachment(item, pk)
    activities = activities_of(item, list(item.proposals.all()))
    place = f"b{attachment.pk}"
    form = AttachmentForm(attachment, activities, data=request.POST, prefix=place)

    def deed() -> None:
        told = form.cleaned_data
        services.publish_attachment(
            attachment,
            seen=told["seen"],
            editor=request.user,
            activity=form.chosen,
            title=told["title"],
            alt=told.get("alt", ""),
            credit=told.get("credit", ""),
            in_toolbox=told["in_toolbox"],
        )

    attempt = Attempt(place, request.POST, (form,))
    return carry_out(request, item, attempt, deed, "De bijlage staat nu op de site.")


@require_POST
@for_editors
def keep(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    return _press(request, reference, pk, services.keep_private, "De bijlage blijft privé.")


@require_POST
@for_editors
def withdraw(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    said = "De bijlage staat niet meer op de site."
    return _press(request, reference, pk, services.withdraw_attachment, said)


def _press(
    request: EditorRequest, reference: str, pk: int, service: Callable[..., AuditEntry], said: str
) -> HttpResponse:
    """A button without fields."""
    item = load(reference)
    attachment = _attachment(item, pk)
    form = SeenForm(data=request.POST, prefix=f"b{attachment.pk}")

    def deed() -> None:
        service(attachment, seen=form.cleaned_data["seen"], editor=request.user)

    attempt = Attempt(f"b{attachment.pk}", request.POST, (form,))
    return carry_out(request, item, attempt, deed, said)


def _attachment(item: Submission, pk: int) -> Attachment:
    attachment = get_object_or_404(item.attachments.select_related("material"), pk=pk)
    attachment.submission = item
    return attachment


def _as_download(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
