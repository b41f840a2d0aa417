"""Lines of a text with their offsets, and who or what each one is for."""

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
