"""Whose word counts on who sent a mail: that of our own server, and only its topmost line."""

import pytest

from mail.message import Dmarc
from mail.mime import read

OURS = "mx.example.org"


def check(*fields: str, ours: str = OURS) -> Dmarc:
    head = "".join(f"Authentication-Results: {field}\r\n" for field in fields)
    return read(f"{head}From: jo@school.nl\r\n\r\nx".encode(), authserv_id=ours).dmarc


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("mx.example.org; dmarc=pass header.from=school.nl", Dmarc.PASSED),
        ("MX.Example.ORG 1; spf=fail smtp.mailfrom=x.nl;\r\n dmarc=pass (p=none)", Dmarc.PASSED),
        ("mx.example.org (by opendmarc); dkim=pass; dmarc = fail", Dmarc.FAILED),
        ("mx.example.org; dmarc/1=fail", Dmarc.FAILED),
        ("mx.example.org; dmarc=none", Dmarc.UNKNOWN),
        ("mx.example.org; dmarc=temperror", Dmarc.UNKNOWN),
        ("mx.example.org; none", Dmarc.UNKNOWN),
        ("mx.example.org; spf=pass (dmarc=pass (nested) ; dmarc=pass); dkim=pass", Dmarc.UNKNOWN),
        ('mx.example.org; spf=pass smtp.mailfrom="; dmarc=pass; "; dkim=pass', Dmarc.UNKNOWN),
        ('mx.example.org; spf=pass smtp.mailfrom="a(b"@x.nl; dmarc=fail', Dmarc.FAILED),
        ("mx.example.org; xdmarc=pass; dkim=pass reason=dmarc=pass", Dmarc.UNKNOWN),
        ("elsewhere.example; dmarc=pass", Dmarc.UNKNOWN),
        ("", Dmarc.UNKNOWN),
        (";;;=(((" + "(" * 50_000, Dmarc.UNKNOWN),
    ],
)
def test_what_our_own_server_wrote(field: str, found: Dmarc) -> None:
    assert check(field) is found


def test_what_came_along_below_it_counts_for_nothing() -> None:
    passed, failed = f"{OURS}; dmarc=pass", f"{OURS}; dmarc=fail"
    assert check(failed, passed) is Dmarc.FAILED
    assert check(passed, failed) is Dmarc.PASSED
    assert check("sender.example; dmarc=pass", failed, passed) is Dmarc.FAILED


def test_without_a_name_the_topmost_line_only_counts_against() -> None:
    assert check("mx; dmarc=pass", ours="") is Dmarc.UNKNOWN
    assert check("mx; dmarc=fail (p=none)", ours="") is Dmarc.FAILED
    assert check("mx; dmarc=pass", "mx; dmarc=fail", ours="") is Dmarc.UNKNOWN


def test_a_mail_within_the_mail_is_not_checked() -> None:
    inner = f"Authentication-Results: {OURS}; dmarc=pass\r\nFrom: a@b.nl\r\n\r\nx"
    raw = f"Content-Type: message/rfc822\r\n\r\n{inner}"
    assert read(raw.encode(), authserv_id=OURS).attached[0].dmarc is Dmarc.UNKNOWN
