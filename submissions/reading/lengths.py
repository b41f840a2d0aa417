"""How long it lasts: "duurt anderhalf uur", "na twee uur zijn we terug", "drie kwartier lang"."""

import re
from itertools import islice

_ABOUT = (
    r"(?:(?:ongeveer|circa|ca\.?|zo'n|in totaal|plm\.?|precies|exact|maximaal|hooguit|ruim|"
    r"minimaal|u|around|about)\s)?"
)
_OVER = (
    r"(?:zijn\s(?:we|wij|jullie|u)\s(?:weer\s)?(?:terug|klaar)|"
    r"is\s(?:het|alles|de\s\w{3,20})\s(?:weer\s)?(?:klaar|afgelopen|gedaan|voorbij|uit)|"
    r"(?:gaat|gaan|kan)\s(?:iedereen|we|wij)\s(?:weer\s)?naar\shuis|"
    r"(?:stoppen|sluiten)\s(?:we|wij)|staat?n?\s(?:iedereen|we|wij)\s(?:weer\s)?(?:buiten|op)|"
    r"(?:sta|staat|ben|bent)\s(?:je|u)\s(?:weer\s)?(?:buiten|klaar|thuis)|"
    r"(?:weer\s)?(?:klaar|terug|thuis|buiten|afgelopen|uitgepraat)\b|"
    r"zit\shet\serop)"
)
_THING = (
    r"(?:workshop|les|sessie|webinar|bijeenkomst|programma|voorstelling|college|training|lezing|"
    r"spreekuur|rondleiding|kennismaking|film|talk|session|wandeling|tocht|quiz|"
    r"vergadering|intervisie|rondgang|voorlichting|presentatie)"
)
_FORMS = (
    rf"(?:\b(?:speel|tijds)?duur(?:t|tijd)?\b|\bduren\b|\blasts\b|\b(?:steeds|telkens)\b)\W{{1,3}}{_ABOUT}@",
    rf"\b(?:na|binnen)\s{_ABOUT}@\s{_OVER}",
    rf"(?<![\w,.:]){_ABOUT}@\slang\b",
    r"(?:^|[.!?]\s|\n)\s{0,2}in\s@(?=[\s,])",
    rf"\b[\w-]{{0,20}}{_THING}\svan\s{_ABOUT}@",
    rf"\b(?:we|wij)\strekken\s(?:er|daar)\s{_ABOUT}@\s(?:voor\s)?uit",
    rf"\b(?:neemt|vergt|beslaat|(?:reken|rekent|rekenen)\s(?:u\s|we\s)?op)\s{_ABOUT}@",
    rf"\b(?:(?:zijn|is|ben|bent)\s(?:we|wij|u|je|iedereen)|(?:we|wij)\szijn)\s(?:daar\s)?{_ABOUT}@\s"
    r"(?:bezig|onderweg|zoet|onder\sde\spannen)",
)


def amount_of_time(letter: str) -> str:
    """A pattern; its groups begin with the letter, so that a pattern can hold several."""
    return (
        rf"(?P<{letter}n>\d{{1,3}}(?:[.,]5)?|een\shalf|half|een|één|anderhalf|"
        r"twee(?:ën|ëneen)half|twee|drie|vier|vijf|tien|vijftien|twintig|dertig|veertig|vijftig|"
        r"zestig|negentig|an?|one|two)"
        rf"\s?(?P<{letter}unit>uur(?:tje)?|minuten|min\b|kwartier(?:tje)?|hours?\b|minutes)"
        rf"(?:\sen\s(?:een\s)?(?P<{letter}more>kwartier|half\suur|half))?"
    )


_LASTS = re.compile(
    "|".join(
        form.replace("@", amount_of_time(letter))
        for letter, form in zip("abcdefgh", _FORMS, strict=True)
    ),
    re.IGNORECASE,
)
# "De film duurt 40 minuten, daarna praten we na": a part of it.
_OF_A_PART = re.compile(r"\b(?:film\w{0,8}|documentaire|video|vertoning)\b[^.!?\n]{0,60}$", re.I)
_OTHER_PARTS = re.compile(
    r"\bnagesprek|napraten|praten we|gaan we in gesprek|\bdaarna\b|\bwaarna\b|na afloop", re.I
)
_NUMBERS = {
    "een half": 0.5, "half": 0.5, "een": 1, "één": 1, "a": 1, "an": 1, "one": 1, "anderhalf": 1.5,
    "tweeënhalf": 2.5, "tweeëneenhalf": 2.5, "twee": 2, "two": 2, "drie": 3, "vier": 4, "vijf": 5,
    "tien": 10, "vijftien": 15, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    "zestig": 60, "negentig": 90,
}  # fmt: skip
_MORE = {"kwartier": 15, "half uur": 30, "half": 30}
_UNIT = re.compile(r"uur|min(?:uten|\b)|kwartier|hour|minutes", re.IGNORECASE)
UNITS_LIMIT = 100
WINDOW = 70  # characters before a unit and behind it
MOST = 720  # minutes: longer is no activity of a day


def read_length(text: str) -> int:
    """Minutes, or 0 where no length is told."""
    floor = 0
    for unit in islice(_UNIT.finditer(text), UNITS_LIMIT):
        # Looked for around its unit only: a text has few of them, and many words.
        start, stop = max(floor, unit.start() - WINDOW), unit.end() + WINDOW
        match = _LASTS.search(text, start, stop)
        if match is None:
            continue
        floor = match.end()
        before = text[max(0, match.start() - 80) : match.start()]
        if not (_OF_A_PART.search(before) and _OTHER_PARTS.search(text)):
            return minutes_of(match)
    return 0


def minutes_of(match: re.Match[str]) -> int:
    """What an amount says that `amount_of_time` matched."""
    told = {name[1:]: value.lower() for name, value in match.groupdict().items() if value}
    amount = " ".join(told["n"].split())
    number = _NUMBERS.get(amount) or float(amount.replace(",", "."))
    unit = told["unit"][:3]
    each = 60 if unit in ("uur", "hou") else 15 if unit == "kwa" else 1
    more = _MORE.get(" ".join(told.get("more", "").split()), 0)
    return min(round(number * each) + more, MOST)
