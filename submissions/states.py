"""The lives of a submission, a proposal and an activity, as data.

What is not in a table cannot happen.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models

from agenda.models import Status


class SubmissionState(models.TextChoices):
    PENDING = "pending", "wacht op de redactie"
    WAITING = "waiting", "wacht op antwoord"
    DONE = "done", "afgehandeld"
    SPAM = "spam", "spam"
    WITHDRAWN = "withdrawn", "ingetrokken"


class ProposalState(models.TextChoices):
    PENDING = "pending", "wacht"
    PUBLISHED = "published", "gepubliceerd"
    REJECTED = "rejected", "afgewezen"
    WITHDRAWN = "withdrawn", "ingetrokken"
    MERGED = "merged", "samengevoegd"


class Action(models.TextChoices):
    """Everything that can happen to an item; the words are those of its history."""

    RECEIVE = "receive", "ontvangen"
    READ = "read", "gelezen"
    CORRECT = "correct", "aangepast"
    PUBLISH = "publish", "gepubliceerd"
    REJECT = "reject", "afgewezen"
    MERGE = "merge", "samengevoegd"
    ASK = "ask", "vraag gesteld"
    ANSWER = "answer", "vraag beantwoord"
    ADD = "add", "aangevuld"
    CONSENT = "consent", "toestemming vastgelegd"
    DONE = "done", "afgehandeld"
    SPAM = "spam", "als spam gemarkeerd"
    WITHDRAW = "withdraw", "ingetrokken"
    REOPEN = "reopen", "heropend"
    UNDO = "undo", "teruggedraaid"
    REVOKE = "revoke", "geheime link vervangen"
    HIDE = "hide", "van de agenda gehaald"
    SHOW = "show", "teruggezet op de agenda"
    CANCEL = "cancel", "geannuleerd"
    RESTORE = "restore", "annulering ongedaan gemaakt"
    MOVE = "move", "verplaatst"
    REVERT = "revert", "oudere versie teruggezet"
    ASSIGN = "assign", "toegewezen"
    SNOOZE = "snooze", "uitgesteld"
    KEEP = "keep", "bijlage blijft privé"
    REWRITE = "rewrite", "mail aangepast"
    BOUNCE = "bounce", "mail kwam terug"


S, P = SubmissionState, ProposalState

# action: (the states it may be taken in, the state it leads to)
SUBMISSION: dict[Action, tuple[frozenset[SubmissionState], SubmissionState]] = {
    Action.ASK: (frozenset({S.PENDING, S.WAITING}), S.WAITING),
    Action.ANSWER: (frozenset({S.WAITING, S.PENDING}), S.PENDING),
    Action.DONE: (frozenset({S.PENDING, S.WAITING}), S.DONE),
    Action.SPAM: (frozenset({S.PENDING, S.WAITING, S.DONE}), S.SPAM),
    Action.CONSENT: (frozenset({S.PENDING, S.WAITING, S.DONE}), S.PENDING),
    Action.WITHDRAW: (frozenset({S.PENDING, S.WAITING}), S.WITHDRAWN),
    Action.REOPEN: (frozenset({S.DONE, S.SPAM}), S.PENDING),
}
PROPOSAL: dict[Action, tuple[frozenset[ProposalState], ProposalState]] = {
    Action.PUBLISH: (frozenset({P.PENDING}), P.PUBLISHED),
    Action.REJECT: (frozenset({P.PENDING}), P.REJECTED),
    Action.MERGE: (frozenset({P.PENDING}), P.MERGED),
    Action.WITHDRAW: (frozenset({P.PENDING}), P.WITHDRAWN),
    Action.REOPEN: (frozenset({P.REJECTED}), P.PENDING),
}
ACTIVITY: dict[Action, tuple[frozenset[Status], Status]] = {
    Action.CANCEL: (frozenset({Status.PUBLISHED}), Status.CANCELLED),
    Action.RESTORE: (frozenset({Status.CANCELLED}), Status.PUBLISHED),
    Action.HIDE: (frozenset({Status.PUBLISHED, Status.CANCELLED}), Status.HIDDEN),
    Action.SHOW: (frozenset({Status.HIDDEN}), Status.PUBLISHED),
}
# What stands beside the decisions: it changes nothing that undoing one would put back.
BESIDE = frozenset({Action.ASSIGN, Action.SNOOZE, Action.KEEP, Action.REWRITE, Action.BOUNCE})
# Where an editor or the sender may still change what a proposal says.
OPEN = frozenset({S.PENDING, S.WAITING})


def allowed(state: str, table: Mapping[Action, tuple[frozenset[Any], Any]]) -> list[Action]:
    """The actions that the state allows; `table` is one of the three above."""
    return [action for action, (sources, _) in table.items() if state in sources]
