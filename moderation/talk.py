"""The conversation with a sender: our questions, the answers, and whatever came later."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mail.message import Dmarc
from moderation.marking import Piece, pieces, spans
from submissions.conversation import known_addresses
from submissions.models import Proposal, Question, Submission
from submissions.reading.passage import parted

LETTER_LIMIT = 20_000  # characters of a reply that the conversation shows


@dataclass(frozen=True)
class Asked:
    question: Question
    answer: list[Piece]
    reply: "Reply | None"


@dataclass(frozen=True)
class Reply:
    """`quoted` is what the mail repeats of ours; it is folded away."""

    item: Submission
    words: str
    quoted: str
    known: bool


@dataclass(frozen=True)
class Talk:
    asked: list[Asked] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)

    @property
    def texts(self) -> list[list[Piece]]:
        return [one.answer for one in self.asked]


def talk_about(item: Submission, proposals: Sequence[Proposal]) -> Talk:
    """What belongs to the item; a reply that is an answer stands with its question only."""
    known = known_addresses(item)
    asked = [
        Asked(
            question,
            pieces(question.answer, spans(question.answer, proposals, f"answer-{question.pk}")),
            _reply(question.reply, known) if question.reply else None,
        )
        for question in item.questions.select_related("reply")
    ]
    used = {one.question.reply_id for one in asked}
    later = [reply for reply in item.replies.order_by("received_at", "pk") if reply.pk not in used]
    return Talk(asked, [_reply(reply, known) for reply in later])


def _reply(item: Submission, known: set[str]) -> Reply:
    words, quoted = parted(item.text[:LETTER_LIMIT])
    return Reply(item, words, quoted, item.sender_email.lower() in known)


CHECKED = {
    Dmarc.PASSED: "Afzender gecontroleerd (DMARC).",
    Dmarc.FAILED: "De controle van de afzender is mislukt (DMARC): dit adres kan vals zijn.",
    Dmarc.UNKNOWN: "De afzender is niet gecontroleerd.",
}


def about_sender(item: Submission, dmarc: Dmarc) -> list[str]:
    """In words, whether the sender is who it seems, and what its address has to do with the item.

    An address that was not checked proves nothing: anyone can write it above a mail.
    """
    told = [CHECKED[dmarc]]
    first = item.thread
    if first is not None:
        same = item.sender_email.lower() in known_addresses(first)
        told.append(
            "Het is een bekend adres van deze inzending."
            if same
            else "Het is een ander adres dan dat van de aanmelder."
        )
    return told
