"""Whom it is for, where nobody is invited in so many words: who does it, gets it, or is met there.

Only looked at when a text has no words of inviting: "Ouders wisselen ervaringen uit", "krijgen alle
leerlingen een gastles", "praten we met leerplichtambtenaren verder".
"""

import re
from collections.abc import Iterator

_PLURAL = (
    r"(?:ontmoeten|wisselen|delen|praten|spreken|leren|krijgen|maken|koken|kunnen|mogen|gaan|oefenen|bespreken|ontdekken|"
    r"spelen|horen|luisteren|kijken|bouwen|schrijven|tekenen|schilderen|wandelen|sporten|eten|ontbijten|lunchen|denken|"
    r"werken|onderzoeken|verkennen|ervaren|bezoeken|komen|nemen|vinden|doen|zitten|schuiven|volgen|zoeken|"
    r"stellen|helpen|proeven|beleven|zien|lopen|fietsen)"
)
_SMALL = (
    r"(?:(?:alle|de|onze|veel|enkele|beide|samen|er|daar|ook|dan|we|wij|die|middag|dag|ochtend|"
    r"avond)\s){0,3}"
)
_BEHIND_VERB = re.compile(
    rf"\b{_PLURAL}\s{_SMALL}(?=[a-z])|\b(?:krijgt|maakt|leert|bezoekt)\s(?:elke|iedere|ieder|elk)\s(?=[a-z])|"
    r"\b(?:biedt|bieden|geeft|geven|leert|traint)\s(?:we\s|wij\s)?(?:[a-z]{3,14}e\s|en\s){0,3}"
    r"(?=(?:ouders|jongeren|kinderen|leerlingen|leerkr|leraren|docent|mentor|school|hulp|wethoud))|"
    r"\b(?:brengen|nemen|helpen|leren|laten|trainen|scholen|ondersteunen)\s(?:we|wij)\s(?:\w+\s){0,2}?"
    r"(?=(?:ouders|jongeren|kinderen|leerlingen|leer|docent|mentor|school|hulp|jeugd|bestuur|wethouder|zorg|professional))",
    re.IGNORECASE,
)
# "Brengt ons samenwerkingsverband schoolleiders en leerplicht samen": who brings is not for whom.
_BROUGHT = re.compile(
    r"\bbreng(?:t|en)\s(?:we\s|wij\s|(?:ons|onze|het|de)\s\S{3,30}\s|(?:[A-ZÀ-Ý]\S{1,30}\s){1,4})"
    r"(?=[^.!?]{3,120}\b(?:samen|bij elkaar|bijeen)\b)"
)
_FIRST = re.compile(
    r"(?:^|[.!?:]\s{1,2}|\n\s{0,4})(?=(?:(?:De|Alle|Onze)\s)?[A-Za-z])"
    rf"(?P<who>(?:[\w'’-]{{1,30}},?\s){{1,6}}?)(?:(?:van|die|met|uit|in|op)\s[^.!?:;\n]{{2,80}}?\s)?(?:{_PLURAL}|mag|kan|krijgt)\b(?!\s(?:we|wij)\b)"
)
# "Met" makes whom it is about a guest, unless what is done with them is to talk or to work.
_TOGETHER = re.compile(
    r"\b(?:praat|spreekt|bespreekt|denkt|werkt|kijkt|oefent|wandelt|praten|spreken|bespreken|hebben|gesprek|tafel|denken|delen|verkennen|werken|onderzoeken|kijken|verder|slag|zoeken|"
    r"eten|ontbijten|lunchen|wandelen|koken|schilderen|maken|lezen|oefenen)\b"
    r"(?:[^.!?]|\.(?=\d)){0,70}?(?<!kennis )\bmet\s"
    r"(?:(?:de|onze|alle|elkaar|een groep)\s){0,2}(?=[a-z])",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"[.!?;:()\n]|\b(?:die|dat|over|aan|om|van|een|het|op|in|bij|tijdens|tot|uit(?!\svo|"
    r"\spo))\b",
    re.IGNORECASE,
)
REACH = 90
MANY = 40


def by_grammar(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which those people are named."""
    for pattern in (_BEHIND_VERB, _BROUGHT, _TOGETHER):
        for number, match in enumerate(pattern.finditer(text)):
            if number >= MANY:
                break
            yield match.end(), _stop(text, match.end())
    for number, match in enumerate(_FIRST.finditer(text)):
        if number >= MANY:
            break
        yield match.span("who")


def _stop(text: str, start: int) -> int:
    stop = _STOPS.search(text, start, start + REACH)
    return stop.start() if stop else min(len(text), start + REACH)
