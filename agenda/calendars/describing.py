"""What an event's description says, as plain text and as HTML, and how one joins online."""

from datetime import date
from typing import NamedTuple

from django.utils.html import escape

from agenda.calendars.feed import (
    BRIEF_SUMMARY_LENGTH,
    SUMMARY_LENGTH,
    cancellation,
    page_of,
    summary,
)
from agenda.calendars.text import address, one_line
from agenda.models import Activity, Attendance
from agenda.when import describe_day


class Line(NamedTuple):
    """A sentence, or a label with the address that it leads to."""

    text: str
    link: str = ""


def lines(activity: Activity, today: date, *, brief: bool = False) -> list[Line]:
    """The page comes last and in words too: Google and Samsung show no URL property."""
    organiser, registration_url = one_line(activity.organiser), activity.registration_url
    if brief:
        organiser = registration_url = ""
    told = [
        Line(cancellation(activity)),
        Line(summary(activity, BRIEF_SUMMARY_LENGTH if brief else SUMMARY_LENGTH)),
        Line(_hours(activity)),
        Line(f"Organisator: {organiser}" if organiser else ""),
    ]
    links = [
        Line(_registration(activity), "" if activity.is_cancelled else registration_url),
        Line("Meedoen", activity.online_url if can_join(activity, today) else ""),
        Line("Meer informatie", page_of(activity)),
    ]
    return [line for line in told if line.text] + [line for line in links if line.link]


def _hours(activity: Activity) -> str:
    """Of an item of several days, which stands in a calendar as whole days."""
    when = activity.when
    return when.describe_hours().capitalize() if when.is_several_days else ""


def plain(told: list[Line]) -> str:
    """Never HTML: Apple, Thunderbird and GNOME would show its tags."""
    return "\n".join(
        f"{line.text}: {address(line.link)}" if line.link else line.text for line in told
    )


def html(told: list[Line]) -> str:
    """For Outlook, which reads it from X-ALT-DESC."""
    paragraphs = "".join(f"<p>{_html_of(line)}</p>" for line in told)
    return f"<html><body>{paragraphs}</body></html>"


def _html_of(line: Line) -> str:
    text = escape(line.text)
    return f'<a href="{escape(address(line.link))}">{text}</a>' if line.link else text


def _registration(activity: Activity) -> str:
    closes = activity.registration_closes
    return f"Aanmelden (t/m {describe_day(closes)})" if closes else "Aanmelden"


def is_ended_online(activity: Activity, today: date) -> bool:
    final = activity.when.final
    return _is_online(activity) and final is not None and final < today


def joining_link(activity: Activity, today: date) -> str:
    """Where one takes part; once it is over or cancelled, its page. Empty when not told."""
    if not _is_online(activity):
        return ""
    if is_ended_online(activity, today) or activity.is_cancelled:
        return page_of(activity)
    return activity.online_url


def _is_online(activity: Activity) -> bool:
    return bool(activity.online_url) or activity.attendance in {
        Attendance.ONLINE,
        Attendance.HYBRID,
    }


def can_join(activity: Activity, today: date) -> bool:
    return not (activity.is_cancelled or is_ended_online(activity, today))
