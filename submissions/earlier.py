"""Which items of the queue a new mail may be about."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from mail import mime
from mail.message import ReadMessage
from mail.models import InboundMessage, OutgoingMail
from submissions import invitations, invited_rows
from submissions.conversation import pointed_at
from submissions.models import Submission
from submissions.reading.context import Earlier, content_mark
from submissions.reading.kind import mark_of

SINCE = timedelta(days=400)
LIMIT = 40
# Whose addresses anybody can have: sharing one says nothing of working together.
PROVIDERS = frozenset(
    re.findall(
        r"\S+",
        """
        gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com
        icloud.com me.com yahoo.com yahoo.nl ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl
        home.nl hetnet.nl upcmail.nl casema.nl chello.nl quicknet.nl solcon.nl telfort.nl tele2.nl
        online.nl zonnet.nl caiway.nl protonmail.com proton.me gmx.net
        """,
    )
)


def earlier_than(message: ReadMessage, stored: InboundMessage) -> list[Earlier]:
    """The items that it names, those of its sender and of who works there, of its thread and of its
    calendar entries: what came before it, oldest first.
    """
    named = pointed_at(message, stored.envelope_recipients)
    before = Q(received_at__lt=stored.received_at) | Q(message__pk__lt=stored.pk)
    found = related_submissions(message, named).filter(before | Q(pk__in=named))
    submissions = list(found.exclude(message=stored).order_by("-pk")[:LIMIT])
    words = content_mark(message.text)
    return [
        replace(_earlier(submission, words), named=submission.pk in named)
        for submission in reversed(submissions)
    ]


def related_submissions(message: ReadMessage, named: Collection[int]) -> QuerySet[Submission]:
    thread = [one for one in (*message.references, message.in_reply_to) if one]
    ours = OutgoingMail.objects.filter(message_id__in=thread)
    wanted = Q(pk__in=named) | Q(message__message_id__in=thread) | Q(history__outgoing__in=ours)
    if message.sender.address:
        wanted |= Q(sender_email__iexact=message.sender.address)
        domain = message.sender.address.rpartition("@")[2].lower()
        if "." in domain and domain not in PROVIDERS:
            wanted |= Q(sender_email__iendswith=f"@{domain}")
    if message.calendars:
        wanted |= Q(proposals__invitation__in=invitations.known(message))
    recent = Submission.objects.filter(received_at__gte=timezone.now() - SINCE)
    return recent.filter(wanted).distinct().prefetch_related("proposals", "history__outgoing")


def _earlier(submission: Submission, words: str) -> Earlier:
    proposals = list(submission.proposals.all())
    facts = [proposal.facts for proposal in proposals]
    answers = [entry.outgoing.message_id for entry in submission.history.all() if entry.outgoing]
    stored = InboundMessage.objects.filter(submission=submission)
    ids = list(stored.values_list("message_id", flat=True))
    return Earlier(
        key=str(submission.pk),
        kind=submission.kind,
        sender=submission.sender_email,
        message_ids=tuple(ids + answers),
        mark=_mark(submission, words),
        invited=tuple(invited_rows.versions_of(submission)),
        titles=tuple(one.title for one in facts if one.title),
        days=tuple(one.first_day for one in facts if one.first_day),
        starts=tuple(one.start_time for one in facts if one.start_time),
    )


def _mark(submission: Submission, words: str) -> str:
    """The whole mark is made only where the words agree: it takes reading the mail again."""
    if content_mark(submission.text) != words:
        return ""
    stored = InboundMessage.objects.filter(submission=submission)
    raw = stored.values_list("raw", flat=True).first()
    return mark_of(mime.read(bytes(raw))) if raw else ""
