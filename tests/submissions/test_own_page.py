"""The sender's own page: what it tells, and what can be done there by POST only."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import timezone

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions import links
from submissions.models import Attachment, Submission, Upload
from submissions.services import ask, correct, publish, reject
from submissions.states import SubmissionState
from tests.submissions.forms import filled, open_edition, pdf, photo, sent, ticket, ticket_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def edition():
    cache.clear()
    return open_edition()


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor@voorbeeld.nl", first_name="Robin")


@pytest.fixture
def own(client) -> tuple[Submission, str]:
    return sent(client)


@pytest.fixture
def published(own, editor) -> tuple[Submission, str]:
    submission, address = own
    publish(submission, submission.proposals.get(), seen=submission.version, editor=editor)
    submission.refresh_from_db()
    return submission, address


def page_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


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


def change(client, address: str, **changes: object):
    url = f"{address}aanpassen/0/"
    page = page_of(client, url)
    seen = page.split('name="seen" value="')[1].split('"')[0]
    return client.post(url, filled(ticket=ticket_on(page), seen=seen, **changes))


def test_before_the_decision_the_item_itself_is_corrected(client, own):
    assert 'value="Open dag op de tuinschool"' in page_of(client, f"{own[1]}aanpassen/0/")
    response = change(client, own[1], title="Open avond")
    assert response.status_code == 302
    assert own[0].proposals.get().facts.title == "Open avond"
    assert "Je wijziging is bewaard" in page_of(client, response["Location"])
    assert Submission.objects.count() == 1


def test_correcting_what_an_editor_changed_meanwhile_asks_and_loses_nothing(client, own, editor):
    submission, address = own
    url = f"{address}aanpassen/0/"
    values = filled(ticket=ticket(client, url), seen=submission.version, title="Mijn titel")
    proposal = submission.proposals.get()
    correct(submission, proposal, seen=submission.version, editor=editor, facts=proposal.facts)
    response = client.post(url, values)
    page = response.content.decode()
    assert response.status_code == 409
    assert "intussen ook iets aangepast" in page
    assert "Mijn titel" in page
    again = values | {"seen": page.split('name="seen" value="')[1].split('"')[0]}
    assert client.post(url, again).status_code == 302


def test_bad_correction_is_told_and_changes_nothing(client, own):
    response = change(client, own[1], title="", first_day="29-2-2027")
    assert response.status_code == 422
    assert "bestaat niet" in response.content.decode()
    assert own[0].proposals.get().facts.title == "Open dag op de tuinschool"


def test_after_publication_a_change_is_proposed(client, published):
    response = change(client, published[1], title="Open avond")
    assert response.status_code == 302
    assert Activity.objects.get().title == "Open dag op de tuinschool"
    follow_up = Submission.objects.get(thread=published[0])
    assert follow_up.proposals.get().facts_json == {"title": "Open avond"}
    page = page_of(client, published[1])
    assert "Wijziging van" in page
    assert links.token(follow_up) in page


def test_change_without_a_difference_is_told(client, published):
    response = change(client, published[1])
    assert response.status_code == 409
    assert "Je hebt niets veranderd." in response.content.decode()
    assert Submission.objects.count() == 1


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


def test_withdrawing_is_confirmed_first(client, own):
    submission, address = own
    url = f"{address}intrekken/"
    assert client.post(url, {"reason": "Griep"}).status_code == 422
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PENDING
    response = client.post(url, {"ticket": ticket(client, url), "reason": "Griep"})
    assert response.status_code == 302
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WITHDRAWN
    assert "Ingetrokken" in page_of(client, address)
    assert client.get(url).status_code == 409


def test_withdrawing_what_is_published_proposes_its_cancellation_once(client, published):
    url = f"{published[1]}intrekken/"
    values = {"ticket": ticket(client, url), "reason": "Griep"}
    for _ in range(2):
        assert client.post(url, values).status_code == 302
    assert Submission.objects.filter(thread=published[0]).count() == 1
    assert not Activity.objects.get().is_cancelled


def test_material_comes_as_an_item_of_its_own(client, published):
    url = f"{published[1]}materiaal/"
    first = client.post(
        url, {"ticket": ticket(client, url), "text": "Het was mooi", "photos": photo()}
    )
    assert first.status_code == 422
    upload = Upload.objects.get()
    values = {
        "ticket": ticket_on(first.content.decode()),
        "text": "Het was mooi",
        f"upload-{upload.pk}-consent": "given",
        "documents": pdf(),
    }
    for _ in range(2):
        assert client.post(url, values).status_code == 302
    follow_up = Submission.objects.get(thread=published[0])
    assert follow_up.text == "Het was mooi"
    assert Attachment.objects.filter(submission=follow_up).count() == 2


def test_no_material_at_all_is_told(client, own):
    url = f"{own[1]}materiaal/"
    response = client.post(url, {"ticket": ticket(client, url)})
    assert response.status_code == 422
    assert "Voeg een foto, document of link toe" in response.content.decode()


def test_new_link_ends_the_old_one(client, own):
    submission, address = own
    response = client.post(f"{address}nieuwe-link/")
    assert response.status_code == 200
    assert client.get(address).status_code == 404
    submission.refresh_from_db()
    newest = OutgoingMail.objects.latest("pk")
    assert links.token(submission) in newest.text
    assert client.get(f"/aanmelden/{links.token(submission)}/").status_code == 200


def test_follow_up_leads_back_to_its_item(client, published):
    change(client, published[1], title="Open avond")
    follow_up = Submission.objects.get(thread=published[0])
    assert published[1] in page_of(client, f"/aanmelden/{links.token(follow_up)}/")


def test_post_from_another_site_changes_nothing(client, own):
    for below in ("intrekken/", "nieuwe-link/", "materiaal/", "aanpassen/0/"):
        url = own[1] + below
        values = {"reason": "Griep"}
        response = client.post(url, values, headers={"Sec-Fetch-Site": "cross-site"})
        assert response.status_code == 403
    own[0].refresh_from_db()
    assert (own[0].state, own[0].link_number) == (SubmissionState.PENDING, 1)


LOST = "/aanmelden/link/"


def test_lost_link_is_mailed_again_to_its_owner(client, own):
    page = client.post(LOST, {"email": "SAM@voorbeeld.nl"})
    assert page.status_code == 200
    assert "Kijk in je mail" in page.content.decode()
    mail = OutgoingMail.objects.latest("pk")
    assert (mail.to_address, mail.purpose) == ("sam@voorbeeld.nl", "link_again")
    assert own[1] in mail.text
    assert client.get(own[1]).status_code == 200


def test_asking_for_a_link_does_not_tell_who_is_known(client, own):
    known = client.post(LOST, {"email": "sam@voorbeeld.nl"}).content.decode()
    unknown = client.post(LOST, {"email": "els@voorbeeld.nl"}).content.decode()
    assert known.replace("sam@", "els@") == unknown
    assert not OutgoingMail.objects.filter(to_address="els@voorbeeld.nl").exists()


def test_links_are_not_mailed_without_end(client, own):
    for _ in range(15):
        client.post(LOST, {"email": "sam@voorbeeld.nl"})
    assert OutgoingMail.objects.filter(purpose="link_again").count() == 10


def test_links_that_expired_are_not_mailed(client, own):
    with time_machine.travel(timezone.now() + timedelta(days=900)):
        client.post(LOST, {"email": "sam@voorbeeld.nl"})
    assert not OutgoingMail.objects.filter(purpose="link_again").exists()


@pytest.mark.parametrize("email", ["", "sam", "a@b.nl\nBcc: c@d.nl"])
def test_address_that_is_none_is_told(client, email):
    response = client.post(LOST, {"email": email})
    assert response.status_code == 422
    assert "<title>Fout: " in response.content.decode()
