"""Streets with their number: by the endings of street names, a postcode, or what stands around."""

import re
from collections.abc import Iterator

from submissions.reading.buildings import is_building
from submissions.reading.found import Found
from submissions.reading.words import MONTH_NAME

_SUFFIX = (
    r"(?:straat|straatje|weg|laan|laantje|plein|singel|kade|gracht|dijk|pad|hof|markt|steeg|"
    r"dreef|wal|park|plantsoen|weide|zoom|gaarde|hage|duinen|duin|donk|hout|"
    r"ring|haven|brink|allee|boulevard|baan|lei|horst|kamp|veld|berg|zijde|poort|dam|vest|oord|"
    r"werf|burg|stein|einde|"
    r"eind|plaats|hoven|hoek|erf|bos|molen|kaai|akker|akkers|beek|broek|wijk|vliet|schans|"
    r"bolwerk|slag|hoogte|gang|eiland|kant|waard|strjitte|dyk|leane|wei|buorren|"
    r"heuvel|dwars|meent|sloot|"
    r"vaart|diep|esplanade|tuin|hoeve|kerkhof|stadion|rotonde|grintweg|water|kwartier)"
)
_SUFFIX_ALONE = "(?:" + "|".join(w.capitalize() for w in _SUFFIX[3:-1].split("|")) + ")"
_NAME_WORD = r"(?:[A-ZÀ-Ý0-9'’‘][\w'’.-]{0,30}|van|de|der|den|'t|’t|ten|ter|la|le|du)"
NUMBER = (
    r"\d{1,4}(?:\s?[a-zA-Z](?![\w]))?(?:\s?[-/]\s?\d{1,4}[a-zA-Z]?(?!\d|[.:]\d)|"
    r"\s(?:bis|hs|huis|rood|zw)\b)?"
)
_ADDRESS = re.compile(
    rf"(?<![\w])((?:{_NAME_WORD}[ \t]){{0,4}}[A-ZÀ-Ý'’][\w'’.-]{{0,40}}?"
    rf"(?:(?<=[a-zA-Z.-]){_SUFFIX}|(?i:{_SUFFIX}))|"
    rf"(?:{_NAME_WORD}[ \t]){{1,4}}{_SUFFIX_ALONE}"
    rf")(?:[ \t](?:Noord|Oost|Zuid|West|[NOZW]Z|(?:Noord|Oost|Zuid|"
    rf"West)zijde))?[ \t](?P<number>{NUMBER})(?!\d|[.:]\d|\s?(?:uur|u\b|jaar))",
)
_LAAN_VAN = re.compile(
    r"(?<![\w])((?:Laan|Plein|Kade|Dijk|Park|Hof|Singel|Burgemeester|Weg|Straat)\s(?:van\s|"
    r"der\s|de\s|het\s){0,3}"
    rf"[A-ZÀ-Ý][\w'’-]{{1,30}}(?:\s[A-ZÀ-Ý][\w'’-]{{1,30}})?)\s(?P<number>{NUMBER})(?!\d|[.:]\d)"
)
_ON_NUMBER = re.compile(
    rf"(?<![\w])([A-ZÀ-Ý][\w'’.-]{{1,40}}{_SUFFIX}),?\s(?:op\s)?(?:nummer|nr\.?|"
    rf"no\.?)\s(\d{{1,4}}\s?[a-z]?)(?!\w)"
)
_BUILDING = re.compile(
    r"(?i:[\w-]{0,24}(?:gebouw|huis|school|college|lyceum|theater|kerk|bibliotheek|centrum|zaal|hal|"
    r"museum|kantoor|hotel|caf[eé]|restaurant|boerderij|studio|atelier|club|stichting|mfc|mfa|roc))"
)
_OF_STREET = re.compile(
    r"(?i:oude|nieuwe|lange|korte|grote|kleine|hoge|lage|burg\.|burgemeester|dr\.?|dokter|prof\.?|"
    r"professor|ds\.?|dominee|pastoor|prins|prinses|koning|koningin|sint|st\.|van|der|den|ter|ten|"
    r"\d(?:e|ste|de)|eerste|tweede|derde|noord|zuid|oost|west|generaal|admiraal|president|"
    r"minister|mr\.?|jan|graaf)"
)
_SEGMENT = re.compile(
    r"\s*(?:(?:aan|op)\s(?:de|het)\s)?"
    rf"(?P<street>(?:[A-ZÀ-Ý'’\d][\w'’.-]{{0,30}}[ \t])?(?:{_NAME_WORD}[ \t]){{0,3}}"
    rf"[A-ZÀ-Ý'’][\w'’.-]{{1,40}})[ \t](?P<number>{NUMBER})"
    r"(?P<rest>(?:\s(?:te|in)\s.{2,40})?)\s*"
)
_BEFORE_TOWN = re.compile(
    rf"(?<![\w])(?P<street>(?:{_NAME_WORD}[ \t]){{0,3}}[A-ZÀ-Ý][\w'’.-]{{1,40}})[ \t]"
    rf"(?P<number>{NUMBER})(?:,\s|\s(?:te|in)\s|,\s(?:te|in)\s)$"
)
_NO_STREET = re.compile(
    rf"(?i:(?:.*\s)?(?:zaal|lokaal|kamer|verdieping|etage|unit|groep|klas|hal|gebouw|ruimte|deel|"
    rf"perron|spoor|postbus|bus|lijn|week|avond|dag|sessie|ronde|januari|editie|station|blok|"
    rf"om|tot|van|{MONTH_NAME}))$"
)
_BY_POSTCODE = re.compile(
    rf"(?<![\w])((?:{_NAME_WORD}[ \t]){{0,4}}[A-ZÀ-Ý][\w'’.-]{{1,40}})[ \t](?P<number>{NUMBER})"
    r"\s{0,2},?\s{0,2}(?=[1-9]\d{3}\s?[A-Z]{2}(?!\w))"
)
_STREET = re.compile(
    rf"(?:ingang|aan de|aan het|adres:?)\s(?:de\s|aan "
    rf"de\s)?([A-ZÀ-Ý][\w'’-]{{2,40}}{_SUFFIX})(?![\w])"
)


