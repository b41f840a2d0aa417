"""The page of likely doubles, and two side by side."""

from typing import Any

import pytest

from agenda.models import Activity, Status
from submissions import services
from submissions.models import Double, ProposalKind
from submissions.states import ProposalState
from tests.factories import make_activity
from tests.moderation.factories import signed_in
from tests.submissions.factories import make_editor, make_facts, make_submission
from tests.submissions.test_doubles import mailed, publish

pytestmark = pytest.mark.django_db
LIST = "/redactie/dubbel/"


def press(double: Double, button: str, **fields: Any) -> Any:
    """As the page that is open now would send it."""
    client = signed_in()
    address = f"{LIST}{double.pk}/"
    pair = client.get(address).context["pair"]
    sent = {"left": pair.left.seen, "right": pair.right.seen, "besluit": button}
    return client.post(address, sent | fields, follow=True)


def test_the_list_tells_both_and_why() -> None:
    first, second = make_submission(), mailed()
    page = signed_in().get(LIST).content.decode()
    for text in (first.reference, second.reference, "Zelfde organisator", "Vrijwel zeker"):
        assert text in page
    assert "lijkt dubbel" in signed_in("Noor").get("/redactie/").content.decode()
    assert "dubbel:" in signed_in("Sam").get(first.get_absolute_url()).content.decode()


def test_without_any_the_list_invites() -> None:
    assert "Niets lijkt dubbel" in signed_in().get(LIST).content.decode()


def test_either_of_two_proposals_may_stay() -> None:
    first, second = make_submission(), mailed()
    page = press(Double.objects.get(), "links").content.decode()
    assert "Samengevoegd. ‘Inloopmiddag voor ouders’ blijft" in page
    assert second.proposals.get().merged_into == first.proposals.get()
    assert "Niets lijkt dubbel" in page


def test_what_is_in_the_agenda_stays_or_is_changed() -> None:
    activity, second = publish(make_submission()), mailed(text="Er is soep.")
    double = Double.objects.open().get()
    refused = press(double, "links")
    assert refused.status_code == 422
    press(double, "wijziging")
    proposal = second.proposals.get()
    assert (proposal.kind, proposal.activity) == (ProposalKind.CHANGE, activity)
    assert not Double.objects.open().exists()


def test_a_proposal_goes_into_what_is_in_the_agenda() -> None:
    activity, second = publish(make_submission()), mailed()
    press(Double.objects.open().get(), "rechts")
    proposal = second.proposals.get()
    assert (proposal.state, proposal.activity) == (ProposalState.MERGED, activity)


def test_two_activities_become_one_and_two_again() -> None:
    first, second = publish(make_submission()), publish(mailed(text="Er is soep."))
    press(Double.objects.open().get(), "links", fill="on")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (second.merged_into, first.text) == (first, "Er is soep.")
    client, address = signed_in("Noor"), f"/redactie/activiteiten/{second.pk}/"
    assert "opgegaan in" in client.get(address).content.decode()
    client.post(f"{address}uit-elkaar/", {"seen": second.revision})
    second.refresh_from_db()
    assert second.status == Status.PUBLISHED


def test_two_stay_two() -> None:
    make_submission(), mailed()
    double = Double.objects.get()
    assert "dit zijn er twee" in press(double, "twee").content.decode()
    assert "Marieke" in signed_in("Noor").get(f"{LIST}{double.pk}/").content.decode()
    assert press(double, "links").status_code == 422


def test_who_was_second_sees_what_changed() -> None:
    first, _ = make_submission(), mailed()
    double, client = Double.objects.get(), signed_in()
    proposal = first.proposals.get()
    facts = make_facts(costs="gratis")
    services.correct(first, proposal, seen=1, editor=make_editor(), facts=facts)
    sent = {"left": 1, "right": 1, "besluit": "links"}
    answer = client.post(f"{LIST}{double.pk}/", sent)
    assert answer.status_code == 409
    assert "gratis" in answer.content.decode()
    assert client.post(f"{LIST}{double.pk}/", {"besluit": "links"}).status_code == 422
    assert client.post(f"{LIST}{double.pk}/", sent | {"besluit": "x"}).status_code == 422


def test_an_editor_points_out_what_the_machine_did_not_see() -> None:
    one, other = make_activity(title="Wandeling"), make_activity(title="Optocht")
    client, address = signed_in(), f"/redactie/activiteiten/{one.pk}/samen/"
    answer = client.post(address, {"seen": 0, "into": other.get_absolute_url()})
    double = Double.objects.get()
    assert answer["Location"] == f"{LIST}{double.pk}/"
    services.dismiss(double, editor=make_editor())
    client.post(address, {"seen": 0, "into": other.get_absolute_url()})
    assert Double.objects.open().get() == double
    wrong = client.post(address, {"seen": 0, "into": one.get_absolute_url()}, follow=True)
    assert "Kies een andere activiteit" in wrong.content.decode()


@pytest.mark.parametrize("count", (1, 3))
def test_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    for _ in range(count):
        mailed()
    make_submission()
    for _ in range(count):
        make_activity()
    one, *others = Activity.objects.all()
    for other in others:
        Double.objects.create(activity=one, other_activity=other, score=70)
    client = signed_in()
    with django_assert_num_queries(6):
        client.get(LIST)
