"""Where: street and number, postcode, town with its municipality and province, the building.

Towns are only believed where a place is named ("in Oss", after a postcode or an address): many are
also everyday words, surnames, or part of an organisation's name.
"""

import re
from collections.abc import Iterator

from agenda.models.fields import fold
from submissions.reading.buildings import NOUN
from submissions.reading.context import Context, Town, town_key
from submissions.reading.found import Found
from submissions.reading.homes import settled
from submissions.reading.postcodes import POSTCODE
from submissions.reading.streets import NUMBER
from submissions.reading.town_words import ELSEWHERE, EVERYDAY

_TOWN_WORD = re.compile(r"['’]?[^\W\d_][\w'’-]*")
_SMALL_WORDS = frozenset(re.findall(r"\w+", "de den het t s a d aan van der op in en bij ten ter"))
_IN = re.compile(r"(?:\b(?:in|te|yn)\s(?:het\s(?:centrum|hart)\svan\s)?)$", re.IGNORECASE)
_IN_ALL = re.compile(r"\bin heel\s$", re.IGNORECASE)
_FIGURES = re.compile(r",\s(?!19|20)[1-9]\d{3}\s$")  # of a postcode without its letters
_FROM = re.compile(r"\b(?:uit|uut|fan)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:\bregio|\bgemeente|\bprovincie|\bwethouder|\bvan|\bheel|\bomgeving|"
    r"\bsamenwerkingsverband|\bGGD|\bSWV|\bRMC|\bJGZ|[\w.]@)\s?$",
    re.IGNORECASE,
)
_PLATFORM = (
    r"(?:ms[- ]|microsoft[- ])?(?:(?-i:Teams|TEAMS)|zoom|webex|google meet|jitsi|skype|whereby)"
)
_DIGITAL_THING = (
    r"(?:\w{0,20}(?:bijeenkomst|sessie|vergadering|spreekuur|kamer|inloop\w*|koffie\w*|caf[eé]|lezing|"
    r"workshop|uur\w*|training|college|avond|middag|ochtend|gesprek|tafel|rondleiding|les)\b|"
    r"deelnemen|deelname|meedoen|meekijken|aansluiten|aanschuiven|bij te wonen|bijwonen|te volgen)"
)
ONLINE = re.compile(
    rf"\bwebinar\w*|\blive\s?-?stream\w*|"
    rf"(?<!Bergen )\b(?:via|in|op|over|per)\s(?:een\s|de\s)?{_PLATFORM}\b|"
    rf"\b{_PLATFORM}[- ]?(?:vergadering|meeting|overleg|sessie|link|gesprek)|"
    rf"\bdigita(?:al|le)\s{_DIGITAL_THING}|\bop afstand\s(?:meedoen|volgen|deelnemen|te volgen)|"
    r"\b(?:deelname|meeting|vergader|inlog)-?link\b|\bvideo(?:bellen|conferentie|vergadering|call)\b|"
    r"\bhybride\s\w{0,20}(?:bijeenkomst|vorm|sessie|programma|middag|avond|ochtend)\b|"
    r"\blive\s(?:te volgen|mee|via youtube|op youtube)|"
    r"\b(?:achter (?:je|uw) (?:laptop|computer|scherm|pc)|van achter (?:je|uw) \w+|vanuit huis\s"
    r"(?:mee\w*|kijken|volgen|deelnemen|meedoen)|vanaf de bank|thuis te volgen|"
    r"rechtstreeks te volgen|(?:van)?achter (?:je|uw|het) (?:eigen )?(?:bureau|scherm|laptop|"
    r"computer)|"
    r"thuis\s(?:meekijken|meeluisteren|meedoen))\b|"
    r"\bonline\b(?!\s(?:aan(?!\s?(?:te\s)?(?:sl|sch))\w*|inschrijv\w*|opgev\w*|regist\w*|formulier|"
    r"ticket\w*|"
    r"agenda|via (?:de|onze) (?:web)?site|pesten|gamen))",
    re.IGNORECASE,
)
_NOT_ONLINE = re.compile(
    r"(?:staat|komt|staan|zet|zetten|plaatsen|vind\w*(?:\s(?:je|u|jullie))?|alles|niet|geen|later|terug\w*)\s(?:ook\s)?$|"
    r"(?:aanmelden|inschrijven|opgeven|kaarten)\s.{0,12}$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\book\s$", re.IGNORECASE)
_TAKE_PART = re.compile(
    r"\s(?:live\s)?(?:te volgen|bij te wonen|mee\s?(?:te\s)?(?:doen|kijken|luisteren|praten)|"
    r"deel\s?(?:te\s)?nemen|volgen|aan\s?(?:te\s)?(?:sluiten|schuiven)|via|bijwonen|mogelijk|kan\b)",
    re.IGNORECASE,
)


