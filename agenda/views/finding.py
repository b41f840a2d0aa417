"""Other ways to look at a selection than the list: week grid, map, and the programme on paper."""

from datetime import datetime, time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from agenda.calendars.feed import absolute
from agenda.cards import EditionBouquet, by_day, sprite_of_kinds
from agenda.map import HEIGHT, WIDTH, provinces
from agenda.models import Activity
from agenda.selection import Selection
from agenda.tally import tally
from agenda.views.choosing import choosing, of_choice
from agenda.week import grid
from agenda.when import AMSTERDAM, describe_range

ON_PAPER = 400  # some twenty sheets; the rest is a number


@of_choice
def week(request: HttpRequest, selection: Selection) -> HttpResponse:
    found = grid(selection)
    context = choosing(selection, "week")
    context |= {
        "weeks": found.weeks,
        "kinds": found.kinds,
        "sprite": sprite_of_kinds(found.kinds),
        "outside": context["count"] - found.within,
    }
    return render(request, "agenda/week.html", context)


@of_choice
def map_page(request: HttpRequest, selection: Selection) -> HttpResponse:
    context = choosing(selection, "map")
    found = provinces(selection, context["tally"])
    placed = sum(province.count for province in found)
    context |= {
        "provinces": found,
        "elsewhere": context["count"] - placed,
        "width": WIDTH,
        "height": HEIGHT,
    }
    return render(request, "agenda/map.html", context)


@of_choice
def programme(request: HttpRequest, selection: Selection) -> HttpResponse:
    """The selection on A4, to print and hang on a wall."""
    # 40 MB that a process needs only when somebody asks for paper.
    from agenda.printing.programme import Programme, programme_pdf

    edition = selection.edition
    count = tally(edition).count(selection)
    found = selection.queryset().with_facts().defer("text", "search_text")[:ON_PAPER]
    activities = list(found)
    today = timezone.localdate(timezone=AMSTERDAM)
    name = f"actieweek-{edition.year}"
    path = reverse("agenda:agenda", args=[edition.year])
    content = programme_pdf(
        Programme(
            title=edition.theme or f"Actieweek {edition.year}",
            below=describe_range(edition.first, edition.last),
            chosen=", ".join(chip.label for chip in selection.chips),
            days=by_day(activities, selection.earliest_day),
            flowers=EditionBouquet(edition, Activity.objects.public()).flowers,
            more=count - len(activities),
            site=absolute(path).partition("://")[2],
            made=datetime.combine(today, time.min, tzinfo=AMSTERDAM),
            is_over=edition.is_over(today),
        )
    )
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
