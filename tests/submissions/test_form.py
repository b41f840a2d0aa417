"""The form: what it takes, what becomes of it, and what it says then."""

from datetime import date, time

import pytest

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.models import Attachment, Proposal, Submission
from tests.factories import make_edition, make_partner
from tests.submissions.forms import URL, facts_sent, filled, make_places, pdf, send, sent, ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def test_form_asks_without_setting_a_cookie(client):
    response = client.get(URL)
    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-cache"


def test_little_is_needed(client):
    submission, own = sent(client)
    assert submission.proposals.get().facts.title == "Open dag op de tuinschool"
    assert submission.sender_name == "Sam de Boer"
    assert not Activity.objects.exists()
    page = client.get(f"{own}gelukt/").content.decode()
    assert "Gelukt" in page
    assert submission.reference in page
    assert "sam@voorbeeld.nl" in page


def test_everything_can_be_told(client, edition):
    make_places()
    partner = make_partner()
    facts = facts_sent(
        client,
        summary="Kom kijken",
        text="Eerste regel\r\n\r\nTweede",
        first_day=f"{edition.year}-06-02",
        last_day=f"{edition.year}-06-03",
        start_time="13:30",
        end_time="15:00",
        attendance="hybride",
        venue="De Tuin",
        address="Laan 1",
        postcode="1234ab",
        place="utrecht",
        organiser="Stichting Tuin",
        partners=[partner.slug],
        website="www.voorbeeld.nl",
        online_url="https://voorbeeld.nl/live",
        registration_url="https://voorbeeld.nl/op",
        registration_closes=f"{edition.year}-06-01",
        costs="gratis",
        contact_phone="06 12345678",
        contact_public=["email"],
    )
    assert facts.text == "Eerste regel\n\nTweede"
    assert (facts.first_day, facts.last_day) == (date(edition.year, 6, 2), date(edition.year, 6, 3))
    assert (facts.start_time, facts.end_time, facts.all_day) == (time(13, 30), time(15), False)
    assert (facts.postcode, facts.town, facts.municipality) == ("1234 AB", "utrecht", "GM0344")
    assert facts.website == "https://www.voorbeeld.nl"
    assert facts.partners == (partner.slug,)
    assert facts.contact_public == ("email",)


def test_acknowledgement_carries_the_secret_link(client):
    _, own = sent(client)
    mail = OutgoingMail.objects.get()
    assert mail.to_address == "sam@voorbeeld.nl"
    assert own in mail.text


def test_sent_twice_is_one_item_and_the_same_page(client):
    values = filled(ticket=ticket(client))
    first, second = client.post(URL, values), client.post(URL, values)
    assert Submission.objects.count() == OutgoingMail.objects.count() == 1
    assert second["Location"].startswith(first["Location"])
    assert "We hadden deze aanmelding al" in client.get(second["Location"]).content.decode()


def test_day_outside_the_week_is_taken_with_a_note(client, edition):
    _, own = sent(client, first_day=f"{edition.year}-06-20")
    assert "buiten de actieweek" in client.get(f"{own}gelukt/").content.decode()


def test_day_near_another_edition_goes_there(client):
    old = make_edition(year=2019)
    submission, _ = sent(client, first_day="2019-06-04")
    assert submission.edition == old


def test_no_edition_open(client, edition):
    edition.submissions_from = edition.submissions_until = None
    edition.save()
    page = client.get(URL)
    assert page.status_code == 200
    assert "mailto:" in page.content.decode()
    assert client.post(URL, filled()).status_code == 409


def test_nothing_half_is_stored(client):
    send(client, title="", documents=pdf(), first_day="morgen")
    assert not Submission.objects.exists()
    assert not Proposal.objects.exists()
    assert not Attachment.objects.exists()
    assert not OutgoingMail.objects.exists()