def _f(field: str, value: object, start: int, end: int, quote: str, confidence: float) -> Found:
    return Found(field, value, start, end, quote, confidence=confidence)


def find_postcodes(text: str, confidence: float = 0.9) -> Iterator[Found]:
    for match in POSTCODE.finditer(text):
        if match[2] not in ("SA", "SD", "SS"):  # never given out
            yield _f("postcode", f"{match[1]} {match[2]}", *match.span(), match[0], confidence)


def find_towns(
    text: str, context: Context, *, listed: bool = False
) -> Iterator[tuple[Found, Town]]:
    """Towns with their place in the text; `listed`: the text is the value of a place label."""
    words = list(_TOWN_WORD.finditer(text))
    number = 0
    while number < len(words):
        town, used = None, 1
        if _may_begin(text, words[number]):
            town, used = _town_at(text, words, number, context)
        if town is None:
            number += 1
            continue
        start, end = words[number].start(), words[number + used - 1].end()
        number += used
        confidence = _trust(text, start, end, town, listed=listed)
        if listed and not confidence and town.meant and text[start:end] == text.strip():
            confidence = 0.7 if _capital(text[start:end]) and used == 1 else 0.0  # "Plaats: Best"
        if confidence:
            found = _f("town", town.name, start, end, text[start:end], confidence)
            yield found, settled(town, text, start, end, context)


def _may_begin(text: str, word: re.Match[str]) -> bool:
    """Few words do, and looking up a name costs more than this: a small letter needs "in"."""
    if not word[0][0].islower() or word[0] in _SMALL_WORDS:
        return True
    before = text[max(0, word.start() - 24) : word.start()]
    return _IN.search(before) is not None or _FROM.search(before) is not None


def _all_small(text: str) -> bool:
    """Whether it is written without capitals, as from a phone."""
    return sum(one.isupper() for one in text[:2000]) < 4


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


_NAMED_BEFORE = re.compile(  # "het Naarderveld College (Bussum)"
    r"\b(?:school|college|lyceum|gymnasium|bibliotheek|vereniging|club|gemeente|stichting|huis|"
    r"centrum|ROC|HC|TC|VV|SV)\b[^\n.;:()]{0,40}\($",
    re.IGNORECASE,
)
_STREET_BEHIND = re.compile(
    rf"\s\([A-ZÀ-Ý][\w'’. -]{{3,40}}\s{NUMBER}\)|"
    r",\s(?:(?:aan\s)?(?:de|het)\s)?[A-ZÀ-Ý][\w'’. -]{2,30}(?:straat|weg|laan|plein|kade|gracht|"
    r"singel|dijk|"
    rf"markt|hof|pad|steeg|dreef|brink)\s{NUMBER}(?!\d|[.:]\d)"
)


_ARTICLES = ("De ", "Het ", "Den ", "de ", "het ", "den ", "’t ", "'t ")
_HOUSE_NAMED = re.compile(rf"\b{NOUN}\s(?:De|Het|Den|['’]t)\s$", re.IGNORECASE)


def _is_house(text: str, start: int, written: str, town: Town) -> bool:
    """ "Buurtcentrum De Uitwijk": a name with its article, of a house and not of the village."""
    article = re.match(r"(?:De|Het|Den)\s(?=[A-ZÀ-Ý])", written)
    if article and not town.name.startswith(article[0]):
        start += article.end()
    before = text[max(0, start - 44) : start]
    # Few names have an article before them, and looking for a word of a house costs more.
    return before.endswith(_ARTICLES) and _HOUSE_NAMED.search(before) is not None


def _trust_in_word(before: str, *, inside: bool, listed: bool) -> float:
    """Of a name that is also a word: "Beatrixstraat 31a, Putten"."""
    comma = re.search(r",\s?$", before) is not None
    if comma and _BEHIND_STREET.search(before):
        return 0.85
    return 0.7 if inside else 0.5 if listed and comma else 0.0


