"""What is in the agenda, and whether it stands."""

from typing import Any

import pytest
from django.test import Client

from agenda.models import Activity, Status
from mail.models import OutgoingMail
from submissions.models import AuditEntry
from submissions.services import publish
from tests.factories import make_activity, make_edition
from tests.moderation.factories import signed_in
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db


def press(client: Client, activity: Activity, step: str, **typed: Any) -> Any:
    sent = {"seen": activity.revision, "reason": "De zaal is dicht."} | typed
    named = {f"{step}-{name}": value for name, value in sent.items()}
    return client.post(f"/redactie/activiteiten/{activity.pk}/stand/", named | {"besluit": step})


def text(path: str) -> str:
    return str(signed_in().get(path).content.decode())


def test_all_activities_are_listed_by_edition_and_state() -> None:
    make_activity(title="Van 2019")
    make_activity(title="Van 2018", edition=make_edition(year=2018))
    make_activity(title="Weggehaald", status=Status.HIDDEN)
    everything = text("/redactie/activiteiten/")
    assert all(title in everything for title in ("Van 2019", "Van 2018", "Weggehaald"))
    hidden = text("/redactie/activiteiten/?editie=2019&stand=hidden")
    assert "Weggehaald" in hidden
    assert "Van 2019" not in hidden
    assert "Nog niets in de agenda" in text("/redactie/activiteiten/?editie=2018&stand=hidden")
    strange = signed_in().get("/redactie/activiteiten/?editie=12&stand=x")
    assert strange.status_code == 400
    assert "We kennen geen editie ‘12’" in strange.content.decode()
    assert "Van 2018" in strange.content.decode()


def test_cancelling_and_back() -> None:
    activity, editor = make_activity(), signed_in()
    press(editor, activity, "annuleer")
    activity.refresh_from_db()
    assert (activity.status, activity.status_note) == (Status.CANCELLED, "De zaal is dicht.")
    press(editor, activity, "herstel", reason="")
    activity.refresh_from_db()
    assert (activity.status, activity.status_note) == (Status.PUBLISHED, "")


def test_hiding_and_showing_again() -> None:
    activity, editor = make_activity(), signed_in()
    press(editor, activity, "verberg")
    assert Client().get(activity.get_absolute_url()).status_code == 410
    activity.refresh_from_db()
    press(editor, activity, "toon", reason="")
    assert Client().get(activity.get_absolute_url()).status_code == 200
    entries = AuditEntry.objects.order_by("pk").values_list("actor_name", "reason")
    assert list(entries) == [("Marieke", "De zaal is dicht."), ("Marieke", "")]


def test_what_visitors_lose_needs_a_reason() -> None:
    activity, editor = make_activity(), signed_in()
    for step in ("annuleer", "verberg"):
        response = press(editor, activity, step, reason="")
        assert response.status_code == 422
        assert "Geef een reden." in response.content.decode()


def test_what_subscribers_will_see_is_told_before_the_click() -> None:
    page = text(f"/redactie/activiteiten/{make_activity().pk}/")
    assert "GEANNULEERD:" in page
    assert "krijgt een annulering zonder tekst" in page
    assert "Zet terug op de agenda" not in page


def test_the_second_editor_hears_that_it_changed_and_keeps_the_reason() -> None:
    activity = make_activity()
    press(signed_in("Marieke"), activity, "verberg")
    response = press(signed_in("Noor"), activity, "verberg", reason="Mijn eigen reden")
    assert response.status_code == 409
    assert "Marieke was je net voor" in response.content.decode()
    assert "Mijn eigen reden" in response.content.decode()
    response = press(signed_in("Noor"), activity, "annuleer", seen="x")
    assert response.status_code == 422
    assert press(signed_in(), activity, "verwijder").status_code == 422


def test_the_sender_of_a_published_activity_gets_a_mail() -> None:
    item = make_submission()
    activity = publish(item, item.proposals.get(), seen=1, editor=make_editor()).activity
    assert activity is not None
    press(signed_in(), activity, "annuleer")
    assert "De zaal is dicht." in OutgoingMail.objects.order_by("-pk")[0].text
    assert item.reference in text(f"/redactie/activiteiten/{activity.pk}/")


@pytest.mark.parametrize("count", (1, 3))
def test_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    for _ in range(count):
        item = make_submission()
        publish(item, item.proposals.get(), seen=1, editor=make_editor())
    editor = signed_in()
    with django_assert_num_queries(9):
        editor.get("/redactie/activiteiten/")
