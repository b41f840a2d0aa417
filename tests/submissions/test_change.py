"""What a sender changes, withdraws or adds at the own page."""

import pytest

from agenda.models import Activity
from submissions import links
from submissions.errors import StaleSubmission
from submissions.models import Attachment, Submission, Upload
from submissions.services import correct
from submissions.states import SubmissionState
from tests.submissions.forms import filled, page_of, pdf, photo, ticket, ticket_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


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


def test_follow_up_leads_back_to_its_item(client, published):
    change(client, published[1], title="Open avond")
    follow_up = Submission.objects.get(thread=published[0])
    assert published[1] in page_of(client, f"/aanmelden/{links.token(follow_up)}/")


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


def test_withdrawing_at_the_moment_of_a_decision_is_told(client, own, monkeypatch):
    def overtaken(submission: Submission, **told: object) -> None:
        raise StaleSubmission

    url = f"{own[1]}intrekken/"
    values = {"ticket": ticket(client, url), "reason": "Griep"}
    monkeypatch.setattr("submissions.views.own.withdraw", overtaken)
    response = client.post(url, values)
    assert response.status_code == 409
    assert str(StaleSubmission()) in response.content.decode()
