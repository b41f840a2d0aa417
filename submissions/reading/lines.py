"""Lines of a text with their offsets, and who or what each one is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


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


def lines_of(text: str) -> Iterator[Line]:
    start = 0
    for part in text.splitlines(keepends=True):
        yield Line(start, part.rstrip())
        start += len(part)


_BROKEN = re.compile(  # where a program broke a line at the width of its window
    r"(?<=\S)[ \t]?\n(?=[ \t]{0,3}(?![-*•·>|]|\d{1,2}[.)]\s|[A-ZÀ-Ý][\w /-]{1,30}[:?](?:\s|$))\S)"
)
WIDTH = 45  # a shorter line ends where its writer wanted


def unwrapped(text: str) -> str:
    """The same characters in the same places, with the lines of one paragraph joined by blanks."""
    kept = list(text)
    for match in _BROKEN.finditer(text):
        at = match.end() - 1
        before = text.rfind("\n", 0, at) + 1
        if at - before >= WIDTH and not text[before:at].rstrip().endswith((")", ":")):
            kept[at] = " "
    return "".join(kept)


_NOT_LINE_END = re.compile(r"[^\n]")


def blanked(text: str) -> str:
    """As many blanks, with the line ends kept."""
    return _NOT_LINE_END.sub(" ", text)
