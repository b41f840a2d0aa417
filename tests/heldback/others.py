# ruff: noqa: E501 -- pages have the lines that programs write
"""Five more mail programs: eM Client, K-9, GroupWise, Windows Live Mail, KMail."""

from tests.opened.mime import message, multi, text, token
from tests.opened.programs import escaped, headers, linked, with_files


def em_client(sender, subject, when, body, *files, seed=None, **fields):
    """eM Client: both parts in utf-8, the page made of divs with a class."""
    seed = seed or sender + when
    lines = "".join(
        f'<div class="plain_line">{linked(line) or "<br />"}</div>\n'
        for line in body.strip("\n").split("\n")
    )
    page = f'<html><head><style id="css_styles" type="text/css">blockquote.cite {{ margin-left: 5px; }}</style></head><body>{lines}</body></html>\n'
    both = multi(
        "alternative",
        text(body, params="; format=flowed"),
        text(page, "html"),
        boundary=f"------=_MB{token(seed, 8).upper()}-{token(seed + 'e', 4).upper()}",
    )
    top = headers(sender, subject, when, seed, "User-Agent: eM_Client/10.1.4828.0", **fields)
    return message(top, with_files(both, files, f"------=_MA{token(seed, 8).upper()}"))


def k9(sender, subject, when, body, *files, seed=None, **fields):
    """K-9 on a phone: plain text alone, in base64."""
    seed = seed or sender + when
    top = headers(sender, subject, when, seed, "User-Agent: K-9 Mail for Android", **fields)
    return message(
        top, with_files(text(body, encoding="base64"), files, f"----{token(seed, 30).upper()}")
    )


def groupwise(sender, subject, when, body, *files, seed=None, **fields):
    """GroupWise: latin-1, a page in one paragraph, always a mixed part around it."""
    seed = seed or sender + when
    page = f'<HTML><HEAD>\n<META content="text/html; charset=iso-8859-1" http-equiv=Content-Type></HEAD>\n<BODY style="FONT: 10pt Segoe UI; MARGIN: 4px 4px 1px"><DIV>{linked(body.strip()).replace(chr(10), "</DIV>" + chr(10) + "<DIV>").replace("<DIV></DIV>", "<DIV>&nbsp;</DIV>")}</DIV></BODY></HTML>\n'
    both = multi(
        "alternative",
        text(body, charset="iso-8859-1"),
        text(page, "html", charset="iso-8859-1"),
        boundary=f"=__Part{token(seed, 8).upper()}.1__=",
    )
    top = headers(
        sender,
        subject,
        when,
        seed,
        "X-Mailer: Novell GroupWise Internet Agent 14.2.2",
        charset="iso-8859-1",
        **fields,
    )
    return message(top, multi("mixed", both, *files, boundary=f"=__Part{token(seed, 8)}.0__="))


def live_mail(sender, subject, when, body, *files, seed=None, **fields):
    """Windows Live Mail: FONT and DIV in capitals, a preamble before the parts."""
    seed = seed or sender + when
    lines = "".join(
        f"<DIV><FONT face=Calibri size=3>{escaped(line) or '&nbsp;'}</FONT></DIV>\n"
        for line in body.strip("\n").split("\n")
    )
    both = multi(
        "alternative",
        text(body, charset="iso-8859-1", declared='"iso-8859-1"'),
        text(
            f"<HTML><HEAD></HEAD>\n<BODY dir=ltr>\n{lines}</BODY></HTML>\n",
            "html",
            charset="iso-8859-1",
            declared='"iso-8859-1"',
        ),
        boundary=f"----=_NextPart_000_{token(seed, 4).upper()}_01D3F2A1",
        preamble="This is a multi-part message in MIME format.\n",
    )
    extra = [
        "X-Priority: 3",
        "X-MSMail-Priority: Normal",
        "X-Mailer: Microsoft Windows Live Mail 16.4.3528.331",
    ]
    top = headers(sender, subject, when, seed, *extra, charset="iso-8859-1", **fields)
    return message(top, with_files(both, files, f"----=_NextPart_001_{token(seed, 4).upper()}"))


def kmail(sender, subject, when, body, *files, seed=None, charset="utf-8", **fields):
    """KMail: plain text, quoted-printable, a reply without more."""
    seed = seed or sender + when
    top = headers(sender, subject, when, seed, "User-Agent: KMail/5.24", charset=charset, **fields)
    return message(
        top, with_files(text(body, charset=charset), files, f"nextPart{token(seed, 10)}")
    )
