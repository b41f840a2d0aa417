import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.fingerprint import MESSAGE_ID_LIMIT, fingerprint
from tests.mail.samples import make_raw, real, real_mails

TRACE = [
    b"Received: from a by b; Mon, 1 Jan 2027 10:00:00 +0100",
    b"Received: from a\r\n\tby b;\r\n Mon, 1 Jan 2027 10:00:00 +0100",
    b"Return-Path: <bounce@example.org>",
    b"Delivered-To: actieweek@example.org",
    b"X-Original-To: actieweek@example.org",
    b"Envelope-To: actieweek@example.org",
    b"Authentication-Results: mx; dmarc=pass",
    b"Received-SPF: pass",
    b"ARC-Seal: i=1; a=rsa-sha256",
    b"DKIM-Signature: v=1; a=rsa-sha256",
    b"X-Spam-Status: No, score=-0.1",
    b"X-Rspamd-Score: 1.2",
    b"X-Virus-Scanned: clamav",
    b"X-MS-Exchange-Organization-SCL: 1",
    b"X-Forefront-Antispam-Report: CIP",
    b"Status: RO",
    b"X-UID: 12",
    b"Resent-From: postbus@example.org",
]


@pytest.mark.parametrize("line", TRACE)
@pytest.mark.parametrize("mail", real_mails(), ids=lambda path: path.stem)
def test_trace_header_does_not_count(line: bytes, mail) -> None:
    raw = mail.read_bytes()
    assert fingerprint(line + b"\r\n" + raw) == fingerprint(raw)


@pytest.mark.parametrize("mail", real_mails(), ids=lambda path: path.stem)
def test_line_ends_and_trailing_lines_do_not_count(mail) -> None:
    raw = mail.read_bytes()
    assert fingerprint(raw.replace(b"\r\n", b"\n")) == fingerprint(raw)
    assert fingerprint(raw + b"\r\n\r\n") == fingerprint(raw)


def test_folding_order_and_case_of_fields_do_not_count() -> None:
    one = b"Subject: Een lang onderwerp\r\nMessage-ID: <a@b>\r\n\r\nTekst"
    other = b"Message-Id:\r\n <a@b>\r\nsubject: Een lang\r\n\tonderwerp\r\n\r\nTekst"
    assert fingerprint(one) == fingerprint(other)


def test_redelivery_from_practice_is_the_same() -> None:
    assert fingerprint(real("002")) == fingerprint(real("029"))


def test_separator_of_a_pipe_does_not_count() -> None:
    raw = make_raw()
    assert fingerprint(b"From jo@example.org Mon Jan  1 10:00:00 2027\n" + raw) == fingerprint(raw)


@pytest.mark.parametrize(
    "other",
    [
        make_raw("Hallo!", message_id="<a@b>"),
        make_raw("Hallo", message_id="<a@b>", subject="Iets anders"),
        make_raw("Hallo", message_id="<b@b>"),
        make_raw("\r\nHallo", message_id="<a@b>"),
    ],
)
def test_other_content_counts(other: bytes) -> None:
    assert fingerprint(other)[0] != fingerprint(make_raw("Hallo", message_id="<a@b>"))[0]


def test_text_without_headers_keeps_its_order() -> None:
    assert fingerprint(b"een\ntwee") != fingerprint(b"twee\neen")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Message-ID: <abc@example.org>", "<abc@example.org>"),
        ("Message-ID:\r\n <abc@example.org>", "<abc@example.org>"),
        ("Message-ID: <[abc@x>", "<[abc@x>"),
        ("Message-ID: los", "los"),
        ("Message-ID: ", ""),
        ("Message-ID: <é@x>", "<\\xc3\\xa9@x>"),
    ],
)
def test_message_id(line: str, expected: str) -> None:
    assert fingerprint(make_raw("x", line))[1] == expected


@given(st.binary(max_size=2000))
def test_any_bytes_have_a_fingerprint(raw: bytes) -> None:
    mark, message_id = fingerprint(raw)
    assert len(mark) == 64
    assert len(message_id) <= MESSAGE_ID_LIMIT
    assert message_id.isascii()
    assert "\x00" not in message_id


@given(st.binary(max_size=300), st.sampled_from(TRACE))
def test_trace_in_front_of_any_mail_does_not_count(body: bytes, line: bytes) -> None:
    raw = b"Subject: x\r\n\r\n" + body
    assert fingerprint(line + b"\r\n" + raw) == fingerprint(raw)
