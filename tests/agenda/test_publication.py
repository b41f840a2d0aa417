import gzip
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import brotli
import pytest
import time_machine
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.utils.http import http_date, parse_http_date

from agenda.kept import Asked, Copy, KeptCopies
from agenda.models import PublicRevision
from agenda.publication import FEED, KeepAnswers, fresh
from agenda.validators import Generation, Validators

NOON = datetime(2019, 6, 4, 10, 0, tzinfo=UTC)
rendered: list[str] = []


@fresh(parameters={"dag", "soort"})
def page(request: HttpRequest) -> HttpResponse:
    rendered.append(request.META["QUERY_STRING"])
    if request.GET.get("soort") == "onzin":
        return HttpResponse("nee", status=400)
    return HttpResponse(f"<p>één {request.GET.urlencode()}{request.user}</p>")


@pytest.fixture(autouse=True)
def _noon_in_the_week(db: None) -> Iterator[None]:
    rendered.clear()
    with time_machine.travel(NOON, tick=False):
        PublicRevision.bump()
        yield


def get(address: str = "/2019/", **headers: str) -> HttpResponse:
    return page(RequestFactory().get(address, headers=headers))


def test_same_etag_until_something_changes() -> None:
    first, again = get(), get()
    PublicRevision.bump()
    changed = get()
    assert first["ETag"] == again["ETag"] != changed["ETag"]
    assert first["Last-Modified"] == http_date(NOON.timestamp())


def test_etag_tells_address_and_coding_apart() -> None:
    answers = (
        get(),
        get("/2018/"),
        get("/2019/?dag=2019-06-04"),
        get(accept_encoding="gzip"),
        get(accept_encoding="br"),
    )
    assert len({answer["ETag"] for answer in answers}) == 5


def test_new_day_and_new_release_change_the_etag(settings: pytest.FixtureRequest) -> None:
    before = get()["ETag"]
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        tomorrow = get()
    settings.RELEASE = "next"
    assert len({before, tomorrow["ETag"], get()["ETag"]}) == 3
    assert tomorrow["Last-Modified"] == "Tue, 04 Jun 2019 22:00:00 GMT"  # midnight in Amsterdam


def test_unknown_empty_and_reordered_parameters_are_one_address() -> None:
    plain = get("/2019/?dag=a&dag=b&soort=x")
    odd = get("/2019/?nu=123&soort=x&dag=b&dag=a&dag=&dag=a")
    assert plain["ETag"] == odd["ETag"]
    assert rendered == ["dag=a&dag=b&soort=x"] * 2


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', '"other" , W/{},"more"'])
def test_a_client_that_has_it_gets_304_and_nothing_is_rendered(form: str) -> None:
    etag = get()["ETag"]
    answer = get(if_none_match=form.format(etag))
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == etag
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert len(rendered) == 1


def test_any_copy_will_do_once_the_page_is_known_to_be_there() -> None:
    assert get(if_none_match="*").status_code == 304


def test_a_304_costs_one_query(django_assert_num_queries) -> None:
    etag = get()["ETag"]
    with django_assert_num_queries(1):
        assert get(if_none_match=etag).status_code == 304


def test_etag_wins_over_date() -> None:
    assert get(if_none_match='"old"', if_modified_since=http_date()).status_code == 200


def test_date_is_compared() -> None:
    same = get()["Last-Modified"]
    earlier = http_date(parse_http_date(same) - 1)
    assert get(if_modified_since=same).status_code == 304
    assert get(if_modified_since=earlier).status_code == 200


@pytest.mark.parametrize("date", ["gisteren", "", "Wed, 04 Jun 2098 10:00:00 GMT"])
def test_a_date_that_is_none_or_lies_ahead_is_ignored(date: str) -> None:
    assert get(if_modified_since=date).status_code == 200


def test_two_changes_in_one_second_are_both_told_by_date() -> None:
    first = get()["Last-Modified"]
    PublicRevision.bump()
    second = get(if_modified_since=first)
    assert second.status_code == 200
    assert second["Last-Modified"] == first  # never ahead of the clock
    with time_machine.travel(NOON + timedelta(seconds=5), tick=False):
        assert get(if_modified_since=first).status_code == 200
        assert get()["Last-Modified"] != first


