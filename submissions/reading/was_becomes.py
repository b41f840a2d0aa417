"""Changes told side by side: "was … wordt …", a line, a pair of lines or a row of a table each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from agenda.models.fields import fold
from submissions.reading.found import Found, moved
from submissions.reading.kind_words import CANCEL
from submissions.reading.label_names import Label, label_of
from submissions.reading.lines import lines_of
from submissions.reading.links import found_pages
from submissions.reading.moments import moment_found, read_moment
from submissions.reading.page import Page
from submissions.reading.people import read_contact
from submissions.reading.tables import MARKS, rows_below, split_cells
from submissions.reading.venues import read_place_prose, read_place_value

ROWS_LIMIT = 20
TRUST = 0.9
_OLD = r"(?:was|oude?|eerst|stond(?:\sop)?|voorheen|huidig|van)"
_NEW = r"(?:wordt|word|nieuwe?|nu|is nu|moet zijn|naar)"
_OLD_HEAD = re.compile(rf"{_OLD}(?:\s(?:situatie|gegevens|moment|tijd|datum|plek))?", re.IGNORECASE)
_NEW_HEAD = re.compile(rf"{_NEW}(?:\s(?:situatie|gegevens|moment|tijd|datum|plek))?", re.IGNORECASE)
_ON_A_LINE = re.compile(
    r"\W{0,4}(?P<name>[^:\n]{3,90}?)(?P<mark>\s?:\s?|\s[–-]\s|,\s|\s)"
    r"(?:was|oud|eerst)\b\s?:?\s?(?P<old>[^\n]{2,120}?)\s?[,;/]?\s(?:en\s|dit\s|dat\s)?"
    r"(?:wordt|nieuw|nu)\b\s?:?\s?(?P<new>[^\n]{2,200})",
    re.IGNORECASE,
)
_ARROW = re.compile(
    r"\W{0,4}(?P<name>[^:\n]{3,90}?)\s?:\s(?P<old>[^\n]{2,120}?)\s?(?:→|->|=>|-->|⇒)\s?"
    r"(?P<new>[^\n]{2,200})"
)
_LABEL_LINE = re.compile(r"\W{0,4}(?P<head>[A-Za-z ]{2,20}?)\s?:\s?(?P<value>[^\n]{2,200})")
_NO_LONGER = re.compile(r"\b(?:niet|geen)\s[^,.;\n]{2,40}[,;]\smaar\s(?:bij\sons\s(?:op\s|in\s)?)?")
_IN_BRACKETS = re.compile(r"\(([^()]{3,80})\)")


@dataclass(frozen=True, slots=True)
class Change:
    """What it is about, what was told before, what it is now and where that stands."""

    name: str
    old: str
    new: str
    start: int

    @property
    def label(self) -> Label:
        """The field that the row is about, where it names one instead of an activity."""
        return label_of(self.name) or Label.OTHER


def find_changes(text: str) -> list[Change]:
    found = [*_of_table(text)] or [*_of_lines(text)] or [*_of_pairs(text)]
    return [one for one in found if not CANCEL.search(one.new)][:ROWS_LIMIT]


def _of_table(text: str) -> Iterator[Change]:
    lines = list(lines_of(text))
    for number, line in enumerate(lines):
        if len(line.text) > 400:
            continue
        mark = next((one for one in MARKS if line.text.count(one) >= 1), "")
        heads = split_cells(line.text, mark)
        old = next((at for at, (_, name) in enumerate(heads) if _OLD_HEAD.fullmatch(name)), 0)
        new = next((at for at, (_, name) in enumerate(heads) if _NEW_HEAD.fullmatch(name)), 0)
        if not old or new != old + 1:
            continue
        columns = tuple((at, Label.OTHER, str(column)) for column, (at, _) in enumerate(heads))
        for row in rows_below(lines[number + 1 :], columns, mark):
            cells = {int(cell.name): cell for cell in row}
            if cells.keys() >= {0, new}:
                told = cells[new]
                before = cells[old].value if old in cells else ""
                yield Change(cells[0].value, before, told.value, told.place(0))
        return


def _of_lines(text: str) -> Iterator[Change]:
    for line in lines_of(text):
        match = len(line.text) <= 400 and (
            _ON_A_LINE.fullmatch(line.text) or _ARROW.fullmatch(line.text)
        )
        if match and (match.re is _ARROW or match["mark"].strip() or _figures(match)):
            new = match["new"].rstrip(" .")
            yield Change(match["name"].strip(), match["old"], new, line.start + match.start("new"))


def _figures(match: re.Match[str]) -> bool:
    """In running words it is only a change when both sides have a day or hour in figures."""
    return all(re.search(r"\d", match[side]) for side in ("old", "new"))


def _of_pairs(text: str) -> Iterator[Change]:
    """ "Was: …" with "Wordt: …" on the next line, below what they are about."""
    name, old = "", ""
    for line in lines_of(text):
        match = _LABEL_LINE.fullmatch(line.text[:300])
        if match and _OLD_HEAD.fullmatch(match["head"]):
            old = match["value"]
        elif match and old and _NEW_HEAD.fullmatch(match["head"]):
            yield Change(name, old, match["value"].strip(), line.start + match.start("value"))
            old = ""
        elif line.text.strip():
            name, old = line.text.strip(" :*-•")[:100], ""


def read_change(one: Change, page: Page) -> list[Found]:
    """The new values, and the day that points out which activity it is."""
    context, reference = page.context, page.reference
    moment = read_moment(one.new, context, reference)
    found = list(moment_found(one.new, moment, TRUST))
    timed = bool(moment.day or moment.times)
    place = _NO_LONGER.sub(lambda match: " " * len(match[0]), one.new)
    if timed:
        found += read_place_prose(place, context)
    elif one.label not in (Label.TITLE, Label.CONTACT, Label.WEBSITE, Label.REGISTRATION):
        found += _placed(place, page)
    found += found_pages(one.new, page.message.links, TRUST)
    found += read_contact(one.new, context.own, TRUST)
    found = [moved(value, one.start) for value in found]
    return [*found, *_pointing(one, page, {value.field for value in found})]


def _placed(place: str, page: Page) -> list[Found]:
    if "@" in place or "://" in place or "www." in place:
        return []
    lead = len(place) - len(place.lstrip())
    return read_place_value(place.strip(), lead, page.context, TRUST)


def _pointing(one: Change, page: Page, told: set[str]) -> Iterator[Found]:
    """What the name has in brackets holds; of what it was, only the day that is not changed."""
    bracketed = " ".join(_IN_BRACKETS.findall(one.name))
    for text, whole in ((bracketed, True), (one.name, True), (one.old, False)):
        moment = read_moment(text, page.context, page.reference)
        if "first_day" in told or moment.day is None:
            continue
        values = [replace(value, start=0, end=0) for value in moment_found(text, moment, 0.8)]
        needed = whole or "start_time" in told
        yield from (
            value
            for value in values
            if value.field not in told
            and needed
            and (whole or value.field in ("first_day", "last_day"))
        )
        told = told | {"first_day"}


def name_of(one: Change) -> str:
    """What the row calls the activity; nothing where it names a field."""
    if one.label is not Label.OTHER:
        return ""
    name = " ".join(_IN_BRACKETS.sub(" ", one.name).split()).strip(" ,:-–")
    return name if len(fold(name)) > 3 else ""
