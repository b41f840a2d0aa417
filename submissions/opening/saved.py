"""Mails within a mail: passed on whole, or saved as a file."""

from dataclasses import replace

from mail import mime
from mail.message import Part, ReadMessage


def mails_in(message: ReadMessage) -> list[ReadMessage]:
    """The mails in a mail, those that were saved as a file included."""
    saved = (saved_mail(part) for part in message.parts)
    return [*message.attached, *(one for one in saved if one)]


def saved_mail(part: Part) -> ReadMessage | None:
    """The mail that a file holds, if it holds one."""
    if not part.name.lower().endswith(".eml"):
        return None
    inner = mime.read(part.payload)
    return replace(inner, container=part.name) if inner.headers.fields else None
