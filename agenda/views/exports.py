"""The agenda for other programs, with the page's own query string: iCalendar, Atom, JSON, CSV."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from agenda import stored_events
from agenda.calendars import atom, csv, ical, json
from agenda.calendars.feed import (
    ORGANISATION,
    Coordinates,
    Feed,
    absolute,
    picture_of,
    title,
)
from agenda.feeds import calendar_activities, coordinates, listed_activities, located
from agenda.models import Activity, Edition
from agenda.models.activity import ActivityQuerySet
from agenda.publication import FEED, View, fresh
from agenda.selection import PARAMETERS, BadSelection, Selection
from agenda.when import AMSTERDAM

# A feed holds all the pages at once.
FILTERS = frozenset(PARAMETERS) - {"pagina"}
SelectionView = Callable[[HttpRequest, Selection], HttpResponseBase]


def open_to_browsers(view: View) -> View:
    """Scripts of any site may read it (CORS); what is public holds nothing of the visitor."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
            response["Access-Control-Max-Age"] = "86400"
        else:
            response = view(request, *args, **kwargs)
            response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Content-Disposition"
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answer


def of_selection(view: SelectionView) -> View:
    """A feed of what the query string selects; what it cannot mean is refused in plain Dutch."""

    @open_to_browsers
    @fresh(parameters=FILTERS, cache_control=FEED)
    @wraps(view)
    def answer(request: HttpRequest, year: int) -> HttpResponseBase:
        edition = get_object_or_404(Edition, year=year)
        try:
            selection = Selection.parse(request.GET, edition)
        except BadSelection as error:
            lines = "\n".join(problem.message for problem in error.problems)
            return HttpResponse(f"{lines}\n", status=400, content_type="text/plain; charset=utf-8")
        return view(request, selection)

    return answer


@of_selection
def ics(request: HttpRequest, selection: Selection) -> HttpResponseBase:
    today = timezone.localdate(timezone=AMSTERDAM)
    found = calendar_activities(selection, today)
    latest = stored_events.latest_change(found, today)
    content = ical.parts(_feed("feed-ics", selection), stored_events.of_feed(found, today), latest)
    return _file(content, "text/calendar", f"actieweek-{selection.edition.year}.ics")


@of_selection
def atom_feed(request: HttpRequest, selection: Selection) -> HttpResponseBase:
    found = listed_activities(selection).order_by("-modified", "pk")
    return _file(atom.parts(_feed("feed-atom", selection, found)), "application/atom+xml")


@of_selection
def json_feed(request: HttpRequest, selection: Selection) -> HttpResponseBase:
    feed = _feed("feed-json", selection, listed_activities(selection))
    return _file(json.document(feed, selection.edition), "application/json")


@of_selection
def csv_table(request: HttpRequest, selection: Selection) -> HttpResponseBase:
    feed = _feed("feed-csv", selection, listed_activities(selection))
    name = f"actieweek-{selection.edition.year}.csv"
    return _file(csv.table(feed), "text/csv", name, download=True)


@open_to_browsers
@fresh(cache_control=FEED)
def activity_ics(request: HttpRequest, year: int, slug: str) -> HttpResponseBase:
    """One activity, to add to one's own calendar; cancelled it stays, taken down it is gone.

    What was merged into another shows that one, and the end of its own event: a calendar that was
    subscribed to this address follows no redirect, and must not keep both.
    """
    found = Activity.objects.select_related("edition", "kind", "municipality")
    activity = get_object_or_404(found, edition__year=year, slug=slug)
    shown = [activity]
    if activity.merged_into_id:
        ended, activity = activity, found.get(pk=activity.merged_into_id)
        shown = [activity, ended] if ended.when.is_dated else [activity]
    if activity.is_hidden:
        text = "Deze activiteit staat niet meer op de site.\n"
        return HttpResponse(text, status=410, content_type="text/plain; charset=utf-8")
    if not activity.when.is_dated:
        raise Http404("Deze activiteit heeft geen datum.")
    address = absolute(request.path)
    feed = Feed(
        name=title(activity),
        description=f"Een activiteit van de {ORGANISATION} {year}",
        source=address,
        page=absolute(activity.get_absolute_url()),
        picture=picture_of(activity),
        activities=shown,
        today=timezone.localdate(timezone=AMSTERDAM),
        coordinates=coordinates([activity]),
    )
    return _file(ical.calendar(feed), "text/calendar", f"{slug}.ics", download=True)


def _feed(route: str, selection: Selection, found: ActivityQuerySet | None = None) -> Feed:
    edition, query = selection.edition, selection.query_string()
    chosen = ", ".join(chip.label for chip in selection.chips)
    where: dict[int, Coordinates] = {}
    return Feed(
        name=f"Actieweek {edition.year}: {chosen}" if chosen else f"Actieweek {edition.year}",
        description=(
            f"{ORGANISATION}, {edition.when.describe_days()}."
            " Wat verandert staat binnen een dag in je agenda."
        ),
        source=_address(route, edition, query),
        page=_address("agenda", edition, query),
        picture=_address("edition_picture", edition, ""),
        today=timezone.localdate(timezone=AMSTERDAM),
        activities=located(found, where) if found is not None else (),
        coordinates=where,
    )


def _address(route: str, edition: Edition, query: str) -> str:
    path = reverse(f"agenda:{route}", args=[edition.year])
    return absolute(f"{path}?{query}" if query else path)


def _file(
    content: bytes | Iterator[bytes], content_type: str, name: str = "", *, download: bool = False
) -> HttpResponseBase:
    kind = f"{content_type}; charset=utf-8"
    whole = isinstance(content, bytes)
    response: HttpResponseBase = (
        HttpResponse(content, content_type=kind)
        if whole
        else StreamingHttpResponse(content, content_type=kind)
    )
    if name:
        how = "attachment" if download else "inline"
        response["Content-Disposition"] = f'{how}; filename="{name}"'
    return response
