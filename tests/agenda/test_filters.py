from datetime import date

import pytest

from agenda.filters import FilterForm, days_of
from agenda.models import RegionKind
from agenda.when import When
from tests.agenda.test_selection import select
from tests.factories import make_activity, make_kind, make_region

pytestmark = pytest.mark.django_db


def test_each_day_counts_what_runs_on_it_by_the_other_filters():
    make_activity(when=When(date(2019, 6, 1), date(2019, 6, 4)), kind=make_kind("webinar"))
    make_activity(when=When(date(2019, 6, 4)), kind=make_kind("webinar"))
    make_activity(when=When(date(2019, 6, 4)))
    make_activity(when=When())
    days = days_of(select("soort=webinar&dag=2019-06-04"))
    assert [day.count for day in days] == [1, 2, 0, 0, 0]
    assert [day.is_chosen for day in days] == [False, True, False, False, False]
    assert days[0].query == "dag=2019-06-03&soort=webinar"


def test_form_shows_what_is_chosen_and_keeps_second_choices():
    for name in ("Gelderland", "Utrecht", "Zeeland"):
        make_region(name)
    form = FilterForm.of(select("provincie=utrecht&provincie=zeeland&dag=2019-06-04"))
    provinces = form.menus[0]
    chosen = [option.value for option in provinces.groups[0][1] if option.is_chosen]
    assert (chosen, provinces.others) == (["utrecht"], ("zeeland",))
    assert form.days == ("2019-06-04",)
    assert form.is_open


def test_only_regions_of_the_editions_time_are_offered():
    make_region("Van toen", RegionKind.RMC, until=date(2021, 12, 31))
    make_region("Van nu", RegionKind.RMC, since=date(2022, 1, 1))
    regions = FilterForm.of(select("")).menus[1]
    assert [option.label for _title, options in regions.groups for option in options] == [
        "Van toen"
    ]


def test_form_is_folded_when_only_a_day_is_chosen():
    assert not FilterForm.of(select("dag=2019-06-04")).is_open
