"""The sender's own page: what it tells, and what can be done there by POST only."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions import links
from submissions.models import Submission
from submissions.services import ask, reject
from submissions.states import SubmissionState
from tests.submissions.forms import (
    page_of,
    sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def test_page_tells_how_it_stands_and_what_we_have(client, own):
    page = page_of(client, own[1])
    assert "Wacht op de redactie" in page
    assert "Open dag op de tuinschool" in page
    assert own[0].reference in page
    assert "sam@voorbeeld.nl (alleen voor ons)" in page


@pytest.mark.parametrize(
    "below", ["", "gelukt/", "aanpassen/0/", "materiaal/", "intrekken/", "nieuwe-link/"]
)
def test_own_pages_are_kept_by_nobody_and_change_nothing_on_get(client, own, below):
    before = Submission.objects.values().get()
    response = client.get(own[1] + below)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies
    assert Submission.objects.values().get() == before


@pytest.mark.parametrize("token", ["onzin", "ABCDEFG-1.abc", "%00", "a" * 500])
def test_unknown_link_gets_a_page_that_helps(client, token):
    response = client.get(f"/aanmelden/{token}/")
    assert response.status_code == 404
    assert "Deze link werkt niet" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def test_expired_link_is_gone(client, own):
    with time_machine.travel(timezone.now() + timedelta(days=900)):
        page = page_of(client, own[1], 410)
    assert "verlopen" in page
    assert "tuinschool" not in page


def test_question_is_answered_once(client, own, editor):
    submission, address = own
    ask(submission, seen=submission.version, editor=editor, question="Hoe laat begint het?")
    page = page_of(client, address)
    assert "We hebben een vraag" in page
    assert "Hoe laat begint het?" in page
    question = submission.questions.get()
    url = f"{address}antwoord/{question.pk}/"

    empty = client.post(url, {"answer": " "})
    assert empty.status_code == 422
    assert "Schrijf je antwoord op." in empty.content.decode()
    assert client.post(url, {"answer": "Om 10.00 uur"}).status_code == 302
    assert client.post(url, {"answer": "Om 10.00 uur"}).status_code == 302
    assert client.post(url, {"answer": "Om 11.00 uur"}).status_code == 409
    question.refresh_from_db()
    submission.refresh_from_db()
    assert question.answer == "Om 10.00 uur"
    assert submission.state == SubmissionState.PENDING
    assert client.get(url).status_code == 405


def test_question_of_another_item_cannot_be_answered(client, own, editor):
    other, _ = sent(client)
    ask(other, seen=other.version, editor=editor, question="Hoe laat?")
    url = f"{own[1]}antwoord/{other.questions.get().pk}/"
    assert client.post(url, {"answer": "Nu"}).status_code == 404


def test_published_page_leads_to_the_agenda(client, published):
    page = page_of(client, published[1])
    assert "In de agenda" in page
    assert Activity.objects.get().get_absolute_url() in page


def test_rejected_page_tells_the_reason(client, own, editor):
    submission, address = own
    proposal = submission.proposals.get()
    reject(
        submission, proposal, seen=submission.version, editor=editor, reason="Geen thuiszitters."
    )
    assert "Geen thuiszitters." in page_of(client, address)
    assert client.get(f"{address}aanpassen/0/").status_code == 409


def test_new_link_ends_the_old_one(client, own):
    submission, address = own
    response = client.post(f"{address}nieuwe-link/")
    assert response.status_code == 200
    assert client.get(address).status_code == 404
    submission.refresh_from_db()
    newest = OutgoingMail.objects.latest("pk")
    assert links.token(submission) in newest.text
    assert client.get(f"/aanmelden/{links.token(submission)}/").status_code == 200


def test_post_from_another_site_changes_nothing(client, own):
    for below in ("intrekken/", "nieuwe-link/", "materiaal/", "aanpassen/0/"):
        url = own[1] + below
        values = {"reason": "Griep"}
        response = client.post(url, values, headers={"Sec-Fetch-Site": "cross-site"})
        assert response.status_code == 403
    own[0].refresh_from_db()
    assert (own[0].state, own[0].link_number) == (SubmissionState.PENDING, 1)


def test_refusal_at_a_secret_address_is_kept_by_nobody(client, own):
    response = client.post(f"{own[1]}intrekken/", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
