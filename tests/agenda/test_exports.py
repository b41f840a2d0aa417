import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from agenda.models import Activity, Attendance, PublicRevision, Status
from agenda.when import When
from tests.factories import (
    make_activity,
    make_edition,
    make_kind,
    make_municipality,
    make_partner,
    make_place,
)

pytestmark = pytest.mark.django_db
FEEDS = ("agenda.ics", "agenda.atom", "agenda.json", "agenda.csv")
EXPORTS = (*FEEDS, "insluiten/")
BEFORE = datetime(2019, 5, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _before_the_week():
    with time_machine.travel(BEFORE, tick=True):
        yield


def events(client: Client, address: str = "/2019/agenda.ics"):
    response = client.get(address)
    assert response.status_code == 200
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("agenda.ics", "text/calendar; charset=utf-8"),
        ("agenda.atom", "application/atom+xml; charset=utf-8"),
        ("agenda.json", "application/json; charset=utf-8"),
        ("agenda.csv", "text/csv; charset=utf-8"),
    ],
)
def test_headers_of_a_feed(client: Client, name: str, content_type: str) -> None:
    make_activity()
    response = client.get(f"/2019/{name}")
    assert response["Content-Type"] == content_type
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Vary"] == "Accept-Encoding"
    assert response["ETag"]
    assert response["Last-Modified"]
    assert not response.cookies
    again = client.get(f"/2019/{name}", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    head = client.head(f"/2019/{name}")
    assert head["Content-Length"] == str(len(response.content))


def test_a_browser_may_ask_before_it_asks(client: Client) -> None:
    response = client.options("/2019/agenda.ics")
    assert response.status_code == 204
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("name", FEEDS)
def test_the_validator_moves_with_a_change(client: Client, name: str) -> None:
    activity = make_activity()
    before = client.get(f"/2019/{name}")
    activity.title = "Anders"
    activity.save()
    PublicRevision.bump()
    headers = {"if-none-match": before["ETag"]}
    after = client.get(f"/2019/{name}", headers=headers)
    assert after.status_code == 200
    assert b"Anders" in after.content


@pytest.mark.parametrize("name", EXPORTS)
def test_the_query_string_of_the_page_selects(client: Client, name: str) -> None:
    make_activity(title="Op dinsdag", first_day=date(2019, 6, 4), kind=make_kind("webinar"))
    make_activity(title="Op woensdag", first_day=date(2019, 6, 5))
    content = client.get(f"/2019/{name}?dag=2019-06-04&soort=webinar&pagina=2&wakker=1").content
    assert b"Op dinsdag" in content
    assert b"Op woensdag" not in content


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("query", ["dag=morgen", "soort=x%00y", "regio=nergens", "vorm=thuis"])
def test_what_does_not_exist_is_refused_in_dutch(client: Client, name: str, query: str) -> None:
    make_edition()
    response = client.get(f"/2019/{name}?{query}")
    assert response.status_code == 400
    assert "We kennen geen" in response.content.decode()


@pytest.mark.parametrize("name", FEEDS)
def test_a_refusal_of_a_feed_is_plain_text(client: Client, name: str) -> None:
    make_edition()
    response = client.get(f"/2019/{name}?soort=%3Cscript%3E")
    assert response["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", EXPORTS)
def test_no_edition_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/2011/{name}").status_code == 404


def make_programme(count: int) -> None:
    for number in range(count):
        town = f"Plaats {number}"
        make_place(town, longitude=f"5.{number}")
        activity = make_activity(town=town, municipality=make_municipality(f"Gemeente {number}"))
        activity.partners.add(make_partner())


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("agenda.ics", 7),  # two of them for what is not stored
        ("agenda.atom", 6),
        ("agenda.json", 6),
        ("agenda.csv", 6),
        ("insluiten/", 11),  # seven of them are kept until the next change
    ],
)
def test_as_many_queries_for_one_as_for_three(
    client: Client, name: str, queries: int, count: int, django_assert_num_queries
) -> None:
    make_programme(count)
    with django_assert_num_queries(queries):
        client.get(f"/2019/{name}")


def test_undated_is_on_the_page_only_as_far_as_calendars_go(client: Client) -> None:
    make_activity(when=When(), title="Ooit")
    assert events(client) == []
    assert "Ooit" in client.get("/2019/agenda.json").content.decode()


def test_the_town_is_where_it_lies(client: Client) -> None:
    make_place("Utrecht")
    make_activity(town="Utrecht", municipality=make_municipality())
    make_activity(town="Utrecht", municipality=make_municipality(), attendance=Attendance.ONLINE)
    on_site, online = events(client)
    assert on_site["GEO"].to_ical() == "52.09083;5.12222"
    assert "GEO" not in online


