# ruff: noqa: E501 -- files and pages have the lines that programs write
"""One function a mail program: its headers, its MIME structure, its HTML around the same words."""

import re

from .mime import (
    OURS,
    address,
    encoded,
    flowed,
    hard,
    message,
    message_id,
    multi,
    noise,
    stamp,
    text,
    token,
)


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def linked(words: str) -> str:
    """Bare addresses become links, as every program makes them."""
    out = re.sub(r"(https?://[^\s<>]+)", r'<a href="\1">\1</a>', escaped(words))
    return re.sub(r"(?<![\w.+:/-])([\w.+-]+@[\w.-]+\.\w+)", r'<a href="mailto:\1">\1</a>', out)


def msonormal(body: str) -> str:
    lines = "".join(
        f'<p class="MsoNormal">{linked(line) or "&nbsp;"}<o:p></o:p></p>\n'
        for line in body.strip("\n").split("\n")
    )
    style = "<!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:'Calibri',sans-serif;} -->"
    return f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>{style}</style></head>\n<body lang="NL" link="#0563C1">\n<div class="WordSection1">\n{lines}</div></body></html>\n'


def divs(body: str) -> str:
    lines = "".join(f"<div>{linked(line) or '<br>'}</div>" for line in body.strip("\n").split("\n"))
    return f'<div dir="ltr">{lines}</div>\n'


def breaks(body: str) -> str:
    return f'<html><body style="overflow-wrap: break-word;">{linked(body.strip()).replace(chr(10), "<br>" + chr(10))}</body></html>\n'


def headers(
    sender: str,
    subject: str,
    when: str,
    seed: str,
    *extra: str,
    to: str = OURS,
    charset: str = "utf-8",
    answers: str | None = None,
    references: str | None = None,
    mid: str | None = None,
    zone: str = "Europe/Amsterdam",
) -> list[str]:
    """Trace lines and the headers that all programs share; ``answers`` is an In-Reply-To."""
    mailbox = sender.rpartition("<")[2].rstrip(">")
    domain = mailbox.partition("@")[2]
    lines = [
        f"Return-Path: <{mailbox}>",
        f"Delivered-To: {OURS}",
        f"Received: from uit.{domain} (uit.{domain} [198.51.100.{int(token(seed, 4), 16) % 250 + 1}])",
        f"\tby mx1.example.org (Postfix) with ESMTPS id {token(seed, 8).upper()}",
        f"\tfor <{OURS}>; {stamp(when)}",
        f"From: {address(sender, charset)}",
        f"To: {to}",
        f"Subject: {encoded(subject, 'Subject', charset)}",
        f"Date: {stamp(when, zone)}",
        f"Message-ID: {mid or message_id(seed, domain)}",
    ]
    if answers:
        lines += [f"In-Reply-To: {answers}", f"References: {references or answers}"]
    return [*lines, *extra, "MIME-Version: 1.0"]


def with_files(body: bytes, files: tuple[bytes, ...], boundary: str) -> bytes:
    return multi("mixed", body, *files, boundary=boundary) if files else body


def gmail(sender, subject, when, body, *files, seed=None, html=None, encoding="base64", **fields):
    """multipart/alternative in UTF-8; the plain part wraps nothing."""
    seed = seed or sender + when
    bound = "00000000000" + token(seed, 17)
    both = multi(
        "alternative",
        text(body, encoding=encoding),
        text(html or divs(body), "html"),
        boundary=bound,
    )
    domain = sender.rpartition("@")[2].rstrip(">")
    extra = [
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=20230601;",
        f"        h=to:subject:message-id:date:from:mime-version; bh={noise(seed, 43)}=;",
        f"        b={noise(seed + 'b', 66)}==",
        f"X-Gm-Message-State: AOJu0Y{noise(seed + 'g', 50)}",
    ]
    top = headers(sender, subject, when, seed, *extra, **fields)
    return message(top, with_files(both, files, "0000000000" + token(seed + "m", 18)))


