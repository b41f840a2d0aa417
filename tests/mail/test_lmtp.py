import contextlib
import random
import signal
import smtplib
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.db import connection

from mail import lmtp
from mail.models import InboundMessage
from tests import processes
from tests.mail.samples import make_raw, real_mails

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def door(django_db_setup: None) -> Iterator[int]:
    with processes.mail_door() as port:
        yield port


@pytest.fixture
def client(door: int) -> Iterator[smtplib.LMTP]:
    with smtplib.LMTP("127.0.0.1", door, timeout=30) as client:
        yield client


def converse(port: int, *sent: bytes) -> bytes:
    """Everything the door says when it hears these bytes, whatever a client library thinks."""
    with socket.create_connection(("127.0.0.1", port), 30) as conversation:
        for piece in sent:
            conversation.sendall(piece)
        if not sent[-1].endswith(b"QUIT\r\n"):
            conversation.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: conversation.recv(65536), b""))


def one_message(raw: bytes, sender: bytes = b"<jo@example.org>") -> bytes:
    return (
        b"LHLO test\r\nMAIL FROM:" + sender + b"\r\nRCPT TO:<a@example.org>\r\nDATA\r\n" + raw
    ) + b".\r\nQUIT\r\n"


def stored() -> list[bytes]:
    return [bytes(raw) for raw in InboundMessage.objects.values_list("raw", flat=True)]


def test_real_mails_arrive_as_they_were_sent(client: smtplib.LMTP) -> None:
    mails = [path.read_bytes() for path in real_mails()]
    for raw in mails:
        client.sendmail("jo@example.org", ["actieweek@example.org"], raw)
    # A message ends with a line end, whether its file does or not; 029 is 002, delivered again.
    expected = [raw if raw.endswith(b"\r\n") else raw + b"\r\n" for raw in mails]
    assert len(stored()) == len(mails) - 1
    assert set(stored()) < set(expected)


def test_each_recipient_hears_that_it_is_stored(door: int) -> None:
    said = converse(
        door,
        b"LHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\nRCPT TO:<c@d>\r\nRCPT TO:<weird name@e>\r\n"
        b"DATA\r\n",
        b"Subject: x\r\n\r\nHallo\r\n.\r\nQUIT\r\n",
    )
    assert said.count(lmtp.STORED.encode()) == 3
    message = InboundMessage.objects.get()
    assert message.envelope_sender == ""
    assert message.envelope_recipients == ["a@b", "c@d", "weird name@e"]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (b"", b""),
        (b"\r\n", b"\r\n"),
        (b"..stippel\r\n", b".stippel\r\n"),
        (b"a\r\n..\r\n...b\r\n", b"a\r\n.\r\n..b\r\n"),
        (b"\r\r\n", b"\r\r\n"),
        (b"a\n.\nb\n.\r\nc\r\n", b"a\n.\nb\n.\r\nc\r\n"),  # a bare line feed ends nothing
        (b"a\r.\r\nb\r\n", b"a\r.\r\nb\r\n"),
        (b"nul \x00 en \xff\xfe\r\n", b"nul \x00 en \xff\xfe\r\n"),
        (b"x" * 1_000_000 + b"\r\n", b"x" * 1_000_000 + b"\r\n"),
    ],
)
def test_bytes_that_a_mailer_would_not_send(door: int, sent: bytes, kept: bytes) -> None:
    assert lmtp.STORED.encode() in converse(door, one_message(sent))
    assert stored() == [kept]


@pytest.mark.parametrize(
    "sender", [b"<>", b"<\xc3\xa9@example.org>", b"<a b@example.org>", b'<"a>b"@example.org>']
)
def test_any_sender_may_write(door: int, sender: bytes) -> None:
    assert lmtp.STORED.encode() in converse(door, one_message(b"Subject: x\r\n", sender))


def test_several_messages_in_one_conversation(client: smtplib.LMTP) -> None:
    for number in range(5):
        client.sendmail("a@b.nl", ["c@d.nl"], make_raw(f"bericht {number}"))
    assert len(stored()) == 5


