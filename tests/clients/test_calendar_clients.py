"""Calendar programs that we did not write, subscribed to the feed over HTTP.

vdirsyncer fetches it as any calendar service does, khal reads and shows it.
"""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from agenda.models import Activity, Attendance, PublicRevision, Status
from agenda.when import When
from tests.factories import make_activity, make_edition

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
TUESDAY = date(2027, 6, 1)

VDIRSYNCER = """\
[general]
status_path = "{folder}/status"

[pair week]
a = "site"
b = "here"
collections = null

[storage site]
type = "http"
url = "{address}"

[storage here]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""
KHAL = """\
[calendars]
[[week]]
path = {folder}/calendar

[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Subscriber:
    """Somebody with the two programs and a home folder of their own."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        (folder / "calendar").mkdir()
        (folder / "vdirsyncer.conf").write_text(VDIRSYNCER.format(folder=folder, address=address))
        (folder / "khal.conf").write_text(KHAL.format(folder=folder))
        self._run("vdirsyncer", "-c", str(folder / "vdirsyncer.conf"), "discover")

    def refresh(self) -> None:
        self._run("vdirsyncer", "-c", str(self.folder / "vdirsyncer.conf"), "sync")

    def sees(self, first_day: str = "2027-05-30") -> list[str]:
        """One line an event: first and last day, begin and end, title, place."""
        form = "{start-date}/{end-date} {start-time}-{end-time} {title} @ {location}"
        arguments = ("list", "--once", "--day-format", "", "--format", form, first_day, "10d")
        lines = self._run("khal", "-c", str(self.folder / "khal.conf"), *arguments).splitlines()
        return [line for line in lines if line.strip()]

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "calendar").glob("*.ics")}

    def _run(self, program: str, *arguments: str) -> str:
        home = {name: str(self.folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        done = subprocess.run(
            [str(Path(sys.executable).parent / program), *arguments],
            env=os.environ | home | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def inloop() -> Activity:
    edition = make_edition(year=2027, first=date(2027, 5, 31), last=date(2027, 6, 4))
    return make_activity(
        edition=edition,
        slug="inloop",
        title="Inloop; voor ouders, scholen",
        when=When(TUESDAY, TUESDAY, time(13, 30), time(15, 0)),
        venue="De Bron",
        town="Utrecht",
        modified=datetime(2027, 1, 10, 9, tzinfo=UTC),
    )


@pytest.fixture
def subscriber(inloop: Activity, live_server: LiveServer, tmp_path: Path) -> Subscriber:
    PublicRevision.bump()
    return Subscriber(tmp_path, f"{live_server.url}/2027/agenda.ics")


def change(activity: Activity, **fields: object) -> None:
    """As a decision does: a higher revision, and the public revision with it."""
    for name, value in fields.items():
        setattr(activity, name, value)
    activity.revision += 1
    activity.modified = datetime(2027, 2, activity.revision, 9, tzinfo=UTC)
    activity.save()
    PublicRevision.bump()


def test_subscriber_sees_an_activity_its_move_and_its_cancellation(
    inloop: Activity, subscriber: Subscriber
) -> None:
    subscriber.refresh()
    assert subscriber.sees() == [
        "2027-06-01/2027-06-01 13:30-15:00 Inloop; voor ouders, scholen @ De Bron, Utrecht"
    ]
    change(inloop, when=When(date(2027, 6, 2), date(2027, 6, 2), time(9, 15), time(10, 0)))
    subscriber.refresh()
    assert subscriber.sees() == [
        "2027-06-02/2027-06-02 09:15-10:00 Inloop; voor ouders, scholen @ De Bron, Utrecht"
    ]
    change(inloop, status=Status.CANCELLED, status_note="De zaal is dicht.")
    subscriber.refresh()
    (line,) = subscriber.sees()
    assert "GEANNULEERD: Inloop; voor ouders, scholen" in line
    (content,) = subscriber.files().values()
    assert b"STATUS:CANCELLED" in content
    change(inloop, status=Status.HIDDEN)
    subscriber.refresh()
    (content,) = subscriber.files().values()
    assert b"SUMMARY:GEANNULEERD" in content.splitlines()
    assert b"Inloop" not in content


def test_days_hours_and_places_arrive_as_they_were_told(
    inloop: Activity, subscriber: Subscriber
) -> None:
    edition = inloop.edition
    make_activity(edition=edition, title="Hele week", when=When(TUESDAY, date(2027, 6, 3)))
    make_activity(
        edition=edition,
        title="Webinar",
        when=When(date(2027, 6, 4), date(2027, 6, 4), time(20, 0), time(21, 0)),
        attendance=Attendance.ONLINE,
    )
    make_activity(edition=edition, title="Zonder datum", when=When())
    PublicRevision.bump()
    subscriber.refresh()
    assert sorted(subscriber.sees()) == [
        "2027-06-01/2027-06-01 13:30-15:00 Inloop; voor ouders, scholen @ De Bron, Utrecht",
        "2027-06-01/2027-06-03 - Hele week @ Plaats niet bekend",
        "2027-06-04/2027-06-04 20:00-21:00 Webinar @ Online",
    ]


def test_nothing_is_written_again_while_nothing_changes(subscriber: Subscriber) -> None:
    subscriber.refresh()
    before = subscriber.files()
    times = {path.name: path.stat().st_mtime_ns for path in subscriber.folder.rglob("*.ics")}
    subscriber.refresh()
    assert subscriber.files() == before
    again = {path.name: path.stat().st_mtime_ns for path in subscriber.folder.rglob("*.ics")}
    assert again == times
