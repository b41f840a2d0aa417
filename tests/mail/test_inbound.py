import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import Settings

from mail.inbound import MessageTooLarge, Receipt, receive
from mail.models import InboundMessage
from tests.mail.samples import make_raw, real, real_mails


def take(raw: bytes, sender: str = "jo@example.org", transport: str = "lmtp") -> Receipt:
    return receive(raw=raw, sender=sender, recipients=["a@example.org"], transport=transport)


@pytest.mark.django_db
@pytest.mark.parametrize("mail", real_mails(), ids=lambda path: path.stem)
def test_bytes_are_kept_as_they_came(mail) -> None:
    raw = mail.read_bytes()
    message = InboundMessage.objects.get(pk=take(raw).message)
    assert bytes(message.raw) == raw
    assert message.size == len(raw)
    assert message.envelope_recipients == ["a@example.org"]


@pytest.mark.django_db
@pytest.mark.parametrize("raw", [b"", b"\x00", bytes(range(256)) * 10, b"\r\n\r\n", b"\xff\xfe"])
def test_any_bytes_are_stored(raw: bytes) -> None:
    receipt = take(raw, sender="caf\udce9\x00@example.org")
    assert bytes(InboundMessage.objects.get(pk=receipt.message).raw) == raw


@pytest.mark.django_db
def test_redelivery_is_a_success_without_a_second_row() -> None:
    first = take(real("002"))
    again = take(real("029"), transport="imap")
    assert again == Receipt(first.message, new=False)
    assert InboundMessage.objects.count() == 1


@pytest.mark.django_db
def test_same_message_id_with_other_content_is_kept() -> None:
    assert take(make_raw("een", message_id="<a@b>")).new
    assert take(make_raw("twee", message_id="<a@b>")).new
    assert InboundMessage.objects.filter(message_id="<a@b>").count() == 2


@pytest.mark.django_db
def test_too_large_is_refused_and_the_limit_itself_is_not(settings: Settings) -> None:
    settings.MESSAGE_SIZE_LIMIT = 1000
    take(b"x" * 1000)
    with pytest.raises(MessageTooLarge):
        take(b"x" * 1001)
    assert InboundMessage.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_not_inside_a_transaction_of_somebody_else() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        take(make_raw())
    assert not InboundMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_identical_deliveries_at_the_same_moment_give_one_row() -> None:
    together = threading.Barrier(4)

    def deliver(raw: bytes) -> Receipt:
        together.wait()
        try:
            return take(raw)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for round_ in range(5):
            receipts = list(pool.map(deliver, [make_raw(f"ronde {round_}")] * 4))
            assert len({receipt.message for receipt in receipts}) == 1
            assert sum(receipt.new for receipt in receipts) == 1
    assert InboundMessage.objects.count() == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields", [{"state": "weg"}, {"transport": "fax"}, {"state": "claimed", "claimed_at": None}]
)
def test_database_refuses_what_cannot_be(fields: dict[str, object]) -> None:
    pk = take(make_raw()).message
    with pytest.raises(IntegrityError), transaction.atomic():
        InboundMessage.objects.filter(pk=pk).update(**fields)
