"""What decides whether a copy of a page is still right: revision, release and day.

- The ETag is a hash of revision, release, date in Amsterdam, normalised address and content coding.
- Last-Modified is the later of the last change and today's midnight in Amsterdam. It holds no start
  of a process and no release, because all machines must tell the same one. A client that asks by
  date alone therefore meets a new release's look at the next change or the next day.
"""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as hour
from typing import Any, NamedTuple

from django.conf import settings
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe

from agenda.models.revision import PublicRevision
from agenda.when import AMSTERDAM


class Generation(NamedTuple):
    """Between two of these nothing that a visitor sees can differ."""

    number: int
    changed_at: datetime
    today: date
    release: str

    @classmethod
    def current(cls) -> "Generation":
        """At most one query, by primary key."""
        number, changed_at = PublicRevision.current()
        return cls(number, changed_at, Today.date(), settings.RELEASE)

    @classmethod
    def is_at_hand(cls) -> bool:
        """Whether `current` asks nothing of the database."""
        return PublicRevision.is_at_hand()

    @property
    def may_be_kept(self) -> bool:
        """Where no change was ever reported, nothing would make a kept copy give way."""
        return self.number > 1


class Today:
    """The date in Amsterdam without asking the zone each time; one assignment, so no lock."""

    _known: tuple[float, float, date] = (0, 0, date.min)

    @classmethod
    def date(cls) -> date:
        since, until, day = cls._known
        if not since <= time.time() < until:
            day = timezone.localdate(timezone=AMSTERDAM)
            tomorrow = day + timedelta(days=1)
            cls._known = midnight(day).timestamp(), midnight(tomorrow).timestamp(), day
        return day


def midnight(day: date) -> datetime:
    return datetime.combine(day, hour.min, tzinfo=AMSTERDAM)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a client may ask with whether its copy is still right."""

    etag: str
    changed: float  # seconds since 1970

    @classmethod
    def of(cls, generation: Generation, address: str, coding: str) -> "Validators":
        parts = (
            str(generation.number),
            generation.changed_at.isoformat(),
            generation.release,
            generation.today.isoformat(),
            address,
            coding,
        )
        digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
        changed = max(generation.changed_at, midnight(generation.today))
        return cls(f'"{digest}"', changed.timestamp())

    @property
    def last_modified(self) -> str:
        """Never later than now (RFC 9110, 8.8.2.1): it may be ahead after changes in one second."""
        return http_date(int(min(self.changed, time.time())))

    @property
    def true_last_modified(self) -> str:
        """What it will be told once that moment has come."""
        return http_date(int(self.changed))

    @property
    def lie_ahead(self) -> bool:
        return self.changed > time.time()

    def named_by(self, asked: Mapping[str, Any]) -> bool:
        """Whether If-None-Match names the very copy: only who was sent it can do so.

        `asked` has headers by their WSGI names.
        """
        tags = asked.get("HTTP_IF_NONE_MATCH")
        return tags is not None and self._named_in(tags)

    def match(self, asked: Mapping[str, Any]) -> bool:
        """Whether the client's copy is right. If-None-Match, when given, is all that counts."""
        tags = asked.get("HTTP_IF_NONE_MATCH")
        if tags is not None:
            return self._named_in(tags) or tags.strip() == "*"
        date = asked.get("HTTP_IF_MODIFIED_SINCE")
        since = parse_http_date_safe(date) if date else None
        # A date that lies ahead is no date of ours; believed, it would freeze that client's copy.
        if since is None or since > time.time():
            return False
        return int(self.changed) <= since

    def _named_in(self, tags: str) -> bool:
        if tags == self.etag:
            return True
        return self.etag in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
