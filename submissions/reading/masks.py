"""Numbers that are no dates or times, blanked out; every offset stays the same."""

import re

URL = re.compile(r"https?://[^\s<>\"'\]|]{1,2000}|\bwww\.[^\s<>\"'\]|]{1,2000}", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b")
POSTCODE = re.compile(r"(?<![\w])([1-9]\d{3})\s?([A-Z]{2})(?![\w])")
_PHONE = re.compile(r"(?<![\d.:])(?:\+\d{2}|0)[\d]{1,3}[ \t()/–.-]{0,3}\d[\d \t–.-]{5,14}\d(?!\d)")
_DATE_LIKE = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}")
_MONEY = re.compile(r"(?:€|\beur\b|\beuro\b)\s{0,2}[\d.,]{1,12}(?:-|,-)?", re.IGNORECASE)


def masked(text: str) -> str:
    for pattern in (URL, EMAIL, POSTCODE, _MONEY):
        text = pattern.sub(_blank, text)
    return _PHONE.sub(_blank_phone, text)


def _blank(match: re.Match[str]) -> str:
    return "\x01" * len(match[0])


def _blank_phone(match: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in match[0])
    if not 9 <= digits <= 12 or _DATE_LIKE.match(match[0]):
        return match[0]
    return _blank(match)