def _trust(text: str, start: int, end: int, town: Town, *, listed: bool) -> float:
    before, written = text[max(0, start - 24) : start], text[start:end]
    key = town_key(written)
    inside = _IN.search(before) is not None
    postcode = len(written) == 2 and written.isupper()  # its letters, not Ee or Ie
    if postcode or _is_house(text, start, written, town):
        return 0.0
    if not _capital(written):
        plain = key not in EVERYDAY and len(written) > 2 and " " not in key
        after = re.match(r"\s?(?:[.,;)\n]|$)", text[end : end + 3])
        if inside and plain and not after and len(written) > 7 and town.municipality:
            return 0.5 if re.match(r"\s(?:voor|om|op|van|met|en)\b", text[end : end + 6]) else 0.0
        if plain and after and not inside and _FROM.search(before) and _all_small(text):
            return 0.5
        return 0.6 if inside and plain and after else 0.0
    if POSTCODE.search(before[-10:]) or (listed and _FIGURES.search(before)):
        return 0.95
    if _STREET_BEHIND.match(text[end : end + 60]):
        return 0.85
    if key in ELSEWHERE:
        return 0.0
    if key in EVERYDAY:
        return _trust_in_word(before, inside=inside, listed=listed)
    if _BEHIND_STREET.search(before):
        return 0.9
    return _trust_in_words(text, start, end, town, listed=listed)


_BEHIND_STREET = re.compile(
    rf"(?:{NUMBER})\s?[,·•|/–-]?\s(?:in\s|te\s)?\(?$|\d[a-z]?,?\s(?:te|in)\s$"
)
_STREET_OR_WATER = re.compile(r"\b(?:aan|op)\s(?:het|de)\s$")  # "aan het Spui"
_FIRST_OF_LINE = re.compile(r"(?:^|\n)\s{0,6}(?:[-*•]\s{1,4})?$")
_HOUSE_OF = re.compile(
    r"\bstation $|(?:huis|kantoor|centrum|station|museum|theater|plein|markt|kerk|haven|park) van $"
)
# "In de bibliotheek van Gouda"; without "in" it may be an organisation, which may sit elsewhere.
_IN_HOUSE_OF = re.compile(
    r"\b(?:[Ii]n|[Bb]ij|[Oo]p|[Vv]anuit|[Nn]aar)\s(?:de|het)\s[\w-]{0,16}(?:bibliotheek|bieb|"
    r"schouwburg|kasteel|zwembad|hal|zaal|school|tuin|stadion|boerderij|toren|molen|gebouw|fabriek)"
    r"\svan\s$"
)


def _trust_in_words(text: str, start: int, end: int, town: Town, *, listed: bool) -> float:
    """Of a name that no street or postcode confirms, by the words right before it."""
    before = text[max(0, start - 24) : start]
    if _STREET_OR_WATER.search(before):
        return 0.0
    if _FIRST_OF_LINE.search(before) and re.match(r"[,:]\s", text[end : end + 2]):
        return 0.7
    if _NAMED_BEFORE.search(text[max(0, start - 60) : start]):
        return 0.8
    if _IN.search(before) or _HOUSE_OF.search(before):
        return 0.75
    if before.endswith(" van ") and _IN_HOUSE_OF.search(text[max(0, start - 48) : start]):
        return 0.75
    if _IN_ALL.search(before) and town.name != town.province_name:
        return 0.46
    if _ABOUT.search(before) or re.match(r"['’-]?\w", text[end : end + 1]):
        return 0.25 if listed else 0.0
    if listed:
        return 0.85
    if re.search(r"(?:,\s|\()$", before):
        return 0.6
    return 0.45 if _FROM.search(before) else 0.3


_IN_PROVINCE = re.compile(
    r"\b(?:(?:in|door|binnen|uit)\s)?(?:heel|de hele provincie|de provincie|provincie)\s"
    r"(?P<name>[A-Z][\w-]{5,20})"
)


def find_provinces(text: str, context: Context) -> Iterator[Found]:
    """ "Door heel Drenthe", "in de provincie Zeeland": told without any town."""
    for match in _IN_PROVINCE.finditer(text):
        province = context.provinces.get(fold(match["name"]))
        if province is not None:
            yield _f("province", province.province, *match.span("name"), match["name"], 0.5)


def _capital(written: str) -> bool:
    """As a name is written: ``De Krim`` and ``de Krim``, but not ``De krim``."""
    words = _TOWN_WORD.findall(written)
    if len(words) == 1 and written.startswith(("'", "’")):
        return True
    names = [word for word in words if word.lstrip("'’").lower() not in _SMALL_WORDS]
    return all(word.lstrip("'’")[:1].isupper() for word in names or words)


def is_online(text: str) -> Found | None:
    for match in ONLINE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if before.rstrip().endswith(("☐", "□", "[ ]")):
            continue
        plain = match[0].lower() == "online"
        also = _ALSO.search(before) and not _TAKE_PART.match(text[match.end() : match.end() + 30])
        if plain and (also or _NOT_ONLINE.search(before)):
            continue
        return _f("attendance", "online", *match.span(), match[0], 0.8)
    return None
