import email
import email.policy
from datetime import timedelta
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path

import pytest
import time_machine
from django.core import mail as django_mail
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from mail import outbox
from mail.lives import OUTGOING, OutgoingState, OutgoingStep
from mail.models import LEFT, OutgoingMail
from tests.mail.servers import Behaviour, smtp_server

pytestmark = pytest.mark.django_db


def make_mail(**fields: object) -> OutgoingMail:
    defaults = {"to": "jo@example.org", "subject": "Gelukt", "text": "Dag Jo", "purpose": "test"}
    return outbox.enqueue(**{**defaults, **fields})  # type: ignore[arg-type]


def reloaded(mail: OutgoingMail) -> OutgoingMail:
    return OutgoingMail.objects.get(pk=mail.pk)


@pytest.fixture
def smtp(settings: Settings) -> object:
    with smtp_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 10
        yield server


def test_address_with_accents_in_its_domain_gets_its_mail(smtp) -> None:
    mail = make_mail(to="jo@café.example", to_name="Jo Ï.", reply_to="redactie@bücher.example")
    outbox.deliver_due()
    assert reloaded(mail).state == OutgoingState.SENT, reloaded(mail).last_error
    [(_, recipients, raw)] = smtp.received
    assert recipients == ["jo@xn--caf-dma.example"]
    assert b"Reply-To: redactie@xn--bcher-kva.example" in raw


def test_mail_arrives_with_both_texts_and_our_message_id(smtp) -> None:
    mail = make_mail(
        to_name="Jo Ï. Jansen",
        subject="Je activiteit “Café” staat erop 🌻",
        html="<p>Dag Jo</p>",
        headers={"In-Reply-To": "<a@b>", "Auto-Submitted": "auto-replied"},
        reply_to="redactie@example.org",
    )
    assert outbox.deliver_due() == 1
    [(sender, recipients, raw)] = smtp.received
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert (sender, recipients) == ("actieweek@localhost", ["jo@example.org"])
    assert message["Message-ID"] == mail.message_id
    assert message["Subject"] == "Je activiteit “Café” staat erop 🌻"
    assert message["To"].addresses[0].display_name == "Jo Ï. Jansen"
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["In-Reply-To"] == "<a@b>"
    assert message["Reply-To"] == "redactie@example.org"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert reloaded(mail).state == OutgoingState.SENT
    assert outbox.deliver_due() == 0


@pytest.mark.parametrize(
    ("behaviour", "state"),
    [
        (Behaviour.REFUSE_SENDER_FOR_NOW, OutgoingState.QUEUED),
        (Behaviour.REFUSE_RECIPIENT_FOR_NOW, OutgoingState.QUEUED),
        (Behaviour.REFUSE_TEXT_FOR_NOW, OutgoingState.QUEUED),
        (Behaviour.HANG_UP_BEFORE_TEXT, OutgoingState.QUEUED),
        (Behaviour.REFUSE_RECIPIENT, OutgoingState.FAILED),
        (Behaviour.REFUSE_TEXT, OutgoingState.FAILED),
        (Behaviour.HANG_UP_AFTER_TEXT, OutgoingState.UNCERTAIN),
    ],
)
def test_what_a_server_says_decides(smtp, behaviour: Behaviour, state: OutgoingState) -> None:
    smtp.behaviour = behaviour
    mail = make_mail()
    outbox.deliver_due()
    after = reloaded(mail)
    assert after.state == state
    assert after.last_error
    smtp.behaviour = Behaviour.ACCEPT
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        outbox.deliver_due()
    assert (reloaded(mail).state == OutgoingState.SENT) == (state == OutgoingState.QUEUED)


