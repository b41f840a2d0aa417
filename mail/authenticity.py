"""Whether the address in From was checked, as our own mail server wrote it down (RFC 8601).

Anyone can put an Authentication-Results field into a mail. Only the topmost one that carries the
name of our own server says anything: it was written there last, above all that came along.
"""

import re

from mail.headers import VALUE_LIMIT
from mail.message import Dmarc, Headers

_FIELD = "authentication-results"
_TOKEN = re.compile(r'\\.|["()]|[^\\"()]+|\\', re.DOTALL)
_DMARC = re.compile(r"dmarc(?:\s*/\s*\d+)?\s*=\s*([a-z]+)\b")


def dmarc_of(headers: Headers, authserv_id: str = "") -> Dmarc:
    """By the server that is called so; without a name, the topmost field can only count against.

    The names of other results (none, temperror, permerror) tell nothing of the sender.
    """
    for raw in headers.raw_all(_FIELD):
        text = _bare(raw[:VALUE_LIMIT].decode("ascii", "replace").lower())
        server, *results = text.split(";")
        name = server.split()[0] if server.split() else ""
        if authserv_id and name != authserv_id.lower():
            continue
        found = [match[1] for result in results if (match := _DMARC.match(result.strip()))]
        if "fail" in found:
            return Dmarc.FAILED
        return Dmarc.PASSED if authserv_id and "pass" in found else Dmarc.UNKNOWN
    return Dmarc.UNKNOWN


def _bare(text: str) -> str:
    """Without comments, which may be nested, and without what stands between quotes."""
    kept: list[str] = []
    depth, quoted = 0, False
    for piece in _TOKEN.findall(text):
        if quoted:
            quoted = piece != '"'
        elif piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif not depth:
            quoted = piece == '"'
            kept.append("" if quoted else piece)
    return "".join(kept)
