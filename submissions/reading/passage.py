"""Which part of a mail tells of the activity: its own words, or the mail that it passes on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mail.mailbox import Mailbox
from mail.message import ReadMessage
from submissions.reading.context import Context
from submissions.reading.kind_told import read_told
from submissions.reading.lines import Line, Role, blanked
from submissions.reading.our_section import only_our_section
from submissions.reading.structure import Block, blocks, unquote

READ_LIMIT = 60_000  # characters in which facts are looked for; the rest is for people
_FORWARD = re.compile(r"^\W{0,3}(?:fwd?|fw|tr|wg|doorgest\w*|doorst\w*)\s?:", re.IGNORECASE)
_REPLY = re.compile(r"^\W{0,3}(?:re|antw|aw|sv|antwoord)\s?:", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"ter (?:info|plaatsing|kennisname)|zie hieronder|zie onderstaand|doorgestuurd|doorsturen|"
    r"doorzetten|onderstaand|"
    r"kwam bij ons binnen|hoort bij jullie|forward",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Passage:
    """Texts of the same length as the whole, with blanks for what does not belong: offsets hold.

    `text` is what the writer tells, `signature` what stands under it, `quoted` what was answered
    to. `sender` wrote it, which in a chain of forwards is the deepest sender.
    """

    text: str
    signature: str
    quoted: str
    sender: Mailbox
    subject: str
    signature_lines: tuple[Line, ...]
    forwarded: bool

    @property
    def all(self) -> str:
        """What the writer tells and signs with."""
        return "".join(
            sign if text == " " else text
            for text, sign in zip(self.text, self.signature, strict=True)
        )


def choose_passage(message: ReadMessage, context: Context) -> Passage:
    text = message.text[:READ_LIMIT]
    found = blocks(text)
    block, forwarded = _main(found, message, context)
    if forwarded and (not block.text().strip() or block is found[0]):
        block = unquote(block)
    sender = message.sender
    if forwarded and (block.sender_name or block.sender_email):
        sender = Mailbox(block.sender_name, block.sender_email)
    others = [line for one in found if one is not block for line in one.lines]
    quoted = others if not forwarded else []
    signature = block.of(Role.SIGNATURE)
    return Passage(
        text=only_our_section(_STRUCK.sub(_blanks, _only(text, block.of(Role.TEXT)))),
        signature=_only(text, signature),
        quoted=_only(text, [*quoted, *block.of(Role.QUOTED)]),
        sender=sender,
        subject=(block.subject or message.subject) if forwarded else message.subject,
        signature_lines=tuple(signature),
        forwarded=forwarded,
    )


def parted(text: str) -> tuple[str, str]:
    """What its writer wrote and signed, and what it repeats of an earlier mail; both may be empty.

    What is passed on is no repetition: without words of its own a mail is shown whole.
    """
    text, rest = text[:READ_LIMIT], text[READ_LIMIT:]
    first, *others = blocks(text)
    repeated = first.of(Role.QUOTED, Role.HEADER)
    repeated += [line for block in others for line in block.lines]
    starts = {line.start for line in repeated}
    lines = sorted((line for block in (first, *others) for line in block.lines), key=_start)
    own = "\n".join(line.text for line in lines if line.start not in starts)
    if not own.strip():
        return text + rest, ""
    return own.strip("\n") + rest, "\n".join(line.text for line in lines if line.start in starts)


def _start(line: Line) -> int:
    return line.start


def is_reply(subject: str) -> bool:
    return _REPLY.match(subject) is not None


def _main(found: list[Block], message: ReadMessage, context: Context) -> tuple[Block, bool]:
    """The block to read, and whether it was passed on by somebody else."""
    own = found[0]
    inner = [one for one in found[1:] if one.text().strip() or one.of(Role.QUOTED)]
    passed_on = _FORWARD.match(message.subject) is not None
    words = own.text().strip()
    if not inner:
        quoted = "\n".join(line.text for line in own.of(Role.QUOTED))
        handed = passed_on and (not words or len(words) < 120 < len(quoted))
        return own, handed and bool(quoted)
    deepest = inner[-1]
    ours = deepest.sender_email.lower() in context.own
    if ours or (is_reply(message.subject) and not passed_on):
        return own, False
    if _comes_back_to(own, deepest, message, context):
        return own, False
    hands_on = len(words) < 400 and (passed_on or _PASSED_ON.search(words) or len(words) < 40)
    return (deepest, True) if hands_on else (own, False)


_ONCE_MORE = re.compile(r"nogmaals|opnieuw|nog een keer|nog eens|again", re.IGNORECASE)


def _comes_back_to(own: Block, deepest: Block, message: ReadMessage, context: Context) -> bool:
    """Whether somebody forwards a mail of their own, to tell what becomes of it."""
    text = own.text()
    sent_to_us = any(address in deepest.recipient.lower() for address in context.own)
    theirs = deepest.sender_email.lower() == message.sender.address.lower() != ""
    if not (sent_to_us or theirs) or _ONCE_MORE.search(text):
        return False
    told = read_told("", text[:3000])
    return told.changes or told.cancels or told.may_change


def _only(text: str, lines: Iterable[Line]) -> str:
    """The text with everything but these lines blanked out."""
    kept: list[str] = []
    position = 0
    for line in sorted(lines, key=lambda line: line.start):
        kept.append(blanked(text[position : line.start]))
        kept.append(text[line.start : line.end])
        position = line.end
    kept.append(blanked(text[position:]))
    return "".join(kept)


_STRUCK = re.compile(r"~~[^~\n]{1,300}~~")  # `mail.html` marks what was struck out


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def window(text: str, start: int, end: int) -> str:
    """The text with all but one stretch blanked out."""
    return blanked(text[:start]) + text[start:end] + blanked(text[end:])
