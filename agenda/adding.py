"""One activity into one's own calendar, once; and the way to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from agenda.calendars.feed import absolute
from agenda.models import Activity

LONGEST = 600  # characters of text in an address


@dataclass(frozen=True)
class Adding:
    """By `google`, `outlook` and `file` one gets a copy of now; `webcal` is followed."""

    google: str
    outlook: str
    webcal: str
    file: str


def adding(activity: Activity) -> Adding | None:
    """Links that fill in the event for the visitor to save; None for what has no day."""
    when = activity.when
    if when.first is None or when.final is None:
        return None
    address = absolute(activity.get_absolute_url())
    hours = when.describe_hours() if when.is_several_days and when.start else ""
    told = "\n\n".join(part for part in (hours, activity.summary[:LONGEST], address) if part)
    where = activity.place_line or ("Online" if activity.online_url else "")
    if when.is_timed and when.start:
        begin = datetime.combine(when.first, when.start)
        end = datetime.combine(when.first, when.end or when.start)
        dates = f"{begin:%Y%m%dT%H%M%S}/{end:%Y%m%dT%H%M%S}"
        moments = {"startdt": begin.isoformat(), "enddt": end.isoformat()}
    else:
        after = when.final + timedelta(days=1)  # both take the day after the last as the end
        dates = f"{when.first:%Y%m%d}/{after:%Y%m%d}"
        moments = {"startdt": when.first.isoformat(), "enddt": after.isoformat(), "allday": "true"}
    google = {"action": "TEMPLATE", "text": activity.title, "dates": dates,
              "ctz": "Europe/Amsterdam", "location": where, "details": told}  # fmt: skip
    outlook = {"path": "/calendar/action/compose", "rru": "addevent", "subject": activity.title,
               "location": where, "body": told, **moments}  # fmt: skip
    file = reverse("agenda:activity_ics", args=[activity.edition.year, activity.slug])
    return Adding(
        f"https://calendar.google.com/calendar/render?{urlencode(google)}",
        f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}",
        f"webcal://{absolute(file).partition('://')[2]}",
        file,
    )


def route(activity: Activity) -> str:
    """To a planner that knows trains and bicycles too; empty where the place is not exact."""
    if not (activity.address or activity.venue) or not activity.place_line:
        return ""
    query = urlencode({"api": "1", "destination": activity.place_line})
    return f"https://www.google.com/maps/dir/?{query}"
