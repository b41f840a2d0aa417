"""Assignment, rest, notes and presence: beside the decisions, in nobody's way."""

from datetime import timedelta

import pytest
from django.utils import timezone

from submissions import services
from submissions.errors import DomainError, Incomplete, NotAllowed, StaleSubmission
from submissions.models import AuditEntry, Presence, Submission
from submissions.states import Action
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db


def test_of_two_who_take_an_item_one_gets_it() -> None:
    item, one, two = make_submission(), make_editor(), make_editor()
    services.assign(item, to=one, instead_of=None, editor=one)
    with pytest.raises(StaleSubmission, match=one.username):
        services.assign(item, to=two, instead_of=None, editor=two)
    item.refresh_from_db()
    assert (item.assigned_to, item.version) == (one, 1)
    services.assign(item, to=None, instead_of=one, editor=two)
    assert AuditEntry.objects.filter(action=Action.ASSIGN).count() == 2


def test_a_snoozed_item_rests_until_that_morning() -> None:
    item, editor, today = make_submission(), make_editor(), timezone.localdate()
    services.snooze(item, seen=1, editor=editor, until=today + timedelta(days=3))
    assert item.is_resting
    assert not Submission.objects.waiting().exists()
    Submission.objects.update(snoozed_until=today)
    assert Submission.objects.waiting().get() == item


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_rest_is_until_a_later_day_within_a_year(days: int) -> None:
    item, until = make_submission(), timezone.localdate() + timedelta(days=days)
    with pytest.raises(Incomplete):
        services.snooze(item, seen=1, editor=make_editor(), until=until)


def test_whatever_happens_to_an_item_wakes_it() -> None:
    item, editor = make_submission(), make_editor()
    until = timezone.localdate() + timedelta(days=3)
    services.snooze(item, seen=1, editor=editor, until=until)
    services.correct_own(item, item.proposals.get(), seen=2, facts=item.proposals.get().facts)
    assert Submission.objects.waiting().get() == item
    with pytest.raises(NotAllowed):
        services.snooze(item, seen=item.version, editor=editor, until=None)


def test_a_snooze_of_what_changed_meanwhile_is_refused() -> None:
    item, editor = make_submission(), make_editor()
    services.mark_spam(item, seen=1, editor=editor)
    with pytest.raises(DomainError):
        until = timezone.localdate() + timedelta(days=1)
        services.snooze(item, seen=1, editor=editor, until=until)


def test_a_note_keeps_its_authors_name() -> None:
    item, editor = make_submission(), make_editor(first_name="Noor")
    services.add_note(item, editor=editor, text="Bel even.\x00")
    editor.delete()
    note = item.notes.get()
    assert (note.author_name, note.text, note.author) == ("Noor", "Bel even.", None)
    with pytest.raises(Incomplete):
        services.add_note(item, editor=make_editor(), text="  ")


def test_presence_is_one_row_that_fades() -> None:
    item, editor = make_submission(), make_editor()
    services.be_present(item, editor)
    services.be_present(item, editor)
    assert Presence.objects.now().get().user == editor
    assert not Presence.objects.now(timezone.now() + timedelta(seconds=61)).exists()
    Presence.objects.update(seen_at=timezone.now() - timedelta(hours=2))
    services.be_present(make_submission(), make_editor())
    assert Presence.objects.count() == 1
    services.be_present(item, editor)
    services.leave(item, editor)
    assert not item.present.exists()


def test_what_stands_beside_a_decision_does_not_keep_it_from_being_undone() -> None:
    item, editor = make_submission(), make_editor()
    entry = services.publish(item, item.proposals.get(), seen=1, editor=editor)
    services.assign(item, to=editor, instead_of=None, editor=editor)
    assert services.undoable(item) == entry
    services.undo(entry, editor=editor)
    assert services.undoable(item) is None