def outlook(
    sender, subject, when, body, *files, seed=None, html=None, charset="windows-1252", **fields
):
    """Outlook behind Exchange: a plain part beside Word's HTML."""
    seed = seed or sender + when
    bound = f"_000_{token(seed, 32).upper()}_"
    both = multi(
        "alternative",
        text(body, charset=charset, declared=f'"{charset}"'),
        text(html or msonormal(body), "html", charset, declared=f'"{charset}"'),
        boundary=bound,
    )
    extra = [
        f"Thread-Topic: {encoded(subject, 'Thread-Topic')}",
        f"Thread-Index: {noise(seed + 'ti', 30)}",
        "Accept-Language: nl-NL, en-US",
        "Content-Language: nl-NL",
        f"X-MS-Has-Attach:{' yes' if files else ''}",
        "X-MS-TNEF-Correlator:",
    ]
    top = headers(sender, subject, when, seed, *extra, charset=charset, **fields)
    return message(top, with_files(both, files, f"_004_{token(seed + 'm', 32).upper()}_"))


def outlook_web(
    sender, subject, when, body, *files, seed=None, html=None, charset="utf-8", **fields
):
    """Outlook on the web: HTML and nothing else."""
    seed = seed or sender + when
    lines = "".join(
        f'<div class="elementToProof" style="font-family: Aptos, sans-serif; font-size: 12pt;">{linked(line) or "<br>"}</div>\n'
        for line in body.strip("\n").split("\n")
    )
    page = f'<html><head><style type="text/css" style="display:none;"> P {{margin-top:0;margin-bottom:0;}} </style></head><body dir="ltr">\n{lines}</body></html>\n'
    top = headers(
        sender,
        subject,
        when,
        seed,
        "Accept-Language: nl-NL",
        "msip_labels:",
        charset=charset,
        **fields,
    )
    return message(
        top, with_files(text(html or page, "html", charset), files, f"_002_{token(seed, 30)}_")
    )


def apple(sender, subject, when, body, *files, seed=None, html=None, **fields):
    seed = seed or sender + when
    bound = f"Apple-Mail={token(seed, 8).upper()}-{token(seed + '2', 12).upper()}"
    both = multi(
        "alternative", text(body), text(html or breaks(body), "html"), boundary="2" + bound
    )
    top = headers(sender, subject, when, seed, "X-Mailer: Apple Mail (2.3826.500.181)", **fields)
    return message(top, with_files(both, files, bound))


def phone(
    sender, subject, when, body, *files, seed=None, last="Verstuurd vanaf mijn iPhone", **fields
):
    seed = seed or sender + when
    whole = body.rstrip("\n") + (f"\n\n{last}\n" if last else "\n")
    top = headers(sender, subject, when, seed, "X-Mailer: iPhone Mail (24D5034f)", **fields)
    return message(top, with_files(text(whole), files, f"Apple-Mail-{token(seed, 20).upper()}"))


def thunderbird(sender, subject, when, body, *files, seed=None, charset="utf-8", **fields):
    """format=flowed, eight bits."""
    seed = seed or sender + when
    agent = "User-Agent: Mozilla Thunderbird"
    flow = text(flowed(body), charset=charset, encoding="8bit", params="; format=flowed")
    top = headers(
        sender, subject, when, seed, agent, "Content-Language: nl", charset=charset, **fields
    )
    return message(top, with_files(flow, files, "------------" + token(seed, 24)))


def roundcube(sender, subject, when, body, *files, seed=None, charset="utf-8", width=72, **fields):
    """Webmail of a provider: plain text with hard line ends."""
    seed = seed or sender + when
    plain = text(hard(body, width), charset=charset, encoding="8bit", params="; format=fixed")
    top = headers(
        sender,
        subject,
        when,
        seed,
        "User-Agent: Roundcube Webmail/1.6.9",
        charset=charset,
        **fields,
    )
    return message(top, with_files(plain, files, "=_" + token(seed, 32)))


def android(sender, subject, when, body, *files, seed=None, **fields):
    seed = seed or sender + when
    page = f'<html><head></head><body dir="auto">{breaks(body)[6:]}'
    both = multi(
        "alternative",
        text(body, encoding="base64"),
        text(page, "html", encoding="base64"),
        boundary=f"--_com.samsung.android.email_{int(token(seed, 12), 16)}",
    )
    top = headers(sender, subject, when, seed, "Importance: normal", **fields)
    return message(
        top,
        with_files(both, files, f"--_com.samsung.android.email_{int(token(seed + 'm', 11), 16)}"),
    )


def bare(sender, subject, when, body, *extra, seed=None, part=None, **fields):
    """Any other program: the part as given, or plain quoted-printable text."""
    seed = seed or sender + when
    return message(headers(sender, subject, when, seed, *extra, **fields), part or text(body))
