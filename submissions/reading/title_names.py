"""Names in running text: between quotes, after “heet”, behind a noun, in capitals."""

import re
from collections.abc import Iterator

from submissions.reading.found import Found
from submissions.reading.masks import EMAIL, URL
from submissions.reading.phrases import AT_HOUSE, EVENT, HOUSES

MANY = 12
_WRAP = r"\n(?!\s*\n)(?=[ \t]{0,4}\w)"  # a line that the sending program broke
_QUOTED = re.compile(
    rf"(?:(?P<noun>\b{EVENT}):?\s)?(?:“(?P<a>(?:[^”“\"\n]|{_WRAP}){{3,120}})[”\"]|\"(?P<b>(?:[^\"\n]|{_WRAP}){{3,120}})\"|"
    rf"„(?P<c>(?:[^”“\n]|{_WRAP}){{3,120}})[”“]|"
    r"(?<![\w])[‘'](?![stnmk]\s)(?P<d>[^\n’‘']{3,120}(?:['’]\w[^\n’‘']{0,60})?)['’](?!\w)|"
    r"(?<![\w*])\*{1,2}(?P<e>[^*\n]{3,120})\*{1,2}(?![\w*])|«(?P<f>[^»\n]{3,120})»)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:heet|heten|genaamd|onder de (?:titel|naam|noemer)|getiteld|naam|titel|noem\w*|hjit|"
    r"gedoopt|called|titled|entitled)\W{0,12}(?:natuurlijk\W|is\W|het\W|maar\W)?$",
    re.IGNORECASE,
)
# Words of somebody, not a name: said by, or a whole sentence in the first person.
_SAID_AFTER = re.compile(
    r"^[,.]?\s{0,2}(?:zegt|zeggen|aldus|vertelt|vertellen|volgens|schrijft|vindt|legt|says|zei)\b",
    re.I,
)
_SENTENCE = re.compile(r"\s\S+\s\S+\s\S+[.,]$")
# A word before the quotes that is no article, verb or preposition: the name is of that word.
_NAME_OF_SOMETHING = re.compile(
    r"(?<![\w])(?!(?:de|het|een|onze|ons|met|voor|is|staat|over|organiseert|organiseren|houden|"
    r"geeft|"
    r"host|hosts|hosting|organise|organize|present|offer|run|"
    r"geven|door|en|of|titel|naam|thema|heet|aan|bij|in|op|tot|om|wij|we|starten|verzorgt|graag|"
    r"onder|vertonen|tonen|openen|spelen|er|dan|uur|avond|middag)\s)"
    r"[a-zà-ÿ]{4,30}\s$"
)
# "Houden wij van 16.00 tot 17.45 uur", "is er voor ouders de online vragenkamer": no place between.
_ANNOUNCED = re.compile(
    r"\b(?:is er|zijn er|komt er|volgt|(?:houden|organiseren|geven|verzorgen|presenteren|starten|"
    r"tonen|"
    r"hebben|beginnen)(?: (?:wij|we))?|(?:houdt|organiseert|geeft|verzorgt|presenteert|start|"
    r"heeft))\b"
    r"(?:(?!\b(?:in|bij|vanuit|naar|op onze|op de|van onze|van de)\b)(?:[^.!?\n]|"
    r"\.(?=\d))){0,90}\s$",
    re.IGNORECASE,
)
_NAME_WORD = r"[^\W\d_][\w’'&-]{0,30}"
_REST = (
    rf"(?: (?!(?:en|of) (?:is|wordt|we|wij|het|vindt|er|dat|dan)\b|(?:is(?! geen| niet| meer| een)|"
    rf"wordt|worden|organiseer\w*|in|op|"
    rf"om|houd\w*|vindt|van\s\d|en\sis|die|dat|onder|verzorgt|voor|met|gaat|start|begint|waar\w*|"
    rf"nodigt|geheten|genaamd|te|tijdens|bij|ter|zijn|geven|geeft|on|from|at|wij|"
    rf"we)\b){_NAME_WORD}| met [A-ZÀ-Ý]{_NAME_WORD})"
    r"{0,7}"
)
_UNQUOTED = re.compile(
    r"\b(?i:(?:heet|heten|hjit|genaamd|getiteld|gedoopt(?:\stot)?|called|titled|entitled)"
    r"(?:\s(?:het|dit|dan|natuurlijk|officieel|dit\sjaar|deze\skeer|bij\sons))?|(?:onder|met)\sde\s(?:toepasselijke\s)?(?:titel|naam|noemer)|"
    r"(?:naam|titel|title)(?:\sis|\swordt|\s?:)|"
    r"met\sals\s(?:titel|naam|motto|thema):?|(?:naam|titel)(?:\svan\s[^.:;!?\n]{3,40})?\sluidt:?|(?:krijgt|draagt)\sde\s(?:naam|titel)|"
    r"krijgt\seen\snaam:|noem(?:en|den)?\s(?:het|we\shet|wij\shet|dit|hem|we\sdit)"
    rf"(?:\smaar|\sgewoon)?)\s?:?\s(?P<name>[A-ZÀ-Ý0-9]{_NAME_WORD}{_REST}[?!]?)"
)
_DURING = re.compile(
    rf"\b[Tt]ijdens (?:de|het|onze) (?P<name>(?!Actie|"
    rf"Landelijke)[A-ZÀ-Ý]{_NAME_WORD}(?:{_REST}(?=,)|"
    rf"(?: {_NAME_WORD}){{0,3}}(?=\s(?:kun|kunt|kunnen|kan|laten|gaan|mogen|maken|vertel\w+|"
    rf"krijg\w+|leren)\s)))"
)
_NAME_FIRST = re.compile(  # "Koffie Zonder Bel heet het", "Kom zitten! noemen we dat"
    rf"(?P<name>[A-ZÀ-Ý]{_NAME_WORD}(?:[?!]? {_NAME_WORD}){{0,7}}[?!]?) "
    r"(?:heet (?:het|dit|dat|hij|ze)|(?:noemen|noemden) (?:we|wij) (?:het|dit|dat|hem))\b"
)
_SMALL_FIRST = re.compile(  # "…, samen wandelen noemen we het"
    r"(?:^|\n|[,.:;–]\s)(?P<name>(?!(?i:dat|dit|en|zo|wat|die|het|hoe|wij|we|"
    r"dan)\b)[^\W\d_][\w’'-]{2,20}(?: [\w’'-]{1,20}){1,5}) "
    r"(?:heet (?:het|dit|dat)|(?:noemen|noemden) (?:we|wij) (?:het|dit|dat))\b"
)
_GEHETEN = re.compile(rf",\s(?P<name>[A-ZÀ-Ý]{_NAME_WORD}{_REST})\s(?:geheten|genaamd|getiteld)\b")
_NOUN = re.compile(
    rf"(?<![\w-])(?:{EVENT}|rapport|boek|onderzoek|documentaire|magazine)(?![\w-])", re.IGNORECASE
)
# What may stand right behind such a word: a name, one in brackets, one that ends at a comma.
_BEHIND_NOUN = tuple(
    (re.compile(pattern), confidence)
    for pattern, confidence in (
        (rf"(?: \d{{1,2}})?(?:(?: \w{{2,4}})?:)? (?P<name>[A-ZÀ-Ý]{_NAME_WORD}{_REST})", 0.58),
        (
            r": (?P<name>[A-ZÀ-Ý][^.,:;()!?\n]{5,60}[?!]?)(?=[.?!\n]|"
            r"$)",
            0.6,
        ),  # "een conferentie: Thuis is …"
        (r" \((?P<name>[A-ZÀ-Ý][^,;()\n]{4,80})[,;)]", 0.7),
        (r" (?P<name>[A-ZÀ-Ý][^,.;:()\d\n]{5,60}),", 0.63),  # "de training Grip op de ochtend, in"
    )
)
_CAPITALS = re.compile(r"(?<!\w)(?:[A-ZÀ-Ý]{3,}(?:[^\S\n](?:[/&+–-]\s)?[A-ZÀ-Ý]{2,}){1,7})(?!\w)")
_NO_NAME = re.compile(
    r"PERSBERICHT|SAVE THE DATE|LET OP|WIJZIGING|UITNODIGING|AANMELDING|NIEUWSBRIEF"
)
_ALONE = re.compile(r"(?:^|\n)[^\w\n]{0,16}$")
_OUR = re.compile(
    r"\b(?:[Oo]nze|[Oo]ns) (?P<name>[A-ZÀ-Ý][a-zà-ÿ-]{3,30}(?: (?:[a-z]{1,4} ){0,2}"
    r"[A-ZÀ-Ý][a-zà-ÿ-]{2,30}){1,4})"
)
_ARTICLE = re.compile(r"\b(?:de|het|onze|ons|een)\s$", re.IGNORECASE)
_DAYS = re.compile(r"^(?:maan|dins|woens|donder|vrij|zater|zon)dag", re.IGNORECASE)


