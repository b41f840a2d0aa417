"""What visitors are told of an activity that moved."""

from dataclasses import replace
from datetime import date, time

import pytest

from submissions.services.activities import facts_of, write
from tests.factories import make_edition, make_kind
from tests.submissions.factories import make_facts

pytestmark = pytest.mark.django_db


def test_a_move_is_kept_until_it_is_back_where_it_was():
    edition = make_edition()
    facts = make_facts(
        kind=make_kind().slug, first_day=date(2019, 6, 4), start_time=time(13, 30), venue="Raadzaal"
    )
    activity = write(facts, edition=edition)
    assert (activity.moved_at, activity.moved_from) == (None, "")
    write(replace(facts, title="Andere titel"), edition=edition, activity=activity)
    assert activity.moved_from == ""
    moved = replace(facts, first_day=date(2019, 6, 5), last_day=date(2019, 6, 5))
    write(moved, edition=edition, activity=activity)
    assert activity.moved_from.startswith("dinsdag 4 juni 2019, 13.30")
    assert activity.moved_at
    assert facts_of(activity).first_day == date(2019, 6, 5)
    write(facts, edition=edition, activity=activity)
    assert (activity.moved_at, activity.moved_from) == (None, "")


def test_what_was_not_told_before_is_no_move():
    edition = make_edition()
    facts = make_facts(kind=make_kind().slug, first_day=None, last_day=None, start_time=None,
                       end_time=None, all_day=None, venue="", address="", town="", postcode="",
                       municipality="")  # fmt: skip
    activity = write(facts, edition=edition)
    write(replace(facts, first_day=date(2019, 6, 5), venue="Raadzaal"), edition=edition,
          activity=activity)  # fmt: skip
    assert activity.moved_from == ""
