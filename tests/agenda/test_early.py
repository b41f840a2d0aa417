"""What was answered before is answered again before Django is touched."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError
from django.test import Client

from agenda.early import EarlyAnswers, Environ, Start
from agenda.kept import kept_copies
from agenda.models import PublicRevision
from tests.factories import make_activity, make_edition, make_kind

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2019, 6, 4, 10, 0, tzinfo=UTC)
PAGES = ("/", "/2019/", "/2019/agenda/", "/2019/agenda/inloop/", "/2019/agenda.ics",
         "/2019/agenda.json", "/2019/insluiten/", "/toolbox/", "/robots.txt")  # fmt: skip


@pytest.fixture(autouse=True)
def programme() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        make_activity(slug="inloop", kind=make_kind("webinar"))
        PublicRevision.bump()
        yield


class Answer:
    def __init__(self, status: str, headers: list[tuple[str, str]], content: bytes) -> None:
        self.status, self.headers, self.content = int(status[:3]), dict(headers), content


class Site:
    """The site as its server has it; `reached` counts what came as far as Django."""

    def __init__(self) -> None:
        self.django, self.reached = WSGIHandler(), 0
        self.front = EarlyAnswers(self._inner)

    def _inner(self, environ: Environ, start: Start) -> Any:
        self.reached += 1
        return self.django(environ, start)

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        path, _, query = address.partition("?")
        told: list[Any] = []
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "HTTP_HOST": "localhost",
        } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        content = self.front(environ, lambda *answer: told.extend(answer[:2]))
        return Answer(*told, b"".join(content))


@pytest.fixture
def site() -> Site:
    return Site()


def test_the_second_answer_is_the_first_one_byte_for_byte(
    site: Site, django_assert_max_num_queries
) -> None:
    for number, address in enumerate(PAGES, start=1):
        first = site.get(address, accept_encoding="br")
        with django_assert_max_num_queries(1):
            again = site.get(address, accept_encoding="br")
        assert site.reached == number
        assert first.status == again.status == 200
        assert again.content == first.content
        assert again.headers == first.headers
        for answer in (first, again):  # in the order in which nginx believes them
            names = list(answer.headers)
            assert names.index("X-Accel-Expires") < names.index("Cache-Control")


def test_a_client_that_has_it_hears_so(site: Site) -> None:
    for address in ("/2019/agenda/", "/2019/agenda.ics"):
        first = site.get(address)
        by_tag = site.get(address, if_none_match=f'"x", W/{first.headers["ETag"]}')
        by_date = site.get(address, if_modified_since=first.headers["Last-Modified"])
        for answer in (by_tag, by_date):
            assert (answer.status, answer.content) == (304, b"")
            assert answer.headers["ETag"] == first.headers["ETag"]
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert "Content-Length" not in answer.headers
    assert site.get("/2019/agenda/", if_none_match='"x"').status == 200
    assert site.reached == 2


def test_a_session_is_not_read(site: Site) -> None:
    client = Client()
    client.force_login(User.objects.create_user("noor"))
    site.get("/2019/")
    answer = site.get("/2019/", cookie=client.cookies.output(header=""))
    assert b"noor" not in answer.content
    assert "Set-Cookie" not in answer.headers
    assert site.reached == 1


def test_head_has_the_length_and_no_content(site: Site) -> None:
    full = site.get("/2019/")
    head = site.get("/2019/", "HEAD")
    assert (head.content, head.headers) == (b"", full.headers)
    assert head.headers["Content-Length"] == str(len(full.content))
    assert site.reached == 1
    site.get("/2019/", "POST")
    assert site.reached == 2


def test_equal_questions_share_a_copy_and_unknown_parameters_make_none(site: Site) -> None:
    site.get("/2019/agenda/?soort=webinar&dag=2019-06-03")
    site.get("/2019/agenda/?x=1&dag=2019-06-03&soort=webinar&soort=&y=2")
    assert site.reached == 1
    for number in range(50):
        site.get(f"/2019/agenda/?soort=webinar&dag=2019-06-03&wakker={number}")
        site.get(f"/2019/?utm_source={number}")
    assert len(kept_copies) == 2


def test_a_change_is_seen_at_once_by_who_made_it(site: Site) -> None:
    site.get("/2019/agenda/")
    make_activity(title="Net erbij")
    PublicRevision.bump()
    assert "Net erbij" in site.get("/2019/agenda/").content.decode()


def test_another_process_sees_a_change_within_a_second(site: Site) -> None:
    before = site.get("/2019/agenda/").headers["ETag"]
    PublicRevision.objects.update(number=99)  # behind the back of this process
    with time_machine.travel(NOON + timedelta(seconds=1), tick=False):
        time.sleep(0.26)  # of the monotonic clock, which nothing shifts
        assert site.get("/2019/agenda/").headers["ETag"] != before


def test_coding_midnight_and_a_release_make_another_page(site: Site, settings) -> None:
    def tags() -> set[str]:
        return {site.get("/2019/", accept_encoding=c).headers["ETag"] for c in ("br", "gzip", "")}

    seen = tags()
    with time_machine.travel(datetime(2019, 6, 4, 21, 59, tzinfo=UTC), tick=False):
        assert tags() == seen
    with time_machine.travel(datetime(2019, 6, 4, 22, 0, tzinfo=UTC), tick=False):
        seen |= tags()
    settings.RELEASE = "next"
    assert len(seen | tags()) == 9


def test_other_hosts_and_plain_http_are_left_to_django(site: Site, settings) -> None:
    site.get("/2019/")
    assert site.get("/2019/", host="elders.example").status == 400
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert Site().get("/2019/").status == 301
    secure = Site()
    for _ in range(2):
        assert secure.get("/2019/", x_forwarded_proto="https").status == 200
    assert secure.reached == 1


def test_nothing_is_kept_of_what_is_no_page(site: Site) -> None:
    make_edition()
    for address in ("/2019/agenda/?soort=onzin", "/2011/", "/redactie/", "/aanmelden/", "/agenda/"):
        site.get(address)
    assert len(kept_copies) == 0


def test_a_database_that_does_not_answer_is_left_to_django(site: Site, monkeypatch) -> None:
    site.get("/2019/")

    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(PublicRevision, "is_at_hand", lambda: False)
    monkeypatch.setattr(PublicRevision, "current", refuse)
    monkeypatch.setattr(site, "django", lambda _environ, start: start("500 Oh", []) or ())
    assert site.get("/2019/").status == 500


MEANINGLESS = (
    {"range": "bytes=0-10"},
    {"if_range": '"x"', "range": "bytes=5-"},
    {"if_match": '"x"'},
    {"if_unmodified_since": "gisteren"},
    {"if_modified_since": "\xff"},
    {"if_none_match": ',,"'},
    {"accept": "application/x-onbekend"},
    {"accept": "*/*;q=x", "accept_language": "\xff", "accept_charset": ";"},
    {"accept_encoding": "zstd, br;q=0, *;q=0"},
    {"accept_encoding": "x" * 9000},
)


def test_headers_that_mean_nothing_here_give_the_whole_page(site: Site) -> None:
    plain = site.get("/2019/agenda/").content
    for headers in MEANINGLESS:
        kept_copies.clear()
        for _ in range(2):
            answer = site.get("/2019/agenda/", **headers)
            assert (answer.status, answer.content) == (200, plain)


@pytest.mark.parametrize("query", ["q=%00", "q=%ff%fe", "\xff=\xff", "dag=" + "x" * 100_000])
def test_odd_queries_are_left_to_django_and_never_break_it(site: Site, query: str) -> None:
    site.get("/2019/agenda/")
    site.get("/2019/agenda/?q=a")
    assert site.get(f"/2019/agenda/?{query}").status in {200, 400}
