"""What a bounce says: which mail, for whom, and why."""

import pytest

from mail.bounces import bounce_in

OURS = "<0f8fad5b-d9cb-469f-a165-70867728950e@example.org>"
DSN = f"""From: MAILER-DAEMON@mx.example.net
To: actieweek@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; jo@lindeboom.example
Action: %s
Status: %s
Diagnostic-Code: smtp; 550 5.1.1 <jo@lindeboom.example>: Recipient
    address rejected: User unknown

--x
Content-Type: text/rfc822-headers

From: actieweek@example.org
Message-ID: {OURS}

--x--
"""


def made(action: str = "failed", status: str = "5.1.1") -> bytes:
    return (DSN % (action, status)).replace("\n", "\r\n").encode()


def test_a_bounce_tells_which_mail_for_whom_and_why() -> None:
    found = bounce_in(made())
    assert found is not None
    assert found.message_ids == {OURS}
    assert found.failed == {"jo@lindeboom.example"}
    assert found.reason == (
        "550 5.1.1 <jo@lindeboom.example>: Recipient address rejected: User unknown"
    )


def test_what_is_only_late_did_not_come_back() -> None:
    assert bounce_in(made("delayed", "4.4.1")) is None


def test_a_bounce_in_words_only_is_for_everybody() -> None:
    text = f"Subject: Onbestelbaar\n\nDe mail kwam niet aan.\n\nMessage-ID: {OURS}\n"
    found = bounce_in(text.encode())
    assert found is not None
    assert (found.failed, found.reason) == (None, "De mail is niet te bezorgen.")
    assert bounce_in(text.replace("Onbestelbaar", "Vertraagd: uw mail").encode()) is None


@pytest.mark.parametrize(
    "raw", [b"", b"Subject: weg", b"\xff\x00" * 500, made().replace(b"@", b"")]
)
def test_what_names_no_mail_is_no_bounce_of_ours(raw: bytes) -> None:
    assert bounce_in(raw) is None


def test_strange_bytes_are_read_without_raising() -> None:
    for cut in range(0, len(made()), 97):
        bounce_in(made()[:cut] + b"\xff\r\n--x\r\n" + made()[cut:])
