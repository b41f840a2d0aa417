"""Content lines of iCalendar (RFC 5545, 3.1): escaped, folded, ended."""

import re
from collections.abc import Iterable

LONGEST = 75  # octets, the line end not counted
END, FOLD = b"\r\n", b"\r\n "
_SPECIAL = re.compile("[\\\\;,\n]")
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def escaped(text: str) -> str:
    """As a TEXT value has it (3.3.11)."""
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda match: _ESCAPED[match[0]], text)


def content(lines: Iterable[str]) -> bytes:
    """The lines, given without their ends, as they are sent; none may hold a line end."""
    encoded = [line.encode() for line in lines]
    return b"".join(
        [line + END if len(line) <= LONGEST else _folded(line) + END for line in encoded]
    )


def _folded(line: bytes) -> bytes:
    """Never inside a character: each piece ends where one does."""
    pieces = []
    start, end, length = 0, LONGEST, len(line)
    while end < length:
        while line[end] & 0xC0 == 0x80:  # the rest of a character
            end -= 1
        pieces.append(line[start:end])
        start, end = end, end + LONGEST - 1  # of which the space before it is one
    pieces.append(line[start:])
    return FOLD.join(pieces)
