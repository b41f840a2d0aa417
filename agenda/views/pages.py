"""The pages of the programme: the front page, an edition, its agenda, an activity."""

from datetime import date
from typing import Any, cast

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from agenda.adding import adding, route
from agenda.cards import (
    EditionBouquet,
    by_day,
    dated_cards,
    flower_of,
    flower_of_kind,
    sprite_of,
    with_place,
)
from agenda.filters import days_of
from agenda.kept import kept_values
from agenda.models import Activity, Edition, Kind, Material, Role, Status
from agenda.models.activity import ActivityQuerySet
from agenda.publication import fresh
from agenda.selection import PARAMETERS, BadSelection, Problem, Selection
from agenda.subscribing import subscription
from agenda.tally import tally
from agenda.views.choosing import choosing, refused
from agenda.when import AMSTERDAM

PAGE_SIZE = 100
PAGES_AROUND = 3
ON_FRONT_PAGE = 6
EARLIER_EDITIONS = 3
MEADOW = 24
RELATED = 3
PUBLIC = Q(activities__status__in=[Status.PUBLISHED, Status.CANCELLED])


def today() -> date:
    return timezone.localdate(timezone=AMSTERDAM)


def still_to_come(day: date) -> Q:
    return Q(last_day__gte=day) | Q(last_day__isnull=True)


@fresh()
def home(request: HttpRequest) -> HttpResponse:
    """The coming edition, otherwise the last; how to take part; what was before."""
    edition = Edition.objects.current(today())
    if edition is None:
        return render(request, "agenda/no_edition.html")
    public = Activity.objects.public()
    bouquet = EditionBouquet(edition, public)
    coming = public.filter(edition=edition).exclude(status=Status.CANCELLED)
    if not edition.is_over(today()):
        coming = coming.filter(still_to_come(today()))
    shown = coming.in_order()[:ON_FRONT_PAGE].for_cards()
    earlier = _earlier(edition)
    flowers = [activity for _edition, meadow in earlier for activity in meadow]
    context = {
        "edition": edition,
        "is_over": edition.is_over(today()),
        "is_open": edition.is_open(today()),
        "count": bouquet.count,
        "bouquet": bouquet.svg(also=map(flower_of, [*shown, *flowers])),
        "cards": dated_cards(shown, today()),
        "earlier": earlier,
        "intake": settings.INTAKE_ADDRESS,
    }
    return render(request, "agenda/home.html", context)


def _earlier(current: Edition) -> list[tuple[Edition, list[Activity]]]:
    """Editions before the current one, each with some of its flowers."""
    counted = Count("activities", filter=PUBLIC)
    editions = Edition.objects.filter(first__lt=current.first).annotate(count=counted)
    newest = kept_values.get(
        ("earlier", current.pk), lambda: list(editions.order_by("-year")[:EARLIER_EDITIONS])
    )
    return [(edition, list(_flowers(edition)[:MEADOW])) for edition in newest]


def _flowers(edition: Edition) -> "list[Activity]":
    found = Activity.objects.public().filter(edition=edition).select_related("kind").in_order()
    return found.only("public_id", "status", "kind__species")  # type: ignore[return-value]


@fresh()
def current_agenda(request: HttpRequest) -> HttpResponse:
    edition = Edition.objects.current(today())
    if edition is None:
        raise Http404
    return HttpResponseRedirect(reverse("agenda:agenda", args=[edition.year]))


@fresh()
def edition(request: HttpRequest, year: int) -> HttpResponse:
    found = get_object_or_404(Edition, year=year)
    public = Activity.objects.public()
    bouquet = EditionBouquet(found, public)
    kinds = _kinds(found)
    days = days_of(Selection(found), tally(found))
    shown = public.filter(edition=found).in_order()[:ON_FRONT_PAGE].for_cards()
    roles = found.partnerships.select_related("partner")
    is_over = found.is_over(today())
    taking_part = "Deden mee" if is_over else "Doen mee"
    context = {
        "edition": found,
        "is_over": is_over,
        "is_open": found.is_open(today()),
        "count": bouquet.count,
        "bouquet": bouquet.svg(also=[*map(flower_of_kind, kinds), *map(flower_of, shown)]),
        "days": days,
        "cards": dated_cards(shown, today()),
        "kinds": kinds,
        "numbers": _numbers(found, bouquet.count),
        "roles": [
            (title, [role.partner for role in roles if role.role == value])
            for value, title in ((Role.ORGANISER, "Organisatoren"), (Role.PARTICIPANT, taking_part))
        ],
        "has_lookback": Material.objects.public().filter(edition=found).exists(),
    }
    return render(request, "agenda/edition.html", context)


