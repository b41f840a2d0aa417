"""Several editors at one desk: whose an item is, who is there, what rests, what they write."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.models import Presence, Submission
from submissions.services import Draft, be_present
from submissions.states import ProposalState
from tests.moderation.factories import decide_item, make_desk_editor, signed_in
from tests.submissions.factories import make_facts, make_submission

pytestmark = pytest.mark.django_db


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_an_item_is_taken_given_and_let_go() -> None:
    item, noor = make_submission(), make_desk_editor("Noor")
    marieke = signed_in("Marieke")
    decide_item(marieke, item, "wijs-mij-toe")
    assert "Deze inzending is van jou." in text_of(marieke.get(item.get_absolute_url()))
    assert "van Marieke" in text_of(signed_in("Noor").get("/redactie/"))
    item.refresh_from_db()
    decide_item(marieke, item, "wijs-toe", had=item.assigned_to_id, to=noor.pk)
    item.refresh_from_db()
    assert item.assigned_to == noor
    decide_item(signed_in("Noor"), item, "laat-los", had=noor.pk)
    item.refresh_from_db()
    assert item.assigned_to is None


def test_who_takes_an_item_that_was_just_given_hears_whose_it_is() -> None:
    item = make_submission()
    decide_item(signed_in("Marieke"), item, "wijs-mij-toe")
    response = decide_item(signed_in("Noor"), item, "wijs-mij-toe")
    assert response.status_code == 409
    assert "intussen van Marieke" in text_of(response)


def test_a_snoozed_item_lies_on_its_own_shelf_until_it_is_woken() -> None:
    item, editor = make_submission(), signed_in()
    until = timezone.localdate() + timedelta(days=2)
    decide_item(editor, item, "stel-uit", until=until.isoformat())
    assert item.reference not in text_of(editor.get("/redactie/"))
    shelf = text_of(editor.get("/redactie/?stand=later"))
    assert item.reference in shelf
    assert 'Uitgesteld <span class="count">1</span>' in shelf
    item.refresh_from_db()
    decide_item(editor, item, "maak-wakker")
    assert item.reference in text_of(editor.get("/redactie/"))


@pytest.mark.parametrize("until", ["", "2019-01-01", "gisteren"])
def test_a_day_that_cannot_be_is_told_at_its_field(until: str) -> None:
    item = make_submission()
    response = decide_item(signed_in(), item, "stel-uit", until=until)
    assert response.status_code == 422
    assert "Terug op" in text_of(response)
    item.refresh_from_db()
    assert item.snoozed_until is None


def test_a_note_is_for_colleagues_only() -> None:
    item, mails = make_submission(), OutgoingMail.objects.count()
    decide_item(signed_in("Marieke"), item, "notitie", text="Bel <Jo> even.")
    page = text_of(signed_in("Noor").get(item.get_absolute_url()))
    assert "Bel &lt;Jo&gt; even." in page
    assert OutgoingMail.objects.count() == mails
    assert decide_item(signed_in(), item, "notitie", text=" ").status_code == 422


def test_who_else_is_here_is_told_without_scripts() -> None:
    item = make_submission()
    be_present(item, make_desk_editor("Noor"))
    be_present(item, make_desk_editor("Marieke"))
    page = text_of(signed_in("Marieke").get(item.get_absolute_url()))
    assert "<strong>Noor</strong> heeft deze inzending nu ook open." in page
    Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
    assert "nu ook open" not in text_of(signed_in("Marieke").get(item.get_absolute_url()))


def test_the_heartbeat_tells_that_the_page_is_open_and_what_changed() -> None:
    item, editor = make_submission(), signed_in("Marieke")
    address = f"{item.get_absolute_url()}aanwezig/"
    assert editor.get(address).status_code == 405
    assert "veranderd" not in text_of(editor.post(address, {"seen": item.version}))
    assert Presence.objects.get().submission == item
    Submission.objects.update(version=7)
    assert "veranderd sinds" in text_of(editor.post(address, {"seen": item.version}))
    assert editor.post(address, {"weg": "1"}).status_code == 204
    assert not Presence.objects.exists()


def test_all_proposals_are_published_with_one_press() -> None:
    item = make_submission(*(Draft(make_facts(title=one)) for one in ("Open dag", "Symposium")))
    editor = signed_in()
    assert "Publiceer alle voorstellen" in text_of(editor.get(item.get_absolute_url()))
    url = f"{item.get_absolute_url()}besluit/"
    sent = {"alles-seen": item.version, "alles-note": "Hoi", "besluit": "publiceer-alles"}
    assert editor.post(url, sent).status_code == 302
    assert Activity.objects.count() == 2
    assert editor.post(url, sent).status_code == 409
    page = text_of(editor.get(item.get_absolute_url()))
    assert "Draai terug: gepubliceerd" in page
    item.refresh_from_db()
    decide_item(editor, item, "draai-terug")
    assert set(item.proposals.values_list("state", flat=True)) == {ProposalState.PENDING}
