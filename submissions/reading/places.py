"""Where: street and number, postcode, town with its municipality and province, the building.

Towns are only believed where a place is named ("in Oss", after a postcode or an address): many are
also everyday words, surnames, or part of an organisation's name.
"""

import re
from collections.abc import Iterator

from agenda.models.fields import fold
from submissions.reading.context import Context, Town
from submissions.reading.found import Found

_SUFFIX = (
    r"(?:straat|straatje|weg|laan|laantje|plein|singel|kade|gracht|dijk|pad|hof|markt|steeg|"
    r"dreef|wal|park|plantsoen|"
    r"ring|haven|brink|allee|boulevard|baan|lei|horst|kamp|veld|berg|zijde|poort|dam|vest|oord|"
    r"werf|burg|stein|einde|"
    r"eind|plaats|hoven|hoek|erf|bos|molen|kaai|akker|akkers|beek|broek|wijk|vliet|schans|"
    r"bolwerk|slag|hoogte|gang|eiland|kant|waard|strjitte|dyk|leane|wei|buorren|"
    r"heuvel|dwars|meent|sloot|"
    r"vaart|diep|esplanade|tuin|hoeve|kerkhof|stadion|rotonde|grintweg|water|kwartier)"
)
_NAME_WORD = r"(?:[A-ZÀ-Ý0-9'’‘][\w'’.-]{0,30}|van|de|der|den|'t|’t|ten|ter|la|le|du)"
_NUMBER = r"\d{1,4}(?:\s?[a-zA-Z](?![\w]))?(?:\s?[-/]\s?\d{1,4}[a-zA-Z]?(?!\d|[.:]\d))?"
_ADDRESS = re.compile(
    rf"(?<![\w])((?:{_NAME_WORD}\s){{0,4}}[A-ZÀ-Ý'’][\w'’.-]{{0,40}}?(?:(?<=[a-zA-Z.-]){_SUFFIX}|(?i:{_SUFFIX}))|"
    rf"(?:{_NAME_WORD}\s){{1,4}}{_SUFFIX.capitalize()}"
    rf")\s(?P<number>{_NUMBER})(?!\d|[.:]\d|\s?(?:uur|u\b|jaar))",
)
_LAAN_VAN = re.compile(
    r"(?<![\w])((?:Laan|Plein|Kade|Dijk|Park|Hof|Singel|Burgemeester|Weg|Straat)\s(?:van\s|"
    r"der\s|de\s|het\s){0,3}"
    rf"[A-ZÀ-Ý][\w'’-]{{1,30}}(?:\s[A-ZÀ-Ý][\w'’-]{{1,30}})?)\s(?P<number>{_NUMBER})(?!\d|[.:]\d)"
)
_ON_NUMBER = re.compile(
    rf"(?<![\w])([A-ZÀ-Ý][\w'’.-]{{1,40}}{_SUFFIX}),?\s(?:op\s)?(?:nummer|nr\.?|"
    rf"no\.?)\s(\d{{1,4}}\s?[a-z]?)(?!\w)"
)
_BY_POSTCODE = re.compile(
    rf"(?<![\w])((?:{_NAME_WORD}\s){{0,4}}[A-ZÀ-Ý][\w'’.-]{{1,40}})\s(?P<number>{_NUMBER})\s{{0,2}},?\s{{0,2}}(?=[1-9]\d{{3}}\s?[A-Z]{{2}}(?!\w))"
)
_STREET = re.compile(
    rf"(?:ingang|aan de|aan het|adres:?)\s(?:de\s|aan "
    rf"de\s)?([A-ZÀ-Ý][\w'’-]{{2,40}}{_SUFFIX})(?![\w])"
)
_POSTCODE = re.compile(r"(?<![\w])([1-9]\d{3})\s?([A-Z]{2})(?![\w])")
_TOWN_WORD = re.compile(r"['’]?[^\W\d_][\w'’-]*")
_IN = re.compile(r"(?:\b(?:in|te|yn)\s(?:het\s(?:centrum|hart)\svan\s)?)$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:uit|fan)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:\bregio|\bgemeente|\bprovincie|\bwethouder|\bvan|\bheel|\bomgeving|"
    r"\bsamenwerkingsverband|\bGGD|\bSWV|\bRMC|\bJGZ|[\w.]@)\s?$",
    re.IGNORECASE,
)
# Places whose names are words of every day: with a capital, and only right after "in" or "te".
_EVERYDAY = frozenset(
    re.findall(
        r"\S+",
        """
    best echt leek made hoeven helden rijen haren grave lent balk doorn monster vries hall
    stad burg dam bergen beek laren wel den nes kamp school bos hoek markt plein buren ten
    een heel mei online elst putten zand loon dieren heeten zeeland berg hei spa son ell
    maarn maar goor hengel werk wit zorg joure praat heino oost west noord zuid de het brug
    lage hoge schip gast huis kerk thuis huizen rucphen deel weert
    """,
    )
)
ONLINE = re.compile(
    r"\bwebinar\w*|\blive\s?stream\w*|\bvia (?:een )?(?:ms |microsoft )?(?:teams|zoom|webex|"
    r"google meet)\b|\bteams[- ]?(?:vergadering|meeting|overleg)|"
    r"\bonline\b(?!\s(?:aanmeld\w*|inschrijv\w*|opgev\w*|regist\w*|formulier|ticket\w*|agenda))|"
    r"\bdigita(?:al|le)\s(?:bijeenkomst|sessie|"
    r"vergadering|spreekuur|inloop\w*|koffie\w*|lezing|workshop|deelnemen|meedoen|bij te wonen)|"
    r"\bzoom[- ]?(?:meeting|sessie|link)",
    re.IGNORECASE,
)
_NOT_ONLINE = re.compile(
    r"(?:staat|komt|staan|zet|zetten|plaatsen|ook|vind\w*|alles|niet|geen|terug\w*)\s{1,2}$|"
    r"(?:aanmelden|inschrijven|opgeven|kaarten)\s.{0,12}$",
    re.IGNORECASE,
)


