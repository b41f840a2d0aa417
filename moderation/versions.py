"""How an activity was before: the versions that its history keeps, and how they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from moderation.effects import of_changes
from moderation.vocabulary import Vocabulary
from moderation.wording import Change, differences
from submissions.facts import Facts
from submissions.models import AuditEntry

MOST = 10


@dataclass(frozen=True)
class Version:
    """`entry` and `side` name it to the server; `changes` lead from what is live now to it."""

    entry: AuditEntry
    side: str
    until: datetime | None
    facts: Facts
    changes: list[Change]

    @property
    def code(self) -> str:
        return f"{self.entry.pk}-{self.side}"

    @property
    def effect(self) -> str:
        return of_changes(self.changes, self.facts.when)


def versions_of(history: Sequence[AuditEntry], now: Facts, vocabulary: Vocabulary) -> list[Version]:
    """Newest first, each once, without what stands there now; at most ten."""
    found: list[Version] = []
    for entry, side, stored in _stored(history):
        facts = Facts.from_json(stored)
        if facts == now or any(facts == one.facts for one in found):
            continue
        until = entry.at if side == "before" else None
        found.append(Version(entry, side, until, facts, differences(now, facts, vocabulary)))
    return found[:MOST]


def _stored(history: Sequence[AuditEntry]) -> Iterator[tuple[AuditEntry, str, dict[str, object]]]:
    for entry in history:
        for side, snapshot in (("after", entry.after), ("before", entry.before)):
            facts = (snapshot.get("activity") or {}).get("facts") if snapshot else None
            if isinstance(facts, dict):
                yield entry, side, facts
