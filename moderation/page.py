"""All that the page of one item shows, in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.forms import BoundField

from agenda.models import Activity
from moderation.attempt import Attempt
from moderation.decision_forms import (
    AttachmentForm,
    DoneForm,
    PublishForm,
    QuestionForm,
    RejectForm,
    TargetForm,
)
from moderation.forms import FactsForm
from moderation.history import Line, lines_of
from moderation.marking import key_of, quote_of
from moderation.original import Original, original_of
from moderation.rows import title_of
from moderation.vocabulary import Vocabulary
from moderation.wording import LABELS, Change, differences, in_words
from submissions.facts import Facts
from submissions.models import Attachment, Proposal, ProposalKind, Submission
from submissions.services import undoable
from submissions.services.activities import known_facts, overlay
from submissions.states import PROPOSAL, Action, ProposalState, SubmissionState

EARLIER = 10
ESSENTIAL = frozenset(
    {"title", "kind", "summary", "text", "first_day", "start_time", "end_time"}
    | {"venue", "municipality", "organiser"}
)


@dataclass
class Field:
    """A field of a proposal with the words of the original that its value came from."""

    bound: BoundField
    key: str
    quote: str
    changed: Change | None

    @property
    def matters(self) -> bool:
        """Whether it has a value or a fault, or an agenda is poor without it."""
        return bool(self.bound.value() or self.bound.errors or self.bound.name in ESSENTIAL)


@dataclass
class Card:
    """One proposal on the page."""

    proposal: Proposal
    title: str
    form: FactsForm
    publish_form: PublishForm
    reject_form: RejectForm
    target_form: TargetForm
    changes: list[Change]
    facts: Facts
    failed: bool

    @property
    def where(self) -> str:
        return where(self.proposal)

    @property
    def groups(self) -> list[tuple[str, list[Field]]]:
        """What was told, and what publishing or a visitor needs; never an empty group."""
        shown = [
            (legend, [field for field in fields if field.matters])
            for legend, fields in self._all_groups()
        ]
        return [(legend, fields) for legend, fields in shown if fields]

    @property
    def rest(self) -> list[Field]:
        """What was not told and can be left out."""
        fields = [field for _, group in self._all_groups() for field in group]
        return [field for field in fields if not field.matters]

    def _all_groups(self) -> list[tuple[str, list[Field]]]:
        changed = {change.field: change for change in self.changes}
        return [
            (
                legend,
                [
                    Field(
                        bound,
                        key_of(self.proposal, bound.name),
                        quote_of(self.proposal.source_of(bound.name)),
                        changed.get(bound.name),
                    )
                    for bound in fields
                ],
            )
            for legend, fields in self.form.groups()
        ]

    @property
    def missing(self) -> str:
        """What must be filled in before it can be published."""
        if self.is_cancellation:
            return ""
        return ", ".join(LABELS[name].lower() for name in self.facts.missing())

    @property
    def is_cancellation(self) -> bool:
        return self.proposal.kind == ProposalKind.CANCELLATION

    @property
    def summary_key(self) -> str:
        return key_of(self.proposal, "summary")

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each field that has a value, with its label, in words."""
        vocabulary = self.form.vocabulary
        return [
            (LABELS[name], in_words(name, value, vocabulary))
            for name, value in self.facts.told().items()
        ]

    @property
    def can_reopen(self) -> bool:
        return self.proposal.state in PROPOSAL[Action.REOPEN][0]

    @property
    def lacks_activity(self) -> bool:
        """A change or cancellation of which nobody said what it is about."""
        return self.proposal.kind != ProposalKind.NEW and self.proposal.activity is None


@dataclass
class File:
    attachment: Attachment
    form: AttachmentForm

    @property
    def shows(self) -> bool:
        """Whether a browser can show it in the page."""
        known = ("image/jpeg", "image/png", "image/webp", "image/gif")
        return bool(self.attachment.file) and self.attachment.content_type in known


def where(proposal: Proposal) -> str:
    """The prefix of its form's fields."""
    return f"v{proposal.pk}"


def current_facts(proposal: Proposal) -> Facts:
    """What publishing it would make of the activity."""
    if proposal.kind == ProposalKind.CHANGE and proposal.activity is not None:
        return overlay(known_facts(proposal.activity), proposal.facts_json)
    return proposal.facts


