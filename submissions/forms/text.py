"""Typed text made safe to store and to show, and checks of it; all pure."""

import re
import unicodedata

# They turn the order of what is read, so that a line can show something else than it holds.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BIDI_CONTROLS = "\u061c\u200e\u200f" + TURNING
UNSEEN = "\u200b\u2060\ufeff"  # spaces of no width: a title of them looks empty
DROPPED = frozenset(BIDI_CONTROLS + UNSEEN)
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters by name, without anything to see
SEEN = frozenset("LNPS")  # first letters of the categories that put something on the screen
POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
PHONE = re.compile(r"\+?[\d\s().\-/]+")


def one_line(text: str) -> str:
    """One line: no line breaks or other controls (it may reach a mail header), no turned order.

    NUL stays, for the field to refuse. Nothing remains of a line on which nothing can be seen: as
    a title it would be a link that nobody can find.
    """
    text = unicodedata.normalize("NFC", text)
    kept = "".join(_on_a_line(c) for c in text if c not in DROPPED)
    return " ".join(kept.split()) if any(map(_is_seen, kept)) else ""


def _is_seen(character: str) -> bool:
    if character in BLANK:
        return False
    return unicodedata.category(character)[0] in SEEN or character == "\0"


def _on_a_line(character: str) -> str:
    controls = unicodedata.category(character) in ("Cc", "Zl", "Zp")
    return " " if controls and character != "\0" else character


def paragraphs(text: str) -> str:
    """Lines as typed, with Unix ends; no other controls, no turned order. NUL stays.

    The marks of Arabic and Hebrew stay as well: in a text they belong, and turn nothing by force.
    """
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in "\n\t\0" or _belongs_in_text(c))
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip()


def _belongs_in_text(character: str) -> bool:
    return character not in TURNING and unicodedata.category(character) not in ("Cc", "Cs")


def postcode(text: str) -> str | None:
    """``1234 AB``; None when it is none."""
    match = POSTCODE.fullmatch(text.strip())
    return f"{match[1]} {match[2].upper()}" if match else None


def is_phone(text: str) -> bool:
    return bool(PHONE.fullmatch(text)) and 8 <= sum(c.isdigit() for c in text) <= 15
