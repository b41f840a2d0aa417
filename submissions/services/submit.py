"""The way in of form and mail: one transaction, and nothing twice."""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from agenda.models import Edition
from mail.models import InboundMessage
from submissions import letters
from submissions.models import (
    SHELVED,
    Attachment,
    Channel,
    Consent,
    Submission,
    SubmissionKind,
)
from submissions.services.proposals import store_drafts
from submissions.services.texts import one_line, without_nul
from submissions.services.transitions import MACHINE, SENDER, record
from submissions.services.values import Draft, NewAttachment, Sender
from submissions.states import Action, SubmissionState


def submit(
    *,
    kind: SubmissionKind,
    channel: Channel,
    sender: Sender,
    subject: str = "",
    text: str = "",
    edition: Edition | None = None,
    drafts: Sequence[Draft] = (),
    attachments: Sequence[NewAttachment] = (),
    message: InboundMessage | None = None,
    form_key: UUID | None = None,
    thread: Submission | None = None,
    problems: Sequence[str] = (),
    acknowledge: bool = True,
    by_machine: bool = False,
    handled: bool = False,
) -> Submission:
    """Store what came in; the same message or form again gives the item that is there already.

    `acknowledge=False` marks a sender who is never written to: a robot, or one who is not who it
    seems (RFC 3834). `by_machine` is what a calendar sent in somebody's name: decisions are told,
    its arrival is not. `handled` marks what wants no editor by itself: an answer that went into the
    item that waited for it.
    """
    existing = _existing(message, form_key)
    if existing is not None:
        return existing
    submission = Submission(
        kind=kind,
        channel=channel,
        state=SubmissionState.DONE if handled else _first_state(kind),
        edition=edition,
        message=message,
        form_key=form_key,
        thread=thread,
        subject=one_line(subject, 300),
        sender_name=one_line(sender.name, 200),
        sender_email=one_line(sender.email, 320),
        text=without_nul(text),
        problems=[
            without_nul(problem)
            for problem in (*problems, *(draft.problem for draft in drafts))
            if problem
        ],
        received_at=message.received_at if message else timezone.now(),
        answerable=acknowledge and kind not in SHELVED and kind != SubmissionKind.SPAM,
    )
    try:
        with transaction.atomic():
            _store(submission, drafts, attachments, quiet=by_machine)
    except IntegrityError:
        existing = _existing(message, form_key)
        if existing is None:
            raise
        return existing
    return submission


def _store(
    submission: Submission,
    drafts: Sequence[Draft],
    attachments: Sequence[NewAttachment],
    *,
    quiet: bool,
) -> None:
    submission.save(force_insert=True)
    store_drafts(submission, drafts)
    attach(submission, attachments)
    letter = "" if quiet else _acknowledgement(submission)
    record(
        Action.RECEIVE,
        submission=submission,
        actor_name=SENDER if submission.channel == Channel.FORM else MACHINE,
        outgoing=letters.send(letter, submission) if letter else None,
    )


def attach(submission: Submission, attachments: Sequence[NewAttachment]) -> list[Attachment]:
    """Add files and links behind those that are there."""
    start = submission.attachments.count()
    now = timezone.now()
    return [
        Attachment.objects.create(
            submission=submission,
            position=start + offset,
            kind=new.kind,
            verdict=new.verdict,
            problem=one_line(new.problem, 300),
            file=new.stored,
            name=one_line(new.name, 200),
            content_type=one_line(new.content_type, 150),
            size=new.size,
            sha256=new.sha256,
            url=new.url,
            description=one_line(new.description, 300),
            credit=one_line(new.credit, 150),
            inside=one_line(new.inside, 200),
            text=without_nul(new.text),
            contents=list(new.contents),
            scan=new.scan,
            consent=new.consent,
            consent_at=now if new.consent in (Consent.GIVEN, Consent.NOBODY) else None,
        )
        for offset, new in enumerate(attachments)
    ]


def _existing(message: InboundMessage | None, form_key: UUID | None) -> Submission | None:
    if message is not None:
        return Submission.objects.filter(message=message).first()
    return Submission.objects.filter(form_key=form_key).first()


def _first_state(kind: SubmissionKind) -> SubmissionState:
    if kind == SubmissionKind.SPAM:
        return SubmissionState.SPAM
    return SubmissionState.DONE if kind in SHELVED else SubmissionState.PENDING


def _acknowledgement(submission: Submission) -> str:
    """The letter that says it arrived; empty when none is due."""
    if not (letters.can_reach(submission) and letters.may_acknowledge(submission, timezone.now())):
        return ""
    if submission.thread_id is not None:
        return "received_addition"
    if submission.channel == Channel.FORM and submission.kind == SubmissionKind.QUESTION:
        return "received_report"
    return "received_form" if submission.channel == Channel.FORM else "received_mail"
