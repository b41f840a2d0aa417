"""Polling of a mailbox elsewhere, for who has an address but no mail server of their own."""

import logging
import re
import signal
import threading
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted

from mail.envelope import sender_of
from mail.inbound import receive

logger = logging.getLogger(__name__)

POLL_SECONDS = 30
RETRY_SECONDS = 5  # after a failed connection; doubled each time
RETRY_SECONDS_AT_MOST = 600
TIMEOUT_SECONDS = 60
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


@dataclass(frozen=True)
class MailboxAddress:
    host: str
    port: int
    encrypted: bool
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    move_to: str = ""


def parse_url(url: str) -> MailboxAddress:
    """``imap[s]://user:password@host[:port][/folder][?move=folder]``, parts percent-encoded.

    Raises ImproperlyConfigured, which names the variable and does not repeat the password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured("IMAP_URL: not an address") from error
    if parts.scheme not in {"imap", "imaps"}:
        raise ImproperlyConfigured("IMAP_URL must start with imap:// or imaps://")
    if not parts.hostname or not parts.username or not parts.password:
        raise ImproperlyConfigured("IMAP_URL must hold a host, a user and a password")
    query = parse_qs(parts.query)
    if set(query) - {"move"}:
        raise ImproperlyConfigured("IMAP_URL: the only option is ?move=FOLDER")
    encrypted = parts.scheme == "imaps"
    return MailboxAddress(
        host=parts.hostname,
        port=port or (993 if encrypted else 143),
        encrypted=encrypted,
        user=unquote(parts.username),
        password=unquote(parts.password),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        move_to=query.get("move", [""])[0],
    )


def poll_once(address: MailboxAddress) -> int:
    """Receive every unseen message; returns how many. Raises when the mailbox cannot be reached.

    A message is marked as seen only when it is stored. One that cannot be stored now stays
    unseen, is logged, and does not keep those behind it waiting.
    """
    with _logged_in(address) as mailbox:
        if address.move_to and not mailbox.folder.exists(address.move_to):
            mailbox.folder.create(address.move_to)
        uids = mailbox.uids("UNSEEN", charset=None)
        return sum(_take(mailbox, uid, address) for uid in uids)


def _logged_in(address: MailboxAddress) -> BaseMailBox:
    kind = MailBox if address.encrypted else MailBoxUnencrypted
    mailbox = kind(address.host, address.port, timeout=TIMEOUT_SECONDS)
    try:
        return mailbox.login_utf8(address.user, address.password, address.folder)
    except Exception:
        mailbox.client.shutdown()
        raise


def _take(mailbox: BaseMailBox, uid: str, address: MailboxAddress) -> bool:
    if _size(mailbox, uid) > settings.MESSAGE_SIZE_LIMIT:
        logger.error("imap_message_too_large uid=%s", uid)
        mailbox.flag(uid, [r"\Seen", r"\Flagged"], True)
        return False
    raw = _raw(mailbox, uid)
    if raw is None:  # somebody deleted it in the meantime
        return False
    try:
        receive(raw=raw, sender=sender_of(raw), recipients=[address.user], transport="imap")
    except Exception:
        logger.exception("inbound_store_failed uid=%s", uid)
        connection.close()
        return False
    mailbox.flag(uid, r"\Seen", True)
    if address.move_to:
        mailbox.move(uid, address.move_to)
    return True


def _size(mailbox: BaseMailBox, uid: str) -> int:
    found = _SIZE.search(b" ".join(_fetch(mailbox, uid, "(RFC822.SIZE)")))
    return int(found[1]) if found else 0


def _raw(mailbox: BaseMailBox, uid: str) -> bytes | None:
    # Not MailBox.fetch(): that parses every message, and one it cannot parse would stop the rest.
    items = _fetch(mailbox, uid, "(BODY.PEEK[])")
    return items[1] if len(items) > 1 else None


def _fetch(mailbox: BaseMailBox, uid: str, what: str) -> list[bytes]:
    """The answer's pieces; a literal (the message) is the second of them."""
    status, answer = mailbox.client.uid("fetch", uid, what)
    if status != "OK":
        raise ConnectionError(f"IMAP FETCH: {status} {answer!r}")
    pieces: list[bytes] = []
    for item in answer:
        pieces.extend(item if isinstance(item, tuple) else [item or b""])
    return pieces


def poll(address: MailboxAddress) -> None:
    """Poll until SIGTERM or SIGINT; a mailbox out of reach is tried again, later each time."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    wait = POLL_SECONDS
    failures = 0
    while True:
        try:
            poll_once(address)
            wait, failures = POLL_SECONDS, 0
        except Exception as error:  # the mailbox's owner may be restarting it
            wait = min(RETRY_SECONDS * 2**failures, RETRY_SECONDS_AT_MOST)
            failures += 1
            logger.error("imap_poll_failed retry_in=%ds error=%s", wait, error)
        if stop.wait(wait):
            return