@dataclass
class ItemPage:
    item: Submission
    vocabulary: Vocabulary
    attempt: Attempt
    proposals: list[Proposal]

    @classmethod
    def of(cls, item: Submission, attempt: Attempt | None = None) -> "ItemPage":
        proposals = item.proposals.select_related(
            "activity__edition",
            "activity__kind",
            "activity__municipality",
            "activity__province",
            "activity__region",
            "decided_by",
            "merged_into",
        ).prefetch_related("activity__audiences", "activity__partners")
        return cls(item, Vocabulary.load(), attempt or Attempt(), list(proposals))

    def context(self) -> dict[str, Any]:
        item = self.item
        history = lines_of(item, self.vocabulary)
        return {
            "item": item,
            "original": self._original(),
            "cards": [self._card(proposal) for proposal in self.proposals],
            "files": self._files(),
            "title": self._title(),
            "question_form": self.attempt.form(QuestionForm, "vraag"),
            "done_form": self.attempt.form(DoneForm, "klaar"),
            "can": self._possible(),
            "undoable": undoable(item),
            "history": history,
            "meanwhile": self._meanwhile(history),
            "mails": [line.entry for line in reversed(history) if line.entry.outgoing],
            "questions": list(item.questions.all()),
            "earlier": self._earlier(),
            "replies": list(item.replies.all()),
            "attempt": self.attempt,
            "municipalities": self.vocabulary.municipalities,
        }

    def _original(self) -> Original:
        return original_of(self.item, self.proposals)

    def _title(self) -> str:
        titles = (title_of(proposal) for proposal in self.proposals)
        return next((title for title in titles if title), "") or self.item.subject or "Zonder titel"

    def _card(self, proposal: Proposal) -> Card:
        place = where(proposal)
        facts = current_facts(proposal)
        make = partial(FactsForm, self.vocabulary, facts=facts)
        return Card(
            proposal,
            facts.title or title_of(proposal),
            self.attempt.form(FactsForm, place, make),
            self.attempt.form(PublishForm, place),
            self.attempt.form(RejectForm, place),
            self.attempt.form(TargetForm, place),
            self._changes(proposal, facts),
            facts,
            failed=self.attempt.where == place,
        )

    def _changes(self, proposal: Proposal, facts: Facts) -> list[Change]:
        if proposal.kind != ProposalKind.CHANGE or proposal.activity is None:
            return []
        if proposal.state != ProposalState.PENDING:
            return []
        return differences(known_facts(proposal.activity), facts, self.vocabulary)

    def _files(self) -> list[File]:
        activities = self._activities()
        return [
            File(
                attachment,
                self.attempt.form(
                    AttachmentForm,
                    f"b{attachment.pk}",
                    partial(AttachmentForm, attachment, activities),
                ),
            )
            for attachment in self.item.attachments.select_related("material__activity__edition")
        ]

    def _activities(self) -> list[Activity]:
        return activities_of(self.item, self.proposals)

    def _possible(self) -> dict[str, bool]:
        """Which decisions about the whole item its state allows."""
        item, state = self.item, self.item.state
        waits = any(proposal.is_pending for proposal in self.proposals)
        return {
            "decide": item.is_open,
            "ask": item.is_open and item.answerable and bool(item.sender_email),
            "done": item.is_open and not waits,
            "spam": item.is_open or state == SubmissionState.DONE,
            "reopen": state in (SubmissionState.DONE, SubmissionState.SPAM),
            "add": item.is_open,
        }

    def _meanwhile(self, history: Sequence[Line]) -> list[Line]:
        """What happened since the version that was on the screen: each step raises it by one."""
        if self.attempt.seen is None:
            return []
        return list(history[: max(1, self.item.version - self.attempt.seen)])

    def _earlier(self) -> list[Submission]:
        if not self.item.sender_email:
            return []
        same = Submission.objects.filter(sender_email__iexact=self.item.sender_email)
        return list(same.exclude(pk=self.item.pk).order_by("-received_at")[:EARLIER])


def activities_of(item: Submission, proposals: Sequence[Proposal]) -> list[Activity]:
    """The activities that files of the item can go with: its own, and those of its thread."""
    known = {proposal.activity_id for proposal in proposals if proposal.activity_id}
    if item.thread_id:
        threaded = Proposal.objects.filter(submission=item.thread_id, activity__isnull=False)
        known |= set(threaded.values_list("activity_id", flat=True))
    if not known and item.sender_email:
        sent = Proposal.objects.filter(
            submission__sender_email__iexact=item.sender_email, activity__isnull=False
        )
        known |= set(sent.order_by("-pk").values_list("activity_id", flat=True)[:20])
    return list(Activity.objects.filter(pk__in=known).order_by("-first_day", "title"))
