"""Limits to measure against: Django with nothing else, and bytes that were ready beforehand.

Served by the same server as the site: ``granian --interface wsgi bench.plain:application``. The
folder ``BENCH_BODIES`` holds what it sends, a file each, read at the start.
"""

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.urls import path

Answer = Callable[[HttpRequest], HttpResponseBase]
BODIES = {
    file.name: file.read_bytes()
    for file in Path(os.environ.get("BENCH_BODIES", "/nowhere")).glob("*")
}


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """A view without any middleware."""
    return HttpResponse(BODIES[name])


def early(get_response: Answer) -> Answer:
    """Before any view is looked for."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith("/early/"):
            return HttpResponse(BODIES[request.path[7:]])
        return get_response(request)

    return answer


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponseNotFound()


urlpatterns = [path("bare/<str:name>", bare), path("", nothing)]


def site() -> WSGIHandler:
    import django

    settings.configure(
        ALLOWED_HOSTS=["*"],
        MIDDLEWARE=["bench.plain.early"],
        ROOT_URLCONF="bench.plain",
        SECRET_KEY="only-measured",  # noqa: S106
    )
    django.setup()
    return WSGIHandler()


if "BENCH_BODIES" in os.environ and not settings.configured:
    application = site()
