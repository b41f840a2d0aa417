"""The tally of a newer revision, made of the older one and of what changed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.models import Activity, Edition, Status
from agenda.tally import OutOfOrder, Tally
from agenda.when import When
from tests.factories import make_activity, make_audience, make_edition, make_kind, make_municipality

TOLD = ("_kinds", "_provinces", "_municipalities", "_forms", "_spans", "_created", "_audiences")


def told(tally: Tally) -> list[dict[Any, set[int]]]:
    """Of each column which activities have each value."""
    columns = []
    for name in TOLD:
        keys = {
            value: {key for at, key in enumerate(tally._keys) if bits >> at & 1}
            for value, bits in getattr(tally, name).items()
        }
        columns.append({value: found for value, found in keys.items() if found})
    return columns


def change(number: int, how: str) -> None:
    activity = Activity.objects.order_by("pk")[number]
    if how == "audience":
        activity.audiences.add(make_audience("ouders"))
    elif how == "day":
        activity.when = When(date(2019, 6, 4), date(2019, 6, 6))
    elif how == "place":
        activity.municipality = make_municipality("Zwolle")
    elif how == "kind":
        activity.kind = make_kind("webinar")
    else:
        activity.status = how
    activity.modified = timezone.now()
    activity.save()


class Changing(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.edition = make_edition()
        make_kind("webinar")
        make_municipality("Zwolle")
        make_audience("ouders")
        for number in range(6):
            make_activity(
                municipality=make_municipality("Ede") if number % 2 else None,
                status=Status.HIDDEN if number == 3 else Status.PUBLISHED,
            )

    @given(
        st.lists(
            st.tuples(
                st.integers(0, 5), st.sampled_from(["audience", "day", "place", "kind", *Status])
            ),
            max_size=6,
        ),
        st.booleans(),
    )
    @settings(max_examples=40)
    def test_it_is_what_reading_all_again_gives(
        self, changes: list[tuple[int, str]], one_more: bool
    ) -> None:
        tally = Tally(self.edition)
        for number, how in changes:
            change(number, how)
            try:
                tally = Tally(self.edition, tally)
            except OutOfOrder:  # what was never seen came between the others
                tally = Tally(self.edition)
            assert told(tally) == told(Tally(self.edition))
        if one_more:
            make_activity(kind=make_kind("webinar"), modified=timezone.now())
            assert told(Tally(self.edition, tally)) == told(Tally(self.edition))


@pytest.mark.django_db
def test_what_no_row_tells_makes_it_read_all_again() -> None:
    edition: Edition = make_edition()
    make_activity()
    activity, kind = make_activity(), make_kind("webinar")
    for act in (activity.delete, lambda: kind.delete()):
        older = Tally(edition)
        act()
        with pytest.raises(OutOfOrder):
            Tally(edition, older)


@pytest.mark.django_db
def test_only_what_changed_is_read() -> None:
    edition = make_edition()
    old = timezone.now() - timedelta(days=3)
    first, *_rest = [make_activity(modified=old + timedelta(hours=n)) for n in range(9)]
    first.kind = make_kind("webinar")
    older = Tally(edition)
    first.save()  # without moving `modified`: nobody does that, and so it is not seen
    assert "webinar" not in Tally(edition, older)._kinds
    first.modified = timezone.now()
    first.save()
    assert Tally(edition, older)._kinds["webinar"].bit_count() == 1
