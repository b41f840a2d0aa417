"""Whom an activity is for: the vocabulary of the sector, believed only where people are invited."""

import re
from collections.abc import Iterator

from submissions.reading.found import Found

_WORDS: dict[str, str] = {
    "ouders": r"ouders?\b|ouwers|verzorgers?\b|opvoeders?\b|(?:moeders?|vaders?|oma'?s|"
    r"grootouders)\b|âlders|parents",
    "jongeren": r"jongeren\b|leerlingen\b|kinderen\b|scholieren\b|studenten\b|pubers?\b|"
    r"tieners?\b|kids\b|jeugdigen\b|bern\b|"
    r"(?:een|elke|ieder|het|alle) (?:kind|leerling|jongere)\b|young people",
    "onderwijs": r"\w*leraren|leraars?\b|leraressen|leerkracht\w*|docent\w*|mentor(?:en|s)?\b|"
    r"\bib(?:'|’)?ers?\b|intern begeleiders?|"
    r"zorgco\w*rdinator\w*|school(?:leid|team|direct|maatsch|best(?!uur))\w*|"
    r"onderwijs(?:profess|personeel|mensen|assist)\w*|"
    r"juf(?:fen|fie)?s?\b|meesters?\b|schoolleiders?|teamleiders?|rector\w*|decanen|"
    r"verzuimco\w*rdinator\w*|schoolteams?|"
    r"scholen\b|\bib\b|kwaliteitsco\w*rdinator\w*|onderwijsgevenden|leararen|teachers|het "
    r"onderwijs\b|po en vo|vo en mbo|"
    r"ondersteuningsco\w*rdinator\w*|directeuren van scholen",
    "samenwerkingsverbanden": r"samenwerkingsverband(?:en)?\b|\bswv(?:'|’)?(?:en|s)?\b",
    "gemeenten": r"leerplicht\w*|\brmc\b[\w-]*|gemeenten?\b|beleids\w+|gemeenteambtenaren|"
    r"gemeenteraad\w*|raadsleden|"
    r"consulenten|trajectbegeleiders",
    "jgz": r"\bjgz\b[\w-]*|\bggd\b(?:'|’)?(?:en|s)?|jeugdarts\w*|jeugdverpleeg\w*|schoolarts\w*|"
    r"jeugdgezondheid\w*|doktersassist\w*",
    "jeugdhulp": r"jeugdhulp\w*|hulpverlen\w*|wijkteams?\b|jeugdteams?\b|jeugdzorg\w*|"
    r"gezinscoach\w*|jongerenwerk\w*|"
    r"jeugdprofessional\w*|thuisbegeleid\w*|gezinsbegeleid\w*|orthopedagog\w*|psychologen|"
    r"jeugdwerkers|maatschappelijk werk\w*",
    "bestuurders": r"bestuurders?\b|wethouders?\b|schoolbestu\w*|bestuurs\w*|directeuren van "
    r"samen\w*|burgemeesters?|"
    r"schoolbesturen|raden van toezicht|directeur-bestuurders?",
    "professionals": r"professionals?\b|vakgenoten|beroepskrachten|collega(?:'|’)s uit|"
    r"medewerkers uit",
    "iedereen": r"\biedereen\b|\balle (?:belangstell|geïnteress|inwoners)\w*|voor elk wat|"
    r"belangstellenden\b|geïnteresseerden\b|"
    r"\bwie maar wil\b|\bbuurtbewoners\b|inwoners\b|everyone|elkenien",
}
_AUDIENCES = {
    slug: re.compile(rf"(?:\b(?:{words}))", re.IGNORECASE) for slug, words in _WORDS.items()
}
_FOR = re.compile(
    r"(?:\b(?:bedoeld|bestemd|geschikt|interessant|speciaal|toegankelijk|open|ook fijn|ook leuk|"
    r"foar)?\s?voor|\bvoor|\bfoar|\bfor|\bvur|"
    r"\bnodig(?:en|t)?|\bdoelgroep:?|\bmet(?= (?:jongeren|ouders|leerlingen)\b))\s",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"welkom|uitgenodigd|genodigd|nodigen\b|kom maar|mag komen|mogen komen|kunnen (?:aansluiten|"
    r"meedoen|deelnemen|jongeren)|doelgroep|aanschuiven|"
    r"gaan in gesprek met|komt u\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:\bvan|\bover|\bdoor|\buit|\bgesprek met|(?:ouders|gezinnen|verzorgers) met|\bonze "
    r"eigen|\been|"
    r"\btwee|"
    r"\bnamens|\bontbijt met)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_STAFF_OF = re.compile(
    r"(?:medewerkers?|professionals?|mensen|collega\W?s|leden) van (?:\w+ )?$", re.I
)
_AND_THEIR = re.compile(r"\ben (?:hun|haar|zijn|diens|iedereen|alle)\s", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.!;()\n?]|\b(?:omdat|want|die|dat|waarbij|om te|vertel\w*|als|wanneer)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?\n]{1,400}")


def read_audience_value(value: str, offset: int, confidence: float) -> list[Found]:
    """The value of a label such as "Voor wie"."""
    slugs = _slugs(value)
    if not slugs:
        return []
    return [Found("audiences", slugs, offset, offset + len(value), value, confidence=confidence)]


def read_audience_prose(text: str) -> list[Found]:
    """From "bedoeld voor …" and "… zijn welkom"; all that is found together."""
    slugs: list[str] = []
    first: tuple[int, int] | None = None
    for start, end in _inviting(text):
        told = _slugs(text[start:end])
        if told:
            first = first or (start, end)
        slugs += [slug for slug in told if slug not in slugs]
    if first is None:
        return []
    if len(slugs) > 1 and "professionals" in slugs:
        slugs.remove("professionals")
    quote = text[first[0] : first[1]].strip()
    return [Found("audiences", _ordered(slugs), *first, quote, confidence=0.7)]


def _inviting(text: str) -> Iterator[tuple[int, int]]:
    for match in _FOR.finditer(text):
        end = _CLAUSE_END.search(text, match.end(), match.end() + 160)
        stop = end.start() if end else min(len(text), match.end() + 160)
        yield match.end(), stop
        theirs = _AND_THEIR.search(text, stop, stop + 80)
        if theirs and "." not in text[stop : theirs.start()]:
            yield theirs.end(), min(len(text), theirs.end() + 30)
    for sentence in _SENTENCE.finditer(text):
        if _WELCOME.search(sentence[0]):
            yield sentence.span()


def _slugs(text: str) -> tuple[str, ...]:
    found = []
    for slug, pattern in _AUDIENCES.items():
        for match in pattern.finditer(text[:1000]):
            before = text[max(0, match.start() - 40) : match.start()]
            if _STAFF_OF.search(before) or not _ABOUT.search(before[-24:]):
                found.append(slug)
                break
    if "bestuurders" in found and re.search(
        r"directeuren van samenwerkings|bestuurders van (?:de )?samenwerkings", text, re.I
    ):
        found = [slug for slug in found if slug != "samenwerkingsverbanden"]
    return _ordered(found)


def _ordered(slugs: list[str]) -> tuple[str, ...]:
    return tuple(slug for slug in _WORDS if slug in slugs)
