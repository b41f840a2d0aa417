"""Reading a mail once more, by an editor's hand: what could not be read may be readable by now."""

from django.contrib.auth.models import User
from django.db import transaction

from mail.models import InboundMessage
from submissions.errors import NotAllowed
from submissions.from_mail import (
    Read,
    attachments_of,
    channel_of,
    drafts_for,
    edition_of,
    may_answer,
    read_or_explain,
)
from submissions.models import AuditEntry, Submission, SubmissionKind
from submissions.services.proposals import store_drafts
from submissions.services.submit import attach
from submissions.services.texts import one_line, without_nul
from submissions.services.transitions import claim, record
from submissions.states import Action


def reread(submission: Submission, *, seen: int, editor: User) -> AuditEntry:
    """Give an unreadable item the kind, proposals and files that its mail tells.

    Raises `NotAllowed` when there is nothing to read again or it still cannot be read,
    `StaleSubmission` when somebody was first.
    """
    stored = InboundMessage.objects.filter(submission=submission).first()
    if stored is None or submission.kind != SubmissionKind.UNREADABLE:
        raise NotAllowed("Alleen een niet leesbaar bericht kan opnieuw worden gelezen.")
    read = read_or_explain(stored)
    if read.reading.kind == SubmissionKind.UNREADABLE:
        raise NotAllowed("Het bericht is nog steeds niet te lezen.")
    attachments = attachments_of(read)
    with transaction.atomic():
        claim(submission, seen=seen)
        known = set(submission.attachments.values_list("sha256", flat=True))
        _write_over(submission, read)
        start = submission.proposals.count()
        store_drafts(submission, drafts_for(read), start)
        attach(
            submission, [one for one in attachments if not one.sha256 or one.sha256 not in known]
        )
        return record(Action.READ, submission=submission, editor=editor)


def _write_over(submission: Submission, read: Read) -> None:
    values = {
        "kind": read.reading.kind,
        "channel": channel_of(read),
        "edition": edition_of(read),
        "subject": one_line(read.message.subject, 300),
        "sender_name": one_line(read.message.sender.name, 200),
        "sender_email": one_line(read.message.sender.address, 320),
        "text": without_nul(read.message.text),
        "problems": [without_nul(problem) for problem in read.reading.problems],
        "answerable": may_answer(read.message, read.reading),
    }
    for name, value in values.items():
        setattr(submission, name, value)
    submission.save(update_fields=list(values))
