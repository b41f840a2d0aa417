"""The sessions of a repeated appointment (RFC 5545, 3.8.5), within bounds of number and time."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil import rrule
from icalendar import Component

from submissions.reading.calendar_times import Moment, Zones, aware, value_of

SESSIONS_LIMIT = 50  # of a series with an end
ENDLESS_LIMIT = 10
HORIZON = timedelta(days=3 * 366)
_UNREAD = "De uitnodiging herhaalt zich op een manier die hier niet te lezen is; alleen de eerste "
_FREQUENCIES = {
    "DAILY": rrule.DAILY,
    "WEEKLY": rrule.WEEKLY,
    "MONTHLY": rrule.MONTHLY,
    "YEARLY": rrule.YEARLY,
}
_UNDERSTOOD = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"} | {
    *("BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"),
}
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS = {"MO": rrule.MO, "TU": rrule.TU, "WE": rrule.WE, "TH": rrule.TH, "FR": rrule.FR} | {
    "SA": rrule.SA,
    "SU": rrule.SU,
}


@dataclass(frozen=True, slots=True)
class Series:
    """When the sessions start, in order; `problem` says what was left out."""

    starts: tuple[Moment, ...]
    problem: str = ""


def repeats(event: Component) -> bool:
    return bool(event.get("RRULE") or event.get("RDATE"))


def sessions(event: Component, start: Moment, since: date, zones: Zones) -> Series:
    """Every session of a series that ends; of an endless one the first ones from `since` on."""
    try:
        return _sessions(event, start, since, zones)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, IndexError):
        return Series((start,), f"{_UNREAD}keer is overgenomen.")


def _sessions(event: Component, start: Moment, since: date, zones: Zones) -> Series:
    rule = event.get("RRULE")
    if isinstance(rule, list):
        rule = rule[0]
    # The first is always one of them, and a date or time that is left out is none of them.
    wanted: set[Moment] = {start, *_listed(event, "RDATE", zones)}
    gone = set(_listed(event, "EXDATE", zones))
    endless = bool(rule) and not (rule.get("COUNT") or rule.get("UNTIL"))
    limit = SESSIONS_LIMIT + len(gone) + 1
    if rule:
        found = _by_rule(rule, start, since)
        if endless:
            found = (one for one in found if _day(one) >= since)
            limit = ENDLESS_LIMIT + len(gone) + 1
            wanted = {one for one in wanted if _day(one) >= since}
        wanted |= set(islice(found, limit))
    left = sorted((one for one in wanted - gone if type(one) is type(start)), key=_order)
    if endless:
        kept = tuple(left[:ENDLESS_LIMIT]) or (start,)
        return Series(kept, f"De uitnodiging herhaalt zich zonder einde: {_first(len(kept))}")
    if len(left) > SESSIONS_LIMIT:
        return Series(tuple(left[:SESSIONS_LIMIT]), f"De reeks is lang: {_first(SESSIONS_LIMIT)}")
    return Series(tuple(left))


def _first(number: int) -> str:
    return f"alleen de eerste {number} keer zijn overgenomen."


def _by_rule(rule: Any, start: Moment, since: date) -> Iterator[Moment]:
    """Counted in the wall time of the appointment itself, so that summer time moves nothing."""
    if {str(key).upper() for key in rule} - _UNDERSTOOD:
        raise ValueError("a rule that is not understood")
    zone = start.tzinfo if isinstance(start, datetime) else None
    first = _naive(start)
    horizon = max(first, datetime.combine(since, time())) + HORIZON
    made = rrule.rrule(
        _FREQUENCIES[str(rule["FREQ"][0]).upper()],
        dtstart=first,
        interval=min(max(int(rule.get("INTERVAL", [1])[0]), 1), 1000),
        until=min(filter(None, (_until(rule, start), horizon))),
        **_choices(rule),
    )
    fits = (one for one in made if _is_within(one, rule))
    for one in islice(fits, int(rule["COUNT"][0]) if rule.get("COUNT") else None):
        yield one.replace(tzinfo=zone) if zone else one.date()


def _choices(rule: Any) -> dict[str, Any]:
    """What the library chooses by. It looks for days until the year 9999 when none can fit.

    So months are chosen afterwards (`_is_within`), and what can contradict itself is refused.
    """
    frequency = str(rule["FREQ"][0]).upper()
    days = [_weekday(str(value)) for value in rule.get("BYDAY", [])[:50]]
    dates, months = _numbers(rule, "BYMONTHDAY", 31), _numbers(rule, "BYMONTH", 12)
    places = _numbers(rule, "BYSETPOS", 5)
    of_year = frequency == "YEARLY" and not months
    if (
        (places and (not days or frequency in ("DAILY", "WEEKLY")))
        or (dates and (places or any(day.n for day in days)))
        or any(abs(day.n or 0) > (53 if of_year else 5) for day in days)
        or (dates and months and all(abs(d) > _LONGEST[m - 1] for d in dates for m in months))
    ):
        raise ValueError("a rule that may fit no day")
    values: dict[str, Any] = {"byweekday": days, "bysetpos": places}
    if frequency == "MONTHLY":
        values["bymonthday"] = dates
    elif frequency == "YEARLY":
        values |= {"bymonthday": dates, "bymonth": months}
    if "WKST" in rule:
        values["wkst"] = _weekday(str(rule["WKST"][0]))
    return {name: value for name, value in values.items() if value}


def _is_within(one: datetime, rule: Any) -> bool:
    months, dates = _numbers(rule, "BYMONTH", 12), _numbers(rule, "BYMONTHDAY", 31)
    length = monthrange(one.year, one.month)[1]
    return (not months or one.month in months) and (
        not dates or bool({one.day, one.day - length - 1} & set(dates))
    )


def _numbers(rule: Any, name: str, limit: int) -> list[int]:
    found = [int(value) for value in rule.get(name, [])[:50]]
    least = 1 if name == "BYMONTH" else -limit
    if any(value == 0 or not least <= value <= limit for value in found):
        raise ValueError(f"{name} of {found}")
    return found


def _weekday(text: str) -> Any:
    day = _DAYS[text[-2:].upper()]
    return day(int(text[:-2])) if text[:-2] not in ("", "+", "-") else day


def _until(rule: Any, start: Moment) -> datetime | None:
    value = (rule.get("UNTIL") or [None])[0]
    if isinstance(value, datetime):
        zone = start.tzinfo if isinstance(start, datetime) else UTC
        return value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value
    return datetime.combine(value, time.max) if isinstance(value, date) else None


def _listed(event: Component, name: str, zones: Zones) -> Iterator[Moment]:
    """The dates of an EXDATE or RDATE; of a period its start."""
    props = event.get(name)
    for prop in (props if isinstance(props, list) else [props])[:200]:
        for one in (getattr(prop, "dts", None) or [])[:200]:
            value = value_of(one)
            tzid = str(one.params.get("TZID", "") or prop.params.get("TZID", ""))
            found = aware(value[0] if isinstance(value, tuple) else value, tzid, zones)
            if found is not None:
                yield found


def _naive(value: Moment) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime.combine(value, time())


def _day(value: Moment) -> date:
    return value.date() if isinstance(value, datetime) else value


def _order(value: Moment) -> float:
    return value.timestamp() if isinstance(value, datetime) else value.toordinal()
