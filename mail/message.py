"""A message as read: what ``mime.read()`` gives. Values only, nothing here can fail."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Literal

from mail.headers import decoded
from mail.mailbox import NOBODY, Mailbox


@dataclass(frozen=True)
class Headers:
    """All header fields in their order, by name without regard to case; decoded when asked for."""

    fields: tuple[tuple[str, bytes], ...] = ()  # name in lower case, unfolded raw value
    _by_name: dict[str, list[bytes]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, list[bytes]] = {}
        for name, value in self.fields:
            by_name.setdefault(name, []).append(value)
        object.__setattr__(self, "_by_name", by_name)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._by_name

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def raw(self, name: str) -> bytes:
        """The first field of this name as it came, or nothing."""
        return (self.raw_all(name) or [b""])[0]

    def get(self, name: str) -> str:
        """The first field of this name, decoded and on one line; empty when there is none."""
        return decoded(self.raw(name))

    def raw_all(self, name: str) -> list[bytes]:
        return self._by_name.get(name.lower(), [])

    def all(self, name: str) -> list[str]:
        return [decoded(value) for value in self.raw_all(name)]


@dataclass(frozen=True)
class Part:
    """A file that came with the message."""

    name: str  # without folders, control and direction characters; may be empty
    declared_type: str
    detected_type: str  # by content; empty when that shows nothing
    disposition: str  # "attachment", "inline" or empty
    content_id: str  # without angle brackets
    payload: bytes = field(repr=False)
    sha256: str

    @property
    def content_type(self) -> str:
        return self.detected_type or self.declared_type

    @property
    def size(self) -> int:
        return len(self.payload)

    @property
    def inline(self) -> bool:
        """Shown within the text, such as a logo in a signature."""
        return self.disposition != "attachment" and bool(self.content_id)


@dataclass(frozen=True)
class Paper:
    """The text of a document that came along, one text a page; without pages there is one."""

    name: str
    sha256: str
    pages: tuple[str, ...] = field(default=(), repr=False)
    problem: str = ""  # Dutch, for editors


@dataclass(frozen=True)
class CalendarPart:
    text: str
    method: str  # upper case: REQUEST, CANCEL, PUBLISH …; empty when not declared


@dataclass(frozen=True)
class Link:
    """A link of the HTML, which its text does not show."""

    text: str
    url: str


class Dmarc(Enum):
    """What the check of the domain in From came to; UNKNOWN when no server of ours checked it."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"


NO_HEADERS = Headers()


@dataclass(frozen=True)
class ReadMessage:
    headers: Headers = NO_HEADERS
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    date: datetime | None = None  # aware
    sender: Mailbox = NOBODY
    reply_to: tuple[Mailbox, ...] = ()
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    subject: str = ""
    text: str = ""  # line ends are "\n"; offsets into it stay valid for these bytes
    text_source: Literal["plain", "html", "none"] = "none"
    html_as_text: str = ""  # also when ``text`` is the plain part: it keeps table rows on one line
    links: tuple[Link, ...] = ()
    parts: tuple[Part, ...] = ()
    calendars: tuple[CalendarPart, ...] = ()
    attached: tuple["ReadMessage", ...] = ()  # message/rfc822, each readable in the same way
    papers: tuple[Paper, ...] = ()  # of ``parts``, for whom opens them
    container: str = ""  # the name of the file that this message was in, such as winmail.dat
    problems: tuple[str, ...] = ()  # Dutch, for editors
    robot: tuple[str, ...] = ()  # why this was sent by a machine (RFC 3834), Dutch
    dmarc: Dmarc = Dmarc.UNKNOWN

    @property
    def is_auto(self) -> bool:
        """Sent by a machine: never answer it."""
        return bool(self.robot)

    @property
    def dmarc_failed(self) -> bool:
        return self.dmarc is Dmarc.FAILED
