"""Twenty editors at once over the same queue: everything is decided once, and told once."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from mail.models import OutgoingMail
from submissions.models import AuditEntry, Proposal, Submission
from submissions.services import Draft, Sender
from submissions.states import Action, ProposalState, SubmissionState
from tests.moderation.factories import make_desk_editor
from tests.submissions.factories import make_facts, make_submission

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ITEMS, EDITORS = 500, 20
NEAR = 8  # of the oldest items each editor takes one: they meet all the time


def work(editor: User, number: int) -> Counter[int]:
    """Decide until nothing waits; every other editor rejects what the next one publishes."""
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    choose, answers = random.Random(number), Counter[int]()
    try:
        while waiting := list(Submission.objects.waiting()[:NEAR]):
            item = choose.choice(waiting)
            proposal = item.proposals.get()
            facts = proposal.facts
            sent = {
                "seen": item.version,
                "title": facts.title,
                "kind": facts.kind,
                "first_day": "2019-06-04",
                "reason": "Dit valt buiten de week.",
            }
            address = f"{item.get_absolute_url()}voorstel/{proposal.pk}/"
            form = {f"v{proposal.pk}-{name}": value for name, value in sent.items()}
            decision = "wijs-af" if number % 2 else "publiceer"
            answers[client.post(address, form | {"besluit": decision}).status_code] += 1
    finally:
        connection.close()
    return answers


def test_every_item_is_decided_once_and_told_once() -> None:
    for number in range(ITEMS):
        facts = make_facts(title=f"Activiteit {number}", organiser=f"School {number // 2}")
        make_submission(Draft(facts), sender=Sender("Jo", f"jo{number}@lindeboom.example"))
    editors = [make_desk_editor(f"Redacteur{number}") for number in range(EDITORS)]
    with ThreadPoolExecutor(EDITORS) as pool:
        answers = sum(pool.map(work, editors, range(EDITORS)), Counter[int]())
    assert set(answers) <= {302, 409}, answers
    assert answers[302] == ITEMS
    assert answers[409] > 0, "nobody met anybody"
    assert set(Submission.objects.values_list("state", flat=True)) == {SubmissionState.DONE}
    decided = [ProposalState.PUBLISHED, ProposalState.REJECTED]
    assert Proposal.objects.filter(state__in=decided).count() == ITEMS
    for action in (Action.PUBLISH, Action.REJECT):
        entries = AuditEntry.objects.filter(action=action)
        assert entries.values("submission").distinct().count() == entries.count() > 0
    letters = OutgoingMail.objects.filter(purpose__in=["published", "rejected"])
    assert letters.count() == ITEMS
    assert letters.values("to_address").distinct().count() == ITEMS
