"""From the form to somebody's calendar; the site that serves the feed is a process of its own."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from agenda.models import Activity, Edition
from submissions.models import Submission
from submissions.services import publish, withdraw
from tests import processes
from tests.clients.test_calendar_clients import Subscriber
from tests.submissions.factories import make_editor
from tests.submissions.forms import make_places, open_edition, send

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SERVER = (
    *("--interface", "wsgi", "--workers", "2", "--log-level", "error"),
    "actieweek.wsgi:application",
)
AGREE_SECONDS = 3  # one second on a machine that does nothing else


@pytest.fixture
def feed() -> Iterator[str]:
    """The address of the feed of the coming week, from the server that a real site runs."""
    cache.clear()
    make_places()
    edition = open_edition()
    port = processes.free_port()
    server = subprocess.Popen(
        [str(Path(sys.executable).parent / "granian"), *SERVER, "--port", str(port)],
        env=processes.environment(SITE_URL=f"http://127.0.0.1:{port}"),
        cwd=processes.ROOT,
    )
    try:
        processes.wait_for_port(port, server)
        yield f"http://127.0.0.1:{port}/{edition.year}/agenda.ics"
    finally:
        processes.stop(server)


def seconds_until(text: str, address: str) -> float:
    began = time.monotonic()
    while time.monotonic() < began + 30:
        with urllib.request.urlopen(address, timeout=10) as response:
            if text in response.read().decode():
                return time.monotonic() - began
        time.sleep(0.02)
    raise AssertionError(f"{text!r} does not appear")


def test_what_an_editor_publishes_is_in_the_calendar_and_nothing_before(
    feed: str, tmp_path: Path
) -> None:
    subscriber, editor = Subscriber(tmp_path, feed), make_editor()
    day = Edition.objects.get().first
    what = f"{day}/{day} 10:00-12:00 Open dag op de tuinschool @ Het Lab, Utrecht"
    answer = send(
        Client(),
        first_day=str(day),
        start_time="10:00",
        end_time="12:00",
        venue="Het Lab",
        place="Utrecht",
        contact_email="sam@voorbeeld.nl",
    )
    assert answer.status_code == 302, answer.content.decode()
    submission = Submission.objects.get()
    subscriber.refresh()
    assert subscriber.sees(str(day)) == []

    publish(submission, submission.proposals.get(), seen=submission.version, editor=editor)
    assert seconds_until("SUMMARY:Open dag op de tuinschool", feed) < AGREE_SECONDS
    subscriber.refresh()
    assert subscriber.sees(str(day)) == [what]
    assert all(b"sam@voorbeeld.nl" not in content for content in subscriber.files().values())

    submission.refresh_from_db()
    withdraw(submission, form_key=Activity.objects.get().public_id, reason="De zaal is dicht.")
    asked = Submission.objects.latest("pk")
    subscriber.refresh()
    assert subscriber.sees(str(day)) == [what]
    publish(asked, asked.proposals.get(), seen=asked.version, editor=editor)
    assert seconds_until("STATUS:CANCELLED", feed) < AGREE_SECONDS
    subscriber.refresh()
    (line,) = subscriber.sees(str(day))
    assert "GEANNULEERD: Open dag op de tuinschool" in line
