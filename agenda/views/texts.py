"""Pages of plain text."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from agenda.publication import fresh


@fresh()
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "agenda/privacy.html", {"intake": settings.INTAKE_ADDRESS})


@fresh()
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "agenda/accessibility.html", {"intake": settings.INTAKE_ADDRESS})
