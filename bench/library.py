"""The same events as `agenda.calendars.events`, by the icalendar library: what speed is compared
with, and what a test reads both by.
"""

from datetime import UTC, date, timedelta

from icalendar import Calendar, Event, Parameters, vText, vUri

from agenda.calendars import describing
from agenda.calendars.events import last_change
from agenda.calendars.feed import CANCELLED, Coordinates, location, page_of, picture_of, title
from agenda.calendars.text import address, one_line
from agenda.models import Activity, Attendance


def event(
    activity: Activity,
    *,
    today: date,
    coordinates: Coordinates | None = None,
    brief: bool = False,
) -> Event:
    """One VEVENT. Of an activity that was taken down it tells no more than that it is off."""
    result = Event()
    ended = describing.is_ended_online(activity, today)
    changed = last_change(activity, ended=ended)
    result.add("UID", str(activity.public_id))
    result.add("DTSTAMP", changed)
    result.add("LAST-MODIFIED", changed)
    result.add("SEQUENCE", 2 * activity.revision + int(ended))
    _add_when(result, activity)
    result.add("CLASS", "PUBLIC")
    if activity.is_hidden:
        result.add("SUMMARY", CANCELLED)
        result.add("STATUS", "CANCELLED")
    else:
        _add_facts(result, activity, ended=ended)
        told = describing.lines(activity, ended=ended)
        _add_description(result, told.brief if brief else told.full, brief=brief)
        if not brief:
            how = {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": "image/png"}
            result.add("IMAGE", vUri(address(picture_of(activity))), parameters=how)
        if coordinates is not None and activity.attendance != Attendance.ONLINE:
            result.add("GEO", coordinates)
    return result


def _add_facts(result: Event, activity: Activity, *, ended: bool) -> None:
    page = page_of(activity)
    result.add("CREATED", activity.created.astimezone(UTC))
    result.add("STATUS", "CANCELLED" if activity.is_cancelled else "CONFIRMED")
    result.add("SUMMARY", title(activity))
    result.add("LOCATION", location(activity))
    result.add("CATEGORIES", [one_line(activity.kind.name)])
    result.add("URL", vUri(address(page)))
    link = describing.joining_link(activity, ended=ended)
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


def calendar(activities: list[Activity], today: date, *, brief: bool) -> bytes:
    """A feed as a program makes it that leaves all of it to the library."""
    result = Calendar()
    result.add("PRODID", "-//bench//NL")
    result.add("VERSION", "2.0")
    for activity in activities:
        result.add_component(event(activity, today=today, brief=brief))
    return result.to_ical()
