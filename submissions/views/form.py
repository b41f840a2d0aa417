"""The form to tell of an activity."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods

from agenda.coding import IDENTITY, best_coding, encode
from agenda.likeness import Found
from agenda.models import Edition
from submissions import links
from submissions.forms.base import Fault
from submissions.forms.materials import Materials
from submissions.forms.submit import SubmitForm
from submissions.likely import like
from submissions.models import Channel, Submission, SubmissionKind
from submissions.services import Draft, Sender, submit
from submissions.starting import activity_to_copy, copy_of
from submissions.views.guard import FLOOD_WINDOW, Ticket, is_flood, visitor_form

PURPOSE = "new"
COPIED = (
    "We namen over wat er over ‘{}’ ({}) op de site staat. Kijk alles na en vul in wat nieuw is, "
    "zoals de datum en je eigen gegevens."
)
NOT_THERE = "Die activiteit vinden we niet. Je kunt het formulier gewoon invullen."
STALE = "Het formulier stond lang open. Kijk het na en verstuur het nog een keer."
FLOODED = (
    "Vanaf jouw internetverbinding kwamen net erg veel formulieren. Wacht tien minuten en verstuur "
    "het dan opnieuw. Wat je typte, staat er nog."
)


@visitor_form
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    edition = open_edition()
    if edition is not None and request.method == "POST":
        return _received(request, edition)
    if not (wanted := request.GET.get("kopie", "")):
        return show_new(request)
    earlier = activity_to_copy(wanted)
    if earlier is None:
        return show_new(request, notice=NOT_THERE)
    notice = COPIED.format(earlier.title, earlier.edition.year)
    return show_new(request, initial=copy_of(earlier), notice=notice)


def show_new(
    request: HttpRequest, *, initial: Mapping[str, Any] | None = None, notice: str = ""
) -> HttpResponse:
    """An empty form, or one that begins with something; or that none can be sent now."""
    edition = open_edition()
    if edition is None:
        return _closed(request)
    ticket = Ticket.new(PURPOSE)
    form = SubmitForm(edition=edition, initial=initial)
    return _page(request, ticket, form, Materials(ticket.key), edition, notice=notice)


def open_edition() -> Edition | None:
    """The first of the editions that take submissions today."""
    return Edition.objects.open_on(timezone.localdate()).order_by("first").first()


def _received(request: HttpRequest, edition: Edition) -> HttpResponse:
    ticket = Ticket.read(request.POST.get("ticket", ""), PURPOSE)
    earlier = Submission.objects.filter(form_key=ticket.key).first()
    if earlier is not None:
        return _sent(earlier, again=True)
    step = request.POST.get("action", "send")
    flood = is_flood(request, "form")
    quiet = flood or step != "send"
    form = SubmitForm(request.POST, edition=edition, quiet=quiet)
    materials = Materials(ticket.key, request.POST, quiet=quiet)
    if flood:
        response = _page(request, ticket, form, materials, edition, [Fault("", "", FLOODED)], 429)
        response["Retry-After"] = str(FLOOD_WINDOW)
        return response
    materials.take(request.FILES)
    if quiet:
        materials.remove(step.removeprefix("remove-"))
        status = 422 if materials.refused else 200
        return _page(request, ticket, form, materials, edition, [], status)
    valid = form.is_valid() & materials.is_valid()
    if not (valid and ticket.fresh):
        faults = [] if ticket.fresh else [Fault("", "", STALE)]
        return _page(request, ticket, form, materials, edition, faults, 422)
    found = like(form.facts(), edition)
    if {one.activity.get_absolute_url() for one in found} - set(request.POST.getlist("looked")):
        return _page(request, ticket, form, materials, edition, likely=found)
    return _sent(_store(ticket, form, materials, edition))


def _store(ticket: Ticket, form: SubmitForm, materials: Materials, edition: Edition) -> Submission:
    facts = form.facts()
    if facts.first_day:
        edition = Edition.objects.nearest(facts.first_day) or edition
    submission = submit(
        kind=SubmissionKind.SUBMISSION,
        channel=Channel.FORM,
        sender=Sender(facts.contact_name, facts.contact_email),
        subject=facts.title,
        text=form.cleaned_data["remarks"],
        edition=edition,
        drafts=[Draft(facts)],
        attachments=materials.attachments(),
        form_key=ticket.key,
    )
    materials.done()
    return submission


def _sent(submission: Submission, *, again: bool = False) -> HttpResponse:
    response = redirect("submissions:sent", links.token(submission))
    if again:
        response["Location"] += "?opnieuw=ja"
    return response


def _page(
    request: HttpRequest,
    ticket: Ticket,
    form: SubmitForm,
    materials: Materials,
    edition: Edition,
    faults: Sequence[Fault] = (),
    status: int = 200,
    *,
    notice: str = "",
    likely: Sequence[Found] = (),
) -> HttpResponse:
    """With `likely` nothing was stored yet: they must be looked at first."""
    context = {
        "notice": notice,
        "likely": likely,
        "ticket": ticket.value,
        "form": form,
        "materials": materials,
        "edition": edition,
        "faults": [*faults, *form.faults(), *materials.faults()],
        "intake_address": settings.INTAKE_ADDRESS,
    }
    response = render(request, "submissions/form.html", context, status=status)
    # Not `no-store`: with that a browser forgets what was typed when one goes back.
    response["Cache-Control"] = "private, no-cache"
    coding = best_coding(request.headers.get("Accept-Encoding", ""))
    if coding != IDENTITY:
        # Nothing secret stands in it beside what a stranger could choose (BREACH): the ticket is
        # another each time.
        response.content = encode(response.content, coding)
        response["Content-Encoding"] = coding
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _closed(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    later = Edition.objects.filter(submissions_from__gt=today).order_by("submissions_from").first()
    context = {"later": later, "intake_address": settings.INTAKE_ADDRESS}
    status = 409 if request.method == "POST" else 200
    return render(request, "submissions/closed.html", context, status=status)
