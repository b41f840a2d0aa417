"""How many activities each choice of the filters leaves: counted from bits, not by the database.

Of an edition its activities are read once and kept; after a change those that changed are. For
each value of each filter there is one large whole number whose bits are the activities that have
it. What a combination leaves is then an "and" of a few numbers, a millisecond also of 100,000
activities, so that every option of every filter can tell what it would give.
"""

import threading
import time
from array import array
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from agenda.gazetteer import gazetteer
from agenda.known import KILOMETRES
from agenda.models import (
    Activity,
    Attendance,
    Audience,
    Edition,
    Kind,
    Municipality,
    PublicRevision,
    Region,
    RegionKind,
    Status,
)
from agenda.models.activity import ActivityQuerySet
from agenda.selection import INCLUDED, Selection
from agenda.when import AMSTERDAM

KEPT = 6  # editions
COLUMNS = 8
LONG_AGO = datetime(1970, 1, 1, tzinfo=AMSTERDAM)
LATE = timedelta(minutes=10)  # what a transaction marked as modified may be committed later
READ_AGAIN = 600  # seconds: rows that were loaded by hand need not have moved their `modified`
AT_ONCE = 2000  # rows


class Bits:
    """Collects the bits of many numbers at once; setting them in the numbers would copy them."""

    def __init__(self) -> None:
        self._bytes: dict[Any, bytearray] = defaultdict(bytearray)

    def add(self, value: Any, position: int) -> None:
        bits, byte = self._bytes[value], position >> 3
        if byte >= len(bits):
            bits.extend(bytes(byte + 1 - len(bits)))
        bits[byte] |= 1 << (position & 7)

    def numbers(self) -> dict[Any, int]:
        return {value: int.from_bytes(bits, "little") for value, bits in self._bytes.items()}


class OutOfOrder(Exception):
    """More changed than the rows that were modified, or in another order: all are read again."""


class Tally:
    """The activities of one edition that visitors may see, by what they have.

    Never changed once made. A newer one is made of an `older` one and the rows that were modified
    since: whatever visitors see of an activity moves its `modified`, or feeds would not tell it.
    """

    def __init__(self, edition: Edition, older: "Tally | None" = None) -> None:
        """Raises `OutOfOrder` when it cannot be made of the older one."""
        rows = Activity.objects.filter(edition=edition)
        self.read_at: float = older.read_at if older else time.monotonic()
        rows = rows.filter(modified__gte=older.changed - LATE) if older else rows.public()
        self._keys: array[int] = array("q", older._keys if older else ())
        self._columns: list[dict[Any, int]] = [{} for _ in range(COLUMNS)]
        self.changed: datetime = older.changed if older else LONG_AGO
        touched, told = self._read(rows)
        if older:
            kept = ~touched
            self._columns = [
                {value: bits & kept for value, bits in column.items()} for column in older._columns
            ]
        for column, bits in zip(self._columns, told, strict=True):
            for value, number in bits.numbers().items():
                column[value] = column.get(value, 0) | number
        (
            self._kinds, self._provinces, self._regions, self._municipalities, self._forms,
            self._spans, self._created, self._audiences,
        ) = self._columns  # fmt: skip
        self._everything = _joined(self._forms.values())  # each has one, if only an empty one
        self._partnerships = _partnerships()
        self._vocabulary = _vocabulary()
        found = Activity.objects.public().filter(edition=edition)
        if older and not self._continues(older, found.count()):
            raise OutOfOrder

    def _read(self, rows: ActivityQuerySet) -> tuple[int, list[Bits]]:
        """The bits of all that were read, and what those that visitors may see have."""
        told, touched = [Bits() for _ in range(COLUMNS)], Bits()
        listed = rows.order_by("pk").values_list(
            "pk", "status", "modified", "kind__slug", "province__slug", "region__slug",
            "municipality_id", "attendance", "first_day", "last_day", "created",
        )  # fmt: skip
        for key, status, modified, *values, first, last, created in listed.iterator(AT_ONCE):
            self.changed = max(self.changed, modified)
            is_public = status in (Status.PUBLISHED, Status.CANCELLED)
            position = self._position(key) if is_public or self._has(key) else None
            if position is None:
                continue
            touched.add(True, position)
            if is_public:
                facts = (*values, (first, last), created.astimezone(AMSTERDAM).date())
                for column, value in zip(told, facts, strict=False):
                    column.add(value, position)
        links = Activity.audiences.through.objects.filter(activity__in=rows.values("pk"))
        for key, slug in links.values_list("activity_id", "audience__slug").iterator(AT_ONCE):
            if self._has(key):
                told[-1].add(slug, self._position(key))
        return touched.numbers().get(True, 0), told

    def _continues(self, older: "Tally", count: int) -> bool:
        """Whether what is left of the older one is still so."""
        return (
            count == self._everything.bit_count()
            and older._vocabulary == self._vocabulary
            and time.monotonic() - self.read_at < READ_AGAIN
        )

    def _has(self, key: int) -> bool:
        at = bisect_left(self._keys, key)
        return at < len(self._keys) and self._keys[at] == key

    def _position(self, key: int) -> int:
        """Where its bit stands; a key that is new gets the next place."""
        if not self._keys or key > self._keys[-1]:
            self._keys.append(key)
            return len(self._keys) - 1
        if not self._has(key):
            raise OutOfOrder(key)
        return bisect_left(self._keys, key)

    def count(self, selection: Selection) -> int:
        return self._left(selection).bit_count()

    def per_choice(
        self, selection: Selection, parameter: str, values: Iterable[str]
    ) -> dict[str, int]:
        """Of each value how many the *other* filters leave that have it."""
        left = self._left(selection, leave_out=parameter)
        mask = MASKS[parameter]
        return {value: (left & mask(self, (value,))).bit_count() for value in values}

    def per_municipality(self, selection: Selection) -> dict[int, int]:
        """How many the selection leaves in each; those without any are not there."""
        left = self._left(selection)
        counts = ((key, (left & bits).bit_count()) for key, bits in self._municipalities.items())
        return {key: count for key, count in counts if key and count}

    def _left(self, selection: Selection, leave_out: str = "") -> int:
        left = self._everything
        for parameter, mask in MASKS.items():
            values = selection.values(parameter)
            if values and parameter != leave_out:
                left &= mask(self, values)
        if selection.q:
            left &= self._with_words(selection)
        return left

    def _with_words(self, selection: Selection) -> int:
        bits = Bits()
        found = Activity.objects.filter(pk__in=selection.words_only().values("pk"))
        for key in found.values_list("pk", flat=True):
            if self._has(key):
                bits.add(True, self._position(key))
        return bits.numbers().get(True, 0)

    def on_days(self, values: Iterable[str]) -> int:
        days = [date.fromisoformat(value) for value in values]
        return _joined(
            bits
            for (first, last), bits in self._spans.items()
            if first and any(first <= day <= last for day in days)
        )

    def in_provinces(self, values: Iterable[str]) -> int:
        return _joined(self._provinces.get(value, 0) for value in values)

    def in_municipalities(self, values: Iterable[str]) -> int:
        known = gazetteer().by_slug
        keys = [known[value][0] for value in values if value in known]
        return _joined(self._municipalities.get(key, 0) for key in keys)

    def in_regions(self, values: Iterable[str]) -> int:
        """Samenwerkingsverbanden are regions too; a municipality may lie in several."""
        members = {key for value in values for key in self._partnerships.get(value, ())}
        within = _joined(self._municipalities.get(key, 0) for key in members)
        return within | _joined(self._regions.get(value, 0) for value in values)

    def of_kinds(self, values: Iterable[str]) -> int:
        return _joined(self._kinds.get(value, 0) for value in values)

    def for_audiences(self, values: Iterable[str]) -> int:
        return _joined(self._audiences.get(value, 0) for value in values)

    def in_forms(self, values: Iterable[str]) -> int:
        forms = {form for value in values for form in INCLUDED[Attendance(value)]}
        return _joined(self._forms.get(form, 0) for form in forms)

    def near(self, values: Iterable[str]) -> int:
        names = gazetteer()
        spots = [spot for value in values if (spot := names.find(value))]
        keys = set().union(*(names.near(spot, KILOMETRES) for spot in spots))
        return _joined(self._municipalities.get(key, 0) for key in keys)

    def since(self, values: Iterable[str]) -> int:
        begin = date.fromisoformat(min(values))
        return _joined(bits for day, bits in self._created.items() if day >= begin)


