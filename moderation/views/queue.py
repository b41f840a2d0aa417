"""The list of items."""

from django.http import HttpResponse
from django.shortcuts import render

from moderation.access import EditorRequest, for_editors
from moderation.asked import not_taken
from moderation.bulk import BULKS
from moderation.facets import facets
from moderation.paging import page_of
from moderation.queue import PAGE_SIZE, Filters
from moderation.rows import Row
from submissions.models import SavedFilter


@for_editors
def queue(request: EditorRequest) -> HttpResponse:
    filters = Filters.parse(request.GET)
    counts = facets(filters, request.user)
    page = page_of(request.GET.get("pagina", ""), counts.total, PAGE_SIZE)
    unknown = not_taken(request.GET, filters.taken)
    context = {
        "unknown": unknown,
        "filters": filters,
        "facets": counts,
        "page": page,
        "saved": SavedFilter.objects.seen_by(request.user),
        "bulks": BULKS,
        "rows": [Row(item) for item in filters.rows()[page.span]],
        "earlier": filters.query_string(page.number - 1),
        "later": filters.query_string(page.number + 1),
    }
    status = 400 if unknown else 200
    return render(request, "moderation/queue.html", context, status=status)
