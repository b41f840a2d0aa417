"""Where a mail ends and its signature begins, with what stands below that."""

import re

from agenda.models.fields import fold
from submissions.reading.lines import Line, Role

_CLOSING = re.compile(
    r"\W{0,3}(?:(?:met |mei )?(?:vriendelijke?|hartelijke?|zonnige|warme|sportieve|freonlike|"
    r"collegiale|"
    r"beste|lieve|veel|groene?|digitale)\s(?:groet\w*|groetjes|groetnis\w*)|groet(?:en|jes|nis|['’]n)?\b|"
    r"gr(?:oe)?tj?(?:es|s|z|juh)\b|"
    r"gr\.|mvg\b|m\.v\.g|vr\.?\s?gr|hoogachtend|met (?:veel )?dank|alvast (?:hartelijk "
    r")?(?:be)?dank|bij voorbaat|"
    r"hartelijk dank|namens\b|xx+\b|houdoe|moi!?$|doei|hajje|tot (?:ziens|dan|snel)|kind regards|"
    r"best regards|regards|with kind|groen gegroet|gegroet|de groeten|(?:veel )?liefs|hartelijks|"
    r"tot (?:gauw|kijk|horens)|cheers|best wishes|sincerely|yours|many thanks)",
    re.IGNORECASE,
)
# The closing words alone, when a name follows them on the same line.
CLOSING_WORDS = re.compile(
    r"^\W{0,3}(?:(?:met\s|mei\s)?(?:vriendelijke?|hartelijke?|zonnige|warme|freonlike|beste|"
    r"lieve|veel|groene?|collegiale|sportieve)\s"
    r"(?:groet\w*|groetnis\w*)|de groeten|groet(?:en|jes|['’]n)?(?:\suit\s\w+)?|"
    r"gr(?:oe)?tj?(?:es|s|z)\b|vr\.?\s?gr\.?|gr\.|"
    r"mvg|hoogachtend|xx+|houdoe|moi|doei|hajje|"
    r"alvast (?:hartelijk )?(?:be)?dank|met (?:veel )?dank[^,\n]{0,60}|hartelijk dank|bij "
    r"voorbaat dank|kind regards|best regards|(?:veel )?liefs|hartelijks|cheers)"
    r"(?:\s(?:van|uit)\s(?=[A-Z]))?(?:\s?/\s?"
    r"met vriendelijke groet\w*)?[\s,!.]*",
    re.IGNORECASE,
)
_LEGAL = (
    "uitsluitend bestemd",
    "vertrouwelijk",
    "geen rechten",
    "aansprakelijk",
    "disclaimer",
    "denk aan het milieu",
    "verstuurd vanaf mijn",
    "verzonden vanaf mijn",
    "verstuurd vanuit",
    "verzonden met",
    "sent from my",
    "outlook voor",
    "outlook for",
    "confidential",
    "you received this",
    "u ontvangt deze",
    "je ontvangt deze",
)
# What a list of subscribers puts below every mail; nothing of the sender comes after it.
_OF_A_LIST = (
    "mailing list",
    "mailinglijst",
    "mailman/listinfo",
    "google groups",
    "unsubscribe from this",
    "groups.io",
)
_THANKS = re.compile(
    r"(?:(?:alvast|bij voorbaat|hartelijk) (?:be)?dank\w*|vriendelijke groet\w*|groeten|"
    r"groetjes)\W{0,3}$",
    re.I,
)
SIGNATURE_LINES = 25


def mark_closing(lines: list[Line]) -> None:
    """Give the lines after the closing words, and the small print, their roles."""
    signing, footer = 0, False
    for number, line in enumerate(lines):
        if line.role is not Role.TEXT:
            signing = 0
            continue
        role = Role.TEXT
        folded = fold(line.text[:1000])
        footer = footer or (number > 0 and any(mark in folded for mark in _OF_A_LIST))
        if footer or any(mark in folded for mark in _LEGAL):
            role = Role.LEGAL
        elif signing and signing <= SIGNATURE_LINES:
            role = Role.SIGNATURE
        elif line.text == "--" or (_closes(lines, number) and _any_before(lines, number)):
            role, signing = Role.SIGNATURE, 1
        if role is Role.SIGNATURE and line.text.strip():
            signing += 1
        elif role is Role.TEXT and _THANKS.search(line.text[-60:]):
            signing = 1  # from the next line on
        lines[number] = Line(line.start, line.text, role)
    _mark_last_line(lines)


