"""Deciding at the desk: once, on what was seen, with nothing typed lost."""

import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from agenda.models import Activity, Status
from mail.lives import OutgoingState
from mail.models import OutgoingMail
from submissions import links
from submissions.errors import LinkUnknown
from submissions.facts import Facts
from submissions.models import AuditEntry, ProposalKind, Submission, SubmissionKind
from submissions.services import Draft
from submissions.states import Action, ProposalState, SubmissionState
from tests.factories import make_activity
from tests.moderation.factories import decide, decide_item, make_desk_editor, signed_in
from tests.submissions.factories import make_facts, make_submission

pytestmark = pytest.mark.django_db


def test_publishing_takes_the_corrections_along() -> None:
    item = make_submission()
    response = decide(signed_in(), item, "publiceer", title="Tuinfeest", note="Tot dan!")
    assert response["Location"] == item.get_absolute_url()
    activity = Activity.objects.get()
    assert (activity.title, activity.status) == ("Tuinfeest", Status.PUBLISHED)
    entry = AuditEntry.objects.get(action=Action.PUBLISH)
    assert entry.actor_name == "Marieke"
    assert entry.outgoing is not None
    assert "Tot dan!" in entry.outgoing.text


def test_a_correction_is_kept_and_tells_nobody() -> None:
    item = make_submission()
    mails = OutgoingMail.objects.count()
    decide(signed_in(), item, "bewaar", title="Tuinfeest", start_time="13.45")
    facts = item.proposals.get().facts
    assert (facts.title, str(facts.start_time)) == ("Tuinfeest", "13:45:00")
    assert OutgoingMail.objects.count() == mails
    assert item.proposals.get().state == ProposalState.PENDING


def test_rejecting_needs_a_reason_and_keeps_what_was_typed() -> None:
    item, editor = make_submission(), signed_in()
    response = decide(editor, item, "wijs-af", reason=" ", title="Half getypt")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Geef een reden" in page
    assert 'value="Half getypt"' in page
    decide(editor, item, "wijs-af", reason="Dit valt buiten de week.")
    assert item.proposals.get().reason == "Dit valt buiten de week."
    assert "Dit valt buiten de week." in OutgoingMail.objects.order_by("-pk")[0].text


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("title", "", "Geef een titel."),
        ("kind", "", "Kies een soort."),
        ("kind", "bestaat-niet", "Kies iets uit de lijst."),
        ("first_day", "2019-02-29", "29 februari 2019 bestaat niet"),
        ("last_day", "2019-06-01", "De laatste dag ligt voor de eerste dag."),
        ("end_time", "12:00", "De eindtijd ligt niet na de begintijd."),
        ("municipality", "Nergenshuizen", "We kennen geen gemeente ‘Nergenshuizen’."),
        ("website", "javascript:alert(1)", "Vul een webadres in"),
        ("title", "a" * 151, "er passen 150 tekens"),
        ("title", "a\0b", "teken in dat niet kan"),
    ],
)
def test_bad_input_is_told_at_its_field(field: str, typed: str, told: str) -> None:
    item = make_submission()
    response = decide(signed_in(), item, "publiceer", **{field: typed})
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Activity.objects.exists()
    item.refresh_from_db()
    assert item.version == 1


@pytest.mark.parametrize("seen", ("", "x", "-1", "99999999999999999999", None))
def test_a_version_that_is_none_decides_nothing(seen: str | None) -> None:
    item = make_submission()
    sent = {"seen": seen} if seen is not None else {"seen": []}
    assert decide(signed_in(), item, "publiceer", **sent).status_code == 422
    assert not Activity.objects.exists()


def test_a_button_that_does_not_exist_does_nothing() -> None:
    item, editor = make_submission(), signed_in()
    assert decide(editor, item, "verwijder").status_code == 422
    assert decide_item(editor, item, "verwijder").status_code == 422


def test_the_second_editor_sees_who_was_first_and_keeps_what_was_typed() -> None:
    item = make_submission()
    first, second = signed_in("Marieke"), signed_in("Noor")
    assert decide(first, item, "wijs-af", reason="Dubbel.").status_code == 302
    response = decide(second, item, "publiceer", title="Mijn betere titel")
    page = response.content.decode()
    assert response.status_code == 409
    assert "Iemand was je net voor" in page
    assert "<strong>Marieke</strong>: afgewezen" in page
    assert "Mijn betere titel" in page
    assert not Activity.objects.exists()


def test_after_a_correction_by_another_the_second_can_decide_on_what_is_there_now() -> None:
    item = make_submission()
    decide(signed_in("Marieke"), item, "bewaar", title="Van Marieke")
    second = signed_in("Noor")
    refused = decide(second, item, "publiceer", title="Van Noor")
    assert refused.status_code == 409
    assert 'value="Van Noor"' in refused.content.decode()
    item.refresh_from_db()
    assert f'-seen" value="{item.version}"' in refused.content.decode()
    decide(second, item, "publiceer", title="Van Noor")
    assert Activity.objects.get().title == "Van Noor"


