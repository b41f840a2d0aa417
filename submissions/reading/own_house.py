"""An activity at the sender's own: "bij ons op school", with the address below the mail."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agenda.models.fields import fold
from submissions.reading.buildings import is_building
from submissions.reading.found import Found, Source, moved
from submissions.reading.homes import town_fields
from submissions.reading.page import Page
from submissions.reading.places import is_online
from submissions.reading.venues import read_place_value

_AT_OURS = re.compile(
    r"\bbij ons\b|\bbij mij (?:thuis|in)\b|\bhier (?:op school|in huis)\b|"
    r"\bin (?:ons|onze|mijn)(?: eigen)? (?:\w{0,20}(?:museum|school|gebouw|huis|kantoor|"
    r"praktijk|bibliotheek|theater|zaal|galerie|atelier|winkel|centrum|locatie|college|tuin))\b|"
    r"\b(?:onze schooltuin|onze deuren)\b|"
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
    best = max(organiser, key=_sure, default=None)
    told = _OF_TOWN.search(str(best.value)) if best else None
    town = page.context.town(told["town"]) if told else None
    if best is None or town is None or not _TOWN_HALL.search(page.passage.text):
        return []
    base = replace(best, field="town", value=town.name, confidence=0.4)
    return town_fields(base, town)


# Whoever has one holds things there, unless the mail says where else.
_A_HOUSE = re.compile(
    r"\b(?:[\w-]{0,16}school|[\w-]{0,20}college|lyceum|gymnasium|kindcentrum|ikc|obs|cbs|rkbs|[\w-]{0,12}bibliotheek|bieb|"
    r"[\w-]{0,12}museum|theater|schouwburg|filmhuis|buurthuis|wijkhuis|dorpshuis|buurtcentrum|wijkcentrum|jongerencentrum|"
    r"gemeenschapshuis|sportcentrum|zwembad|[\w-]{0,12}atelier|galerie|[\w-]{0,12}boerderij|speeltuin|inloophuis|manege|"
    r"huis van de wijk|caf[eé]|brasserie|jeugdhonk)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:locatie|plaats|plek|zaal|adres)\b[^.!?\n]{0,40}\b(?:volgt|bekend|bepalen|later|"
    r"overleg)\b|\bop locatie\b|\bthuis te\b|"
    r"\btelefonisch\b|\bhele land\b|\bonderweg\b|\bbuiten de school\b|\bscholen in\b",
    re.IGNORECASE,
)


def at_home(
    page: Page, organiser: Sequence[Found], groups: Sequence[Sequence[Found]]
) -> list[Found]:
    """Where a school or a library stands, when its mail tells of no other place at all."""
    best = max(organiser, key=_sure, default=None)
    text = page.passage.text
    if best is None or not _A_HOUSE.search(str(best.value)):
        return []
    if is_online(text) or _ELSEWHERE.search(text):
        return []
    street = _street_below(page)
    towns = {one.value for one in street if one.field == "municipality"}
    for one in (one for group in groups for one in group):
        itself = one.field == "venue" and _is_same(str(one.value), str(best.value))
        if one.field in ("venue", "address", "attendance", "postcode") and not itself:
            return []
        if one.field == "municipality" and one.value not in towns:
            return []
    return [replace(best, field="venue", confidence=0.5), *street] if street else []


def _is_same(venue: str, organiser: str) -> bool:
    """Whether the building that the text names is that of who holds it."""
    one, other = set(fold(venue).split()), set(fold(organiser).split())
    return bool(one) and (one <= other or other <= one)


def _sure(one: Found) -> float:
    return one.confidence


def _own_house(page: Page, organiser: Sequence[Found]) -> list[Found]:
    best = max(organiser, key=_sure, default=None)
    text = page.passage.text
    if best is None or not _AT_OURS.search(text):
        return []
    unsigned = best.source is Source.SENDER and best.value not in text
    if unsigned or (best.source is Source.SENDER and not _A_HOUSE.search(str(best.value))):
        return []
    sure = 0.58 if is_building(str(best.value)) else 0.41
    return [replace(best, field="venue", confidence=sure)]


def _own_street(page: Page) -> list[Found]:
    return _street_below(page) if _AT_OURS.search(page.passage.text) else []


def _street_below(page: Page) -> list[Found]:
    """Street and town of the signature, when both stand there."""
    told = read_place_value(page.passage.signature[-600:].strip(), 0, page.context, 0.55)
    fields = {one.field for one in told}
    if not {"address", "town"} <= fields:
        return []
    at = len(page.passage.signature.rstrip()) - len(page.passage.signature[-600:].strip())
    kept = [one for one in told if one.field != "venue"]
    return [moved(one, max(at, 0)) for one in kept]