@pytest.mark.parametrize(
    ("offer", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("GZIP", "gzip"),
        ("*", "br"),
        ("gzip;q=x", None),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_bytes_come_in_a_coding_the_client_knows(offer: str, coding: str | None) -> None:
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    answer = get(accept_encoding=offer)
    assert answer.get("Content-Encoding") == coding
    assert decode(answer.content) == "<p>één AnonymousUser</p>".encode()
    assert answer["Vary"] == "Accept-Encoding"


def test_head_has_the_headers_without_the_content() -> None:
    full = get()
    head = page(RequestFactory().head("/2019/"))
    assert head.content == b""
    assert dict(head.items()) == dict(full.items())


def test_other_methods_are_refused() -> None:
    answer = page(RequestFactory().post("/2019/"))
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_a_refusal_is_not_kept_nor_marked() -> None:
    answer = get("/2019/?soort=onzin")
    assert answer.status_code == 400
    assert not answer.has_header("ETag")
    assert answer["Cache-Control"] == "no-cache"


def test_feeds_may_be_reused_for_five_minutes() -> None:
    view = fresh(cache_control=FEED)(lambda request: HttpResponse("x"))
    answer = view(RequestFactory().get("/2019/agenda.ics"))
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["X-Accel-Expires"] == f"@{int(NOON.timestamp())}"


@pytest.mark.django_db(transaction=True)
def test_the_bytes_are_made_once_until_something_changes() -> None:
    site = KeepAnswers(page)
    first, again = (site(RequestFactory().get("/2019/")) for _ in range(2))
    assert first.content == again.content
    assert dict(first.items()) == dict(again.items())
    assert len(rendered) == 1
    PublicRevision.bump()
    site(RequestFactory().get("/2019/"))
    assert len(rendered) == 2


@pytest.mark.django_db(transaction=True)
def test_the_revision_is_asked_for_once_in_a_quarter_second(django_assert_num_queries) -> None:
    etag = get()["ETag"]
    with django_assert_num_queries(0):
        assert get(if_none_match=etag).status_code == 304


def test_kept_copies_stay_within_their_bound() -> None:
    kept, generation = KeptCopies(limit=20_000), Generation.current()

    def keep(name: str, size: int) -> None:
        validators = Validators.of(generation, name, "identity")
        kept.put(asked_for(name), Copy(bytes(size), [], generation, validators))

    for number in range(20):
        keep(str(number), 500)
    keep("large", 5000)
    assert kept.get(asked_for("large"), generation) is None
    found = [kept.get(asked_for(str(number)), generation) is not None for number in range(20)]
    assert found == [False] * 13 + [True] * 7


def asked_for(path: str) -> Asked:
    return Asked(path, "", "identity", False)


@pytest.mark.parametrize("condition", [{"if_none_match": "*"}, {"if_modified_since": http_date()}])
def test_of_a_page_that_is_not_there_no_copy_is_right(condition: dict[str, str]) -> None:
    assert get("/2019/?soort=onzin", **condition).status_code == 400


def parts_of(size: int) -> Callable[[HttpRequest], StreamingHttpResponse]:
    return fresh()(lambda request: StreamingHttpResponse(iter([b"x" * (size // 4)] * 4)))


def test_what_comes_in_parts_is_whole_when_it_is_short_or_coded() -> None:
    for size, offer in ((4000, ""), (4000, "gzip"), (4_000_000, "gzip"), (4_000_000, "br")):
        answer = parts_of(size)(RequestFactory().get("/", headers={"accept-encoding": offer}))
        assert not answer.streaming
        assert answer["Content-Length"] == str(len(answer.content))
        decode = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[offer]
        assert decode(answer.content) == b"x" * size


def test_what_is_long_and_uncoded_is_sent_in_parts_and_not_kept() -> None:
    answer = parts_of(4_000_000)(RequestFactory().get("/"))
    assert answer.streaming
    assert b"".join(answer.streaming_content) == b"x" * 4_000_000
    assert answer["ETag"]
    again = parts_of(4_000_000)(
        RequestFactory().get("/", headers={"if-none-match": answer["ETag"]})
    )
    assert again.status_code == 304
