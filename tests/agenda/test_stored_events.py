"""Feeds read events that were stored before, and are the same as when nothing was."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client

from agenda import stored_events
from agenda.models import Activity, Attendance, CalendarEvent, Status
from agenda.when import When
from tests.factories import make_activity, make_edition, make_kind, make_municipality, make_place

pytestmark = pytest.mark.django_db
BEFORE = datetime(2019, 5, 20, 12, tzinfo=UTC)
AFTER = datetime(2019, 6, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _before_the_week():
    with time_machine.travel(BEFORE, tick=True):
        yield


def fill() -> None:
    day = date(2019, 6, 4)
    make_place("Utrecht")
    make_activity(town="Utrecht", municipality=make_municipality(), summary="Voor ouders")
    make_activity(when=When(day, day, time(13), time(14)), online_url="https://meet.example/x")
    make_activity(attendance=Attendance.ONLINE, status=Status.CANCELLED, status_note="Ziek.")
    make_activity(status=Status.HIDDEN, title="Geheim")
    make_activity(when=When(), title="Ooit")


def feed(client: Client, at: datetime = BEFORE) -> bytes:
    with time_machine.travel(at, tick=True):
        return client.get("/2019/agenda.ics").content


@pytest.mark.parametrize("many", [500, 2])
def test_stored_and_made_on_the_spot_are_the_same_on_every_day(
    client: Client, many: int, monkeypatch
) -> None:
    monkeypatch.setattr(stored_events, "MANY", many)
    fill()
    days = [BEFORE, datetime(2019, 6, 5, 12, tzinfo=UTC), AFTER, AFTER + timedelta(days=40)]
    made = [feed(client, day) for day in days]
    assert not CalendarEvent.objects.exists()  # who reads stores nothing
    assert stored_events.refresh() == 4
    assert [feed(client, day) for day in days] == made
    assert (b"X-ALT-DESC" in made[0]) == (many == 500)
    assert b"meet.example" in made[0]
    assert b"meet.example" not in made[1]


def test_only_stored_events_are_read(client: Client, django_assert_num_queries) -> None:
    fill()
    stored_events.refresh()
    CalendarEvent.objects.update(full=b"STORED\r\n", full_ended=b"")
    with django_assert_num_queries(5):
        content = feed(client)
    assert content.count(b"STORED\r\n") == 4


@pytest.mark.parametrize(
    "change", [{"revision": 7}, {"modified": AFTER}, {"revision": 8, "status": Status.HIDDEN}]
)
def test_what_was_made_of_something_else_is_not_believed(client: Client, change: dict) -> None:
    fill()
    stored_events.refresh()
    CalendarEvent.objects.update(full=b"OLD\r\n", full_ended=b"OLD\r\n")
    Activity.objects.update(**change)
    assert b"OLD" not in feed(client)
    assert stored_events.refresh() == 4
    assert stored_events.refresh() == 0


def test_another_address_of_the_site_or_a_new_name_makes_them_anew(
    client: Client, settings
) -> None:
    kind = make_kind("webinar")
    make_activity(kind=kind)
    stored_events.refresh()
    settings.SITE_URL = "https://elders.example"
    assert b"https://elders.example/2019/agenda/" in feed(client)
    assert stored_events.refresh() == 1
    kind.name = "Onlinecollege"
    kind.save()
    assert b"Onlinecollege" not in feed(client)
    stored_events.doubt()
    assert b"CATEGORIES:Onlinecollege" in feed(client)


@pytest.mark.parametrize("count", [1, 3])
def test_storing_takes_as_many_queries_for_one_as_for_three(
    count: int, django_assert_num_queries
) -> None:
    for _ in range(count):
        make_activity(town="Utrecht")
    with django_assert_num_queries(4):
        stored_events.refresh()


def test_an_empty_feed_is_a_calendar(client: Client) -> None:
    make_edition()
    assert b"LAST-MODIFIED" not in feed(client)
    assert feed(client).endswith(b"END:VCALENDAR\r\n")
