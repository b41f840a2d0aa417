from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from agenda.calendars import ical
from agenda.calendars.feed import Coordinates
from agenda.models import Attendance, Region, Status
from agenda.when import AMSTERDAM, When
from tests.agenda.feeds import AFTER, BEFORE, CHANGED, TUESDAY, an_activity, event_of, feed_of


def test_calendar_tells_its_name_source_and_pace() -> None:
    calendar = Calendar.from_ical(ical.calendar(feed_of(an_activity())))
    told = {name: calendar[name].to_ical().decode() for name in calendar}
    assert told == {
        "PRODID": "-//Landelijke Actieweek Thuiszitters//Actieweek//NL",
        "VERSION": "2.0",
        "CALSCALE": "GREGORIAN",
        "NAME": "Actieweek 2019",
        "X-WR-CALNAME": "Actieweek 2019",
        "DESCRIPTION": "Van 3 t/m 7 juni",
        "X-WR-CALDESC": "Van 3 t/m 7 juni",
        "X-WR-TIMEZONE": "Europe/Amsterdam",
        "REFRESH-INTERVAL": "PT4H",
        "X-PUBLISHED-TTL": "PT4H",
        "SOURCE": "https://actieweek.example/2019/agenda.ics",
        "URL": "https://actieweek.example/2019/agenda/",
        "COLOR": "goldenrod",
        "X-APPLE-CALENDAR-COLOR": "#E8A317",
        "IMAGE": "https://actieweek.example/2019/boeket.png",
        "LAST-MODIFIED": "20190501T080000Z",
    }
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"


def test_no_method_attendee_organiser_or_alarm() -> None:
    content = ical.calendar(feed_of(an_activity(contact_email="jan@school.example")))
    for word in (b"METHOD", b"ATTENDEE", b"ORGANIZER", b"VALARM", b"jan@school.example"):
        assert word not in content


def test_zone_is_two_yearly_rules() -> None:
    content = ical.calendar(feed_of(an_activity())).decode()
    zone = content[content.index("BEGIN:VTIMEZONE") : content.index("END:VTIMEZONE")]
    assert zone.count("RRULE:FREQ=YEARLY") == 2
    assert "RDATE" not in zone
    assert "COMMENT" not in zone
    (parsed,) = Calendar.from_ical(content).walk("VTIMEZONE")
    for month, hours in ((1, 1), (6, 2), (12, 1)):
        offset = parsed.to_tz().utcoffset(datetime(2027, month, 15, 12))
        assert offset == timedelta(hours=hours)


def test_an_event_tells_all_that_is_common() -> None:
    activity = an_activity(
        title="Samen terug, stap voor stap",
        summary="Een middag voor ouders; en scholen.",
        venue="De Bron",
        address="Kerkstraat 1",
        postcode="3511 AB",
        town="Utrecht",
        organiser="SWV Utrecht",
        registration_url="https://aanmelden.example/1",
        registration_closes=date(2019, 6, 1),
        revision=3,
    )
    activity.pk = 7
    event = event_of(activity, coordinates={7: Coordinates(52.09083, 5.12222)})
    page = "http://127.0.0.1:8000/2019/agenda/inloop/"
    assert event["UID"] == str(activity.public_id)
    assert event.decoded("DTSTART") == datetime(2019, 6, 4, 13, 30, tzinfo=AMSTERDAM)
    assert event.decoded("DTEND") == datetime(2019, 6, 4, 15, 0, tzinfo=AMSTERDAM)
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event["SUMMARY"] == "Samen terug, stap voor stap"
    assert event["LOCATION"] == "De Bron, Kerkstraat 1, 3511 AB Utrecht"
    assert event["GEO"].to_ical() == "52.09083;5.12222"
    assert event["URL"] == page
    assert event["IMAGE"] == f"{page.rstrip('/')}.png"
    assert event["IMAGE"].params["DISPLAY"] == "BADGE"
    assert event["CATEGORIES"].cats == ["Webinar, online; echt"]
    assert event["STATUS"] == "CONFIRMED"
    assert event["TRANSP"] == "OPAQUE"
    assert event["CLASS"] == "PUBLIC"
    assert event["DESCRIPTION"].splitlines() == [
        "Een middag voor ouders; en scholen.",
        "Organisator: SWV Utrecht",
        "Aanmelden (t/m zaterdag 1 juni 2019): https://aanmelden.example/1",
        f"Meer informatie: {page}",
    ]
    assert event["X-ALT-DESC"].params["FMTTYPE"] == "text/html"
    assert f'<a href="{page}">Meer informatie</a>' in event["X-ALT-DESC"]
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        assert event.decoded(name) == CHANGED


def test_html_of_a_sender_is_shown_as_text() -> None:
    event = event_of(an_activity(summary="<script>alert(1)</script>"))
    assert "<script>alert(1)</script>" in event["DESCRIPTION"]
    assert "<script" not in event["X-ALT-DESC"]


