"""How long it lasts: "duurt anderhalf uur", "na twee uur zijn we terug", "drie kwartier lang"."""

import re

_ABOUT = (
    r"(?:(?:ongeveer|circa|ca\.?|zo'n|in totaal|plm\.?|precies|exact|maximaal|around|about)\s)?"
)
_OVER = (
    r"(?:zijn\s(?:we|wij|jullie|u)\s(?:weer\s)?(?:terug|klaar)|"
    r"is\s(?:het|alles|de\s\w{3,20})\s(?:weer\s)?(?:klaar|afgelopen|gedaan|voorbij|uit)|"
    r"(?:gaat|gaan|kan)\s(?:iedereen|we|wij)\s(?:weer\s)?naar\shuis|"
    r"(?:stoppen|sluiten)\s(?:we|wij)|staat?n?\s(?:iedereen|we|wij)\s(?:weer\s)?(?:buiten|op)|"
    r"zit\shet\serop)"
)
_THING = (
    r"(?:workshop|les|sessie|webinar|bijeenkomst|programma|voorstelling|college|training|lezing|"
    r"spreekuur|rondleiding|kennismaking|film|talk|session)"
)
_FORMS = (
    rf"(?:\b(?:speel|tijds)?duur(?:t|tijd)?\b|\blasts\b|\b(?:steeds|telkens)\b)\W{{1,3}}{_ABOUT}@",
    rf"\bna\s{_ABOUT}@\s{_OVER}",
    rf"(?<![\w,.:]){_ABOUT}@\slang\b",
    r"(?:^|[.!?]\s|\n)\s{0,2}in\s@(?=[\s,])",
    rf"\b{_THING}\svan\s{_ABOUT}@",
    rf"\bwe\strekken\ser\s{_ABOUT}@\svoor\suit",
)


def _amount(form: str) -> str:
    """The groups, with a letter of the form before their names."""
    return (
        rf"(?P<{form}n>\d{{1,3}}(?:[.,]5)?|een\shalf|half|een|één|anderhalf|twee(?:ën|ëneen)half|"
        r"twee|drie|vier|vijf|tien|twintig|dertig|veertig|vijftig|zestig|negentig|an?|one|two)"
        rf"\s?(?P<{form}unit>uur(?:tje)?|minuten|min\b|kwartier(?:tje)?|hours?\b|minutes)"
        rf"(?:\sen\s(?:een\s)?(?P<{form}more>kwartier|half\suur|half))?"
    )


_LASTS = re.compile(
    "|".join(
        form.replace("@", _amount(letter)) for letter, form in zip("abcdef", _FORMS, strict=True)
    ),
    re.IGNORECASE,
)
_NUMBERS = {
    "een half": 0.5, "half": 0.5, "een": 1, "één": 1, "a": 1, "an": 1, "one": 1, "anderhalf": 1.5,
    "tweeënhalf": 2.5, "tweeëneenhalf": 2.5, "twee": 2, "two": 2, "drie": 3, "vier": 4, "vijf": 5,
    "tien": 10, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "negentig": 90,
}  # fmt: skip
_MORE = {"kwartier": 15, "half uur": 30, "half": 30}
MOST = 720  # minutes: longer is no activity of a day


def read_length(text: str) -> int:
    """Minutes, or 0 where no length is told."""
    match = _LASTS.search(text)
    if match is None:
        return 0
    told = {name[1:]: value.lower() for name, value in match.groupdict().items() if value}
    amount = " ".join(told["n"].split())
    number = _NUMBERS.get(amount) or float(amount.replace(",", "."))
    unit = told["unit"][:3]
    each = 60 if unit in ("uur", "hou") else 15 if unit == "kwa" else 1
    more = _MORE.get(" ".join(told.get("more", "").split()), 0)
    return min(round(number * each) + more, MOST)
