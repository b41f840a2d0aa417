"""Header values, each read in a guard: the email package raises on some of what mail brings."""

import binascii
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime
from itertools import chain, islice
from typing import TypeVar

from mail.decoding import one_line, to_text
from mail.mailbox import Mailbox

T = TypeVar("T")

VALUE_LIMIT = 20_000  # characters of one value; beyond it is an attack, and parsers are quadratic
ADDRESSES_LIMIT = 200
REFERENCES_LIMIT = 100
_WORD = re.compile(rb"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_IDENTIFIER = re.compile(r"<[^<>\s]+>")
_BARE_ADDRESS = re.compile(r"[^\s<>,;:\"()]{1,200}@[^\s<>,;:\"()]{1,200}")


def decoded(value: bytes) -> str:
    """A header value as text on one line, its encoded words (RFC 2047) undone."""
    return one_line(_decode_words(value[:VALUE_LIMIT]))


def _decode_words(value: bytes) -> str:
    texts: list[str] = []
    run: list[bytes] = []  # bytes of neighbouring words: mailers cut in the middle of a letter
    charset = ""
    end = 0
    for word in _WORD.finditer(value):
        between = value[end : word.start()]
        name = word[1].decode("ascii", "replace").partition("*")[0].lower()
        if between.strip() or name != charset or not run:
            texts.append(to_text(b"".join(run), charset)[0])
            run, charset = [], name
            if between.strip() or not texts[-1]:
                texts.append(to_text(between, "utf-8")[0])
        run.append(_word_bytes(word[2], word[3]))
        end = word.end()
    texts += [to_text(b"".join(run), charset)[0], to_text(value[end:], "utf-8")[0]]
    return "".join(texts)


def _word_bytes(kind: bytes, data: bytes) -> bytes:
    if kind in b"qQ":
        return binascii.a2b_qp(data, header=True)
    try:
        return binascii.a2b_base64(data + b"=" * (-len(data) % 4))
    except binascii.Error:
        return data


def guarded(read: Callable[[], T], default: T) -> T:
    """The value, or the default when the standard library could not make sense of it."""
    try:
        return read()
    except Exception:  # also RecursionError, of comments within comments
        return default


def addresses(values: list[bytes]) -> tuple[Mailbox, ...]:
    """The addresses of To, Cc and the like; names decoded after the list was taken apart."""
    found = chain.from_iterable(_addresses(value) for value in values[:20])
    return tuple(islice(found, ADDRESSES_LIMIT))


def _addresses(value: bytes) -> list[Mailbox]:
    text = to_text(value[:VALUE_LIMIT], "")[0]
    pairs: list[tuple[str, str]] = guarded(lambda: getaddresses([text]), [])
    known = [_mailbox(name, address) for name, address in pairs if name or address]
    if any("@" in mailbox.address for mailbox in known):
        return known
    return [Mailbox(address=match[0]) for match in _BARE_ADDRESS.finditer(text)] or known


def _mailbox(name: str, address: str) -> Mailbox:
    return Mailbox(name=decoded(name.encode("utf-8", "replace")), address=one_line(address)[:320])


def moment(value: bytes) -> datetime | None:
    """An aware datetime, or None when the date makes no sense."""
    text = value[:200].decode("ascii", "replace")
    found = guarded(lambda: parsedate_to_datetime(text), None)
    if found is None or not 1980 <= found.year <= 2200:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def identifiers(values: list[bytes]) -> tuple[str, ...]:
    """The message identifiers of In-Reply-To and References, with their angle brackets."""
    text = " ".join(value[-VALUE_LIMIT:].decode("utf-8", "replace") for value in values[:20])
    text = text.replace("\x00", "")  # PostgreSQL cannot look for it
    return tuple(_IDENTIFIER.findall(text)[-REFERENCES_LIMIT:])


def identifier(value: bytes) -> str:
    """The first identifier of Message-ID or In-Reply-To; what stands there when it is none."""
    found = _IDENTIFIER.search(value[:VALUE_LIMIT].decode("utf-8", "replace"))
    return one_line(found[0] if found else decoded(value).partition(" ")[0])[:998]
