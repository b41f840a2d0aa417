from datetime import date, time
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.models import Activity, Attendance, Edition, RegionKind, Status
from agenda.selection import BadSelection, Selection
from agenda.when import When
from tests.factories import (
    make_activity,
    make_audience,
    make_edition,
    make_kind,
    make_municipality,
    make_region,
)

pytestmark = pytest.mark.django_db


def select(query: str, edition: Edition | None = None) -> Selection:
    return Selection.parse(QueryDict(query), edition or make_edition())


def titles(query: str) -> list[str]:
    return [activity.title for activity in select(query).queryset()]


def problems(query: str) -> list[str]:
    with pytest.raises(BadSelection) as refused:
        select(query)
    return [problem.message for problem in refused.value.problems]


def test_nothing_asked_is_everything_public_of_the_edition_in_order():
    make_activity(title="C", when=When())
    make_activity(title="B", when=When(date(2019, 6, 4), start=time(13, 30)))
    make_activity(title="A", when=When(date(2019, 6, 4), start=time(9)))
    make_activity(title="hele dag", when=When(date(2019, 6, 4), all_day=True))
    make_activity(title="verborgen", status=Status.HIDDEN)
    make_activity(title="afgelast", status=Status.CANCELLED, when=When(date(2019, 6, 7)))
    make_activity(title="2018", edition=make_edition(year=2018))
    assert titles("") == ["hele dag", "A", "B", "afgelast", "C"]
    assert select("").is_everything


def test_day_finds_what_runs_on_it():
    make_activity(title="hele week", when=When(date(2019, 6, 3), date(2019, 6, 7)))
    make_activity(title="maandag", when=When(date(2019, 6, 3)))
    make_activity(title="dinsdag", when=When(date(2019, 6, 4)))
    assert titles("dag=2019-06-04") == ["hele week", "dinsdag"]
    assert titles("dag=2019-06-03&dag=2019-06-04") == ["hele week", "maandag", "dinsdag"]


def test_parameters_narrow_each_other_and_repeats_widen():
    webinar, campaign = make_kind("webinar"), make_kind("campagne")
    parents, pupils = make_audience("ouders"), make_audience("jongeren")
    make_activity(title="1", kind=webinar).audiences.set([parents, pupils])
    make_activity(title="2", kind=campaign).audiences.set([parents])
    make_activity(title="3", kind=campaign)
    assert titles("soort=webinar&soort=campagne") == ["1", "2", "3"]
    assert titles("doelgroep=ouders&doelgroep=jongeren") == ["1", "2"]
    assert titles("soort=campagne&doelgroep=ouders") == ["2"]


def test_province_and_regions_of_both_kinds():
    town = make_municipality("Ede", rmc_region=make_region("Vallei", RegionKind.RMC))
    alliance = make_region("Samen", RegionKind.PARTNERSHIP)
    other = make_region("Anders", RegionKind.PARTNERSHIP)
    town.samenwerkingsverbanden.set([alliance, other])
    make_activity(title="Ede", municipality=town)
    make_activity(title="elders")
    assert titles("provincie=utrecht") == ["Ede"]
    assert titles("regio=vallei") == ["Ede"]
    assert titles("regio=samen&regio=anders") == ["Ede"]


def test_who_wants_to_join_online_is_also_shown_what_is_both():
    make_activity(title="1", attendance=Attendance.SITE)
    make_activity(title="2", attendance=Attendance.ONLINE)
    make_activity(title="3", attendance=Attendance.HYBRID)
    assert titles("vorm=online") == ["2", "3"]
    assert titles("vorm=locatie") == ["1", "3"]
    assert titles("vorm=hybride") == ["3"]


@pytest.mark.parametrize(
    "query", ["q=cafe", "q=CAFÉ", "q=regio+cafe", "q=50%25", "q=c_d", "q=Ouders%20%26", "q=ijssel"]
)
def test_words_are_found_whatever_their_accents_and_case(query):
    make_activity(title="Café in de regio", summary="50% korting, c_d", organiser="Ouders & co",
                  venue="IJssel")  # fmt: skip
    make_activity(title="iets met 500 cxd")
    assert titles(query) == ["Café in de regio"]


@pytest.mark.parametrize(
    "query",
    [
        "soort=bestaat-niet",
        "dag=2019-13-01",
        "dag=20190604",
        "dag=gisteren",
        "vorm=telepathie",
        "provincie=%00",
        "regio=" + "x" * 100_000,
        "doelgroep=ouders%00",
        "q=%00",
        "q=" + "x" * 100_000,
        "q=" + "a+" * 50,
        "pagina=0",
        "pagina=-1",
        "pagina=abc",
        "pagina=99999999999",
        "pagina=%C2%B2",
        "&".join(f"dag=2019-06-{day:02}" for day in range(1, 31))
        + "&"
        + "&".join(f"dag=2019-07-{day:02}" for day in range(1, 31)),
    ],
)
def test_values_that_do_not_exist_are_refused_in_plain_words(query):
    make_audience("ouders")
    (message,) = problems(query)
    assert len(message) < 200
    assert "\0" not in message


def test_what_remains_without_the_bad_values_is_offered():
    make_kind("webinar")
    with pytest.raises(BadSelection) as refused:
        select("soort=webinar&soort=xx&q=ede")
    assert refused.value.selection.query_string() == "soort=webinar&q=ede"


def test_unknown_parameters_and_empty_values_are_ignored():
    assert select("utm_source=x&nocache=1&soort=&q=+&pagina=").is_everything


def test_query_string_is_normalised():
    make_kind("webinar")
    make_kind("campagne")
    one = select("q=+Ede++nu&soort=webinar&soort=campagne&soort=webinar&pagina=3&x=1")
    two = select("soort=campagne&soort=webinar&q=Ede+nu")
    assert one.query_string() == two.query_string() == "soort=campagne&soort=webinar&q=Ede+nu"
    assert one.query_string(2) == "soort=campagne&soort=webinar&q=Ede+nu&pagina=2"
    assert one.page == 3


def test_chips_name_each_filter_and_how_to_leave_it_out():
    make_kind("webinar", name="Webinar")
    chips = select("soort=webinar&dag=2019-06-04&q=ede").chips
    assert [(chip.label, chip.without) for chip in chips] == [
        ("dinsdag 4 juni 2019", "soort=webinar&q=ede"),
        ("Webinar", "dag=2019-06-04&q=ede"),
        ("‘ede’", "dag=2019-06-04&soort=webinar"),
    ]


def test_narrow_leaves_status_to_the_caller():
    make_activity(title="verborgen", status=Status.HIDDEN)
    assert select("").narrow(Activity.objects.all()).count() == 1


class AnyQuery(TestCase):
    @given(st.dictionaries(
        st.sampled_from(["dag", "soort", "regio", "provincie", "doelgroep", "vorm", "q", "pagina"]),
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=3),
    ))  # fmt: skip
    def test_is_answered_or_refused(self, values: dict[str, list[str]]) -> None:
        query = QueryDict(mutable=True)
        for name, given_values in values.items():
            query.setlist(name, given_values)
        try:
            selection = Selection.parse(query, make_edition())
        except BadSelection as refused:
            selection = refused.selection
        list(selection.queryset())
        again = QueryDict(selection.query_string(selection.page))
        assert Selection.parse(again, selection.edition) == selection
        assert len(parse_qsl(selection.query_string())) <= 30
