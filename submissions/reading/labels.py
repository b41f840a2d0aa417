"""Labelled lines: ``Datum: dinsdag 4 juni``, ``Waar? De Brug``, ``Locatie`` above its value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from agenda.models.fields import fold
from submissions.reading.structure import lines_of


class Label(Enum):
    TITLE = "title"
    WHEN = "when"
    START = "start"
    END = "end"
    PLACE = "place"
    ADDRESS = "address"
    TOWN = "town"
    AUDIENCE = "audience"
    ORGANISER = "organiser"
    WEBSITE = "website"
    REGISTRATION = "registration"
    CONTACT = "contact"
    COSTS = "costs"
    SUMMARY = "summary"
    OTHER = "other"  # ends the value before it, and tells nothing itself


_NAMES: dict[Label, str] = {
    Label.TITLE: "titel|naam|naam activiteit|wat|activiteit|title|titel activiteit|naam "
    "bijeenkomst|wat gaan we doen|"
    "naam van de activiteit|titel van de activiteit|onderwerp activiteit|bijeenkomst|evenement|"
    "wat doen we|namme|event",
    Label.WHEN: "datum|wanneer|dag|data|datum en tijd|datum/tijd|datum & tijd|dag en tijd|tijd|"
    "tijden|tijdstip|hoe laat|"
    "wanneer en hoe laat|date|when|time|datum en tijdstip|tijd en datum|datums|moment|wannear|"
    "tiid|dagen|op",
    Label.START: "aanvang|start|begin|begintijd|starttijd|aanvangstijd|van|begint",
    Label.END: "einde|eind|eindtijd|tot|afloop|sluiting|eindigt",
    Label.PLACE: "locatie|plaats|waar|venue|location|plek|where|lokatie|plaats en adres|zaal|"
    "waar precies|plak|"
    "locatie en adres|plaats/locatie|gebouw|locatie/adres",
    Label.ADDRESS: "adres|bezoekadres|address|straat",
    Label.TOWN: "gemeente|woonplaats|stad|dorp|plaatsnaam",
    Label.AUDIENCE: "voor wie|doelgroep|doelgroepen|bestemd voor|bedoeld voor|wie|for whom|"
    "publiek|deelnemers|"
    "foar wa|wie kan meedoen|wie zijn welkom|doelgroep(en)|voor",
    Label.ORGANISER: "organisatie|organisator|organisatoren|georganiseerd door|organiserende "
    "organisatie|initiatiefnemer|"
    "organizer|naam organisatie|organisatoar|door|door wie|wie organiseert|namens|organiserende "
    "partij|school|instelling",
    Label.WEBSITE: "website|site|webpagina|meer informatie|meer info|informatie|info|link|web|"
    "url|internet|meer weten|"
    "meer over ons|webside|www|lees meer|kijk ook op|zie ook|zie",
    Label.REGISTRATION: "aanmelden|aanmelding|inschrijven|inschrijving|opgeven|opgave|"
    "registratie|registreren|aanmeldlink|"
    "aanmelden via|inschrijven via|opgeven via|opgeven bij|aanmelden kan via|inschrijflink|"
    "tickets|kaarten|registration|"
    "oanmelde|info en aanmelden|aanmelden en info|informatie en aanmelden|meer informatie en "
    "aanmelden|register",
    Label.CONTACT: "contact|contactpersoon|contactgegevens|vragen|e-mail|email|mail|e|"
    "contactadres|voor vragen|mailadres|"
    "e-mailadres|nadere informatie|inlichtingen",
    Label.COSTS: "kosten|prijs|toegang|entree|toegangsprijs|deelnamekosten|costs|eigen bijdrage",
    Label.SUMMARY: "omschrijving|beschrijving|toelichting|inhoud|samenvatting|korte "
    "omschrijving|korte beschrijving|"
    "waarover|over|waarom|description",
    Label.OTHER: "telefoon|tel|t|mobiel|programma|opmerkingen|opmerking|bijzonderheden|thema|"
    "soort|soort activiteit|gasten|"
    "spreker|sprekers|p.s|ps|nb|let op|onderwerp|inloop|deadline|uiterlijk|organisatoren en "
    "sprekers|vorm|aantal|"
    "aantal deelnemers|maximum|bijlage|bijlagen|taal|parkeren|regio|bereikbaarheid|w|m|"
    "aanmelden voor|sluitingsdatum",
}
LABELS: dict[str, Label] = {
    name: label for label, names in _NAMES.items() for name in names.split("|")
}
_LABEL = re.compile(
    r"(?P<lead>[\s*•●▪◦·–—>|-]{0,8})(?P<name>[^\W\d_][\w '’./&()-]{0,45}?)\s{0,3}[*_]{0,2}\s{0,2}"
    r"(?P<mark>[:?]{1,2}|\t|\s{2,40}(?=\S)|$)[*_]{0,2}\s{0,40}(?P<value>.*)"
)
_SIGN_UP = re.compile(r"(?:aanmeld|inschrijv|opgev|registr)\w*\s", re.IGNORECASE)
_SOFT = re.compile(r"\W+")
VALUE_LINES = 3


@dataclass(frozen=True, slots=True)
class Labelled:
    """`start` and `end` are those of the value in the text; `name` is the label as written."""

    label: Label
    name: str
    value: str
    start: int
    end: int


def labelled(text: str) -> list[Labelled]:
    """All labelled values, in the order of the text."""
    return list(_joined(text, list(_lines(text))))


def _lines(text: str) -> Iterator[tuple[Label | None, str, int, int]]:
    """Per line: its label or None, the label as written, and where the value starts and ends."""
    for line in lines_of(text):
        label, name, value_at = _label_of(line.text)
        yield label, name, line.start + value_at, line.end


def _label_of(line: str) -> tuple[Label | None, str, int]:
    match = _LABEL.match(line[:400])
    if match is None:
        return None, "", 0
    name = match["name"].strip()
    label = LABELS.get(_SOFT.sub(" ", fold(name)).strip(), LABELS.get(fold(name)))
    if label is None and match["mark"].startswith(":") and _SIGN_UP.match(name):
        label = Label.REGISTRATION  # "Aanmelden voor beide vormen:"
    if label is None or (match["mark"] not in (":", "?", "?:", "::") and len(name) < 3):
        return None, "", 0
    if not match["mark"].strip() and match["value"] and name[:1].islower():
        return None, "", 0  # running text that is laid out with spaces
    return label, name, match.start("value")


def _joined(text: str, lines: list[tuple[Label | None, str, int, int]]) -> Iterator[Labelled]:
    number = 0
    while number < len(lines):
        label, name, start, end = lines[number]
        number += 1
        if label is None:
            continue
        value = text[start:end].strip()
        taken = 0
        while number < len(lines) and lines[number][0] is None and taken < VALUE_LINES:
            following = text[lines[number][2] : lines[number][3]]
            if not following.strip():
                # A label on a line of its own may have one empty line before its value.
                if value or taken:
                    break
                number, taken = number + 1, taken + 1
                continue
            if value and not following.startswith((" ", "\t")):
                break
            if not value:
                start = lines[number][2]
            end = lines[number][3]
            value = text[start:end].strip()
            number, taken = number + 1, taken + 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        value = _first_sentence(value)
        if value:
            yield Labelled(label, name, value, start, start + len(value))


_NEXT_SENTENCE = re.compile(r"[a-z)][.!]\s+(?=[A-ZÀ-Ý][a-z]+\s[a-z])")


def _first_sentence(value: str) -> str:
    """Running text behind the value is no part of it."""
    match = _NEXT_SENTENCE.search(value)
    return value[: match.start() + 1] if match else value


def groups(found: list[Labelled]) -> list[list[Labelled]]:
    """One list per activity: a new one begins where a label that was there already comes back."""
    result: list[list[Labelled]] = [[]]
    for one in found:
        opening = one.label is Label.TITLE and any(o.label is Label.TITLE for o in result[-1])
        dated = [o for o in result[-1] if o.label is Label.WHEN and fold(o.name) == fold(one.name)]
        if opening or (one.label is Label.WHEN and dated and len(result[-1]) > 1):
            result.append([])
        result[-1].append(one)
    return [group for group in result if group]
