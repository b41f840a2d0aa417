import signal
import threading
from typing import Any

import pytest
from django.db import OperationalError

from agenda.models import CalendarEvent
from mail.inbound import receive
from mail.models import OutgoingMail
from submissions import from_mail
from submissions.management.commands import work
from submissions.management.commands.work import Worker
from submissions.models import Submission
from tests import processes
from tests.factories import make_activity, make_edition
from tests.mail.samples import make_raw

pytestmark = pytest.mark.django_db(transaction=True)


def arrive(text: str = "Is er een logo dat wij mogen gebruiken?") -> None:
    receive(
        raw=make_raw(text, subject=text),
        sender="jo@example.org",
        recipients=["actieweek@example.org"],
        transport="lmtp",
    )


def test_once_does_everything_that_waits_and_stops() -> None:
    make_edition(year=2027)
    arrive("Is er een logo?")
    arrive("Is er een poster?")
    Worker().run(once=True)
    assert Submission.objects.count() == 2
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"sent"}


def test_events_of_calendars_are_put_right_after_a_new_version() -> None:
    activity = make_activity()
    assert not CalendarEvent.objects.exists()
    worker = Worker()
    worker.run(once=True)
    assert CalendarEvent.objects.get().activity_id == activity.pk
    CalendarEvent.objects.update(mark="older")
    worker.run(once=True)  # nothing was changed since, as far as it was told
    assert CalendarEvent.objects.get().mark == "older"
    Worker().run(once=True)
    assert CalendarEvent.objects.get().mark != "older"


def test_a_step_that_fails_does_not_end_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    real = from_mail.process_next

    def once_away(towns: Any) -> bool:
        calls.append(1)
        if len(calls) == 1:
            raise OperationalError("server closed the connection")
        return real(towns)

    monkeypatch.setattr(from_mail, "process_next", once_away)
    monkeypatch.setattr(work, "FAULT_SECONDS", 0)
    arrive()
    worker = Worker()
    thread = threading.Timer(1, worker.stop)
    thread.start()
    worker.run()
    thread.join()
    assert len(calls) > 1
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_after_the_present_step(number: int) -> None:
    process = processes.manage("work")
    arrive()
    for _ in range(600):
        if Submission.objects.exists():
            break
        threading.Event().wait(0.05)
    assert processes.stop(process, number) == 0
    assert Submission.objects.count() == 1
