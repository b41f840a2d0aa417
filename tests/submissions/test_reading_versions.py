from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mail import mime
from submissions.models import SubmissionKind as Kind
from submissions.reading.context import Version
from submissions.reading.propose import Reading, propose
from submissions.reading.versions import Standing, compare, note
from submissions.remember import remember
from tests.submissions.invitations import Invite, google, outlook
from tests.submissions.readers import make_context

EARLY = datetime(2027, 4, 20, 7, tzinfo=UTC)
LATE = datetime(2027, 5, 11, 7, tzinfo=UTC)
KNOWN = Version("1", "", 2, EARLY, content="x", told="een")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (replace(KNOWN, sequence=3, told="twee"), Standing.NEWER),
        (replace(KNOWN, sequence=3, told="twee", dtstamp=None), Standing.NEWER),
        (replace(KNOWN, sequence=1, told="twee", dtstamp=LATE), Standing.OLDER),
        (replace(KNOWN, dtstamp=LATE, told="twee"), Standing.NEWER),
        (replace(KNOWN, dtstamp=datetime(2027, 1, 1, tzinfo=UTC), told="twee"), Standing.OLDER),
        (replace(KNOWN, dtstamp=None, told="twee"), Standing.NEWER),
        (KNOWN, Standing.SAME),
        (replace(KNOWN, dtstamp=LATE), Standing.SAME),
        # A UID of its own at every export: its numbers say nothing.
        (replace(KNOWN, uid="2", sequence=0, dtstamp=LATE), Standing.SAME),
        (replace(KNOWN, uid="2", sequence=0, dtstamp=LATE, told="twee"), Standing.NEWER),
    ],
)
def test_which_version_is_the_newer_one(version: Version, expected: Standing) -> None:
    assert compare(version, KNOWN) is expected


def test_editors_are_told_the_numbers_or_else_the_moments() -> None:
    assert note(replace(KNOWN, sequence=3), Standing.NEWER, KNOWN) == (
        "Nieuwe versie van een uitnodiging: dit is versie 3 (SEQUENCE), de vorige was versie 2."
    )
    assert note(replace(KNOWN, dtstamp=LATE), Standing.NEWER, KNOWN) == (
        "Nieuwe versie van een uitnodiging: dit is versie 2 van 11-5-2027, 9.00 uur,"
        " de vorige was die van 20-4-2027, 9.00 uur."
    )
    assert note(KNOWN, Standing.FIRST, None) == ""


def in_turn(*mails: bytes) -> list[Reading]:
    """As `read_mail` reads files that are given together."""
    readings, context = [], make_context()
    for number, raw in enumerate(mails):
        message = mime.read(raw)
        readings.append(propose(message, context))
        told = remember(str(number), message, readings[-1])
        context = replace(context, earlier=(*context.earlier, told))
    return readings


def test_mails_that_are_given_together_find_what_came_before() -> None:
    first = Invite()
    moved = first.later(start=first.start.replace("T093", "T103"))
    readings = in_turn(
        outlook(first),
        outlook(moved),
        outlook(first.but(title="Eerste naam", dtstamp="20270421T070110Z")),
        google(moved.but(uid="elders", dtstamp="20270512T070110Z")),
        outlook(moved.later(method="CANCEL")),
        outlook(first.but(uid="ander", title="Iets anders")),
    )
    assert [(one.kind, one.refers_to) for one in readings] == [
        (Kind.SUBMISSION, ""),
        (Kind.UPDATE, "0"),
        (Kind.UPDATE, "0"),
        (Kind.DUPLICATE, "1"),
        (Kind.CANCELLATION, "0"),
        (Kind.SUBMISSION, ""),
    ]
    assert any("verouderd" in problem for problem in readings[2].problems)


def test_a_series_of_which_a_session_never_was_has_no_proposal_for_it() -> None:
    weekly = Invite(lines=("RRULE:FREQ=WEEKLY;COUNT=3",))
    gone = Invite(
        lines=("RECURRENCE-ID;TZID=W. Europe Standard Time:20270610T093000",),
        start="DTSTART;TZID=W. Europe Standard Time:20270610T093000",
    )
    cancelled = gone.event().replace("STATUS:CONFIRMED", "STATUS:CANCELLED")
    (reading,) = in_turn(outlook(weekly.but(more=(cancelled,))))
    assert (reading.kind, len(reading.drafts)) == (Kind.SUBMISSION, 2)
