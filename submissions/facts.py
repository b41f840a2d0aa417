"""`Facts`: what is told of one activity. Form, mail, invitation and desk all speak it.

A field that was not told is empty. The same value travels as JSON in `Proposal.facts`; there only
told fields are kept, so that an update holds nothing but what it changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from agenda.when import When

WHEN_FIELDS = ("first_day", "last_day", "start_time", "end_time", "all_day")
TUPLES = ("audiences", "partners", "contact_public")
# Longest values in characters, equal to the columns of `Activity`.
LIMITS = {
    "title": 150,
    "summary": 300,
    "text": 10_000,
    "venue": 150,
    "address": 150,
    "postcode": 7,
    "town": 80,
    "organiser": 200,
    "website": 500,
    "registration_url": 500,
    "online_url": 500,
    "costs": 100,
    "contact_name": 100,
    "contact_email": 254,
    "contact_phone": 30,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """`kind` and `audiences` are slugs, `municipality` a CBS code, `province` and `region` codes.

    `contact_public` names which of name, email and phone the sender agreed to show.
    """

    title: str = ""
    summary: str = ""
    text: str = ""
    kind: str = ""
    audiences: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    all_day: bool | None = None
    attendance: str = ""
    venue: str = ""
    address: str = ""
    postcode: str = ""
    town: str = ""
    municipality: str = ""
    province: str = ""
    region: str = ""
    organiser: str = ""
    partners: tuple[str, ...] = ()
    website: str = ""
    registration_url: str = ""
    registration_closes: date | None = None
    online_url: str = ""
    costs: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    contact_public: tuple[str, ...] = ()

    @property
    def when(self) -> When:
        return When(self.first_day, self.last_day, self.start_time, self.end_time, self.all_day)

    def told(self) -> dict[str, Any]:
        """Only the fields that have a value, as Python values."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value not in ("", (), None)}

    def to_json(self) -> dict[str, Any]:
        """Only the told fields: strings, booleans, lists of strings; ISO 8601 for days, times."""
        return {name: plain(value) for name, value in self.told().items()}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Facts":
        """The reverse of `to_json`; unknown names are ignored (rows of an older release)."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: _typed(name, stored[name]) for name in stored if name in known})

    def missing(self) -> list[str]:
        """The fields without which an activity cannot be published."""
        return [name for name in ("title", "kind") if not getattr(self, name)]


def plain(value: Any) -> Any:
    """As JSON holds it."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _typed(name: str, value: Any) -> Any:
    if name in ("first_day", "last_day", "registration_closes"):
        return date.fromisoformat(value) if value else None
    if name in ("start_time", "end_time"):
        return time.fromisoformat(value) if value else None
    return tuple(value) if name in TUPLES else value
