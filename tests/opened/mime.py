"""Messages put together as bytes, the way mail programs write them."""

import base64
import binascii
import hashlib
import textwrap
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

OURS = "actieweek@example.org"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def stamp(when: str, zone: str = "Europe/Amsterdam") -> str:
    """``2027-05-03 10:12`` in Amsterdam as a Date header, in another zone if asked."""
    moment = datetime.fromisoformat(when).replace(tzinfo=AMSTERDAM)
    return format_datetime(moment.astimezone(ZoneInfo(zone)))


def noise(seed: str, length: int) -> str:
    """Base64-like filler, the same on every run."""
    out, digest = "", seed.encode()
    while len(out) < length:
        digest = hashlib.sha256(digest).digest()
        out += base64.b64encode(digest).decode().rstrip("=")
    return out[:length]


def token(seed: str, length: int = 20) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()[:length]


def message_id(seed: str, domain: str = "mail.example.nl") -> str:
    return f"<{token('id' + seed, 24)}@{domain}>"


def encoded(text: str, name: str, charset: str = "utf-8") -> str:
    """An ASCII header value; encoded words, folded, only where they are needed."""
    if text.isascii():
        return text
    return Header(text, charset, header_name=name, maxlinelen=74).encode().replace("\r\n", "\n")


def address(sender: str, charset: str = "utf-8") -> str:
    """``Naam <adres>`` with the name as a header may carry it."""
    name, _, mailbox = sender.rpartition(" <")
    if not name:
        return sender
    if name.isascii():
        return f'"{name}" <{mailbox}' if set(name) & set(',.:;@()"') else f"{name} <{mailbox}"
    return f"{encoded(name, 'From', charset)} <{mailbox}"


def quoted_printable(body: bytes) -> bytes:
    out = binascii.b2a_qp(body, istext=True)
    return out if out.endswith(b"\n") else out + b"\n"


def base64_lines(body: bytes, width: int = 76) -> bytes:
    data = base64.b64encode(body)
    return b"\n".join(data[at : at + width] for at in range(0, len(data), width)) + b"\n"


def transferred(body: bytes, encoding: str) -> tuple[str, bytes]:
    if encoding == "quoted-printable":
        return encoding, quoted_printable(body)
    if encoding == "base64":
        return encoding, base64_lines(body.replace(b"\n", b"\r\n"))
    return encoding, body if body.endswith(b"\n") else body + b"\n"


def text(
    body: str,
    subtype: str = "plain",
    charset: str = "utf-8",
    encoding: str = "quoted-printable",
    declared: str | None = None,
    params: str = "",
) -> bytes:
    """A text part; ``declared`` is the charset it says to be in, if that is another one."""
    named, data = transferred(body.encode(charset), encoding)
    kind = f"Content-Type: text/{subtype}; charset={declared or charset}{params}"
    return f"{kind}\nContent-Transfer-Encoding: {named}\n\n".encode() + data


def multi(
    subtype: str, *parts: bytes, boundary: str, params: str = "", preamble: str = ""
) -> bytes:
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"{params}\n\n{preamble}'
    out = head.encode() + (b"\n" if preamble else b"")
    for one in parts:
        out += f"--{boundary}\n".encode() + one + (b"" if one.endswith(b"\n") else b"\n") + b"\n"
    return out + f"--{boundary}--\n".encode()


def file_part(
    name: str,
    declared: str,
    data: bytes,
    *,
    style: str = "plain",
    disposition: str = "attachment",
    extra: str = "",
) -> bytes:
    """A file; ``style`` is how its name is written: plain, rfc2231, words or continued."""
    if style == "rfc2231":
        named = f"filename*=UTF-8''{quote(name, safe='')}"
    elif style == "words":
        named = f'filename="{encoded(name, "filename").replace(chr(10), "")}"'
    elif style == "continued":
        half = len(name) // 2
        named = f'filename*0="{name[:half]}";\n\tfilename*1="{name[half:]}"'
    else:
        named = f'filename="{name}"'
    kind = declared if style != "plain" else f'{declared}; name="{name}"'
    head = f"Content-Type: {kind}\nContent-Disposition: {disposition};\n\t{named}\n{extra}"
    return f"{head}Content-Transfer-Encoding: base64\n\n".encode() + base64_lines(data)


def message(headers: list[str], body: bytes) -> bytes:
    return "".join(line + "\n" for line in headers).encode() + body


def flowed(body: str, width: int = 70) -> str:
    """RFC 3676: a blank at the end of a line says that the paragraph goes on."""
    out = []
    for line in body.split("\n"):
        pieces = textwrap.wrap(line, width, break_on_hyphens=False) or [line.strip() and line]
        out += [piece + " " for piece in pieces[:-1]] + [pieces[-1]]
    return "\n".join(out)


def hard(body: str, width: int = 72) -> str:
    """Lines broken for good, as webmail does it."""
    return "\n".join(
        piece
        for line in body.split("\n")
        for piece in (
            textwrap.wrap(line, width, break_on_hyphens=False) if len(line) > width else [line]
        )
    )


def quoted(body: str, mark: str = "> ") -> str:
    return "\n".join((mark + line).rstrip() for line in body.strip("\n").split("\n"))
