"""iCalendar (RFC 5545, RFC 7986): activities to the bytes that calendars subscribe to.

Nothing here asks for the time: DTSTAMP is the last change, and what depends on the day depends on
`Feed.today`. The same activities on the same day give the same bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from icalendar import Calendar, Timezone, vText, vUri

from agenda.calendars.describing import is_ended_online
from agenda.calendars.events import event, last_change
from agenda.calendars.feed import MANY, ORGANISATION, Feed
from agenda.calendars.text import address, one_line

REFRESH = timedelta(hours=4)
COLOUR_NAME, COLOUR = "goldenrod", "#E8A317"
# Two yearly rules, by hand: the library's own list of RDATEs is read one hour late by Thunderbird
# and ical.js, and Outlook knows no other properties than these.
ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def calendar(feed: Feed) -> bytes:
    """The whole feed, made of its activities in their order; each must have a first day."""
    activities = list(feed.activities)
    brief = len(activities) > MANY
    events = (
        event(a, today=feed.today, coordinates=feed.coordinates.get(a.pk), brief=brief)
        for a in activities
    )
    changes = (last_change(a, ended=is_ended_online(a, feed.today)) for a in activities)
    return b"".join(parts(feed, events, max(changes, default=None)))


def parts(feed: Feed, events: Iterable[bytes], latest: datetime | None) -> Iterator[bytes]:
    """The feed around events that are bytes already; `latest` is the last change of any."""
    head = _head(feed, latest)
    head.add_component(Timezone.from_ical(ZONE))
    opening, end, rest = head.to_ical().rpartition(b"END:VCALENDAR")
    yield opening
    yield from events
    yield end + rest


def _head(feed: Feed, latest: datetime | None) -> Calendar:
    result = Calendar()
    name, description = vText(one_line(feed.name)), vText(one_line(feed.description))
    result.add("PRODID", f"-//{ORGANISATION}//Actieweek//NL")
    result.add("VERSION", "2.0")
    result.add("CALSCALE", "GREGORIAN")
    result.add("NAME", name)
    result.add("X-WR-CALNAME", name)
    result.add("DESCRIPTION", description)
    result.add("X-WR-CALDESC", description)
    result.add("X-WR-TIMEZONE", "Europe/Amsterdam")
    result.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    result.add("X-PUBLISHED-TTL", "PT4H")
    result.add("SOURCE", vUri(address(feed.source)), parameters={"VALUE": "URI"})
    result.add("URL", vUri(address(feed.page)))
    result.add("COLOR", COLOUR_NAME)
    result.add("X-APPLE-CALENDAR-COLOR", COLOUR)
    _add_picture(result, feed.picture)
    if latest:
        result.add("LAST-MODIFIED", latest)
    return result


def _add_picture(result: Calendar, picture: str) -> None:
    """RFC 7986, 5.10: for calendars that show a picture beside their own text."""
    how = {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": "image/png"}
    result.add("IMAGE", vUri(address(picture)), parameters=how)
