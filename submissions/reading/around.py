"""What stands around the text: in the subject, the signature, the words of an invitation."""

import re
from collections.abc import Sequence
from dataclasses import replace

from submissions.reading.audiences import read_audience_prose, read_audience_value
from submissions.reading.buildings import is_building
from submissions.reading.drafting import LIKELY, SURE, read_value
from submissions.reading.found import Found, Source, moved
from submissions.reading.homes import town_fields
from submissions.reading.invitation import Invitation
from submissions.reading.labels import Label
from submissions.reading.links import found_pages
from submissions.reading.moments import moment_found, read_moment
from submissions.reading.page import Page
from submissions.reading.people import read_contact
from submissions.reading.venues import read_place_prose, read_place_value


def from_subject_line(page: Page) -> list[Found]:
    """Day, hours and place that only the subject tells."""
    subject = page.passage.subject
    moment = read_moment(subject, page.context, page.reference)
    if moment.day is None:
        return []
    found = list(moment_found(subject, moment, 0.8))
    for piece in re.finditer(r"[^,|–]{3,100}", subject):
        told = read_value(Label.PLACE, "", piece[0].strip(), piece.start(), page.context)
        named = (
            any(one.field == "town" for one in told)
            and not read_moment(piece[0], page.context, page.reference).day
        )
        if named:
            found += [replace(one, confidence=0.6) for one in told]
    if not page.passage.text.strip():
        found += read_audience_prose(subject)
        found += [replace(o, confidence=0.55) for o in read_place_prose(subject, page.context)]
    return [replace(one, source=Source.SUBJECT) for one in found]


def from_signature(page: Page) -> list[Found]:
    """Contact, site and town that stand under the text: less trusted than what the text tells."""
    signature = page.passage.signature
    found = read_contact(signature, page.context.own, 0.65)
    found += [
        replace(one, confidence=0.5)
        for one in found_pages(signature, page.message.links, 0.5)
        if one.field == "website"
    ]
    return found


_AT_OURS = re.compile(
    r"\bbij ons\b|\bin (?:ons|onze)(?: eigen)? (?:\w{0,20}(?:museum|school|gebouw|huis|kantoor|"
    r"praktijk|bibliotheek|theater|zaal|galerie|atelier|winkel|centrum|locatie|college|tuin))\b|"
    r"\bop onze (?:eigen )?(?:school|locatie)\b|\b(?:het|ons) eigen (?:gebouw|pand|kantoor)\b",
    re.IGNORECASE,
)


def from_own_address(page: Page, organiser: Sequence[Found]) -> list[Found]:
    """ "In ons museum": then the address below the mail, and its name, are where it is."""
    return [*_own_street(page), *_own_house(page, organiser), *_town_hall(page, organiser)]


_TOWN_HALL = re.compile(
    r"\b(?:stadhuis|gemeentehuis|raadhuis|stadskantoor|"
    r"gemeentekantoor)\b",
    re.IGNORECASE,
)
_OF_TOWN = re.compile(r"\b[Gg]emeente\s(?P<town>['’]?[A-ZÀ-Ý].{1,40})$")


def _town_hall(page: Page, organiser: Sequence[Found]) -> list[Found]:
    """The town hall of who holds it stands in that town."""
    best = max(organiser, key=lambda one: one.confidence, default=None)
    told = _OF_TOWN.search(str(best.value)) if best else None
    town = page.context.town(told["town"]) if told else None
    if best is None or town is None or not _TOWN_HALL.search(page.passage.text):
        return []
    base = replace(best, field="town", value=town.name, confidence=0.4)
    return town_fields(base, town)


def _own_house(page: Page, organiser: Sequence[Found]) -> list[Found]:
    best = max(organiser, key=lambda one: one.confidence, default=None)
    if best is None or best.source is Source.SENDER or not _AT_OURS.search(page.passage.text):
        return []
    sure = 0.58 if is_building(str(best.value)) else 0.41
    return [replace(best, field="venue", confidence=sure)]


def _own_street(page: Page) -> list[Found]:
    if not _AT_OURS.search(page.passage.text):
        return []
    told = read_place_value(page.passage.signature[-600:].strip(), 0, page.context, 0.55)
    fields = {one.field for one in told}
    if not {"address", "town"} <= fields:
        return []
    at = len(page.passage.signature.rstrip()) - len(page.passage.signature[-600:].strip())
    kept = [one for one in told if one.field != "venue"]
    return [moved(one, max(at, 0)) for one in kept]


def from_description(page: Page, invitation: Invitation) -> list[Found]:
    """Whom it is for and where to read more, from the description of an invitation."""
    text = invitation.description or page.passage.text
    found = [*read_audience_prose(text), *found_pages(text, page.message.links, LIKELY)]
    title = next((o.value for o in invitation.found if o.field == "title"), "")
    if not any(one.field == "audiences" for one in found):
        found += _audience_of_title(str(title), text)
    return [replace(moved(one, 0), source=Source.CALENDAR, detail="DESCRIPTION") for one in found]


def _audience_of_title(title: str, text: str) -> list[Found]:
    return [
        replace(o, confidence=0.5) for o in read_audience_value(f"{title}\n{text[:300]}", 0, SURE)
    ]
