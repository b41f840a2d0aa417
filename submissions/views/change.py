"""Correct an own item, and add material to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from submissions import links
from submissions.errors import DomainError, Incomplete, StaleSubmission
from submissions.forms.base import Fault
from submissions.forms.facts import FactsForm
from submissions.forms.materials import Materials
from submissions.forms.own import MaterialForm
from submissions.models import Proposal, Submission
from submissions.services import add_material, correct_own, propose_change
from submissions.telling import current_facts, may_correct
from submissions.views.form import STALE
from submissions.views.guard import Ticket
from submissions.views.own import back, item_page, own_page

CHANGED = (
    "De redactie heeft intussen ook iets aangepast. Hieronder staat wat jij invulde. Klopt het "
    "nog? Verstuur het dan nog een keer."
)
DECIDED = "Dit kun je niet meer aanpassen: er is al over besloten."


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, submission: Submission, position: int) -> HttpResponse:
    proposal = get_object_or_404(
        submission.proposals.select_related("activity__edition", "activity__kind"),
        position=position,
    )
    if not may_correct(submission, proposal):
        return item_page(request, submission, problem=DECIDED, status=409)
    purpose = f"correct-{submission.reference}-{position}"
    form = FactsForm(
        request.POST if request.method == "POST" else None,
        initial=FactsForm.initial_of(current_facts(proposal)),
        edition=submission.edition,
    )
    if request.method != "POST":
        return _correct_page(request, submission, proposal, form, Ticket.new(purpose))
    ticket = Ticket.read(request.POST.get("ticket", ""), purpose)
    faults, status = [], 422
    if form.is_valid() and ticket.fresh:
        try:
            return _corrected(request, submission, proposal, form, ticket)
        except StaleSubmission:
            faults, status = [Fault("", "", CHANGED)], 409
            submission.refresh_from_db()
        except DomainError as problem:
            faults, status = [Fault("", "", _said(problem))], 409
    elif not ticket.fresh:
        faults = [Fault("", "", STALE)]
    return _correct_page(request, submission, proposal, form, ticket, faults, status)


def _corrected(
    request: HttpRequest,
    submission: Submission,
    proposal: Proposal,
    form: FactsForm,
    ticket: Ticket,
) -> HttpResponse:
    if not proposal.is_pending:
        propose_change(submission, proposal, facts=form.facts(), form_key=ticket.key)
        return back(submission, "voorgesteld")
    seen = request.POST.get("seen", "")
    number = int(seen[:9]) if seen.isdecimal() else 0
    correct_own(submission, proposal, seen=number, facts=form.facts())
    return back(submission, "aangepast")


def _said(problem: DomainError) -> str:
    return " ".join(problem.fields.values()) if isinstance(problem, Incomplete) else str(problem)


def _correct_page(
    request: HttpRequest,
    submission: Submission,
    proposal: Proposal,
    form: FactsForm,
    ticket: Ticket,
    faults: list[Fault] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "submission": submission,
        "proposal": proposal,
        "token": links.token(submission),
        "ticket": ticket.value,
        "form": form,
        "faults": [*(faults or ()), *form.faults()],
    }
    return render(request, "submissions/correct.html", context, status=status)


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
def material(request: HttpRequest, submission: Submission) -> HttpResponse:
    purpose = f"material-{submission.reference}"
    if request.method != "POST":
        ticket = Ticket.new(purpose)
        return _material_page(request, submission, ticket, MaterialForm(), Materials(ticket.key))
    ticket = Ticket.read(request.POST.get("ticket", ""), purpose)
    if Submission.objects.filter(form_key=ticket.key).exists():
        return back(submission, "materiaal")
    step = request.POST.get("action", "send")
    quiet = step != "send"
    form = MaterialForm(request.POST, quiet=quiet)
    materials = Materials(ticket.key, request.POST, quiet=quiet)
    materials.take(request.FILES)
    faults, status = [], 422
    if quiet:
        materials.remove(step.removeprefix("remove-"))
        status = 422 if materials.refused else 200
    elif not ticket.fresh:
        faults = [Fault("", "", STALE)]
    elif form.is_valid() & materials.is_valid():
        try:
            add_material(
                submission,
                attachments=materials.attachments(),
                text=form.cleaned_data["text"],
                form_key=ticket.key,
            )
        except DomainError as problem:
            faults = [Fault("id_photos", "", _said(problem))]
        else:
            materials.done()
            return back(submission, "materiaal")
    return _material_page(request, submission, ticket, form, materials, faults, status)


def _material_page(
    request: HttpRequest,
    submission: Submission,
    ticket: Ticket,
    form: MaterialForm,
    materials: Materials,
    faults: list[Fault] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "submission": submission,
        "token": links.token(submission),
        "ticket": ticket.value,
        "form": form,
        "materials": materials,
        "faults": [*(faults or ()), *form.faults(), *materials.faults()],
    }
    return render(request, "submissions/material.html", context, status=status)