def _joined(numbers: Iterable[int]) -> int:
    joined = 0
    for number in numbers:
        joined |= number
    return joined


MASKS: dict[str, Callable[[Tally, tuple[str, ...]], int]] = {
    "dag": Tally.on_days,
    "provincie": Tally.in_provinces,
    "gemeente": Tally.in_municipalities,
    "regio": Tally.in_regions,
    "soort": Tally.of_kinds,
    "doelgroep": Tally.for_audiences,
    "vorm": Tally.in_forms,
    "bij": Tally.near,
    "sinds": Tally.since,
}


def _partnerships() -> dict[str, set[int]]:
    """The municipalities of each samenwerkingsverband."""
    found: dict[str, set[int]] = defaultdict(set)
    members = Municipality.objects.filter(samenwerkingsverbanden__kind=RegionKind.PARTNERSHIP)
    for key, slug in members.values_list("pk", "samenwerkingsverbanden__slug"):
        found[slug].add(key)
    return found


def _vocabulary() -> tuple[Any, ...]:
    """What an administrator can change without touching an activity."""
    municipalities = Municipality.objects.values_list("pk", "province", "rmc_region")
    named = (model.objects.values_list("pk", "slug") for model in (Kind, Audience, Region))
    return tuple(tuple(rows.order_by("pk")) for rows in (municipalities, *named))


_kept: OrderedDict[int, tuple[object, Tally]] = OrderedDict()
_lock = threading.Lock()


def tally(edition: Edition) -> Tally:
    """The tally of the present revision; after a change only what changed is read."""
    moment = PublicRevision.current()
    # What is read inside a transaction may never be committed.
    may_be_kept = moment.number > 1 and not connection.in_atomic_block
    with _lock:
        kept_at, kept = _kept.get(edition.pk, (None, None)) if may_be_kept else (None, None)
    if kept and kept_at == moment:
        return kept
    try:
        made = Tally(edition, kept)
    except OutOfOrder:
        made = Tally(edition)
    if may_be_kept:
        with _lock:
            _kept[edition.pk] = moment, made
            _kept.move_to_end(edition.pk)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
    return made


def count_of(selection: Selection) -> int:
    return tally(selection.edition).count(selection)
