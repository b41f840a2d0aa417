"""What became new, moved or was called off; and the editions beside each other."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from urllib.parse import parse_qsl

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from agenda.cards import Card, dated_cards, sprite_of, sprite_of_kinds
from agenda.comparing import comparison
from agenda.models import Activity, Status
from agenda.publication import fresh
from agenda.selection import Selection
from agenda.views.choosing import choosing, of_choice
from agenda.when import AMSTERDAM

SHOWN = 60  # of each sort
USUAL = timedelta(days=14)
STEPS = ((1, "gisteren"), (7, "een week"), (30, "een maand"), (365, "een jaar"))


@of_choice
def changes(request: HttpRequest, selection: Selection) -> HttpResponse:
    """Of the selection, since the day in the address or else the last weeks."""
    today = timezone.localdate(timezone=AMSTERDAM)
    since = _since(selection, today)
    rest = selection.without("sinds", *selection.values("sinds")[:1])
    midnight = datetime.combine(since, time.min, tzinfo=AMSTERDAM)
    public = rest.queryset().with_facts().defer("text", "search_text")
    running = public.exclude(status=Status.CANCELLED)
    new = _newest(running.filter(created__gte=midnight), "-created")
    moved = _newest(running.filter(moved_at__gte=midnight), "-moved_at")
    off = _newest(public.filter(status=Status.CANCELLED, modified__gte=midnight), "-modified")
    context = choosing(rest, "changes")
    if selection.values("sinds"):  # searching on leaves it as it is
        context["form"].kept.append(("sinds", since.isoformat()))
    context |= {
        "since": since,
        "chosen": parse_qsl(context["query"]),
        "steps": [
            (label, rest.with_only("sinds", day.isoformat()).query_string(), day == since)
            for days, label in STEPS
            for day in [today - timedelta(days=days)]
        ],
        "groups": _filled(
            ("Verplaatst", dated_cards(moved, today)),
            ("Gaat niet door", dated_cards(off, today)),
            ("Nieuw", dated_cards(new, today)),
        ),
        "sprite": sprite_of([*new, *moved, *off]),
        "most": SHOWN,
    }
    return render(request, "agenda/changes.html", context)


def _since(selection: Selection, today: date) -> date:
    """Of an edition that is over the last weeks tell nothing: then all that ever changed."""
    if chosen := selection.values("sinds"):
        return date.fromisoformat(min(chosen))
    over = selection.edition.is_over(today)
    return selection.edition.first - timedelta(days=365) if over else today - USUAL


def _newest(found: "QuerySet[Activity]", order: str) -> list[Activity]:
    return list(found.order_by(order, "-pk")[:SHOWN])


def _filled(*groups: tuple[str, list[Card]]) -> Iterable[tuple[str, list[Card]]]:
    return [(title, cards) for title, cards in groups if cards]


@fresh()
def editions(request: HttpRequest) -> HttpResponse:
    """What each edition held, side by side."""
    compared = comparison()
    context = {"compared": compared, "sprite": sprite_of_kinds(row.kind for row in compared.kinds)}
    return render(request, "agenda/editions.html", context)
