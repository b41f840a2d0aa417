"""Times of day in Dutch running text, alone and as ranges, with the part they play.

Numeric ("14.00", "19u30", "10 uur"), in words ("half twee", "kwart over zeven") and mixed
("van 9 tot half 12"). A bare number counts only beside another time or with "uur".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from enum import Enum
from itertools import islice

from submissions.reading.words import HOUR_WORDS, MONTH_NAME, NUMBERS, alternation

MARKS_LIMIT = 500  # no mail that a person wrote names more times


class TimeRole(Enum):
    START = "start"
    END = "end"
    WALK_IN = "walk-in"
    AFTER = "after"  # drinks, clearing up
    OTHER = "other"  # office hours, the hour a mail was sent


@dataclass(frozen=True, slots=True)
class TimeHit:
    """A time or a range. `exact` is false where the half of the day was not told."""

    first: time
    last: time | None
    start: int
    end: int
    role: TimeRole = TimeRole.START
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    hour: int
    minute: int
    start: int
    end: int
    form: str  # "numeric", "words" or "bare"
    unit: bool  # "uur" or "u" stands behind it


_HOUR_WORD = alternation(HOUR_WORDS)
_MARK = re.compile(
    r"(?<![\w.,:/€+])(?:"
    r"(?P<h>[01]?\d|2[0-4])(?:\s?[.:]\s?|\s?[uh]\s?)(?P<m>[0-5]\d)(?!\d)(?![.:/]\d)"
    rf"|(?:(?P<off>kwart|vijf|tien|\d{{1,2}})\s(?:minuten\s|min\.?\s)?(?P<dir>voor|over|foar|"
    rf"oer)\s)?"
    rf"(?P<half>half\s)?(?:(?P<word>(?:{_HOUR_WORD})\b)|(?P<n>[01]?\d|2[0-4])(?![\d.:,]\d)(?!\d))"
    r")(?P<unit>\s{0,2}(?:uur\b|u(?:re)?\b\.?|hrs?\b|h\b|oere?\b))?",
    re.IGNORECASE,
)
_RANGE_BETWEEN = re.compile(
    r"\s{0,3}(?:tot(?:\s(?:en\smet|ongeveer|circa|rond|ca\.?|uiterlijk|plm\.?))?|t/m|tm|–|—|-|−|"
    r"‑|en|until|till|to|oant)"
    r"\s{0,3}(?:ca\.?\s|circa\s|rond\s)?",
    re.IGNORECASE,
)
_NOT_AN_HOUR = re.compile(
    rf"\s{{0,2}}(?:jaar|jarige\w*|jr\b|personen|mensen|leerlingen|kinderen|jongeren|deelnemers|"
    rf"minuten|min\b|weken|dagen|"
    rf"maanden|%|euro|keer|km|kinder\w+|stuks|vragen|stoelen|scholen|{MONTH_NAME}\b)",
    re.IGNORECASE,
)
_LATE = re.compile(r"avond|jûn|evening|nacht", re.IGNORECASE)
_EARLY = re.compile(r"ochtend|morgen|moarn|morning|ontbijt", re.IGNORECASE)

_CUES: tuple[tuple[TimeRole, re.Pattern[str]], ...] = (
    (
        TimeRole.WALK_IN,
        re.compile(
            r"inloop\b|ontvangst|deuren?\b.{0,12}\bopen|zaal\b.{0,6}\bopen|binnenlopen|welkom "
            r"vanaf|koffie.{0,12}vanaf",
            re.I,
        ),
    ),
    (TimeRole.AFTER, re.compile(r"borrel|napraten|nazit|netwerken|opruimen|hapje", re.I)),
    (
        TimeRole.END,
        re.compile(
            r"\beind|afloop|afgelopen|stoppen|\bstopt|afsluit|duurt tot|\btot\s(?:ongeveer\s|"
            r"circa\s|uiterlijk\s)?$|klaar|sluiten|sluitend",
            re.I,
        ),
    ),
    (
        TimeRole.OTHER,
        re.compile(
            r"bereikbaar|aanwezig:|kantoor|spreekuur tel|uiterlijk|aanmelden|opgeven|"
            r"v[oó][oó]r\b|verzonden|verstuurd|schreef",
            re.I,
        ),
    ),
    (TimeRole.START, re.compile(r"aanvang|start|begin|gaan we|welkom om", re.I)),
)
_END_BEHIND = re.compile(
    r"\s{0,2}(?:uur\s)?(?:staat iedereen|is het afgelopen|zijn we klaar|is iedereen weer|einde|"
    r"afloop|eindigen)",
    re.I,
)
_BREAKS = re.compile(r"[.!?;\n](?=\s|$)|[;()\n]")


def find_times(text: str, claimed: bytes | bytearray = b"") -> list[TimeHit]:
    """All times of the (masked) text in its order; `claimed` marks characters that are dates."""
    found = islice(_marks(text), MARKS_LIMIT)
    marks = [mark for mark in found if not any(claimed[mark.start : mark.end])]
    hits: list[TimeHit] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        follower = marks[number + 1] if number + 1 < len(marks) else None
        if follower and _is_range(text, mark, follower):
            hits.append(_range(text, mark, follower))
            number += 2
            continue
        if mark.form != "bare" or mark.unit or _bare_but_told(text, mark):
            hits.append(_single(text, mark))
        number += 1
    return hits


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        if match["m"]:
            hour, minute, form = int(match["h"]), int(match["m"]), "numeric"
        else:
            hour = HOUR_WORDS[match["word"].lower()] if match["word"] else int(match["n"])
            minute, form = 0, "words" if match["word"] else "bare"
            if match["half"]:
                hour, minute, form = hour - 1, 30, "words"
            if match["off"]:
                step = 15 if match["off"].lower() == "kwart" else _amount(match["off"])
                step = step if match["dir"].lower() in ("over", "oer") else -step
                total = hour * 60 + minute + step
                hour, minute, form = total // 60 % 24, total % 60, "words"
            elif form == "words" and not match["half"] and not match["unit"]:
                form = "bare"  # "twee" alone is a number like any other
        if hour == 24 or hour < 0:
            hour = 0 if minute == 0 else 12
        unit = bool(match["unit"])
        if (
            form != "numeric"
            and not unit
            and _NOT_AN_HOUR.match(text[match.end() : match.end() + 24])
        ):
            continue
        yield _Mark(hour, minute, match.start(), match.end(), form, unit)


def _amount(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS[text.lower()]


def _is_range(text: str, first: _Mark, second: _Mark) -> bool:
    between = text[first.end : second.start]
    if len(between) > 30 or not _RANGE_BETWEEN.fullmatch(between):
        return False
    before = text[max(0, first.start - 12) : first.start]
    word = between.strip().lower()
    if word == "en" and not re.search(r"tussen\s+$", before, re.IGNORECASE):
        return False
    if first.form == second.form == "bare":
        return (
            second.unit
            or first.unit
            or bool(re.search(r"(?:van|tussen|tijd:?)\s{1,2}$", before, re.I) and word != "-")
        )
    return True


def _bare_but_told(text: str, mark: _Mark) -> bool:
    before = text[max(0, mark.start - 12) : mark.start]
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


def _range(text: str, first: _Mark, second: _Mark) -> TimeHit:
    late, early = _half_of_day(text, first.start, second.end)
    start = _clock(first, late=late, early=early)
    end = time(second.hour, second.minute)
    if end <= start and second.hour < 12:
        end = time((second.hour + 12) % 24, second.minute)
    if end <= start and start.hour >= 12 > first.hour:  # "van 11 tot 1"
        start = time(first.hour, first.minute)
    if end <= start:
        return TimeHit(start, None, first.start, first.end, _role(text, first))
    return TimeHit(start, end, first.start, second.end, _role(text, first, ranged=True))


def _single(text: str, mark: _Mark) -> TimeHit:
    late, early = _half_of_day(text, mark.start, mark.end)
    exact = mark.form == "numeric" or mark.hour > 12 or late or early
    clock = _clock(mark, late=late, early=early)
    return TimeHit(clock, None, mark.start, mark.end, _role(text, mark), exact)


def _clock(mark: _Mark, *, late: bool, early: bool) -> time:
    hour = mark.hour
    plain = mark.form == "numeric" and mark.minute is not None and hour >= 7
    if hour < 12 and ((late and hour >= 4) or (hour < 7 and not early and not plain)):
        hour += 12
    return time(hour % 24, mark.minute)


def _half_of_day(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the sentence around says evening, and whether it says morning."""
    near = text[end : end + 14]
    if _LATE.search(near):
        return True, False
    if _EARLY.search(near):
        return False, True
    before = text[max(0, start - 60) : start]
    return bool(_LATE.search(before)), bool(_EARLY.search(before))


