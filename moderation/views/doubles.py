"""Likely doubles: the list, two of them side by side, and what an editor says of them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agenda.models import Activity
from moderation.access import EditorRequest, for_editors
from moderation.decision_forms import PairForm, SeenForm, TargetForm
from moderation.doubles import PER_PAGE, Pair, Side, with_sides
from moderation.paging import page_of
from moderation.vocabulary import Vocabulary
from submissions import services
from submissions.errors import DomainError, NotAllowed, StaleSubmission
from submissions.models import Double, Proposal
from submissions.services.doubles import pair_of
from submissions.services.target import point_at

UNKNOWN = "Deze knop kennen we niet. Probeer het opnieuw."
SETTLED = "Hierover is intussen al besloten."


@require_safe
@for_editors
def doubles(request: EditorRequest) -> HttpResponse:
    found = Double.objects.open()
    page = page_of(request.GET.get("pagina", ""), found.count(), PER_PAGE)
    context = {
        "pairs": [Pair(double) for double in with_sides(found)[page.span]],
        "page": page,
        "earlier": f"pagina={page.number - 1}",
        "later": f"pagina={page.number + 1}",
    }
    return render(request, "moderation/doubles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def double(request: EditorRequest, pk: int) -> HttpResponse:
    pair = _load(pk)
    if request.method != "POST":
        return _show(request, pair)
    form = PairForm(data=request.POST)
    deed = DEEDS.get(request.POST.get("besluit", ""))
    if deed is None or not form.is_valid():
        return _show(request, pair, message=UNKNOWN, status=422)
    try:
        said = _carry_out(request, pair, form, deed)
    except StaleSubmission as error:
        return _show(request, _load(pk), message=str(error), status=409)
    except DomainError as error:
        return _show(request, _load(pk), message=str(error), status=422)
    messages.success(request, said)
    return redirect("moderation:doubles")


def _load(pk: int) -> Pair:
    return Pair(get_object_or_404(with_sides(Double.objects.all()), pk=pk))


def _show(
    request: EditorRequest, pair: Pair, *, message: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "pair": pair,
        "rows": list(pair.rows(Vocabulary.load())),
        "message": message,
        "status": status,
    }
    return render(request, "moderation/double.html", context, status=status)


Deed = Callable[[EditorRequest, Pair, PairForm], str]


def _carry_out(request: EditorRequest, pair: Pair, form: PairForm, deed: Deed) -> str:
    """Bound to what of both was on the screen."""
    if not pair.double.is_open:
        raise NotAllowed(SETTLED)
    for side, name in ((pair.left, "left"), (pair.right, "right")):
        if side.seen != form.cleaned_data[name]:
            raise StaleSubmission(
                f"‘{side.title}’ is intussen veranderd. Bekijk wat er nu staat en beslis opnieuw."
            )
    return deed(request, pair, form)


def _keep_left(request: EditorRequest, pair: Pair, form: PairForm) -> str:
    if not pair.may_keep_left:
        raise NotAllowed("Wat in de agenda staat, blijft staan. Kies die.")
    return _merge(request, pair.right, pair.left, form)


def _keep_right(request: EditorRequest, pair: Pair, form: PairForm) -> str:
    return _merge(request, pair.left, pair.right, form)


def _merge(request: EditorRequest, loser: Side, stays: Side, form: PairForm) -> str:
    if isinstance(loser.of, Proposal):
        services.merge(
            loser.of.submission, loser.of, seen=loser.seen, editor=request.user, into=stays.of
        )
        return f"Samengevoegd. ‘{stays.title}’ blijft; de afzender van de andere krijgt een mail."
    assert isinstance(stays.of, Activity)
    services.merge_activities(
        loser.of,
        stays.of,
        seen=loser.seen,
        seen_into=stays.seen,
        editor=request.user,
        fill=form.cleaned_data["fill"],
    )
    return f"Samengevoegd. ‘{stays.title}’ blijft; het adres van de andere verwijst ernaar."


def _keep_both(request: EditorRequest, pair: Pair, form: PairForm) -> str:
    if not services.dismiss(pair.double, editor=request.user):
        raise NotAllowed(SETTLED)
    return "Genoteerd: dit zijn er twee. Ze komen hier niet meer terug."


def _make_change(request: EditorRequest, pair: Pair, form: PairForm) -> str:
    proposal, activity = pair.left.of, pair.right.of
    if not isinstance(proposal, Proposal) or not isinstance(activity, Activity):
        raise NotAllowed("Dat kan alleen met iets dat al in de agenda staat.")
    item = proposal.submission
    point_at(item, proposal, seen=pair.left.seen, editor=request.user, activity=activity)
    return f"{item.reference} wacht nu als wijziging van ‘{activity}’. Beslis daar per veld."


DEEDS: dict[str, Deed] = {
    "links": _keep_left,
    "rechts": _keep_right,
    "twee": _keep_both,
    "wijziging": _make_change,
}


@require_POST
@for_editors
def point_out(request: EditorRequest, pk: int) -> HttpResponse:
    """An editor saw that two activities are one where the machine did not."""
    activity = get_object_or_404(Activity, pk=pk)
    form = TargetForm(data=request.POST)
    if not form.is_valid() or form.cleaned_data["into"] == activity:
        faults = form.errors.get("into") or ["Kies een andere activiteit dan deze."]
        messages.error(request, str(faults[0]))
        return redirect("moderation:activity", pk)
    found = pair_of(activity, form.cleaned_data["into"])
    return redirect("moderation:double", found.pk)


@require_POST
@for_editors
def separate(request: EditorRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity, pk=pk)
    form = SeenForm(data=request.POST)
    if not form.is_valid():
        messages.error(request, UNKNOWN)
        return redirect("moderation:activity", pk)
    try:
        services.separate(activity, seen=form.cleaned_data["seen"], editor=request.user)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Het zijn er weer twee. De activiteit staat weer in de agenda.")
    return redirect("moderation:activity", pk)