def test_of_two_towns_of_one_name_none_is_guessed(client: Client) -> None:
    make_place("Hengelo", latitude="52.26")
    make_place("Hengelo", latitude="52.05")
    make_activity(town="Hengelo")
    assert "GEO" not in events(client)[0]


def test_cancelled_stays_until_the_week_is_over_and_it_was_noticed(client: Client) -> None:
    make_activity(status=Status.CANCELLED, modified=datetime(2019, 6, 1, tzinfo=UTC))
    assert events(client)[0]["STATUS"] == "CANCELLED"
    with time_machine.travel(datetime(2019, 6, 20, 12, tzinfo=UTC)):
        assert len(events(client)) == 1
    with time_machine.travel(datetime(2019, 7, 20, 12, tzinfo=UTC)):
        assert events(client) == []


def test_taken_down_is_told_while_the_week_is_not_over(client: Client) -> None:
    activity = make_activity(title="Eerst", kind=make_kind("webinar"))
    (before,) = events(client)
    Activity.objects.filter(pk=activity.pk).update(status=Status.HIDDEN, revision=1)
    (event,) = events(client)
    assert (event["UID"], event["SUMMARY"]) == (before["UID"], "GEANNULEERD")
    assert event["SEQUENCE"] > before["SEQUENCE"]
    assert len(events(client, "/2019/agenda.ics?soort=webinar")) == 1
    with time_machine.travel(datetime(2019, 6, 9, 12, tzinfo=UTC)):
        assert events(client) == []


def test_words_of_what_was_taken_down_cannot_be_found_by_asking(client: Client) -> None:
    make_activity(status=Status.HIDDEN, title="Geheim")
    assert events(client, "/2019/agenda.ics?q=geheim") == []


@pytest.mark.parametrize("name", EXPORTS)
def test_nothing_of_what_was_taken_down_is_told(client: Client, name: str) -> None:
    make_activity(
        status=Status.HIDDEN,
        title="Geheim een",
        slug="geheim-twee",
        summary="Geheim drie",
        text="Geheim vier",
        town="Geheim vijf",
        organiser="Geheim zes",
        status_note="Geheim zeven",
        website="https://geheim.example/acht",
        online_url="https://geheim.example/negen",
    )
    for query in ("", "?q=geheim"):
        content = client.get(f"/2019/{name}{query}").content.lower()
        # The embed repeats the visitor's own question in its link.
        assert b"geheim" not in content.replace(b"q=geheim", b"").replace("‘geheim’".encode(), b"")


@pytest.mark.parametrize("name", (*EXPORTS, "agenda/inloop.ics"))
def test_contact_data_is_in_no_export(client: Client, name: str) -> None:
    make_activity(
        slug="inloop",
        contact_name="Jansen",
        contact_email="jansen@school.example",
        contact_phone="030 1234567",
    )
    content = client.get(f"/2019/{name}").content
    assert not any(word in content for word in (b"Jansen", b"jansen@", b"1234567"))


def test_one_activity_is_a_download_of_one_event(client: Client) -> None:
    activity = make_activity(slug="inloop")
    make_activity(slug="anders")
    response = client.get("/2019/agenda/inloop.ics")
    assert response["Content-Disposition"] == 'attachment; filename="inloop.ics"'
    assert response["Access-Control-Allow-Origin"] == "*"
    (event,) = events(client, "/2019/agenda/inloop.ics")
    assert event["UID"] == str(activity.public_id)


def test_one_activity_cancelled_undated_or_taken_down(client: Client) -> None:
    make_activity(slug="af", status=Status.CANCELLED)
    make_activity(slug="ooit", when=When())
    make_activity(slug="weg", title="Geheim", status=Status.HIDDEN)
    assert events(client, "/2019/agenda/af.ics")[0]["STATUS"] == "CANCELLED"
    assert client.get("/2019/agenda/ooit.ics").status_code == 404
    gone = client.get("/2019/agenda/weg.ics")
    assert gone.status_code == 410
    assert b"Geheim" not in gone.content


def test_source_and_page_are_the_addresses_of_the_selection(client: Client) -> None:
    make_activity(kind=make_kind("webinar"))
    content = json.loads(client.get("/2019/agenda.json?soort=webinar&x=1").content)
    assert content["source"] == "http://127.0.0.1:8000/2019/agenda.json?soort=webinar"
    assert content["page"] == "http://127.0.0.1:8000/2019/agenda/?soort=webinar"


def test_the_feed_changes_by_itself_when_a_webinar_is_over(client: Client) -> None:
    make_activity(attendance=Attendance.ONLINE, online_url="https://meet.example/x")
    before = client.get("/2019/agenda.ics")
    with time_machine.travel(BEFORE + timedelta(days=30)):
        after = client.get("/2019/agenda.ics", headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert b"meet.example" not in after.content
