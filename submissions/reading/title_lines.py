"""A short line by itself, such as the heading of a flyer or of a mail."""

import re
from collections.abc import Iterator

from submissions.reading.found import Found
from submissions.reading.masks import EMAIL, URL

GREETING = re.compile(
    r"^(?:beste|hallo|hoi|daag|goeie|goeiedei|hee+y|geachte|dag|goede\w*|hey+|hi|l\.s\.|yo|lieve|ha\b|heit|moi|dear|hello|"
    r"aan\b|collega|iedereen|heren|dames|to whom)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\d{1,2}\s?(?:mei|juni|jun|april|juli)\b|\d{1,2}[-/]\d{1,2}\b|\b\d{1,2}[.:u]\d\d\b|"
    r"\b\d{1,2}\s?u(?:ur)?\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^\W{0,3}(?:(?:veel )?liefs|groet\w*|(?:met|mei|veel|hartelijke?|vriendelijke?|warme) .{0,20}"
    r"groet\w*|mvg|tot ziens|namens|persbericht|einde persbericht|niet publiceren|noot voor|"
    r"bijlage)",
    re.IGNORECASE,
)
_SENTENCE_STARTS = frozenset(
    re.findall(
        r"\S+",
        """
    wij we ik hier graag op in bij dit deze onze ons om naar namens hierbij daarom ook kom
    voor met van wie wat waar wanneer toegang kosten meer info aanmelden inschrijven opgeven
    ja nee leuk top super fijn tof jippie hoera gezellig prima goed beste groeten best rei
    tot let helaas het er kan kunnen mag wil willen zie bijgaand gratis secretariaat
    directie afdeling mei als zoals dank bedankt excuses t tel mob www adres locatie niet
    """,
    )
)
LINES = 200


def without_greeting(text: str) -> str:
    """The text with blanks for the line that greets: "Dag redactie" is no day."""
    position = 0
    for line in text.split("\n")[:LINES]:
        stripped = line.strip()
        if stripped:
            if GREETING.match(stripped) and len(stripped) < 80 and _greets(stripped):
                return text[:position] + " " * len(line) + text[position + len(line) :]
            return text
        position += len(line) + 1
    return text


def _greets(line: str) -> bool:
    return line[-1] in ",!.:" or len(line.split()) < 6


def own_lines(text: str) -> Iterator[Found]:
    """Surest right above a day or hour, and when it is the first line of all."""
    lines = text.split("\n")[:LINES]
    start, told = 0, 0
    for number, line in enumerate(lines):
        stripped = line.strip(" \t*_#•-–=>")
        if 6 <= len(stripped) <= 100 and _is_heading(stripped) and not _within(lines, number):
            following = " ".join(lines[number + 1 : number + 4])
            alone = number + 1 >= len(lines) or not lines[number + 1].strip()
            dated = _DATED.search(following)
            at = start + line.find(stripped)
            confidence = 0.7 if dated else 0.44
            if dated and alone and told == 0:
                confidence = 0.74
            yield Found("title", stripped, at, at + len(stripped), stripped, confidence=confidence)
        told += bool(line.strip()) and not _CLOSES.match(line)
        start += len(line) + 1


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
        or GREETING.match(line)
        or _CLOSES.match(line)
        or EMAIL.search(line)
        or URL.search(line)
    ):
        return False
    if (
        re.search(r"\d{1,2}[.:u]\d\d|\b20\d\d\b|\d{1,2}\s(?:mei|juni|jun)\b|\s{3}", line)
        or ":" in line[:25]
    ):
        return False
    words = line.split()
    if words and words[0].lower() in _SENTENCE_STARTS:
        return False
    return 2 <= len(words) <= 14 and line[:1].isupper()
