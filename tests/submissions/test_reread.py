"""Newer readers on stored mail: differences are shown, and nothing that stands is changed."""

from dataclasses import replace
from datetime import time
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from submissions.errors import NotAllowed
from submissions.models import Proposal, Submission, SubmissionKind
from submissions.reread import reread
from submissions.services import correct, mark_done, publish
from submissions.states import SubmissionState
from tests.factories import make_edition, make_kind
from tests.moderation.factories import decide, decide_item, signed_in
from tests.submissions.factories import make_editor, make_submission
from tests.submissions.test_from_mail import inviting, read_now

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def edition() -> None:
    make_edition(year=2027, first="2027-05-31", last="2027-06-04")


def misread(**stored: Any) -> Submission:
    """A mail that older readers read otherwise."""
    item = read_now(inviting())
    proposal = item.proposals.get()
    proposal.facts_json = {**proposal.facts_json, **stored}
    proposal.save()
    return item


def run(*arguments: str) -> str:
    told = StringIO()
    call_command("reread", *arguments, stdout=told)
    return told.getvalue()


def suggested(item: Submission) -> dict[str, Any]:
    stored = Proposal.objects.get(submission=item).suggestions
    return {name: one["value"] for name, one in stored.items()}


def test_what_is_read_otherwise_is_suggested() -> None:
    item = misread(start_time="04:00", venue="Verzonnen")
    same = read_now(inviting("Theemiddag"))
    told = run("--all")
    assert f"{item.reference}: 2 velden anders" in told
    assert f"{same.reference}: Opnieuw gelezen: er is niets anders gevonden." in told
    assert suggested(item) == {"start_time": "14:00", "venue": ""}
    proposal = item.proposals.get()
    assert proposal.facts.start_time == time(4)
    assert proposal.suggestions["start_time"]["source"]["quote"] == "14.00 uur"
    item.refresh_from_db()
    assert item.version == 2
    assert "er is niets anders gevonden" in run(item.reference.lower())
    item.refresh_from_db()
    assert item.version == 2


def test_what_an_editor_corrected_is_left_alone() -> None:
    item = misread(start_time="04:00", title="Kofie")
    proposal = item.proposals.get()
    facts = replace(proposal.facts, title="Koffie!")
    correct(item, proposal, seen=1, editor=make_editor(), facts=facts)
    run("--all")
    assert suggested(item) == {"start_time": "14:00"}


def test_what_is_decided_is_left_alone() -> None:
    item = misread(start_time="04:00", kind=make_kind().slug)
    publish(item, item.proposals.get(), seen=1, editor=make_editor())
    assert "0 inzending(en)" in run("--all")
    assert "nog wacht" in run(item.reference)
    assert suggested(item) == {}


def test_a_first_mail_is_no_copy_of_a_later_one() -> None:
    item = misread(start_time="04:00")
    again = read_now(inviting(message_id="<later@example.org>"))
    assert again.kind == SubmissionKind.DUPLICATE
    run(item.reference)
    assert suggested(item)["start_time"] == "14:00"


def test_an_item_without_proposals_gets_those_that_are_found() -> None:
    item = read_now(inviting())
    item.proposals.all().delete()
    Submission.objects.filter(pk=item.pk).update(kind=SubmissionKind.QUESTION)
    assert "1 voorstel(len)" in run("--all")
    item.refresh_from_db()
    assert item.kind == SubmissionKind.SUBMISSION
    assert item.proposals.get().facts.title == "Koffieochtend"


def test_the_desk_shows_each_difference_and_takes_it_by_one_press() -> None:
    item = misread(start_time="04:00", kind=make_kind().slug)
    editor = signed_in()
    assert "Lees opnieuw" in editor.get(item.get_absolute_url()).content.decode()
    assert decide_item(editor, item, "lees-opnieuw").status_code == 302
    item.refresh_from_db()
    assert "later iets gevonden" in editor.get("/redactie/").content.decode()
    page = editor.get(item.get_absolute_url()).content.decode()
    assert "Opnieuw gelezen: 2 velden anders." in page
    assert 'value="neem start_time s"' in page
    answered = decide(
        editor, item, "neem start_time s", first_day="2027-06-01", last_day="", organiser=""
    )
    assert answered.status_code == 302
    proposal = item.proposals.get()
    assert proposal.facts.start_time == time(14)
    assert "start_time" not in proposal.suggestions
    assert proposal.sources["start_time"]["quote"] == "14.00 uur"


def test_a_field_that_was_typed_over_has_no_suggestion_any_more() -> None:
    item = misread(start_time="04:00", venue="Verzonnen")
    run("--all")
    item.refresh_from_db()
    proposal = item.proposals.get()
    facts = replace(proposal.facts, start_time=time(15))
    correct(item, proposal, seen=item.version, editor=make_editor(), facts=facts)
    assert suggested(item) == {"venue": ""}


def test_nothing_new_is_said_and_a_form_cannot_be_read() -> None:
    item = read_now(inviting())
    response = decide_item(signed_in(), item, "lees-opnieuw")
    assert "er is niets anders gevonden" in response.content.decode()
    form = make_submission()
    with pytest.raises(NotAllowed):
        reread(form, seen=1)
    assert "Lees opnieuw" not in signed_in().get(form.get_absolute_url()).content.decode()


def test_what_is_done_waits_no_more() -> None:
    item = read_now(inviting())
    item.proposals.all().delete()
    mark_done(item, seen=1, editor=make_editor())
    assert item.state == SubmissionState.DONE
    with pytest.raises(NotAllowed):
        reread(item, seen=item.version)


@pytest.mark.parametrize("arguments", [(), ("--all", "AB2CD3E"), ("ONBEKEND",)])
def test_it_must_be_told_what_to_read(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        run(*arguments)
