"""What came of it, and who takes part: look-back, toolbox, partners."""

from collections.abc import Iterable
from itertools import groupby

from django.conf import settings
from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from agenda.cards import Card, dated_cards, sprite_of, with_place
from agenda.models import Activity, Edition, Material, Partner, Partnership, Role, Status
from agenda.publication import fresh
from agenda.selection import Selection
from agenda.tally import count_of
from agenda.when import AMSTERDAM

SHOWN = 300


@fresh()
def lookback(request: HttpRequest, year: int) -> HttpResponse:
    """Of every activity that left something: what it was and what came of it."""
    edition = get_object_or_404(Edition, year=year)
    materials = list(
        Material.objects.public()
        .filter(Q(edition=edition) | Q(activity__edition=edition))
        .order_by("position", "pk")
    )
    of_activity: dict[int, list[Material]] = {}
    for material in materials:
        if material.activity_id:
            of_activity.setdefault(material.activity_id, []).append(material)
    public = edition.activities.public()
    activities = list(public.filter(pk__in=of_activity).with_facts().in_order())
    context = {
        "edition": edition,
        "rows": [
            (card, with_place(of_activity[card.activity.pk]))
            for card in dated_cards(activities, timezone.localdate(timezone=AMSTERDAM))
        ],
        "others": with_place(material for material in materials if not material.activity_id),
        "sprite": sprite_of(activities),
        "count": count_of(Selection(edition)),
        "crumbs": [(str(edition), edition.get_absolute_url())],
    }
    return render(request, "agenda/lookback.html", context)


@fresh()
def toolbox(request: HttpRequest) -> HttpResponse:
    """Material to use: what has always been of use, and what each edition added."""
    found = Material.objects.toolbox().select_related("edition", "activity__edition")
    materials = sorted(found[:SHOWN], key=_year, reverse=True)
    groups = [(year, with_place(group)) for year, group in groupby(materials, key=_year) if year]
    context = {
        "general": with_place(material for material in materials if not _year(material)),
        "groups": groups,
        "intake": settings.INTAKE_ADDRESS,
    }
    return render(request, "agenda/toolbox.html", context)


def _year(material: Material) -> int:
    edition = material.edition or (material.activity.edition if material.activity else None)
    return edition.year if edition else 0


@fresh()
def partners(request: HttpRequest) -> HttpResponse:
    in_order = Partnership.objects.select_related("edition").order_by("-edition__year")
    shown = Q(activities__status__in=[Status.PUBLISHED, Status.CANCELLED])
    found = Partner.objects.annotate(count=Count("activities", filter=shown, distinct=True))
    found = found.order_by("name")  # said again: a query with GROUP BY ignores Meta.ordering
    prefetch = Prefetch("partnerships", queryset=in_order)
    return render(request, "agenda/partners.html", {"partners": found.prefetch_related(prefetch)})


@fresh()
def partner(request: HttpRequest, slug: str) -> HttpResponse:
    """Its role in every edition, and the activities that it was part of."""
    found = get_object_or_404(Partner, slug=slug)
    activities = list(
        Activity.objects.public().filter(partners=found).with_facts().in_order()[:SHOWN]
    )
    cards = dated_cards(activities, timezone.localdate(timezone=AMSTERDAM))
    partnerships = found.partnerships.select_related("edition").order_by("-edition__year")
    context = {
        "partner": found,
        "roles": [(role.edition, Role(role.role).label) for role in partnerships],
        "groups": _by_edition(cards),
        "sprite": sprite_of(activities),
    }
    return render(request, "agenda/partner.html", context)


def _by_edition(cards: Iterable[Card]) -> list[tuple[Edition, list[Card]]]:
    newest_first = sorted(cards, key=lambda card: -card.activity.edition.year)
    return [
        (edition, list(group))
        for edition, group in groupby(newest_first, key=lambda card: card.activity.edition)
    ]
