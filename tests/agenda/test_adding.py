import re
from datetime import date, time
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from agenda.adding import adding, route
from agenda.models import Activity, PublicRevision, Status
from agenda.when import When
from tests.agenda.test_pages import text
from tests.factories import make_activity, make_kind, make_material, make_region

pytestmark = pytest.mark.django_db


def told(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_hours_of_one_day_are_local_time():
    activity = make_activity(
        title="Koffie & thee", when=When(date(2019, 6, 4), start=time(13, 30), end=time(15)),
        venue="Raadzaal", town="Ede",
    )  # fmt: skip
    links = adding(activity)
    google, outlook = told(links.google), told(links.outlook)
    assert google["text"] == outlook["subject"] == "Koffie & thee"
    assert google["dates"] == "20190604T133000/20190604T150000"
    assert google["ctz"] == "Europe/Amsterdam"
    assert (outlook["startdt"], outlook["enddt"]) == ("2019-06-04T13:30:00", "2019-06-04T15:00:00")
    assert google["location"] == outlook["location"] == "Raadzaal, Ede"
    assert activity.get_absolute_url() in google["details"]


def test_several_days_are_whole_days_up_to_the_day_after():
    activity = make_activity(when=When(date(2019, 6, 3), date(2019, 6, 7), time(9), time(17)))
    links = adding(activity)
    assert told(links.google)["dates"] == "20190603/20190608"
    assert told(links.outlook)["allday"] == "true"
    assert "9.00 – 17.00 uur" in told(links.google)["details"]


def test_what_has_no_day_cannot_be_added_and_a_town_alone_is_no_route():
    assert adding(make_activity(when=When())) is None
    assert route(make_activity(town="Ede")) == ""
    assert (
        told(route(make_activity(address="Plein 1", town="Ede")))["destination"] == "Plein 1, Ede"
    )


@time_machine.travel("2019-05-20 12:00Z")
def test_page_tells_how_to_add_to_get_there_and_until_when_to_register(client):
    make_activity(
        slug="ede", address="Plein 1", town="Ede", registration_url="https://voorbeeld.nl/in",
        registration_closes=date(2019, 6, 1), province=make_region("Utrecht"),
    )  # fmt: skip
    html = text(client, "/2019/agenda/ede/")
    assert "Kan tot en met zaterdag 1 juni 2019" in html
    assert "Plan je route" in html
    for name in ("Google Agenda", "Outlook.com", "/2019/agenda/ede.ics"):
        assert name in html
    assert "/2019/agenda/?provincie=utrecht#abonnement" in html


def test_page_leads_to_what_is_near_and_then_to_what_is_alike(client):
    region = make_region("Vallei", "rmc")
    make_activity(slug="ede", region=region, kind=make_kind("webinar"))
    make_activity(title="Dichtbij", region=region)
    make_activity(title="Lijkt erop", kind=make_kind("webinar"))
    make_activity(title="Heel anders")
    html = text(client, "/2019/agenda/ede/")
    assert html.index("Dichtbij") < html.index("Lijkt erop")
    assert "Heel anders" not in html


@time_machine.travel("2019-06-05 12:00Z")
def test_page_leads_to_nothing_that_is_over_while_the_week_lasts(client):
    for day in (3, 6):
        make_activity(title=f"Op {day} juni", when=When(date(2019, 6, day)))
    make_activity(slug="ede", title="Nu", when=When(date(2019, 6, 5)))
    html = text(client, "/2019/agenda/ede/")
    assert "Op 6 juni" in html
    assert "Op 3 juni" not in html


@time_machine.travel("2019-05-20 12:00Z")
def test_apple_follows_what_changes_and_the_others_say_that_they_do_not(client):
    activity = make_activity(slug="ede")
    assert adding(activity).webcal == "webcal://127.0.0.1:8000/2019/agenda/ede.ics"
    html = text(client, "/2019/agenda/ede/")
    assert 'href="webcal://127.0.0.1:8000/2019/agenda/ede.ics">Apple Agenda</a>' in html
    assert 'href="/2019/agenda/ede.ics" download' in html
    assert "Bij de andere krijg je een kopie van nu" in html


@time_machine.travel("2019-05-20 12:00Z")
def test_registration_shows_its_button_while_it_is_open_and_what_it_was_afterwards(client):
    activity = make_activity(slug="ede", registration_url="https://voorbeeld.nl/in")
    assert "Schrijf je in" in text(client, "/2019/agenda/ede/")
    Activity.objects.update(registration_closes=date(2019, 5, 19))
    PublicRevision.bump()
    html = text(client, "/2019/agenda/ede/")
    assert "Schrijf je in" not in html
    assert "Kon tot en met zondag 19 mei 2019" in html
    Activity.objects.filter(pk=activity.pk).update(status=Status.CANCELLED)
    PublicRevision.bump()
    assert "Inschrijven" not in text(client, "/2019/agenda/ede/")


def test_facts_take_the_width_of_the_page_when_there_is_nothing_to_read_beside_them(client):
    activity = make_activity(slug="ede")
    assert "facts-first bare" in text(client, "/2019/agenda/ede/")
    make_material(activity=activity)
    PublicRevision.bump()
    assert "facts-first bare" not in text(client, "/2019/agenda/ede/")


def test_page_offers_its_picture_to_share(client):
    make_activity(slug="ede")
    html = text(client, "/2019/agenda/ede/")
    (picture,) = set(re.findall(r'href="([^"]+)" download>Download een plaatje', html))
    assert client.get(picture)["Content-Type"] == "image/png"
