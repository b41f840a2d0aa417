"""What an organiser sees of the agenda while filling in, and forms that begin with something."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from agenda.models import Activity, Status
from submissions import links
from submissions.models import Submission
from tests.factories import make_activity, make_edition, make_municipality
from tests.submissions.factories import make_facts, make_submission
from tests.submissions.forms import URL, filled, open_edition, send, sent, ticket
from tests.submissions.test_one_activity import merge

pytestmark = pytest.mark.django_db
LOOK = f"{URL}staat-er-al/"
TITLE = "Open dag op de tuinschool"


@pytest.fixture(autouse=True)
def _open() -> None:
    open_edition()


def shown(**fields: Any) -> Activity:
    edition = open_edition()
    values = {"title": TITLE, "edition": edition, "organiser": "De Tuinschool"}
    return make_activity(**values | {"first_day": edition.first} | fields)


def typed(**fields: Any) -> dict[str, Any]:
    day = open_edition().first.isoformat()
    return {"title": TITLE, "first_day": day, "organiser": "de tuinschool"} | fields


def test_what_looks_like_it_is_shown_while_typing(client: Client) -> None:
    there = shown()
    answer = client.post(LOOK, typed(title="open dag tuinschool"))
    page = answer.content.decode()
    assert there.get_absolute_url() in page
    assert "Zelfde organisator" in page
    assert not client.post(
        LOOK, typed(title="Een heel andere titel, elders", organiser="Wij")
    ).content.strip()
    assert not client.post(LOOK, typed(title="Op")).content.strip()


@pytest.mark.parametrize("status", [Status.HIDDEN])
def test_nothing_unpublished_is_shown(client: Client, status: str) -> None:
    shown(status=status)
    make_submission()
    facts = make_facts()
    sent_there = {"title": facts.title, "first_day": "2019-06-04", "organiser": facts.organiser}
    for told in (typed(), sent_there):
        assert not client.post(LOOK, told).content.strip()


STRANGE = [
    "first_day=x",
    "start_time=99",
    "place=Nergenshuizen",
    "place=\0Ede",
    "organiser=\0",
    "attendance=x",
    "title=%00abcd",
]


@pytest.mark.parametrize("told", STRANGE)
def test_what_cannot_be_read_counts_as_not_told(client: Client, told: str) -> None:
    shown()
    name, _, value = told.partition("=")
    assert client.post(LOOK, typed(**{name: value})).status_code == 200


def test_a_town_is_read_as_its_municipality(client: Client) -> None:
    ede = make_municipality("Ede")
    there = shown(organiser="", municipality=ede)
    answer = client.post(LOOK, typed(organiser="", place="ede"))
    assert there.get_absolute_url() in answer.content.decode()


def test_only_this_site_may_ask_and_not_for_ever(client: Client, monkeypatch: Any) -> None:
    assert client.get(LOOK).status_code == 405
    strange = client.post(LOOK, typed(), headers={"Sec-Fetch-Site": "cross-site"})
    assert strange.status_code == 403
    monkeypatch.setattr("submissions.views.starts.LOOKS", 1)
    client.post(LOOK, typed())
    assert client.post(LOOK, typed()).status_code == 429


def test_without_script_it_is_asked_once_when_sending(client: Client) -> None:
    there = shown()
    first = send(client, **typed())
    page = first.content.decode()
    assert first.status_code == 200
    assert not Submission.objects.exists()
    assert "nog niet verstuurd" in page
    assert there.get_absolute_url() in page
    looked = {"looked": there.get_absolute_url()}
    again = client.post(URL, filled(**typed(), **looked, ticket=ticket(client)))
    assert again.status_code == 302
    assert Submission.objects.count() == 1


def test_what_came_meanwhile_is_asked_too(client: Client) -> None:
    there = shown()
    shown()
    looked = {"looked": there.get_absolute_url()}
    assert send(client, **typed(), **looked).status_code == 200
    assert not Submission.objects.exists()


def values(page: str) -> str:
    return page.replace("\n", " ")


def test_an_earlier_activity_is_a_start_with_public_facts_only(client: Client) -> None:
    make_edition()
    make_activity(
        title="Wandeling",
        slug="wandeling",
        text="We lopen een rondje.",
        organiser="De Tuinschool",
        first_day=date(2019, 6, 4),
        contact_email="jo@lindeboom.example",
        registration_url="https://oud.example/aanmelden",
    )
    page = client.get(f"{URL}?kopie=2019/wandeling").content.decode()
    for told in ('value="Wandeling"', "We lopen een rondje.", 'value="De Tuinschool"', "(2019)"):
        assert told in page
    for old in ("2019-06-04", "jo@lindeboom.example", "oud.example"):
        assert old not in page


def test_what_visitors_cannot_see_is_no_start(client: Client) -> None:
    hidden = make_activity(title="Geheim", slug="geheim", status=Status.HIDDEN)
    for value in ("2019/geheim", "2019/niets", "x", "9999/a", f"{hidden.pk}", "\0"):
        page = client.get(URL, {"kopie": value}).content.decode()
        assert "Geheim" not in page
        assert "vinden we niet" in page


def test_what_was_merged_is_a_start_by_the_one_that_stays(client: Client) -> None:
    stays, goes = make_activity(title="Blijft"), make_activity(title="Gaat", slug="gaat")
    merge(goes, stays)
    assert 'value="Blijft"' in client.get(f"{URL}?kopie=2019/gaat").content.decode()


def test_a_next_one_keeps_organiser_and_contact(client: Client) -> None:
    more = {"organiser": "De Tuinschool", "contact_public": ["email"], "text": "Soep"}
    _, own = sent(client, **more)
    done = client.get(f"{own}gelukt/").content.decode()
    assert f'href="{own}nog-een/"' in done
    answer = client.get(f"{own}nog-een/")
    page = answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    for told in ('value="De Tuinschool"', 'value="Sam de Boer"', 'value="sam@voorbeeld.nl"'):
        assert told in page
    assert "Soep" not in page
    assert 'action="/aanmelden/"' in page
    assert client.get(f"{URL}niet-geldig/nog-een/").status_code == 404


def test_the_own_page_and_the_activity_offer_it(client: Client) -> None:
    item = make_submission()
    there = make_activity(slug="wandeling")
    item.proposals.update(state="published", activity=there)
    page = client.get(f"{URL}{links.token(item)}/").content.decode()
    assert f"{URL}?kopie=2019/wandeling" in page
    assert "?kopie=2019/wandeling" in client.get(there.get_absolute_url()).content.decode()
