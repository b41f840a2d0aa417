"""Who invites and who is invited (RFC 5545, 3.8.4)."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from icalendar import Component

_ADDRESS = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,190}\.[A-Za-z]{2,24}")
_LOCAL = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,190}")
_ATTENDEES_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Party:
    """An organiser: the name, the address of the calendar, and those a mail may come from.

    Apple's calendar has an address of its own, with that of the person as a parameter.
    """

    name: str = ""
    address: str = ""
    email: str = ""
    sent_by: str = ""

    @property
    def contact(self) -> str:
        """The address of the person, when it could be one."""
        best = self.email or self.address
        return best if _ADDRESS.fullmatch(best) else ""

    def is_from(self, sender: str) -> bool:
        """Whether a mail of this sender is the organiser's own."""
        known = {one.lower() for one in (self.address, self.email, self.sent_by) if one}
        return sender.lower() in known


def organiser_of(event: Component) -> Party:
    organiser = event.get("ORGANIZER")
    if organiser is None or isinstance(organiser, list):
        return Party()
    name = _parameter(organiser, "CN")
    return Party(
        name=name[:200] if "@" not in name else "",
        address=_mail_address(str(organiser)),
        email=_mail_address(_parameter(organiser, "EMAIL")),
        sent_by=_mail_address(_parameter(organiser, "SENT-BY")),
    )


def ours_among(event: Component, own: Collection[str]) -> str:
    """Our address among the invited, as it is written there; empty when we are not."""
    invited = event.get("ATTENDEE")
    for one in (invited if isinstance(invited, list) else [invited])[:_ATTENDEES_LIMIT]:
        for address in (_mail_address(str(one)), _mail_address(_parameter(one, "EMAIL"))):
            if address and is_own(address, own):
                return address
    return ""


def is_own(address: str, own: Collection[str]) -> bool:
    """One of ours, with or without what follows a plus."""
    name, _, domain = address.lower().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}" in own


def _mail_address(text: str) -> str:
    address = re.sub(r"^\s*mailto:", "", text, flags=re.IGNORECASE).strip()
    return address if _LOCAL.fullmatch(address) and address.isprintable() else ""


def _parameter(prop: Any, name: str) -> str:
    value = getattr(prop, "params", {}).get(name, "")
    return str(value[0] if isinstance(value, list) and value else value).strip(' "')
