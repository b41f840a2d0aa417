"""Whom an activity is for: the vocabulary of the sector, believed only where people are invited."""

import re
from collections.abc import Iterator

from submissions.reading.audience_subjects import by_grammar
from submissions.reading.found import Found
from submissions.reading.lines import unwrapped
from submissions.reading.masks import masked

_WORDS: dict[str, str] = {
    "ouders": r"(?:groot|pleeg|stief|adoptie|thuiszit\w{0,6})?ouders?\b|ouder\(s\)|ouwers|"
    r"verzorgers?\b|opvoeders?\b|moeders?\b|"
    r"vaders?\b|papa\W?s\b|mama\W?s\b|oma'?s\b|opa'?s\b|âlders|âlden\b|"
    r"heit en mem|heiten\b|memmen\b|mums\b|dads\b|parents|"
    r"gezin(?:nen)?\b|familie\b|families\b",
    "jongeren": r"jongeren\b|kleuters\b|peuters\b|kinder\b|jongerein\b|leerlingen\b|"
    r"\w{0,20}kinderen\b|kind\(eren\)|scholieren\b|"
    r"(?<=en hun )kind\b|"
    r"(?<!medewerkers )(?<!beleid )jeugd\b|"
    r"\w{0,12}studenten\b|pubers?\b|tieners?\b|kids\b|jeugdigen\b|bern\b|meiden\b|meisjes\b|"
    r"(?:iedereen|ieder|wie|deelnemers) (?:tussen|van) (?:de )?\d{1,2} (?:en|tot|t/m) (?:1\d|"
    r"2[0-3])\b|"
    r"(?:[89]|1[0-7])\+(?=\s)|jongens\b|\w{0,12}klassers\b|brugklassen\b|jarigen\b|"
    r"(?<!week )(?<!-)thuiszitters(?=\s(?:(?:en|of|zelf)\b|(?:van|tussen(?: de)?|vanaf|tot) \d))|"
    r"(?:elke|elk|ieder|iedere|alle) (?:kind|leerling|jongere)\b|young people|pupils",
    "onderwijs": r"\w{0,20}(?:leraren\b|leerkracht(?:en)?\b|docent(?:en|e)?\b|mentor(?:en|s)?\b)|"
    r"leraars?\b|leraressen|\bib\b|\bib[-'’ ]?ers?\b|intern begeleiders?|zorgco\w*rdinator\w*|"
    r"school(?:leid|team|direct|maatsch|medewerk|best(?!u))\w*|basisschoolteams|"
    r"onderwijs(?:profess|person|mens|assist|ondersteun|begeleid|medewerk|consul|adviseurs)\w*|"
    r"juf(?:fen|fie)?s?\b|meesters?\b|teamleiders?|rector\w*|decanen|verzuimco\w*rdinator\w*|"
    r"scholen\b|kwaliteitsco\w*rdinator\w*|onderwijsgevenden|leararen|teachers|het onderwijs\b|"
    r"po en vo|vo en mbo|ondersteuningsco\w*rdinator\w*|directeuren van scholen|pabo\w*|"
    r"begeleiders passend onderwijs|(?:school|zorg|onderbouw|bovenbouw)teams?\b|"
    r"teams van (?:\w{1,20} )?\w{0,12}scholen",
    "samenwerkingsverbanden": r"samenwerkingsverband(?:en)?\b|\bswv(?:[-'’]\w{1,14}|en|s)?\b",
    "gemeenten": r"leerplicht\w*|\brmc\b[\w-]*|gemeenten?\b|beleids\w+|\w{0,20}ambtena(?:ar|ren)\b|"
    r"gemeenteraad\w*|raadsleden|consulenten|trajectbegeleiders",
    "jgz": r"\bjgz\b[\w-]*|\bggd\b(?:[-'’]\w{1,14}|en|s)?|jeugdarts\w*|jeugdverpleeg\w*|"
    r"school(?:arts|verple|dokter)\w*|jeugdgezondheid\w*|doktersassist\w*|school nurses?\b",
    "jeugdhulp": r"jeugdhulp\w*|hulpverlen\w*|wijkteams?\b|jeugdteams?\b|jeugdzorg\w*|"
    r"gezinscoach\w*|jongerenwerk\w*|jeugdprofessional\w*|thuisbegeleid\w*|gezinsbegeleid\w*|"
    r"orthopedagog\w*|\w{0,10}psychologen|jeugdwerkers|maatschappelijk werk\w*|sociaal werk\w*|"
    r"\bcjg\b[\w-]*|\w{0,12}voogden\b|behandelaren|therapeuten|zorgprofessionals|zorgverleners|"
    r"jeugdconsulenten|jeugdcoach\w*",
    "bestuurders": r"bestuurders?\b|wethouders?\b|schoolbestu\w*|bestuurs\w*|"
    r"directeuren (?:van )?(?:\w{1,12} )?samenwerk\w*|burgemeesters?|raden van toezicht|"
    r"directeur-bestuurders?",
    "professionals": r"professionals?\b|(?:iedereen|ieder|mensen) die (?:[\w-]+ ){1,5}?werk(?:t|"
    r"en|zaam)\b|(?:iedereen|ieder|mensen|wie) (?:die )?(?:[\w-]+ ){0,3}?(?:beroepshalve|"
    r"beroepsmatig|"
    r"vanuit (?:zijn|haar|hun|het|een) (?:werk|functie|beroep|vak))\b|vakgenoten|"
    r"beroepskrachten|collega(?:'|’)s uit|"
    r"medewerkers uit",
    "iedereen": r"\biedereen\b|\beenieder\b|\balle (?:belangstell|geïnteress|inwoners)\w*|"
    r"voor elk wat|"
    r"belangstellenden\b|geïnteresseerden\b|\bwie maar wil\b|\bbuurtbewoners\b|inwoners\b|"
    r"everyone|elkenien",
}
_AUDIENCES = {
    slug: re.compile(rf"(?:\b(?:{words}))", re.IGNORECASE) for slug, words in _WORDS.items()
}
_SECTORS = {
    "onderwijs": r"onderwijs|scholen|\bpo\b|\bvo\b|\bmbo\b|kinderopvang",
    "jeugdhulp": r"jeugdhulp|jeugdzorg|\bzorg\b|hulpverlening|jeugd-?ggz|welzijn",
    "gemeenten": r"gemeenten?\b|leerplicht",
    "jgz": r"\bjgz\b|\bggd\b|jeugdgezondheidszorg",
}
_WORKING_IN = re.compile(
    r"\b(?:professionals?|mensen|medewerkers|collega(?:'|’)?s|iedereen|werkzaam|"
    r"werkt?(?: je| u)?)\s"
    r"(?:uit|in|binnen|bij|vanuit)\s(?P<sectors>[^.!?;:()\n]{3,60})",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:\b(?:bedoeld|bestemd|geschikt|interessant|speciaal|toegankelijk|open|ook fijn|ook leuk|"
    r"foar)?\s?voor|\bvoor|\bfoar|\bfor|\bvur|\bgericht op|\bricht(?:en)?\s(?:zich|ons)\s(?:\w+\s)?"
    r"(?:op|tot)|\breken\w*\s(?:\w+\s){0,2}op|\bzien (?:wij |we )?graag|\bverwelkomen|\bhopen op|"
    r"(?:tocht|ontmoeting|wandeling|lunch|diner|spel)\svan"
    r"(?=\s(?:jongeren|ouders|leerlingen|kinderen|leerkrachten)\b)|"
    r"\bnodig(?:en|t)?|(?<![^.!?\n] )(?:Alleen|Uitsluitend|Enkel)(?=\s(?:voor\s)?(?:ouders|"
    r"jongeren|leerlingen|leerkrachten|professionals)\b)|\b(?:doelgroep|publiek|"
    r"gezelschap)(?: bestaat uit| zijn| is)?|\bopen to|\baimed at|"
    r"(?:deelnemers|genodigden|publiek)(?=:)|"
    r"(?<!die )(?<!werken )\bmet(?=\s(?:jongeren|ouders|leerlingen|kinder|pubers|tieners|meiden|"
    r"jongens)\b)):?\s",
    re.IGNORECASE,
)
_ALL_OF = re.compile(r"(?:^|\n|[.!?]\s)\s{0,4}(?:alle|iedere|elke)\s(?P<who>\w)", re.IGNORECASE)
_SHOWN_TO = re.compile(
    r"\b(?:presenter\w+|tonen|demonstrer\w+|overhandigen|leggen)\b[^.!?]{0,120}?\baan\s",
    re.IGNORECASE,
)
_MAY = (
    r"\b(?:kunnen|mogen|mag|kan)\b(?:[^.!?]|\.(?=\d)){0,70}\b(?:bellen|komen|terecht|inlopen|binnenlopen|"
    r"langskomen|aanhaken|aansluiten|aanschuiven|meedoen|deelnemen|meepraten|meedenken|kijken|"
    r"luisteren|inloggen|volgen|stellen|binnen|zich (?:aanmelden|opgeven|inschrijven)|vertellen|"
    r"ervaren|bijwonen|meekijken|meelopen|meepraten|bezoeken|bekijken|uitwisselen|kennismaken|"
    r"ontdekken|oefenen|praten|spreken)\b"
)
_WELCOME = re.compile(
    r"welkom|uitgenodigd|(?:we|wij) hopen|krijgen (?:voorrang|accreditatie)|hopen (?:we|"
    r"wij) (?:te )?|verwachten (?:we|wij)|(?:we|wij) verwachten|"
    r"\bhoren (?:van|hoe|wat)|hebben er het meest aan|"
    r"\bdie (?:willen|graag|mee willen|interesse) |\bmag mee|\bmogen mee|"
    r"genodigd|nodigen\b|kom maar|kunnen jongeren|doelgroep|"
    r"ga(?:an|at) (?:\w+ ){0,2}(?:met elkaar )?in gesprek|met elkaar in gesprek|komt u\b|"
    r"\bschui(?:ft?|ven)\b[^.!?]{0,80}\baan\b|\bontvangen (?:wij|we)\b|"
    r"krijgen een (?:rondleiding|kijkje|training)|leren (?:hoe|wat|om)\b|" + _MAY,
    re.IGNORECASE,
)
_THEY_MAKE = re.compile(  # "maken jongeren een maquette": those who do it are those it is for
    r"\b(?:maken|bouwen|koken|bakken|knutselen|spelen|sporten|schilderen|timmeren|oefenen|ontdekken|tekenen|"
    r"bespreken|ontmoeten|delen|wisselen)\s(?:\w+\s){0,2}?(?=(?:jongeren|kinderen|leerlingen|ouders|docenten|leerkrachten|"
    r"bestuurders|schoolleiders|mentoren|professionals|hulpverleners|leerplicht\w{0,14}|zorgco\w{3,16}|wethouders)\b)",
    re.IGNORECASE,
)
_ARE_YOU = re.compile(
    r"(?:\b(?:ben|bent|werk|werkt)\s(?:je|u|jij|jullie)\b|\b(?:u|je|jij|jullie) als\b)"
    r"[^.!?\n]{2,120}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:\bvan|\bover|\bdoor|\buit|\bgesprek met|"
    r"(?:ouders|gezinnen|verzorgers|die|werk\w{0,3}) met|\bonze eigen|\been|\btwee|\btussen|"
    r"\bnamens|\bontbijt met)\s(?:(?!voor\s|en\s|met\s)\w+\s){0,2}$",
    re.IGNORECASE,
)
_BY_THEM_TOO = re.compile(r"\ben (?:door|met|van|over)\s(?:\w+\s)?$", re.IGNORECASE)
_STAFF_OF = re.compile(
    r"(?:medewerkers?|professionals?|mensen|collega\W?s|leden|co[oö]rdinator\w*|adviseurs?|"
    r"vertegenwoordigers?|afgevaardigden|\w{2,14}begeleiders?) van "
    r"(?:\w+ )?$",
    re.I,
)
_AND_THEIR = re.compile(r"\b(?:en|met) (?:hun|haar|zijn|diens|iedereen|alle)\s", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.!;()\n?]|\b(?:omdat|want|die|dat|waarbij|om te|vertel\w*|als|wanneer|kunt?|kunnen|kan|"
    r"hebt?|hebben|neem|mail|bel|terecht|houden|organiseren)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.!?;\n]|\.(?=\d)){1,400}")


_NOT_TICKED = re.compile(r"(?:\[\s?\]|☐|□)\s?[^\[\]☐□☑☒\n]{1,60}")


_TICKS = re.compile(r"[☑☒✓✔]|\[\s?[xX]\s?\]")


def ticked(value: str) -> str:
    """As long as the value, with blanks for what is not ticked and for the ticks."""
    value = _NOT_TICKED.sub(_blank, value)
    return _TICKS.sub(_blank, value)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def read_audience_value(value: str, offset: int, confidence: float) -> list[Found]:
    """The value of a label such as "Voor wie"; of boxes to tick only what is ticked."""
    slugs = _slugs(_NOT_TICKED.sub("", value))
    if not slugs:
        return []
    return [Found("audiences", slugs, offset, offset + len(value), value, confidence=confidence)]


def read_audience_prose(text: str) -> list[Found]:
    """From "bedoeld voor …" and "… zijn welkom"; all that is found together."""
    slugs: list[str] = []
    first: tuple[int, int] | None = None
    text = unwrapped(text)
    plain = _BOTH.sub(
        _as_listed, masked(text)
    )  # an address as "info@swv-noord.nl" names no audience
    for start, end in _inviting(plain):
        told = _slugs(plain[start:end])
        if told:
            first = first or (start, end)
        slugs += [slug for slug in told if slug not in slugs]
    if first is None:
        for start, end in by_grammar(plain):
            fresh = [slug for slug in _slugs(plain[start:end]) if slug not in slugs]
            first = first or ((start, end) if fresh else None)
            slugs += fresh
    child = _WITH_A_CHILD.search(plain)
    if child and "iedereen" not in slugs:
        first = first or child.span()
        slugs = [*slugs, *(["ouders"] if "ouders" not in slugs else [])]
    if first is None:
        return []
    slugs = list(_without_general(slugs, text))
    quote = text[first[0] : first[1]].strip()
    return [Found("audiences", _ordered(slugs), *first, quote, confidence=0.7)]


_BOTH = re.compile(r"\bzowel\b(?P<one>[^.!?;\n]{3,60}?)\bals\b", re.IGNORECASE)


def _as_listed(match: re.Match[str]) -> str:
    """ "Zowel ouders als leraren": of the same length, with "en"."""
    return f"     {match['one']}en "


_WITH_A_CHILD = re.compile(
    r"\b(?:wie|iedereen die|ieder die|(?:als|heb|hebt) (?:je|u)|u die|"
    r"jij die)\s(?:\w+\s){0,2}(?:een\s)?"
    r"(?:kind|zoon|dochter|puber)(?:eren)?\s(?:\w+\s){0,3}(?:thuis|heeft|hebt|zit)",
    re.IGNORECASE,
)


_WHOEVER = re.compile(r"\b(?:iedereen|ieder|mensen)\s$", re.IGNORECASE)


def _inviting(text: str) -> Iterator[tuple[int, int]]:
    for match in _FOR.finditer(text):
        end = _CLAUSE_END.search(text, match.end(), match.end() + 160)
        if end and end[0].lower() == "die" and _WHOEVER.search(text, match.end(), end.start()):
            end = _CLAUSE_END.search(text, end.end(), match.end() + 160)  # who that is, follows
        stop = end.start() if end else min(len(text), match.end() + 160)
        yield match.end(), stop
        theirs = _AND_THEIR.search(text, stop, stop + 80)
        if theirs and "." not in text[stop : theirs.start()]:
            yield theirs.end(), min(len(text), theirs.end() + 30)
    for everyone in _ALL_OF.finditer(text):
        yield everyone.start("who"), min(len(text), everyone.start("who") + 40)
    for shown in _SHOWN_TO.finditer(text):
        yield shown.end(), min(len(text), shown.end() + 80)
    for makes in _THEY_MAKE.finditer(text):
        yield makes.end(), min(len(text), makes.end() + 40)
    for asked in _ARE_YOU.finditer(text):
        yield asked.start(), asked.end()
    for sentence in _SENTENCE.finditer(text):
        if _WELCOME.search(sentence[0]):
            yield sentence.span()


def _slugs(text: str) -> tuple[str, ...]:
    text = text[:1000]
    asked = _ARE_YOU.match(text) is not None  # "ben je een ouder": there "een" is no other one
    found = []
    for slug, pattern in _AUDIENCES.items():
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 40) : match.start()]
            told = _STAFF_OF.search(before) or _BY_THEM_TOO.search(before[-24:])
            if told or asked or not _ABOUT.search(before[-24:]):
                found.append(slug)
                break
    for working in _WORKING_IN.finditer(text):
        sectors = working["sectors"]
        found += [slug for slug, words in _SECTORS.items() if re.search(words, sectors, re.I)]
    if "bestuurders" in found and re.search(
        r"directeuren (?:van )?samenwerkings|bestuurders van (?:de )?samenwerkings", text, re.I
    ):
        found = [slug for slug in found if slug != "samenwerkingsverbanden"]
    return _ordered(list(_without_general(found, text)))


_WORK = frozenset({"onderwijs", "samenwerkingsverbanden", "gemeenten", "jgz", "jeugdhulp"})


def _without_general(slugs: list[str], text: str) -> Iterator[str]:
    """ "Professionals" beside a profession says no more; "iedereen die …" beside others neither."""
    for slug in slugs:
        if slug == "professionals" and _WORK & set(slugs):
            continue
        narrowed = slug == "iedereen" and len(set(slugs)) > 1
        if narrowed and re.search(
            r"\biedereen (?:die|in|uit(?! voor| om| te))\b", text, re.IGNORECASE
        ):
            continue
        yield slug


def _ordered(slugs: list[str]) -> tuple[str, ...]:
    return tuple(slug for slug in _WORDS if slug in slugs)