def _kinds(edition: Edition) -> list[Kind]:
    """The kinds that the edition has activities of, each with its `count`."""
    counted = Count("activities", filter=PUBLIC & Q(activities__edition=edition))
    kinds = Kind.objects.annotate(count=counted).filter(count__gt=0).order_by("position")
    return kept_values.get(("kinds", edition.pk), lambda: list(kinds))


def _numbers(edition: Edition, count: int) -> list[tuple[str, int]]:
    return kept_values.get(("numbers", edition.pk, count), lambda: _counted(edition, count))


def _counted(edition: Edition, count: int) -> list[tuple[str, int]]:
    public = Activity.objects.public().filter(edition=edition)
    regions = public.filter(region__isnull=False).order_by().values("region").distinct().count()
    materials = Material.objects.public().filter(edition=edition).count()
    numbers = [
        ("activiteit" if count == 1 else "activiteiten", count),
        ("regio" if regions == 1 else "regio’s", regions),
        ("partner" if (partners := edition.partnerships.count()) == 1 else "partners", partners),
        ("opbrengst" if materials == 1 else "opbrengsten", materials),
    ]
    return [(name, number) for name, number in numbers if number]


@fresh(parameters=PARAMETERS)
def agenda(request: HttpRequest, year: int) -> HttpResponse:
    """By day, with the filters of the query string; what they cannot mean is told with a way on."""
    edition = get_object_or_404(Edition, year=year)
    try:
        selection = Selection.parse(request.GET, edition)
    except BadSelection as error:
        return refused(request, error.selection, error.problems, 400)
    context = choosing(selection, "agenda")
    pages = CountedPaginator(selection.queryset(), context["count"])
    if selection.page > pages.num_pages:
        message = f"Bladzijde {selection.page} is er niet. Deze lijst heeft er {pages.num_pages}."
        return refused(request, selection, [Problem("pagina", "", message)], 404)
    page = pages.page(selection.page)
    activities = cast(ActivityQuerySet, page.object_list).for_cards()
    context |= {
        "is_over": edition.is_over(today()),
        "page": page,
        "pages": [
            (number, selection.query_string(number) if number else "")
            for number in shown_numbers(page.number, pages.num_pages)
        ],
        "groups": by_day(activities, selection.earliest_day),
        "sprite": sprite_of(activities),
        "days": days_of(selection, context["tally"]),
        "subscription": subscription(selection),
    }
    return render(request, "agenda/agenda.html", context)


class CountedPaginator(Paginator):
    """Of which the count is known already."""

    def __init__(self, found: ActivityQuerySet, count: int) -> None:
        super().__init__(found, PAGE_SIZE)
        self.count = count  # in the place of the cached property that would ask


def shown_numbers(current: int, last: int) -> list[int]:
    """The first, the last and those around the current page; 0 stands for what is left out."""
    near = range(current - PAGES_AROUND, current + PAGES_AROUND + 1)
    wanted = sorted({1, last, *(number for number in near if 1 <= number <= last)})
    shown: list[int] = []
    for number in wanted:
        if shown and number - shown[-1] == 2:
            shown.append(number - 1)
        elif shown and number - shown[-1] > 2:
            shown.append(0)
        shown.append(number)
    return shown


@fresh()
def activity(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    found = get_object_or_404(Activity.objects.with_facts(), edition__year=year, slug=slug)
    if found.merged_into is not None:
        return redirect(found.merged_into, permanent=True)
    if found.is_hidden:
        return render(request, "410.html", status=410)
    return render(request, "agenda/activity.html", activity_context(found))


def _related(found: Activity) -> list[Activity]:
    """Of the same edition: in the same region, then of the same kind; what one can still go to."""
    others = Activity.objects.filter(edition=found.edition_id, status=Status.PUBLISHED)
    if not found.edition.is_over(today()):
        others = others.filter(still_to_come(today()))
    others = others.exclude(pk=found.pk).in_order().with_facts().defer("text", "search_text")
    near = list(others.filter(region=found.region_id)[:RELATED]) if found.region_id else []
    alike = others.filter(kind=found.kind_id).exclude(pk__in=[one.pk for one in near])
    return [*near, *alike[: RELATED - len(near)]]


def activity_context(found: Activity) -> dict[str, Any]:
    """What the page of an activity shows; also of one that visitors cannot see yet."""
    materials = with_place(found.materials.public())
    related = _related(found)
    return {
        "adding": adding(found),
        "route": route(found),
        "related": dated_cards(related, today()),
        "sprite": sprite_of([found, *related]),
        "activity": found,
        "edition": found.edition,
        "is_over": (found.last_day or found.edition.last) < today(),
        "when": found.describe_when(today()),
        "registration_open": found.registration_url
        and not (found.registration_closes and found.registration_closes < today()),
        "photos": [pair for pair in materials if pair[0].kind == "photo"],
        "materials": [pair for pair in materials if pair[0].kind != "photo"],
        "has_story": bool(found.text or materials),  # something to read beside the facts
    }
