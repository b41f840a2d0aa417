from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from mail import claims
from mail.inbound import receive
from mail.lives import InboundState
from mail.models import InboundMessage, OutgoingMail
from submissions import from_mail
from submissions.errors import NotAllowed, StaleSubmission
from submissions.files import read as read_file
from submissions.from_mail import process_next, rescue_failed
from submissions.models import Channel, ProposalKind, Submission, SubmissionKind, Verdict
from submissions.reread import reread
from submissions.services import publish
from tests.factories import make_edition, make_kind
from tests.mail.samples import make_raw, real
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db(transaction=True)

INVITING = "Beste redactie,\r\n\r\nTitel: {title}\r\nDatum: 1 juni 2027\r\nTijd: 14.00 uur\r\n"


@pytest.fixture(autouse=True)
def editions() -> None:
    make_edition(year=2019)
    make_edition(year=2027, first="2027-05-31", last="2027-06-04")


def arrive(raw: bytes, sender: str = "jo@example.org") -> InboundMessage:
    receipt = receive(raw=raw, sender=sender, recipients=["a@example.org"], transport="lmtp")
    return InboundMessage.objects.get(pk=receipt.message)


def read_now(raw: bytes, sender: str = "jo@example.org") -> Submission:
    stored = arrive(raw, sender)
    while process_next():
        pass
    return Submission.objects.get(message=stored)


def inviting(title: str = "Koffieochtend", *lines: str, **fields: str) -> bytes:
    fields.setdefault("message_id", f"<{title.replace(' ', '.')}@example.org>")
    fields.setdefault("date", "Tue, 20 Apr 2027 10:00:00 +0200")
    return make_raw(INVITING.format(title=title), *lines, **fields)


def test_a_mail_becomes_an_item_with_its_proposal_and_is_acknowledged() -> None:
    submission = read_now(inviting())
    assert (submission.kind, submission.channel) == (SubmissionKind.SUBMISSION, Channel.MAIL)
    assert submission.edition.year == 2027
    proposal = submission.proposals.get()
    assert proposal.facts.title == "Koffieochtend"
    source = proposal.source_of("title")
    assert submission.text[source["start"] : source["end"]] == "Koffieochtend"
    assert OutgoingMail.objects.get().to_address == "jo@example.org"
    assert InboundMessage.objects.get().state == InboundState.READ


def test_the_sender_of_the_envelope_stands_in_for_a_missing_one() -> None:
    submission = read_now(make_raw("Hallo?", **{"from": ""}), sender="post@example.org")
    assert submission.sender_email == "post@example.org"


@pytest.mark.parametrize(
    "lines",
    [
        ["Auto-Submitted: auto-generated"],
        ["Precedence: bulk"],
        ["Authentication-Results: mx; dmarc=fail"],
    ],
)
def test_machines_and_impostors_are_not_answered(lines: list[str]) -> None:
    read_now(inviting("Koffieochtend", *lines))
    assert not OutgoingMail.objects.exists()


def test_a_sender_gets_five_acknowledgements_a_day() -> None:
    for number in range(7):
        read_now(inviting(f"Koffieochtend nummer {number}"))
    assert OutgoingMail.objects.count() == 5


def test_a_fault_while_reading_gives_an_item_and_does_not_block_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real_propose = from_mail.propose

    def stumbling(message: Any, context: Any) -> Any:
        if "struikel" in message.subject:
            raise RecursionError
        return real_propose(message, context)

    monkeypatch.setattr(from_mail, "propose", stumbling)
    arrive(inviting("Eerste", subject="struikel"))
    arrive(inviting("Tweede"))
    while process_next():
        pass
    broken, fine = Submission.objects.order_by("pk")
    assert broken.kind == SubmissionKind.UNREADABLE
    assert (broken.subject, broken.sender_email) == ("struikel", "jo@example.org")
    assert "Niet leesbaar." in broken.problems[0]
    assert fine.kind == SubmissionKind.SUBMISSION

    monkeypatch.undo()
    reread(broken, seen=broken.version, editor=make_editor())
    broken.refresh_from_db()
    assert broken.kind == SubmissionKind.SUBMISSION
    assert broken.proposals.get().facts.title == "Eerste"


def test_only_what_could_not_be_read_is_read_again() -> None:
    submission = read_now(inviting())
    with pytest.raises(NotAllowed):
        reread(submission, seen=submission.version, editor=make_editor())


