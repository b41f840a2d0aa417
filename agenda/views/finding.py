"""Other ways to look at a selection than the list: the week as a grid, and the map."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from agenda.cards import sprite_of_kinds
from agenda.map import HEIGHT, WIDTH, provinces
from agenda.selection import Selection
from agenda.views.choosing import choosing, of_choice
from agenda.week import grid


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
