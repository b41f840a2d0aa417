"""Changes of what is live: accepted field by field, moved, and put back as it was."""

from datetime import date
from typing import Any

import pytest

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.models import ProposalKind, Submission
from submissions.services import Draft, publish
from submissions.states import Action
from tests.factories import make_activity
from tests.moderation.factories import decide, signed_in
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db
CHANGES = {"title": "Tuinfeest", "costs": "5 euro"}


def text_of(response: Any) -> str:
    return str(response.content.decode())


def changed() -> Submission:
    """A change of two fields of what is live, not decided."""
    first = make_submission()
    entry = publish(first, first.proposals.get(), seen=1, editor=make_editor())
    draft = Draft(
        make_facts(), kind=ProposalKind.CHANGE, activity=entry.activity, changes=dict(CHANGES)
    )
    return make_submission(draft)


def accept(item: Submission, *names: str, **typed: Any) -> Any:
    sent = CHANGES | {"offered": list(CHANGES), "accepted": list(names)} | typed
    return decide(signed_in(), item, "publiceer", **sent)


def test_each_field_is_accepted_by_itself() -> None:
    item = changed()
    page = text_of(signed_in().get(item.get_absolute_url()))
    prefix = f"v{item.proposals.get().pk}"
    assert f'name="{prefix}-accepted" value="title" checked' in page
    assert "Bezoekers zien de nieuwe gegevens meteen." in page
    assert Activity.objects.get().title == "Inloopmiddag voor ouders"
    assert accept(item, "costs").status_code == 302
    activity = Activity.objects.get()
    assert (activity.title, activity.costs) == ("Inloopmiddag voor ouders", "5 euro")
    assert "Dit hebben we niet overgenomen: titel." in OutgoingMail.objects.latest("pk").text
    assert item.history.get(action=Action.PUBLISH).reason == "Niet overgenomen: titel."


def test_accepting_nothing_is_no_decision_and_keeps_the_ticks() -> None:
    item = changed()
    response = accept(item)
    assert response.status_code == 422
    assert "Kies minstens één veld" in text_of(response)
    assert 'value="title" checked' not in text_of(response)
    assert Activity.objects.get().revision == 1


def test_without_a_choice_the_whole_change_is_taken() -> None:
    item = changed()
    decide(signed_in(), item, "publiceer", **CHANGES)
    assert (Activity.objects.get().title, Activity.objects.get().costs) == ("Tuinfeest", "5 euro")


@pytest.mark.parametrize(
    ("dated", "told"),
    [
        (True, "Wie de agenda volgt, krijgt haar erbij."),
        (False, "In agenda’s die iemand volgt komt zij pas als er een dag is."),
    ],
)
def test_what_subscribers_will_see_is_told_before_the_click(dated: bool, told: str) -> None:
    days = {} if dated else {"first_day": None, "last_day": None, "start_time": None}
    item = make_submission(Draft(make_facts(**days)))
    assert told in text_of(signed_in().get(item.get_absolute_url()))


def test_a_moved_day_tells_where_the_appointment_goes() -> None:
    item = changed()
    proposal = item.proposals.get()
    proposal.facts_json = {"first_day": "2019-06-06", "last_day": "2019-06-06"}
    proposal.save()
    page = text_of(signed_in().get(item.get_absolute_url()))
    assert "verhuist dezelfde afspraak naar donderdag 6 juni 2019" in page


def move(activity: Activity, **fields: Any) -> Any:
    sent = {"seen": activity.revision, "first_day": "2019-06-06", "start_time": "10.00"} | fields
    url = f"/redactie/activiteiten/{activity.pk}/verplaats/"
    return signed_in().post(url, {f"verplaats-{name}": value for name, value in sent.items()})


def test_an_activity_is_moved_from_its_page() -> None:
    activity = make_activity()
    assert move(activity).status_code == 302
    activity.refresh_from_db()
    assert activity.first_day == activity.last_day == date(2019, 6, 6)
    refused = move(activity, last_day="2019-06-01")
    assert refused.status_code == 422
    assert "De laatste dag ligt voor de eerste dag." in text_of(refused)


def test_who_moves_second_sees_what_changed_and_keeps_what_was_typed() -> None:
    activity = make_activity()
    seen = activity.revision
    move(activity)
    activity.refresh_from_db()
    response = move(activity, seen=seen, first_day="2019-06-07", reason="Zaal was vol")
    page = text_of(response)
    assert response.status_code == 409
    assert "<ins>donderdag 6 juni 2019</ins>" in page
    assert "Zaal was vol" in page
    assert 'value="2019-06-07"' in page


def test_an_older_version_is_published_again() -> None:
    activity = make_activity(title="Oud")
    move(activity)
    editor = signed_in()
    page = text_of(editor.get(f"/redactie/activiteiten/{activity.pk}/"))
    entry = activity.history.get()
    code = f"{entry.pk}-before"
    assert f'name="versie-code" value="{code}"' in page
    activity.refresh_from_db()
    url = f"/redactie/activiteiten/{activity.pk}/versie/"
    sent = {"versie-seen": activity.revision, "versie-code": code}
    assert editor.post(url, sent).status_code == 302
    activity.refresh_from_db()
    assert activity.first_day != date(2019, 6, 6)
    again = editor.post(url, sent | {"versie-seen": activity.revision})
    assert again.status_code == 422
    assert "Deze versie staat er al" in text_of(again)
