"""A calendar holds whatever text it is given, and stays within what its readers take."""

import random

from hypothesis import given, settings
from icalendar import Calendar

from agenda.calendars import ical
from agenda.calendars.text import one_line
from agenda.models import Attendance, Status
from tests.agenda.feeds import TEXT, an_activity, event_of, feed_of


@settings(max_examples=60)
@given(title=TEXT, summary=TEXT, venue=TEXT, organiser=TEXT, note=TEXT, url=TEXT)
def test_no_text_breaks_the_feed(
    title: str, summary: str, venue: str, organiser: str, note: str, url: str
) -> None:
    activity = an_activity(
        title=title,
        summary=summary,
        venue=venue,
        organiser=organiser,
        status=Status.CANCELLED,
        status_note=note,
        registration_url=url,
        online_url=url,
        attendance=Attendance.SITE,
    )
    content = ical.calendar(feed_of(activity))
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(byte < 32 and byte != 9 for line in lines for byte in line)
    for line in lines:
        line.decode()  # folded between characters, never inside one
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert not event.errors
    assert event["SUMMARY"] == f"GEANNULEERD: {one_line(title)}"
    assert event["LOCATION"] == (one_line(venue) or "Plaats niet bekend")
    assert set(event) - {"CONFERENCE"} == set(event_of(an_activity(status=Status.CANCELLED)))


@settings(max_examples=60)
@given(name=TEXT)
def test_no_name_breaks_the_head_of_the_feed(name: str) -> None:
    calendar = Calendar.from_ical(ical.calendar(feed_of(name=name, description=name)))
    assert calendar["DESCRIPTION"] == one_line(name)
    # Names that the library does not know as text it reads as they stand, escapes and all.
    assert calendar["NAME"] == calendar["DESCRIPTION"].to_ical().decode()


def test_a_calendar_of_a_thousand_stays_below_a_megabyte() -> None:
    words = ("ouders", "scholen", "gemeente", "samen", "terugkeer", "onderwijs", "maatwerk")
    chance = random.Random(1)

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    activities = [
        an_activity(
            title=some(6),
            slug=some(6).replace(" ", "-"),
            summary=some(30),
            text=some(400),
            organiser=some(5),
            venue=some(3),
            address="Stationsstraat 12",
            town="Amersfoort",
            registration_url="https://www.aanmelden.example/formulier/123456",
        )
        for _ in range(1000)
    ]
    assert len(ical.calendar(feed_of(*activities))) < 1_000_000
