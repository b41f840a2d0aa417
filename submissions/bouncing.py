"""A bounce finds the mail that came back by its Message-ID, which only its receiver knew."""

from mail.bounces import Bounce
from mail.models import OutgoingMail
from submissions.models import AuditEntry, Submission
from submissions.services import came_back


def note(bounce: Bounce, item: Submission) -> None:
    """Tell it at the item of the mail; the bounce's own row joins that conversation.

    A mail of ours to somebody else than who failed is left alone: bounces quote whole threads.
    """
    for mail in OutgoingMail.objects.filter(message_id__in=bounce.message_ids):
        if bounce.failed is not None and mail.to_address.lower() not in bounce.failed:
            continue
        came_back(mail, bounce.reason)
        first = AuditEntry.objects.filter(outgoing=mail, submission__isnull=False).first()
        if first is not None and item.thread_id is None and first.submission_id != item.pk:
            Submission.objects.filter(pk=item.pk).update(thread=first.submission_id)
