"""Moving a published activity and putting an older version back."""

from dataclasses import replace
from datetime import date

import pytest

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions import services
from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.services.activities import facts_of
from submissions.states import Action
from tests.factories import make_activity
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db
LATER = {"first_day": date(2019, 6, 6), "last_day": date(2019, 6, 6)}


def published() -> Activity:
    item = make_submission()
    entry = services.publish(item, item.proposals.get(), seen=1, editor=make_editor())
    assert entry.activity is not None
    return Activity.objects.with_facts().get(pk=entry.activity.pk)


def test_a_move_is_seen_by_subscribers_and_told_to_the_sender() -> None:
    activity = published()
    facts = replace(facts_of(activity), **LATER)
    entry = services.amend(
        activity, seen=activity.revision, editor=make_editor(), facts=facts, reason="Zaal was vol."
    )
    fresh = Activity.objects.get()
    assert (fresh.first_day, fresh.revision) == (date(2019, 6, 6), 2)
    assert entry.action == Action.MOVE
    mail = OutgoingMail.objects.latest("pk")
    assert (mail.purpose, "Zaal was vol." in mail.text) == ("changed", True)


def test_a_move_can_be_taken_back() -> None:
    activity = published()
    facts = replace(facts_of(activity), **LATER)
    entry = services.amend(activity, seen=1, editor=make_editor(), facts=facts)
    assert entry.submission is not None
    assert services.undoable(entry.submission) == entry
    services.undo(entry, editor=make_editor())
    assert Activity.objects.get().first_day == date(2019, 6, 4)


def test_what_changes_nothing_or_came_too_late_is_refused() -> None:
    activity = make_activity()
    seen, facts = activity.revision, facts_of(activity)
    with pytest.raises(NotAllowed, match="verandert niets"):
        services.amend(activity, seen=seen, editor=make_editor(), facts=facts)
    with pytest.raises(Incomplete):
        wrong = replace(facts, last_day=date(2019, 1, 1), first_day=date(2019, 6, 4))
        services.amend(activity, seen=seen, editor=make_editor(), facts=wrong)
    services.amend(activity, seen=seen, editor=make_editor(), facts=replace(facts, costs="gratis"))
    with pytest.raises(StaleSubmission, match="was je net voor"):
        services.amend(activity, seen=seen, editor=make_editor(), facts=replace(facts, **LATER))
