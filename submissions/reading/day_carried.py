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


def day_of_all(moment: Moment, start: int, known: Sequence[DateHit]) -> DateHit | None:
    """The one day of a text, for a list item below it that has hours from and until."""
    told = {hit.first for hit in known if hit.role is DateRole.EVENT}
    hours = moment.hours
    if len(told) != 1 or hours.first is None or hours.last is None:
        return None
    before = [hit for hit in known if hit.start < start and hit.role is DateRole.EVENT]
    if not before or before[0].last != before[0].first:
        return None
    return DateHit(before[0].first, before[0].first, 0, 0, TRUST)


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
