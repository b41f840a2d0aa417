# ruff: noqa: E501 -- pages have the lines that programs write
"""Mail programs beside those of ``programs.py``: Zimbra, Notes, Horde, Proton, Gmail's app."""

import textwrap

from tests.opened.mime import message, multi, text, token
from tests.opened.programs import escaped, headers, linked, with_files


def zimbra(sender, subject, when, body, *files, seed=None, **fields):
    """Zimbra's webmail: plain and one div of HTML with breaks."""
    seed = seed or sender + when
    page = f'<html><body><div style="font-family: arial, helvetica, sans-serif; font-size: 12pt; color: #000000">{linked(body.strip()).replace(chr(10), "<br />" + chr(10))}</div></body></html>\n'
    both = multi("alternative", text(body), text(page, "html"), boundary=f"=_{token(seed, 36)}")
    extra = [
        "X-Originating-IP: [192.0.2.143]",
        "X-Mailer: Zimbra 10.0.9_GA_4612 (ZimbraWebClient - FF125 (Linux)/10.0.9_GA_4612)",
        f"Thread-Topic: {escaped(subject) if subject.isascii() else 'bericht'}",
    ]
    top = headers(sender, subject, when, seed, *extra, **fields)
    return message(top, with_files(both, files, f"=_{token(seed + 'm', 36)}"))


def notes(sender, subject, when, body, *files, seed=None, **fields):
    """Domino: latin-1, fonts in every line, the HTML before nothing else of note."""
    seed = seed or sender + when
    lines = "".join(
        f'<font size=2 face="sans-serif">{linked(line)}</font>\n<br>'
        for line in body.strip("\n").split("\n")
    )
    both = multi(
        "alternative",
        text(body, charset="iso-8859-1", declared='"ISO-8859-1"'),
        text(lines + "\n", "html", charset="iso-8859-1", declared='"ISO-8859-1"'),
        boundary=f"=_alternative {token(seed, 8).upper()}C1258{token(seed + 'n', 3).upper()}_=",
    )
    extra = [
        "X-KeepSent: 4C1A2B3D:5E6F7A8B-C1258D01; type=4; name=$KeepSent",
        "X-Mailer: HCL Notes Release 12.0.2FP3 October 11, 2023",
    ]
    top = headers(sender, subject, when, seed, *extra, charset="iso-8859-1", **fields)
    return message(top, with_files(both, files, f"=_mixed {token(seed, 8).upper()}_="))


def horde(sender, subject, when, body, *files, seed=None, charset="utf-8", **fields):
    """Horde: format=flowed with DelSp, where the blank before a soft line end is deleted."""
    seed = seed or sender + when
    flow = "\n".join(
        "  \n".join(textwrap.wrap(line, 68, break_on_hyphens=False) or [""])
        for line in body.split("\n")
    )
    plain = text(flow, charset=charset, encoding="8bit", params="; format=flowed; DelSp=Yes")
    top = headers(
        sender,
        subject,
        when,
        seed,
        "User-Agent: Horde Application Framework 5",
        charset=charset,
        **fields,
    )
    return message(top, with_files(plain, files, f"=_{token(seed, 22)}"))


def proton(sender, subject, when, body, *files, seed=None, **fields):
    """Proton: HTML in base64 beside the plain text, paragraphs as divs."""
    seed = seed or sender + when
    page = "".join(
        f'<div style="font-family: Arial, sans-serif; font-size: 14px;">{linked(line) or "<br>"}</div>'
        for line in body.strip("\n").split("\n")
    )
    both = multi(
        "alternative",
        text(body, encoding="base64"),
        text(page + "\n", "html", encoding="base64"),
        boundary=f"b1={token(seed, 34)}",
    )
    top = headers(sender, subject, when, seed, "Feedback-ID: 8101527:user:proton", **fields)
    return message(top, with_files(both, files, f"b2={token(seed, 34)}"))


def gmail_app(sender, subject, when, body, *files, seed=None, **fields):
    """Gmail on a phone: one div, ``dir=auto``, nothing said about transfer."""
    seed = seed or sender + when
    page = f'<div dir="auto">{linked(body.strip()).replace(chr(10) * 2, "</div><div dir=auto><br></div><div dir=auto>").replace(chr(10), "<br>")}</div>\n'
    both = multi(
        "alternative",
        text(body, encoding="8bit"),
        text(page, "html", encoding="8bit"),
        boundary="000000000000" + token(seed, 16),
    )
    return message(
        headers(sender, subject, when, seed, **fields),
        with_files(both, files, "000000000000" + token(seed + "m", 16)),
    )
