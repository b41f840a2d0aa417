from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from mail import claims
from mail.inbound import receive
from mail.lives import INBOUND, InboundState, InboundStep
from mail.models import InboundMessage
from tests.mail.samples import make_raw

pytestmark = pytest.mark.django_db


def make_message(text: str = "Hallo", **fields: object) -> int:
    receipt = receive(raw=make_raw(text), sender="a@b.nl", recipients=[], transport="pipe")
    InboundMessage.objects.filter(pk=receipt.message).update(**fields)
    return receipt.message


def state(pk: int) -> str:
    return InboundMessage.objects.get(pk=pk).state


def later(seconds: float):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False)


def test_oldest_first_and_never_twice() -> None:
    first, second = make_message("een"), make_message("twee")
    assert [message.pk for message in claims.claim()] == [first]
    assert [message.pk for message in claims.claim(5)] == [second]
    assert claims.claim() == []


def test_claimed_message_gives_its_bytes() -> None:
    make_message()
    [message] = claims.claim()
    assert bytes(message.raw) == make_raw("Hallo")
    assert message.attempts == 1


def test_read_message_is_done() -> None:
    pk = make_message()
    claims.claim()
    assert claims.mark_read(pk)
    assert not claims.mark_read(pk)
    assert state(pk) == InboundState.READ


def test_failure_is_tried_again_at_its_time() -> None:
    pk = make_message()
    [message] = claims.claim()
    assert claims.mark_failed(pk, "stuk\x00\ud800", claims.next_attempt(message))
    assert claims.claim() == []
    with later(claims.RETRY_SECONDS + 1):
        assert [message.pk for message in claims.claim()] == [pk]


def test_failure_for_good_waits_for_an_editor() -> None:
    pk = make_message()
    claims.claim()
    claims.mark_failed(pk, "niet te lezen")
    assert claims.claim() == []
    assert [message.error for message in InboundMessage.objects.failed()] == ["niet te lezen"]
    assert claims.retry(pk)
    assert [message.pk for message in claims.claim()] == [pk]
    assert not claims.retry(pk)


def test_claim_of_a_dead_worker_is_freed() -> None:
    pk = make_message()
    claims.claim()
    with later(claims.CLAIM_SECONDS + 1):
        [message] = claims.claim()
    assert (message.pk, message.attempts) == (pk, 2)


def test_message_that_kills_its_workers_fails_at_last() -> None:
    pk = make_message(attempts=claims.MAX_ATTEMPTS - 1)
    [message] = claims.claim()
    assert claims.next_attempt(message) is None
    with later(claims.CLAIM_SECONDS + 1):
        assert claims.claim() == []
    assert state(pk) == InboundState.FAILED


@pytest.mark.parametrize("step", InboundStep)
@pytest.mark.parametrize("source", InboundState)
def test_only_the_steps_of_the_table_can_be_taken(step: InboundStep, source: InboundState) -> None:
    pk = make_message(state=source, claimed_at=timezone.now())
    sources, target = INBOUND[step]
    changes = {"claimed_at": timezone.now()} if step is InboundStep.CLAIM else {}
    moved = InboundMessage.objects.filter(pk=pk).step(step, **changes)
    assert moved == (source in sources)
    assert state(pk) == (target if moved else source)
