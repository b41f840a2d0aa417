"""The sender on the envelope, for ways in that deliver a message without one."""

import re
from email.utils import parseaddr

_FIELD = re.compile(
    rb"^(Return-Path|From)[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE
)
_HEADER_LIMIT = 100_000


def sender_of(raw: bytes) -> str:
    """The Return-Path, or else the address in From; empty is the null sender of a robot."""
    header = re.split(rb"\r?\n\r?\n", raw[:_HEADER_LIMIT], maxsplit=1)[0]
    fields = {
        name.lower(): value.decode("utf-8", "replace")
        for name, value in reversed(_FIELD.findall(header))
    }
    found = fields.get(b"return-path", fields.get(b"from", ""))
    return parseaddr(" ".join(found.split()))[1]
