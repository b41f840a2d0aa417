"""The shape of a mail's text: who wrote which lines, what is a signature, what small print.

Nothing is thrown away: every line keeps its offsets and gets a role, so that a forwarded
invitation is read and an answer between quoted lines is not mistaken for the question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import Enum

from agenda.models.fields import fold


class Role(Enum):
    TEXT = "text"
    QUOTED = "quoted"
    HEADER = "header"  # of a quoted or forwarded mail
    SIGNATURE = "signature"
    LEGAL = "legal"  # disclaimers, "sent from my phone"


@dataclass(frozen=True, slots=True)
class Line:
    start: int  # offset of its first character in the whole text
    text: str
    role: Role = Role.TEXT

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Block:
    """What one person wrote, with the header that the quoting program put above it."""

    lines: list[Line] = field(default_factory=list)
    sender_name: str = ""
    sender_email: str = ""
    subject: str = ""
    sent: str = ""

    def of(self, *roles: Role) -> list[Line]:
        return [line for line in self.lines if line.role in roles]

    def text(self, *roles: Role) -> str:
        return "\n".join(line.text for line in self.of(*(roles or (Role.TEXT,))))


_HEADER = re.compile(
    r"[*_\s]{0,4}(van|from|de|fan|verzonden|sent|datum|date|aan|to|cc|onderwerp|subject|"
    r"beantwoorden|reply-to)[*_]{0,2}\s?:[*_]{0,2}\s{0,4}(.*)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s{0,4}(?:-{2,10}\s?(?:oorspronkelijk|original|doorgestuurd|forwarded|begin)\b.*|_{10,}\s*|"
    r"begin doorgestuurd bericht:?\s*|begin forwarded message:?\s*)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s{0,4}(?:op|on|am|le)\b.{4,200}\b(?:schreef|wrote|het volgende)\b.{0,80}:\s*", re.I
)
_QUOTE = re.compile(r"(?:\s?[>|]\s?){1,20}")
_CLOSING = re.compile(
    r"\W{0,3}(?:(?:met |mei )?(?:vriendelijke?|hartelijke?|zonnige|warme|sportieve|freonlike|"
    r"collegiale|"
    r"beste|lieve|veel|groene?|digitale)\s(?:groet\w*|groetjes|groetnis\w*)|groet(?:en|jes|nis)?\b|"
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
    r"(?:groet\w*|groetnis\w*)|de groeten|groet(?:en|jes)?(?:\suit\s\w+)?|vr\.?\s?gr\.?|gr\.|"
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


def lines_of(text: str) -> Iterator[Line]:
    start = 0
    for part in text.splitlines(keepends=True):
        yield Line(start, part.rstrip())
        start += len(part)


def blocks(text: str) -> list[Block]:
    """The blocks of a text, the sender's own first, the deepest forwarded one last."""
    lines = list(lines_of(text))
    found = [Block()]
    number = 0
    while number < len(lines):
        header = _quoted_header(lines, number)
        if header:
            block = Block()
            for line in lines[number : number + header]:
                block.lines.append(Line(line.start, line.text, Role.HEADER))
                _note(block, line.text)
            found.append(block)
            number += header
            continue
        line = lines[number]
        role = Role.TEXT
        if _SEPARATOR.fullmatch(line.text[:200]) or _WROTE.fullmatch(line.text[:300]):
            role = Role.HEADER
        elif line.text.lstrip().startswith(">"):
            role = Role.QUOTED
        found[-1].lines.append(Line(line.start, line.text, role))
        number += 1
    for block in found:
        _mark_closing(block)
        _mark_last_line(block)
    return found


def _quoted_header(lines: list[Line], number: int) -> int:
    """How many lines, from this one on, are the header of a quoted mail; 0 when they are not."""
    seen: set[str] = set()
    count = 0
    for line in lines[number : number + 8]:
        text = _unquoted(line.text)[1]
        match = _HEADER.match(text[:300])
        if match is None:
            if seen and text.strip() and not text.startswith((" ", "\t")):
                break
            if not seen:
                return 0
            if not text.strip():
                break
        else:
            seen.add(_canonical(match[1]))
        count += 1
    return count if "from" in seen and seen & {"date", "to", "subject"} and len(seen) > 1 else 0


def _canonical(label: str) -> str:
    label = label.lower()
    if label in ("van", "from", "de", "fan"):
        return "from"
    if label in ("verzonden", "sent", "datum", "date"):
        return "date"
    return "subject" if label in ("onderwerp", "subject") else "to"


def _note(block: Block, text: str) -> None:
    match = _HEADER.match(_unquoted(text)[1][:300])
    if match is None:
        return
    value = match[2].strip(" *")
    name = _canonical(match[1])
    if name == "from" and not block.sender_name:
        display, address = parseaddr(value.replace("[mailto:", "<").replace("]", ">"))
        if "@" not in address:
            display, address = value, ""
        block.sender_name, block.sender_email = display or address, address
    elif name == "subject":
        block.subject = value
    elif name == "date":
        block.sent = value


def _unquoted(text: str) -> tuple[int, str]:
    """How many characters the quote marks take, and the text after them."""
    match = _QUOTE.match(text)
    if match is None or not text.lstrip().startswith(">"):
        return 0, text
    return match.end(), text[match.end() :]


def unquote(block: Block) -> Block:
    """The same block with its quoted lines read as text, as in forwards that use quote marks."""
    fresh = Block([], block.sender_name, block.sender_email, block.subject, block.sent)
    for line in block.lines:
        if line.role is Role.QUOTED:
            shift, text = _unquoted(line.text)
            line = Line(line.start + shift, text, Role.TEXT)
        fresh.lines.append(line)
    return fresh


def _mark_closing(block: Block) -> None:
    """Give the lines after the closing words, and the small print, their roles."""
    signing, footer = 0, False
    for number, line in enumerate(block.lines):
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
        elif line.text == "--" or (_CLOSING.match(line.text[:80]) and _is_short(line.text)):
            role, signing = Role.SIGNATURE, 1
        if role is Role.SIGNATURE and line.text.strip():
            signing += 1
        elif role is Role.TEXT and _THANKS.search(line.text[-60:]):
            signing = 1  # from the next line on
        block.lines[number] = Line(line.start, line.text, role)


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
_TELLS = re.compile(r"\b\d{1,2}[.:u]\d\d\b|\b\d{1,2}\s(?:uur|juni|mei)\b|[.?!:;]$|\s{3}|[|]{2}")
CLOSING_LINES = 6


def _mark_last_line(block: Block) -> None:
    """A name under the text, without any closing words before it, is a signature too."""
    told = [number for number, line in enumerate(block.lines) if line.text.strip()]
    if len(told) < 2 or block.lines[told[-1]].role is not Role.TEXT:
        return
    first = len(told) - 1
    while first and told[first] - told[first - 1] == 1 and len(told) - first <= CLOSING_LINES:
        first -= 1
    last = [block.lines[number] for number in told[first:]]
    if first == 0 or len(last) > CLOSING_LINES or not _signs(last):
        return
    for number in told[first:]:
        line = block.lines[number]
        block.lines[number] = Line(line.start, line.text, Role.SIGNATURE)


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


def _is_short(text: str) -> bool:
    return len(text) <= 120
