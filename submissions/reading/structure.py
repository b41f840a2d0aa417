"""The shape of a mail's text: who wrote which lines, what is a signature, what small print.

Nothing is thrown away: every line keeps its offsets and gets a role, so that a forwarded
invitation is read and an answer between quoted lines is not mistaken for the question.
"""

import re
from dataclasses import dataclass, field, replace
from email.utils import parseaddr

from submissions.reading.closings import mark_closing
from submissions.reading.lines import Line, Role, lines_of


@dataclass(slots=True)
class Block:
    """What one person wrote, with the header that the quoting program put above it."""

    lines: list[Line] = field(default_factory=list)
    sender_name: str = ""
    sender_email: str = ""
    subject: str = ""
    sent: str = ""
    recipient: str = ""

    def of(self, *roles: Role) -> list[Line]:
        return [line for line in self.lines if line.role in roles]

    def text(self, *roles: Role) -> str:
        return "\n".join(line.text for line in self.of(*(roles or (Role.TEXT,))))


_HEADER = re.compile(
    r"[*_\s]{0,4}(van|from|de|fan|von|verzonden|sent|datum|date|gesendet|envoy[ée]|aan|to|an|[àa]|b?cc|onderwerp|"
    r"subject|betreff|objet|"
    r"(?:be)?antwoord(?:en)?(?:[ -](?:naar|aan))?|reply-to|urgentie|belang|prioriteit|importance|"
    r"priority|bijlagen?|attachments|organisatie)[*_]{0,2}\s?:[*_]{0,2}\s{0,4}(.*)",
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
        mark_closing(block.lines)
    return found


def _quoted_header(lines: list[Line], number: int) -> int:
    """How many lines, from this one on, are the header of a quoted mail; 0 when they are not."""
    seen: set[str] = set()
    count = 0
    for line in lines[number : number + 12]:
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
    if label in ("van", "from", "de", "fan", "von"):
        return "from"
    if label in ("verzonden", "sent", "datum", "date", "gesendet", "envoyé", "envoye"):
        return "date"
    if label in ("onderwerp", "subject", "betreff", "objet"):
        return "subject"
    return "to" if label in ("aan", "to", "an", "à", "a") else "other"


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
    elif name == "to":
        block.recipient = value


def _unquoted(text: str) -> tuple[int, str]:
    """How many characters the quote marks take, and the text after them."""
    match = _QUOTE.match(text)
    if match is None or not text.lstrip().startswith(">"):
        return 0, text
    return match.end(), text[match.end() :]


def unquote(block: Block) -> Block:
    """The same block with its quoted lines read as text, as in forwards that use quote marks."""
    fresh = replace(block, lines=[])
    for line in block.lines:
        if line.role is Role.QUOTED:
            shift, text = _unquoted(line.text)
            line = Line(line.start + shift, text, Role.TEXT)
        fresh.lines.append(line)
    return fresh
