"""The activities of one mail: from a table, groups of labels, a list, a series, or just one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mail.message import Link
from submissions.reading.audiences import read_audience_value
from submissions.reading.days_apart import on_each_day, other_hours
from submissions.reading.drafting import LIKELY, read_labels, read_prose, read_value
from submissions.reading.found import PLACE_FIELDS, Found, moved
from submissions.reading.homes import town_fields
from submissions.reading.item_values import audience_of_name, from_items, of_remark
from submissions.reading.items import read_grid, read_items
from submissions.reading.labels import Label, Labelled, groups, label_of
from submissions.reading.links import found_pages
from submissions.reading.masks import URL
from submissions.reading.moments import Moment, contradictions, end_of, moment_found, read_moment
from submissions.reading.page import Page
from submissions.reading.passage import window
from submissions.reading.people import read_contact
from submissions.reading.remarks import remarks
from submissions.reading.series import Session, named_apart, read_series
from submissions.reading.stacked_tables import find_stacked
from submissions.reading.tables import Cell, Table, find_table
from submissions.reading.times import Hours, shifted
from submissions.reading.title_lines import GREETING
from submissions.reading.titles import DATE_HEAD, from_subject, is_generic
from submissions.reading.turned_tables import find_turned
from submissions.reading.venues import read_place_prose, read_place_value, says_again

GROUPS_LIMIT = 20


def read_all(page: Page) -> tuple[list[list[Found]], list[str]]:
    """The candidates of each activity, and what contradicts itself."""
    text = page.passage.text
    table = find_turned(text) or find_table(text) or find_stacked(text)
    if table:
        return _from_table(page, table)
    problems = contradictions(text, page.moment)
    grid = read_grid(text, page.context, page.reference)
    if grid:
        return from_items(page, grid), problems
    sessions = read_series(text, page.moment)
    if sessions:
        return _from_series(page, sessions), problems
    labelled_groups = _activity_groups(page.labels)
    if len(labelled_groups) > 1:
        return _from_labels(page, labelled_groups)
    if labelled_groups and _only_places(labelled_groups[0]):
        items = read_items(text, page.context, page.reference)
        if items:
            return from_items(page, items), problems
    if labelled_groups:
        candidates, more = _from_labels(page, labelled_groups)
        return on_each_day(page, candidates[0]), more
    items = read_items(text, page.context, page.reference)
    if items:
        return from_items(page, items), problems
    prose = read_prose(text, page.message.links, page.context, page.moment)
    return on_each_day(page, prose), problems


def _only_places(group: Sequence[Labelled]) -> bool:
    """ "Plaats: …" above a list is about all of it, and no activity by itself."""
    return not {one.label for one in group} & {Label.TITLE, Label.WHEN, Label.START}


def _activity_groups(labels: Sequence[Labelled]) -> list[list[Labelled]]:
    """Groups of labels that tell enough to be an activity each."""
    telling = [one for one in _of_sender(labels) if one.label is not Label.OTHER]
    found = [
        group
        for group in groups(telling)
        if {one.label for one in group} & {Label.WHEN, Label.TITLE, Label.PLACE, Label.START}
    ]
    return found[:GROUPS_LIMIT]


def _of_sender(labels: Sequence[Labelled]) -> list[Labelled]:
    """The bare "Naam" of a form is who filled it in, where another label names the activity."""
    bare = [one for one in labels if one.label is Label.TITLE and one.name.lower() == "naam"]
    named = any(one.label is Label.TITLE for one in labels if one not in bare)
    return [replace(one, label=Label.ORGANISER) if named and one in bare else one for one in labels]


def _from_labels(page: Page, found: list[list[Labelled]]) -> tuple[list[list[Found]], list[str]]:
    """Labels first; running text around them fills what they leave open, at less trust."""
    read = [read_labels(group, page.context, page.reference, page.message.links) for group in found]
    problems = [problem for _, more in read for problem in more]
    candidates = [list(told) for told, _ in read]
    for group, told in zip(found, candidates, strict=True):
        told += _heading_above(page.passage.text, group[0])
    if len(candidates) > 1:
        candidates = _with_first_values(candidates, _told_of_all(page.passage.text, found))
    else:
        prose = read_prose(page.passage.text, page.message.links, page.context, page.moment)
        fields = {one.field for one in candidates[0]}
        placed = fields & {"venue", "address"}
        labelled_pages = {one.value for one in candidates[0] if one.field == "registration_url"}
        candidates[0] += [
            one if one.field == "title" else replace(one, confidence=one.confidence * 0.8)
            for one in prose
            if not (placed and one.field in PLACE_FIELDS)
            and not (one.field == "website" and one.value in labelled_pages)
            and not (one.field == "end_time" and "start_time" in fields)
        ]
        candidates[0] += end_of(list(candidates[0]), page.moment)
    return candidates, problems


_NUMBERING = re.compile(r"^(?:\W|\d{1,2}[.)]|activiteit \d{1,2}\W)+", re.IGNORECASE)


def _heading_above(text: str, first: Labelled) -> list[Found]:
    """The line above a group of labels, when the group has no label for its name."""
    if first.label is Label.TITLE:
        return []
    above = text[max(0, first.start - 300) : first.start].split("\n")[:-1]
    line = next((one.strip() for one in reversed(above) if one.strip()), "")
    name = DATE_HEAD.sub("", _NUMBERING.sub("", line)).strip(" *_–-")
    sentence = name.endswith((".", "!", ",", ":")) or GREETING.match(name)
    if (
        not 4 <= len(name) <= 100
        or sentence
        or is_generic(name)
        or URL.search(name)
        or label_of(name)
    ):
        return []
    at = text.rfind(name, 0, first.start)
    return [Found("title", name, at, at + len(name), name, confidence=0.8)]


_FOR_ALL = re.compile(r"\b(?:beide|alle|allebei)\b", re.IGNORECASE)


_OF_ALL = frozenset({Label.REGISTRATION, Label.CONTACT, Label.WEBSITE, Label.ORGANISER})
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def _told_of_all(text: str, found: list[list[Labelled]]) -> int:
    """Where what is told of all groups begins: below the last one, behind an empty line."""
    last = found[-1]
    for before, one in pairwise(last):
        if one.label in _OF_ALL and _EMPTY_LINE.search(text[before.end : one.start]):
            return one.start
    return len(text)


def _with_first_values(candidates: list[list[Found]], below: int) -> list[list[Found]]:
    """What only the first group, or the end, tells of contact and pages holds for all."""
    shared = [
        one for one in candidates[0] if one.field in ("organiser", "contact_email", "website")
    ] + [
        one
        for group in candidates[1:]
        for one in group
        if _FOR_ALL.search(one.detail) or one.start >= below
    ]
    less = [replace(one, confidence=0.6) for one in shared]
    return [group + less for group in candidates]


def _from_table(page: Page, table: Table) -> tuple[list[list[Found]], list[str]]:
    found: list[list[Found]] = []
    problems: list[str] = []
    links = list(page.message.links)
    above: list[Found] = []
    for row in table.rows:
        told: list[Found] = []
        for cell in row:
            own = _links_of(cell, links)
            more, wrong = _read_cell(page, cell, own)
            told += more
            problems += wrong
            if cell.label is Label.PLACE and says_again(cell.value):
                told += above
        if not _is_placed(told):  # one cell of the place for several rows
            told += [replace(one, confidence=0.6) for one in above]
        told += audience_of_name(told)
        above = [one for one in told if one.field in PLACE_FIELDS] or above
        found.append(told)
    around = (
        page.passage.text[: table.start]
        + window(page.passage.text, table.end, len(page.passage.text))[table.start :]
    )
    names = [next((o.value for o in group if o.field == "title"), "") for group in found]
    about, around = remarks(around, names)
    shared = [
        replace(one, confidence=0.6)
        for one in [
            *read_contact(around, page.context.own, 0.8),
            *found_pages(around, tuple(links), LIKELY),
        ]
    ]
    around_place = [replace(o, confidence=0.5) for o in read_place_prose(around, page.context)]
    for one in about:
        found[one.item] += of_remark(page, one)
    return [
        group + shared + ([] if _is_placed(group) else around_place)
        for group in found
        if any(o.field in ("title", "first_day") for o in group)
    ], problems


def _is_placed(group: Sequence[Found]) -> bool:
    return any(one.field in PLACE_FIELDS or one.field == "attendance" for one in group)


def _links_of(cell: Cell, links: list[Link]) -> tuple[Link, ...]:
    """The links on the words of this cell; each is used once, in the order of the table."""
    own = []
    for link in list(links):
        if link.text.strip() and link.text.strip() in cell.value:
            own.append(link)
            links.remove(link)
            break
    return tuple(own)


def _read_cell(page: Page, cell: Cell, links: tuple[Link, ...]) -> tuple[list[Found], list[str]]:
    if cell.label in (Label.WHEN, Label.START, Label.END):
        line = Labelled(cell.label, cell.name, cell.value, 0, len(cell.value))
        told, problems = read_labels([line], page.context, page.reference, ())
    else:
        told, problems = read_value(cell.label, cell.name, cell.value, 0, page.context, links), []
        if cell.label is Label.TITLE and "\n" in cell.value:  # "Wat en voor wie"
            first, _, rest = cell.value.partition("\n")
            told += read_audience_value(rest, len(first) + 1, 0.7)
        for link in links:
            if "mailto:" in link.url.lower():
                told += read_contact(link.url[7:].split("?")[0], page.context.own, 0.7, cell.name)
    placed = []
    for value in told:
        start = cell.place(value.start)
        placed.append(
            replace(value, start=start, end=start + (value.end - value.start), detail=cell.name)
        )
    return placed, problems


def _topic_place(page: Page, one: Session) -> list[Found]:
    """Where it is that day, when the topic begins with a town: “Leek, bij de bibliotheek”."""
    first, _, rest = one.topic.partition(",")
    town = page.context.town(first.strip())
    if town is None:
        told = read_place_value(one.topic, one.start, page.context, 0.85)
        return told if any(o.field == "town" for o in told) else []
    end = one.start + len(first)
    base = Found("town", town.name, one.start, end, first, confidence=0.85)
    lead = re.match(r"\s*(?:bij|op|in|naast|voor)?\s?(?:de|het)?\s?", rest)
    at = lead.end() if lead else 0
    return [
        *town_fields(base, town),
        *read_place_value(rest[at:], end + 1 + at, page.context, 0.85 if rest[at:] else 0),
    ]


def _from_series(page: Page, sessions: list[Session]) -> list[list[Found]]:
    prose = read_prose(page.passage.text, page.message.links, page.context, page.moment)
    named = [o for o in prose if o.field == "title"]
    named += from_subject(page.passage.subject, page.passage.text)
    names = sorted(named, key=lambda o: -o.confidence)
    rest = [
        o
        for o in prose
        if o.field not in ("title", "first_day", "last_day", "start_time", "end_time", "all_day")
    ]
    found = []
    other = other_hours(page, [one.day for one in sessions])
    apart = [read_moment(one.topic, page.context, page.reference).hours for one in sessions]
    timed = any(one.first for one in apart)
    for one, own_hours in zip(sessions, apart, strict=True):
        quote = page.passage.text[one.start : one.end]
        there = _topic_place(page, one) if names else []
        topic = named_apart(one.topic, own_hours)
        name = f"{names[0].value}: {topic}" if names and not timed else topic
        if there:
            name = str(names[0].value)
        group = [
            Found("title", name[:150], one.start, one.end, quote, confidence=0.85),
            Found("first_day", one.day, one.start, one.end, quote, confidence=0.85),
        ]
        hours = Hours(None) if timed else page.moment.hours
        told = moment_found(one.topic, Moment(None, own_hours, None, (), ()), 0.85)
        group += [moved(value, one.start) for value in told]
        if hours.start and one.later:
            hours = Hours(shifted(hours.start, one.later), hours.end)
        moment = Moment(None, hours, None, (), (), page.moment.lasts)
        group += other.get(one.day) or ()
        around = [o for o in rest if o.field not in PLACE_FIELDS] if there else rest
        found.append([*group, *there, *moment_found(page.passage.text, moment, 0.85), *around])
    return found
