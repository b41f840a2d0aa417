"""The history of an item or an activity as a person reads it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from agenda.models import Activity
from moderation.vocabulary import Vocabulary
from moderation.wording import Change, what_changed
from submissions.models import AuditEntry, Submission


@dataclass(frozen=True)
class Line:
    entry: AuditEntry
    changes: list[Change]

    @property
    def about(self) -> str:
        """Which proposal, where there may be several."""
        proposal = self.entry.proposal
        return proposal.facts.title if proposal else ""


def lines_of(about: Submission | Activity, vocabulary: Vocabulary) -> list[Line]:
    """Newest first."""
    entries: QuerySet[AuditEntry] = about.history.select_related(
        "proposal", "activity", "outgoing", "undone_by", "submission"
    )
    return [Line(entry, what_changed(entry.before, entry.after, vocabulary)) for entry in entries]