def test_no_end_told_means_no_dtend() -> None:
    event = event_of(an_activity(When(TUESDAY, TUESDAY, time(13, 30))))
    assert event.decoded("DTSTART") == datetime(2019, 6, 4, 13, 30, tzinfo=AMSTERDAM)
    assert "DTEND" not in event


@pytest.mark.parametrize(
    "when", [When(TUESDAY, TUESDAY), When(TUESDAY), When(TUESDAY, TUESDAY, all_day=True)]
)
def test_a_day_without_hours_is_a_whole_day_that_keeps_one_free(when: When) -> None:
    event = event_of(an_activity(when))
    assert event["DTSTART"].to_ical() == b"20190604"
    assert event["DTEND"].to_ical() == b"20190605"
    assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
    assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")


def test_several_days_are_dates_with_the_hours_in_words() -> None:
    event = event_of(an_activity(When(TUESDAY, date(2019, 6, 6), time(9, 0), time(12, 0))))
    assert event["DTSTART"].to_ical() == b"20190604"
    assert event["DTEND"].to_ical() == b"20190607"
    assert "Elke dag 9.00 – 12.00 uur" in event["DESCRIPTION"]


GELDERLAND = Region(name="Gelderland")


@pytest.mark.parametrize(
    ("fields", "location"),
    [
        ({}, "Plaats niet bekend"),
        ({"attendance": Attendance.ONLINE, "town": "Utrecht"}, "Online"),
        ({"attendance": Attendance.HYBRID, "town": "Utrecht"}, "Utrecht"),
        ({"attendance": Attendance.HYBRID}, "Plaats niet bekend"),
        (
            {"region": Region(name="Achterhoek"), "province": Region(name="Gelderland")},
            "Regio Achterhoek",
        ),
        ({"province": Region(name="Gelderland")}, "Provincie Gelderland"),
    ],
)
def test_location_is_always_told(fields: dict[str, str], location: str) -> None:
    assert event_of(an_activity(**fields))["LOCATION"] == location


def test_a_webinar_leads_to_where_one_joins_until_it_is_over() -> None:
    webinar = an_activity(attendance=Attendance.ONLINE, online_url="https://meet.example/x")
    page = "http://127.0.0.1:8000/2019/agenda/inloop/"
    for today in (BEFORE, TUESDAY):
        event = event_of(webinar, today=today)
        assert event["CONFERENCE"] == "https://meet.example/x"
        assert event["CONFERENCE"].params["VALUE"] == "URI"
        assert "Meedoen: https://meet.example/x" in event["DESCRIPTION"]
    ended = event_of(webinar, today=date(2019, 6, 5))
    assert ended["CONFERENCE"] == page
    assert "meet.example" not in ended["DESCRIPTION"]
    assert "meet.example" not in ended["X-ALT-DESC"]


def test_the_end_of_a_webinar_is_a_change_that_subscribers_notice() -> None:
    webinar = an_activity(attendance=Attendance.ONLINE, revision=2)
    before, after = event_of(webinar), event_of(webinar, today=AFTER)
    webinar.revision = 3
    revised = event_of(webinar)
    assert before["SEQUENCE"] < after["SEQUENCE"] < revised["SEQUENCE"]
    assert after.decoded("LAST-MODIFIED") == datetime(2019, 6, 4, 22, 0, tzinfo=UTC)


def test_a_cancellation_keeps_the_event_and_says_so() -> None:
    activity = an_activity(title="Inloop", online_url="https://meet.example/x")
    first = event_of(activity)
    activity.status, activity.status_note = Status.CANCELLED, "De spreker is ziek."
    activity.revision += 1
    event = event_of(activity)
    assert event["UID"] == first["UID"]
    assert event["SEQUENCE"] > first["SEQUENCE"]
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "GEANNULEERD: Inloop"
    assert event["TRANSP"] == "TRANSPARENT"
    assert "Deze activiteit gaat niet door. De spreker is ziek." in event["DESCRIPTION"]
    assert "meet.example" not in event["DESCRIPTION"] + event["CONFERENCE"]


def test_what_was_taken_down_is_a_cancellation_without_its_text() -> None:
    hidden = an_activity(
        status=Status.HIDDEN, title="Geheim", slug="geheim", summary="Geheim", town="Geheim"
    )
    event = event_of(hidden)
    assert set(event) == {
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "CLASS",
        "SUMMARY",
        "STATUS",
        "TRANSP",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    }
    assert (event["SUMMARY"], event["STATUS"]) == ("GEANNULEERD", "CANCELLED")


def test_the_bytes_are_the_same_until_something_changes() -> None:
    activity = an_activity()
    first = ical.calendar(feed_of(activity))
    assert ical.calendar(feed_of(activity, today=BEFORE + timedelta(days=3))) == first
    activity.modified += timedelta(seconds=1)
    assert ical.calendar(feed_of(activity)) != first
