"""The agenda and its feed with 1,000 activities, against the least that they could cost."""

from collections.abc import Iterator

from django.core.handlers.wsgi import WSGIHandler

from agenda.kept import kept_copies
from bench import bare
from bench.bare import ask, bare_site
from bench.measure import Result, costs

PAGES = {
    "agenda, 100 van 1.000 op een bladzij": ("/2027/agenda/", "/cards"),
    "feed van 1.000 activiteiten": ("/2027/agenda.ics", "/events"),
}


def measure(seconds: float) -> Iterator[Result]:
    for name, (address, least) in PAGES.items():
        yield from measure_page(name, address, least, seconds)


def measure_page(name: str, address: str, least: str, seconds: float) -> Iterator[Result]:
    site, floor = WSGIHandler(), bare_site()

    def made_anew() -> None:
        kept_copies.clear()
        assert ask(site, address)[0] == 200

    yield costs(f"{name}: gemaakt", made_anew, lambda: ask(floor, least), seconds)
    _status, headers, bare.body = ask(site, address)
    yield costs(
        f"{name}: nog eens gestuurd",
        lambda: ask(site, address),
        lambda: ask(floor, "/same-bytes"),
        seconds / 4,
    )
    etag = headers["ETag"]
    assert ask(site, address, if_none_match=etag)[0] == 304
    yield costs(
        f"{name}: niets veranderd (304)",
        lambda: ask(site, address, if_none_match=etag),
        lambda: ask(floor, "/not-modified"),
        seconds / 4,
    )
