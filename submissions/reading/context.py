"""What the readers must know of the world. It is loaded beforehand, so that they stay pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from agenda.models.fields import fold


@dataclass(frozen=True, slots=True)
class Town:
    """A place name; `municipality` is its CBS code or empty, `province` a region code."""

    name: str
    municipality: str
    municipality_name: str
    province: str
    province_name: str


@dataclass(frozen=True, slots=True)
class Week:
    """One edition: its year, first and last day."""

    year: int
    first: date
    last: date

    def day(self, weekday: int) -> date:
        """The first such weekday (Monday is 0) of the week, or of the days around it."""
        return self.first + timedelta(days=(weekday - self.first.weekday()) % 7)

    def distance(self, day: date) -> int:
        return max((self.first - day).days, (day - self.last).days, 0)


@dataclass(frozen=True, slots=True)
class Version:
    """An invitation that came before: `content` and `told` are marks of `reading.versions`."""

    uid: str
    recurrence_id: str = ""
    sequence: int = 0
    dtstamp: datetime | None = None
    content: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A mail that came before, as far as a later one may point at it.

    `key` names it to the caller; `message_ids` are its own and those of our answers to it; `named`
    says that the later mail names it by its reference, or by an address that is its own. `mark`
    is `kind.mark_of()` of it or empty where that cannot be equal anyway, `invited` tells of its
    calendar part, `titles`, `days` and `starts` (hours) are those of its activities.
    """

    key: str
    kind: str
    sender: str = ""
    message_ids: tuple[str, ...] = ()
    mark: str = ""
    invited: tuple[Version, ...] = ()
    titles: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    starts: tuple[time, ...] = ()
    named: bool = False


@dataclass(frozen=True)
class Context:
    """`towns` by folded name; `today` is the day the mail came; `earlier` oldest first.

    `own` holds our addresses, in lower case: what they wrote is not the sender's. `kinds` are the
    slugs of the kinds of activity that the agenda has.
    """

    today: date
    weeks: tuple[Week, ...] = ()
    towns: Mapping[str, Town] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    earlier: tuple[Earlier, ...] = ()

    @cached_property
    def provinces(self) -> dict[str, Town]:
        """By folded name; a province as a place without town or municipality."""
        told = {(town.province, town.province_name) for town in self.towns.values()}
        return {
            fold(name): Town(name, "", "", code, name)
            for code, name in sorted(told)
            if code and name
        }

    def week_near(self, day: date) -> Week | None:
        return min(self.weeks, key=lambda week: week.distance(day), default=None)

    def week_ahead(self, day: date) -> Week | None:
        """The week that a mail of this day is about: one just over, otherwise the coming one."""
        recent = [week for week in self.weeks if week.last >= day - timedelta(days=45)]
        return min(recent, key=lambda week: week.first, default=self.week_near(day))

    def town(self, name: str) -> Town | None:
        return self.towns.get(fold(name).replace("’", "'"))


def gazetteer(towns: Iterable[Town]) -> dict[str, Town]:
    """By folded name. Of one name the first counts: give municipalities before their villages."""
    found: dict[str, Town] = {}
    for town in towns:
        found.setdefault(fold(town.name).replace("’", "'"), town)
    return found


_WORD = re.compile(r"\w+")
MARK_LIMIT = 40_000  # characters: two mails that agree in so many are copies


def content_mark(text: str) -> str:
    """What two copies of one text have in common: its words, without quoting and punctuation."""
    return " ".join(_WORD.findall(fold(text[:MARK_LIMIT])))
