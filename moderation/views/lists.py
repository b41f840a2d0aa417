"""What is done with a choice of items: decide together, save the choice, take it along."""

from collections.abc import Callable, Iterable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moderation.access import EditorRequest, for_editors
from moderation.bulk import BULKS, Ask, Bulk, Chosen, carry_out, chosen_of, preview
from moderation.forms import DeskForm
from moderation.queue import Filters
from moderation.table import XLSX, as_csv, as_xlsx
from submissions.forms.fields import OneLine, Paragraphs
from submissions.models import SavedFilter, Submission
from submissions.services import saved_filters

Write = Callable[[Iterable[Submission]], bytes]


class WordsForm(DeskForm):
    """The reason or the note that goes to every sender."""

    words = Paragraphs("Bericht aan de afzenders", rows=3, max_length=2000)

    def __init__(self, bulk: Bulk, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.bulk = bulk
        if not bulk.words:
            del self.fields["words"]
            return
        self.fields["words"].label = bulk.words
        self.fields["words"].required = bulk.needs_words
        self.fields["words"].error_messages["required"] = "Geef een reden: de afzenders lezen die."

    @property
    def said(self) -> str:
        return str(self.cleaned_data.get("words", ""))


class FilterForm(DeskForm):
    name = OneLine("Naam", max_length=60, needed="Geef het filter een naam.")
    is_shared = forms.BooleanField(label="Voor de hele redactie", required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def together(request: EditorRequest) -> HttpResponse:
    """GET shows what would happen to each item, POST does it and tells of each what happened."""
    asked = request.POST if request.method == "POST" else request.GET
    chosen = chosen_of(asked.getlist("kies"))
    bulk = BULKS.get(asked.get("besluit", ""))
    if bulk is None or not chosen:
        messages.error(request, "Vink eerst inzendingen aan en kies wat ermee moet gebeuren.")
        return redirect("moderation:queue")
    if request.method != "POST":
        return _previewed(request, bulk, chosen, WordsForm(bulk))
    form = WordsForm(bulk, request.POST)
    if not form.is_valid():
        return _previewed(request, bulk, chosen, form, status=422)
    outcomes = list(carry_out(bulk, chosen, Ask(request.user, form.said)))
    context = {"bulk": bulk, "outcomes": outcomes, "done": sum(not o.problem for o in outcomes)}
    return render(request, "moderation/together_done.html", context)


def _previewed(
    request: EditorRequest,
    bulk: Bulk,
    chosen: list[Chosen],
    form: WordsForm,
    *,
    status: int = 200,
) -> HttpResponse:
    outcomes = preview(bulk, chosen)
    context = {
        "bulk": bulk,
        "name": next(name for name, one in BULKS.items() if one is bulk),
        "outcomes": outcomes,
        "able": [one for one in outcomes if not one.problem],
        "form": form,
        "faults": list(form.faults()) if form.is_bound else [],
    }
    return render(request, "moderation/together.html", context, status=status)


@require_safe
@for_editors
def csv_table(request: EditorRequest) -> HttpResponse:
    return _table(request, as_csv, "text/csv; charset=utf-8", "csv")


@require_safe
@for_editors
def xlsx_table(request: EditorRequest) -> HttpResponse:
    return _table(request, as_xlsx, XLSX, "xlsx")


def _table(request: EditorRequest, write: Write, content_type: str, ending: str) -> HttpResponse:
    """All items of the choice, in the order of the list; with contact data, so for editors only."""
    items = Filters.parse(request.GET).listed().defer("text", "search_text")
    response = HttpResponse(write(items.iterator(chunk_size=500)), content_type=content_type)
    name = f"inzendingen-{timezone.localdate().isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@for_editors
def save_filter(request: EditorRequest) -> HttpResponse:
    query = Filters.parse(QueryDict(request.POST.get("keuze", "")[:500])).query_string()
    form = FilterForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Geef het filter een naam van hoogstens 60 tekens.")
    else:
        told = form.cleaned_data
        saved_filters.save(
            request.user, name=told["name"], query=query, is_shared=told["is_shared"]
        )
        messages.success(request, f"Bewaard als ‘{told['name']}’.")
    return _back_to(query)


@require_POST
@for_editors
def delete_filter(request: EditorRequest, pk: int) -> HttpResponse:
    """Only one's own."""
    saved = get_object_or_404(SavedFilter, pk=pk)
    if not saved_filters.delete(saved, editor=request.user):
        raise Http404
    messages.success(request, f"Filter ‘{saved.name}’ is weg.")
    return redirect("moderation:queue")


def _back_to(query: str) -> HttpResponse:
    response = redirect("moderation:queue")
    if query:
        response["Location"] += f"?{query}"
    return response
