"""All that waits in one item, in one decision."""

import pytest

from agenda.models import Activity, Status
from mail.lives import OutgoingState
from mail.models import OutgoingMail
from submissions import services
from submissions.errors import NotAllowed, StaleSubmission
from submissions.models import Proposal, Submission
from submissions.services import Draft
from submissions.states import ProposalState, SubmissionState
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db


def make_item(*titles: str) -> Submission:
    return make_submission(*(Draft(make_facts(title=title)) for title in titles))


def test_all_are_published_with_one_mail() -> None:
    item = make_item("Open dag", "Ouderavond", "Symposium")
    mails = OutgoingMail.objects.count()
    services.publish_all(item, seen=1, editor=make_editor(), note="Veel succes!")
    assert Activity.objects.filter(status=Status.PUBLISHED).count() == 3
    assert item.state == SubmissionState.DONE
    mail = OutgoingMail.objects.order_by("pk").last()
    assert OutgoingMail.objects.count() == mails + 1
    assert mail is not None
    assert mail.subject == "In de agenda: Open dag en 2 meer"
    assert all(word in mail.text for word in ("Ouderavond", "Symposium", "Veel succes!"))


def test_one_press_takes_all_of_it_back() -> None:
    item, editor = make_item("Open dag", "Ouderavond"), make_editor()
    services.publish_all(item, seen=1, editor=editor)
    entry = services.undoable(item)
    assert entry is not None
    services.undo(entry, editor=editor)
    assert set(Activity.objects.values_list("status", flat=True)) == {Status.HIDDEN}
    assert set(Proposal.objects.values_list("state", flat=True)) == {ProposalState.PENDING}
    assert item.state == SubmissionState.PENDING
    assert OutgoingMail.objects.latest("pk").state == OutgoingState.CANCELLED
    assert services.undoable(item) is None


def test_when_the_mail_left_none_of_it_is_taken_back() -> None:
    item = make_item("Open dag", "Ouderavond")
    services.publish_all(item, seen=1, editor=make_editor())
    OutgoingMail.objects.filter(purpose="published_all").update(
        state=OutgoingState.SENDING, claimed_at="2026-01-01T00:00Z"
    )
    assert services.undoable(item) is None


def test_where_one_cannot_none_is_published() -> None:
    item = make_item("Open dag", "")
    with pytest.raises(NotAllowed, match="Er is niets gepubliceerd"):
        services.publish_all(item, seen=1, editor=make_editor())
    assert not Activity.objects.exists()
    item.refresh_from_db()
    assert item.version == 1


def test_the_second_editor_publishes_nothing_twice() -> None:
    item = make_item("Open dag", "Ouderavond")
    services.publish_all(item, seen=1, editor=make_editor())
    with pytest.raises(StaleSubmission):
        services.publish_all(item, seen=1, editor=make_editor())
    assert Activity.objects.count() == 2
