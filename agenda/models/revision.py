"""The one number that decides freshness."""

import time
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection, models, transaction
from django.utils import timezone

KEEP_SECONDS = 0.25


class Moment(NamedTuple):
    """The number, and the moment at which it last moved."""

    number: int
    changed_at: datetime


_NEVER_CHANGED = Moment(1, datetime.fromtimestamp(0, tz=timezone.get_default_timezone()))


class PublicRevision(models.Model):
    """One row: it moves whenever anything changes that a visitor may see."""

    number = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="public_revision_is_one_row")
        ]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def bump(cls) -> None:
        """Move it; call inside the transaction of the change itself.

        The moment moves at least a whole second, even when two changes fall in one: an HTTP date
        has no fractions, and a client that asks by date must not miss the second of them.
        """
        with transaction.atomic():
            row, made = cls.objects.select_for_update().get_or_create(pk=1, defaults={"number": 2})
            if not made:
                row.number += 1
                next_second = row.changed_at.replace(microsecond=0) + timedelta(seconds=1)
                row.changed_at = max(timezone.now(), next_second)
                row.save()
        _Kept.forget()
        transaction.on_commit(_Kept.forget)

    @classmethod
    def is_at_hand(cls) -> bool:
        """Whether `current` needs no query now."""
        return _Kept.read() is not None

    @classmethod
    def current(cls) -> Moment:
        """One query by primary key, or none within a quarter of a second of the last one."""
        kept = _Kept.read()
        if kept is not None:
            return kept
        row = cls.objects.filter(pk=1).values_list("number", "changed_at").first()
        moment = Moment(*row) if row else _NEVER_CHANGED
        # What is read inside a transaction may never be committed.
        if row and not connection.in_atomic_block:
            _Kept.write(moment)
        return moment


class _Kept:
    """This process's copy. One assignment replaces both parts, so that threads need no lock."""

    _copy: tuple[float, Moment] | None = None

    @classmethod
    def read(cls) -> Moment | None:
        copy = cls._copy
        if copy is None or connection.in_atomic_block or time.monotonic() > copy[0]:
            return None
        return copy[1]

    @classmethod
    def write(cls, moment: Moment) -> None:
        cls._copy = (time.monotonic() + KEEP_SECONDS, moment)

    @classmethod
    def forget(cls) -> None:
        cls._copy = None
