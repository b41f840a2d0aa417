"""What it is called: a label, a name between quotes, a line of its own, the subject."""

import re
from collections.abc import Iterator

from submissions.reading.found import Found, Source
from submissions.reading.masks import EMAIL, URL
from submissions.reading.phrases import EVENT, phrases

_OPEN, _CLOSE = "“\"„«‘‚'*", "”\"“»’’'*"
_QUOTED = re.compile(
    rf"(?:(?P<noun>\b{EVENT})\s)?(?:“(?P<a>[^”“\"\n]{{3,120}})[”\"]|\"(?P<b>[^\"\n]{{3,120}})\"|"
    rf"„(?P<c>[^”“\n]{{3,120}})[”“]|"
    r"(?<![\w])[‘'](?P<d>[^\n’‘']{3,120}(?:['’]\w[^\n’‘']{0,60})?)['’](?!\w)|"
    r"(?<![\w*])\*(?P<e>[^*\n]{3,120})\*(?![\w*]))",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:heet|genaamd|onder de (?:titel|naam)|getiteld|naam|titel|noemen|hjit|"
    r"called)\W{0,12}(?:natuurlijk\W)?$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<!\w)(?:[A-ZÀ-Ý]{3,}(?:\s[A-ZÀ-Ý]{2,}){1,7})(?!\w)")
_PREFIX = re.compile(
    r"^\s*(?:(?:fwd?|fw|re|antw|aw|tr|betr|betreft|doorgestuurd|antwoord|uitnodiging|invitation|"
    r"bijgewerkt|updated|"
    r"bijgewerkte uitnodiging|geannuleerd|canceled|cancelled|afgelast|geannuleerde afspraak|"
    r"afgezegd|wijziging|let op|gewijzigd|"
    r"gaat niet door|herinnering|\[[^\]]{1,30}\]|"
    r"aanmelding(?:\s(?:voor\s)?(?:de\s)?(?:landelijke\s)?actieweek(?:\sthuiszitters)?)?|"
    r"(?:landelijke\s)?actieweek(?:\sthuiszitters)?(?:\s20\d\d)?|nieuwe activiteit|activiteit|"
    r"agenda|inzending|submission)\s*[:\-–|]\s*|\[[^\]]{1,30}\]\s*)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:de|een|onze|voor|aanmelding|aanmelden|inzending|bijdrage|activiteit(?:en)?|"
    r"programma|landelijke|actieweek|actiewek|"
    r"tuiszitters|thuiszitters|week|ons|onze|in|van|mail|bericht|info|informatie|voor|agenda|"
    r"hallo|vraag|nieuw|nieuwe|re|fw|fwd|"
    r"20\d\d|deelname|aan|doorgeven|melden|over|uitnodiging|plaatsing|verzoek|tot|ter|geen "
    r"onderwerp|juni|mei)\W*)+",
    re.IGNORECASE,
)
_PLACE_THIS = re.compile(
    r"\b(?:graag plaatsen|ter plaatsing|plaatsen|aanmelding|aankondiging|"
    r"activiteit)\s?:\s{1,3}(?P<name>[^\n.:;(]{5,120})",
    re.I,
)
_AT = re.compile(r"\s@\s.{4,}$")
_DATE_CUT = re.compile(
    r"[,|(–-]?\s*(?:\bop\s)?(?:\b(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|"
    r"vrijdag|zaterdag|zondag)\b\.?\s)?\b\d{1,2}[\s/-](?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|"
    r"sep|okt|nov|dec|\d).*$",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿️‍⬀-⯿]+")
_GREETING = re.compile(
    r"^(?:beste|hallo|hoi|geachte|dag|goede\w*|hey|hi|l\.s\.|yo|lieve|ha\b|heit|moi|dear|hello|"
    r"aan\b)",
    re.IGNORECASE,
)


def clean_title(text: str) -> str:
    """Without reply marks, emoji and the tail that a calendar program adds."""
    text = _AT.sub("", text.strip())
    for _ in range(4):
        shorter = _PREFIX.sub("", text)
        if shorter == text:
            break
        text = shorter
    text = " ".join(_EMOJI.sub(" ", text).split()).strip(" *_-–:,;|")
    return _unquoted(text)[:150]


def _unquoted(text: str) -> str:
    if len(text) > 2 and text[0] in _OPEN and text[-1] in _CLOSE and text[0] not in text[1:-1]:
        return text[1:-1]
    return text


def is_generic(text: str) -> bool:
    """Whether it says no more than that something is sent in."""
    return not text or _GENERIC.fullmatch(text) is not None


def from_subject(subject: str) -> list[Found]:
    title = clean_title(subject)
    title = _DATE_CUT.sub("", title).rstrip(" ,(–-:")
    if is_generic(title) or len(title) < 4 or "�" in title:
        return []
    at = max(subject.find(title), 0)
    event = re.search(EVENT, title, re.IGNORECASE)
    alone = len(title.split()) == 1
    return [
        Found(
            "title",
            title,
            at,
            at + len(title),
            title,
            source=Source.SUBJECT,
            confidence=0.4 if alone else 0.62 if event else 0.5,
        )
    ]