def test_rereading_names_the_version_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(from_mail, "propose", lambda *_: 1 / 0)
        submission = read_now(inviting())
    with pytest.raises(StaleSubmission):
        reread(submission, seen=submission.version + 1, editor=make_editor())


def test_a_database_fault_leaves_the_message_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: Any) -> None:
        raise OperationalError("database is locked")

    stored = arrive(inviting())
    with monkeypatch.context() as patch:
        patch.setattr(from_mail, "submit", refused)
        assert process_next()
    stored.refresh_from_db()
    assert stored.state == InboundState.RECEIVED
    assert stored.next_attempt_at > timezone.now()
    assert not Submission.objects.exists()
    InboundMessage.objects.update(next_attempt_at=timezone.now())
    assert process_next()
    assert Submission.objects.count() == 1


def test_a_message_that_keeps_killing_its_worker_is_shown_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arrive(inviting())
    for _ in range(from_mail.TRUSTED_ATTEMPTS):
        claims.claim()  # and the worker dies
        InboundMessage.objects.update(claimed_at=timezone.now() - timedelta(hours=1))
    monkeypatch.setattr(from_mail, "propose", lambda *_: pytest.fail("it is not read again"))
    process_next()
    assert Submission.objects.get().kind == SubmissionKind.UNREADABLE


def test_a_message_that_was_given_up_is_shown_all_the_same() -> None:
    stored = arrive(inviting())
    claims.claim()
    claims.mark_failed(stored.pk, "te vaak geprobeerd")
    assert rescue_failed() == 1
    assert rescue_failed() == 0
    assert Submission.objects.get().kind == SubmissionKind.UNREADABLE


def test_a_lost_claim_stores_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    arrive(inviting())
    monkeypatch.setattr(claims, "mark_read", lambda _: False)
    process_next()
    assert not Submission.objects.exists()


def test_files_are_kept_with_their_verdict() -> None:
    submission = read_now(real("039"))
    kept = {one.name: one for one in submission.attachments.all()}
    assert kept["flyer.pdf"].verdict == Verdict.KEEP
    assert read_file(kept["flyer.pdf"].file.name).startswith(b"%PDF")
    quarantined = [one for one in kept.values() if one.verdict == Verdict.QUARANTINE]
    assert {one.name.rpartition(".")[2] for one in quarantined} == {"exe", "html"}
    assert all(one.problem for one in quarantined)


def test_an_answer_to_our_mail_keeps_its_own_row_in_the_conversation() -> None:
    first = read_now(inviting())
    ours = OutgoingMail.objects.get()
    answer = read_now(
        make_raw(
            "Het duurt tot 16.00 uur.",
            f"In-Reply-To: {ours.message_id}",
            subject="Re: ontvangen",
            message_id="<tweede@example.org>",
            date="Wed, 21 Apr 2027 10:00:00 +0200",
        )
    )
    assert answer.thread == first
    assert answer.kind == SubmissionKind.UPDATE


def test_a_change_of_what_is_published_is_a_difference() -> None:
    make_kind()
    first = read_now(inviting())
    proposal = first.proposals.get()
    facts = proposal.facts
    publish(
        first,
        proposal,
        seen=first.version,
        editor=make_editor(),
        facts=replace(facts, kind="regiobijeenkomst"),
    )
    change = read_now(
        make_raw(
            "Wijziging: de koffieochtend van 1 juni begint niet om 14.00 maar om 15.00 uur.",
            message_id="<wijziging@example.org>",
            date="Wed, 21 Apr 2027 10:00:00 +0200",
        )
    )
    told = change.proposals.get()
    assert told.kind == ProposalKind.CHANGE
    assert told.activity.title == "Koffieochtend"
    assert told.facts_json["start_time"] == "15:00"
    assert "title" not in told.facts_json


def test_the_same_message_is_never_two_items() -> None:
    submission = read_now(inviting())
    InboundMessage.objects.update(state=InboundState.RECEIVED)
    process_next()
    assert list(Submission.objects.all()) == [submission]
    assert OutgoingMail.objects.count() == 1


def test_what_came_by_form_is_found_by_a_mail_about_it() -> None:
    form = make_submission()
    mail = read_now(
        make_raw(
            "Helaas gaat de inloopmiddag voor ouders op 4 juni niet door.",
            **{"from": "jo@lindeboom.example", "date": "Mon, 20 May 2019 10:00:00 +0200"},
        )
    )
    assert (mail.kind, mail.thread) == (SubmissionKind.CANCELLATION, form)
