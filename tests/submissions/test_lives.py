"""Whatever editors and senders do in whatever order, the lives hold."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agenda.models import Activity, Status
from mail.lives import OutgoingState
from mail.models import OutgoingMail
from submissions import services
from submissions.errors import DomainError
from submissions.models import AuditEntry, Proposal, Submission
from submissions.states import OPEN, Action, ProposalState, SubmissionState
from tests.submissions.factories import make_editor, make_facts, make_submission

DECISIONS = st.sampled_from(["publish", "reject", "done", "spam", "reopen", "ask", "undo"])


class Lives(RuleBasedStateMachine):
    """One item, decided about by editors with fresh and with old screens, and by its sender."""

    @initialize(proposals=st.integers(0, 2))
    def arrive(self, proposals: int) -> None:
        drafts = [services.Draft(facts=make_facts(title=f"Deel {n}")) for n in range(proposals)]
        self.submission = make_submission(drafts=drafts)
        self.editor = make_editor()
        self.revisions: dict[int, int] = {}
        self.decided: dict[int, tuple[str, Any]] = {}

    def attempt(self, act: Any, *args: Any, **kwargs: Any) -> None:
        before = self.version()
        entries = AuditEntry.objects.count()
        try:
            act(*args, **kwargs)
        except DomainError as refusal:
            assert str(refusal)
            assert self.version() == before, "a refusal changes nothing"
            assert AuditEntry.objects.count() == entries

    def version(self) -> int:
        return Submission.objects.values_list("version", flat=True).get(pk=self.submission.pk)

    @rule(decision=DECISIONS, age=st.integers(0, 1), pick=st.integers(0, 1))
    def decide(self, decision: str, age: int, pick: int) -> None:
        item = Submission.objects.get(pk=self.submission.pk)
        proposals = list(item.proposals.all())
        known: dict[str, Any] = {"seen": item.version - age, "editor": self.editor}
        if decision == "undo":
            entry = services.undoable(item)
            if entry is not None:
                self.attempt(services.undo, entry, editor=self.editor)
        elif decision in ("publish", "reject"):
            if not proposals:
                return
            reason = {"reason": "Nee."} if decision == "reject" else {}
            act = getattr(services, decision)
            self.attempt(act, item, proposals[pick % len(proposals)], **known, **reason)
        elif decision == "ask":
            self.attempt(services.ask, item, **known, question="Hoe laat?")
        else:
            acts = {
                "done": services.mark_done,
                "spam": services.mark_spam,
                "reopen": services.reopen,
            }
            self.attempt(acts[decision], item, **known)

    @rule()
    def sender_withdraws(self) -> None:
        item = Submission.objects.get(pk=self.submission.pk)
        self.attempt(services.withdraw, item, form_key=uuid4())

    @rule()
    def sender_answers(self) -> None:
        item = Submission.objects.get(pk=self.submission.pk)
        question = item.questions.filter(answer="").first()
        if question is not None:
            self.attempt(services.answer, item, question, text="Om twee uur.")

    @invariant()
    def only_published_proposals_are_in_the_agenda(self) -> None:
        for activity in Activity.objects.filter(status=Status.PUBLISHED):
            states = set(activity.proposals.values_list("state", flat=True))
            assert ProposalState.PUBLISHED in states

    @invariant()
    def what_is_done_leaves_nothing_to_decide(self) -> None:
        item = Submission.objects.filter(pk=getattr(self, "submission", Submission()).pk).first()
        if item is None:
            return
        waiting = item.proposals.filter(state=ProposalState.PENDING).exists()
        if item.state == SubmissionState.DONE:
            assert not waiting
        if item.state == SubmissionState.WITHDRAWN:
            assert not waiting
            assert item.state not in OPEN

    @invariant()
    def every_undone_decision_kept_its_mail(self) -> None:
        undone = AuditEntry.objects.filter(undone_by__isnull=False, outgoing__isnull=False)
        states = set(undone.values_list("outgoing__state", flat=True))
        assert states <= {OutgoingState.CANCELLED}

    @invariant()
    def what_was_decided_is_decided_anew_only_from_the_queue(self) -> None:
        if not hasattr(self, "decided"):
            return
        for pk, state, moment in Proposal.objects.values_list("pk", "state", "decided_at"):
            earlier = self.decided.get(pk, (ProposalState.PENDING, None))
            if ProposalState.PENDING not in (earlier[0], state):
                assert (state, moment) == earlier
            self.decided[pk] = (state, moment)

    @invariant()
    def revisions_only_rise(self) -> None:
        if not hasattr(self, "revisions"):
            return
        for pk, revision in Activity.objects.values_list("pk", "revision"):
            assert revision >= self.revisions.get(pk, 0)
            self.revisions[pk] = revision

    def teardown(self) -> None:
        AuditEntry.objects.update(undone_by=None)
        AuditEntry.objects.all().delete()
        Proposal.objects.all().delete()
        Submission.objects.update(thread=None)
        Submission.objects.all().delete()
        OutgoingMail.objects.all().delete()
        Activity.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_lives_hold_in_any_order() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=40,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_action_of_a_life_is_in_its_table() -> None:
    from submissions.states import ACTIVITY, PROPOSAL, SUBMISSION

    for table in (SUBMISSION, PROPOSAL, ACTIVITY):
        for action, (sources, target) in table.items():
            assert isinstance(action, Action)
            assert sources
            assert target not in sources or action in (Action.ASK, Action.ANSWER, Action.CONSENT)
