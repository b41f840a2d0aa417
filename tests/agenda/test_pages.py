import re
from datetime import date, time

import pytest
import time_machine
from django.test import Client

from agenda.models import Attendance, Partnership, Role, Status
from agenda.views import pages
from agenda.when import When
from tests.factories import (
    make_activity,
    make_audience,
    make_edition,
    make_kind,
    make_material,
    make_municipality,
    make_partner,
)

pytestmark = pytest.mark.django_db
ALL = ["/", "/2019/", "/2019/agenda/", "/2019/terugblik/", "/toolbox/", "/partners/",
       "/partners/nji/", "/privacy", "/toegankelijkheid", "/2019/agenda/ede/",
       "/2019/week/", "/2019/kaart/",
       "/2019/wijzigingen/", "/edities/"]  # fmt: skip


def fill(count: int = 1, **fields: object) -> None:
    """An edition with a partner, and activities that have everything a page shows."""
    edition = make_edition(year=2019, first=date(2019, 6, 3), last=date(2019, 6, 7))
    partner = make_partner(slug="nji", name="Nederlands Jeugdinstituut")
    Partnership.objects.create(partner=partner, edition=edition, role=Role.ORGANISER)
    for number in range(count):
        activity = make_activity(
            slug=f"ede-{number}" if number else "ede",
            title=f"Ontmoeting {number}",
            municipality=make_municipality(f"Ede {number}"),
            when=When(date(2019, 6, 3 + number % 5), start=time(13, 30)),
            kind=make_kind(f"soort-{number}"),
            **fields,
        )
        activity.audiences.add(make_audience("ouders"), make_audience("jongeren"))
        activity.partners.add(partner)
        make_material(activity=activity, edition=edition, in_toolbox=True)
        Partnership.objects.create(partner=make_partner(), edition=edition, role=Role.PARTICIPANT)


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("address", ALL)
def test_pages_need_no_cookie_and_no_session(client, address):
    fill()
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response["ETag"]
    assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("address", ALL)
def test_pages_use_the_same_number_of_queries_however_much_there_is(
    client, address, django_assert_max_num_queries
):
    counts = []
    for number in (1, 3):
        if number == 1:
            fill(1)
        else:
            for extra in range(2):
                activity = make_activity(kind=make_kind(f"extra-{extra}"))
                activity.audiences.add(make_audience(f"doelgroep-{extra}"))
                partner = make_partner()
                activity.partners.add(partner, *make_edition().partners.all())
                Partnership.objects.create(
                    partner=partner, edition=make_edition(), role=Role.ORGANISER
                )
                make_material(activity=activity, edition=make_edition(), in_toolbox=True)
        with django_assert_max_num_queries(25) as captured:
            client.get(address, {"nocache": number})
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("address", ALL)
def test_every_page_is_one_document_with_a_title_one_heading_and_unique_ids(client, address):
    fill(3)
    html = text(client, address)
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert re.search(r"<title>[^<]+</title>", html)
    assert '<html lang="nl">' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'<use href="#([^"]+)"', html))
    assert used <= set(ids)


def test_without_any_edition_the_front_page_says_so(client):
    assert "Er is nog geen editie" in text(client, "/")


@time_machine.travel("2019-05-01 12:00Z")
def test_front_page_of_an_edition_without_activities_invites(client):
    make_edition(submissions_from=date(2019, 1, 1), submissions_until=date(2019, 6, 7))
    html = text(client, "/")
    assert "Meld de eerste activiteit aan" in html
    assert "actieweek@localhost" in html


@time_machine.travel("2019-06-05 12:00Z")
def test_front_page_shows_what_is_still_to_come(client):
    make_activity(title="Gisteren", when=When(date(2019, 6, 4)))
    make_activity(title="Morgen", when=When(date(2019, 6, 6)))
    make_activity(title="Afgelast", when=When(date(2019, 6, 6)), status=Status.CANCELLED)
    html = text(client, "/")
    assert "Morgen" in html
    assert "Gisteren" not in html
    assert "Afgelast" not in html


def test_hidden_activities_are_on_no_page(client):
    fill()
    make_activity(title="Geheim", slug="geheim", status=Status.HIDDEN)
    for address in ALL:
        assert "Geheim" not in text(client, address)


def test_activity_that_was_taken_down_is_gone_without_its_text(client):
    make_activity(title="Geheim", slug="geheim", status=Status.HIDDEN)
    html = text(client, "/2019/agenda/geheim/", 410)
    assert "Geheim" not in html
    assert "staat er niet meer" in html
    assert client.get("/2019/agenda/geheim.png").status_code == 404


def test_agenda_groups_by_day_and_puts_what_has_no_date_last(client):
    make_activity(title="Zonder dag", when=When())
    make_activity(title="Dinsdag", when=When(date(2019, 6, 4), start=time(13, 30), end=time(15)))
    html = text(client, "/2019/agenda/")
    assert html.index("Dinsdag") < html.index("Datum niet bekend") < html.index("Zonder dag")
    assert "13.30 – 15.00 uur" in html


def test_agenda_shows_a_hundred_cards_a_page(client, monkeypatch):
    monkeypatch.setattr(pages, "PAGE_SIZE", 2)
    for _number in range(3):
        make_activity()
    assert text(client, "/2019/agenda/").count('class="card"') == 2
    assert text(client, "/2019/agenda/?pagina=2").count('class="card"') == 1
    assert "Bladzijde 3 is er niet" in text(client, "/2019/agenda/?pagina=3", 404)


