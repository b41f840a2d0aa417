"""A day that an earlier sentence told: “'s avonds”, “diezelfde dag”, “de ochtend erna”."""

import re
from collections.abc import Sequence
from datetime import timedelta

from submissions.reading.day_hits import DateHit, DateRole
from submissions.reading.moments import Moment

_SAME = re.compile(
    r"['’‘]s\s(?:ochtends|morgens|middags|avonds)|\b(?:die|de)zelfde\s(?:dag|ochtend|middag|avond)|"
    r"\blater\s(?:op\s)?die\sdag|\bdie\s(?:ochtend|middag|avond)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:de\s)?(?:ochtend|dag|middag|avond)\s(?:erna|daarna|erop|daarop)\b|"
    r"\bde\s(?:volgende|andere)\s(?:dag|ochtend|middag|avond)\b|\been\sdag\slater\b",
    re.IGNORECASE,
)
TRUST = 0.7


def day_of_all(moment: Moment, above: Sequence[DateHit]) -> DateHit | None:
    """The one day that is told above a list, for an item of it with hours from and until."""
    told = [hit for hit in above if hit.role is DateRole.EVENT]
    hours = moment.hours
    if len({(hit.first, hit.last) for hit in told}) != 1 or told[0].first != told[0].last:
        return None
    if hours.first is None or hours.last is None:
        return None
    return DateHit(told[0].first, told[0].first, 0, 0, TRUST)


def day_carried(own: str, start: int, known: Sequence[DateHit]) -> DateHit | None:
    """The day that a stretch from `start` on means by such words; `known` are those of the text."""
    before = [hit for hit in known if hit.start < start and hit.role is DateRole.EVENT]
    if not before:
        return None
    for pattern, days in ((_NEXT, 1), (_SAME, 0)):
        if told := pattern.search(own):
            day = before[-1].first + timedelta(days=days)
            return DateHit(day, day, told.start(), told.end(), TRUST)
    return None
