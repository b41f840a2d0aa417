"""How many activities each choice of the filters leaves: counted from bits, not by the database.

Of an edition its activities are read once per revision and kept. For each value of each filter
there is one large whole number whose bits are the activities that have it. What a combination
leaves is then an "and" of a few numbers, a millisecond also of 100,000 activities, so that every
option of every filter can tell what it would give.
"""

import threading
from array import array
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import connection

from agenda.gazetteer import gazetteer
from agenda.known import KILOMETRES
from agenda.models import Activity, Attendance, Edition, Municipality, PublicRevision, RegionKind
from agenda.selection import INCLUDED, Selection
from agenda.when import AMSTERDAM

KEPT = 6  # editions
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


class Tally:
    """The activities of one edition that visitors may see, by what they have."""

    def __init__(self, edition: Edition) -> None:
        found = Activity.objects.public().filter(edition=edition).order_by("pk")
        rows = found.values_list(
            "pk", "kind__slug", "province__slug", "region__slug", "municipality_id",
            "attendance", "first_day", "last_day", "created",
        )  # fmt: skip
        self._keys = array("q")
        columns = [Bits() for _ in range(7)]
        for position, (key, *values, first, last, created) in enumerate(rows.iterator(AT_ONCE)):
            self._keys.append(key)
            told = (*values, (first, last), created.astimezone(AMSTERDAM).date())
            for column, value in zip(columns, told, strict=True):
                column.add(value, position)
        self._everything = (1 << len(self._keys)) - 1
        (
            self._kinds, self._provinces, self._regions, self._municipalities, self._forms,
            self._spans, self._created,
        ) = (column.numbers() for column in columns)  # fmt: skip
        self._audiences = self._linked(edition)
        self._add_partnerships()

    def _linked(self, edition: Edition) -> dict[Any, int]:
        links = Activity.audiences.through.objects.filter(activity__edition=edition)
        audiences = Bits()
        for key, slug in links.values_list("activity_id", "audience__slug").iterator(AT_ONCE):
            if (position := self._position(key)) is not None:
                audiences.add(slug, position)
        return audiences.numbers()

    def _add_partnerships(self) -> None:
        """Samenwerkingsverbanden are regions too; a municipality may lie in several."""
        members = Municipality.objects.filter(
            samenwerkingsverbanden__kind=RegionKind.PARTNERSHIP,
        ).values_list("pk", "samenwerkingsverbanden__slug")
        for key, slug in members:
            within = self._municipalities.get(key, 0)
            self._regions[slug] = self._regions.get(slug, 0) | within

    def _position(self, key: int) -> int | None:
        at = bisect_left(self._keys, key)
        return at if at < len(self._keys) and self._keys[at] == key else None

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
            if (position := self._position(key)) is not None:
                bits.add(True, position)
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
        return _joined(self._regions.get(value, 0) for value in values)

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

_kept: OrderedDict[tuple[object, int], Tally] = OrderedDict()
_lock = threading.Lock()


def tally(edition: Edition) -> Tally:
    """The tally of the present revision; read again only after a change."""
    moment = PublicRevision.current()
    key = (moment, edition.pk)
    # What is read inside a transaction may never be committed.
    may_be_kept = moment.number > 1 and not connection.in_atomic_block
    with _lock:
        if may_be_kept and key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = Tally(edition)
    if may_be_kept:
        with _lock:
            _kept[key] = made
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
    return made


def count_of(selection: Selection) -> int:
    return tally(selection.edition).count(selection)
