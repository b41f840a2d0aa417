"""From the mail door to the queue: real mails, the real socket, and processes that really die."""

import contextlib
import random
import signal
import smtplib
import threading
import time
from collections import Counter
from datetime import timedelta
from email import message_from_bytes
from subprocess import Popen

import pytest
from django.core.management import call_command
from django.utils import timezone

from mail.lives import InboundState
from mail.models import InboundMessage, OutgoingMail
from submissions.from_mail import process_next
from submissions.models import Submission, SubmissionKind
from submissions.states import Action
from tests import processes
from tests.factories import make_edition
from tests.mail.samples import real_mails

pytestmark = pytest.mark.django_db(transaction=True)
WORLD = ("regions", "municipalities", "places", "vocabulary", "editions")


@pytest.fixture(autouse=True)
def world() -> None:
    call_command("loaddata", *WORLD, verbosity=0)
    make_edition(year=2027)


def on_the_wire(raw: bytes) -> bytes:
    """As it is stored: a message ends with a line end, whether its file does or not."""
    return raw if raw.endswith(b"\r\n") else raw + b"\r\n"


def send_all(port: int, waiting: list[bytes]) -> None:
    """Send what waits until all is acknowledged or the door is gone."""
    with (
        contextlib.suppress(OSError, smtplib.SMTPException),
        smtplib.LMTP("127.0.0.1", port, timeout=30) as client,
    ):
        while waiting:
            client.sendmail("jo@example.org", ["actieweek@example.org"], waiting[0])
            waiting.pop(0)


def check_everything_arrived_once(mails: list[bytes]) -> None:
    submissions = list(Submission.objects.select_related("message"))
    originals = [bytes(submission.message.raw) for submission in submissions]
    assert len(submissions) == len(mails) - 1  # one is delivered twice
    assert max(Counter(originals).values()) == 1
    assert set(originals) < {on_the_wire(raw) for raw in mails}
    assert set(InboundMessage.objects.values_list("state", flat=True)) == {InboundState.READ}


def test_every_real_mail_becomes_one_item_with_its_original() -> None:
    mails = [path.read_bytes() for path in real_mails()]
    with processes.mail_door() as port:
        send_all(port, list(mails))
    while process_next():
        pass
    check_everything_arrived_once(mails)
    first = Submission.objects.order_by("pk").first()
    assert first.kind == SubmissionKind.SUBMISSION
    assert [attachment.name for attachment in first.attachments.all()] == [
        "Flyer Samen aan tafel.pdf"
    ]
    assert first.proposals.get().facts.title == "Samen aan tafel: van thuiszitten naar meedoen"


def test_robots_and_spam_are_on_their_shelves_and_not_answered() -> None:
    mails = [path.read_bytes() for path in real_mails()]
    with processes.mail_door() as port:
        send_all(port, list(mails))
    while process_next():
        pass
    quiet = Submission.objects.filter(
        kind__in=[
            SubmissionKind.AUTO_REPLY,
            SubmissionKind.BOUNCE,
            SubmissionKind.NEWSLETTER,
            SubmissionKind.DUPLICATE,
            SubmissionKind.SPAM,
        ]
    )
    assert Counter(quiet.values_list("kind", flat=True)) == {
        "auto-reply": 1,
        "bounce": 1,
        "newsletter": 1,
        "duplicate": 1,
        "spam": 2,
    }
    assert not quiet.filter(history__outgoing__isnull=False).exists()
    machine = message_from_bytes(next(raw for raw in mails if b"wandelen" in raw.lower()))
    assert not OutgoingMail.objects.filter(to_address=machine["Reply-To"]).exists()


def kill_after(process: Popen[bytes], seconds: float) -> threading.Timer:
    timer = threading.Timer(seconds, process.send_signal, [signal.SIGKILL])
    timer.start()
    return timer


def age_claims() -> None:
    """As if the time had passed after which a dead worker's claim is free again."""
    claimed = InboundMessage.objects.filter(state=InboundState.CLAIMED)
    claimed.update(claimed_at=timezone.now() - timedelta(hours=1))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_or_doubled_when_worker_and_door_are_killed(seed: int) -> None:
    chance = random.Random(seed)
    mails = [path.read_bytes() for path in real_mails()]
    waiting = list(mails)
    for _ in range(12):
        port = processes.free_port()
        door = processes.manage("receive_mail", "--lmtp", f"127.0.0.1:{port}")
        worker = processes.manage("work")
        try:
            processes.wait_for_port(port, door)
            timers = [
                kill_after(door, chance.uniform(0.02, 0.4)),
                kill_after(worker, chance.uniform(0.3, 2.0)),
            ]
            send_all(port, waiting)
            for timer in timers:
                timer.join()
        finally:
            processes.stop(door, signal.SIGKILL)
            processes.stop(worker, signal.SIGKILL)
        age_claims()
        # The deaths of this test are no fault of the messages.
        InboundMessage.objects.exclude(state=InboundState.READ).update(attempts=0)
    with processes.mail_door() as port:
        send_all(port, waiting)
    assert not waiting
    worker = processes.manage("work", "--once")
    assert worker.wait(120) == 0
    check_everything_arrived_once(mails)
    for submission in Submission.objects.all():
        assert submission.history.filter(action=Action.RECEIVE).count() == 1
        # A later version of an invitation that still waits goes into it, once.
        assert submission.history.exclude(action=Action.RECEIVE).count() <= 1
        assert submission.history.filter(outgoing__isnull=False).count() <= 1


def test_a_mail_is_in_the_queue_within_a_second() -> None:
    worker = processes.manage("work")
    try:
        with processes.mail_door() as port:
            send_all(port, [real_mails()[0].read_bytes()])
            wait_until_read(1, 60)  # the worker needs its time to start
            began = time.monotonic()
            send_all(port, [real_mails()[1].read_bytes()])
            wait_until_read(2, 30)
            assert time.monotonic() - began < 5  # a second on a machine that does nothing else
    finally:
        assert processes.stop(worker) == 0


def wait_until_read(count: int, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while Submission.objects.count() < count:
        assert time.monotonic() < deadline, "nothing arrived"
        time.sleep(0.02)
