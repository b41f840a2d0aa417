import re
from datetime import date, time

import pytest

from agenda import week
from agenda.gazetteer import Gazetteer, Spot
from agenda.map import PROVINCES, paths, project
from agenda.models import PublicRevision, Status
from agenda.when import When
from tests.agenda.test_pages import text
from tests.factories import (
    make_activity,
    make_edition,
    make_kind,
    make_municipality,
    make_place,
    make_region,
)

pytestmark = pytest.mark.django_db
VIEWS = ["/2019/week/", "/2019/kaart/"]


def words(html: str) -> str:
    """The words of the results, without tags."""
    found = html[html.index('id="resultaten">') + 16 : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def test_week_puts_each_activity_at_its_days_and_part_of_the_day(client):
    make_activity(title="Vroeg", when=When(date(2019, 6, 4), start=time(9), end=time(10)))
    make_activity(title="Laat", when=When(date(2019, 6, 4), start=time(19, 30)))
    make_activity(title="Expositie", when=When(date(2019, 6, 6), date(2019, 6, 20)))
    make_activity(title="Herfst", when=When(date(2019, 10, 1)))
    make_activity(title="Ooit", when=When())
    shown = words(text(client, "/2019/week/"))
    order = ["Hele dag Ochtend Avond", "maandag 3 juni Geen activiteiten", "dinsdag 4 juni",
             "Ochtend 9.00 – 10.00 Vroeg", "Avond 19.30 Laat", "woensdag 5 juni",
             "donderdag 6 juni Hele dag Expositie",
             "vrijdag 7 juni Hele dag Expositie"]  # fmt: skip
    places = [shown.index(told) for told in order]
    assert places == sorted(places)
    assert shown.count("Expositie") == 2  # Thursday and Friday
    assert "Middag" not in shown
    assert "2 activiteiten zijn op een andere dag" in shown


def test_week_goes_by_the_clock_also_for_what_began_a_day_earlier(client):
    make_activity(title="Reeks", when=When(date(2019, 6, 3), date(2019, 6, 4), time(16), time(17)))
    make_activity(title="Lunch", when=When(date(2019, 6, 4), start=time(12, 30)))
    tuesday = words(text(client, "/2019/week/")).partition("dinsdag")[2]
    assert tuesday.index("Lunch") < tuesday.index("Reeks")


def test_a_day_that_is_chosen_is_the_one_that_is_read(client):
    """An activity of several days stands under Tuesday for who chose Tuesday."""
    make_activity(title="Reeks", when=When(date(2019, 6, 3), date(2019, 6, 5)))
    make_activity(title="Lunch", when=When(date(2019, 6, 4), start=time(12, 30)))
    names = re.findall(
        r'<h2 class="day-name">(.*?)</h2>', text(client, "/2019/agenda/?dag=2019-06-04")
    )
    assert [words(f'id="resultaten">{name}</main>') for name in names] == ["dinsdag 4 juni"]
    assert text(client, "/2019/agenda/").count('class="day-name"') == 2


def test_week_shows_some_of_a_cell_and_leads_to_the_rest(client, monkeypatch):
    monkeypatch.setattr(week, "SHOWN", 2)
    for _number in range(5):
        make_activity(kind=make_kind("webinar"))
    html = text(client, "/2019/week/?soort=webinar")
    assert "Nog 3" in words(html)
    assert "/2019/agenda/?dag=2019-06-03&amp;soort=webinar" in html


def test_week_of_a_long_edition_is_cut_into_weeks(client):
    make_edition(year=2018, first=date(2018, 5, 1), last=date(2018, 12, 31))
    make_activity(edition=make_edition(year=2018), when=When(date(2018, 5, 1)))
    assert text(client, "/2018/week/").count('class="grid"') == 1


def test_map_tells_what_each_province_and_municipality_has(client):
    zeist = make_municipality("Zeist")
    make_place("Zeist", latitude="52.09", longitude="5.23")
    make_activity(municipality=zeist)
    make_activity(municipality=zeist)
    make_activity(province=make_region("Zeeland"))
    make_activity(attendance="online")
    make_activity(municipality=zeist, status=Status.HIDDEN)
    html = text(client, "/2019/kaart/")
    assert 'href="/2019/agenda/?provincie=utrecht" aria-label="Utrecht: 2 activiteiten"' in html
    assert "Utrecht 2 Zeist 2" in " ".join(words(html).replace("&nbsp;", "").split())
    assert "Zeeland 1" in words(html)
    assert "1 activiteit is online, of heeft geen plaats" in words(html)
    assert html.count("<circle") == 1
    assert "gemeente=zeist" in html


@pytest.mark.parametrize("address", VIEWS)
def test_other_views_follow_the_filters_and_lead_to_each_other(client, address):
    make_activity(title="Kijk mee", kind=make_kind("webinar"))
    make_activity(title="Kom langs")
    html = text(client, f"{address}?soort=webinar")
    assert "1 activiteit past bij wat je koos" in words(html)
    for other in (*VIEWS, "/2019/agenda/"):
        assert f'href="{other}?soort=webinar"' in html
    assert "We kennen geen soort" in text(client, f"{address}?soort=x", 400)
    assert "Er is geen activiteit die bij al je keuzes past" in text(client, f"{address}?q=zz")


@pytest.mark.parametrize("address", [*VIEWS, "/2019/agenda/"])
def test_views_use_the_same_number_of_queries_however_much_there_is(
    client, address, django_assert_max_num_queries
):
    counts = []
    for number in (1, 3):
        for extra in range(number):
            name = f"Plaats {number}{extra}"
            make_activity(municipality=make_municipality(name), kind=make_kind(f"k{number}{extra}"))
            make_place(name, latitude=f"52.{number}{extra}")
        with django_assert_max_num_queries(25) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_drawing_has_every_province_and_fits_its_projection():
    assert {path for path, _x, _y in PROVINCES.values()} == set(paths())
    x, y = project(Spot("Utrecht", 52.0908, 5.1222))
    assert (round(x), round(y)) == (279, 384)


def test_near_finds_what_is_within_twenty_kilometres(client):
    for name, latitude in (("Ede", "52.05"), ("Barneveld", "52.14"), ("Zwolle", "52.51")):
        make_place(name, latitude=latitude, longitude="5.60")
        make_activity(title=f"In {name}", municipality=make_municipality(name))
    for place in ("Ede", "EDE", "6711", "67", "6711 AB", "3771"):
        html = text(client, f"/2019/agenda/?bij={place}")
        assert "In Ede" in html
        assert "In Barneveld" in html
        assert "In Zwolle" not in html
    assert "hooguit 20 km van Ede" in text(client, "/2019/agenda/?bij=ede")
    assert "We kennen geen gemeente, plaats of postcode ‘0123’" in text(
        client, "/2019/agenda/?bij=0123", 400
    )


def test_two_villages_of_one_name_are_no_place():
    make_place("Hengelo", latitude="52.05")
    make_place("Hengelo", latitude="52.26")
    assert Gazetteer().find("hengelo") is None


def test_new_since_a_day(client):
    make_activity(title="Oud")  # of the first of May
    assert "Oud" in text(client, "/2019/agenda/?sinds=2019-05-01")
    assert "Niets gevonden" in text(client, "/2019/agenda/?sinds=2019-05-02")


@pytest.mark.parametrize("address", [*VIEWS, "/2019/agenda/", "/2019/wijzigingen/"])
def test_an_agenda_without_activities_invites_and_has_nothing_to_search(client, address):
    make_edition(submissions_from=date(2000, 1, 1), submissions_until=date(2099, 1, 1))
    html = text(client, address)
    assert "Hier is nog plek voor jouw activiteit" in html
    assert 'role="search"' not in html
    make_activity()
    PublicRevision.bump()
    assert "Hier is nog plek" not in text(client, address)
    nothing = text(client, f"{address}?q=bestaatniet")
    assert "Niets gevonden" in nothing or address.endswith("wijzigingen/")
    assert 'role="search"' in nothing
