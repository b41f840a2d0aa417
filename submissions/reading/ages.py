"""Ages and classes that look like hours: "kinderen van 6 tot en met 12", "groep 5 t/m 8"."""

import re

from submissions.reading.clock_marks import Mark

_OF_AGE = re.compile(
    r"\b(?:kinder\w*|kids|jongeren|leerlingen|scholieren|studenten|gasten|meiden|meisjes|jongens|"
    r"tieners|pubers|jeugd|jeugdigen|iedereen|leeftijd\w*|leeftijden|ages?|aged)\s"
    r"(?:(?:in\sde|de|met\seen)\s)?(?:leeftijd\s)?(?:van|tussen|vanaf|from|between)\s"
    r"(?:(?:de|ongeveer|circa|ca\.?)\s){0,2}$|"
    r"\b(?:groep(?:en)?|klas(?:sen)?|leerjaar|leerjaren|ages?|aged)\s(?:de\s)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:tot|tot\sen\smet|t/m|tm|en|-|–|to|and)\s?", re.IGNORECASE)
_OF_DAY = re.compile(r"\s{0,2}(?:uur|u\b|['’]s\s)", re.IGNORECASE)


def is_age(text: str, marks: list[Mark], number: int) -> bool:
    """Whether this mark and the next are the two ends of an age."""
    if number + 1 >= len(marks):
        return False
    first, second = marks[number], marks[number + 1]
    if not first.form == second.form == "bare" or first.unit or second.unit:
        return False
    return bool(
        _TO.fullmatch(text[first.end : second.start])
        and _OF_AGE.search(text[max(0, first.start - 60) : first.start])
        and not _OF_DAY.match(text, second.end)
    )
