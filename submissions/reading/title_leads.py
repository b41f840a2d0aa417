"""Names without quotes, by where they stand: behind a lead, before "een lunch …", at a date."""

import re
from collections.abc import Iterator

from submissions.reading.buildings import is_building
from submissions.reading.found import Found
from submissions.reading.organisation_words import ORGANISATION
from submissions.reading.phrases import EVENT
from submissions.reading.words import DAY_NAME, MONTH_NAME

MANY = 6
SURE_LEAD = 0.58  # below it a house would do as well
WORDS = 9  # a longer piece is a sentence
_LEAD = (
    r"(?:(?:melden|meld|geven|geef)\s(?:wij|we|ik)\s[^.:;!?\n]{0,40}\b(?:aan|door|op)|"
    r"(?:wij|we)\s(?:presenteren|melden|geven)\b[^.:;!?\n]{0,40}|iets\s(?:nieuws|moois|leuks|anders)|"
    r"onze\s(?:bijdrage|activiteit|aanmelding|inzending)(?:\s[^.:;!?\n]{0,40})?|"
    r"(?:voor|in|op)\s(?:de|jullie|uw)\s(?:agenda|lijst|site|kalender)|kort|komt\sdat\szien|"
    r"(?:wij|we)\sdoen\smee|gaat\som|dit\sis\shet|hier\s(?:komt|is)\s(?:die|ie|hij|het))"
)
_START = rf"(?:^|\n[ \t]{{0,4}}|[.!]\s{{1,2}}|\b{_LEAD}\s?:\s{{1,2}}(?-i:(?:het|de|ons|onze)\s)?)"
_NAME = r"(?P<name>(?-i:[A-ZÀ-Ý])[^\n.,:;()|–•!?\"“”]{3,70}?[?!]?)"
_A_THING = (
    r"(?:een|onze|ons|het|de|[a-zà-ÿ]{4,24}e?)?\s?(?:[a-zà-ÿ-]{3,20}\s){0,2}"
    rf"{EVENT}(?=\s(?:voor|over|van|met|waar|om|in|op|tussen)\b|[,.]|\n)"
)
_DATED = (
    rf"(?:op\s)?(?:{DAY_NAME}(?:ochtend|middag|avond)?\.?\s)?(?:de\s)?\d{{1,2}}(?:\s(?:{MONTH_NAME})\b|"
    r"[-/]\d{1,2}\b)[^\n]{0,60}\d{1,2}(?:[.:u]\d\d|\s?u)"
)
_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE), confidence)
    for pattern, confidence in (
        # "Broodje Verzuim, een lunch voor leerplichtambtenaren"
        (rf"{_START}{_NAME}(?:,|\s[–-]|\s\()\s{{0,1}}{_A_THING}", 0.74),
        # "Pauzeplein | donderdag 3 juni | 13.30 uur"
        (rf"{_START}{_NAME}\s{{0,2}}(?:[,|•;:/]|[–-]\s)\s{{0,2}}{_DATED}", 0.62),
        # "Wij presenteren u graag: Kleine Stapjes."
        (
            rf"\b{_LEAD}\s?:\s{{1,2}}(?-i:(?:het|de|ons|onze)\s)?{_NAME}(?:[.,!(]|\s[–-]\s|\sis\b|"
            rf"\n|$)",
            0.66,
        ),
        # "Een Stoel Voor Iedereen is op donderdag": more than one capital
        (
            rf"{_START}(?P<name>(?-i:[A-ZÀ-Ý])[\w’'-]{{0,20}}(?:\s[\w’'-]{{1,20}}){{0,4}}\s"
            rf"(?-i:[A-ZÀ-Ý])[\w’'-]{{2,24}})\s(?:is|vindt\splaats)\s(?:er\s)?(?:op|dit\sjaar\sop)\s"
            rf"(?:de\s)?(?:{DAY_NAME}|\d)",
            0.6,
        ),
        # "Woensdag is het hier Speelplaats Zonder Bel: een middag vol spelletjes"
        (
            r"\b(?:is\s(?:het|er)|hebben\s(?:we|wij)|houden\s(?:we|wij)|organiseren\s(?:we|wij)|staat|komt)\s"
            r"(?:(?:hier|bij\sons|weer|er|dan|in\sons\s\w{3,20})\s)?(?:(?:de|het|ons|onze)\s)?"
            rf"{_NAME}(?::|,)\s(?:een|d[eé]|ons|onze)\s",
            0.72,
        ),
        # "Stichting De Stap opent op maandag het Leeshoekje: een plek voor wie thuiszit"
        (
            r"\b(?:opent|openen|lanceert|lanceren|presenteert|presenteren|introduceert)\s(?:[^.:;!?\n]|\.(?=\d)){0,80}"
            rf"(?-i:\b(?:het|de|ons|onze)\s){_NAME}(?::|,)\s(?:een|d[eé]|ons|onze)\s",
            0.66,
        ),
        # "van 10.00 tot 12.00 uur Open Koffie voor ouders in Ede"
        (
            rf"\d\s?(?:uur|u),?\s{{1,2}}(?:(?:het|de|ons|onze)\s)?{_NAME}"
            r"(?=[.,(!]|\s(?:in|op|bij|te)\s(?-i:[A-ZÀ-Ý])|\n|$)",
            0.56,
        ),
        # "gaat de Stoelendans van start", "kom naar Ede voor de Buitenklas!"
        (
            r"(?:\b(?:gaat|wordt|begint|start|opent|openen|houden|organiseren|geven|aan|terecht\sbij|"
            r"welkom\s(?:bij|op)|(?:naar|in)\s(?-i:[A-Z])[\w-]{1,20}\svoor)(?:\sin\s(?-i:[A-Z])[\w-]{1,20})?|:)\s(?-i:de|het|ons|onze)\s(?:(?:grote|eerste|jaarlijkse|nieuwe)\s)?"
            r"(?P<name>(?-i:[A-ZÀ-Ý])[a-zà-ÿ-]{6,30})"
            r"(?=[.!,;:]|\s\(|\s(?:in|op|om|van\sstart|wordt|is|plaats|uitgereikt|gehouden|geopend)\b|\n|$)",
            0.51,
        ),
        # "We pakken uit met Kampvuurverhalen"
        (
            r"\b(?:(?:doe[nt]?|doet)\s(?:\w+\s){0,3}mee\smet|(?:pakken|pakt)\s(?:\w+\s){0,3}uit\smet|"
            r"terecht\s(?:voor|bij)|bijdrage\s(?:\w+\s){0,5}is|"
            r"heeft\sde\s(?:naam|titel)|(?:ons|onze)\s(?:activiteit|programma|evenement|actie|initiatief))\s"
            rf"(?-i:(?:het|de|ons|onze)\s)?{_NAME}(?=[,.!:]|\s(?:in|op|bij|gekregen|meegekregen|aan|mee|is|vindt)\b|\n|$)",
            0.6,
        ),
    )
)
_NO_NAME = re.compile(
    r"\b(?:is|zijn|kan|kunnen|kunt|wordt|worden|gaat|gaan|heeft|hebben|komt|komen|organise\w+|houden|"
    r"houdt|vindt|vinden|mag|mogen|zal|zullen|doen|doet|starten|begint|beginnen|willen|graag|wil|"
    r"wij|we|u|ik|jullie|nodigen|melden|hierbij|bijgaand|beste|geachte|stuur|sturen|"
    r"redactie|vriendelijke|groet\w*|mevrouw|heer|aanmelden|inschrijven|opgeven|parkeren|"
    r"noteer|alvast|zet|hier|agenda|actieweek|landelijke|thuiszitters|nederland|europa|inspectie|"
    r"onderwijsinspectie|overheid|kamer|"
    r"inloop|datum|tijd|wanneer|locatie|waar|toegang)\b|\d{1,2}[.:]\d\d|@|\s\d{1,4}[a-z]?$|"
    rf"^(?:op\s)?(?:{DAY_NAME})(?:ochtend|middag|avond)?\b|^(?:op|van|tot|om|vanaf|in|te)\s(?:de\s)?\d",
    re.IGNORECASE,
)


def by_lead(text: str) -> Iterator[Found]:
    for pattern, confidence in _FORMS:
        for number, match in enumerate(pattern.finditer(text)):
            if number >= MANY:
                break
            name = " ".join(match["name"].split())
            if (
                _NO_NAME.search(name)
                or len(name.split()) > WORDS
                or ORGANISATION.search(name)
                or (confidence < SURE_LEAD and is_building(name))
            ):
                continue
            yield Found("title", name, *match.span("name"), match["name"], confidence=confidence)
