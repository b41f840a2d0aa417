"""Moving a published activity, and putting an older version back."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agenda.models import Activity
from moderation.access import EditorRequest, for_editors
from moderation.decision_forms import MoveForm, RevertForm
from moderation.forms import DeskForm
from moderation.versions import versions_of
from moderation.views.activities import load_activity, show_activity
from moderation.vocabulary import Vocabulary
from submissions import services
from submissions.errors import DomainError, Incomplete, StaleSubmission
from submissions.facts import Facts
from submissions.services.activities import facts_of
from submissions.states import Action


@require_POST
@for_editors
def move(request: EditorRequest, pk: int) -> HttpResponse:
    shown = load_activity(pk)
    form = MoveForm(data=request.POST, prefix="verplaats")
    if not form.is_valid():
        return _refused(request, shown, form)
    facts = replace(facts_of(shown), **form.when)
    return _amend(request, shown, form, facts, Action.MOVE, "De activiteit is verplaatst.")


@require_POST
@for_editors
def revert(request: EditorRequest, pk: int) -> HttpResponse:
    shown = load_activity(pk)
    form = RevertForm(data=request.POST, prefix="versie")
    if not form.is_valid():
        return _refused(request, shown, form)
    history = list(shown.history.all())
    versions = versions_of(history, facts_of(shown), Vocabulary.load())
    wanted = next((one for one in versions if one.code == form.cleaned_data["code"]), None)
    if wanted is None:
        return _refused(request, shown, form, "Deze versie staat er al, of is er niet meer.")
    said = "De oudere versie staat weer in de agenda."
    return _amend(request, shown, form, wanted.facts, Action.REVERT, said)


def _amend(
    request: EditorRequest,
    shown: Activity,
    form: MoveForm | RevertForm,
    facts: Facts,
    action: Action,
    said: str,
) -> HttpResponse:
    told = form.cleaned_data
    try:
        services.amend(
            shown,
            seen=told["seen"],
            editor=request.user,
            facts=facts,
            action=action,
            reason=told["reason"],
        )
    except Incomplete as error:
        form.refuse(error.fields)
        return _refused(request, shown, form)
    except StaleSubmission as error:
        return show_activity(
            request, load_activity(shown.pk), form=form, message=str(error), status=409
        )
    except DomainError as error:
        return _refused(request, shown, form, str(error))
    messages.success(request, said)
    return redirect("moderation:activity", shown.pk)


def _refused(
    request: EditorRequest, shown: Activity, form: DeskForm, message: str = ""
) -> HttpResponse:
    message = message or "Dit ging nog niet door. Kijk bij de velden wat er mist."
    return show_activity(request, load_activity(shown.pk), form=form, message=message, status=422)
