"""Answers to our questions, by mail or on the item's own page, read by the readers of all mail."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from mail.message import ReadMessage
from submissions.conversation import Talk
from submissions.models import AuditEntry, Question, Submission, SubmissionKind
from submissions.reading.answers import own_words, read_answer
from submissions.reading.context import Context
from submissions.reading.found import Found
from submissions.reading.propose import Reading
from submissions.services import answer
from submissions.topics import filled_by
from submissions.world import load_context

# What else a mail is may come with an answer; a cancellation and a robot's mail are none.
_ANSWERING = frozenset(
    {
        SubmissionKind.SUBMISSION,
        SubmissionKind.UPDATE,
        SubmissionKind.QUESTION,
        SubmissionKind.MATERIAL,
    }
)


@dataclass(frozen=True)
class Answer:
    """`complete` says that nothing else is in the mail for which an editor must open it."""

    questions: tuple[Question, ...]
    text: str
    told: Mapping[str, Found]
    complete: bool


def answer_in(
    message: ReadMessage, reading: Reading, talk: Talk | None, context: Context
) -> Answer | None:
    """The answer that a mail gives; None when nothing was asked or its sender may not answer."""
    if talk is None or not talk.proven or message.is_auto or reading.invited:
        return None
    if reading.kind not in _ANSWERING:
        return None
    questions = _open_questions(talk.item) or _open_questions(talk.root)
    text = own_words(message, context) or message.text.strip()
    if not questions or not text:
        return None
    topics = {name for question in questions for name in question.fields}
    told = read_answer(message, topics, filled_by(topics), context) if topics else {}
    files = any(not one.part.inline for one in reading.files)
    waited_for = all(question.submission.is_open for question in questions)
    complete = waited_for and not (files or reading.links or len(reading.drafts) > 1)
    return Answer(tuple(questions), text, told, complete)


def take(given: Answer, reply: Submission) -> None:
    """Store what the mail answers with the questions that waited for it. Again: no change."""
    for question in given.questions:
        answer(
            question.submission,
            question,
            text=given.text,
            told=_told_for(question, given.told),
            reply=reply,
        )


def answer_on_page(submission: Submission, question: Question, *, text: str) -> AuditEntry | None:
    """What a sender typed on the own page."""
    told: Mapping[str, Found] = {}
    if question.fields:
        message = ReadMessage(text=text.replace("\r\n", "\n").strip(), date=timezone.now())
        context = load_context(timezone.localdate())
        told = read_answer(message, question.fields, filled_by(question.fields), context)
    return answer(submission, question, text=text, told=_told_for(question, told))


def _open_questions(item: Submission) -> list[Question]:
    questions = Question.objects.filter(submission=item, answer="")
    return list(questions.select_related("submission"))


def _told_for(question: Question, told: Mapping[str, Found]) -> dict[str, Found]:
    wanted = filled_by(question.fields)
    return {name: one for name, one in told.items() if name in wanted}
