"""From found values to the facts of one activity, with whatever contradicts itself left out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from agenda.when import InvalidWhen
from mail.message import Link
from submissions.facts import WHEN_FIELDS, Facts
from submissions.reading.audiences import read_audience_prose, read_audience_value, ticked
from submissions.reading.context import Context
from submissions.reading.found import Found, Source, best, moved
from submissions.reading.homes import one_place
from submissions.reading.invitation import Invitation
from submissions.reading.labels import Label, Labelled
from submissions.reading.links import found_pages
from submissions.reading.moments import Moment, contradictions, moment_found, read_moment
from submissions.reading.people import read_contact
from submissions.reading.places import is_online
from submissions.reading.titles import from_text, from_value
from submissions.reading.venues import read_place_prose, read_place_value, says_again

FIELDS = frozenset(one.name for one in fields(Facts))
_NONE = re.compile(
    r"\W*(?:geen|niet nodig|n\.?v\.?t\.?|nvt|-|onbekend|volgt|niet|nee)\W*(?:\w+\W*)?",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\W*(?:op (?:een )?locatie|fysiek|live|ter plaatse|beide|"
    r"hybride)?\W*",
    re.IGNORECASE,
)
SURE, LIKELY = 0.95, 0.85


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """What is told of one activity; `found` says of each told field where it stands."""

    facts: Facts
    found: Mapping[str, Found] = field(default_factory=dict)
    calendar: Invitation | None = None  # what it was read from

    def sources(self) -> dict[str, Any]:
        """As `Proposal.sources` keeps it."""
        return {name: one.to_json() for name, one in self.found.items()}


def draft(candidates: Iterable[Found]) -> tuple[ReadDraft, list[str]]:
    """The surest values together; what contradicts itself is left out and told."""
    chosen = {name: one for name, one in best(one_place(candidates)).items() if name in FIELDS}
    problems: list[str] = []
    chosen = _with_attendance(chosen)
    if "title" in chosen:
        title = chosen["title"].value
        chosen["title"] = replace(chosen["title"], value=title[:1].upper() + title[1:])
    facts = Facts(**{name: one.value for name, one in chosen.items()})
    for dropped in (("end_time",), ("last_day",), ("start_time", "end_time"), WHEN_FIELDS):
        try:
            facts.when.validate()
            break
        except InvalidWhen as error:
            if not problems:
                problems.append(f"De datum of tijd in deze mail klopt niet: {error}")
            chosen = {name: one for name, one in chosen.items() if name not in dropped}
            facts = Facts(**{name: one.value for name, one in chosen.items()})
    return ReadDraft(facts, chosen), problems


def _with_attendance(chosen: dict[str, Found]) -> dict[str, Found]:
    """On site, online or both: a place and words of taking part from afar."""
    online = chosen.get("attendance")
    place = next((chosen[name] for name in ("address", "venue", "town") if name in chosen), None)
    if online and place and {"address", "venue"} & set(chosen):
        value = "hybride"
    elif online:
        value = "online"
        # A town beside "online" is where the organiser sits.
        chosen = {
            n: o
            for n, o in chosen.items()
            if n not in ("town", "municipality", "province", "postcode")
        }
    elif place:
        value = "locatie"
    else:
        return chosen
    base = online or place
    assert base is not None
    attendance = Found(
        "attendance",
        value,
        base.start,
        base.end,
        base.quote,
        base.source,
        min(base.confidence, 0.9),
        base.detail,
    )
    return {**chosen, "attendance": attendance}


def read_labels(
    group: Iterable[Labelled], context: Context, reference: date, links: tuple[Link, ...]
) -> tuple[list[Found], list[str]]:
    """The values of one group of labelled lines."""
    found: list[Found] = []
    problems: list[str] = []
    when: list[Labelled] = []
    for one in group:
        if one.label in (Label.WHEN, Label.START, Label.END):
            when.append(one)
        else:
            found += read_value(one.label, one.name, one.value, one.start, context, links)
    if when:
        more, problems = _labelled_when(when, context, reference)
        found += more
    return found, problems


def _labelled_when(
    when: list[Labelled], context: Context, reference: date
) -> tuple[list[Found], list[str]]:
    """Day and hours may stand under labels of their own: each is read by itself."""
    found: list[Found] = []
    problems: list[str] = []
    for one in when:
        moment = read_moment(one.value, context, reference)
        told = [moved(f, one.start) for f in moment_found(one.value, moment, SURE, one.name)]
        problems += contradictions(one.value, moment)
        if one.label is Label.END:
            told = [_as_end(f) for f in told if f.field in ("start_time", "end_time")]
        found += told
    return found, problems


def _as_end(found: Found) -> Found:
    return replace(found, field="end_time")


def read_value(
    label: Label, name: str, value: str, start: int, context: Context, links: tuple[Link, ...] = ()
) -> list[Found]:
    """The value of a label that is no day or time."""
    if _NONE.fullmatch(value[:60]) and label is not Label.TITLE:
        return []
    if label is Label.TITLE:
        return from_value(value, start, SURE)
    if label in (Label.PLACE, Label.ADDRESS, Label.TOWN):
        shown = ticked(value).lstrip()
        start, value = start + len(value) - len(shown), shown
        known = says_again(value) or _HOW.fullmatch(value[:60])
        return [] if known else read_place_value(value, start, context, SURE)
    if label is Label.AUDIENCE:
        return read_audience_value(value, start, SURE)
    if label is Label.ORGANISER:
        return [_plain("organiser", value.split("\n")[0].split(" (")[0][:200], start, name)]
    if label is Label.COSTS:
        return [_plain("costs", value.split("\n")[0][:100], start, name)]
    if label is Label.SUMMARY:
        return [_plain("summary", " ".join(value.split())[:300], start, name)]
    if label in (Label.WEBSITE, Label.REGISTRATION, Label.CONTACT):
        return _pages_and_contact(label, name, value, start, context, links)
    return []


def _pages_and_contact(
    label: Label, name: str, value: str, start: int, context: Context, links: tuple[Link, ...]
) -> list[Found]:
    found = read_contact(value, context.own, 0.95 if label is Label.CONTACT else 0.85, name)
    registers = label is Label.REGISTRATION
    both = registers and re.search(r"\binfo", name, re.IGNORECASE)
    for page in found_pages(value, links, SURE, name):
        fields_ = ["registration_url"] if registers else ["website"]
        if both or (page.field == "registration_url" and not registers):
            fields_ = ["registration_url", "website"] if both else ["registration_url"]
        found += [
            Found(name_, page.value, page.start, page.end, page.quote, page.source, SURE, name)
            for name_ in fields_
        ]
    return [moved(one, start) for one in found]


def _plain(field_: str, value: str, start: int, name: str) -> Found:
    return Found(
        field_, value.strip(" *_"), start, start + len(value), value, confidence=SURE, detail=name
    )


def read_prose(text: str, links: tuple[Link, ...], context: Context, moment: Moment) -> list[Found]:
    """What running text tells of one activity, apart from who holds it."""
    found = list(moment_found(text, moment, 0.9))
    found += (one for one in from_text(text) if context.town(str(one.value)) is None)
    found += read_place_prose(text, context)
    found += read_audience_prose(text)
    found += found_pages(text, links, LIKELY)
    found += read_contact(text, context.own, 0.8)
    online = is_online(text)
    return [*found, online] if online else found


def as_attached(one: Found, name: str) -> Found:
    """A value whose offsets count in a mail inside the mail."""
    if one.source is Source.PAPER:  # it names its own file
        return one
    source = Source.ATTACHED if one.source is Source.BODY else one.source
    others = tuple(as_attached(other, name) for other in one.alternatives)
    return replace(one, source=source, detail=name, alternatives=others)
