"""What it is called: a label, a name between quotes, a line of its own, the subject."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agenda.models.fields import fold
from submissions.reading.found import Found, Source
from submissions.reading.lines import unwrapped
from submissions.reading.phrases import EVENT, phrases
from submissions.reading.title_leads import by_lead
from submissions.reading.title_lines import own_lines, without_greeting
from submissions.reading.title_names import called, capitals, quoted, small_names

SURELY_CALLED = 0.8
_OPEN, _CLOSE = "“\"„«‘‚'*", "”\"“»’’'*"
_PREFIX = re.compile(
    r"^\s*(?:(?:fwd?|fw|re|antw|aw|tr|sv|wg|doorst|betr|betreft|onderwerp|doorgestuurd|antwoord|"
    r"uitnodiging|invitation|bijgewerkt|updated|bijgewerkte uitnodiging|geannuleerd|canceled|"
    r"cancelled|afgelast|geannuleerde afspraak|afgezegd|wijziging|let op|gewijzigd|correctie|"
    r"gaat niet door|herinnering|reminder|nieuw|persbericht|\[[^\]]{1,30}\]|aankondiging|agendatip|"
    r"aanmelding(?:\s(?:voor\s)?(?:de\s)?(?:landelijke\s)?actieweek(?:\sthuiszitters)?)?|"
    r"action week|(?:landelijke\s)?actieweek(?:\sthuiszitters)?(?:\s20\d\d)?|nieuwe activiteit|"
    r"activiteit|"
    r"save the date|verzoek(?:\s(?:tot|om))?\splaatsing(?:\s(?:in\s(?:de\s)?)?(?:agenda|"
    r"kalender))?|"
    r"agenda(?:-?item)?|inzending|submission|voor (?:in|op) de (?:agenda|site|kalender))\s*[:\-–|]"
    r"\s*|\[[^\]]{1,30}\]\s*|(?:aanmelding|uitnodiging|aankondiging|persbericht)\s(?:voor\s)?"
    r"(?=[\"“‘])|(?:nieuwe\s)?activiteit\s(?:voor\s)?(?:de\s)?"
    r"(?:landelijke\s)?actieweek(?:\sthuiszitters)?(?:\s20\d\d)?\s(?=\w{4})|(?:aanmelding|aankondiging|uitnodiging|agendatip)\s(?:van\s|voor\s)?"
    r"(?:het\s|de\s|een\s)?(?=\w{4}))",
    re.IGNORECASE,
)
# A subject of these words alone says no more than that something is sent in.
_GENERIC = frozenset(
    re.findall(
        r"\S+",
        """
    de het een en of in op te ter tot van voor met over aan bij uit naar om als ook al
    wij we ons onze ik mijn jullie je u uw wat wie waar wanneer hoe doen doe doet gaan
    aanmelding aanmelden aanmeldingen inzending bijdrage contribution activiteit activiteiten
    activity event events programma weekprogramma landelijke actieweek actiewek week weken
    thuiszitters tuiszitters thuiszitter mail bericht berichtje info informatie agenda kalender
    agendaitem item site website hallo hoi vraag vraagje nieuw nieuwe nieuws nog meer extra
    re fw fwd deelname deelnemen meedoen mee doorgeven melden opgave opgeven uitnodiging
    invitation plaatsing plaatsen verzoek geen onderwerp persbericht pers aankondiging
    gegevens details bijlage bijgaand zoals beloofd afgesproken besproken kan dit dat die deze
    graag even aanvulling correctie wijziging update herinnering hierbij onderstaand avond
    middag ochtend dag dagen avonden data datum twee drie vier keer 2 3 4 een-en-ander
    bijeenkomst bijeenkomsten themabijeenkomst iets leuks mooi plan plannen idee kleine grote
    beste redactie organisatie team contact is er zijn komt kom jij toch ja weer wel niet
    actie aksje submission entry our the for of and your week's programme
    januari februari maart april mei juni juli augustus september oktober november december
    jan feb mrt apr jun jul aug sep okt nov dec maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag ma di wo do vr za zo publicatie workshops lezingen trainingen sessies
    save date afzeggen annuleren afmelden expertmeetings webinars cursussen evenement evenementen
    """,
    )
)
_TOKEN = re.compile(r"[^\W_][\w-]*")
_PLACE_THIS = re.compile(
    r"\b(?:graag plaatsen|ter plaatsing|plaatsen|aanmelding|aankondiging|in de agenda|op de site|"
    r"activiteit)\s?:\s{1,3}(?P<name>[^\n.:;(]{5,120})",
    re.I,
)
_AT = re.compile(r"\s@\s.{4,}$")
_ABOUT_MORE = re.compile(r"(?:alles|meer|informatie|info|vragen) over\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_DATE_CUT = re.compile(
    r"[,|(–-]?\s*(?:\bop\s)?(?:\b(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|"
    r"vrijdag|zaterdag|zondag)\b\.?\s)?\b\d{1,2}[\s/-](?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|"
    r"sep|okt|nov|dec|\d).*$",
    re.IGNORECASE,
)
DATE_HEAD = re.compile(
    r"^(?:(?:ma|di|wo|do|vr|za|zo)\w{0,7}\s)?\d{1,2}[\s/-](?:mei|juni?|juli?|april|\d{1,2})"
    r"(?:[\s/-]20\d\d)?\s{0,2}[:,|–-]?\s{0,2}",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿️‍⬀-⯿]+")
_NEXT_SENTENCE = re.compile(r"(?<=[\w)]\.)\s+(?=[A-ZÀ-Ý]\w+(?:\s[a-zà-ÿ]+){2})")
_BARE = re.compile(EVENT.removeprefix(r"[\w-]{0,24}"), re.IGNORECASE)
_NAME_WITHIN = re.compile(r"(?<=[a-z,] )[A-ZÀ-Ý][\w-]{3,30}(?: [A-ZÀ-Ý][\w-]{2,30}){0,3}")
_SUBJECT_QUOTE = re.compile(r"[\"“„‘']([^\"”“’']{4,100})[\"”“’']")


def clean_title(text: str) -> str:
    """Without reply marks, emoji and the tail that a calendar program adds."""
    text = _AT.sub("", _TAG.sub(" ", text).strip())
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
    tokens = _TOKEN.findall(fold(text))
    return not any(len(one) > 1 and one not in _GENERIC and not one.isdigit() for one in tokens)


def from_subject(subject: str, text: str = "") -> list[Found]:
    """The subject as a name; surer when the text says it too."""
    title = clean_title(subject)
    named = _SUBJECT_QUOTE.search(title)
    if named and not is_generic(named[1]) and not text.strip():
        at = max(subject.find(named[1]), 0)
        sure = Found("title", named[1], at, at + len(named[1]), named[1], confidence=0.84)
        return [replace(sure, source=Source.SUBJECT)]
    title = _DATE_CUT.sub("", DATE_HEAD.sub("", title)).rstrip(" ,(–-:")
    title = clean_title(title)
    if is_generic(title) or len(title) < 4 or "�" in title:
        return []
    quote = _SUBJECT_QUOTE.search(title)
    confidence = _trust_in_subject(title, text)
    if quote and not is_generic(quote[1]):
        title, confidence = quote[1], 0.84
    elif title.endswith("?"):
        names = [one[0] for one in _NAME_WITHIN.finditer(title) if one[0] in text]
        title, confidence = (names[-1], 0.56) if names else (title, confidence)
    at = max(subject.find(title), 0)
    found = Found("title", title, at, at + len(title), title, confidence=confidence)
    return [replace(found, source=Source.SUBJECT)]


def _trust_in_subject(title: str, text: str) -> float:
    folded = fold(text[:20_000])
    words = [one for one in _TOKEN.findall(fold(title)) if one not in _GENERIC]
    event = re.search(rf"{EVENT}(?!\w)", title, re.IGNORECASE)
    confidence = 0.4 if len(title.split()) == 1 else 0.62 if event else 0.5
    if title.endswith("?"):
        confidence -= 0.1
    if folded and len(title.split()) > 1 and fold(title) in folded:
        return min(confidence + 0.15, 0.71)
    if folded and not any(word in folded for word in words):
        return confidence - 0.08 if text.strip() else confidence
    compound = len(words) == 1 and event and not _BARE.fullmatch(words[0])
    return confidence + 0.17 if compound else confidence


def from_value(value: str, start: int, confidence: float) -> list[Found]:
    """The value of a title label; an explanation in brackets behind it is no part of the name."""
    cut = re.sub(r"\s*\([^)]{15,}\)\s*$", "", value.split("\n")[0]).strip()
    named = next((one for one in called(cut) if one.confidence >= SURELY_CALLED), None)
    # "Een ouderavond met de titel Samen sterk": the value is a sentence that holds the name.
    title = clean_title(str(named.value) if named else _NEXT_SENTENCE.split(cut)[0])
    if len(title) < 3:
        return []
    at = max(value.find(title), 0)
    return [
        Found("title", title, start + at, start + at + len(title), title, confidence=confidence)
    ]


def from_text(text: str) -> Iterator[Found]:
    """From running text, at most a few dozen candidates."""
    told = without_greeting(text)
    joined = unwrapped(told)
    for reader in (quoted, called, by_lead, own_lines, capitals, phrases, small_names):
        for one in reader(told if reader is own_lines or reader is capitals else joined):
            value = clean_title(str(one.value))
            if _ABOUT_MORE.match(value):
                continue
            if not is_generic(value) or (reader is phrases and " " in value):
                yield replace(one, value=value)
    for number, match in enumerate(_PLACE_THIS.finditer(told)):
        name = _DATE_CUT.sub("", match["name"]).strip(" ,")
        if number < 2 and not is_generic(name) and len(name) > 4:
            name = name.split(", ")[0]
            at = match.start("name")
            yield Found("title", clean_title(name), at, at + len(name), name, confidence=0.66)
