"""Answers written between the questions: a quoted line asks, the lines right below it tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
        (Label.END, r"eindtijd|\beinde?\b|tot hoe laat|hoe laat .{0,30}(?:afgelopen|klaar)|duurt"),
        (Label.START, r"begintijd|aanvang|hoe laat|vanaf wanneer|\btijd\b"),
        (Label.AUDIENCE, r"doelgroep|voor wie|wie (?:mag|mogen|kan|kunnen)|leerkrachten|ouders"),
        (Label.REGISTRATION, r"aanmeld|inschrijv|opgev|opgeven"),
        (Label.PLACE, r"\bwaar\b|locatie|adres|plaats|zaal|ruimte"),
        (Label.WEBSITE, r"website|webpagina|\bsite\b|meer informatie|link"),
        (Label.CONTACT, r"telefoon|contact|mailadres|e-mail"),
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


def read_exchanges(found: list[Exchange], context: Context) -> Iterator[Found]:
    for one in found:
        label = _topic(one.asked)
        if label is None or (_REFUSES.match(one.told) and "@" not in one.told):
            continue
        if label in (Label.START, Label.END):
            yield from _hours(one, label)
        elif label is Label.AUDIENCE:
            yield from read_audience_value(one.told, one.start, TRUST)
        else:
            told = read_value(label, "antwoord", one.told, one.start, context)
            yield from (replace(value, confidence=TRUST) for value in told)


def _topic(asked: str) -> Label | None:
    """The topic that the last words of the quotation name."""
    last = re.split(r"(?<=[.!:])\s|\s[-–*•]\s", asked)[-1]
    return next((label for label, words in _ASKED_LABEL if words.search(last)), None)


def _hours(one: Exchange, label: Label) -> Iterator[Found]:
    for hit in find_times(masked(one.told))[:1]:
        at = (one.start + hit.start, one.start + hit.end)
        quote = one.told[hit.start : hit.end]
        name = "end_time" if label is Label.END and hit.last is None else "start_time"
        yield Found(name, hit.first, *at, quote, confidence=TRUST)
        if hit.last:
            yield Found("end_time", hit.last, *at, quote, confidence=TRUST)
