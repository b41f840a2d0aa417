"""The photos of a mail on its sender’s own page: seen small, and asked whether they may show."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from submissions import files
from submissions.errors import DomainError
from submissions.forms.own import ConsentForm
from submissions.models import Attachment, Consent, Submission
from submissions.services.consent import confirm_consent
from submissions.views.own import back, item_page, own_page


@own_page
@require_safe
def small(request: HttpRequest, submission: Submission, pk: int) -> HttpResponse:
    return small_photo(_photo(submission, pk))


def small_photo(attachment: Attachment) -> HttpResponse:
    """A rendition of the clean photo; of what is set apart there is none."""
    from agenda.images import PhotoProblem, thumbnail  # Pillow: for photos only

    try:
        content = thumbnail(files.read(attachment.file.name or ""))
    except (PhotoProblem, OSError) as error:
        raise Http404 from error
    response = HttpResponse(content, content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@own_page
@require_POST
def consent(request: HttpRequest, submission: Submission, pk: int) -> HttpResponse:
    attachment = _photo(submission, pk)
    form = ConsentForm(attachment, request.POST)
    if not form.is_valid():
        return item_page(request, submission, unsure=form, status=422)
    told = form.cleaned_data
    try:
        confirm_consent(
            submission,
            attachment,
            consent=Consent(told["consent"]),
            description=told["description"],
            credit=told["credit"],
        )
    except DomainError as problem:
        return item_page(request, submission, problem=str(problem), status=409)
    return back(submission, "toestemming")


def _photo(submission: Submission, pk: int) -> Attachment:
    return get_object_or_404(submission.attachments.photos(), pk=pk)
