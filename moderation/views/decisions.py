"""Deciding: one POST each, bound to the version that was on the screen."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from moderation.access import EditorRequest, for_editors
from moderation.attempt import Attempt
from moderation.cards import where
from moderation.decisions import ABOUT_ITEM, ABOUT_PROPOSAL, Case
from moderation.forms import DeskForm, FactsForm
from moderation.ready import FIELDS
from moderation.views.items import load, show
from moderation.vocabulary import Vocabulary
from submissions.errors import DomainError, Incomplete, StaleSubmission
from submissions.models import Proposal, Purpose, ReadyAnswer, Submission
from submissions.ready import edition_for, fill, values_of

UNKNOWN = "Deze knop kennen we niet. Probeer het opnieuw."


@require_POST
@for_editors
def decide_item(request: EditorRequest, reference: str) -> HttpResponse:
    item = load(reference)
    name, _, choice = request.POST.get("besluit", "").partition(" ")
    if name == "antwoord":
        return put_in(request, item, choice, next(iter(item.proposals.all()), None))
    decision = ABOUT_ITEM.get(name)
    if decision is None:
        return show(request, item, Attempt(message=UNKNOWN))
    form = decision.form(data=request.POST, prefix=decision.place)
    attempt = Attempt(decision.place, request.POST, (form,))
    case = Case(request.user, item, form)
    return carry_out(request, item, attempt, lambda: decision.deed(case), decision.said)


@require_POST
@for_editors
def decide_proposal(request: EditorRequest, reference: str, pk: int) -> HttpResponse:
    item = load(reference)
    proposal = get_object_or_404(
        Proposal.objects.select_related("activity"), submission=item, pk=pk
    )
    name, _, choice = request.POST.get("besluit", "").partition(" ")
    if name == "antwoord":
        return put_in(request, item, choice, proposal, where(proposal))
    decision = ABOUT_PROPOSAL.get(name)
    place = where(proposal)
    if decision is None:
        return show(request, item, Attempt(place, request.POST, message=UNKNOWN))
    form = decision.form(data=request.POST, prefix=place)
    facts = FactsForm(Vocabulary.load(), data=request.POST, prefix=place)
    used = (form, facts) if decision.with_facts else (form,)
    case = Case(request.user, item, form, proposal, facts, choice)
    attempt = Attempt(place, request.POST, used)
    return carry_out(request, item, attempt, lambda: decision.deed(case), decision.said)


_PLACES = {Purpose.QUESTION: "vraag", Purpose.DONE: "klaar"}


def put_in(
    request: EditorRequest, item: Submission, code: str, proposal: Proposal | None, place: str = ""
) -> HttpResponse:
    """A ready answer into its field, after what was typed there; nothing is decided or stored."""
    row = ReadyAnswer.objects.filter(pk=code).first() if code.isdecimal() else None
    if row is None:
        return show(request, item, Attempt(place, request.POST, message=UNKNOWN))
    purpose = Purpose(row.purpose)
    place = place or _PLACES.get(purpose, "")
    name = f"{place}-{FIELDS[purpose]}"
    data = request.POST.copy()
    typed = (data.get(name) or "").strip()
    text = fill(row.text, values_of(item, proposal, request.user, edition_for(item)))
    data[name] = f"{typed}\n\n{text}" if typed else text
    return show(request, item, Attempt(place, data, opened=purpose, status=200))


def carry_out(
    request: EditorRequest,
    item: Submission,
    attempt: Attempt,
    deed: Callable[[], object],
    said: str,
) -> HttpResponse:
    """Do it and go back to the item; otherwise show the page again with all that was typed."""
    valid = [form.is_valid() for form in attempt.forms]  # all of them: each shows its faults
    if not all(valid):
        attempt.message = "Dit ging nog niet door. Kijk bij de velden wat er mist."
        return show(request, item, attempt)
    try:
        deed()
    except StaleSubmission as error:
        attempt.message, attempt.status = str(error), 409
        attempt.seen = attempt.forms[0].cleaned_data["seen"]
        return show(request, load(item.reference), attempt)
    except Incomplete as error:
        _place(error, attempt.forms)
        attempt.message = "Dit ging nog niet door. Kijk bij de velden wat er mist."
        return show(request, load(item.reference), attempt)
    except DomainError as error:
        attempt.message = str(error)
        return show(request, load(item.reference), attempt)
    messages.success(request, said)
    return redirect(item)


def _place(error: Incomplete, forms: tuple[DeskForm, ...]) -> None:
    """At the form that has the field; what has none stands above the last one."""
    for name, message in error.fields.items():
        form = next((form for form in forms if name in form.fields), forms[-1])
        form.refuse({name: message})
