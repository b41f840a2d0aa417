import threading
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.core.exceptions import ImproperlyConfigured
from imap_tools import MailBoxUnencrypted
from pytest_django import Settings

from mail import imap
from mail.imap import MailboxAddress, parse_url, poll_once
from mail.models import InboundMessage
from tests import processes
from tests.mail.dovecot import PASSWORD, USER, dovecot_server
from tests.mail.samples import make_raw, real, real_mails
from tests.needs import needs_dovecot

URL = f"imap://{quote(USER, safe='')}:{quote(PASSWORD, safe='')}@127.0.0.1"


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    with dovecot_server() as port:
        yield port


@pytest.fixture
def address(server: int) -> Iterator[MailboxAddress]:
    address = parse_url(f"{URL}:{server}/INBOX")
    yield address
    with opened(address) as mailbox:
        for folder in mailbox.folder.list():
            mailbox.folder.set(folder.name)
            mailbox.delete(mailbox.uids())


def opened(address: MailboxAddress) -> MailBoxUnencrypted:
    return MailBoxUnencrypted(address.host, address.port).login_utf8(
        address.user, address.password, address.folder
    )


def put(address: MailboxAddress, *mails: bytes) -> None:
    with opened(address) as mailbox:
        for raw in mails:
            mailbox.append(raw, address.folder)


def count(address: MailboxAddress, criteria: str) -> int:
    with opened(address) as mailbox:
        return len(mailbox.uids(criteria))


@needs_dovecot
@pytest.mark.django_db
def test_unseen_mail_is_stored_and_marked(address: MailboxAddress) -> None:
    put(address, *[path.read_bytes() for path in real_mails()])
    assert poll_once(address) == len(real_mails())
    assert InboundMessage.objects.count() == len(real_mails()) - 1  # one is a re-delivery
    assert count(address, "UNSEEN") == 0
    assert poll_once(address) == 0
    message = InboundMessage.objects.get(message_id__startswith="<CAF3kQ7wZ1xY")
    assert bytes(message.raw) == real("002")
    assert message.envelope_recipients == [USER]
    assert message.transport == "imap"


@needs_dovecot
@pytest.mark.django_db
def test_stored_mail_can_be_moved_aside(address: MailboxAddress) -> None:
    aside = replace(address, move_to="Verwerkt & gelezen")
    put(address, make_raw("een"), make_raw("twee"))
    assert poll_once(aside) == 2
    assert count(address, "ALL") == 0
    assert count(replace(address, folder="Verwerkt & gelezen"), "SEEN") == 2


@needs_dovecot
@pytest.mark.django_db
def test_mail_that_cannot_be_stored_stays_and_does_not_block(
    address: MailboxAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(address, make_raw("giftig"), make_raw("gewoon"))
    real_receive = imap.receive

    def receive(*, raw: bytes, **fields: object) -> object:
        if b"giftig" in raw:
            raise RuntimeError("niet op te slaan")
        return real_receive(raw=raw, **fields)  # type: ignore[arg-type]

    monkeypatch.setattr(imap, "receive", receive)
    monkeypatch.setattr(imap.connection, "close", lambda: None)
    assert poll_once(address) == 1
    assert count(address, "UNSEEN") == 1
    monkeypatch.setattr(imap, "receive", real_receive)
    assert poll_once(address) == 1
    assert InboundMessage.objects.count() == 2


@needs_dovecot
@pytest.mark.django_db
def test_too_large_is_flagged_and_not_fetched_for_ever(
    address: MailboxAddress, settings: Settings
) -> None:
    settings.MESSAGE_SIZE_LIMIT = 1000
    put(address, make_raw("x" * 2000), make_raw("klein"))
    assert poll_once(address) == 1
    assert count(address, "FLAGGED") == 1
    assert count(address, "UNSEEN") == 0


@needs_dovecot
@pytest.mark.django_db
def test_wrong_password_is_an_error_and_nothing_is_lost(address: MailboxAddress) -> None:
    put(address, make_raw())
    with pytest.raises(Exception, match="AUTHENTICATIONFAILED"):
        poll_once(replace(address, password="fout"))
    assert poll_once(address) == 1


@needs_dovecot
@pytest.mark.django_db(transaction=True)
def test_command_polls_once(address: MailboxAddress) -> None:
    put(address, make_raw())
    environment = processes.environment(IMAP_URL=f"{URL}:{address.port}/INBOX")
    process = processes.manage("receive_mail", "--imap", "--once", env=environment)
    assert process.wait(60) == 0
    assert InboundMessage.objects.count() == 1


def test_loop_tries_again_later_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    outcomes = iter([OSError("weg"), OSError("weg"), None, OSError("weg")])

    class Stop(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout or 0)
            return len(waits) == 4

    def poll_once(address: MailboxAddress) -> int:
        if error := next(outcomes):
            raise error
        return 0

    monkeypatch.setattr(imap, "poll_once", poll_once)
    monkeypatch.setattr(imap.threading, "Event", Stop)
    monkeypatch.setattr(imap.signal, "signal", lambda *_: None)
    imap.poll(parse_url(URL))
    assert waits == [5, 10, 30, 5]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "imap://jo:pw@mail.example.org",
            ("mail.example.org", 143, False, "jo", "pw", "INBOX", ""),
        ),
        (
            "imaps://jo%40example.org:p%3Aw@h:1993/Post/In?move=Verwerkt%20nu",
            ("h", 1993, True, "jo@example.org", "p:w", "Post/In", "Verwerkt nu"),
        ),
    ],
)
def test_address_of_a_mailbox(url: str, expected: tuple[object, ...]) -> None:
    assert parse_url(url) == MailboxAddress(*expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    ["", "http://a:b@c", "imap://c", "imap://a@c", "imap://a:geheim@c:x", "imap://a:geheim@c?d=e"],
)
def test_bad_address_names_the_variable_and_keeps_the_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="IMAP_URL") as caught:
        parse_url(url)
    assert "geheim" not in str(caught.value)
