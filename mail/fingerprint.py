"""The fingerprint of a message: what stays the same when a mail server delivers it once more.

Works on the bytes alone and in linear time, so that the door need not parse anything: the email
package takes longer over a message than SQLite over committing it.
"""

import hashlib
import re

from mail.structure import unfold

# Header fields that servers on the way add, change or remove, in lower case. Every field that
# starts with "X-" is among them: what it holds is shown to nobody, and no list of them is complete.
_TRACE_NAMES = frozenset(
    b"""
    received return-path delivered-to envelope-to envelope-from delivery-date fetchmail-date
    authentication-results received-spf dkim-signature domainkey-signature dkim-filter
    status lines content-length
    """.split()
)
_TRACE_PREFIXES = (b"x-", b"arc-", b"resent-")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_MESSAGE_ID = re.compile(rb"\s*(<[^<>\s]*>|\S+)")
MESSAGE_ID_LIMIT = 998


def fingerprint(raw: bytes) -> tuple[str, str]:
    """SHA-256 of the content without its trace, as hex, and the Message-ID (may be empty)."""
    lines, body = _header_and_body(raw)
    kept: list[bytes] = []
    rest: list[bytes] = []
    message_id = ""
    for number, line in enumerate(lines):
        field = _FIELD.fullmatch(line)
        if field is None:  # not a header field: the text starts here, without an empty line
            rest = lines[number:]
            break
        name, value = field[1].lower(), field[2]
        if name in _TRACE_NAMES or name.startswith(_TRACE_PREFIXES):
            continue
        if name == b"message-id" and not message_id:
            message_id = _identifier(value)
        kept.append(name + b":" + b" ".join(value.split()))
    # Sorted: some servers regroup the fields they pass on.
    digest = hashlib.sha256(b"\n".join(sorted(kept)))
    for part in (b"\n".join(rest), body.rstrip(b"\n")):
        digest.update(b"\n\n")
        digest.update(part)
    return digest.hexdigest(), message_id


def _header_and_body(raw: bytes) -> tuple[list[bytes], bytes]:
    """The unfolded header lines and the body, with every line end as a single line feed."""
    text = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if text.startswith(b"\n"):
        return [], text[1:]
    header, _, body = text.partition(b"\n\n")
    lines = unfold(header).split(b"\n")
    if lines[0].startswith(b"From "):  # the separator of an mbox, which a pipe may put in front
        del lines[0]
    return lines, body


def _identifier(value: bytes) -> str:
    found = _MESSAGE_ID.match(value)
    if found is None:
        return ""
    # ASCII only, so that the limit in characters is also one in bytes of a database index.
    return found[1].replace(b"\x00", b"").decode("ascii", "backslashreplace")[:MESSAGE_ID_LIMIT]
