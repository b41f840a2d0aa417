"""iCalendar (RFC 5545, RFC 7986): activities to the bytes that calendars subscribe to.

Nothing here asks for the time: DTSTAMP is the last change, and what depends on the day depends on
`Feed.today`. The same activities on the same day give the same bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from agenda.calendars.describing import is_ended_online
from agenda.calendars.events import event, last_change
from agenda.calendars.feed import MANY, ORGANISATION, Feed
from agenda.calendars.lines import content, escaped
from agenda.calendars.text import address, one_line

REFRESH = "PT4H"
COLOUR_NAME, COLOUR = "goldenrod", "#E8A317"
# Two yearly rules, by hand: the list of RDATEs that icalendar makes is read one hour late by
# Thunderbird and ical.js, and Outlook knows no other properties than these.
ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".splitlines()


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
    yield content([*_head(feed, latest), *ZONE])
    yield from events
    yield content(["END:VCALENDAR"])


def _head(feed: Feed, latest: datetime | None) -> Iterator[str]:
    name, description = escaped(one_line(feed.name)), escaped(one_line(feed.description))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{ORGANISATION}//Actieweek//NL"
    yield "CALSCALE:GREGORIAN"
    yield f"DESCRIPTION:{description}"
    yield f"X-WR-CALDESC:{description}"
    yield f"NAME:{name}"
    yield f"X-WR-CALNAME:{name}"
    yield f"COLOR:{COLOUR_NAME}"
    # RFC 7986, 5.10: for calendars that show a picture beside their own text.
    yield f"IMAGE;DISPLAY=BADGE;FMTTYPE=image/png;VALUE=URI:{address(feed.picture)}"
    if latest:
        yield f"LAST-MODIFIED:{latest.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    yield f"SOURCE;VALUE=URI:{address(feed.source)}"
    yield f"URL:{address(feed.page)}"
    yield f"X-APPLE-CALENDAR-COLOR:{COLOUR}"
    yield f"X-PUBLISHED-TTL:{REFRESH}"
    yield "X-WR-TIMEZONE:Europe/Amsterdam"
