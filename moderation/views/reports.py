"""A photo that a visitor reported: to look at, and to put back or remove for good."""

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from moderation.access import EditorRequest, for_editors
from moderation.attempt import Attempt
from moderation.decision_forms import SeenForm
from moderation.views.decisions import UNKNOWN, carry_out
from moderation.views.items import load, show
from submissions import services
from submissions.models import Report, Submission

DEEDS = {
    "terug": (services.put_back, "De foto staat weer op de site."),
    "weg": (services.take_away, "De foto is voorgoed weggehaald."),
}


@require_safe
@for_editors
def photo(request: EditorRequest, reference: str) -> HttpResponseBase:
    """Nobody else can see it any more."""
    material = _report(load(reference)).material
    if material is None or not material.file:
        raise Http404
    try:
        opened = material.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(opened, content_type=material.content_type or "image/jpeg")
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_POST
@for_editors
def decide(request: EditorRequest, reference: str) -> HttpResponse:
    item = load(reference)
    report = _report(item)
    choice = DEEDS.get(request.POST.get("besluit", ""))
    if choice is None:
        return show(request, item, Attempt(message=UNKNOWN))
    deed, said = choice
    form = SeenForm(data=request.POST, prefix="melding")
    attempt = Attempt("melding", request.POST, (form,))

    def act() -> None:
        deed(report, seen=form.cleaned_data["seen"], editor=request.user)

    return carry_out(request, item, attempt, act, said)


def _report(item: Submission) -> Report:
    found = Report.objects.select_related("material", "activity").filter(submission=item).first()
    if found is None:
        raise Http404
    found.submission = item
    return found