def _any_before(lines: list[Line], number: int) -> bool:
    """ "Moi!" as the first line greets, as the last it closes."""
    return any(line.text.strip() and line.role is Role.TEXT for line in lines[:number])


_THANKS_FIRST = re.compile(
    r"\W{0,3}(?:alvast|met (?:veel )?dank|bij voorbaat|hartelijk dank|tot |groet(?=\w* (?:aan|van "
    r"de)))",
    re.IGNORECASE,
)


# "Namens de school geef ik u twee activiteiten door.": a sentence of the text.
_ON_BEHALF = re.compile(r"\W{0,3}namens\b.*(?:\b(?:ik|wij|we|u|jullie|je)\b|[.:!?]\s*$)", re.I)


def _closes(lines: list[Line], number: int) -> bool:
    """Whether the line is the first of a closing; thanks are when no running text comes after."""
    text = lines[number].text
    if len(text) > 120 or not _CLOSING.match(text[:80]) or _ON_BEHALF.match(text):
        return False
    if not _THANKS_FIRST.match(text) or len(text.split()) < 6:
        return True
    return not any(len(line.text.strip()) > 100 for line in lines[number + 1 :])


_ORGANISATION = re.compile(
    r"samenwerkingsverband|\bswv\b|school|college|gemeente|stichting|vereniging|\bggd|team|"
    r"platform|netwerk|bureau|groep|afdeling|directie|secretariaat|centrum|instituut|advies|"
    r"praktijk|initiatief|\braad|jeugd|onderwijs|zorg|welzijn|bibliotheek|theater|advoca|\brmc\b|"
    r"\broc\b|kring\b|steunpunt|huis\b|werkplaats|academie",
    re.IGNORECASE,
)
_NAMELIKE = re.compile(
    r"(?:(?:mw|mevr|mevrouw|dhr|drs|dr|mr|ir|prof)\.?\s){0,3}(?:[A-ZÀ-Ý]\.\s?){0,3}[A-ZÀ-Ý][\w'’-]{1,20}"
    r"(?:\s(?:van|de|der|den|ten|ter|het|'t|[A-ZÀ-Ý][\w'’-]{1,20})){0,4},?",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^(?i:was|wordt|oud|nieuw|datum|dag|tijd|locatie|plaats|waar|wanneer|voor wie|kosten)\s?:|"
    r"\b\d{1,2}[.:u]\d\d\b|\b\d{1,2}\s(?:uur|juni|mei)\b|[.?!:;]$|\s{3}|[|]{2}"
)
CLOSING_LINES = 6


def _mark_last_line(lines: list[Line]) -> None:
    """A name under the text, without any closing words before it, is a signature too."""
    told = [number for number, line in enumerate(lines) if line.text.strip()]
    if len(told) < 2 or lines[told[-1]].role is not Role.TEXT:
        return
    first = len(told) - 1
    while first and told[first] - told[first - 1] == 1 and len(told) - first <= CLOSING_LINES:
        first -= 1
    last = [lines[number] for number in told[first:]]
    if first == 0 or len(last) > CLOSING_LINES or not _signs(last):
        return
    for number in told[first:]:
        line = lines[number]
        lines[number] = Line(line.start, line.text, Role.SIGNATURE)


def _signs(lines: list[Line]) -> bool:
    """Short lines, one of which names an organisation, or the first of which names somebody."""
    texts = [line.text.strip() for line in lines]
    if any(len(text) > 80 or text[:1] in "*•-–" for text in texts):
        return False
    if any(_TELLS.search(text) for text in texts if "@" not in text and "www" not in text):
        return False
    named = any(_ORGANISATION.search(text) for text in texts)
    somebody = len(texts) <= 4 and _NAMELIKE.fullmatch(texts[0]) and texts[0][:1].isupper()
    return named or (bool(somebody) and len(texts[0].split()) <= 5)
