"""What every kind of feed tells about itself and its activities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

from agenda.calendars.text import clean, one_line, shortened
from agenda.models import Activity, Attendance

ORGANISATION = "Landelijke Actieweek Thuiszitters"
CANCELLED = "GEANNULEERD"
SUMMARY_LENGTH, BRIEF_SUMMARY_LENGTH = 220, 110
# Above it events are brief: Google reads no more than a megabyte, which a thousand must fit in.
MANY = 500
UNKNOWN_PLACE = "Plaats niet bekend"


class Coordinates(NamedTuple):
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Feed:
    """The activities in their order, and where they are to be found."""

    name: str
    description: str
    source: str  # absolute address of the feed itself
    page: str  # absolute address of the page that shows the same
    picture: str  # absolute address of a PNG: the bouquet, or the one flower
    today: date  # in Amsterdam
    activities: Iterable[Activity] = ()  # gone through once
    # By key of the activity. May be filled while one goes through them, just before each is given.
    coordinates: Mapping[int, Coordinates] = field(default_factory=dict)


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def page_of(activity: Activity) -> str:
    """Its absolute address; of ten thousand, looking up a route each takes half a second."""
    return f"{_agenda_of(activity.edition.year, settings.SITE_URL)}{activity.slug}/"


def picture_of(activity: Activity) -> str:
    return f"{page_of(activity)[:-1]}.png"


@lru_cache(maxsize=64)
def _agenda_of(year: int, site: str) -> str:
    return f"{site}{reverse('agenda:agenda', args=[year])}"


def title(activity: Activity) -> str:
    """Cancelled stands before it as well: many calendars show no status."""
    text = one_line(activity.title)
    return f"{CANCELLED}: {text}" if activity.is_cancelled else text


def summary(activity: Activity, limit: int = SUMMARY_LENGTH) -> str:
    return shortened(one_line(activity.summary or activity.text), limit)


def location(activity: Activity) -> str:
    """Never empty: an empty place reads as "still to be filled in" in several calendars."""
    if activity.attendance == Attendance.ONLINE:
        return "Online"
    if place := one_line(activity.place_line):
        return place
    if activity.region:
        return one_line(f"Regio {activity.region}")
    return one_line(f"Provincie {activity.province}") if activity.province else UNKNOWN_PLACE


def cancellation(activity: Activity) -> str:
    """That it is off and why; empty when it goes on."""
    if not activity.is_cancelled:
        return ""
    return one_line(f"Deze activiteit gaat niet door. {clean(activity.status_note)}")
