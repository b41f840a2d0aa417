import json
from datetime import date, time
from typing import Any

import pytest

from agenda.calendars import json as calendars_json
from agenda.calendars.feed import Coordinates
from agenda.models import Activity, Attendance, Audience, Status
from agenda.when import When
from tests.agenda.feeds import feed_of
from tests.factories import make_activity, make_municipality, make_partner

pytestmark = pytest.mark.django_db
AFTER = date(2019, 6, 20)


def read(*activities, **fields: Any) -> dict[str, Any]:
    edition = activities[0].edition
    return json.loads(b"".join(calendars_json.document(feed_of(*activities, **fields), edition)))


def make_told() -> Activity:
    """An activity of which something is known in every part of the document."""
    activity = make_activity(
        slug="inloop",
        title="Inloop",
        summary="Voor ouders",
        when=When(date(2019, 6, 4), date(2019, 6, 4), time(13, 30)),
        attendance=Attendance.HYBRID,
        online_url="https://meet.example/x",
        municipality=make_municipality("Utrecht"),
        venue="De Bron",
        revision=2,
    )
    activity.partners.add(make_partner(slug="ingrado", name="Ingrado"))
    activity.audiences.add(Audience.objects.create(slug="ouders", name="Ouders"))
    return activity


def test_every_promised_field_is_there() -> None:
    activity = make_told()
    content = read(activity, coordinates={activity.pk: Coordinates(52.1, 5.1)})
    assert content == {
        "edition": {
            "year": 2019,
            "first_day": "2019-06-03",
            "last_day": "2019-06-07",
            "theme": None,
            "url": "http://127.0.0.1:8000/2019/",
        },
        "source": "https://actieweek.example/2019/agenda.ics",
        "page": "https://actieweek.example/2019/agenda/",
        "count": 1,
        "activities": [
            {
                "id": str(activity.public_id),
                "revision": 2,
                "created": "2019-05-01T08:00:00Z",
                "modified": "2019-05-01T08:00:00Z",
                "status": "published",
                "status_note": None,
                "url": "http://127.0.0.1:8000/2019/agenda/inloop/",
                "calendar_url": "http://127.0.0.1:8000/2019/agenda/inloop.ics",
                "title": "Inloop",
                "summary": "Voor ouders",
                "text": None,
                "kind": {"slug": "regiobijeenkomst", "name": "Regiobijeenkomst"},
                "audiences": [{"slug": "ouders", "name": "Ouders"}],
                "partners": [{"slug": "ingrado", "name": "Ingrado"}],
                "when": {
                    "first_day": "2019-06-04",
                    "last_day": "2019-06-04",
                    "start_time": "13:30",
                    "end_time": None,
                    "all_day": None,
                    "timezone": "Europe/Amsterdam",
                    "text": "dinsdag 4 juni 2019, 13.30 uur",
                },
                "attendance": "hybride",
                "online_url": "https://meet.example/x",
                "place": {
                    "venue": "De Bron",
                    "address": None,
                    "postcode": None,
                    "town": None,
                    "municipality": "Utrecht",
                    "province": "Utrecht",
                    "region": "Utrecht",
                    "latitude": 52.1,
                    "longitude": 5.1,
                },
                "organiser": None,
                "website": None,
                "registration_url": None,
                "registration_closes": None,
                "costs": None,
            }
        ],
    }


def test_where_one_joins_is_not_told_after_it_is_over_or_off() -> None:
    over = make_activity(online_url="https://meet.example/x")
    off = make_activity(online_url="https://meet.example/y", status=Status.CANCELLED)
    assert read(over, today=AFTER)["activities"][0]["online_url"] is None
    assert read(off)["activities"][0]["online_url"] is None


def test_undated_has_no_days_and_no_calendar() -> None:
    (activity,) = read(make_activity(when=When()))["activities"]
    assert activity["when"]["first_day"] is None
    assert activity["when"]["text"] == "datum volgt"
    assert activity["calendar_url"] is None
