"""The `When` value, with its unknowns and in Dutch."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.when import InvalidWhen, When

JUNE_4 = date(2019, 6, 4)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (When(), "datum volgt"),
        (When(JUNE_4), "dinsdag 4 juni 2019"),
        (When(JUNE_4, JUNE_4, all_day=True), "dinsdag 4 juni 2019, hele dag"),
        (When(JUNE_4, JUNE_4, time(13, 30)), "dinsdag 4 juni 2019, 13.30 uur"),
        (When(JUNE_4, None, time(9), time(11, 30)), "dinsdag 4 juni 2019, 9.00 – 11.30 uur"),
        (When(JUNE_4, date(2019, 6, 6)), "dinsdag 4 t/m donderdag 6 juni 2019"),
        (
            When(date(2019, 5, 30), date(2019, 6, 6), time(9)),
            "donderdag 30 mei t/m donderdag 6 juni 2019, elke dag 9.00 uur",
        ),
        (
            When(date(2018, 12, 31), date(2019, 1, 1)),
            "maandag 31 december 2018 t/m dinsdag 1 januari 2019",
        ),
    ],
)
def test_reads_as_a_visitor_would_say_it(when: When, text: str) -> None:
    assert when.describe() == text


def test_undated_item_of_a_past_edition_says_that_its_date_is_not_known() -> None:
    assert When().describe(edition_is_over=True) == "datum niet bekend"


@pytest.mark.parametrize(
    ("when", "field"),
    [
        (When(last=JUNE_4), "first_day"),
        (When(JUNE_4, date(2019, 6, 3)), "last_day"),
        (When(date(1919, 6, 4)), "first_day"),
        (When(JUNE_4, start=time(9), all_day=True), "all_day"),
        (When(JUNE_4, end=time(9)), "start_time"),
        (When(JUNE_4, start=time(9), end=time(9)), "end_time"),
    ],
)
def test_contradiction_is_told_at_its_field(when: When, field: str) -> None:
    with pytest.raises(InvalidWhen) as caught:
        when.validate()
    assert caught.value.field == field


def test_wall_time_is_the_truth_on_both_sides_of_summer_time() -> None:
    summer = When(JUNE_4, start=time(13, 30)).starts_at()
    winter = When(date(2016, 11, 3), start=time(13, 30)).starts_at()
    assert summer == datetime(2019, 6, 4, 11, 30, tzinfo=UTC)
    assert winter == datetime(2016, 11, 3, 12, 30, tzinfo=UTC)


def test_untimed_item_is_over_when_its_last_day_is() -> None:
    when = When(JUNE_4, date(2019, 6, 5))
    assert not when.is_over(datetime(2019, 6, 5, 21, 59, tzinfo=UTC))
    assert when.is_over(datetime(2019, 6, 5, 22, 0, tzinfo=UTC))
    assert not When().is_over(datetime(2099, 1, 1, tzinfo=UTC))


def test_only_one_day_with_a_start_time_is_an_instant() -> None:
    assert When(JUNE_4, start=time(9)).is_timed
    assert not When(JUNE_4, date(2019, 6, 5), time(9)).is_timed
    assert not When(JUNE_4).is_timed
    assert not When(start=time(9)).is_timed


days = st.dates(date(2010, 1, 1), date(2099, 12, 31))


@given(days, st.integers(0, 30), days, st.integers(0, 30))
def test_overlaps_is_that_a_day_is_shared(first: date, a: int, other: date, b: int) -> None:
    from datetime import timedelta

    if max(first, other) > date(2099, 11, 1):
        return
    when = When(first, first + timedelta(days=a))
    last = other + timedelta(days=b)
    shared = any(other <= day <= last for day in when.days())
    assert when.overlaps(other, last) == shared
