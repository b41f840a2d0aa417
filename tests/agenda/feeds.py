"""Feeds for tests, of activities that are not saved."""

from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st
from icalendar import Calendar, Event

from agenda.calendars import ical
from agenda.calendars.feed import Feed
from agenda.models import Activity, Edition, Kind
from agenda.when import When

BEFORE, AFTER = date(2019, 5, 20), date(2019, 6, 20)
CHANGED = datetime(2019, 5, 1, 8, 0, tzinfo=UTC)
TUESDAY = date(2019, 6, 4)
TIMED = When(TUESDAY, TUESDAY, time(13, 30), time(15, 0))


def an_activity(when: When = TIMED, **fields: Any) -> Activity:
    """Not saved: an event is made of the activity alone."""
    edition = Edition(year=2019, first=date(2019, 6, 3), last=date(2019, 6, 7))
    known = {"title": "Inloop", "slug": "inloop", "created": CHANGED, "modified": CHANGED}
    kind = Kind(slug="webinar", name="Webinar, online; echt")
    activity = Activity(edition=edition, kind=kind, **known | fields)
    activity.when = when
    return activity


def feed_of(*activities: Activity, today: date = BEFORE, **fields: Any) -> Feed:
    known = {
        "name": "Actieweek 2019",
        "description": "Van 3 t/m 7 juni",
        "source": "https://actieweek.example/2019/agenda.ics",
        "page": "https://actieweek.example/2019/agenda/",
        "picture": "https://actieweek.example/2019/boeket.png",
        "activities": activities,
        "today": today,
    }
    return Feed(**known | fields)


def event_of(activity: Activity, today: date = BEFORE, **fields: Any) -> Event:
    content = ical.calendar(feed_of(activity, today=today, **fields))
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


# No NUL and no surrogates: no database holds them.
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80)