_SMALL_LETTERS = re.compile(  # from a phone: "adres is markt 9"
    r"\badres(?:\sis|:)?\s(?P<street>[a-z][a-z'’-]{2,30}(?:\s[a-z][a-z'’-]{1,30}){0,2}\s\d{1,4}[a-z]?)\b"
)
_PLAIN_STREET = re.compile(  # "in de dorpsstraat 12": these endings need no capital
    r"(?<![\w-])(?P<street>(?!onderweg|halverwege)[a-z][a-z'’-]{3,24}(?:straat|laan|plein|gracht|singel|kade|weg|dijk|steeg)"
    r"\s\d{1,4}[a-z]?)(?![\w:]|[.,]\d|\s(?:uur|minuten|jaar|km|kinderen|mensen|keer))"
)
_SET_APART = re.compile(  # by a comma or a bracket; what stands before it must be a building
    r"(?:,\s|\s\()(?P<street>(?:[A-ZÀ-Ý][\w'’.-]{1,30}\s){0,2}[A-ZÀ-Ý][\w'’.-]{1,30})"
    rf"\s(?P<number>{NUMBER})(?=[.,;)\n]|$|\s[A-ZÀ-Ý])"
)
_MARKS = re.compile(r"[,.;:()\n]")
BEFORE = 70


def _f(value: str, start: int, end: int, quote: str, confidence: float) -> Found:
    return Found("address", value, start, end, quote, confidence=confidence)


def find_addresses(text: str, confidence: float = 0.85) -> Iterator[Found]:
    """Street and number, in the order of the text; postcodes apart."""
    taken: list[tuple[int, int]] = []
    for pattern in (_ON_NUMBER, _BY_POSTCODE, _LAAN_VAN, _ADDRESS):
        for match in pattern.finditer(text):
            span = match.span() if pattern is _ON_NUMBER else (match.start(1), match.end("number"))
            if any(span[0] < end and start < span[1] for start, end in taken[-50:]):
                continue
            taken.append(span)
            if text[span[0] : span[0] + 7].lower() in ("postbus", "antwoor"):
                continue
            street = f"{match[1]} {match[2]}" if pattern is _ON_NUMBER else text[span[0] : span[1]]
            street = " ".join(street.split())
            shift = len(street) - len(_without_building(_without_lead(street)))
            street = street[shift:]
            yield _f(
                street,
                span[0] + shift,
                span[1],
                text[span[0] + shift : span[1]],
                confidence,
            )
    for match in (*_SMALL_LETTERS.finditer(text), *_PLAIN_STREET.finditer(text)):
        street = match["street"][:1].upper() + match["street"][1:]
        yield _f(street, *match.span("street"), match["street"], confidence - 0.1)
    yield from _set_apart(text, taken, confidence)
    for match in (*_STREET.finditer(text), *_IN_STREET.finditer(text)):
        if not any(start <= match.start(1) < end for start, end in taken):
            yield _f(match[1], match.start(1), match.end(1), match[1], confidence - 0.3)


