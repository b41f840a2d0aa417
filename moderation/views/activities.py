"""What is in the agenda, also what visitors no longer see; and whether it stands."""

from collections import Counter

from django.contrib import messages
from django.db.models import Count, F, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from agenda.models import Activity, Edition, Status
from moderation.access import EditorRequest, for_editors
from moderation.asked import not_taken
from moderation.attempt import written_in
from moderation.decision_forms import MoveForm, StatusForm
from moderation.facets import Option
from moderation.forms import DeskForm
from moderation.history import lines_of
from moderation.paging import page_of
from moderation.standing import STEPS, steps_for
from moderation.versions import versions_of
from moderation.vocabulary import Vocabulary
from submissions import services
from submissions.errors import DomainError, StaleSubmission
from submissions.facts import Facts
from submissions.models import AuditEntry, Proposal, Submission
from submissions.services import submission_of
from submissions.services.activities import facts_of

PER_PAGE = 50


@require_safe
@for_editors
def activities(request: EditorRequest) -> HttpResponse:
    year, status = request.GET.get("editie", ""), request.GET.get("stand", "")
    rows = Activity.objects.order_by().values_list("edition__year", "status")
    counts = Counter({(str(y), s): n for y, s, n in rows.annotate(Count("pk"))})
    years = [str(one) for one in Edition.objects.order_by("-year").values_list("year", flat=True)]
    year = year if year in years else ""
    status = status if status in Status.values else ""

    def count(year: str, status: str) -> int:
        return sum(n for (y, s), n in counts.items() if year in ("", y) and status in ("", s))

    page = page_of(request.GET.get("pagina", ""), count(year, status), PER_PAGE)
    unknown = not_taken(request.GET, {"editie": year, "stand": status})
    context = {
        "unknown": unknown,
        "activities": _listed(year, status)[page.span],
        "page": page,
        "years": [Option(one, one, count(one, status), one == year) for one in years],
        "states": [
            Option(value, str(label), count(year, value), value == status)
            for value, label in Status.choices
        ],
        "earlier": _query(year, status, page.number - 1),
        "later": _query(year, status, page.number + 1),
    }
    code = 400 if unknown else 200
    return render(request, "moderation/activities.html", context, status=code)


@require_safe
@for_editors
def activity(request: EditorRequest, pk: int) -> HttpResponse:
    return show_activity(request, load_activity(pk))


@require_POST
@for_editors
def change(request: EditorRequest, pk: int) -> HttpResponse:
    shown = load_activity(pk)
    step = STEPS.get(request.POST.get("besluit", ""))
    if step is None:
        return show_activity(request, shown, message="Deze knop kennen we niet.", status=422)
    form = StatusForm(data=request.POST, prefix=step.name)
    if form.is_valid() and step.needs_reason and not form.cleaned_data["reason"]:
        form.refuse({"reason": "Geef een reden."})
    if not form.is_valid():
        return show_activity(
            request, shown, form=form, message="Dit ging nog niet door.", status=422
        )
    told = form.cleaned_data
    try:
        services.change_status(
            shown, step.action, seen=told["seen"], editor=request.user, reason=told["reason"]
        )
    except StaleSubmission as error:
        return show_activity(request, load_activity(pk), form=form, message=str(error), status=409)
    except DomainError as error:
        return show_activity(request, load_activity(pk), form=form, message=str(error), status=422)
    messages.success(request, step.said)
    return redirect("moderation:activity", pk)


def load_activity(pk: int) -> Activity:
    return get_object_or_404(Activity.objects.with_facts(), pk=pk)


def show_activity(
    request: EditorRequest,
    shown: Activity,
    *,
    form: DeskForm | None = None,
    message: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of an activity; a form that was refused keeps what was typed in it."""
    proposals = Proposal.objects.filter(activity=shown).select_related("submission")
    vocabulary = Vocabulary.load()
    history = lines_of(shown, vocabulary)
    entries = [line.entry for line in history]
    facts = facts_of(shown)
    item = submission_of(shown)
    context = {
        "activity": shown,
        "steps": steps_for(shown, form),
        "move_form": form if isinstance(form, MoveForm) else _move_form(facts),
        "moved": isinstance(form, MoveForm),
        "versions": [] if shown.is_hidden else versions_of(entries, facts, vocabulary),
        "undoable": _undoable(shown, item),
        "proposals": proposals.order_by("-submission__received_at"),
        "history": history,
        "meanwhile": history[:3] if status == 409 else [],
        "message": message,
        "written": written_in(form) if form else [],
        "status": status,
    }
    return render(request, "moderation/activity.html", context, status=status)


def _move_form(facts: Facts) -> MoveForm:
    names = ("first_day", "last_day", "start_time", "end_time")
    return MoveForm(initial={name: getattr(facts, name) for name in names}, prefix="verplaats")


def _undoable(shown: Activity, item: Submission | None) -> AuditEntry | None:
    """What was just done to this activity; the item that it came from may have others."""
    entry = services.undoable(item) if item else None
    return entry if entry and entry.activity_id == shown.pk else None


def _listed(year: str, status: str) -> QuerySet[Activity]:
    found = Activity.objects.select_related("edition", "kind").prefetch_related(
        "proposals__submission"
    )
    if year:
        found = found.filter(edition__year=int(year))
    if status:
        found = found.filter(status=status)
    by_day = F("first_day").asc(nulls_last=True)
    return found.order_by("-edition__year", by_day, "start_time", "title", "pk")


def _query(year: str, status: str, page: int) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in (("editie", year), ("stand", status)) if value})
    query["pagina"] = str(page)
    return query.urlencode()
