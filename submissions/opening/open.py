"""A message with what is in its files: the text of documents, and what other files are packed in.

Nothing here fails on any bytes. What cannot be read is told beside the file.
"""

import base64
import hashlib
import json
import mimetypes
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import filetype

from mail import html
from mail.decoding import clean, file_name
from mail.message import Link, Paper, Part, ReadMessage
from submissions.opening import guard
from submissions.opening.guard import Reader
from submissions.opening.pages import PAGES, Pages, plain
from submissions.opening.saved import saved_mail
from submissions.reading.files import FileAction, read_file

SECONDS = 3.0  # for all files of a mail
DOCUMENTS = 8
DEPTH = 2  # mails in files of mails in files
PACKED_LIMIT = 60 * 1024 * 1024  # bytes of the files in one winmail.dat
TOO_SLOW = "De tekst van dit bestand is niet gelezen: dat lukte niet binnen de tijd."
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_READERS = {"application/pdf": Reader.PDF, _DOCX: Reader.DOCX}
_TNEF = "application/ms-tnef"
_KINDS = mimetypes.MimeTypes()  # the same on every machine


@dataclass
class _Budget:
    end: float  # on the monotonic clock
    documents: int = DOCUMENTS

    @property
    def seconds(self) -> float:
        return self.end - time.monotonic()


def open_files(message: ReadMessage, seconds: float = SECONDS) -> ReadMessage:
    """The message with its `papers`, and with what was in .eml and winmail.dat among `attached`."""
    return _opened(message, _Budget(time.monotonic() + seconds), 0)


def _opened(message: ReadMessage, budget: _Budget, depth: int) -> ReadMessage:
    papers: list[Paper] = []
    attached = list(message.attached)
    for part in message.parts:
        paper, inner = _look_into(part, message, budget)
        papers += [paper] if paper else []
        attached += [inner] if inner else []
    if depth < DEPTH:
        attached = [_opened(one, budget, depth + 1) for one in attached]
    return replace(message, papers=tuple(papers), attached=tuple(attached))


def _look_into(
    part: Part, message: ReadMessage, budget: _Budget
) -> tuple[Paper | None, ReadMessage | None]:
    if saved := saved_mail(part):
        return None, saved
    looked = read_file(part) if _may_be_read(part) else None
    if looked is None or looked.action is FileAction.QUARANTINE or budget.documents <= 0:
        return None, None
    if looked.content_type == _TNEF:
        budget.documents -= 1
        return _winmail(part, message, budget)
    reader = _READERS.get(looked.content_type)
    if reader is None:
        return None, None
    budget.documents -= 1
    pages = _pages(reader, part.payload, budget)
    return Paper(part.name, part.sha256, pages.texts, pages.problem), None


def _may_be_read(part: Part) -> bool:
    """By its beginning: to look at a file in full costs time."""
    return part.payload.startswith((b"%PDF-", b"PK\x03\x04", b"\x78\x9f\x3e\x22"))


def _pages(reader: Reader, payload: bytes, budget: _Budget) -> Pages:
    try:
        return Pages.from_bytes(guard.run(reader, payload, seconds=budget.seconds))
    except (guard.Failed, OSError, ValueError, KeyError, TypeError):
        return Pages(problem=TOO_SLOW)


def _winmail(part: Part, message: ReadMessage, budget: _Budget) -> tuple[Paper, ReadMessage | None]:
    name = part.name or "winmail.dat"
    try:
        told: dict[str, Any] = json.loads(
            guard.run(Reader.TNEF, part.payload, seconds=budget.seconds)
        )
        links: tuple[Link, ...] = ()
        text = plain(told["text"])
        if told["html"] and not text.strip():
            text, links = html.to_text(told["html"])
        inner = ReadMessage(
            sender=message.sender,
            date=message.date,
            subject=clean(told["subject"]),
            links=links,
            parts=tuple(_packed(told["files"])),
            container=name,
        )
    except (guard.Failed, OSError, ValueError, KeyError, TypeError) as error:
        return Paper(name, part.sha256, problem=str(error) or TOO_SLOW), None
    # Most mails say the same outside: then the text in here is not needed.
    pages = (text,) if text.strip() and not message.text.strip() else ()
    return Paper(name, part.sha256, pages[:PAGES]), inner


def _packed(files: list[dict[str, str]]) -> Iterator[Part]:
    left = PACKED_LIMIT
    for one in files:
        payload = base64.b64decode(one["content"])
        left -= len(payload)
        if left < 0:
            return
        name = file_name(one["name"])
        yield Part(
            name=name,
            declared_type=_KINDS.guess_type(name)[0] or "application/octet-stream",
            detected_type=filetype.guess_mime(payload[:8192]) or "",
            disposition="attachment",
            content_id="",
            payload=payload,
            sha256=hashlib.sha256(payload).hexdigest(),
        )
