"""What the readers must know of the world. It is loaded beforehand, so that they stay pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from agenda.models.fields import fold
from agenda.postcodes import Postcodes
from submissions.reading.told import Told


@dataclass(frozen=True, slots=True)
class Town:
    """A place name; `municipality` is its CBS code or empty, `province` a region code.

    `others` are the places that the name could mean as well, or, where `municipality` is empty, all
    that it could mean. `meant` says that the bare name is this one.
    """

    name: str
    municipality: str
    municipality_name: str
    province: str
    province_name: str
    meant: bool = True
    others: tuple["Town", ...] = ()


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
    """`towns` by `town_key`; `today` is the day the mail came; `earlier` oldest first.

    `own` holds our addresses, in lower case: what they wrote is not the sender's. `kinds` are the
    slugs of the kinds of activity that the agenda has. `told` is all that the mail at hand says:
    it may decide between places of one name.
    """

    today: date
    weeks: tuple[Week, ...] = ()
    towns: Mapping[str, Town] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    earlier: tuple[Earlier, ...] = ()
    postcodes: Postcodes = field(default_factory=Postcodes)
    told: Told = field(default_factory=Told)

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
        return self.towns.get(town_key(name))

    def home(self, postcode: str) -> Town | None:
        """The municipality of a postcode: ``6711 XB``, or its four digits."""
        name = self.postcodes.municipality(int(postcode[:4]))
        return self.town(name) if name else None


_MARKS = str.maketrans({"'": "", "’": "", "‘": "", "`": "", "-": " ", ".": " "})


def town_key(name: str) -> str:
    """What spellings of one name have in common: ``St.-Annaparochie`` is ``Sint Annaparochie``."""
    words = fold(name).translate(_MARKS).split()
    if words and words[0] == "st":
        words[0] = "sint"
    return " ".join(words)


def gazetteer(towns: Iterable[Town]) -> dict[str, Town]:
    """By `town_key`. Of one name the first that is `meant` counts: give municipalities first."""
    named: dict[str, list[Town]] = {}
    for town in towns:
        same = named.setdefault(town_key(town.name), [])
        if all(_lies(one) != _lies(town) for one in same):
            same.append(town)
    return {key: _together(same) for key, same in named.items()}


def _lies(town: Town) -> str:
    return town.municipality or town.province


def _together(same: list[Town]) -> Town:
    """Places of one name. One of which only the province is known counts if no other is known."""
    known = [one for one in same if one.municipality] or same
    if len(known) == 1:
        return known[0]
    for town in known:
        if town.meant:
            return replace(town, others=tuple(one for one in known if one is not town))
    return undecided(known)


def undecided(towns: Sequence[Town]) -> Town:
    """One of several places; what all have in common is known of it."""
    first = towns[0]
    alike = len({one.province for one in towns}) == 1
    return Town(
        name=first.name,
        municipality="",
        municipality_name="",
        province=first.province if alike else "",
        province_name=first.province_name if alike else "",
        meant=False,
        others=tuple(one for one in towns if one.municipality),
    )


_WORD = re.compile(r"\w+")
MARK_LIMIT = 40_000  # characters: two mails that agree in so many are copies


def content_mark(text: str) -> str:
    """What two copies of one text have in common: its words, without quoting and punctuation."""
    return " ".join(_WORD.findall(fold(text[:MARK_LIMIT])))
