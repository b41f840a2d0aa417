"""The least a page can cost: Django as `startproject` leaves it, and a view with nothing to do."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template import Context, Engine
from django.test import override_settings
from django.urls import path

from agenda.models import Activity

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bench.bare.with_bare_addresses",
]
# What a page of cards cannot do without: the rows, and a line for each fact.
CARDS = Engine().from_string(
    "{% for a in activities %}<li><a href='/{{ a.slug }}/'>{{ a.title }}</a><p>{{ a.summary }}</p>"
    "{{ a.first_day }} {{ a.start_time }} {{ a.end_time }} {{ a.kind.name }} {{ a.venue }}"
    "{{ a.municipality.name }}{% for p in a.partners.all %}{{ p.name }}{% endfor %}</li>"
    "{% endfor %}"
)
Answer = Callable[[HttpRequest], HttpResponseBase]
Site = Callable[..., Any]


def with_bare_addresses(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        request.urlconf = "bench.bare"
        return get_response(request)

    return answer


def cards(request: HttpRequest) -> HttpResponse:
    found = Activity.objects.filter(edition__year=2027).in_order().with_facts()[:100]
    return HttpResponse(CARDS.render(Context({"activities": found})))


urlpatterns = [path("cards", cards)]


def bare_site() -> WSGIHandler:
    with override_settings(MIDDLEWARE=MIDDLEWARE):
        return WSGIHandler()


def ask(
    site: Callable[..., Any], address: str, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and bytes, as a server in front of the site would have them."""
    answered: dict[str, Any] = {}

    def start(status: str, pairs: list[tuple[str, str]], *_rest: object) -> None:
        answered.update(status=int(status[:3]), headers=dict(pairs))

    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "QUERY_STRING": "",
        "HTTP_HOST": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    response = site(environ, start)
    content = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    return answered["status"], answered["headers"], content
