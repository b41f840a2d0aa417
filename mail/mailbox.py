"""One address of a header."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mailbox:
    """Either part may be empty."""

    name: str = ""
    address: str = ""


NOBODY = Mailbox()