def quoted(text: str) -> Iterator[Found]:
    for number, match in enumerate(_QUOTED.finditer(text)):
        if number >= MANY:
            return
        group = next(name for name in "abcdef" if match[name])
        name = " ".join(match[group].split())
        if EMAIL.search(name) or URL.search(name) or len(name.split()) > 14:
            continue
        noun = match["noun"] or ""
        plain = noun and noun.lower() not in ("reeks", "serie", "film", "agenda-item")
        yield Found(
            "title",
            f"{noun} {name}".strip() if plain else name,
            match.start(),
            match.end(),
            match[0],
            confidence=_trust_in_quote(text, match, group, noun),
        )


def _trust_in_quote(text: str, match: re.Match[str], group: str, noun: str) -> float:
    before = text[max(0, match.start() - 40) : match.start(group) - 1]
    if _SAID_AFTER.match(text[match.end() : match.end() + 30]) or (
        not noun and _SENTENCE.search(match[group].strip())
    ):
        return 0.3
    if _CALLED.search(before):
        return 0.86
    if noun:
        return 0.82
    if _ANNOUNCED.search(text[max(0, match.start() - 100) : match.start()]):
        return 0.77
    if _NAME_OF_SOMETHING.search(before):
        return 0.56  # "onze tussenvoorziening ‘Het Nest’"
    return 0.72 if group != "d" else 0.68


