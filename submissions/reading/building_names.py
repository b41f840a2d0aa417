"""Names of buildings in running text, by the words right before them."""

import re
from collections.abc import Iterator

from submissions.reading.buildings import NO_VENUE, NOUN
from submissions.reading.found import Found
from submissions.reading.words import DAY_NAME

PREPOSITION = (
    r"(?:in|bij|op|naar|te gast bij|vanuit|vanaf|(?:locatie|plaats|plek)(?: is)?|yn|by|at)"
)
_ADJECTIVE = r"(?:(?!de\s|een\s|onze\s|deze\s|die\s|hele\s)[a-zë]{2,14}[eë]\s)"
_IN_PROSE = re.compile(
    rf"\b(?:{PREPOSITION})\s(?:(?:het|de|ons|onze|'t|’t|t|"
    rf"een)\s)?{_ADJECTIVE}{{0,2}}(?P<venue>(?:(?-i:[A-ZÀ-Ý])[\w'’-]{{1,20}}\s){{0,3}}{NOUN}\b"
    r"(?:\s(?:van\s(?:(?:het|de|ons)\s)?[\w'’-]{2,30}|(?:de|het|'t|’t|den)\s[\w'’-]{2,30}|"
    r"(?-i:[A-ZÀ-Ý])[\w'’-]{1,30})){0,3})",
    re.IGNORECASE,
)
NAME = (
    r"(?:[A-ZÀ-Ý][\w'’.&-]{0,30}(?:\s(?:(?:van|voor|en|de|het|der|'t|’t|&|in|op)\s){0,2}"
    r"[A-ZÀ-Ý0-9][\w'’.&-]{0,30}){0,5})"
)
_ROOM_OF = re.compile(  # the room is less than the building it is in
    r"\b(?:[\w-]{0,20}(?:zaal|hal|aula|kantine|auditorium|lokaal|foyer|ruimte|tuin|plein|kamer|"
    rf"lobby|kelder|zolder|terras|keuken|kökken|ingang|parkeerplaats|poort|voorkant)(?:\s\d{{1,3}}|\s[A-Z])?)\s(?:van|in)\s(?:het\s|de\s|ons\s|onze\s|’t\s|'t\s)?(?P<venue>(?:[a-z]{{6,24}}\s)?{NAME})"
)
TRAILING = re.compile(
    r"\s(?:in|te|op|aan|van|om|voor|met|en|of|die|waar|tijdens|vanaf|yn)(?:\s(?:de|het|een|ons))?$",
    re.I,
)
_NEXT = re.compile(r"\.\s|\s(?:in|te)\s(?=[A-ZÀ-Ý])")
# "In schouwburg De Lawei de voorstelling": behind a name another thing begins.
_NAMED = re.compile(
    r"(?P<venue>[^\n]{3,60}?\s(?:(?:De|Het|Den|['’]t)\s)?[A-ZÀ-Ý][\w'’-]{1,30})\s(?:de|het|een)\s[a-zà-ÿ]"
)
_THE_NAME = re.compile(  # "in De Kring aan de Grotestraat"
    r"\b(?:in|bij)\s(?P<venue>(?:De|Het|Den|['’]t)\s[A-ZÀ-Ý][\w'’-]{2,24}(?:\s[A-ZÀ-Ý][\w'’-]{2,24}){0,2})"
    r"(?=\s(?:aan|op|in|te)\s|[,.(]|\s\()"
)
_ON_STREET = re.compile(  # "op het Krajicekveld aan de Lindestraat"
    rf"\b(?:in|bij|op|vanuit|vanaf)\s(?:(?:het|de|ons|onze)\s)?(?P<venue>(?!(?i:{DAY_NAME})){NAME})"
    r"(?=\s(?:aan|op)\s(?:de|het)\s[A-ZÀ-Ý])",
)
_NAMED_HOUSE = re.compile(
    r"\b(?P<venue>(?i:theater|sporthal|dorpshuis|buurthuis|wijkhuis|wijkcentrum|buurtcentrum|(?:eet|buurt)?caf[eé]|"
    r"brasserie|restaurant|museum|galerie|filmhuis|bioscoop|[a-z]{0,14}(?:hotel|huis|gebouw|podium|honk|centrum)|gemeenschapshuis|cultuurhuis|"
    r"landgoed|kasteel|zalencentrum|clubgebouw|scouting\w+|jongerencentrum|gymzaal|sportpark|"
    r"kulturhus|kinderboerderij|zorgboerderij|buurtkeuken|pension|herberg|grand\scaf[eé]|dorpscentrum|wijkgebouw|"
    r"gemeenschapscentrum|theehuis|speeltuin|schouwburg|poppodium|clubhuis|ontmoetingscentrum|inloophuis|trefpunt|"
    r"partycentrum|congrescentrum|bibliotheek|muziekschool|zwembad|dorpskerk|"
    r"multifunctionele accommodatie|mfc|mfa)\s"
    r"(?:(?:De|Het|Den|['’]t|de|het|Ter|Op)\s)?[A-ZÀ-Ý][\w'’-]{2,24}(?:\s[A-ZÀ-Ý][\w'’-]{2,24}){0,2})"
)


def venues_in_prose(text: str) -> Iterator[Found]:
    for pattern, sure in ((_THE_NAME, 0.6), (_ON_STREET, 0.55), (_NAMED_HOUSE, 0.42)):
        for match in pattern.finditer(text):
            yield Found(
                "venue", match["venue"], *match.span("venue"), match["venue"], confidence=sure
            )
    for pattern in (_ROOM_OF, _IN_PROSE):
        for match in pattern.finditer(text):
            venue = _NEXT.split(match["venue"].strip(), maxsplit=1)[0]
            if further := _NAMED.match(venue):
                venue = further["venue"]
            venue = TRAILING.sub("", venue).rstrip(" .,")
            if len(venue) < 3 or generic(venue):
                continue
            start = match.start("venue")
            named = any(word[:1].isupper() for word in venue.split())
            sure = 0.62 if pattern is _ROOM_OF else 0.6 if named else 0.5
            yield Found("venue", venue, start, start + len(venue), venue, confidence=sure)


_GENERIC = re.compile(
    r"(?:onze |ons )?(?:school|huis|kantoor|tuin|zaal|hal|centrum|lokaal|gebouw|plein|park)|ggd|"
    r"wijkteam|roc|mbo|universiteit|hogeschool|(?:centrum|hart|hartje|midden) van (?:het dorp|"
    r"de stad|['’]?\w[\w'’ -]{1,24})",
    re.I,
)


def generic(words: str) -> bool:
    return bool(_GENERIC.fullmatch(words) or NO_VENUE.fullmatch(words))
