"""What an event's description says, as plain text and as HTML, and how one joins online."""

from datetime import date
from html import escape
from typing import NamedTuple

from agenda.calendars.feed import (
    BRIEF_SUMMARY_LENGTH,
    SUMMARY_LENGTH,
    cancellation,
    page_of,
)
from agenda.calendars.text import address, one_line, shortened
from agenda.models import Activity, Attendance
from agenda.when import describe_day


class Line(NamedTuple):
    """A sentence, or a label with the address that it leads to, ready to be written."""

    text: str
    link: str = ""


class Told(NamedTuple):
    """The lines of a description in full, and the few of a large feed."""

    full: list[Line]
    brief: list[Line]


def lines(activity: Activity, *, ended: bool) -> Told:
    """The page comes last and in words too: Google and Samsung show no URL property."""
    text = one_line(activity.summary or activity.text)
    organiser = one_line(activity.organiser)
    off = activity.is_cancelled
    status, hours = Line(cancellation(activity)), Line(_hours(activity))
    register = Line(_registration(activity), "" if off else address(activity.registration_url))
    join = Line("Meedoen", "" if off or ended else address(activity.online_url))
    page = Line("Meer informatie", address(page_of(activity)))
    full = [
        status,
        Line(shortened(text, SUMMARY_LENGTH)),
        hours,
        Line(f"Organisator: {organiser}" if organiser else ""),
    ]
    brief = [status, Line(shortened(text, BRIEF_SUMMARY_LENGTH)), hours]
    return Told(
        [line for line in full if line.text]
        + [line for line in (register, join) if line.link]
        + [page],
        [line for line in brief if line.text] + ([join] if join.link else []) + [page],
    )


def _hours(activity: Activity) -> str:
    """Of an item of several days, which stands in a calendar as whole days."""
    if activity.first_day == activity.last_day:
        return ""
    when = activity.when
    return when.describe_hours().capitalize() if when.is_several_days else ""


def plain(told: list[Line]) -> str:
    """Never HTML: Apple, Thunderbird and GNOME would show its tags."""
    return "\n".join(f"{line.text}: {line.link}" if line.link else line.text for line in told)


def html(told: list[Line]) -> str:
    """For Outlook, which reads it from X-ALT-DESC."""
    paragraphs = "".join(f"<p>{_html_of(line)}</p>" for line in told)
    return f"<html><body>{paragraphs}</body></html>"


def _html_of(line: Line) -> str:
    text = escape(line.text)
    return f'<a href="{escape(line.link)}">{text}</a>' if line.link else text


def _registration(activity: Activity) -> str:
    closes = activity.registration_closes
    return f"Aanmelden (t/m {describe_day(closes)})" if closes else "Aanmelden"


def is_ended_online(activity: Activity, today: date) -> bool:
    final = activity.when.final
    return is_online(activity) and final is not None and final < today


def joining_link(activity: Activity, *, ended: bool) -> str:
    """Where one takes part; once it is over or cancelled, its page. Empty when not told."""
    if not is_online(activity):
        return ""
    if ended or activity.is_cancelled:
        return page_of(activity)
    return activity.online_url


def is_online(activity: Activity) -> bool:
    return bool(activity.online_url) or activity.attendance in {
        Attendance.ONLINE,
        Attendance.HYBRID,
    }


def can_join(activity: Activity, today: date) -> bool:
    return not (activity.is_cancelled or is_ended_online(activity, today))
