"""“Meld een fout” and “meld deze foto”: visitors' forms without an account, session or cookie."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from agenda.models import Activity, Material, MaterialKind
from submissions.forms.base import Fault, TellingForm
from submissions.forms.report import MistakeForm, PhotoForm
from submissions.services import report_mistake, report_photo
from submissions.services.values import Sender
from submissions.views.guard import Ticket, flooded, is_flood, visitor_form

EXPIRED = "Dit formulier stond te lang open. Verstuur het nog een keer."


@visitor_form
@require_http_methods(["GET", "HEAD", "POST"])
def mistake(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = Activity.objects.public().select_related("edition")
    activity = get_object_or_404(found, public_id=public_id)

    def deed(told: dict[str, Any], key: UUID) -> None:
        sender = Sender("", told["email"])
        report_mistake(activity, text=told["text"], sender=sender, form_key=key)

    context = {"activity": activity, "back": activity.get_absolute_url()}
    return _answered(request, MistakeForm, "mistake", context, deed)


@visitor_form
@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = Material.objects.public().filter(kind=MaterialKind.PHOTO)
    material = found.select_related("activity__edition").filter(public_id=public_id).first()
    if material is None:
        # Also for who reports it a second time: it is gone, and that is what was asked.
        return render(request, "submissions/report_photo_gone.html", status=410)

    def deed(told: dict[str, Any], key: UUID) -> None:
        sender = Sender("", told["email"])
        report_photo(material, text=told["text"], sender=sender, form_key=key)

    back = material.activity.get_absolute_url() if material.activity else "/toolbox/"
    context = {"material": material, "address": material.file.url, "back": back}
    return _answered(request, PhotoForm, "photo", context, deed)


def _answered(
    request: HttpRequest,
    kind: type[TellingForm],
    name: str,
    context: dict[str, Any],
    deed: Callable[[dict[str, Any], UUID], None],
) -> HttpResponse:
    """The form, what is wrong with it, or thanks."""
    template = f"submissions/report_{name}.html"
    status = 200
    faults: list[Fault] = []
    form = kind(request.POST if request.method == "POST" else None)
    ticket = Ticket.new(f"report-{name}")
    if request.method == "POST":
        if is_flood(request, "report"):
            return flooded(request)
        ticket = Ticket.read(request.POST.get("ticket", ""), f"report-{name}")
        if form.is_valid() and ticket.fresh:
            deed(form.cleaned_data, ticket.key)
            return _unkept(render(request, template, context | {"is_sent": True}))
        stale = [] if ticket.fresh else [Fault("", "", EXPIRED)]
        status, faults = 422, [*stale, *form.faults()]
    context |= {"form": form, "faults": faults, "ticket": ticket.value}
    return _unkept(render(request, template, context, status=status))


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
