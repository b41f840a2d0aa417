"""Times of day in Dutch running text, alone and as ranges, with the part they play.

Numeric ("14.00", "19u30", "10 uur"), in words ("half twee", "kwart over zeven") and mixed
("van 9 tot half 12"). A bare number counts only beside another time or with "uur".
"""

import re
from dataclasses import dataclass, replace
from datetime import time
from itertools import islice

from submissions.reading.ages import is_age
from submissions.reading.clock_marks import Mark, clock_marks
from submissions.reading.lengths import amount_of_time, minutes_of
from submissions.reading.time_roles import TimeRole, role_of

PROGRAMME = 6
MARKS_LIMIT = 240  # no mail that a person wrote names more times


@dataclass(frozen=True, slots=True)
class TimeHit:
    """A time or a range. `exact` is false where the half of the day was not told."""

    first: time
    last: time | None
    start: int
    end: int
    role: TimeRole = TimeRole.START
    exact: bool = True


_RANGE_BETWEEN = re.compile(
    r"[\s,]{0,3}(?:(?:tot|töt)(?:\s(?:en\smet|ongeveer|circa|rond|ca\.?|uiterlijk|plm\.?|±|"
    r"klokslag|precies|exact|stipt))?|t/m|tm|–|—|-|"
    r"−|‑|/|en|until|till|to|and|oant)"
    r"\s{0,3}(?:ca\.?\s|circa\s|rond\s|ongeveer\s|±\s?)?(?:op\s)?,?\s{0,3}(?:om\s)?",
    re.IGNORECASE,
)
_LATE = re.compile(r"avond(?:s|en|je)?\b|jûn|evening|nacht", re.IGNORECASE)
_EARLY = re.compile(r"ochtend|morgen|moarn|morning|ontbijt", re.IGNORECASE)
_BY_DAY = re.compile(r"ochtend|morgen|moarn|morning|ontbijt|middag|afternoon|lunch", re.IGNORECASE)
_WHOLE = 4000
_IN_BRACKETS = re.compile(r"\([^()]{0,60}\)")


def find_times(text: str, claimed: bytes | bytearray = b"") -> list[TimeHit]:
    """All times of the (masked) text in its order; `claimed` marks characters that are dates."""
    found = islice(clock_marks(text), MARKS_LIMIT)
    marks = [mark for mark in found if not any(claimed[mark.start : mark.end])]
    hits: list[TimeHit] = []
    number, floor = 0, 0
    while number < len(marks):
        mark = marks[number]
        if is_age(text, marks, number):
            number += 2
            continue
        other = _other_end(text, marks, number, claimed)
        if other:
            dated = any(claimed[mark.end : marks[other].start])
            hits.append(_range(text, mark, marks[other], floor, dated=dated))
            # What stands in brackets between the two is a time of its own.
            hits += [_single(text, one, mark.end) for one in marks[number + 1 : other]]
            floor = marks[other].end
            number = other + 1
            continue
        if mark.form in ("numeric", "words") or mark.unit or _bare_but_told(text, mark):
            hits.append(_single(text, mark, floor))
            floor = mark.end
        number += 1
    return with_later(text, hits)


def _other_end(text: str, marks: list[Mark], number: int, claimed: bytes | bytearray) -> int | None:
    """Which mark ends the range that this one begins: the next, or one behind its brackets."""
    for follower in (number + 1, number + 2):
        if follower >= len(marks):
            return None
        start, stop = marks[number].end, marks[follower].start
        between = text[start:stop]
        if len(between) > 80:
            return None
        if any(claimed[start:stop]):  # "2 juni 19.00 uur tot 2 juni 21.00 uur"
            between = "".join(
                character for at, character in enumerate(between, start) if not claimed[at]
            )
        if follower == number + 2:
            told = _IN_BRACKETS.search(between)
            if not told or not told.start() < marks[number + 1].start - start < told.end():
                return None
            between = between[: told.start()].rstrip() + between[told.end() :]
        if _is_range(text, marks[number], marks[follower], between):
            return follower
    return None


def _is_range(text: str, first: Mark, second: Mark, between: str) -> bool:
    if len(between) > 30 or not _RANGE_BETWEEN.fullmatch(between):
        return False
    before = text[max(0, first.start - 12) : first.start]
    word = between.strip(" ,\n\t").lower()
    if word == "/" and not (first.form == second.form == "numeric"):
        return False
    if word in ("en", "and") and not re.search(r"(?:tussen|between)\s+$", before, re.IGNORECASE):
        return False
    if first.form == second.form == "bare":
        told = re.search(r"(?:\bvan|tussen|tijd:?|from|between)\s{1,2}$", before, re.I)
        return second.unit or first.unit or bool(told and word != "-")
    return True


def _bare_but_told(text: str, mark: Mark) -> bool:
    before = text[max(0, mark.start - 12) : mark.start]
    if " of " in text[mark.start : mark.end]:  # "een uur of negen"
        return True
    return (
        bool(re.search(r"\b(?:om|aanvang|tot)\s{1,2}$", before, re.IGNORECASE))
        and mark.hour > 0
        and (mark.end >= len(text) or text[mark.end] in " .,;)\n")
        and bool(
            re.match(
                r"\s?(?:[.,;)\n]|$|'s|precies|exact|begin|start)", text[mark.end : mark.end + 10]
            )
        )
    )


