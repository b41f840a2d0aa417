"""The building or room: what stands before the address, or a word for a building with its name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from submissions.reading.building_names import NAME, PREPOSITION, generic, venues_in_prose
from submissions.reading.buildings import AREA, NOUN, is_building, not_known
from submissions.reading.context import Context
from submissions.reading.found import Found
from submissions.reading.homes import OTHER, digits_alone, postcode_fields, town_fields
from submissions.reading.lines import unwrapped
from submissions.reading.phrases import EVENT
from submissions.reading.places import find_postcodes, find_provinces, find_towns, is_online
from submissions.reading.streets import (
    find_addresses,
    street_after_town,
    street_before_town,
    street_segment,
)

# "Op sportcomplex Keizerslanden in Deventer": what sort of house it is; nobody's job or kin.
_SORT = (
    r"(?!(?:collega|meneer|mevrouw|meester|buurvrouw|buurman|wethouder|burgemeester|directeur|moeder|vader|leerling|heel|"
    r"gemeente|regio|provincie|groep|team|maandag|dinsdag|woensdag|donderdag|vrijdag|samenwerkingsverband|stichting)\b)[a-zà-ÿ-]{4,26}"
)
_BEFORE_TOWN = re.compile(
    rf"\b(?:in|bij|op|naar|vanuit|vanaf|(?:locatie|plek|plaats) (?:is|wordt)|achterin|"
    rf"boven)\s(?:het\s|de\s|ons\s|onze\s|’t\s|'t\s)?"
    rf"(?P<venue>(?:{_SORT}\s)?{NAME})"
    r"(?:\s(?:in|te)\s|,\s(?:in\s|te\s)?|\s\()$"
)
_BEFORE_ADDRESS = re.compile(
    rf"(?:\b{PREPOSITION}\s(?:(?:het|de|ons|onze|'t|’t)\s)?|[:;,.?!|•·–]\s{{1,2}}|\n\s{{0,4}}(?:[-*•]\s)?|^)"
    r"(?P<venue>[^\W\d_][^\n,:;()?!|•·]{2,70}?)(?:\s{0,2}[,(|•·/]|\s[-–])\s{0,2}(?:(?:aan|op)\s(?:de|het)\s)?$",
    re.IGNORECASE,
)
# "In de Jaarbeurs in Utrecht": a name of one word, and no region.
_IN_THE = re.compile(
    r"^(?i:in|bij|naar|op)\s(?i:de|het|['’]t)\s(?!Achterhoek|Betuwe|Veluwe|Randstad|Gemeente|Regio|Week|Actieweek|Meierij|"
    r"Peel|Kempen|Bollenstreek|Zaanstreek|Provincie|Landelijke)[A-ZÀ-Ý][\w’'-]{3,}",
)
_ROOM_NUMBER = re.compile(r"\b(?:kas|zaal|lokaal|kamer|gebouw|unit|hal) \d{1,3}\b", re.IGNORECASE)
_STREETLIKE = re.compile(r"\d")
_ONLINE_PLACE = re.compile(
    r"\W{0,3}(?:volledig\s)?(?:online|digitaal|webinar|(?:via\s)?(?:ms\s|microsoft\s)?(?:teams|"
    r"zoom)[\w -]{0,30}|livestream|google meet)\W{0,3}",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\W{0,3}(?:idem|(?:de)?zelfde(?: locatie| plek| zaal| plaats| adres)?|zie boven|als boven|"
    r"ook daar|\"|,,)\W{0,3}",
    re.I,
)


_ROOM = re.compile(
    rf"(?:(?:in|de|het|grote|kleine)\s)*(?:{NOUN}|zaal|kamer|lokaal|ruimte)\b", re.IGNORECASE
)
SURE_STREET = 0.6


def says_again(value: str) -> bool:
    """ "Idem": the place of the row above."""
    return _AGAIN.fullmatch(value[:40]) is not None


def read_place_value(value: str, offset: int, context: Context, confidence: float) -> list[Found]:
    """A value such as ``Cultuurhuis De Notenboom, Molenstraat 118, 6711 XB Ede``, taken apart."""
    if _ONLINE_PLACE.fullmatch(value[:60]):
        return [_shift(Found("attendance", "online", 0, len(value), value), offset, confidence)]
    original, value = value[:400], _SEPARATOR.sub(_as_comma, value[:400])
    postcodes = list(find_postcodes(value))[:1]
    found = [*_street(value), *postcodes]
    towns = sorted(find_towns(value, context, listed=True), key=lambda pair: -pair[0].confidence)
    if towns:
        found += town_fields(*towns[0])
    codes = postcodes or digits_alone(value, whole=True)
    found += postcode_fields(codes, context, OTHER if towns else confidence)
    taken = [(one.start, one.end) for one in found if one.field in ("address", "postcode")]
    venue = _rest(value, taken, towns[0][0] if towns else None)
    venue = venue or _behind(value, taken)
    if venue and (not_known(str(venue.value)) or AREA.fullmatch(str(venue.value))):
        venue = None
    online = is_online(value)
    if online:
        found.append(online)
    if venue and not (online and _overlaps(venue, online)):
        found.append(venue)
    found = [replace(one, quote=original[one.start : one.end]) for one in found]
    return [_shift(one, offset, confidence) for one in found]


_SEPARATOR = re.compile(r"\s[-–—|•·]\s|[;|\n\t]")
_PIECE = re.compile(r"[^,()]{2,80}")


def _as_comma(match: re.Match[str]) -> str:
    return "," if len(match[0]) == 1 else " , "


def _street(value: str) -> list[Found]:
    """By its ending or postcode, else a piece that is nothing but a name and a number."""
    known = list(find_addresses(value))[:1]
    if known and known[0].confidence > SURE_STREET:
        return known
    for piece in _PIECE.finditer(value):
        if match := street_segment(piece[0]):
            start, end = piece.start() + match.start("street"), piece.start() + match.end("number")
            return [Found("address", value[start:end], start, end, value[start:end])]
    return known


def _behind(value: str, taken: list[tuple[int, int]]) -> Found | None:
    """ "Markt 1, Delft, zaal 3": the room behind the address."""
    if not taken:
        return None
    last = max(end for _, end in taken)
    for piece in _PIECE.finditer(value, last):
        words = piece[0].strip(" .,")
        if _ROOM.match(words):
            start = value.find(words, piece.start())
            return Found("venue", words, start, start + len(words), words)
    return None


def _shift(one: Found, offset: int, confidence: float) -> Found:
    sure = min(one.confidence, confidence) if one.confidence == OTHER else confidence
    return Found(
        one.field, one.value, one.start + offset, one.end + offset, one.quote, confidence=sure
    )


def _overlaps(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _rest(value: str, taken: list[tuple[int, int]], town: Found | None) -> Found | None:
    """The words of the value before the street, without the town."""
    end = min([start for start, _ in taken], default=len(value))
    first_line = value[:end].rstrip(" ,(\n-–|;")
    begin = 0
    if town and town.start == 0 and not taken:
        first_line_end = re.match(r"\W+", value[town.end :])
        begin = town.end + (first_line_end.end() if first_line_end else 0)
        if begin >= len(value):
            return None
        first_line = value[:end]
    text = first_line[begin:]
    if town and begin <= town.start < len(first_line):
        cut = first_line[: town.start].rstrip(" ,(-–")
        if town.start > 0 and re.search(r"(?:,|\(|\b(?:in|te|yn))\s?$", first_line[: town.start]):
            text = re.sub(r"\s(?:in|te|yn)$", "", cut)[begin:]
    text = text.split("(")[0].rstrip(" ,.;\n-–") if "(" in text[3:] else text.rstrip(" ,.;\n-–)")
    text = " ".join(text.split())
    if len(text) < 2 or (town and text == town.quote) or not re.search(r"[^\W\d_]", text):
        return None
    return Found("venue", text[:150], begin, begin + len(text), text)


def read_place_prose(text: str, context: Context) -> list[Found]:
    """Venue, address and town from running text."""
    found: list[Found] = []
    joined = unwrapped(text)
    addresses = list(find_addresses(joined, 0.8))
    postcodes = list(find_postcodes(text))
    found += postcodes
    for told, town in find_towns(text, context):
        if told.confidence >= 0.45:
            one = _surer_beside(text, told, addresses)
            found += town_fields(one, town)
            addresses += _street_of_town(text, one, addresses)
            found += _venue_of_town(text, one)
    named = any(one.field == "town" for one in found)
    if not named:
        found += list(find_provinces(text, context))[:1]
    codes = postcodes or digits_alone(text)
    found += postcode_fields(codes, context, OTHER if named else 0.85)
    sure = [one for one in addresses if one.confidence > SURE_STREET]
    found += addresses
    for address in sure[:3]:
        found += _venue_above(text, address)
        found += _venue_before(joined, address)
    found += venues_in_prose(joined)
    if sure and not any(one.field in ("town", "province") for one in found):
        found += _town_of_building(found, context)
    towns = [one for one in found if one.field == "town"]
    return [one for one in found if one.field != "venue" or not _within(one, towns)]


def _within(one: Found, others: list[Found]) -> bool:
    """Whether it is only a piece of a longer name: the Zoom of Bergen op Zoom."""
    return any(
        other.start <= one.start < one.end <= other.end or other.quote == one.quote
        for other in others
    )


def _town_of_building(found: list[Found], context: Context) -> list[Found]:
    """ "Slot Zeist, Zinzendorflaan 1": a building with an address is in the town of its name."""
    for venue in [one for one in found if one.field == "venue" and " " in one.quote]:
        last = venue.quote.rsplit(" ", 1)[1]
        if venue.quote.split()[-2] in ("De", "Het", "Den", "’t", "'t"):
            continue  # "buurtcentrum De Uitwijk"
        town = context.town(last) if is_building(venue.quote) and last[:1].isupper() else None
        if town is not None and town.municipality:
            at = venue.end - len(last)
            base = Found("town", town.name, at, venue.end, last, confidence=0.5)
            return town_fields(base, town)
    return []


def _surer_beside(text: str, town: Found, addresses: list[Found]) -> Found:
    """A town in one breath with a street is where it is, not where somebody comes from."""
    for address in addresses[:20]:
        between = text[min(town.end, address.end) : max(town.start, address.start)]
        if len(between) < 40 and not re.search(r"[.!?]\s|\n\s*\n", between):
            return replace(town, confidence=max(town.confidence, 0.85))
    return town


def _street_of_town(text: str, town: Found, known: list[Found]) -> list[Found]:
    """ "Kade 7, Zierikzee": a street that only its place gives away."""
    span = street_before_town(text, town.start) or street_after_town(text, town.end)
    sure = [one for one in known if one.confidence > SURE_STREET]
    if span is None or any(one.start < span[1] and span[0] < one.end for one in sure):
        return []
    quote = text[slice(*span)]
    return [Found("address", quote, *span, quote, confidence=0.7)]


def _venue_of_town(text: str, town: Found) -> Iterator[Found]:
    """ "Bij ROC Midden in Utrecht": a name of several words between a preposition and the town."""
    start = max(0, town.start - 100)
    match = _BEFORE_TOWN.search(text[start : town.start])
    named = match and (" " in match["venue"] or _IN_THE.search(match[0]))
    if match and named and not _STREETLIKE.search(match["venue"]):
        at = start + match.start("venue")
        name = match["venue"]
        yield Found("venue", name, at, at + len(name), name, confidence=0.55)


_LINE_ABOVE = re.compile(r"(?:^|\n)[ \t>]{0,8}(?P<venue>[^\W\d_][^\n:;?!\d]{2,60})\n[ \t>]{0,8}$")


def _venue_above(text: str, address: Found) -> Iterator[Found]:
    """A building on a line of its own, with its street on the next."""
    start = max(0, address.start - 80)
    match = _LINE_ABOVE.search(text[start : address.start])
    name = match["venue"].rstrip(" ,.") if match else ""
    if match and is_building(name) and not generic(name):
        at = start + match.start("venue")
        yield Found("venue", name, at, at + len(name), name, confidence=0.75)


def _venue_before(text: str, address: Found) -> Iterator[Found]:
    start = max(0, address.start - 110)
    before = text[start : address.start]
    match = _BEFORE_ADDRESS.search(before)
    last = None
    while match:
        last = match
        match = _BEFORE_ADDRESS.search(before, match.start() + 1)
    if last is None or _STREETLIKE.search(_ROOM_NUMBER.sub("", last["venue"])):
        return
    words = re.sub(
        r"^(?:het|de|ons|onze|'t|t|the)\s", "", last["venue"].strip(), flags=re.IGNORECASE
    )
    inner = re.split(r"\b(?:in|bij|naar|op|vanaf|vanuit)\s(?:het\s|de\s|ons\s|'t\s)?", words)
    words = (
        re.sub(r"\s(?:te|in)\s[A-Z][\w-]+$", "", inner[-1].strip())
        if len(inner[-1].strip()) > 3
        else words
    )
    named = re.search(rf"\b(?i:{NOUN})\s{NAME}$", words) or re.search(rf"{NAME}$", words)
    building = re.search(rf"\b{NOUN}\b(?:\s(?:van|voor)\b.{{3,40}})$", words, re.IGNORECASE)
    if building and len(words.split()) > 4 and not _ROOM.match(words):
        words = building[0]  # "de gangen van het gemeentehuis van Ede"
    elif named and len(words.split()) > 4 and not _ROOM.match(words):
        words = named[0]  # "ons atelier De Verfpot" is a name, "wij openen de deuren van" is none
    if re.match(rf"(?:(?:de|het|een|onze)\s)?{EVENT}\b", words, re.IGNORECASE) and not is_building(
        words
    ):
        return  # "Lezing over schoolangst, Markt 2": what is held there
    at = before.rfind(words)
    if words and not generic(words) and at >= 0:
        yield Found("venue", words, start + at, start + at + len(words), words, confidence=0.75)