def _set_apart(text: str, taken: list[tuple[int, int]], confidence: float) -> Iterator[Found]:
    """ "Buurthuis De Brug (Kalmoes 8)": any name with a number, behind a building."""
    for match in _SET_APART.finditer(text):
        span = (match.start("street"), match.end("number"))
        if any(start < span[1] and span[0] < end for start, end in taken[-50:]):
            continue
        before = _MARKS.split(text[max(0, match.start() - BEFORE) : match.start()])[-1]
        if is_building(before) and not _NO_STREET.match(match["street"]):
            taken.append(span)
            yield _f(text[slice(*span)], *span, text[slice(*span)], confidence - 0.1)


_LEAD = re.compile(r"(?:(?:aan|op|de|het|van|ten|ter|der|den|in)\s)+(?=[A-ZÀ-Ý'’])")


def _without_lead(street: str) -> str:
    """Without the little words before the name that belong to the sentence."""
    match = _LEAD.match(street)
    return street[match.end() :] if match else street


def _without_building(street: str) -> str:
    """ "Clubgebouw De Eik Bosweg 6": the name of a building is no part of the street."""
    words = street.split(" ")
    at = next((at for at, word in enumerate(words) if at and re.match(r"\d", word)), 0)
    if at < 2 or not any(_BUILDING.fullmatch(word) for word in words[: at - 1]):
        return street
    first = at - 1
    while first > 1 and _OF_STREET.fullmatch(words[first - 1]):
        first -= 1
    return " ".join(words[first:])


def is_street(words: str) -> bool:
    """Whether a piece is one word, perhaps behind another, that ends as streets do."""
    pattern = rf"(?:[A-ZÀ-Ý][\w'’-]{{1,20}}\s){{0,2}}[A-ZÀ-Ý][\w'’-]{{2,30}}{_STREET_ENDING}"
    return re.fullmatch(pattern, words) is not None


_STREET_ENDING = r"(?:straat|weg|laan|plein|singel|kade|gracht|dijk|steeg|dreef|plantsoen|strjitte)"


_IN_STREET = re.compile(
    rf"\b(?:in|op) (?:de|het) ([A-ZÀ-Ý][\w'’-]{{2,30}}{_STREET_ENDING})(?![\w])"
)


def street_segment(segment: str) -> re.Match[str] | None:
    """A piece between commas that is nothing but a name and a number: ``Lange Haven 12a``."""
    match = _SEGMENT.fullmatch(segment)
    return match if match and not _NO_STREET.match(match["street"]) else None


_AFTER_TOWN = re.compile(
    rf"\s\((?P<street>(?:{_NAME_WORD}[ \t]){{0,3}}[A-ZÀ-Ý][\w'’.-]{{1,40}})[ \t]"
    rf"(?P<number>{NUMBER})\)"
)


def street_after_town(text: str, town_end: int) -> tuple[int, int] | None:
    """Where a name with a number stands in brackets behind a town: ``Goes (Kade 7)``."""
    match = _AFTER_TOWN.match(text, town_end, town_end + 80)
    if match is None or _NO_STREET.match(match["street"]):
        return None
    return match.start("street"), match.end("number")


def street_before_town(text: str, town_at: int) -> tuple[int, int] | None:
    """Where a name with a number stands right before a town: ``Kade 7, Zierikzee``."""
    before = text[max(0, town_at - 70) : town_at]
    match = _BEFORE_TOWN.search(before)
    if match is None or _NO_STREET.match(match["street"]):
        return None
    start = max(0, town_at - 70)
    lead = _LEAD.match(match["street"])
    at = start + match.start("street") + (lead.end() if lead else 0)
    return at, start + match.end("number")
