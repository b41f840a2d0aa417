"""The one mail that asks a sender for exactly what is missing."""

from collections.abc import Iterable, Sequence

from submissions.models import Proposal, ProposalKind
from submissions.telling import current_facts
from submissions.topics import TOPICS, untold


def asks_of(proposals: Iterable[Proposal]) -> list[tuple[Proposal, list[str]]]:
    """The proposals that wait and leave something open; a cancellation tells enough."""
    waiting = (one for one in proposals if one.is_pending and one.kind != ProposalKind.CANCELLATION)
    found = [(one, untold(current_facts(one))) for one in waiting]
    return [(one, topics) for one, topics in found if topics]


def question_about(asks: Sequence[tuple[Proposal, Sequence[str]]]) -> str:
    """The text of one mail that asks exactly for these; empty when there is nothing to ask."""
    parts = []
    for proposal, topics in asks:
        lines = [f"- {TOPICS[name].question}" for name in topics]
        if len(asks) > 1:
            title = current_facts(proposal).title
            lines.insert(0, f"Over ‘{title}’:" if title else "Over de activiteit zonder naam:")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
