"""Text as a feed may hold it: nothing in it that a format reads as its own."""

import re

from django.utils.encoding import iri_to_uri

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls, lone surrogates and the two values that are no characters (XML 1.0, 2.2).
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# What a spreadsheet may take for a formula; the wide forms too, which some read alike.
_FORMULA = tuple("=+-@＝＋－＠")
_PLAIN_ADDRESS = re.compile("[A-Za-z0-9/:._?=&%#~+-]*")


def spreadsheet_text(value: object) -> str:
    """Text that no spreadsheet computes: an apostrophe before what looks like a formula."""
    text = "" if value is None else clean(str(value))
    suspect = text.startswith("\t") or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if suspect else text


def clean(text: str) -> str:
    """Lines end in LF only, and no control characters but tab remain."""
    if text.isprintable():  # most of it is, and then neither is in it
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def address(url: str) -> str:
    """ASCII without spaces or controls, which are written as percent codes."""
    if _PLAIN_ADDRESS.fullmatch(url):  # nearly all, and then Django would change nothing
        return url
    return iri_to_uri(url) or ""


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words."""
    if len(text) <= limit:
        return text
    return f"{text[: limit - 1].rsplit(maxsplit=1)[0].rstrip(' ,;:')}…"
