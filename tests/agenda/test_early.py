"""What was answered before is answered again before the rest of Django is touched."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client

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


def test_the_second_answer_is_the_first_one_from_its_key_alone(
    client: Client, django_assert_max_num_queries
) -> None:
    for address in PAGES:
        first = client.get(address, headers={"accept-encoding": "br"})
        with django_assert_max_num_queries(1):
            again = client.get(address, headers={"accept-encoding": "br"})
        assert again.wsgi_request.resolver_match is None  # so no view was called
        assert again.content == first.content
        assert dict(again.items()) == dict(first.items())


def test_a_client_that_has_it_hears_so_before_all_else(client: Client) -> None:
    for address in ("/2019/agenda/", "/2019/agenda.ics"):
        etag = client.get(address)["ETag"]
        answer = client.get(address, headers={"if-none-match": f'"x", W/{etag}'})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
        assert answer["Vary"] == "Accept-Encoding"
        assert answer.wsgi_request.resolver_match is None
        assert not answer.has_header("Content-Length")


def test_a_session_is_neither_read_nor_shown(client: Client, django_assert_max_num_queries) -> None:
    client.get("/2019/")
    client.force_login(User.objects.create_user("noor"))
    with django_assert_max_num_queries(1):
        answer = client.get("/2019/")
    assert b"noor" not in answer.content
    assert not answer.cookies


def test_head_has_the_length_and_no_content(client: Client) -> None:
    full, head = client.get("/2019/"), client.head("/2019/")
    assert head.content == b""
    assert head["Content-Length"] == str(len(full.content))


def test_equal_questions_share_a_copy_and_unknown_parameters_make_none(client: Client) -> None:
    client.get("/2019/agenda/?soort=webinar&dag=2019-06-03")
    same = client.get("/2019/agenda/?x=1&dag=2019-06-03&soort=webinar&soort=&y=2")
    assert same.wsgi_request.resolver_match is None
    for number in range(50):
        client.get(f"/2019/agenda/?soort=webinar&dag=2019-06-03&wakker={number}")
        client.get(f"/2019/?utm_source={number}")
    assert len(kept_copies) == 2


def test_a_change_is_seen_at_once_by_who_made_it(client: Client) -> None:
    client.get("/2019/agenda/")
    make_activity(title="Net erbij")
    PublicRevision.bump()
    assert "Net erbij" in client.get("/2019/agenda/").content.decode()


def test_another_process_sees_a_change_within_a_second(client: Client) -> None:
    """The row is changed behind the back of this process, as another one does."""
    before = client.get("/2019/agenda/")["ETag"]
    PublicRevision.objects.update(number=99)
    with time_machine.travel(NOON + timedelta(seconds=1), tick=False):
        _a_quarter_second_later()
        assert client.get("/2019/agenda/")["ETag"] != before


def _a_quarter_second_later() -> None:
    from time import sleep

    sleep(0.26)  # of the monotonic clock, which nothing shifts


def test_midnight_and_a_release_make_another_page(client: Client, settings) -> None:
    tags = {client.get("/2019/")["ETag"], client.get("/2019/")["ETag"]}
    with time_machine.travel(datetime(2019, 6, 4, 21, 59, tzinfo=UTC), tick=False):
        tags.add(client.get("/2019/")["ETag"])
        assert len(tags) == 1
    with time_machine.travel(datetime(2019, 6, 4, 22, 0, tzinfo=UTC), tick=False):
        tags.add(client.get("/2019/")["ETag"])
    settings.RELEASE = "next"
    tags.add(client.get("/2019/")["ETag"])
    assert len(tags) == 3


def test_an_unknown_host_is_refused_also_of_what_is_kept(client: Client) -> None:
    client.get("/2019/")
    assert client.get("/2019/", headers={"host": "elders.example"}).status_code == 400


def test_without_tls_it_redirects_also_what_is_kept(client: Client, settings) -> None:
    client.get("/2019/")
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/2019/").status_code == 301


def test_nothing_is_kept_of_what_is_no_page(client: Client) -> None:
    make_edition()
    for address in ("/2019/agenda/?soort=onzin", "/2011/", "/redactie/", "/aanmelden/", "/agenda/"):
        client.get(address)
    assert len(kept_copies) == 0


MEANINGLESS = (
    {"range": "bytes=0-10"},
    {"if-range": '"x"', "range": "bytes=5-"},
    {"if-match": '"x"'},
    {"if-unmodified-since": "gisteren"},
    {"if-modified-since": "\xff"},
    {"if-none-match": ',,"'},
    {"accept": "application/x-onbekend"},
    {"accept": "*/*;q=x", "accept-language": "\xff", "accept-charset": ";"},
    {"accept-encoding": "zstd, br;q=0, *;q=0"},
    {"accept-encoding": "x" * 9000},
)


def test_headers_that_mean_nothing_here_give_the_whole_page(client: Client) -> None:
    plain = client.get("/2019/agenda/").content
    for headers in MEANINGLESS:
        for address in ("/2019/agenda/", "/2019/agenda/?vorm=online"):
            kept_copies.clear()
            first, again = (client.get(address, headers=headers) for _ in range(2))
            assert first.status_code == again.status_code == 200
            assert first.content == again.content
            assert address.endswith("online") or first.content == plain
