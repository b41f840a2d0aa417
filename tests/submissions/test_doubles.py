"""Pairs that are likely one activity: found when either is written, closed when it is settled."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from agenda.models import Activity
from submissions import services
from submissions.models import Channel, Double, Invitation, Proposal, Submission
from submissions.services import Draft, Sender
from submissions.services.doubles import watch
from tests.factories import make_activity
from tests.moderation.factories import make_mail
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db
OTHER = Sender("Noor", "noor@oudergroep.example")


def mailed(**facts: Any) -> Submission:
    """The same activity, as somebody else mails it."""
    draft = Draft(make_facts(title="Inloopmiddag ouders", **facts))
    return make_mail("Beste mensen", draft, sender=OTHER)


def publish(item: Submission, **fields: Any) -> Activity:
    proposal = item.proposals.get()
    item.refresh_from_db()
    services.publish(item, proposal, seen=item.version, editor=make_editor(), **fields)
    proposal.refresh_from_db()
    assert proposal.activity
    return proposal.activity


def test_two_ways_in_make_one_pair_with_its_reasons() -> None:
    first, second = make_submission(), mailed()
    pair = Double.objects.get()
    assert (pair.proposal, pair.other_proposal) == (first.proposals.get(), second.proposals.get())
    assert "Zelfde organisator" in pair.reasons
    assert "Via twee wegen: e-mail en formulier" in pair.reasons
    watch(second.proposals.get())
    assert Double.objects.count() == 1


def test_what_was_decided_is_like_nothing_until_it_is_reopened() -> None:
    first, second = make_submission(), mailed()
    services.reject(first, first.proposals.get(), seen=1, editor=make_editor(), reason="Nee")
    assert not Double.objects.open().exists()
    first.refresh_from_db()
    services.reopen(first, seen=first.version, editor=make_editor(), proposal=first.proposals.get())
    assert Double.objects.open().get().other_proposal == second.proposals.get()


def test_spam_is_like_nothing() -> None:
    first, _ = make_submission(), mailed()
    services.mark_spam(first, seen=1, editor=make_editor())
    assert not Double.objects.open().exists()


def test_once_published_the_other_is_like_the_activity() -> None:
    first, second = make_submission(), mailed()
    activity = publish(first)
    pair = Double.objects.open().get()
    assert (pair.proposal, pair.other_activity) == (second.proposals.get(), activity)
    publish(second)
    pair = Double.objects.open().get()
    assert pair.activity == activity
    assert pair.other_activity != activity


def test_a_correction_ends_it_and_a_word_of_an_editor_holds() -> None:
    _, second = make_submission(), mailed()
    proposal = second.proposals.get()
    elsewhere = replace(proposal.facts, organiser="Jeugdteam", title="Wandeling")
    services.correct(second, proposal, seen=1, editor=make_editor(), facts=elsewhere)
    assert not Double.objects.open().exists()
    services.correct(second, proposal, seen=2, editor=make_editor(), facts=make_facts())
    editor = make_editor()
    assert services.dismiss(Double.objects.open().get(), editor=editor)
    watch(proposal)
    pair = Double.objects.get()
    assert (pair.is_open, pair.dismissed_by) == (False, editor)


def test_a_forwarded_invitation_is_the_same_whatever_it_says() -> None:
    one = make_submission(channel=Channel.INVITATION)
    two = make_mail(
        "Fw",
        Draft(make_facts(title="FW", organiser="", first_day=None, last_day=None, start_time=None)),
        sender=OTHER,
    )
    for item in (one, two):
        Invitation.objects.create(proposal=item.proposals.get(), uid="040000@outlook")
        watch(Proposal.objects.get(submission=item))
    pair = Double.objects.open().get()
    assert pair.score == 100
    assert pair.reasons[0] == "Zelfde uitnodiging uit een agenda"


def test_proposals_of_one_message_are_no_doubles() -> None:
    make_mail("Twee keer", Draft(make_facts()), Draft(make_facts()))
    assert not Double.objects.exists()


def test_derived_columns_follow_what_is_told() -> None:
    proposal = make_submission().proposals.get()
    proposal.facts = make_facts(title="De Wandeling", first_day=date(2019, 6, 5), town="Ede")
    proposal.save(update_fields=["facts_json"])
    proposal.refresh_from_db()
    assert (proposal.title_key, proposal.place_key) == ("wandeling", "ede")
    assert proposal.first_day == date(2019, 6, 5)
    assert "basisschool de lindeboom" in proposal.search_text


@pytest.mark.parametrize("count", (1, 3))
def test_looking_takes_as_many_queries_with_more(
    count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        mailed()
        make_activity(title="Inloopmiddag ouders", first_day=date(2019, 6, 4))
    proposal = make_submission().proposals.select_related("submission__edition").get()
    Double.objects.all().delete()
    with django_assert_num_queries(8):
        watch(proposal)


def test_much_alike_stays_bounded() -> None:
    now = timezone.now()
    items = [
        Submission(
            kind="submission",
            channel="form",
            form_key=f"{n:032x}",
            reference=f"R{n}",
            received_at=now - timedelta(days=1),
        )
        for n in range(80)
    ]
    Submission.objects.bulk_create(items)
    rows = []
    for item in items:
        row = Proposal(submission=item)
        row.facts = make_facts()
        row.derive()
        rows.append(row)
    Proposal.objects.bulk_create(rows)
    make_submission()
    assert Double.objects.count() == 60


def test_the_command_finds_what_was_written_past_the_services(capsys: Any) -> None:
    make_activity(title="Wandeling", organiser="Wij", first_day=date(2019, 6, 4))
    make_activity(title="wandeling", organiser="wij", first_day=date(2019, 6, 4))
    make_submission(), mailed()
    Double.objects.all().delete()
    call_command("find_doubles")
    call_command("find_doubles")
    assert capsys.readouterr().out == "2 paren lijken dubbel.\n" * 2
