"""The building or room: what stands before the address, or a word for a building with its name."""

import re
from collections.abc import Iterator

from submissions.reading.context import Context, Town
from submissions.reading.found import Found
from submissions.reading.places import find_addresses, find_postcodes, find_towns, is_online

_NOUN = (
    r"(?:[\w-]{0,24}(?:school|college|lyceum|gymnasium|gemeenschap|bibliotheek|buurthuis|"
    r"wijkhuis|dorpshuis|doarpshûs|gemeentehuis|"
    r"stadhuis|stadskantoor|provinciehuis|raadhuis|cultuurhuis|huiskamer|theater|schouwburg|"
    r"centrum|caf[eé]|hotel|museum|kerk|"
    r"sporthal|aula|kantoor|boerderij|paviljoen|kasteel|clubgebouw|gebouw|atelier|studio|"
    r"werkplaats|filmhuis|bioscoop|"
    r"kantine|lokaal|restaurant|landgoed|villa|zalencentrum|kinderboerderij|kazerne|fabriek|"
    r"loods|tuin|park|plein|"
    r"schuur|hoeve|biblioteek|speeltuin|zwembad|stadion|manege|hal|zaal|bieb|campus|huis|"
    r"universiteit|hogeschool)"
    r"|roc|mbo|huize|wijkteam|ggd|de kas|stationshal)"
)
_PREPOSITION = r"(?:in|bij|op|naar|te gast bij|vanuit|locatie|yn|by|at)"
_IN_PROSE = re.compile(
    rf"\b(?:{_PREPOSITION})\s(?:(?:het|de|ons|onze|'t|’t|t|"
    rf"een)\s)?(?P<venue>(?:(?-i:[A-ZÀ-Ý])[\w'’-]{{1,20}}\s){{0,1}}{_NOUN}\b"
    r"(?:\s(?:van\s(?:(?:het|de|ons)\s)?[\w'’-]{2,30}|(?:de|het|'t|’t|den)\s[\w'’-]{2,30}|"
    r"(?-i:[A-ZÀ-Ý])[\w'’-]{1,30})){0,3})",
    re.IGNORECASE,
)
_BEFORE_ADDRESS = re.compile(
    rf"(?:\b{_PREPOSITION}\s(?:(?:het|de|ons|onze|'t|’t)\s)?|[:;,.]\s{{1,2}}|\n\s{{0,4}}|^)"
    r"(?P<venue>[^\W\d_][^\n,:;()?!]{2,70}?)\s{0,2}[,(]\s{0,2}(?:(?:aan|op)\s(?:de|het)\s)?$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s(?:in|te|op|aan|van|om|voor|met|en|of|die|waar|tijdens|vanaf|yn)(?:\s(?:de|het|een|ons))?$",
    re.I,
)
_STREETLIKE = re.compile(r"\d")
_ONLINE_PLACE = re.compile(
    r"\W{0,3}(?:volledig\s)?(?:online|digitaal|webinar|(?:via\s)?(?:ms\s|microsoft\s)?(?:teams|"
    r"zoom)[\w -]{0,30}|livestream|google meet)\W{0,3}",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\W{0,3}(?:idem|zelfde(?: locatie| plek)?|dezelfde(?: locatie| plek)?|zie boven|als boven|"
    r"ook daar|\"|,,)\W{0,3}",
    re.I,
)


def says_again(value: str) -> bool:
    """ "Idem": the place of the row above."""
    return _AGAIN.fullmatch(value[:40]) is not None


def read_place_value(value: str, offset: int, context: Context, confidence: float) -> list[Found]:
    """A value such as ``Cultuurhuis De Notenboom, Molenstraat 118, 6711 XB Ede``, taken apart."""
    if _ONLINE_PLACE.fullmatch(value[:60]):
        return [_shift(Found("attendance", "online", 0, len(value), value), offset, confidence)]
    value = value[:400]
    found = [*list(find_addresses(value))[:1], *list(find_postcodes(value))[:1]]
    towns = sorted(find_towns(value, context, listed=True), key=lambda pair: -pair[0].confidence)
    if towns:
        found += town_fields(*towns[0])
    taken = [(one.start, one.end) for one in found if one.field in ("address", "postcode")]
    venue = _rest(value, taken, towns[0][0] if towns else None)
    online = is_online(value)
    if online:
        found.append(online)
    if venue and not (online and _overlaps(venue, online)):
        found.append(venue)
    return [_shift(one, offset, confidence) for one in found]


def _shift(one: Found, offset: int, confidence: float) -> Found:
    return Found(
        one.field, one.value, one.start + offset, one.end + offset, one.quote, confidence=confidence
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


def town_fields(found: Found, town: Town) -> list[Found]:
    """The town with the municipality and province it lies in."""
    base = (found.start, found.end, found.quote)
    fields = [Found("town", town.name, *base, confidence=found.confidence)]
    if town.municipality:
        fields.append(Found("municipality", town.municipality, *base, confidence=found.confidence))
    if town.province:
        fields.append(Found("province", town.province, *base, confidence=found.confidence))
    return fields


def read_place_prose(text: str, context: Context) -> list[Found]:
    """Venue, address and town from running text."""
    found: list[Found] = []
    addresses = list(find_addresses(text, 0.8))
    sure = [one for one in addresses if one.confidence > 0.6]
    found += addresses
    found += find_postcodes(text)
    for one, town in find_towns(text, context):
        if one.confidence >= 0.45:
            found += town_fields(one, town)
    for address in sure[:3]:
        found += _venue_before(text, address)
    found += _venues_in_prose(text)
    return found


def _venue_before(text: str, address: Found) -> Iterator[Found]:
    start = max(0, address.start - 110)
    before = text[start : address.start]
    match = _BEFORE_ADDRESS.search(before)
    last = None
    while match:
        last = match
        match = _BEFORE_ADDRESS.search(before, match.start() + 1)
    if last is None or _STREETLIKE.search(last["venue"]):
        return
    words = re.sub(
        r"^(?:het|de|ons|onze|'t|t|the)\s", "", last["venue"].strip(), flags=re.IGNORECASE
    )
    inner = re.split(r"\b(?:in|bij|naar|op)\s(?:het\s|de\s|ons\s|'t\s)?", words)
    words = (
        re.sub(r"\s(?:te|in)\s[A-Z][\w-]+$", "", inner[-1].strip())
        if len(inner[-1].strip()) > 3
        else words
    )
    at = before.rfind(words)
    if words and at >= 0:
        yield Found("venue", words, start + at, start + at + len(words), words, confidence=0.75)


def _venues_in_prose(text: str) -> Iterator[Found]:
    for match in _IN_PROSE.finditer(text):
        venue = _TRAILING.sub("", match["venue"].strip())
        if len(venue) < 3 or venue.lower() in (
            "school",
            "huis",
            "kantoor",
            "tuin",
            "zaal",
            "hal",
            "centrum",
            "lokaal",
        ):
            continue
        start = match.start("venue")
        named = any(word[:1].isupper() for word in venue.split())
        yield Found(
            "venue", venue, start, start + len(venue), venue, confidence=0.6 if named else 0.5
        )
