"""Mail that waits is held and rewritten; mail that comes back is told at its item."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mail import outbox
from mail.lives import OutgoingState
from mail.models import OutgoingMail
from submissions import services
from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.from_mail import process_next
from submissions.models import AuditEntry, Submission, SubmissionKind
from submissions.states import Action, SubmissionState
from tests.mail.test_bounces import OURS, made
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db


def asked() -> tuple[Submission, OutgoingMail]:
    item = make_submission()
    entry = services.ask(item, seen=1, editor=make_editor(), question="Waar is het?")
    assert entry.outgoing is not None
    return item, entry.outgoing


def test_a_mail_that_is_held_leaves_later() -> None:
    _, mail = asked()
    soon = timezone.now() + timedelta(minutes=1)
    services.hold(mail)
    assert outbox.deliver_due(soon) == 1  # the acknowledgement only
    assert outbox.deliver_due(soon + timedelta(minutes=15)) == 1
    mail.refresh_from_db()
    assert mail.state == OutgoingState.SENT
    with pytest.raises(NotAllowed):
        services.hold(mail)


def test_other_words_stand_in_text_and_html_alike() -> None:
    item, mail = asked()
    new = {"subject": "Nog even dit", "text": "Dag Jo,\r\n\r\nIn welke <zaal>?"}
    services.rewrite(mail, was=mail.text, editor=make_editor(), **new)
    mail.refresh_from_db()
    assert (mail.subject, mail.text) == ("Nog even dit", "Dag Jo,\n\nIn welke <zaal>?\n")
    assert "In welke &lt;zaal&gt;?" in mail.html
    assert item.history.filter(action=Action.REWRITE).exists()
    assert services.undoable(item) is not None


def test_two_who_rewrite_do_not_overwrite_each_other() -> None:
    _, mail = asked()
    was = mail.text
    services.rewrite(mail, was=was, editor=make_editor(), subject="Een", text="De eerste.")
    with pytest.raises(StaleSubmission):
        services.rewrite(mail, was=was, editor=make_editor(), subject="Twee", text="De tweede.")
    with pytest.raises(Incomplete):
        services.rewrite(mail, was="De eerste.\n", editor=make_editor(), subject=" ", text="")


def test_what_left_is_not_rewritten() -> None:
    _, mail = asked()
    outbox.deliver_due(timezone.now() + timedelta(minutes=1))
    with pytest.raises(NotAllowed, match="al weg"):
        services.rewrite(mail, was=mail.text, editor=make_editor(), subject="Te", text="Laat.")


def come_back(raw: bytes, transport: str = "lmtp") -> None:
    from mail.inbound import receive

    receive(raw=raw, sender="", recipients=["actieweek@example.org"], transport=transport)
    assert process_next()


def test_a_bounce_shows_at_its_item_and_ends_the_waiting() -> None:
    item, mail = asked()
    outbox.deliver_due(timezone.now() + timedelta(minutes=1))
    come_back(made().replace(OURS.encode(), mail.message_id.encode()))
    mail.refresh_from_db()
    item.refresh_from_db()
    assert (mail.state, item.state) == (OutgoingState.BOUNCED, SubmissionState.PENDING)
    assert "User unknown" in mail.last_error
    assert mail.sent_at is not None
    bounce = Submission.objects.get(kind=SubmissionKind.BOUNCE)
    assert (bounce.thread, bounce.state) == (item, SubmissionState.DONE)
    assert "User unknown" in item.history.get(action=Action.BOUNCE).reason


def test_a_bounce_about_somebody_else_or_of_what_never_left_says_nothing() -> None:
    _, mail = asked()
    raw = made().replace(OURS.encode(), mail.message_id.encode())
    come_back(raw)
    outbox.deliver_due(timezone.now() + timedelta(minutes=1))
    come_back(raw.replace(b"jo@lindeboom.example", b"x@elders.example"))
    mail.refresh_from_db()
    assert mail.state == OutgoingState.SENT
    assert not AuditEntry.objects.filter(action=Action.BOUNCE).exists()


def test_a_mail_that_came_back_can_be_sent_again() -> None:
    _, mail = asked()
    outbox.deliver_due(timezone.now() + timedelta(minutes=1))
    assert services.came_back(mail, "vol") is not None
    assert services.came_back(mail, "vol") is None
    assert outbox.retry(mail.pk)
    outbox.deliver_due(timezone.now() + timedelta(minutes=1))
    mail.refresh_from_db()
    assert mail.state == OutgoingState.SENT
