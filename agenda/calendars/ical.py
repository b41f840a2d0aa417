"""iCalendar (RFC 5545, RFC 7986): activities to the bytes that calendars subscribe to.

Nothing here asks for the time: DTSTAMP is the last change, and what depends on the day depends on
`Feed.today`. The same activities on the same day give the same bytes.
"""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

from icalendar import Calendar, Event, Parameters, Timezone, vText, vUri

from agenda.calendars import describing
from agenda.calendars.feed import (
    CANCELLED,
    ORGANISATION,
    Coordinates,
    Feed,
    location,
    page_of,
    picture_of,
    title,
)
from agenda.calendars.text import address, one_line
from agenda.models import Activity, Attendance
from agenda.when import AMSTERDAM

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
    """The whole feed, in the order of its activities; each must have a first day.

    Each event becomes bytes at once: as objects, thousands of them take hundreds of megabytes.
    """
    head = _head(feed)
    head.add_component(Timezone.from_ical(ZONE))
    opening, end, rest = head.to_ical().rpartition(b"END:VCALENDAR")
    written = BytesIO()
    written.write(opening)
    brief = feed.is_brief
    for activity in feed.activities:
        where = feed.coordinates.get(activity.pk)
        written.write(event(activity, today=feed.today, coordinates=where, brief=brief).to_ical())
    written.write(end + rest)
    return written.getvalue()


def _head(feed: Feed) -> Calendar:
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
    changes = (last_change(activity, feed.today) for activity in feed.activities)
    latest = max(changes, default=None)
    if latest:
        result.add("LAST-MODIFIED", latest)
    return result


def _add_picture(result: Calendar | Event, picture: str) -> None:
    """RFC 7986, 5.10: for calendars that show a picture beside their own text."""
    how = {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": "image/png"}
    result.add("IMAGE", vUri(address(picture)), parameters=how)


def event(
    activity: Activity,
    *,
    today: date,
    coordinates: Coordinates | None = None,
    brief: bool = False,
) -> Event:
    """One VEVENT. Of an activity that was taken down it tells no more than that it is off."""
    result = Event()
    changed = last_change(activity, today)
    result.add("UID", str(activity.public_id))
    result.add("DTSTAMP", changed)
    result.add("LAST-MODIFIED", changed)
    result.add("SEQUENCE", _sequence(activity, today))
    _add_when(result, activity)
    result.add("CLASS", "PUBLIC")
    if activity.is_hidden:
        result.add("SUMMARY", CANCELLED)
        result.add("STATUS", "CANCELLED")
        if activity.merged_into_id:
            _add_way_on(result, activity)
    else:
        _add_facts(result, activity, today)
        _add_description(result, describing.lines(activity, today, brief=brief), brief=brief)
        if not brief:
            _add_picture(result, picture_of(activity))
        if coordinates is not None and activity.attendance != Attendance.ONLINE:
            result.add("GEO", coordinates)
    return result


def _add_way_on(result: Event, activity: Activity) -> None:
    """Of what was merged into another, whose event stands beside it: its page leads there."""
    page = address(page_of(activity))
    result.add("DESCRIPTION", f"Samengevoegd met een andere activiteit: {page}")
    result.add("URL", vUri(page))


def _add_facts(result: Event, activity: Activity, today: date) -> None:
    page = page_of(activity)
    result.add("CREATED", activity.created.astimezone(UTC))
    result.add("STATUS", "CANCELLED" if activity.is_cancelled else "CONFIRMED")
    result.add("SUMMARY", title(activity))
    result.add("LOCATION", location(activity))
    result.add("CATEGORIES", [one_line(activity.kind.name)])
    result.add("URL", vUri(address(page)))
    link = describing.joining_link(activity, today)
    if link:
        how = Parameters({"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"], "LABEL": "Meedoen"})
        result.add("CONFERENCE", vUri(address(link)), parameters=how)


def _add_description(result: Event, lines: list[describing.Line], *, brief: bool) -> None:
    result.add("DESCRIPTION", describing.plain(lines))
    if not brief:
        html = vText(describing.html(lines))
        result.add("X-ALT-DESC", html, parameters={"FMTTYPE": "text/html"})


def _add_when(result: Event, activity: Activity) -> None:
    """An instant where there is one; otherwise days, of which DTEND is the first one after."""
    when = activity.when
    busy = when.is_timed and not (activity.is_cancelled or activity.is_hidden)
    result.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    result.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if busy else "FREE")
    if when.is_timed:
        result.add("DTSTART", when.starts_at())
        if when.end is not None:
            result.add("DTEND", when.ends_at())
    else:
        assert when.first is not None and when.final is not None
        result.add("DTSTART", when.first)
        result.add("DTEND", when.final + timedelta(days=1))


def last_change(activity: Activity, today: date) -> datetime:
    """When the event last read differently: a webinar's link changes on the day after it."""
    if not describing.is_ended_online(activity, today):
        return activity.modified.astimezone(UTC)
    final = activity.when.final
    assert final is not None
    after = datetime.combine(final + timedelta(days=1), time.min, tzinfo=AMSTERDAM)
    return max(activity.modified, after).astimezone(UTC)


def _sequence(activity: Activity, today: date) -> int:
    """Higher at every visible change; two steps a revision leave one for a webinar that ended."""
    return 2 * activity.revision + int(describing.is_ended_online(activity, today))
