import os
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from mail.envelope import sender_of
from mail.models import InboundMessage
from tests import processes
from tests.mail.samples import make_raw, real


def pipe(raw: bytes, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "manage.py", "receive_mail", *arguments],
        input=raw,
        capture_output=True,
        cwd=processes.ROOT,
        env=processes.environment(**environment),
        check=False,
    )


@pytest.mark.django_db(transaction=True)
def test_message_on_stdin_is_stored_and_redelivery_too() -> None:
    arguments = ("--sender", "jo@example.org", "--recipient", "a@b.nl", "--recipient", "c@d.nl")
    assert pipe(real("002"), *arguments).returncode == 0
    assert pipe(b"From jo Mon Jan  1 10:00:00 2027\n" + real("029")).returncode == 0
    message = InboundMessage.objects.get()
    assert bytes(message.raw) == real("002")
    assert message.envelope_sender == "jo@example.org"
    assert message.envelope_recipients == ["a@b.nl", "c@d.nl"]
    assert message.transport == "pipe"


@pytest.mark.django_db(transaction=True)
def test_without_a_database_the_server_tries_later(tmp_path: os.PathLike[str]) -> None:
    result = pipe(make_raw(), DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3")
    assert result.returncode == 75
    assert b"4.3.0" in result.stderr


@pytest.mark.django_db(transaction=True)
def test_too_large_goes_back_to_its_sender() -> None:
    result = pipe(b"x" * (50 * 1024 * 1024 + 1))
    assert result.returncode == 69
    assert b"5.3.4" in result.stderr
    assert not InboundMessage.objects.exists()


def test_port_in_use_is_told_in_one_line() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(CommandError, match="LMTP_PORT"),
    ):
        call_command("receive_mail", lmtp=f"127.0.0.1:{taken.getsockname()[1]}")


def test_mailbox_without_an_address_is_told_in_one_line() -> None:
    with pytest.raises(CommandError, match="IMAP_URL"):
        call_command("receive_mail", imap=True)


def test_bad_place_to_listen_is_told() -> None:
    with pytest.raises(CommandError, match="HOST:PORT"):
        call_command("receive_mail", lmtp="nergens")


@pytest.mark.parametrize(
    ("raw", "sender"),
    [
        (b"Return-Path: <a@b.nl>\nFrom: c@d.nl\n\nx", "a@b.nl"),
        (b"From: Jo\n <c@d.nl>\n\nx", "c@d.nl"),
        (b"Return-Path: <>\nFrom: c@d.nl\n\nx", ""),
        (b"Subject: x\n\nFrom: c@d.nl", ""),
        (b"", ""),
        (b"From: \xff\xfe<", ""),
    ],
)
def test_sender_of_a_mail_without_envelope(raw: bytes, sender: str) -> None:
    assert sender_of(raw) == sender
