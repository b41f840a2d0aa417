"""Whom to ask: the addresses that a sender wrote down."""

import re
from collections.abc import Collection

from submissions.reading.found import Found
from submissions.reading.masks import EMAIL

_NO_REPLY = re.compile(
    r"no-?reply|niet-?beantwoorden|noreply|mailer-daemon|postmaster", re.IGNORECASE
)
_MARKUP = re.compile(r"<[^>]{0,200}>")
_CONTACT_CUE = re.compile(
    r"vragen|contact|mail|info|bereik|e\s|@|aanmelden|aanmelding|opgeven", re.IGNORECASE
)


def clean_name(name: str) -> str:
    """A display name without markup and quotes; empty when it is only an address."""
    name = " ".join(_MARKUP.sub(" ", name).split()).strip(" '\"<>|,-")
    if EMAIL.fullmatch(name):
        return ""
    return name[:200]


def read_contact(
    text: str, own: Collection[str], confidence: float, detail: str = ""
) -> list[Found]:
    """Addresses that the sender wrote down; one in the From header alone is no contact."""
    found = []
    for match in EMAIL.finditer(text):
        address = match[0].strip(".")
        if address.lower() in own or _NO_REPLY.search(address):
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        bonus = 0.05 if _CONTACT_CUE.search(before) else 0.0
        found.append(
            Found(
                "contact_email",
                address,
                match.start(),
                match.end(),
                match[0],
                confidence=confidence + bonus,
                detail=detail,
            )
        )
    return found