def test_agenda_refuses_what_it_does_not_know_and_offers_the_rest(client):
    make_activity(kind=make_kind("webinar"))
    html = text(client, "/2019/agenda/?soort=webinar&doelgroep=%3Cb%3E", 400)
    assert "We kennen geen doelgroep ‘&lt;b&gt;’." in html
    assert 'href="/2019/agenda/?soort=webinar"' in html


@pytest.mark.parametrize("query", ["q=%00", "dag=%00", "soort=" + "x" * 100_000, "pagina=%F0%9F"])
def test_hostile_values_are_refused(client, query):
    make_activity()
    assert client.get(f"/2019/agenda/?{query}").status_code == 400


def test_active_filters_can_each_be_removed(client):
    make_activity(kind=make_kind("webinar", name="Webinar"))
    html = text(client, "/2019/agenda/?soort=webinar&q=activiteit")
    assert "Verwijder filter: </span>Webinar" in html
    assert 'href="/2019/agenda/?q=activiteit"' in html
    assert re.search(r'value="webinar"[^>]*checked', html)


def test_nothing_found_tells_what_to_do(client):
    make_activity()
    html = text(client, "/2019/agenda/?q=bestaatniet")
    assert "Niets gevonden" in html
    assert "Toon alle activiteiten" in html


def test_agenda_offers_a_feed_of_exactly_this_selection(client, settings):
    settings.SITE_URL = "https://actieweek.example"
    make_activity(kind=make_kind("webinar"))
    html = text(client, "/2019/agenda/?soort=webinar")
    feed = "actieweek.example/2019/agenda.ics?soort=webinar"
    assert f'href="webcal://{feed}"' in html
    assert f'value="https://{feed}"' in html
    assert "cid=webcal%3A%2F%2Factieweek.example%2F2019%2Fagenda.ics%3Fsoort%3Dwebinar" in html
    assert 'href="/2019/agenda.ics?soort=webinar" download' in html
    assert "Wijzigingen kunnen een dag duren" in html


@pytest.mark.parametrize(
    ("day", "title"), [("2019-06-07", "Doen mee"), ("2019-06-08", "Deden mee")]
)
def test_an_edition_that_is_over_is_told_in_the_past(client, day, title):
    fill()
    with time_machine.travel(f"{day} 12:00Z"):
        html = text(client, "/2019/")
    assert f">{title}</h2>" in html
    assert ">opbrengst<" in html


@time_machine.travel("2019-05-01 12:00Z")
def test_activity_page_tells_all_there_is(client):
    fill(
        summary="Kort", text="Lang verhaal\n\nTweede alinea", venue="Cultura",
        address="Molenstraat 45", postcode="6711 AW", town="Ede", organiser="Gedragswerk",
        attendance=Attendance.HYBRID,
        online_url="https://voorbeeld.nl/mee", registration_url="https://voorbeeld.nl/inschrijven",
        registration_closes=date(2019, 5, 20), costs="gratis", website="https://voorbeeld.nl",
        contact_name="Loket", contact_email="loket@voorbeeld.nl", contact_phone="030 1234567",
    )  # fmt: skip
    html = text(client, "/2019/agenda/ede/")
    for told in ("Kort", "<p>Tweede alinea</p>", "Cultura, Molenstraat 45, 6711 AW Ede",
                 "Gedragswerk", "Op locatie en online", "https://voorbeeld.nl/mee", "gratis",
                 "https://voorbeeld.nl/inschrijven", "maandag 20 mei 2019", "Loket",
                 "loket@voorbeeld.nl", "030 1234567", "Nederlands Jeugdinstituut", "13.30 uur",
                 "Wat het opleverde", "/2019/agenda/ede.ics"):  # fmt: skip
        assert told in html


@time_machine.travel("2020-01-01 12:00Z")
def test_what_is_over_offers_no_way_to_join(client):
    fill(online_url="https://voorbeeld.nl/mee", registration_url="https://voorbeeld.nl/in",
         attendance=Attendance.ONLINE)  # fmt: skip
    html = text(client, "/2019/agenda/ede/")
    assert "voorbeeld.nl/mee" not in html
    assert "voorbeeld.nl/in" not in html


def test_text_of_strangers_is_shown_as_text(client):
    make_activity(slug="x", title="<script>alert(1)</script>", text="<img src=x onerror=y>")
    html = text(client, "/2019/agenda/x/")
    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_cancelled_activity_says_so_first(client):
    make_activity(slug="x", status=Status.CANCELLED, status_note="Te weinig deelnemers.")
    html = text(client, "/2019/agenda/x/")
    assert "Deze activiteit gaat niet door.</strong> Te weinig deelnemers." in html
    assert "Gaat niet door" in text(client, "/2019/agenda/")


def test_agenda_without_a_year_leads_to_the_current_one(client):
    make_edition()
    response = client.get("/agenda/")
    assert (response.status_code, response["Location"]) == (302, "/2019/agenda/")


@pytest.mark.parametrize("address", ["/2011/", "/2019/agenda/niets/", "/partners/niets/", "/x"])
def test_what_is_not_there_says_so_in_dutch(client, address):
    make_edition()
    html = text(client, address, 404)
    assert "Deze pagina is er niet" in html
    assert "/agenda/" in html


def test_pictures_for_messengers(client):
    fill()
    for address in ("/2019/boeket.png", "/2019/agenda/ede.png"):
        response = client.get(address)
        assert response["Content-Type"] == "image/png"
        assert response.content.startswith(b"\x89PNG")