def test_too_large_is_refused_for_good(door: int) -> None:
    with smtplib.LMTP("127.0.0.1", door, timeout=60) as client:
        client.ehlo()
        assert client.esmtp_features["size"] == str(50 * 1024 * 1024)
        announced = client.mail("a@b.nl", [f"SIZE={50 * 1024 * 1024 + 1}"])
        assert announced[0] == 552
        client.rset()
        client.mail("a@b.nl")
        client.rcpt("c@d.nl")
        client.rcpt("e@f.nl")
        client.putcmd("data")
        assert client.getreply()[0] == 354
        for _ in range(52):
            client.send(b"x" * 1024 * 1024 + b"\r\n")
        client.send(b".\r\n")
        assert [client.getreply()[0] for _ in range(2)] == [552, 552]
        client.sendmail("a@b.nl", ["c@d.nl"], make_raw("daarna gewoon"))
    assert len(stored()) == 1


def test_database_error_is_a_temporary_failure_and_the_door_recovers(door: int) -> None:
    table = connection.ops.quote_name(InboundMessage._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO elsewhere")
    try:
        said = converse(door, one_message(b"Subject: x\r\n"))
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE elsewhere RENAME TO {table}")
    assert lmtp.TRY_LATER.encode() in said
    assert lmtp.STORED.encode() not in said
    assert lmtp.STORED.encode() in converse(door, one_message(b"Subject: x\r\n"))
    assert len(stored()) == 1


def test_commands_out_of_order_are_refused(door: int) -> None:
    said = converse(door, b"DATA\r\nEHLO x\r\nLHLO x\r\nDATA\r\nRCPT TO:<a@b>\r\nQUIT\r\n")
    codes = [line[:3] for line in said.split(b"\r\n")]
    assert codes.count(b"503") == 3
    assert codes.count(b"500") == 1


def test_half_a_message_is_not_stored(door: int) -> None:
    converse(door, one_message(b"Subject: x\r\n\r\nhal").removesuffix(b".\r\nQUIT\r\n"))
    assert stored() == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_stopping_finishes_the_message_under_way(how: signal.Signals) -> None:
    port = processes.free_port()
    process = processes.manage("receive_mail", "--lmtp", f"127.0.0.1:{port}")
    try:
        processes.wait_for_port(port, process)
        idle = socket.create_connection(("127.0.0.1", port), 30)
        with idle, smtplib.LMTP("127.0.0.1", port, timeout=30) as client:
            client.ehlo()
            client.mail("a@b.nl")
            client.rcpt("c@d.nl")
            client.putcmd("data")
            client.getreply()
            client.send(b"Subject: onderweg\r\n")
            process.send_signal(how)
            wait_until_closed(port)
            client.send(b"\r\nHallo\r\n.\r\n")
            assert client.getreply()[0] == 250
            client.close()
        assert process.wait(30) == 0
    finally:
        processes.stop(process)
    assert len(stored()) == 1


def wait_until_closed(port: int) -> None:
    """A stopping door takes no new conversations."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            return
        time.sleep(0.05)
    raise AssertionError("the door is still open")


def test_killed_door_loses_nothing_and_doubles_nothing() -> None:
    """What was acknowledged is there; what was not is sent again, as mail servers do."""
    chance = random.Random(20270531)
    waiting = [make_raw(f"bericht {number} " + "x" * 20_000) for number in range(400)]
    everything = set(waiting)
    acknowledged: set[bytes] = set()
    for _ in range(8):
        port = processes.free_port()
        process = processes.manage("receive_mail", "--lmtp", f"127.0.0.1:{port}")
        try:
            processes.wait_for_port(port, process)
            killer = threading.Timer(chance.random() * 0.15, process.kill)
            killer.start()
            acknowledged |= send_while_it_lasts(port, waiting)
            killer.join()
        finally:
            processes.stop(process, signal.SIGKILL)
        assert acknowledged <= set(stored())
    assert waiting, "the door was never killed in the middle of the work"
    with processes.mail_door() as port:
        acknowledged |= send_while_it_lasts(port, waiting)
    assert acknowledged == everything
    assert sorted(stored()) == sorted(everything)


def send_while_it_lasts(port: int, waiting: list[bytes]) -> set[bytes]:
    """Sends what waits until the door is gone; gives what was acknowledged."""
    done: set[bytes] = set()
    with (
        contextlib.suppress(OSError, smtplib.SMTPException),
        smtplib.LMTP("127.0.0.1", port, timeout=30) as client,
    ):
        while waiting:
            client.sendmail("a@b.nl", ["c@d.nl"], waiting[0])
            done.add(waiting.pop(0))
    return done


def test_accept_never_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("schijf vol")

    monkeypatch.setattr(lmtp, "receive", broken)
    assert lmtp.accept(b"", "", []) == lmtp.TRY_LATER
