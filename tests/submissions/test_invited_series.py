from datetime import date

import pytest

from submissions.models import (
    Invitation,
    ProposalKind,
)
from submissions.states import ProposalState
from tests.submissions.invitations import (
    WEEKLY,
    come,
    google,
    take,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_series_is_one_proposal_a_session() -> None:
    item = come(WEEKLY, google)
    days = [proposal.facts.first_day for proposal in item.proposals.all()]
    assert days == [date(2027, 5, 18), date(2027, 5, 25), date(2027, 6, 1)]
    assert set(Invitation.objects.values_list("recurrence_id", flat=True)) == {
        "20270518T080000Z",
        "20270525T080000Z",
        "20270601T080000Z",
    }


def test_a_recurrence_id_touches_one_session() -> None:
    item = come(WEEKLY)
    take(item)
    moved = WEEKLY.later(
        start="DTSTART;TZID=Europe/Amsterdam:20270526T140000",
        end="DTEND;TZID=Europe/Amsterdam:20270526T153000",
        lines=("RECURRENCE-ID;TZID=Europe/Amsterdam:20270525T100000",),
    )
    change = come(moved).proposals.get()
    assert change.activity == item.proposals.get(position=1).activity
    assert change.facts_json == {
        "first_day": "2027-05-26",
        "last_day": "2027-05-26",
        "start_time": "14:00",
        "end_time": "15:30",
    }
    gone = moved.later(method="CANCEL", lines=("RECURRENCE-ID:20270601T080000Z",))
    cancelled = come(gone).proposals.get()
    assert cancelled.activity == item.proposals.get(position=2).activity


def test_a_cancelled_series_is_a_cancellation_of_each_session() -> None:
    item = come(WEEKLY)
    take(item)
    cancelled = come(WEEKLY.later(method="CANCEL", lines=()))
    about = {proposal.activity for proposal in cancelled.proposals.all()}
    assert about == {proposal.activity for proposal in item.proposals.all()}


def test_a_series_at_another_hour_keeps_its_activities() -> None:
    item = come(WEEKLY)
    take(item)
    later = WEEKLY.later(
        start="DTSTART;TZID=Europe/Amsterdam:20270518T110000",
        end="DTEND;TZID=Europe/Amsterdam:20270518T123000",
    )
    changes = list(come(later).proposals.order_by("position"))
    assert [one.activity for one in changes] == [
        one.activity for one in item.proposals.order_by("position")
    ]
    assert {one.facts_json["start_time"] for one in changes} == {"11:00"}


def test_an_endless_series_goes_on_without_mixing_up_its_sessions() -> None:
    endless = WEEKLY.but(lines=("RRULE:FREQ=WEEKLY",))
    item = come(endless)
    take(item)
    moved = endless.later(
        start="DTSTART;TZID=Europe/Amsterdam:20270601T110000",
        end="DTEND;TZID=Europe/Amsterdam:20270601T123000",
    )
    update = come(moved)
    for proposal in update.proposals.exclude(activity=None):
        assert proposal.facts_json == {"start_time": "11:00", "end_time": "12:30"}
    assert update.proposals.filter(kind=ProposalKind.NEW).count() == 2
    assert update.proposals.filter(kind=ProposalKind.CHANGE).count() == 8


def test_an_appointment_that_becomes_a_series_keeps_its_activity() -> None:
    activity = take(come(WEEKLY.but(lines=())))
    update = come(WEEKLY.later())
    kinds = [(one.kind, one.activity) for one in update.proposals.order_by("position")]
    assert kinds[1:] == [(ProposalKind.NEW, None)] * 2
    assert kinds[0] == (ProposalKind.CHANGE, activity)


def test_a_session_that_left_the_series_is_to_be_cancelled() -> None:
    item = come(WEEKLY)
    take(item)
    update = come(WEEKLY.later(lines=("RRULE:FREQ=WEEKLY;COUNT=2",)))
    waiting = update.proposals.get(state=ProposalState.PENDING)
    assert (waiting.kind, waiting.activity) == (
        ProposalKind.CANCELLATION,
        item.proposals.get(position=2).activity,
    )
