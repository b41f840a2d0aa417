"""One activity instead of two: every sender hears of it, no address and no calendar is left."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from agenda.models import Activity, PublicRevision, Status
from mail.lives import OutgoingState
from mail.models import OutgoingMail
from submissions import links, services
from submissions.errors import NotAllowed, StaleSubmission
from submissions.models import AuditEntry, Submission
from submissions.services import Draft, merge_activities, separate
from submissions.states import ProposalState, SubmissionState
from tests.factories import make_activity, make_material
from tests.submissions.factories import make_editor, make_facts, make_submission
from tests.submissions.test_doubles import OTHER, mailed, publish

pytestmark = pytest.mark.django_db


def letters(purpose: str, **fields: Any) -> list[str]:
    found = OutgoingMail.objects.filter(purpose=purpose, **fields)
    return sorted(found.values_list("to_address", flat=True))


def joined(first: Submission, second: Submission) -> None:
    """The second goes into the first, which still waits."""
    services.merge(
        second, second.proposals.get(), seen=1, editor=make_editor(), into=first.proposals.get()
    )


def leave(address: str) -> None:
    """The mails to this address are away."""
    mails = OutgoingMail.objects.filter(to_address=address)
    mails.update(state=OutgoingState.SENT, sent_at=timezone.now())


BOTH = ["jo@lindeboom.example", "noor@oudergroep.example"]


def test_all_who_told_of_it_hear_that_it_is_published() -> None:
    first, second = make_submission(), mailed()
    joined(first, second)
    assert letters("merged") == ["noor@oudergroep.example"]
    activity = publish(first)
    assert letters("published") == BOTH
    assert second.history.first().reason == f"Samen met {first.reference}"  # type: ignore[union-attr]
    services.change_status(
        activity, "cancel", seen=activity.revision, editor=make_editor(), reason="Ziek"
    )
    assert letters("standing") == BOTH


def test_all_who_told_of_it_hear_why_not() -> None:
    first, second = make_submission(), mailed()
    joined(first, second)
    services.reject(first, first.proposals.get(), seen=1, editor=make_editor(), reason="Te ver weg")
    assert letters("rejected", text__contains="Te ver weg") == BOTH


def test_undoing_keeps_all_mails_from_leaving() -> None:
    first, second = make_submission(), mailed()
    joined(first, second)
    publish(first)
    entry = services.undoable(first)
    assert entry
    services.undo(entry, editor=make_editor())
    assert letters("published", state=OutgoingState.CANCELLED) == BOTH
    assert second.history.first().action == "undo"  # type: ignore[union-attr]


def test_undoing_is_too_late_when_one_mail_left() -> None:
    first, second = make_submission(), mailed()
    joined(first, second)
    publish(first)
    leave(OTHER.email)
    entry = services.undoable(first)
    assert entry
    with pytest.raises(NotAllowed):
        services.undo(entry, editor=make_editor())
    assert letters("published", state=OutgoingState.QUEUED) == ["jo@lindeboom.example"]


def test_merging_with_what_was_published_meanwhile_finds_the_activity() -> None:
    first, second = make_submission(), mailed()
    proposal = first.proposals.get()
    activity = publish(first)
    services.merge(second, second.proposals.get(), seen=1, editor=make_editor(), into=proposal)
    merged = second.proposals.get()
    assert (merged.state, merged.activity) == (ProposalState.MERGED, activity)


def test_merging_with_what_was_rejected_meanwhile_is_refused() -> None:
    first, second = make_submission(), mailed()
    services.reject(first, first.proposals.get(), seen=1, editor=make_editor(), reason="Nee")
    with pytest.raises(NotAllowed):
        joined(first, second)
    second.refresh_from_db()
    assert second.state == SubmissionState.PENDING


def two() -> tuple[Activity, Activity]:
    first = publish(make_submission())
    second = publish(mailed(text="Er is soep.", contact_email="noor@oudergroep.example"))
    return first, second


def merge(loser: Activity, into: Activity, **fields: Any) -> AuditEntry:
    for activity in (loser, into):
        activity.refresh_from_db()
    seen = {"seen": loser.revision, "seen_into": into.revision, "editor": make_editor()}
    return merge_activities(loser, into, **seen | fields)


def test_the_old_address_leads_to_the_one_that_stays(client: Client) -> None:
    stays, goes = two()
    before = PublicRevision.current().number
    old, old_page = goes.get_absolute_url(), goes.slug
    merge(goes, stays)
    assert PublicRevision.objects.get().number > before
    for suffix in ("/", ".png"):
        answer = client.get(f"/2019/agenda/{old_page}{suffix}")
        assert answer.status_code == 301
        assert answer["Location"] == f"/2019/agenda/{stays.slug}{suffix}"
    assert old not in client.get("/2019/agenda/").content.decode()


def events(text: str) -> dict[str, str]:
    parts = text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    return {part.split("UID:")[1].split("\r\n")[0]: part for part in parts}


@time_machine.travel("2019-05-20T10:00:00Z", tick=False)
def test_calendars_get_the_end_of_the_one_and_keep_the_other(client: Client) -> None:
    stays, goes = two()
    revision = goes.revision
    merge(goes, stays)
    for address in ("/2019/agenda.ics", f"/2019/agenda/{goes.slug}.ics"):
        answer = client.get(address)
        assert answer.status_code == 200
        found = events(answer.content.decode())
        assert "STATUS:CONFIRMED" in found[str(stays.public_id)]
        ended = found[str(goes.public_id)]
        assert "STATUS:CANCELLED" in ended
        assert f"/2019/agenda/{goes.slug}/" in ended
        assert "soep" not in ended
        assert int(ended.split("SEQUENCE:")[1].split()[0]) > 2 * revision


def test_every_sender_hears_of_it_once() -> None:
    stays, goes = two()
    merge(goes, stays)
    assert letters("one_activity") == BOTH
    assert (
        OutgoingMail.objects.filter(purpose="one_activity", text__contains=stays.slug).count() == 2
    )


def test_materials_and_senders_go_along_and_contact_data_does_not(client: Client) -> None:
    stays, goes = two()
    photo = make_material(activity=goes)
    merge(goes, stays, fill=True)
    photo.refresh_from_db()
    stays.refresh_from_db()
    assert (photo.activity, stays.text) == (stays, "Er is soep.")
    assert stays.contact_email == "jo@lindeboom.example"
    item = Submission.objects.get(sender_email=OTHER.email)
    assert item.proposals.get().activity == stays
    page = client.get(f"/aanmelden/{links.token(item)}/").content.decode()
    assert stays.get_absolute_url() in page
    assert "0318 123456" not in page, "what the other sender told us alone"


def test_two_after_all(client: Client) -> None:
    stays, goes = two()
    photo = make_material(activity=goes)
    merge(goes, stays, fill=True)
    goes.refresh_from_db()
    leave(OTHER.email)
    separate(goes, seen=goes.revision, editor=make_editor())
    goes.refresh_from_db()
    stays.refresh_from_db()
    photo.refresh_from_db()
    assert (goes.status, goes.merged_into, photo.activity) == (Status.PUBLISHED, None, goes)
    assert stays.text == ""
    assert client.get(goes.get_absolute_url()).status_code == 200
    proposal = Submission.objects.get(sender_email=OTHER.email).proposals.get()
    assert (proposal.state, proposal.activity) == (ProposalState.PUBLISHED, goes)
    assert letters("one_activity", state=OutgoingState.CANCELLED) == ["jo@lindeboom.example"]
    assert letters("standing") == [OTHER.email]
    with pytest.raises(NotAllowed):
        separate(goes, seen=goes.revision, editor=make_editor())


def test_a_chain_leads_straight_to_the_last_and_comes_apart_in_any_order(client: Client) -> None:
    first, second = two()
    third = make_activity()
    merge(first, second)
    merge(second, third)
    assert client.get(first.get_absolute_url())["Location"] == third.get_absolute_url()
    first.refresh_from_db()
    separate(first, seen=first.revision, editor=make_editor())
    second.refresh_from_db()
    separate(second, seen=second.revision, editor=make_editor())
    assert Activity.objects.filter(merged_into__isnull=True).count() == 3
    owners = {p.activity_id for p in first.proposals.all()} | {
        p.activity_id for p in second.proposals.all()
    }
    assert owners == {first.pk, second.pk}


def test_nobody_was_first_and_nothing_hidden_takes_part() -> None:
    stays, goes = two()
    with pytest.raises(StaleSubmission):
        merge(goes, stays, seen=0)
    with pytest.raises(NotAllowed):
        merge(stays, stays)
    services.change_status(
        stays, "cancel", seen=stays.revision, editor=make_editor(), reason="Ziek"
    )
    with pytest.raises(NotAllowed, match="doorgaat"):
        merge(goes, stays)
    merge(stays, goes)
    stays.refresh_from_db()
    with pytest.raises(NotAllowed, match="samengevoegd"):
        services.change_status(stays, "show", seen=stays.revision, editor=make_editor())


def test_without_a_sender_nobody_is_written_to() -> None:
    make_submission(Draft(make_facts(title="Iets anders")))
    merge(make_activity(), make_activity())
    assert letters("one_activity") == []