def _range(text: str, first: Mark, second: Mark, floor: int, *, dated: bool = False) -> TimeHit:
    """`dated`: a day stands between the two, so that the end may be earlier on the clock."""
    late, early = _half_of_day(text, first.start, second.end)
    start = _clock(first, late=late or _evening(text, first, early=early), early=early)
    if second.fixed and not first.fixed and first.hour < 12 <= second.hour:  # "2-4 pm"
        noon = time(first.hour + 12, first.minute)
        start = noon if noon < time(second.hour, second.minute) else start
    end = time(second.hour, second.minute)
    if dated and first.form == second.form == "numeric":
        role = role_of(text, first.start, second.end, ranged=True, floor=floor)
        return TimeHit(start, end, first.start, second.end, role)
    if end <= start and second.hour < 12 and not second.fixed:
        end = time((second.hour + 12) % 24, second.minute)
    if end <= start and start.hour >= 12 > first.hour:  # "van 11 tot 1"
        start = time(first.hour, first.minute)
    role = role_of(text, first.start, second.end, ranged=True, floor=floor)
    if end <= start:
        return TimeHit(start, None, first.start, first.end, role)
    return TimeHit(start, end, first.start, second.end, role)


def _single(text: str, mark: Mark, floor: int) -> TimeHit:
    late, early = _half_of_day(text, mark.start, mark.end)
    exact = mark.form == "numeric" or mark.hour > 12 or late or early
    clock = _clock(mark, late=late or _evening(text, mark, early=early), early=early)
    role = role_of(text, mark.start, mark.end, floor=floor)
    return TimeHit(clock, None, mark.start, mark.end, role, exact)


def _clock(mark: Mark, *, late: bool, early: bool) -> time:
    hour = mark.hour
    plain = mark.form == "numeric" and hour >= 7
    if mark.fixed:
        return time(hour, mark.minute)
    if hour < 12 and ((late and hour >= 4) or (hour < 7 and not early and not plain)):
        hour += 12
    return time(hour % 24, mark.minute)


def _evening(text: str, mark: Mark, *, early: bool) -> bool:
    """ "Aanvang half acht": few begin that early, unless something says so."""
    told = mark.form == "words" and not mark.fixed and mark.hour == 7
    return told and not early and not _BY_DAY.search(text[:_WHOLE])


def _half_of_day(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the sentence around says evening, and whether it says morning."""
    near = text[end : end + 14]
    if _LATE.search(near):
        return True, False
    if _EARLY.search(near):
        return False, True
    before = text[max(0, start - 60) : start]
    late, early = bool(_LATE.search(before)), bool(_EARLY.search(before))
    if late or early:
        return late, early
    # "Om half acht": what is an evening as a whole has no hours of the morning.
    return bool(_LATE.search(text[:_WHOLE]) and not _BY_DAY.search(text[:_WHOLE])), False


@dataclass(frozen=True, slots=True)
class Hours:
    """Start and end of one activity, with the hits that told them."""

    start: TimeHit | None = None
    end: TimeHit | None = None

    @property
    def first(self) -> time | None:
        return self.start.first if self.start else None

    @property
    def last(self) -> time | None:
        if self.start and self.start.last:
            return self.start.last
        if self.end is None or self.first is None:
            return None
        clock = self.end.last or self.end.first
        if clock <= self.first and clock.hour < 12:  # "tot half tien", after "19.15 uur"
            clock = clock.replace(hour=clock.hour + 12)
        return clock if clock > self.first else None


def hours(hits: list[TimeHit]) -> Hours:
    """Which of the times are the activity's own: a range first, then a start and what ends it.

    A walk-in that nothing follows is the activity itself.
    """
    starts = [hit for hit in hits if hit.role is TimeRole.START]
    walk_in = [hit for hit in hits if hit.role is TimeRole.WALK_IN]
    ranges = [hit for hit in starts if hit.last]
    if not starts:
        ranges, starts = [hit for hit in walk_in if hit.last], walk_in
    if not starts and not ranges:  # "16.00-18.00 borrel": then the drinks are what it is
        ranges = [hit for hit in hits if hit.role is TimeRole.AFTER and hit.last]
    if ranges:
        return Hours(ranges[0])
    ends = [hit for hit in hits if hit.role is TimeRole.END]
    if not starts:
        return Hours(None, ends[0] if ends else None)
    after = [end for end in ends if end.start > starts[0].start]
    after = after or [end for end in ends if end.first > starts[0].first]  # the end told first
    if len(hits) >= PROGRAMME:  # a day told hour by hour ends with its last end
        after = after[-1:]
    return Hours(starts[0], after[0] if after else None)


_LATER_ON = re.compile(
    rf"(?<!\w){amount_of_time('l')}\slater\s(?=(?:beginnen|starten|begint|start|gaan|gaat|is|zijn|"
    r"sluiten|stoppen|vertrekken|staat)\b)",
    re.IGNORECASE,
)
LATER_REACH = 120  # characters between an hour and what is so much later


def with_later(text: str, hits: list[TimeHit]) -> list[TimeHit]:
    """ "Om zeven uur gaat de deur open, een kwartier later beginnen we": an hour of its own."""
    found = list(hits)
    if "later" not in text:
        return found
    for match in islice(_LATER_ON.finditer(text), 5) if hits else ():
        before = [hit for hit in found if 0 <= match.start() - hit.end < LATER_REACH]
        if before and not _LATER_ON.match(text, before[-1].start):
            hit = shifted(before[-1], minutes_of(match))
            role = role_of(text, match.start(), match.end() - 1, floor=before[-1].end)
            new = replace(hit, last=None, start=match.start(), end=match.end() - 1, role=role)
            found = sorted([*found, new], key=lambda one: one.start)
    return found


def shifted(hit: TimeHit, minutes: int) -> TimeHit:
    """The same hit that many minutes later: "woensdag beginnen we een half uur later"."""
    total = min(hit.first.hour * 60 + hit.first.minute + minutes, 23 * 60 + 59)
    return replace(hit, first=time(total // 60, total % 60))
