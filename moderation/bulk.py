"""One decision about several items: what it would do to each, and what it did.

Each item is decided by itself, in its own transaction, bound to the version that was on the screen.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction

from agenda.models import Kind
from moderation.queue import has_doubles
from moderation.rows import Row
from submissions import services
from submissions.errors import DomainError
from submissions.models import Proposal, ProposalKind, Submission
from submissions.services.activities import check

MOST = 100
Kinds = frozenset[str]  # the slugs that an activity may have


@dataclass(frozen=True)
class Ask:
    """What an editor wants; `words` are the reason or the note."""

    editor: User
    words: str


@dataclass(frozen=True)
class Bulk:
    """`objection` says why an item cannot have it, empty when it can; `deed` does it."""

    label: str
    effect: str
    objection: Callable[[Submission, Kinds], str]
    deed: Callable[[Submission, Ask], object]
    words: str = ""  # the label of the text it takes
    needs_words: bool = False


class Chosen(NamedTuple):
    """An item as it was on the screen: `seen` is its version there."""

    item: Submission
    seen: int

    @property
    def row(self) -> Row:
        return Row(self.item)

    @property
    def token(self) -> str:
        return f"{self.item.reference}-{self.seen}"


class Outcome(NamedTuple):
    """`problem` is empty where it was done, or can be."""

    chosen: Chosen
    problem: str


def chosen_of(tokens: Sequence[str]) -> list[Chosen]:
    """``ABC2345-3``: reference and version. What is not ours is left out."""
    seen: dict[str, int] = {}
    for token in tokens[:MOST]:
        reference, _, version = token.rpartition("-")
        ours = f"{reference}{version}".isascii() and reference.isalnum()
        if ours and version.isdigit() and len(version) < 10:
            seen[reference] = int(version)
    items = Submission.objects.filter(reference__in=seen).select_related("edition")
    items = items.annotate(has_doubles=has_doubles())
    found = items.prefetch_related("proposals__activity").order_by("received_at", "pk")
    return [Chosen(item, seen[item.reference]) for item in found]


def preview(bulk: Bulk, chosen: Sequence[Chosen]) -> list[Outcome]:
    """Nothing is changed."""
    kinds = _kinds()
    return [Outcome(one, _stale(one) or bulk.objection(one.item, kinds)) for one in chosen]


def carry_out(bulk: Bulk, chosen: Sequence[Chosen], ask: Ask) -> Iterator[Outcome]:
    kinds = _kinds()
    for one in chosen:
        problem = _stale(one) or bulk.objection(one.item, kinds)
        yield Outcome(one, problem or _attempt(bulk, one, ask))


def _kinds() -> Kinds:
    return frozenset(Kind.objects.values_list("slug", flat=True))


def _attempt(bulk: Bulk, one: Chosen, ask: Ask) -> str:
    try:
        with transaction.atomic():  # all proposals of an item, or none
            bulk.deed(one.item, ask)
    except DomainError as error:
        return str(error)
    return ""


def _stale(one: Chosen) -> str:
    if one.item.version == one.seen:
        return ""
    return "Hier is intussen iets mee gebeurd. Bekijk hem apart."


def _waiting(item: Submission) -> list[Proposal]:
    return [proposal for proposal in item.proposals.all() if proposal.is_pending]


def _open(item: Submission) -> str:
    return (
        "" if item.is_open else f"Dat kan niet meer: deze inzending is {item.get_state_display()}."
    )


def _no_publishing(item: Submission, kinds: Kinds) -> str:
    """Only new and complete: a change wants to be looked at by field."""
    waiting = _waiting(item)
    if not item.is_open or not waiting:
        return _open(item) or "Er is geen voorstel dat wacht."
    if item.has_doubles:  # type: ignore[attr-defined]
        return "Dit lijkt dubbel. Vergelijk eerst, of beslis er apart over."
    for proposal in waiting:
        if proposal.kind != ProposalKind.NEW:
            return f"Dit is een {proposal.get_kind_display()}. Beslis daar apart over."
        try:
            check(proposal.facts, kinds)
        except DomainError as error:
            return f"Nog niet volledig. {error}"
    return ""


def _publish(item: Submission, ask: Ask) -> None:
    for proposal in _waiting(item):
        services.publish(item, proposal, seen=item.version, editor=ask.editor, note=ask.words)


def _no_rejecting(item: Submission, kinds: Kinds) -> str:
    return _open(item) or ("" if _waiting(item) else "Er is geen voorstel dat wacht.")


def _reject(item: Submission, ask: Ask) -> None:
    for proposal in _waiting(item):
        services.reject(item, proposal, seen=item.version, editor=ask.editor, reason=ask.words)


def _not_done(item: Submission, kinds: Kinds) -> str:
    if problem := _open(item):
        return problem
    return "Beslis eerst over de voorstellen die nog wachten." if _waiting(item) else ""


def _done(item: Submission, ask: Ask) -> None:
    services.mark_done(item, seen=item.version, editor=ask.editor, note=ask.words)


def _no_spam(item: Submission, kinds: Kinds) -> str:
    if any(proposal.activity_id for proposal in item.proposals.all()):
        return "Hiervan staat iets in de agenda. Bekijk hem apart."
    return _open(item)


def _spam(item: Submission, ask: Ask) -> None:
    services.mark_spam(item, seen=item.version, editor=ask.editor)


BULKS = {
    "publiceer": Bulk(
        "Publiceer",
        "Alle voorstellen die wachten komen in de agenda. Elke afzender krijgt een mail.",
        _no_publishing,
        _publish,
        words="Bericht aan de afzenders",
    ),
    "wijs-af": Bulk(
        "Wijs af",
        "Alle voorstellen die wachten worden afgewezen. Elke afzender krijgt de reden per mail.",
        _no_rejecting,
        _reject,
        words="Reden",
        needs_words=True,
    ),
    "klaar": Bulk(
        "Handel af",
        "De inzendingen zijn klaar. Elke afzender krijgt een mail.",
        _not_done,
        _done,
        words="Bericht aan de afzenders",
    ),
    "spam": Bulk(
        "Zet bij de spam",
        "De inzendingen gaan naar de spam. De afzenders horen niets.",
        _no_spam,
        _spam,
    ),
}
