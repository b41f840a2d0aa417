"""Whom to ask, from a visiting card that came along (vCard, RFC 6350 and its older forms)."""

import quopri
import re
from collections.abc import Collection, Iterable, Iterator

from mail.decoding import one_line, to_text
from mail.message import Part
from submissions.reading.found import Found, Source

CARD_BYTES = 50_000
TRUST = 0.55  # the card of somebody else may have come along
_LINE = re.compile(
    r"^(?:item\d{1,3}\.)?(FN|EMAIL|TEL)((?:;[^:\n]{0,200})?):([^\n]{1,300})$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS = {"FN": "contact_name", "EMAIL": "contact_email", "TEL": "contact_phone"}
_GOOD = {
    "FN": re.compile(r"[^\W\d_][^<>@]{1,99}"),
    "EMAIL": re.compile(r"[^\s@<>,;]{1,100}@[^\s@<>,;]{1,100}\.[a-z]{2,20}", re.IGNORECASE),
    "TEL": re.compile(r"\+?[\d() /.-]{8,25}"),
}


def read_cards(parts: Iterable[Part], own: Collection[str]) -> list[Found]:
    """The first name, address and number; of several cards nobody knows which is meant."""
    cards = [part for part in parts if _is_card(part)]
    return list(_read(cards[0], own)) if len(cards) == 1 else []


def _is_card(part: Part) -> bool:
    return part.payload[:40].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCARD")


def _read(part: Part, own: Collection[str]) -> Iterator[Found]:
    text = to_text(part.payload[:CARD_BYTES], "utf-8")[0].replace("\r\n", "\n")
    if text.upper().count("BEGIN:VCARD") > 1:
        return
    seen: set[str] = set()
    for line in _LINE.finditer(text):
        name = line[1].upper()
        value = _plain(line[2], line[3])
        if name in seen or not _GOOD[name].fullmatch(value) or value.lower() in own:
            continue
        seen.add(name)
        yield Found(
            _FIELDS[name],
            value,
            quote=value,
            source=Source.PAPER,
            confidence=TRUST,
            detail=part.name or "visitekaartje",
        )


def _plain(parameters: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in parameters.upper():
        value = to_text(quopri.decodestring(value.encode("utf-8")), "utf-8")[0]
    value = value.removeprefix("tel:").removeprefix("mailto:")
    return one_line(re.sub(r"\\([,;\\])", r"\1", value))
