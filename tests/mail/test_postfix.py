import smtplib
import time

import pytest

from mail.models import InboundMessage
from tests import processes
from tests.mail.postfix import needs_root, postfix_server
from tests.mail.samples import real, real_mails
from tests.needs import needs_postfix

pytestmark = [needs_postfix, needs_root, pytest.mark.django_db(transaction=True)]


def wait_for_messages(count: int, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while InboundMessage.objects.count() < count and time.monotonic() < deadline:
        time.sleep(0.1)
    assert InboundMessage.objects.count() == count


def test_mails_through_a_mail_server_arrive_once() -> None:
    with processes.mail_door() as door, postfix_server(door) as port:
        with smtplib.SMTP("127.0.0.1", port, timeout=30) as client:
            for path in real_mails():
                recipients = ["actieweek@example.org", "redactie@example.org"]
                client.sendmail("jo@example.org", recipients, path.read_bytes())
        wait_for_messages(len(real_mails()) - 1)
    message = InboundMessage.objects.get(message_id__startswith="<CAF3kQ7wZ1xY")
    assert message.envelope_sender == "jo@example.org"
    assert sorted(message.envelope_recipients) == ["actieweek@example.org", "redactie@example.org"]
    assert bytes(message.raw).startswith(b"Received: ")
    assert real("002").split(b"\r\n\r\n", 1)[1].strip() in bytes(message.raw)


def test_mail_server_keeps_what_comes_while_the_door_is_closed() -> None:
    door = processes.free_port()
    with postfix_server(door) as port:
        with smtplib.SMTP("127.0.0.1", port, timeout=30) as client:
            client.sendmail("", ["actieweek@example.org"], real("015"))
        time.sleep(1)
        assert not InboundMessage.objects.exists()
        with processes.mail_door(door):
            wait_for_messages(1)