def from_value(value: str, start: int, confidence: float) -> list[Found]:
    """The value of a title label; an explanation in brackets behind it is no part of the name."""
    cut = re.sub(r"\s*\([^)]{15,}\)\s*$", "", value.split("\n")[0]).strip()
    title = clean_title(cut)
    if len(title) < 3:
        return []
    at = max(value.find(title), 0)
    return [
        Found("title", title, start + at, start + at + len(title), title, confidence=confidence)
    ]


def from_text(text: str) -> Iterator[Found]:
    """From running text, at most a few dozen candidates."""
    yield from _quoted(text)
    yield from _own_lines(text)
    for number, match in enumerate(_CAPITALS.finditer(text)):
        if number < 3 and not is_generic(match[0]):
            yield Found("title", match[0].capitalize(), *match.span(), match[0], confidence=0.62)
    yield from (one for one in phrases(text) if not is_generic(str(one.value)))
    for number, match in enumerate(_PLACE_THIS.finditer(text)):
        name = _DATE_CUT.sub("", match["name"]).strip(" ,")
        if number < 2 and not is_generic(name) and len(name) > 4:
            at = match.start("name")
            yield Found("title", clean_title(name), at, at + len(name), name, confidence=0.66)


# A word before the quotes that is no article, verb or preposition: the name is of that word.
_NAME_OF_SOMETHING = re.compile(
    r"(?<![\w])(?!(?:de|het|een|onze|ons|met|voor|is|staat|over|organiseert|organiseren|houden|"
    r"geeft|"
    r"geven|door|en|of|titel|naam|thema|heet|aan|bij|in|op|tot|om|wij|we|starten|verzorgt|graag)\s)"
    r"[a-zà-ÿ]{4,30}\s$"
)


def _quoted(text: str) -> Iterator[Found]:
    for number, match in enumerate(_QUOTED.finditer(text)):
        if number >= 12:
            return
        group = next(name for name in "abcde" if match[name])
        name = match[group].strip()
        if is_generic(name) or EMAIL.search(name) or URL.search(name) or len(name.split()) > 14:
            continue
        before = text[max(0, match.start() - 40) : match.start(group) - 1]
        noun = match["noun"] or ""
        called = _CALLED.search(before)
        confidence = 0.86 if called else 0.82 if noun else 0.72 if group != "d" else 0.68
        if not (noun or called) and _NAME_OF_SOMETHING.search(before):
            confidence = 0.56  # "onze tussenvoorziening ‘Het Nest’"
        title = (
            f"{noun} {name}".strip()
            if noun and noun.lower() not in ("reeks", "serie", "film")
            else name
        )
        yield Found(
            "title", clean_title(title), match.start(), match.end(), match[0], confidence=confidence
        )


def _own_lines(text: str) -> Iterator[Found]:
    """A short line by itself, such as the heading of a flyer: surest right above a day or hour."""
    lines = text.split("\n")[:200]
    start = 0
    for number, line in enumerate(lines):
        stripped = line.strip(" \t*_#•-–")
        if 6 <= len(stripped) <= 100 and _is_heading(stripped) and not _within(lines, number):
            following = " ".join(lines[number + 1 : number + 4])
            dated = re.search(
                r"\d{1,2}\s?(?:mei|juni|jun|april|juli)\b|\d{1,2}[-/]\d{1,2}\b|"
                r"\b\d{1,2}[.:u]\d\d\b",
                following,
            )
            at = start + line.find(stripped)
            yield Found(
                "title",
                clean_title(stripped),
                at,
                at + len(stripped),
                stripped,
                confidence=0.7 if dated else 0.44,
            )
        start += len(line) + 1


_SENTENCE_STARTS = frozenset(
    re.findall(
        r"\S+",
        """
    wij we ik hier graag op in bij dit deze onze ons om naar namens hierbij daarom ook kom
    voor met van wie wat waar wanneer toegang kosten meer info aanmelden inschrijven opgeven
    tot let helaas het er kan kunnen mag wil willen zie bijgaand gratis secretariaat
    directie afdeling mei
    """,
    )
)


def _within(lines: list[str], number: int) -> bool:
    """Whether the line is one of a paragraph that was broken at the width of a screen."""
    before = lines[number - 1].strip() if number else ""
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    return (len(before) > 55 and not before.endswith((".", "!", "?", ":"))) or (
        len(lines[number].strip()) > 55 and after[:1].islower()
    )


def _is_heading(line: str) -> bool:
    if (
        line.endswith((".", ",", ";", ":"))
        or _GREETING.match(line)
        or EMAIL.search(line)
        or URL.search(line)
    ):
        return False
    if (
        re.search(r"\d{1,2}[.:u]\d\d|\b20\d\d\b|\d{1,2}\s(?:mei|juni|jun)\b", line)
        or ":" in line[:25]
    ):
        return False
    words = line.split()
    if words and words[0].lower() in _SENTENCE_STARTS:
        return False
    return 2 <= len(words) <= 14 and line[:1].isupper() and not is_generic(line)
