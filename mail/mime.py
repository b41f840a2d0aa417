"""Bytes to a message that can be read. Whatever the bytes are, the answer is a ReadMessage."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from email.message import Message

import filetype

from mail import authenticity, decoding, headers, robots
from mail.headers import guarded
from mail.mailbox import NOBODY
from mail.message import CalendarPart, Headers, Link, Part, ReadMessage
from mail.structure import Budget, Entity, parse

ATTACHED_DEPTH_LIMIT = 5
TEXT_LIMIT = 2_000_000  # characters of the text that editors and readers get
# What mail programs write into the plain form when they make none.
_STUB = re.compile(
    r"\bhtml\b|(?:view|bekijk|lees|open) .{0,60}(?:browser|online|programma|webversie)",
    re.IGNORECASE,
)
_TEXT_TYPES = frozenset({"text/plain", "text/html"})
_MESSAGE_TYPES = frozenset({"message/rfc822", "message/global"})
_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics"})
_ENCRYPTED_TYPES = frozenset(
    {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
)


def read(raw: bytes, *, envelope_sender: str | None = None, authserv_id: str = "") -> ReadMessage:
    """Read one message. Pure; never raises; linear in the size of ``raw``.

    ``envelope_sender`` is "" for the null sender of robots, None when it is not known;
    ``authserv_id`` is how our own server signs its Authentication-Results.
    """
    if b"\n" not in raw:  # line ends of another age
        raw = raw.replace(b"\r", b"\n")
    message = _read(raw.replace(b"\r\r\n", b"\r\n"), Budget(), 0, envelope_sender)
    return replace(message, dmarc=authenticity.dmarc_of(message.headers, authserv_id))


@dataclass
class _Text:
    """A piece of the body, in the forms in which it came."""

    plain: str = ""
    html: str = ""

    @property
    def readable(self) -> str:
        """The plain form, unless it is empty or only there to say that it is not the text."""
        plain = self.plain.strip()
        # Of one text in two forms neither has twice the words of the other.
        little = len(plain.split()) * 2 < len(self.html.split()) or (
            len(plain) < 400 and _STUB.search(plain)
        )
        return self.html if self.html.strip() and (not plain or little) else self.plain


@dataclass
class _Found:
    """What the walk over the parts has found so far."""

    budget: Budget
    level: int  # how many messages this one is attached within
    texts: list[_Text] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    calendars: list[CalendarPart] = field(default_factory=list)
    attached: list[ReadMessage] = field(default_factory=list)


def _read(raw: bytes, budget: Budget, level: int, envelope_sender: str | None) -> ReadMessage:
    root = parse(raw, (0, len(raw)), budget)
    found = _Found(budget, level)
    _visit(root, found)
    fields = Headers(root.fields)
    senders = headers.addresses(fields.raw_all("from") or fields.raw_all("sender"))
    plain = any(text.plain.strip() and text.readable is text.plain for text in found.texts)
    html_shown = any(text.html for text in found.texts)
    text = _join(text.readable for text in found.texts)
    if not senders:
        budget.problem("De afzender is niet te lezen.")
    if not (text.strip() or found.parts or found.calendars or found.attached):
        budget.problem("Het bericht heeft geen inhoud.")
    return ReadMessage(
        headers=fields,
        message_id=headers.identifier(fields.raw("message-id")),
        in_reply_to=headers.identifier(fields.raw("in-reply-to")),
        references=headers.identifiers(fields.raw_all("references")),
        date=headers.moment(fields.raw("date")),
        sender=senders[0] if senders else NOBODY,
        reply_to=headers.addresses(fields.raw_all("reply-to")),
        to=headers.addresses(fields.raw_all("to")),
        cc=headers.addresses(fields.raw_all("cc")),
        subject=fields.get("subject"),
        text=text,
        text_source="plain" if plain else "html" if html_shown else "none",
        html_as_text=_join(t.html or t.plain for t in found.texts) if html_shown else "",
        links=tuple(found.links),
        parts=tuple(found.parts),
        calendars=tuple(found.calendars),
        attached=tuple(found.attached),
        problems=tuple(budget.problems),
        robot=robots.reasons(fields, root.content_type, envelope_sender),
    )


def _join(texts: Iterable[str]) -> str:
    return "\n\n".join(text.strip("\n") for text in texts if text.strip())[:TEXT_LIMIT]


def _visit(entity: Entity, found: _Found) -> None:
    before = len(found.texts)
    for child in entity.children:
        _visit(child, found)
    if entity.content_type == "multipart/alternative":  # the same text in several forms
        forms = found.texts[before:]
        found.texts[before:] = [
            _Text(_join(form.plain for form in forms), _join(form.html for form in forms))
        ]
    if not entity.children:
        _visit_leaf(entity, found)


def _visit_leaf(entity: Entity, found: _Found) -> None:
    content = entity.content
    data, problem = decoding.payload(entity.body, _field(content, "content-transfer-encoding"))
    found.budget.problem(problem)
    part = _part(entity, data)
    charset = guarded(content.get_content_charset, None) or ""
    if entity.content_type in _MESSAGE_TYPES and found.level < ATTACHED_DEPTH_LIMIT:
        found.attached.append(_attached(data, found))
    elif entity.content_type in _CALENDAR_TYPES or part.name.lower().endswith(".ics"):
        calendar = CalendarPart(
            decoding.to_text(data, charset or "utf-8")[0], _parameter(content, "method").upper()
        )
        if all(calendar.text != known.text for known in found.calendars):  # inviters send it twice
            found.calendars.append(calendar)
        if part.name or part.disposition == "attachment":
            found.parts.append(part)
    elif entity.content_type in _TEXT_TYPES and part.disposition != "attachment" and not part.name:
        found.texts.append(_text(entity, data, charset, found))
    else:
        if entity.content_type in _ENCRYPTED_TYPES:
            found.budget.problem("De inhoud is versleuteld en is hier niet te lezen.")
        found.parts.append(part)


def _attached(data: bytes, found: _Found) -> ReadMessage:
    inner = Budget(found.budget.parts, found.budget.html)
    message = _read(data, inner, found.level + 1, None)
    found.budget.parts, found.budget.html = inner.parts, inner.html
    return message


def _text(entity: Entity, data: bytes, charset: str, found: _Found) -> _Text:
    text, problem = decoding.to_text(data, charset)
    found.budget.problem(problem)
    if entity.content_type == "text/html":
        source, found.budget.html = text[: found.budget.html], found.budget.html - len(text)
        if found.budget.html < 0:
            found.budget.html = 0
            found.budget.problem("De HTML is erg lang; het laatste deel is niet gelezen.")
        from mail import html  # lxml, which the web wants for few pages

        shown, links = html.to_text(source)
        found.links += links
        return _Text(html=shown)
    if len(text) > TEXT_LIMIT:
        found.budget.problem("De tekst is erg lang; het laatste deel is niet gelezen.")
    text = decoding.clean(text[:TEXT_LIMIT])
    if _parameter(entity.content, "format") == "flowed":
        text = decoding.unflow(text, _parameter(entity.content, "delsp") == "yes")
    return _Text(plain=text)


def _part(entity: Entity, data: bytes) -> Part:
    content = entity.content
    name = guarded(content.get_filename, None) or ""
    return Part(
        name=decoding.file_name(headers.decoded(name.encode("utf-8", "replace"))),
        declared_type=entity.content_type,
        detected_type=guarded(lambda: filetype.guess_mime(data), None) or "",
        disposition=guarded(content.get_content_disposition, None) or "",
        content_id=decoding.one_line(_field(content, "content-id")).strip("<>"),
        payload=data,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _field(content: Message, name: str) -> str:
    return str(guarded(lambda: content.get(name), None) or "")


def _parameter(content: Message, name: str) -> str:
    return str(guarded(lambda: content.get_param(name), None) or "").lower()