def _role(text: str, mark: _Mark, *, ranged: bool = False) -> TimeRole:
    """By the nearest cue before it in the same sentence."""
    before = text[max(0, mark.start - 60) : mark.start]
    breaks = list(_BREAKS.finditer(before))
    if breaks:
        before = before[breaks[-1].end() :]
    if not ranged and _END_BEHIND.match(text[mark.end : mark.end + 40]):
        return TimeRole.END
    nearest, role = -1, TimeRole.START
    for candidate, pattern in _CUES:
        for cue in pattern.finditer(before):
            if ranged and candidate is TimeRole.END:
                continue
            if cue.end() > nearest:
                nearest, role = cue.end(), candidate
    return role


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
    """Which of the times are the activity's own: a range first, then a start and what ends it."""
    starts = [hit for hit in hits if hit.role is TimeRole.START]
    ranges = [hit for hit in starts if hit.last]
    if ranges:
        return Hours(ranges[0])
    ends = [hit for hit in hits if hit.role is TimeRole.END]
    if not starts:
        return Hours(None, ends[0] if ends else None)
    after = [end for end in ends if end.start > starts[0].start]
    return Hours(starts[0], after[0] if after else None)


def shifted(hit: TimeHit, minutes: int) -> TimeHit:
    """The same hit that many minutes later: "woensdag beginnen we een half uur later"."""
    total = min(hit.first.hour * 60 + hit.first.minute + minutes, 23 * 60 + 59)
    return replace(hit, first=time(total // 60, total % 60))
