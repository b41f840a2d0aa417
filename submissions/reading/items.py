"""Several activities in one text: list items, lines, paragraphs or sentences with their own day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from submissions.reading.context import Context
from submissions.reading.dates import DateRole
from submissions.reading.day_carried import day_carried, day_of_all
from submissions.reading.day_sections import under_headings
from submissions.reading.lines import Line, lines_of
from submissions.reading.moments import Moment, read_moment
from submissions.reading.rows import rows_without_head
from submissions.reading.titles import from_text
from submissions.reading.week_grids import week_grid
from submissions.reading.whole_week import all_week
from submissions.reading.words import DAY_NAME

_ITEM = re.compile(r"\s{0,8}(?:[-*•·–—▪►✔]|\d{1,2}[.)]|[a-eA-E][.)])\s{1,4}(?=\S)")
_DAY_FIRST = re.compile(
    rf"\s{{0,8}}(?:(?:en|ook|dan|daarna|verder|tot slot|tenslotte)\s)?(?:(?:op|"
    rf"dag \d:?)\s)?(?:{DAY_NAME}\b|\d{{1,2}}[\s./-](?:\d{{1,2}}|"
    r"jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(
    r"\s{0,8}(?:[-*•·–]\s{1,3})?(?:van |om |tussen )?\d{1,2}(?:[.:u]\d\d)?(?:\s?(?:u|uur)\b)?"
    r"\s{0,2}(?:[-–:]|tot|en|u\b|uur|\s)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n](?:[^.!?\n]|[.!?](?=\S)|\n(?!\s*\n))*[.!?]*")
_BARE_DAY = re.compile(r"[^\w]*(?:op|dag|programma|de|van|aanstaande)?[^\w]*", re.IGNORECASE)
ITEMS_LIMIT = 20
STRETCHES_LIMIT = 150
LINES_LIMIT = 400  # beyond these no day is looked for above hours
TITLE_TRUST = 0.45  # of a name within a paragraph or sentence that makes it an activity


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of the text that tells of one activity; `moment` counts from its start.

    `text` is as long as the stretch, with blanks for what belongs to other items.
    """

    start: int
    end: int
    text: str
    moment: Moment


def read_items(text: str, context: Context, reference: date) -> list[Item]:
    """The surest sort of list that the text has: at least two, each with a day of its own."""
    lines = list(lines_of(text))
    for stretches in (
        _listed(lines),
        _under_days(text, lines, context, reference),
        ((*one, False) for one in under_headings(text, lines, context, reference)),
        ((*one, False) for one in rows_without_head(lines, text, context, reference)),
        _day_lines(lines),
        _paragraphs(text, lines),
        _sentences(text),
    ):
        found = _dated(text, stretches, context, reference)
        if found:
            return _with_all_week(found, lines, context, reference)
    return []


def _with_all_week(
    found: list[Item], lines: list[Line], context: Context, reference: date
) -> list[Item]:
    """With what stands under "De hele week", where no item has those lines already."""
    days = [one.moment.day for one in found if one.moment.day]
    for own, day in all_week(lines, context, days):
        start, end, text, _ = _stretch(own, named=False)
        if not any(text.split("\n")[1] in one.text for one in found):
            moment = replace(read_moment(text, context, reference), day=day)
            found = [*found, Item(start, end, text, moment)]
    return sorted(found, key=_start)


def _start(item: Item) -> int:
    return item.start


def read_grid(text: str, context: Context, reference: date) -> list[Item]:
    """The filled cells of a timetable with days beside each other."""
    parts = ((*one, False) for one in week_grid(list(lines_of(text)), text))
    return _dated(text, parts, context, reference, least=2)


_Stretch = tuple[int, int, str, bool]  # start, end, text, must name something


def _dated(
    text: str, stretches: Iterable[_Stretch], context: Context, reference: date, least: int = 4
) -> list[Item]:
    """`least`: words that a stretch has."""
    found: list[Item] = []
    nameless: list[Item] = []
    known = read_moment(text, context, reference).days
    telling = list(islice((o for o in stretches if len(o[2].split()) >= least), STRETCHES_LIMIT))
    above = [hit for hit in known if not any(o[0] <= hit.start < o[1] for o in telling)]
    for start, end, own, named in telling:
        moment = read_moment(own, context, reference)
        if moment.day is None:
            told = day_carried(own, start, known) if named else day_of_all(moment, above)
            moment = replace(moment, day=told)
        day = moment.day
        if day is None or day.role is not DateRole.EVENT:
            continue
        if named and moment.hours.first is None:
            continue
        if named and not _names(own):
            nameless.append(Item(start, end, own, replace(moment, day=day)))
            continue
        found.append(Item(start, end, own, moment))
        if len(found) == ITEMS_LIMIT:
            break
    found = _with_nameless(found, nameless, context)
    moments = {(one.moment.day.first, one.moment.hours.first) for one in found if one.moment.day}
    return found if len(found) > 1 and len(moments) == len(found) else []


def _with_nameless(found: list[Item], nameless: list[Item], context: Context) -> list[Item]:
    """With what has a day of its own in the week and hours, though no word says what it is."""
    days = [one.moment.day for one in (*found, *nameless) if one.moment.day]
    if not nameless or len(days) < 2:
        return found
    if any(one.first != one.last for one in days) or len({one.first for one in days}) < len(days):
        return found  # a day within the days of another is how that one is held then
    for day in (one.moment.day for one in nameless if one.moment.day):
        week = context.week_near(day.first)
        if week is None or week.distance(day.first):
            return found
    return sorted([*found, *nameless], key=_start)


