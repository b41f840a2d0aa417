"""Answers written between the questions: a quoted line asks, the lines right below it tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from submissions.reading.audiences import read_audience_value
from submissions.reading.context import Context
from submissions.reading.drafting import read_value
from submissions.reading.found import Found
from submissions.reading.labels import Label
from submissions.reading.masks import masked
from submissions.reading.times import find_times

_ASKED_LABEL: tuple[tuple[Label, re.Pattern[str]], ...] = tuple(
    (label, re.compile(words, re.IGNORECASE))
    for label, words in (
        (
            Label.END,
            r"eindtijd|\beinde?\b|afgelopen|tot hoe laat|hoe laat .{0,30}(?:afgelopen|klaar)|duurt",
        ),
        (
            Label.START,
            r"begintijd|aanvang|hoe laat|vanaf wanneer|\btijd\b|\b(?:begin|start)\w{0,3}\b",
        ),
        (Label.REGISTRATION, r"aan ?(?:te )?meld|meld\w* .{0,40}\baan\b|inschrijv|opgev|reserv"),
        (
            Label.CONTACT,
            r"telefoon|contact|mailadres|e-mail|mailen|bellen|bereik|met vragen|vragen\b",
        ),
        (Label.WEBSITE, r"website|webpagina|\bsite\b|meer informatie|link"),
        (Label.AUDIENCE, r"doelgroep|voor wie|wie (?:mag|mogen|kan|kunnen)|leerkrachten|ouders"),
        (Label.PLACE, r"\bwaar\b|locatie|adres|postcode|huisnummer|plaats|\bplek|zaal|ruimte"),
        (Label.TITLE, r"\bheet\b|\bnaam\b|\bnoem\w*|titel"),
    )
)
_REFUSES = re.compile(r"\W*(?:nee|niet|liever niet|geen|nog niet|weet)\b", re.IGNORECASE)
LEAST = 2  # one answer below a quotation is any reply
TRUST = 0.85


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked, and the words below it with where they stand."""

    asked: str
    told: str
    start: int


def exchanges(text: str, quoted: str) -> list[Exchange]:
    """`quoted` has the same length, with blanks for all that is no quotation."""
    found: list[Exchange] = []
    asked, start, end = "", -1, -1
    position = 0
    for line, other in zip(text.split("\n"), quoted.split("\n"), strict=False):
        if other.strip(" >|"):
            if asked and start >= 0:
                found.append(Exchange(asked, text[start:end].strip(), start))
                asked, start = "", -1
            asked = f"{asked} {other.strip(' >|')}".strip()[-300:]
        elif line.strip() and asked:
            start = position + len(line) - len(line.lstrip()) if start < 0 else start
            end = position + len(line)
        position += len(line) + 1
    if asked and start >= 0:
        found.append(Exchange(asked, text[start:end].strip(), start))
    return found if len(found) >= LEAST else []


def read_exchanges(
    found: list[Exchange], context: Context, known: time | None = None
) -> Iterator[Found]:
    """`known` is the hour at which it was to begin: it tells which half of the day is meant."""
    for one in found:
        label = _topic(one.asked)
        if label is None:
            continue
        if label in (Label.START, Label.END):
            yield from _hours(one, label, known)
            continue
        if _REFUSES.match(one.told) and "@" not in one.told:
            continue
        if label is Label.AUDIENCE:
            yield from read_audience_value(one.told, one.start, TRUST)
        else:
            told = read_value(label, "antwoord", one.told, one.start, context)
            yield from (replace(value, confidence=TRUST) for value in told)


_DAY_ASKED = re.compile(r"\bdag\b|\bdatum\b|wanneer|\bdata\b", re.IGNORECASE)


def introduces(found: list[Exchange]) -> bool:
    """Whether the answers tell of an activity as a whole: what it is called and on which day."""
    topics = [_topic(one.asked) for one in found]
    return Label.TITLE in topics and any(_DAY_ASKED.search(one.asked) for one in found)


def _topic(asked: str) -> Label | None:
    """The topic of the last question of the quotation, or else of the words around it."""
    last = re.split(r"\s[-–*•]\s|(?<=\s)\d{1,2}[.)]\s", f" {asked}")[-1]
    sentences = re.split(r"(?<=[.!:?])\s", last.strip())
    asking = [one for one in sentences if one.endswith("?")]
    for said in (*reversed(asking), *reversed(sentences)):
        for label, words in _ASKED_LABEL:
            if words.search(said):
                return label
    return None


def _hours(one: Exchange, label: Label, known: time | None) -> Iterator[Found]:
    for hit in find_times(masked(one.told))[:1]:
        at = (one.start + hit.start, one.start + hit.end)
        quote = one.told[hit.start : hit.end]
        name = "end_time" if label is Label.END and hit.last is None else "start_time"
        first = hit.first
        early = first < known if name == "end_time" and known else False
        early = early or bool(known and first.hour < known.hour - 6)
        if early and not hit.exact and first.hour < 12:
            first = first.replace(hour=first.hour + 12)
        yield Found(name, first, *at, quote, confidence=TRUST)
        if name == "start_time":
            yield Found("all_day", False, *at, quote, confidence=TRUST)
        if hit.last:
            yield Found("end_time", hit.last, *at, quote, confidence=TRUST)
