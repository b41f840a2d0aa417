"""From a stored message to an item of the queue: claim, read, propose, submit.

Whatever is wrong with a mail, it becomes exactly one Submission. What cannot be read is kind
`unreadable`, with what went wrong told and the mail itself beside it.
"""

import contextlib
import logging
import re
import signal
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from agenda.models import Edition, MaterialKind
from mail import claims, mime
from mail.bounces import Bounce, bounce_in
from mail.headers import decoded
from mail.mailbox import Mailbox
from mail.message import ReadMessage
from mail.models import InboundMessage
from submissions import answering, bouncing, links
from submissions.conversation import Talk, named_activity, talk_of
from submissions.drafts import drafts_of
from submissions.earlier import earlier_than
from submissions.invited_drafts import Origin, answers_an_invitation, by_calendar_server
from submissions.keeping import kept
from submissions.models import Channel, Submission, SubmissionKind
from submissions.opening.open import open_files
from submissions.reading.context import Town
from submissions.reading.links import VIDEO_HOSTS, ascii_url
from submissions.reading.propose import Reading, propose
from submissions.services import Draft, NewAttachment, Sender, submit
from submissions.world import load_context, own_addresses

logger = logging.getLogger(__name__)

READ_SECONDS = 60
# A message that took down its worker this often is not read again but shown as it came.
TRUSTED_ATTEMPTS = claims.MAX_ATTEMPTS - 2
_SUBJECT = re.compile(rb"^subject:[ \t]*([^\r\n]{0,500})", re.IGNORECASE | re.MULTILINE)
_NO_REPLY = re.compile(r"no[._-]?reply|niet[._-]?beantwoorden|mailer-daemon|postmaster", re.I)
_NO_ANSWER_KINDS = frozenset({SubmissionKind.UNREADABLE})


class ClaimLost(Exception):
    """Another worker has the message by now: what was done for it is undone."""


@dataclass(frozen=True)
class Read:
    """`talk` is the conversation that it belongs to, `answer` what it answers there."""

    message: ReadMessage
    reading: Reading
    talk: Talk | None = None
    answer: answering.Answer | None = None
    bounce: Bounce | None = None


def process_next(towns: Mapping[str, Town] | None = None) -> bool:
    """Claim and process the oldest waiting message; False when there is none.

    Raises only what comes of a database that cannot be reached at all.
    """
    claimed = claims.claim()
    for stored in claimed:
        try:
            submission = process(stored, towns)
        except ClaimLost:
            logger.warning("message_claim_lost id=%d", stored.pk)
        except Exception as error:
            logger.exception("message_postponed id=%d attempt=%d", stored.pk, stored.attempts)
            claims.mark_failed(stored.pk, str(error), claims.next_attempt(stored))
        else:
            logger.info("message_read id=%d item=%s", stored.pk, submission.reference)
    return bool(claimed)


def process(stored: InboundMessage, towns: Mapping[str, Town] | None = None) -> Submission:
    """Make the Submission of one claimed message. Safe to repeat after a crash at any point."""
    if stored.attempts > TRUSTED_ATTEMPTS:
        read = _unread(stored, "Het lezen is telkens afgebroken.")
    else:
        read = read_or_explain(stored, towns)
    attachments = attachments_of(read)
    with transaction.atomic():
        submission = _submit(stored, read, attachments)
        if not claims.mark_read(stored.pk):
            raise ClaimLost
    return submission


def rescue_failed() -> int:
    """Items for the messages that the claims gave up on, so that an editor sees them as well."""
    left = list(InboundMessage.objects.failed().filter(submission=None).without_raw()[:20])
    for stored in left:
        try:
            with transaction.atomic():
                _submit(stored, _unread(stored, stored.error), [])
        except DatabaseError:
            logger.exception("message_not_rescued id=%d", stored.pk)
    return len(left)


def read_or_explain(stored: InboundMessage, towns: Mapping[str, Town] | None = None) -> Read:
    """What the mail tells, or why it could not be read. Only a DatabaseError comes out of it."""
    try:
        with _time_limit(READ_SECONDS):
            return read(stored, towns)
    except DatabaseError:
        raise
    except Exception as error:  # a reader met something that nobody thought of
        logger.exception("message_unreadable id=%d", stored.pk)
        return _unread(stored, f"Het lezen ging mis: {type(error).__name__}.")


