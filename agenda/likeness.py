"""Whether two descriptions tell of one activity: pure, from title, organiser, place and time.

Two of them are compared only when a column with a key of theirs is equal (`LikeFields`), so that
looking for doubles stays an index look-up however much there is. `compare` then weighs what agrees
against what contradicts, and tells both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from django.db.models import Q

from agenda.models import Activity
from agenda.models.fields import fold
from agenda.models.keys import organiser_key, title_key, words_of
from agenda.when import describe_time

LIKELY = 60  # points from which an editor or an organiser is asked to look
MOST = 100
CANDIDATES = 60  # compared at most: what a day in a big city holds


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared. `year` is that of the edition, for what has no day; `place` a key."""

    title: str = ""
    organiser: str = ""
    place: str = ""
    venue: str = ""
    first: date | None = None
    last: date | None = None
    start: time | None = None
    year: int | None = None
    invitations: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Likeness:
    """`reasons` speak for it and `doubts` against it, each a short line in Dutch."""

    score: int
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_likely(self) -> bool:
        return self.score >= LIKELY


class Found(NamedTuple):
    activity: Activity
    likeness: Likeness


def compare(one: Traits, other: Traits) -> Likeness:
    points = 0
    reasons: list[str] = []
    doubts: list[str] = []
    for weight, line in _weighed(one, other):
        points += weight
        (reasons if weight > 0 else doubts).append(line)
    if one.invitations & other.invitations:
        return Likeness(MOST, ("Zelfde uitnodiging uit een agenda", *reasons), tuple(doubts))
    return Likeness(max(0, min(MOST, points)), tuple(reasons), tuple(doubts))


def _weighed(one: Traits, other: Traits) -> Iterator[tuple[int, str]]:
    yield from _titles(one.title, other.title)
    yield from _days(one, other)
    yield from _organisers(one.organiser, other.organiser)
    yield from _places(one, other)


def _titles(one: str, other: str) -> Iterator[tuple[int, str]]:
    if not one or not other:
        return
    if title_key(one) == title_key(other):
        yield 45, "Zelfde titel"
        return
    likeness = similarity(one, other)
    if likeness >= 0.6:
        yield 35, "Titel lijkt er erg op"
    elif likeness >= 0.4:
        yield 20, "Titel lijkt erop"
    else:
        yield -20, "Andere titel"


def _days(one: Traits, other: Traits) -> Iterator[tuple[int, str]]:
    years = {
        one.first.year if one.first else one.year,
        other.first.year if other.first else other.year,
    }
    if None not in years and len(years) == 2:
        yield -MOST, "Ander jaar"
    elif one.first and other.first:
        if one.first <= (other.last or other.first) and other.first <= (one.last or one.first):
            yield 25, "Zelfde dag" if one.first == other.first else "Overlappende dagen"
            yield from _hours(one.start, other.start)
        else:
            yield -35, "Andere dag"


def _hours(one: time | None, other: time | None) -> Iterator[tuple[int, str]]:
    if one is None or other is None:
        return
    if one == other:
        yield 10, "Zelfde begintijd"
    else:
        yield -20, f"Andere begintijd: {describe_time(one)} en {describe_time(other)} uur"


def _organisers(one: str, other: str) -> Iterator[tuple[int, str]]:
    mine, theirs = set(organiser_key(one).split()), set(organiser_key(other).split())
    if not mine or not theirs:
        return
    if mine == theirs:
        yield 25, "Zelfde organisator"
    elif len(mine & theirs) * 2 >= min(len(mine), len(theirs)) or similarity(one, other) >= 0.6:
        yield 15, "Organisator lijkt erop"
    else:
        yield -10, "Andere organisator"


def _places(one: Traits, other: Traits) -> Iterator[tuple[int, str]]:
    if one.venue and fold(one.venue) == fold(other.venue):
        yield 20, "Zelfde locatie"
    elif one.place and one.place == other.place:
        yield 15, "Allebei online" if one.place == "online" else "Zelfde plaats"
    elif one.place and other.place:
        yield -15, "Andere plaats"


def similarity(one: str, other: str) -> float:
    """0 to 1: by words, and by groups of three letters, for Dutch glues its words together."""
    mine, theirs = set(words_of(one)), set(words_of(other))
    by_word = len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
    first, second = _triples(mine), _triples(theirs)
    both = len(first) + len(second)
    return max(by_word, 2 * len(first & second) / both if both else 0.0)


def _triples(words: set[str]) -> set[str]:
    return {word[at : at + 3] for word in words for at in range(max(1, len(word) - 2))}


def traits_of(activity: Activity) -> Traits:
    return Traits(
        title=activity.title,
        organiser=activity.organiser,
        place=activity.place_key,
        venue=activity.venue,
        first=activity.first_day,
        last=activity.last_day,
        start=activity.start_time,
        year=activity.edition.year,
    )


def shares_a_key(title_key: str, organiser_key: str, place_key: str, first: date | None) -> Q:
    """Of rows with `LikeFields` and `first_day`: those worth comparing, each found by an index."""
    wanted = Q(pk__in=())
    if title_key:
        wanted |= Q(title_key=title_key)
    for name, key in (("organiser_key", organiser_key), ("place_key", place_key)):
        if key and first:
            wanted |= Q(**{name: key, "first_day": first})
    if organiser_key and first is None:
        wanted |= Q(organiser_key=organiser_key)
    return wanted


def like_activities(traits: Traits, *, apart_from: int | None = None) -> list[Found]:
    """What visitors can see that is likely the same, the likeliest first. One query."""
    keys = title_key(traits.title), organiser_key(traits.organiser), traits.place
    found = Activity.objects.public().filter(shares_a_key(*keys, traits.first))
    found = (
        found.exclude(pk__in=[apart_from] if apart_from else [])
        .with_facts()
        .order_by("-pk")[:CANDIDATES]
    )
    compared = [Found(activity, compare(traits, traits_of(activity))) for activity in found]
    likely = [one for one in compared if one.likeness.is_likely]
    return sorted(likely, key=lambda one: -one.likeness.score)
