"""All that the page of one item shows, in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Case, Q, When

from agenda.models import Activity, Edition
from moderation.attempt import Attempt
from moderation.cards import Backdrop, Card, card_of
from moderation.decision_forms import (
    AllForm,
    AssignForm,
    DoneForm,
    NoteForm,
    QuestionForm,
    SnoozeForm,
)
from moderation.files import File, file_of
from moderation.history import Line, lines_of
from moderation.marking import anchored
from moderation.original import Original, original_of
from moderation.ready import Offers, offers_for
from moderation.rows import title_of
from moderation.talk import talk_about
from moderation.together import Together, others_at
from moderation.vocabulary import Vocabulary
from submissions.asking import asks_of
from submissions.models import Proposal, ReadyAnswer, Submission
from submissions.ready import edition_for, values_of
from submissions.services import undoable
from submissions.states import Action, SubmissionState

EARLIER = 10


@dataclass
class ItemPage:
    item: Submission
    editor: User
    vocabulary: Vocabulary
    attempt: Attempt
    proposals: list[Proposal]

    @classmethod
    def of(cls, item: Submission, editor: User, attempt: Attempt | None = None) -> "ItemPage":
        proposals = item.proposals.select_related(
            "activity__edition",
            "activity__kind",
            "activity__municipality",
            "activity__province",
            "activity__region",
            "decided_by",
            "merged_into",
        ).prefetch_related("activity__audiences", "activity__partners")
        return cls(item, editor, Vocabulary.load(), attempt or Attempt(), list(proposals))

    def context(self) -> dict[str, Any]:
        item = self.item
        history = lines_of(item, self.vocabulary)
        activities = activities_of(item, self.proposals)
        original, files = self._original(), self._files(activities)
        talk = talk_about(item, self.proposals)
        anchors = anchored([*original.texts, *(one.pieces for one in files), *talk.texts])
        backdrop = Backdrop(item.text, anchors, item.problems)
        answers = list(ReadyAnswer.objects.all())
        mails = [line.entry for line in reversed(history) if line.entry.outgoing]
        return {
            "item": item,
            "original": original,
            "cards": self._cards(activities, backdrop, answers),
            "files": files,
            "talk": talk,
            "activities": activities,
            "title": self._title(),
            "question_form": self._question_form(),
            "done_form": self.attempt.form(DoneForm, "klaar"),
            "all_form": self.attempt.form(AllForm, "alles"),
            "together": self._together(),
            "ready": self._offers(answers, next(iter(self.proposals), None)),
            "can": self._possible(),
            "undoable": undoable(item),
            "history": history,
            "meanwhile": self._meanwhile(history),
            "mails": mails,
            "troubled": [
                one.outgoing for one in mails if one.outgoing and one.outgoing.is_troubled
            ],
            "earlier": self._earlier(),
            "next": self._next(),
            "attempt": self.attempt,
            "municipalities": self.vocabulary.municipalities,
        }

    def _cards(
        self, activities: list[Activity], backdrop: Backdrop, answers: Sequence[ReadyAnswer]
    ) -> list[Card]:
        cards = [
            card_of(proposal, self.vocabulary, self.attempt, backdrop)
            for proposal in self.proposals
        ]
        for card in cards:
            card.ready = self._offers(answers, card.proposal)
        if len(activities) == 1:
            for card in cards:
                card.suggest(activities[0])
        return cards

    def _offers(self, answers: Sequence[ReadyAnswer], proposal: Proposal | None) -> Offers:
        return offers_for(answers, values_of(self.item, proposal, self.editor, self._edition))

    @cached_property
    def _edition(self) -> Edition | None:
        return edition_for(self.item)

    def _together(self) -> Together:
        item, had = self.item, {"had": self.item.assigned_to_id, "to": self.item.assigned_to_id}
        return Together(
            item,
            self.editor,
            others_at(item, self.editor),
            list(item.notes.all()),
            self.attempt.form(AssignForm, "inzending", partial(AssignForm, initial=had)),
            self.attempt.form(SnoozeForm, "uitstel"),
            self.attempt.form(NoteForm, "notitie"),
        )

    def _question_form(self) -> QuestionForm:
        """With the question that is due: for exactly what the sender did not tell."""
        return self.attempt.form(
            QuestionForm, "vraag", partial(QuestionForm, asks_of(self.proposals))
        )

    def _original(self) -> Original:
        return original_of(self.item, self.proposals)

    def _title(self) -> str:
        titles = (title_of(proposal) for proposal in self.proposals)
        return next((title for title in titles if title), "") or self.item.subject or "Zonder titel"

    def _files(self, activities: list[Activity]) -> list[File]:
        attachments = self.item.attachments.select_related("material__activity__edition")
        return [
            file_of(attachment, activities, self.proposals, self.attempt)
            for attachment in attachments
        ]

    def _possible(self) -> dict[str, bool]:
        """Which decisions about the whole item its state allows."""
        item, state = self.item, self.item.state
        waiting = sum(proposal.is_pending for proposal in self.proposals)
        return {
            "decide": item.is_open,
            "ask": item.is_open and item.answerable and bool(item.sender_email),
            "done": item.is_open and not waiting,
            "all": item.is_open and waiting > 1,
            "snooze": state == SubmissionState.PENDING and not item.is_resting,
            "wake": item.is_open and item.is_resting,
            "spam": item.is_open or state == SubmissionState.DONE,
            "reopen": state in (SubmissionState.DONE, SubmissionState.SPAM),
            "add": item.is_open,
            "reread": item.is_open and item.message_id is not None,
        }

    def _meanwhile(self, history: Sequence[Line]) -> list[Line]:
        """What happened since the version that was on the screen: each step raises it by one."""
        if self.attempt.seen is None:
            return []
        steps = [line for line in history if line.entry.action != Action.ASSIGN]
        return steps[: max(1, self.item.version - self.attempt.seen)]

    def _next(self) -> Submission | None:
        """What waits after this one, otherwise what waits longest."""
        passed = Q(received_at__lte=self.item.received_at)
        waiting = Submission.objects.waiting().exclude(pk=self.item.pk)
        turn = Case(When(passed, then=1), default=0)
        return waiting.order_by(turn, "received_at", "pk").first()

    def _earlier(self) -> list[Submission]:
        if not self.item.sender_email:
            return []
        same = Submission.objects.filter(sender_email__iexact=self.item.sender_email)
        return list(same.exclude(pk=self.item.pk).order_by("-received_at")[:EARLIER])


def activities_of(item: Submission, proposals: Sequence[Proposal]) -> list[Activity]:
    """The activities that it may be about: its own, those of its thread, or of its sender."""
    known = {proposal.activity_id for proposal in proposals if proposal.activity_id}
    if item.thread_id:
        threaded = Proposal.objects.filter(submission=item.thread_id, activity__isnull=False)
        known |= set(threaded.values_list("activity_id", flat=True))
    if not known and item.sender_email:
        sent = Proposal.objects.filter(
            submission__sender_email__iexact=item.sender_email, activity__isnull=False
        )
        known |= set(sent.order_by("-pk").values_list("activity_id", flat=True)[:20])
    found = Activity.objects.filter(pk__in=known).select_related("edition")
    return list(found.order_by("-first_day", "title"))
