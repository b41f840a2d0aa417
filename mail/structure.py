"""The parts of a message, found by their bytes: linear in its size at any depth of nesting.

The email package reads line by line and holds every line against each open boundary, so that a
small nested message can keep a worker busy for minutes, and one nested deeply enough ends it.
Only the grammar of a part's own header fields is left to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from mail.decoding import to_text
from mail.headers import guarded

DEPTH_LIMIT = 200
PARTS_LIMIT = 500
HTML_LIMIT = 2_000_000
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_HEADER_END = re.compile(rb"\n\r?\n|\Z")
_MBOX_LINE = re.compile(rb">?From [^\n]*\n")
_PARAMETER_LIMIT = 1500  # bytes of a Content-* field: its parser takes quadratic time
_CONTENT_FIELDS = ("content-type", "content-disposition", "content-transfer-encoding", "content-id")

Fields = tuple[tuple[str, bytes], ...]


@dataclass
class Budget:
    """What the whole message may still have, the messages attached to it included."""

    parts: int = PARTS_LIMIT
    html: int = HTML_LIMIT  # characters
    problems: dict[str, None] = field(default_factory=dict)  # in order, each once

    def problem(self, text: str) -> None:
        if text:
            self.problems[text] = None


@dataclass(frozen=True)
class Entity:
    fields: Fields
    content: Message
    content_type: str
    body: bytes = field(repr=False)
    children: tuple["Entity", ...] = ()


def parse(
    raw: bytes, span: tuple[int, int], budget: Budget, depth: int = 0, default: str = "text/plain"
) -> Entity:
    """One message or part, and what is in it; ``depth`` counts the parts around it."""
    fields, start = split(raw, *span)
    content = _content(fields)
    content.set_default_type(default)
    content_type = guarded(content.get_content_type, "text/plain")
    children: list[Entity] = []
    if content_type.startswith("multipart/"):
        inner = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
        for piece in _pieces(raw, (start, span[1]), _boundary(content), budget):
            if depth >= DEPTH_LIMIT:
                budget.problem("Het bericht is te diep genest; het binnenste is niet gelezen.")
                content_type = "application/octet-stream"
                break
            children.append(parse(raw, piece, budget, depth + 1, inner))
        if not children and depth < DEPTH_LIMIT:  # whatever it is, show it
            content_type = "text/plain"
    body = b"" if children else raw[start : span[1]]
    return Entity(fields, content, content_type, body, tuple(children))


def split(raw: bytes, start: int, end: int) -> tuple[Fields, int]:
    """The header fields, unfolded, and where the body starts."""
    mbox = _MBOX_LINE.match(raw, start, end)
    start = mbox.end() if mbox else start
    if raw.startswith((b"\n", b"\r\n"), start, end):
        return (), raw.index(b"\n", start) + 1
    empty = _HEADER_END.search(raw, start, end)
    assert empty is not None  # the end of the bytes matches too
    fields: list[tuple[str, bytes]] = []
    for line in unfold(raw[start : empty.start()]).split(b"\n"):
        found = _FIELD.fullmatch(line)
        if found is None:  # the text starts here, without an empty line
            return tuple(fields), _after_fields(raw, start, len(fields))
        fields.append((found[1].decode("ascii").lower(), found[2].strip()))
    return tuple(fields), empty.end()


def unfold(header: bytes) -> bytes:
    """One field on each line (RFC 5322, 2.2.3); plain replacing, which is fast on any input."""
    return header.replace(b"\r\n", b"\n").replace(b"\n ", b" ").replace(b"\n\t", b" ")


def _after_fields(raw: bytes, start: int, count: int) -> int:
    """Where the line begins that follows so many fields."""
    position = start
    while count:
        position = raw.index(b"\n", position) + 1
        count -= raw[position : position + 1] not in (b" ", b"\t")
    return position


def _content(fields: Fields) -> Message:
    """The email package's reader of parameters, with nothing in it that could take it long."""
    content = Message()
    for name, value in fields:
        if name in _CONTENT_FIELDS and name not in content:
            content[name] = to_text(value[:_PARAMETER_LIMIT], "")[0]
    return content


def _boundary(content: Message) -> bytes:
    boundary = guarded(content.get_boundary, None) or ""
    return boundary.encode()


def _pieces(
    raw: bytes, span: tuple[int, int], boundary: bytes, budget: Budget
) -> Iterator[tuple[int, int]]:
    """Where the parts stand between the boundary lines (RFC 2046, 5.1)."""
    if not boundary:
        return
    start = -1
    pattern = re.compile(rb"--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    for line in pattern.finditer(raw, *span):
        if line.start() > span[0] and raw[line.start() - 1] != ord("\n"):
            continue
        if start >= 0 and _affordable(budget):
            yield start, max(start, _before_line_end(raw, line.start()))
        if line[1]:
            return
        start = line.end()
    budget.problem("Het bericht is afgebroken of onvolledig.")
    if start >= 0 and _affordable(budget):
        yield start, span[1]


def _before_line_end(raw: bytes, position: int) -> int:
    """The line end before a boundary belongs to the boundary."""
    return position - (2 if raw.endswith(b"\r\n", 0, position) else 1)


def _affordable(budget: Budget) -> bool:
    budget.parts -= 1
    if budget.parts < 0:
        budget.problem("Het bericht heeft te veel delen; de laatste zijn niet gelezen.")
    return budget.parts >= 0
