"""VEVENT by hand, for speed: the library needs eight times as long for the same (a test compares).

The bytes of an event hang on the activity alone, and on whether it has *ended*: a webinar that is
over leads to its page. So they are made when it changes and stored, in every form that a feed may
ask for.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from agenda.calendars import describing
from agenda.calendars.feed import (
    CANCELLED,
    Coordinates,
    location,
    page_of,
    picture_of,
    title,
)
from agenda.calendars.lines import content, escaped
from agenda.calendars.text import address, one_line
from agenda.models import Activity, Attendance
from agenda.when import AMSTERDAM, When

ZONE = "TZID=Europe/Amsterdam"
END = b"END:VEVENT\r\n"


class Forms(NamedTuple):
    """One event in all its forms; those for "ended" are empty where nothing changes by then.

    The brief ones are for large feeds: Google reads no more than a megabyte.
    """

    brief: bytes
    full: bytes
    brief_ended: bytes
    full_ended: bytes


def forms(activity: Activity, coordinates: Coordinates | None = None) -> Forms:
    written = Written(activity, coordinates)
    brief, full = written.brief(ended=False), written.full(ended=False)
    if not describing.is_online(activity):
        return Forms(brief, full, b"", b"")
    return Forms(brief, full, written.brief(ended=True), written.full(ended=True))


def event(
    activity: Activity,
    *,
    today: date,
    coordinates: Coordinates | None = None,
    brief: bool = False,
) -> bytes:
    """The form of one day."""
    ended = describing.is_ended_online(activity, today)
    written = Written(activity, coordinates)
    return written.brief(ended=ended) if brief else written.full(ended=ended)


class Written:
    """Writes what the forms of one event share only once."""

    def __init__(self, activity: Activity, coordinates: Coordinates | None) -> None:
        self.activity = activity
        when = _when(activity, activity.when)
        if activity.is_hidden:
            # Of what was taken down they tell no more than that it is off.
            self.facts = content(
                [*when, f"SUMMARY:{CANCELLED}", "STATUS:CANCELLED", *_way_on(activity)]
            )
            return
        lines = [*when, *_facts(activity)]
        if coordinates is not None and activity.attendance != Attendance.ONLINE:
            lines.append(f"GEO:{coordinates.latitude};{coordinates.longitude}")
        self.facts = content(lines)
        picture = address(picture_of(activity))
        self.picture = content([f"IMAGE;DISPLAY=BADGE;FMTTYPE=image/png;VALUE=URI:{picture}"])
        self.told: dict[bool, describing.Told] = {}

    def brief(self, *, ended: bool) -> bytes:
        if self.activity.is_hidden:
            return self._whole(b"", ended=ended)
        text = escaped(describing.plain(self._told(ended).brief))
        return self._whole(content([*self._joining(ended), f"DESCRIPTION:{text}"]), ended=ended)

    def full(self, *, ended: bool) -> bytes:
        if self.activity.is_hidden:
            return self._whole(b"", ended=ended)
        told = self._told(ended).full
        lines = [
            *self._joining(ended),
            f"DESCRIPTION:{escaped(describing.plain(told))}",
            f"X-ALT-DESC;FMTTYPE=text/html:{escaped(describing.html(told))}",
        ]
        return self._whole(content(lines) + self.picture, ended=ended)

    def _told(self, ended: bool) -> describing.Told:
        if ended not in self.told:
            self.told[ended] = describing.lines(self.activity, ended=ended)
        return self.told[ended]

    def _joining(self, ended: bool) -> list[str]:
        link = describing.joining_link(self.activity, ended=ended)
        how = "FEATURE=AUDIO,VIDEO;LABEL=Meedoen;VALUE=URI"
        return [f"CONFERENCE;{how}:{address(link)}"] if link else []

    def _whole(self, told: bytes, *, ended: bool) -> bytes:
        return _identity(self.activity, ended=ended) + self.facts + told + END


def last_change(activity: Activity, *, ended: bool) -> datetime:
    """When the event last read differently: a webinar's link changes on the day after it."""
    if not ended:
        return activity.modified.astimezone(UTC)
    final = activity.when.final
    assert final is not None
    return max(activity.modified, end_of(final)).astimezone(UTC)


def end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=AMSTERDAM)


def moment(value: datetime) -> str:
    """In UTC; `value` may lie in any zone."""
    value = value.astimezone(UTC)
    return (
        f"{value.year:04}{value.month:02}{value.day:02}"
        f"T{value.hour:02}{value.minute:02}{value.second:02}Z"
    )


def _identity(activity: Activity, *, ended: bool) -> bytes:
    changed = moment(last_change(activity, ended=ended))
    # Two steps a revision leave one for a webinar that ended, a change to be noticed.
    sequence = 2 * activity.revision + ended
    return (
        f"BEGIN:VEVENT\r\nUID:{activity.public_id}\r\nDTSTAMP:{changed}\r\n"
        f"LAST-MODIFIED:{changed}\r\nSEQUENCE:{sequence}\r\nCLASS:PUBLIC\r\n"
    ).encode()


def _way_on(activity: Activity) -> list[str]:
    """Of what was merged into another, whose event stands beside it: its page leads there."""
    if not activity.merged_into_id:
        return []
    page = address(page_of(activity))
    told = escaped(f"Samengevoegd met een andere activiteit: {page}")
    return [f"DESCRIPTION:{told}", f"URL:{page}"]


def _facts(activity: Activity) -> list[str]:
    return [
        f"CREATED:{moment(activity.created)}",
        f"STATUS:{'CANCELLED' if activity.is_cancelled else 'CONFIRMED'}",
        f"SUMMARY:{escaped(title(activity))}",
        f"LOCATION:{escaped(location(activity))}",
        f"CATEGORIES:{escaped(one_line(activity.kind.name))}",
        f"URL:{address(page_of(activity))}",
    ]


def _when(activity: Activity, when: When) -> list[str]:
    """An instant where there is one; otherwise days, of which DTEND is the first one after."""
    busy = when.is_timed and not (activity.is_cancelled or activity.is_hidden)
    return [
        *(_hours(when) if when.is_timed else _days(when)),
        f"TRANSP:{'OPAQUE' if busy else 'TRANSPARENT'}",
        f"X-MICROSOFT-CDO-BUSYSTATUS:{'BUSY' if busy else 'FREE'}",
    ]


def _hours(when: When) -> list[str]:
    assert when.first is not None and when.start is not None
    begin = f"DTSTART;{ZONE}:{_day(when.first)}T{when.start:%H%M%S}"
    if when.end is None:
        return [begin]
    return [begin, f"DTEND;{ZONE}:{_day(when.first)}T{when.end:%H%M%S}"]


def _days(when: When) -> list[str]:
    assert when.first is not None and when.final is not None
    after = when.final + timedelta(days=1)
    return [
        f"DTSTART;VALUE=DATE:{_day(when.first)}",
        f"DTEND;VALUE=DATE:{_day(after)}",
    ]


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