def called(text: str) -> Iterator[Found]:
    """Names without quotes, after a word that says they are: "het heet Maatje Mee"."""
    for pattern, confidence in (
        (_UNQUOTED, 0.8),
        (_GEHETEN, 0.8),
        (_NAME_FIRST, 0.8),
        (_SMALL_FIRST, 0.74),
        (_DURING, 0.6),
    ):
        for number, match in enumerate(pattern.finditer(text)):
            if number < MANY and not _DAYS.match(match["name"]):
                name = " ".join(match["name"].split())
                yield _name(text, name, *match.span("name"), confidence)
    yield from _behind_nouns(text)


def _behind_nouns(text: str) -> Iterator[Found]:
    told = 0
    for noun in _NOUN.finditer(text):
        before = text[max(0, noun.start() - 20) : noun.start()]
        if noun[0].lower() in HOUSES and AT_HOUSE.search(before):
            continue
        for pattern, confidence in _BEHIND_NOUN:
            match = pattern.match(text, noun.end())
            if match and not _DAYS.match(match["name"]):
                name = f"{noun[0]} {' '.join(match['name'].split())}"
                stands = " " in match["name"] and text[match.end() : match.end() + 1] in ":,("
                if stands and _ARTICLE.search(text[max(0, noun.start() - 8) : noun.start()]):
                    confidence = max(confidence, 0.68)
                yield _name(text, name, noun.start(), match.end("name"), confidence)
                told += 1
        if told >= 3 * MANY:
            return


def _name(text: str, value: str, start: int, end: int, confidence: float) -> Found:
    return Found("title", value, start, end, text[start:end], confidence=confidence)


def capitals(text: str) -> Iterator[Found]:
    for number, match in enumerate(_CAPITALS.finditer(text)):
        if number < 3 and not _NO_NAME.search(match[0]):
            alone = _ALONE.search(text[max(0, match.start() - 20) : match.start()])
            alone = alone and re.match(r"[^\w\n]{0,4}(?:\n|$)", text[match.end() : match.end() + 6])
            sure = 0.76 if alone else 0.62
            yield Found("title", match[0].capitalize(), *match.span(), match[0], confidence=sure)


def small_names(text: str) -> Iterator[Found]:
    """A name with capitals after “onze”: what is left when nothing tells more."""
    for number, match in enumerate(_OUR.finditer(text)):
        if number < 3 and not _DAYS.match(match["name"]):
            yield Found("title", match["name"], *match.span("name"), match["name"], confidence=0.3)