def _f(field: str, value: object, start: int, end: int, quote: str, confidence: float) -> Found:
    return Found(field, value, start, end, quote, confidence=confidence)


def find_addresses(text: str, confidence: float = 0.85) -> Iterator[Found]:
    """Street and number, in the order of the text; postcodes apart."""
    taken: list[tuple[int, int]] = []
    for pattern in (_ON_NUMBER, _BY_POSTCODE, _LAAN_VAN, _ADDRESS):
        for match in pattern.finditer(text):
            span = match.span() if pattern is _ON_NUMBER else (match.start(1), match.end("number"))
            if any(span[0] < end and start < span[1] for start, end in taken[-50:]):
                continue
            taken.append(span)
            street = f"{match[1]} {match[2]}" if pattern is _ON_NUMBER else text[span[0] : span[1]]
            street = " ".join(street.split())
            shift = len(street) - len(_without_lead(street))
            street = _without_lead(street)
            yield _f(
                "address",
                street,
                span[0] + shift,
                span[1],
                text[span[0] + shift : span[1]],
                confidence,
            )
    for match in _STREET.finditer(text):
        if not any(start <= match.start(1) < end for start, end in taken):
            yield _f("address", match[1], match.start(1), match.end(1), match[1], confidence - 0.3)


_LEAD = re.compile(r"(?:(?:aan|op|de|het|van|ten|ter|der|den|in)\s)+(?=[A-ZÀ-Ý'’])")


def _without_lead(street: str) -> str:
    """Without the little words before the name that belong to the sentence."""
    match = _LEAD.match(street)
    return street[match.end() :] if match else street


def find_postcodes(text: str, confidence: float = 0.9) -> Iterator[Found]:
    for match in _POSTCODE.finditer(text):
        if match[2] not in ("SA", "SD", "SS"):  # never given out
            yield _f("postcode", f"{match[1]} {match[2]}", *match.span(), match[0], confidence)


def find_towns(
    text: str, context: Context, *, listed: bool = False
) -> Iterator[tuple[Found, Town]]:
    """Towns with their place in the text; `listed`: the text is the value of a place label."""
    words = list(_TOWN_WORD.finditer(text))
    number = 0
    while number < len(words):
        town, used = _town_at(text, words, number, context)
        if town is None:
            number += 1
            continue
        start, end = words[number].start(), words[number + used - 1].end()
        number += used
        confidence = _trust(text, start, end, town, listed=listed)
        if confidence:
            yield _f("town", town.name, start, end, text[start:end], confidence), town


def _town_at(
    text: str, words: list[re.Match[str]], number: int, context: Context
) -> tuple[Town | None, int]:
    """The longest name of a place that begins at this word, and how many words it takes."""
    for used in range(min(4, len(words) - number), 0, -1):
        start, end = words[number].start(), words[number + used - 1].end()
        if end - start > 60 or "\n" in text[start:end]:
            continue
        town = context.town(text[start:end])
        if town:
            return town, used
    return None, 1


def _trust(text: str, start: int, end: int, town: Town, *, listed: bool) -> float:
    before, written = text[max(0, start - 24) : start], text[start:end]
    capital = written.lstrip("'’")[:1].isupper() or written.startswith(("'", "’"))
    inside = _IN.search(before)
    if not capital:
        plain = fold(written) not in _EVERYDAY and len(written) > 2
        after = re.match(r"\s?(?:[.,;)\n]|$)", text[end : end + 3])
        return 0.6 if inside and plain and after else 0.0
    if _POSTCODE.search(before[-10:]):
        return 0.95
    if fold(written) in _EVERYDAY:
        return 0.7 if inside else 0.5 if listed and re.search(r",\s?$", before) else 0.0
    if re.search(rf"(?:{_NUMBER})\s?,?\s(?:in\s|te\s)?\(?$", before) or re.search(
        r"\d[a-z]?,?\s(?:te|in)\s$", before
    ):
        return 0.9
    if inside or re.search(r"(?:huis|kantoor|centrum|station|museum|theater) van $", before):
        return 0.75
    if _ABOUT.search(before) or re.match(r"['’-]?\w", text[end : end + 1]):
        return 0.25 if listed else 0.0
    if listed:
        return 0.85
    if re.search(r"(?:,\s|\()$", before):
        return 0.6
    return 0.45 if _FROM.search(before) else 0.3


def is_online(text: str) -> Found | None:
    for match in ONLINE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if match[0].lower() != "online" or not _NOT_ONLINE.search(before):
            return _f("attendance", "online", *match.span(), match[0], 0.8)
    return None
