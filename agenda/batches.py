"""Long lists of activities, read some at a time."""

from collections.abc import Collection, Iterator

from agenda.models import Activity
from agenda.models.activity import ActivityQuerySet

PLAIN = 1000  # as many make a plain list
BATCH = 250


def in_batches(found: ActivityQuerySet) -> Collection[Activity]:
    """A plain list up to PLAIN; above it something that asks again whenever it is gone through.

    Ten thousand activities at once, with what hangs on each, take a process 150 MB, which it then
    keeps for good. A feed of so many is rare, and some more queries cost it little.
    """
    first = list(found[: PLAIN + 1])
    return first if len(first) <= PLAIN else _Batches(found)


class _Batches(Collection[Activity]):
    def __init__(self, found: ActivityQuerySet) -> None:
        self._found = found
        self._count = found.count()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Activity]:
        return self._found.iterator(chunk_size=BATCH)

    def __contains__(self, activity: object) -> bool:
        return any(found == activity for found in self)
