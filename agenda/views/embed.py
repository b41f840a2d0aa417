"""The agenda on somebody else's page: the one page of the site that may stand in a frame."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt

from agenda.calendars.feed import absolute
from agenda.models import Edition
from agenda.publication import fresh
from agenda.selection import BadSelection, Selection
from agenda.tally import count_of
from agenda.views.exports import FILTERS
from agenda.when import AMSTERDAM

SHOWN = 100


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@fresh(parameters=FILTERS)
def embed(request: HttpRequest, year: int) -> HttpResponse:
    """A light list of the selection; what leads further opens outside the frame."""
    edition = get_object_or_404(Edition, year=year)
    agenda = absolute(reverse("agenda:agenda", args=[year]))
    try:
        selection = Selection.parse(request.GET, edition)
    except BadSelection as error:
        context = {"edition": edition, "agenda": agenda, "problems": error.problems}
        return render(request, "agenda/embed.html", context, status=400)
    today = timezone.localdate(timezone=AMSTERDAM)
    activities = selection.queryset().select_related("edition", "municipality")
    query = selection.query_string()
    context = {
        "edition": edition,
        "agenda": f"{agenda}?{query}" if query else agenda,
        "rows": [
            (activity, absolute(activity.get_absolute_url()), activity.describe_when(today))
            for activity in activities.defer("search_text", "text")[:SHOWN]
        ],
        "more": max(count_of(selection) - SHOWN, 0),
    }
    return render(request, "agenda/embed.html", context)
