"""The mails that senders get: one Dutch text each, sent as plain text and as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from mail import outbox
from mail.models import InboundMessage, OutgoingMail
from submissions import links
from submissions.models import AuditEntry, Submission

ACKNOWLEDGEMENTS_A_DAY = 5


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str
    html: str


def compose(name: str, submission: Submission, **context: Any) -> Letter:
    """Render ``templates/mail/<name>.txt``: its first line is the subject, the rest the letter.

    The HTML is made of the same paragraphs, so that the two can never tell different things.
    """
    context |= {
        "submission": submission,
        "title": title_of(submission),
        "link": links.address(submission),
        "site": settings.SITE_URL,
    }
    first, _, body = render_to_string(f"mail/{name}.txt", context).strip().partition("\n")
    paragraphs = paragraphs_of(body)
    return letter_of(first, paragraphs)


def letter_of(subject: str, paragraphs: Sequence[str]) -> Letter:
    subject = " ".join(subject.split())[:200]
    html = render_to_string("mail/letter.html", {"subject": subject, "paragraphs": paragraphs})
    return Letter(subject, "\n\n".join(paragraphs) + "\n", html)


def paragraphs_of(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def send(
    name: str,
    submission: Submission,
    *,
    undo_seconds: int = 0,
    calendar_reply: str = "",
    **context: Any,
) -> OutgoingMail | None:
    """Queue the letter in the caller's transaction; None when its sender is not written to."""
    if not can_reach(submission):
        return None
    letter = compose(name, submission, **context)
    return outbox.enqueue(
        to=submission.sender_email,
        to_name=submission.sender_name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        calendar_reply=calendar_reply,
        purpose=name,
        reply_to=links.reply_address(submission),
        headers=thread_headers(submission) | _robot_headers(name),
        send_after=timezone.now() + timedelta(seconds=undo_seconds),
    )


def can_reach(submission: Submission) -> bool:
    """Whether its sender may be written to, and has an address that a mail can be sent to."""
    return submission.answerable and outbox.is_address(submission.sender_email)


def may_acknowledge(submission: Submission, now: datetime) -> bool:
    """At most five acknowledgements a sender a day, so that nobody can be flooded through us."""
    sent = OutgoingMail.objects.filter(
        to_address__iexact=submission.sender_email,
        purpose__in=ACKNOWLEDGEMENTS,
        created_at__gt=now - timedelta(days=1),
    ).count()
    return sent < ACKNOWLEDGEMENTS_A_DAY


ACKNOWLEDGEMENTS = ("received_form", "received_mail", "received_addition", "received_report")


def thread_headers(submission: Submission) -> dict[str, str]:
    """In-Reply-To and References (RFC 5322, 3.6.4): the sender's program shows one thread."""
    earlier = AuditEntry.objects.filter(submission=submission, outgoing__isnull=False)
    known = list(earlier.order_by("pk").values_list("outgoing__message_id", flat=True))
    # Only the one column: the row holds the whole mail.
    source = InboundMessage.objects.filter(submission=submission)
    known = [*source.values_list("message_id", flat=True), *known]
    known = [message_id for message_id in known if _is_message_id(message_id)]
    if not known:
        return {}
    return {"In-Reply-To": known[0], "References": " ".join(known[-10:])}


def title_of(submission: Submission) -> str:
    proposal = submission.proposals.first()
    return (proposal and proposal.facts.title) or submission.subject or "je bericht"


def _is_message_id(value: str) -> bool:
    return (
        value.startswith("<")
        and value.endswith(">")
        and len(value) < 250
        and value.isascii()
        and value.isprintable()
        and " " not in value
    )


def _robot_headers(name: str) -> dict[str, str]:
    # RFC 3834, section 5: says to other robots that a robot wrote this.
    return {"Auto-Submitted": "auto-replied"} if name in ACKNOWLEDGEMENTS else {}
