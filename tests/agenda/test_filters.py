from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.filters import FilterForm, days_of
from agenda.models import RegionKind, Status
from agenda.selection import Choice, Selection
from agenda.tally import tally
from agenda.when import When
from tests.agenda.test_selection import select
from tests.factories import (
    make_activity,
    make_audience,
    make_edition,
    make_kind,
    make_municipality,
    make_place,
    make_region,
)

pytestmark = pytest.mark.django_db


def form_of(query: str) -> FilterForm:
    selection = select(query)
    return FilterForm.of(selection, tally(selection.edition))


def test_each_day_counts_what_runs_on_it_by_the_other_filters():
    make_activity(when=When(date(2019, 6, 1), date(2019, 6, 4)), kind=make_kind("webinar"))
    make_activity(when=When(date(2019, 6, 4)), kind=make_kind("webinar"))
    make_activity(when=When(date(2019, 6, 4)))
    make_activity(when=When())
    selection = select("soort=webinar&dag=2019-06-04")
    days = days_of(selection, tally(selection.edition))
    assert [day.count for day in days] == [1, 2, 0, 0, 0]
    assert [day.is_chosen for day in days] == [False, True, False, False, False]
    assert days[0].query == "dag=2019-06-03&soort=webinar"


def test_form_shows_all_that_is_chosen_so_that_each_can_be_undone():
    for name in ("Gelderland", "Utrecht", "Zeeland"):
        make_activity(province=make_region(name), region=make_region(f"RMC {name}", RegionKind.RMC))
    for name in ("Ede", "Zeist"):
        make_place(name, municipality=make_municipality(name))
    form = form_of(
        "provincie=utrecht&provincie=zeeland&regio=rmc-zeeland&dag=2019-06-04&bij=Ede&bij=Zeist"
    )
    name, _legend, provinces = form.sets[0]
    assert name == "provincie"
    assert [(option.value, option.is_chosen) for option in provinces] == [
        ("utrecht", True),
        ("zeeland", True),
    ]
    assert [option.value for option in form.regions.chosen] == ["rmc-zeeland"]
    assert form.regions.first == "Nog een regio"
    assert form.kept == [("dag", "2019-06-04"), ("bij", "Zeist")]
    assert form.near == "Ede"
    assert form.is_open


def test_only_regions_of_the_editions_time_are_offered():
    make_activity(region=make_region("Van toen", RegionKind.RMC, until=date(2021, 12, 31)))
    make_activity(region=make_region("Van nu", RegionKind.RMC, since=date(2022, 1, 1)))
    regions = form_of("").regions
    assert [option.label for _title, options in regions.groups for option in options] == [
        "Van toen"
    ]


def test_form_is_folded_when_only_a_day_is_chosen():
    assert not form_of("dag=2019-06-04").is_open


class AnySelection(TestCase):
    """What the tally counts from bits is what the database would count."""

    @classmethod
    def setUpTestData(cls) -> None:
        edition = make_edition()
        alliance = make_region("Samen", RegionKind.PARTNERSHIP)
        towns = [make_municipality(name) for name in ("Ede", "Zwolle", "Zeist")]
        for name, latitude in (("Ede", "52.03"), ("Zwolle", "52.51"), ("Zeist", "52.09")):
            make_place(name, latitude=latitude, longitude="5.60")
        towns[0].samenwerkingsverbanden.add(alliance)
        audiences = [make_audience("ouders"), make_audience("jongeren")]
        for number in range(20):
            activity = make_activity(
                title=("Samen naar school", "Schoolverzuim", "Wandelen")[number % 3],
                kind=make_kind(("webinar", "campagne")[number % 2]),
                municipality=(*towns, None)[number % 4],
                attendance=("", "locatie", "online", "hybride")[number % 4],
                when=When(date(2019, 6, 3 + number % 3), date(2019, 6, 3 + number % 5))
                if number % 5 >= number % 3
                else When(),
                created=datetime(2019, 5, 1 + number, tzinfo=UTC),
                status=(Status.PUBLISHED, Status.CANCELLED, Status.HIDDEN)[number % 7 % 3],
            )
            activity.audiences.set(audiences[: number % 3])
        cls.edition = edition

    @given(st.fixed_dictionaries({}, optional={
        "dag": st.sets(st.sampled_from(["2019-06-03", "2019-06-05", "2020-01-01"])),
        "provincie": st.sets(st.sampled_from(["utrecht"])),
        "regio": st.sets(st.sampled_from(["utrecht", "samen"])),
        "soort": st.sets(st.sampled_from(["webinar", "campagne"])),
        "doelgroep": st.sets(st.sampled_from(["ouders", "jongeren"])),
        "vorm": st.sets(st.sampled_from(["locatie", "online", "hybride"])),
        "bij": st.sets(st.sampled_from(["ede", "Zwolle", "3701"])),
        "sinds": st.sets(st.sampled_from(["2019-05-10", "2019-05-15"])),
        "q": st.sets(st.sampled_from(["school", "verzuim", "niets"]), max_size=1),
    }))  # fmt: skip
    @settings(max_examples=40)
    def test_is_counted_as_the_database_counts_it(self, values: dict[str, set[str]]) -> None:
        query = QueryDict(mutable=True)
        for name, given_values in values.items():
            query.setlist(name, sorted(given_values))
        selection = Selection.parse(query, self.edition)
        counts = tally(self.edition)
        assert counts.count(selection) == selection.queryset().count()
        for kind, count in counts.per_choice(selection, "soort", ["webinar", "campagne"]).items():
            only = replace(selection, chosen=selection.chosen | {"soort": (Choice(kind, kind),)})
            assert count == only.queryset().count()


def test_options_tell_what_they_would_give_and_those_that_give_nothing_are_not_there():
    make_kind("campagne")
    make_activity(kind=make_kind("webinar", name="Webinar"))
    make_activity(kind=make_kind("open-dag", name="Open dag"))
    options = form_of("soort=webinar").sets[1][2]
    assert [(option.value, option.count, option.is_chosen) for option in options] == [
        ("open-dag", 1, False),
        ("webinar", 1, True),
    ]