def _names(text: str) -> bool:
    return any(one.confidence >= TITLE_TRUST for one in from_text(text))


def _listed(lines: list[Line]) -> Iterator[_Stretch]:
    """List items; lines that follow belong to the item before, up to an empty one."""
    starts = [number for number, line in enumerate(lines) if _ITEM.match(line.text[:20])]
    for position, number in enumerate(starts[: 2 * ITEMS_LIMIT]):
        stop = starts[position + 1] if position + 1 < len(starts) else len(lines)
        stop = min(stop, _empty_after(lines, number))
        yield _stretch(lines[number:stop], named=False)


def _day_lines(lines: list[Line]) -> Iterator[_Stretch]:
    """Lines that begin with a day and tell more than that."""
    starts = [
        number
        for number, line in enumerate(lines)
        if _DAY_FIRST.match(line.text[:40])
        and len(line.text.split()) > 3
        and (number == 0 or _ends(lines[number - 1].text) or _is_row(lines, number))
    ]
    days = frozenset(starts)
    starts = [
        number - (number - 1 not in days and _has_heading(lines, number)) for number in starts
    ]
    for position, number in enumerate(starts[: 2 * ITEMS_LIMIT]):
        stop = starts[position + 1] if position + 1 < len(starts) else len(lines)
        stop = min(stop, _empty_after(lines, number))
        if stop > number and all(len(line.text) < 160 for line in lines[number:stop]):
            yield _stretch(lines[number:stop], named=False)


_ROW = re.compile(rf"\s{{0,8}}(?:{DAY_NAME})\b[^.!?\n]{{0,24}}?\b\d{{1,2}}[.:u]\d\d", re.IGNORECASE)


def _is_row(lines: list[Line], number: int) -> bool:
    """A day and an hour at once, as in the line above: no sentence that goes on."""
    return all(_ROW.match(line.text[:60]) is not None for line in lines[number - 1 : number + 1])


def _has_heading(lines: list[Line], number: int) -> bool:
    """Whether the line above is the first of its paragraph and short: the name of what follows."""
    if number == 0 or (number > 1 and lines[number - 2].text.strip()):
        return False
    above = lines[number - 1].text.strip()
    return 3 < len(above) < 80 and above[-1] not in ".,:;"


def _ends(before: str) -> bool:
    """Whether a line is the last of its sentence, so that the next begins something."""
    return len(before.strip()) < 45 or before.rstrip().endswith((".", ":", "!", "?", ";", ")"))


def _under_days(
    text: str, lines: list[Line], context: Context, reference: date
) -> Iterator[_Stretch]:
    """Lines that begin with an hour, below a line that is a day; two days at least."""
    found = _timed_lines(lines, context, reference)
    if len({head.start for head, _ in found}) < 2:
        return
    for head, own in found[:ITEMS_LIMIT]:
        start, end = head.start, own[-1].end
        kept = ["\n" if one == "\n" else " " for one in text[start:end]]
        for line in (head, *own):
            kept[line.start - start : line.end - start] = line.text
        yield start, end, "".join(kept), False


def _timed_lines(
    lines: list[Line], context: Context, reference: date
) -> list[tuple[Line, list[Line]]]:
    """The line of the day, and that of the hour with those that follow it."""
    day: Line | None = None
    found: list[tuple[Line, list[Line]]] = []
    for line in lines[:LINES_LIMIT]:
        if _is_day(line.text, context, reference):
            day = line
        elif day is None:
            continue
        elif _TIME_FIRST.match(line.text[:30]) and len(line.text.split()) > 1:
            found.append((day, [line]))
        elif found and found[-1][0] is day:
            if line.text.strip():
                found[-1][1].append(line)
            else:
                day = None
    return found


def _is_day(line: str, context: Context, reference: date) -> bool:
    """A line that holds a day and nothing else."""
    if not _DAY_FIRST.match(line[:40].lstrip("*_# ")) or len(line) > 60:
        return False
    moment = read_moment(line, context, reference)
    if moment.day is None or moment.times:
        return False
    left = line[: moment.day.start] + line[moment.day.end :]
    return _BARE_DAY.fullmatch(left) is not None


def _paragraphs(text: str, lines: list[Line]) -> Iterator[_Stretch]:
    """Pieces of text between empty lines; a short one goes with the next."""
    own: list[Line] = []
    for number, line in enumerate([*lines, Line(len(text), "")]):
        if line.text.strip():
            own.append(line)
            continue
        heads = len(own) == 1 and len(own[0].text) < 70 and number < len(lines)
        heads = heads and not own[0].text.rstrip().endswith((":", ","))  # what comes, or a greeting
        if own and not (heads and not re.search(r"\d", own[0].text)):
            yield _stretch(own, named=True)
            own = []
    if own:
        yield _stretch(own, named=True)


def _sentences(text: str) -> Iterator[_Stretch]:
    """Sentences that each name something and tell its day and hour."""
    for number, match in enumerate(_SENTENCE.finditer(text)):
        if number < 10 * ITEMS_LIMIT and len(match[0].split()) > 5:
            yield match.start(), match.end(), match[0], True


def _stretch(lines: list[Line], *, named: bool) -> _Stretch:
    start = lines[0].start
    text = ""
    for line in lines:
        text += " " * (line.start - start - len(text) - 1) + ("\n" if text else "") + line.text
    return start, start + len(text), text, named


def _empty_after(lines: list[Line], number: int) -> int:
    """The line after the last item: the first empty one."""
    for stop in range(number + 1, len(lines)):
        if not lines[stop].text.strip():
            return stop
    return len(lines)
