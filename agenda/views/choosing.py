"""What the pages of a selection share: reading it from the address, and refusing it in words."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from agenda.filters import FilterForm
from agenda.models import Edition
from agenda.publication import View, fresh
from agenda.selection import PARAMETERS, BadSelection, Problem, Selection
from agenda.tally import tally
from agenda.when import AMSTERDAM

FILTERS = frozenset(PARAMETERS) - {"pagina"}
# The ways to look at a selection: name of the address, what the visitor reads.
VIEWS = (
    ("agenda", "Lijst"),
    ("week", "Week"),
    ("map", "Kaart"),
    ("changes", "Nieuw"),
    ("programme", "PDF"),
)
SelectionView = Callable[[HttpRequest, Selection], HttpResponse]


def of_choice(view: SelectionView) -> View:
    """A page of what the query string selects; what it cannot mean is refused with a way on."""

    @fresh(parameters=FILTERS)
    @wraps(view)
    def answer(request: HttpRequest, year: int) -> HttpResponse:
        edition = get_object_or_404(Edition, year=year)
        try:
            selection = Selection.parse(request.GET, edition)
        except BadSelection as error:
            return refused(request, error.selection, error.problems, 400)
        return view(request, selection)

    return answer


def refused(
    request: HttpRequest, selection: Selection, problems: Sequence[Problem], status: int
) -> HttpResponse:
    """With the search form, so that a typing error can be mended where it is told."""
    form = FilterForm.of(selection, tally(selection.edition))
    mistyped = [problem.value for problem in problems if problem.parameter == "bij"]
    context = {
        "edition": selection.edition,
        "problems": problems[:5],
        "query": selection.query_string(),
        "form": replace(form, near=mistyped[0]) if mistyped else form,
        "here": reverse("agenda:agenda", args=[selection.edition.year]),
    }
    return render(request, "agenda/bad_selection.html", context, status=status)


def choosing(selection: Selection, here: str) -> dict[str, Any]:
    """What the head of a page of a selection shows: its filters, chips and other views."""
    query = selection.query_string()
    counted = tally(selection.edition)
    return {
        "edition": selection.edition,
        "selection": selection,
        "tally": counted,
        "query": query,
        "form": FilterForm.of(selection, counted),
        "here": reverse(f"agenda:{here}", args=[selection.edition.year]),
        "count": counted.count(selection),
        "is_bare": not counted.count(Selection(selection.edition)),
        "is_open": selection.edition.is_open(timezone.localdate(timezone=AMSTERDAM)),
        "views": [
            (label, with_query(reverse(f"agenda:{name}", args=[selection.edition.year]), query),
             name == here)
            for name, label in VIEWS
        ],
    }  # fmt: skip


def with_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