def test_no_server_is_tried_again_later_each_time_and_fails_at_last(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    mail = make_mail()
    waits = []
    moment = timezone.now()
    while (now := reloaded(mail)).state == OutgoingState.QUEUED:
        moment = max(moment, now.next_attempt_at) + timedelta(seconds=1)
        with time_machine.travel(moment, tick=False):
            assert outbox.deliver_due() == 1
        waits.append(reloaded(mail).next_attempt_at - moment)
    assert waits[:-1] == sorted(waits[:-1])
    assert len(waits) == len(outbox.BACK_OFF) + 1
    assert now.state == OutgoingState.FAILED
    assert "ConnectionRefusedError" in now.last_error


def test_uncertain_mail_leaves_again_only_by_an_editor(smtp) -> None:
    smtp.behaviour = Behaviour.HANG_UP_AFTER_TEXT
    mail = make_mail()
    outbox.deliver_due()
    smtp.behaviour = Behaviour.ACCEPT
    assert outbox.retry(mail.pk)
    assert not outbox.retry(mail.pk)
    outbox.deliver_due()
    assert reloaded(mail).state == OutgoingState.SENT
    assert len({email.message_from_bytes(raw)["Message-ID"] for *_, raw in smtp.received}) == 1


def test_sender_that_died_leaves_it_uncertain(smtp) -> None:
    mail = make_mail()
    OutgoingMail.objects.filter(pk=mail.pk).step(OutgoingStep.CLAIM, claimed_at=timezone.now())
    assert outbox.deliver_due() == 0
    with time_machine.travel(timezone.now() + timedelta(seconds=outbox.STALE_SECONDS + 1)):
        assert outbox.deliver_due() == 0
    assert reloaded(mail).state == OutgoingState.UNCERTAIN
    assert smtp.received == []
    assert list(OutgoingMail.objects.troubled()) == [mail]


def test_cancelled_before_it_leaves() -> None:
    mail = make_mail(send_after=timezone.now() + timedelta(seconds=30))
    assert outbox.deliver_due() == 0
    assert outbox.cancel(mail.pk)
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert outbox.deliver_due() == 0
    assert reloaded(mail).state == OutgoingState.CANCELLED


def test_cancelling_what_has_left_is_too_late() -> None:
    mail = make_mail()
    outbox.deliver_due()
    assert not outbox.cancel(mail.pk)
    assert reloaded(mail).state == OutgoingState.SENT


def test_without_a_server_mail_becomes_a_file(settings: Settings, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "outgoing")
    mail = make_mail()
    outbox.deliver_due()
    [file] = (tmp_path / "outgoing").iterdir()
    assert mail.message_id.encode() in file.read_bytes()
    assert reloaded(mail).state == OutgoingState.SENT


@pytest.mark.parametrize("field", ["subject", "to_name"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028", "\x00"])
def test_no_stranger_adds_a_header(field: str, end: str) -> None:
    mail = make_mail(**{field: f"Dag{end}Bcc: slachtoffer@example.com"})
    outbox.deliver_due()
    [message] = django_mail.outbox
    assert [address for _, address in getaddresses(message.recipients())] == ["jo@example.org"]
    assert "Bcc" not in message.message()
    assert reloaded(mail).state == OutgoingState.SENT


@pytest.mark.parametrize(
    "fields",
    [
        {"to": ""},
        {"to": "jo"},
        {"to": "jo@example.org\nBcc: x@y.nl"},
        {"to": "a@b.nl, c@d.nl"},
        {"reply_to": "x\r\n@y.nl"},
        {"text": " "},
        {"headers": {"Bcc": "x@y.nl"}},
        {"headers": {"X-A\r\nBcc": "x@y.nl"}},
        {"headers": {"message-id": "<x@y>"}},
    ],
)
def test_what_cannot_be_a_mail_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        make_mail(**fields)


def test_database_refuses_a_line_break_in_a_header() -> None:
    mail = make_mail()
    for field in ("subject", "to_name", "to_address", "reply_to"):
        with pytest.raises(IntegrityError), transaction.atomic():
            OutgoingMail.objects.filter(pk=mail.pk).update(**{field: "a\nBcc: b"})


@given(subject=st.text(), name=st.text(), text=st.text(min_size=1))
def test_any_text_can_be_sent(subject: str, name: str, text: str) -> None:
    mail = make_mail(subject=subject, to_name=name, text="Dag " + text)
    outbox.deliver_due()
    assert reloaded(mail).state == OutgoingState.SENT


@pytest.mark.parametrize("step", OutgoingStep)
@pytest.mark.parametrize("source", OutgoingState)
def test_only_the_steps_of_the_table_can_be_taken(step, source) -> None:
    now = timezone.now()
    mail = make_mail()
    found = OutgoingMail.objects.filter(pk=mail.pk)
    found.update(state=source, claimed_at=now, sent_at=now if source in LEFT else None)
    sources, target = OUTGOING[step]
    moved = found.step(step, sent_at=now if target in LEFT else None)
    assert moved == (source in sources)
    assert reloaded(mail).state == (target if moved else source)
