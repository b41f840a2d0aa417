"""Times of a calendar part as wall time in Amsterdam, whatever the sender calls its time zone.

Descriptions of zones (VTIMEZONE) are taken out before the library reads the rest: it keeps them by
name for the life of the process, so that the “Customized Time Zone” of one sender would move the
appointments of the next.
"""

import io
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.tz import tzical
from icalendar import Component
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from agenda.when import AMSTERDAM

YEARS = range(2010, 2100)
Moment = date | datetime
_BORDER = re.compile(r"^(BEGIN|END):VTIMEZONE[ \t]*(?:\n|\Z)", re.I | re.M)
_BLOCK_LIMIT = 4_000  # characters; that of Outlook has 400
_TZID = re.compile(r"^TZID[^:\n]{0,100}:(.{1,200})$", re.I | re.M)
_OFFSET = re.compile(r"^TZOFFSETTO[^:\n]{0,50}:([+-])(\d\d)(\d\d)", re.I | re.M)
_RULE = re.compile(r"^RRULE[^:\n]{0,50}:(.*)$", re.I | re.M)
# Every other rule could have the library count seconds since 1601.
_YEARLY = re.compile(
    r"(?:FREQ=YEARLY|(?:INTERVAL=1|BYDAY|BYMONTH|BYMONTHDAY|UNTIL|WKST)=?[^;]*|"
    r";)+"
)
_WINDOWS = {name.lower(): olson for name, olson in WINDOWS_TO_OLSON.items()}
_CITIES = re.compile(r"amsterdam|brussel|parijs|paris|berlijn|berlin|west-europ", re.I)

Zones = Mapping[str, str]


def without_zones(text: str) -> tuple[str, Zones]:
    """The calendar without its descriptions of time zones, and those by their names."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("TZID=/", "TZID=").replace('TZID="/', 'TZID="')
    kept: list[str] = []
    zones: dict[str, str] = {}
    start, done = -1, 0
    for border in _BORDER.finditer(text):
        if border[1].upper() == "BEGIN":
            start = border.start() if start < 0 else start
        elif start >= 0:
            kept.append(text[done:start])
            _note(text[start : border.end()], zones)
            start, done = -1, border.end()
    return "".join([*kept, text[done:]]), zones


def _note(block: str, zones: dict[str, str]) -> None:
    name = _TZID.search(block) if len(block) <= _BLOCK_LIMIT else None
    if name and len(zones) < 10:
        zones.setdefault(name[1].strip().strip('"/'), block)


def zone_named(name: str, zones: Zones) -> tzinfo | None:
    """The zone of a TZID: of the IANA, of Windows, of an older standard, or as described."""
    name = name.strip().strip('"/')
    parts = name.split("/")
    for known in ("/".join(parts[start:]) for start in range(min(len(parts), 6))):
        if zone := _known(_WINDOWS.get(known.lower(), known)):
            return zone
    if name in zones:
        return _described(name, zones[name])
    return AMSTERDAM if _CITIES.search(name) else None


def _known(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name and len(name) < 60 else None
    except (KeyError, ValueError, OSError):
        return None


def _described(name: str, block: str) -> tzinfo | None:
    offsets = {sign + hours + minutes for sign, hours, minutes in _OFFSET.findall(block)}
    if offsets == {"+0100", "+0200"}:
        return AMSTERDAM
    if not offsets or not all(_YEARLY.fullmatch(rule.strip()) for rule in _RULE.findall(block)):
        return None
    try:
        plain = _TZID.sub("TZID:x", block, count=1)
        return tzical(io.StringIO(plain)).get("x")
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError, ArithmeticError):
        return None


def moment(event: Component, name: str, zones: Zones) -> Moment | None:
    """A date, or a time with its zone: a floating time is taken as ours."""
    prop = event.get(name)
    if isinstance(prop, list):
        prop = prop[0] if prop else None
    return aware(value_of(prop), str(getattr(prop, "params", {}).get("TZID", "")), zones)


def aware(value: Any, tzid: str, zones: Zones) -> Moment | None:
    """None for what is no moment of these years."""
    if not isinstance(value, date) or value.year not in YEARS:
        return None
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=zone_named(tzid, zones) or AMSTERDAM)
    return value


def value_of(prop: Any) -> Any:
    """The Python value of a date property; None of a broken one, which raises when asked."""
    try:
        return getattr(prop, "dt", None)
    except ValueError:  # BrokenCalendarProperty
        return None


def local(value: Moment) -> Moment:
    """A date, or the wall time in Amsterdam, without its zone."""
    if isinstance(value, datetime):
        return value.astimezone(AMSTERDAM).replace(tzinfo=None)
    return value


def canonical(value: Moment | None) -> str:
    """One way to write a moment, however it was given: in UTC, or a date."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return value.strftime("%Y%m%d") if value else ""
