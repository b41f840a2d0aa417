"""Which of our mails came back: bounces of mail servers (RFC 3464, and the many others)."""

import email
import logging
import re
from collections.abc import Collection
from dataclasses import dataclass
from email.message import Message

from flufl.bounce import all_failures

logger = logging.getLogger(__name__)

LIMIT = 256_000  # bytes: what a bounce says of itself stands before the mail that it returns
_MESSAGE_ID = re.compile(rb"<[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^<>\s]{1,200}>")
_DIAGNOSTIC = re.compile(
    rb"^Diagnostic-Code:[ \t]*(?:smtp;[ \t]*)?((?:[^\r\n]|\r?\n[ \t]+){1,600})",
    re.IGNORECASE | re.MULTILINE,
)
_STATUS = re.compile(rb"\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b[^\r\n]{0,300}")
_DELAYED = re.compile(r"delay|vertraag|warning|nog niet", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounce:
    """`message_ids` are those in it that look like ours, `failed` who did not get the mail.

    `failed` is None when nothing says who: then it is everybody that the mail was for.
    """

    message_ids: frozenset[str]
    failed: frozenset[str] | None
    reason: str


def bounce_in(raw: bytes) -> Bounce | None:
    """What a bounce tells; None when it is only a delay, or names no mail. Never raises."""
    start = raw[:LIMIT]
    ids = frozenset(found.decode() for found in _MESSAGE_ID.findall(start) if found.isascii())
    if not ids:
        return None
    delayed, failed = _recipients(start)
    if not failed and (delayed or _is_delay(start)):
        return None
    return Bounce(ids, failed or None, _reason(start))


def _recipients(raw: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """For whom it is late, and who will not get it."""
    try:
        message: Message = email.message_from_bytes(raw)
        late, failed = all_failures(message)
    except Exception:  # a stranger's bytes in a library that reads many strange formats
        logger.warning("bounce_not_parsed", exc_info=True)
        return frozenset(), frozenset()
    return _addresses(late), _addresses(failed)


def _addresses(found: Collection[bytes]) -> frozenset[str]:
    return frozenset(one.decode(errors="replace").strip().lower() for one in found)


def _is_delay(raw: bytes) -> bool:
    subject = re.search(rb"^subject:([^\r\n]*)", raw, re.IGNORECASE | re.MULTILINE)
    return subject is not None and bool(_DELAYED.search(subject[1].decode(errors="replace")))


def _reason(raw: bytes) -> str:
    """The words of the other server, on one line."""
    found = _DIAGNOSTIC.search(raw) or _STATUS.search(raw)
    words = found[found.lastindex or 0].decode(errors="replace") if found else ""
    return " ".join(words.split())[:300] or "De mail is niet te bezorgen."
