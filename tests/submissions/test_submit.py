"""The way in: nothing twice, robots unanswered, hostile values tamed."""

from uuid import uuid4

import pytest

from mail.inbound import receive
from mail.models import InboundMessage, OutgoingMail
from submissions.models import Channel, Submission, SubmissionKind
from submissions.services import Draft, Sender
from submissions.states import Action, SubmissionState
from tests.submissions.factories import make_facts, make_submission

pytestmark = pytest.mark.django_db


def test_sending_a_form_twice_gives_one_item() -> None:
    key = uuid4()
    first = make_submission(form_key=key)
    second = make_submission(form_key=key)
    assert first == second
    assert Submission.objects.count() == 1
    assert OutgoingMail.objects.count() == 1


def test_reading_a_message_twice_gives_one_item() -> None:
    receive(raw=b"Subject: x\r\n\r\ny", sender="a@b.example", recipients=[], transport="lmtp")
    message = InboundMessage.objects.get()
    options = {"channel": Channel.MAIL, "form_key": None, "message": message}
    assert make_submission(**options) == make_submission(**options)
    assert OutgoingMail.objects.count() == 1


def test_new_item_waits_with_its_history_and_a_confirmation() -> None:
    submission = make_submission()
    assert submission.state == SubmissionState.PENDING
    assert [entry.action for entry in submission.history.all()] == [Action.RECEIVE]
    mail = OutgoingMail.objects.get()
    assert mail.subject == "Ontvangen: Inloopmiddag voor ouders"
    assert "/aanmelden/" in mail.text
    assert "/aanmelden/" in mail.html


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (SubmissionKind.AUTO_REPLY, SubmissionState.DONE),
        (SubmissionKind.BOUNCE, SubmissionState.DONE),
        (SubmissionKind.NEWSLETTER, SubmissionState.DONE),
        (SubmissionKind.DUPLICATE, SubmissionState.DONE),
        (SubmissionKind.SPAM, SubmissionState.SPAM),
    ],
)
def test_robots_and_spam_lie_on_their_shelf_without_an_answer(kind: str, state: str) -> None:
    submission = make_submission(kind=kind)
    assert submission.state == state
    assert not OutgoingMail.objects.exists()


def test_sixth_item_of_a_day_is_stored_without_acknowledgement() -> None:
    for _ in range(6):
        make_submission()
    assert Submission.objects.count() == 6
    assert OutgoingMail.objects.count() == 5


def test_sender_without_a_usable_address_is_stored_without_mail() -> None:
    submission = make_submission(sender=Sender("", "not an address"))
    assert submission.state == SubmissionState.PENDING
    assert not OutgoingMail.objects.exists()


def test_line_breaks_in_a_name_do_not_reach_a_header() -> None:
    make_submission(sender=Sender("Jo\r\nBcc: x@evil.example", "jo@lindeboom.example"))
    mail = OutgoingMail.objects.get()
    assert "\n" not in mail.to_name
    assert "\r" not in mail.to_name


def test_over_long_and_nul_values_of_a_mail_are_cut_not_lost() -> None:
    facts = make_facts(title="Lang\x00 " * 100)
    submission = make_submission(Draft(facts=facts), subject="a\x00b", text="c\x00d")
    stored = submission.proposals.get()
    assert len(stored.facts.title) == 150
    assert "\x00" not in stored.facts.title + submission.subject + submission.text