def test_a_question_that_came_too_late_is_not_lost() -> None:
    item = make_submission()
    assert decide_item(signed_in("Marieke"), item, "spam").status_code == 302
    response = decide_item(signed_in("Noor"), item, "vraag", question="Een lange vraag")
    assert response.status_code == 409
    assert "Een lange vraag" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_once_one_decides_and_the_other_hears_409() -> None:
    item = make_submission()
    clients = []
    for name in ("Marieke", "Noor"):
        client = Client()
        client.force_login(make_desk_editor(name))
        clients.append(client)
    barrier = threading.Barrier(2)
    statuses: list[int] = []

    def press(client: Client) -> None:
        try:
            barrier.wait()
            statuses.append(decide(client, item, "publiceer").status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [302, 409]
    assert Activity.objects.count() == 1
    assert AuditEntry.objects.filter(action=Action.PUBLISH).count() == 1


def test_undoing_keeps_the_mail_from_leaving() -> None:
    item, editor = make_submission(), signed_in()
    decide(editor, item, "publiceer")
    item.refresh_from_db()
    decide_item(editor, item, "draai-terug")
    assert Activity.objects.get().status == Status.HIDDEN
    assert item.proposals.get().state == ProposalState.PENDING
    mail = OutgoingMail.objects.get(purpose="published")
    assert mail.state == OutgoingState.CANCELLED


def test_when_the_mail_is_gone_undoing_says_so() -> None:
    item, editor = make_submission(), signed_in()
    decide(editor, item, "publiceer")
    OutgoingMail.objects.filter(purpose="published").update(
        state=OutgoingState.SENDING, claimed_at="2019-01-01T00:00Z"
    )
    item.refresh_from_db()
    response = decide_item(editor, item, "draai-terug")
    assert response.status_code == 422
    assert "de mail is al weg" in response.content.decode()
    assert Activity.objects.get().status == Status.PUBLISHED


def test_the_item_as_a_whole_is_asked_about_ended_and_reopened() -> None:
    item, editor = make_submission(kind=SubmissionKind.QUESTION), signed_in()

    def state_after(decision: str, **fields: Any) -> str:
        assert decide_item(editor, item, decision, **fields).status_code == 302
        item.refresh_from_db()
        return item.state

    assert state_after("vraag", question="Welke dag?") == SubmissionState.WAITING
    decide(editor, item, "wijs-af", reason="Past niet.")
    item.refresh_from_db()
    assert state_after("klaar", note="Dank je wel.") == SubmissionState.DONE
    assert state_after("heropen") == SubmissionState.PENDING
    assert state_after("spam") == SubmissionState.SPAM
    assert state_after("heropen") == SubmissionState.PENDING


def test_a_secret_link_in_the_wrong_hands_is_replaced() -> None:
    item = make_submission()
    old = links.token(item)
    decide_item(signed_in(), item, "nieuwe-link")
    with pytest.raises(LinkUnknown):
        links.resolve(old)
    assert OutgoingMail.objects.filter(purpose="new_link").exists()


def test_an_empty_question_is_refused() -> None:
    item = make_submission()
    response = decide_item(signed_in(), item, "vraag", question="")
    assert response.status_code == 422
    assert "Schrijf eerst je vraag op." in response.content.decode()


def test_an_editor_makes_a_proposal_of_a_message_that_has_none() -> None:
    item = make_submission(kind=SubmissionKind.QUESTION, subject="Tuinfeest op school")
    item.proposals.all().delete()
    decide_item(signed_in(), item, "voorstel")
    assert item.proposals.get().facts == Facts(title="Tuinfeest op school")


def test_a_rejected_proposal_is_reopened() -> None:
    item, editor = make_submission(), signed_in()
    decide(editor, item, "wijs-af", reason="Dubbel.")
    item.refresh_from_db()
    decide(editor, item, "heropen")
    assert item.proposals.get().state == ProposalState.PENDING


def test_a_double_is_merged_by_its_address() -> None:
    activity = make_activity()
    item, editor = make_submission(), signed_in()
    for wrong in ("", "https://example.org/", "/2019/agenda/bestaat-niet/", "/9999/agenda/x/"):
        assert decide(editor, item, "voeg-samen", into=wrong).status_code == 422
    address = f"https://actieweek.example{activity.get_absolute_url()}"
    decide(editor, item, "voeg-samen", into=address)
    proposal = item.proposals.get()
    assert (proposal.state, proposal.activity) == (ProposalState.MERGED, activity)


def test_what_seemed_new_becomes_a_change_of_what_is_there() -> None:
    activity = make_activity(venue="Aula")
    item, editor = make_submission(Draft(Facts(venue="Tuin"))), signed_in()
    decide(editor, item, "wijzig", into=activity.get_absolute_url())
    proposal = item.proposals.get()
    assert (proposal.kind, proposal.activity) == (ProposalKind.CHANGE, activity)
    page = editor.get(item.get_absolute_url()).content.decode()
    assert "<del>Aula</del>" in page


def test_a_cancellation_keeps_the_page_and_shows_the_explanation() -> None:
    activity = make_activity()
    draft = Draft(Facts(title="Iets"), {}, ProposalKind.CANCELLATION, activity)
    item, editor = make_submission(draft, kind=SubmissionKind.CANCELLATION), signed_in()
    proposal = item.proposals.get()
    address = f"{item.get_absolute_url()}voorstel/{proposal.pk}/"
    place = f"v{proposal.pk}"
    sent = {f"{place}-seen": 1, f"{place}-summary": "De spreker is ziek.", "besluit": "publiceer"}
    assert editor.post(address, sent).status_code == 302
    activity.refresh_from_db()
    assert (activity.status, activity.status_note) == (Status.CANCELLED, "De spreker is ziek.")
    assert item.proposals.get().facts.title == "Iets"


def test_typed_markup_stays_text_everywhere() -> None:
    item, editor = make_submission(), signed_in()
    decide(editor, item, "bewaar", title="<script>alert(1)</script>")
    page = editor.get(item.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    item.refresh_from_db()
    decide(editor, item, "publiceer", title="<script>alert(1)</script>", kind=make_facts().kind)
    page = editor.get(item.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert Submission.objects.get().state == SubmissionState.DONE