def read(stored: InboundMessage, towns: Mapping[str, Town] | None = None) -> Read:
    message = mime.read(
        bytes(stored.raw),
        envelope_sender=stored.envelope_sender,
        authserv_id=settings.AUTHSERV_ID,
    )
    if not message.sender.address and stored.envelope_sender:
        message = replace(message, sender=Mailbox(message.sender.name, stored.envelope_sender))
    message = open_files(message)
    context = load_context(
        timezone.localdate(stored.received_at), earlier_than(message, stored), towns
    )
    reading = propose(message, context)
    talk = talk_of(message, stored.envelope_recipients)
    given = answering.answer_in(message, reading, talk, context)
    came_back = reading.kind == SubmissionKind.BOUNCE
    return Read(message, reading, talk, given, bounce_in(bytes(stored.raw)) if came_back else None)


def _unread(stored: InboundMessage, problem: str) -> Read:
    """The least that can be said of a message without reading it."""
    subject = _SUBJECT.search(bytes(stored.raw[:100_000]))
    message = ReadMessage(
        subject=decoded(subject[1]) if subject else "",
        sender=Mailbox(address=stored.envelope_sender),
        robot=("niet gelezen",),
    )
    problems = (f"Niet leesbaar. {problem} Het bericht zelf is bewaard.",)
    return Read(message, Reading(kind=SubmissionKind.UNREADABLE, problems=problems))


def _submit(stored: InboundMessage, read: Read, attachments: list[NewAttachment]) -> Submission:
    message, reading, given = read.message, read.reading, read.answer
    handled = given is not None and given.complete
    submission = submit(
        kind=reading.kind,
        channel=channel_of(read),
        sender=Sender(message.sender.name, message.sender.address),
        subject=message.subject,
        text=message.text,
        edition=edition_of(read),
        drafts=[] if handled else drafts_for(read),
        attachments=attachments,
        message=stored,
        thread=read.talk.root if read.talk else _related(read),
        problems=[*reading.problems, *_doubts(message)],
        acknowledge=may_answer(message, reading),
        by_machine=message.is_auto,
        handled=handled,
    )
    if given is not None:
        answering.take(given, submission)
    if read.bounce is not None:
        bouncing.note(read.bounce, submission)
    return submission


def channel_of(read: Read) -> Channel:
    return Channel.INVITATION if read.reading.invited else Channel.MAIL


def drafts_for(read: Read) -> list[Draft]:
    message = read.message
    origin = Origin(message.sender.address, message.dmarc_failed, message.message_id)
    return drafts_of(read.reading, _related(read), origin, named_activity(message))


def _related(read: Read) -> Submission | None:
    key = read.reading.refers_to
    return Submission.objects.filter(pk=int(key)).first() if key else None


def may_answer(message: ReadMessage, reading: Reading) -> bool:
    """Nobody's robot is answered (RFC 3834), nor who is not who it seems."""
    address = message.sender.address.lower()
    return not (
        (message.is_auto and not by_calendar_server(message, reading.drafts))
        or answers_an_invitation(reading.drafts)
        or message.dmarc_failed
        or reading.kind in _NO_ANSWER_KINDS
        or address in own_addresses()
        or links.tag_of(address)
        or _NO_REPLY.search(address)
    )


def _doubts(message: ReadMessage) -> list[str]:
    if message.dmarc_failed:
        return ["De afzender is niet zeker: de controle van de mailserver (DMARC) is mislukt."]
    return []


def edition_of(read: Read) -> Edition | None:
    if read.reading.year is not None:
        return Edition.objects.filter(year=read.reading.year).first()
    return Edition.objects.current(timezone.localdate())


def attachments_of(read: Read) -> list[NewAttachment]:
    """The files stored by their content, and the links of a mail with material."""
    found = kept(read.message, read.reading.files)
    for url in read.reading.links:
        film = any(host in url for host in VIDEO_HOSTS)
        kind = MaterialKind.VIDEO if film else MaterialKind.LINK
        found.append(NewAttachment(kind=kind, url=ascii_url(url)))
    return found


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the block after so many seconds; only a main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"took longer than {seconds} seconds")

    former = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
