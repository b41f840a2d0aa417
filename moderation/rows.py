"""What one row of the queue says."""

from dataclasses import dataclass
from functools import cached_property

from submissions.models import Proposal, Submission
from submissions.services.transitions import name_of


def title_of(proposal: Proposal) -> str:
    """A change names only what it changes: then the activity gives the title."""
    if title := proposal.facts.title:
        return title
    return proposal.activity.title if proposal.activity else ""


@dataclass(frozen=True)
class Row:
    item: Submission

    @cached_property
    def proposals(self) -> list[Proposal]:
        return list(self.item.proposals.all())

    @property
    def title(self) -> str:
        titles = [title_of(proposal) for proposal in self.proposals]
        first = next((title for title in titles if title), "")
        return first or self.item.subject or "Zonder titel"

    @property
    def sender(self) -> str:
        return self.item.sender_name or self.item.sender_email or "onbekende afzender"

    @property
    def more(self) -> str:
        """How many proposals there are, where that is not one."""
        if not self.proposals:
            return "geen voorstel"
        waiting = sum(proposal.is_pending for proposal in self.proposals)
        if len(self.proposals) == 1:
            return ""
        decided = f", waarvan {waiting} te beslissen" if waiting < len(self.proposals) else ""
        return f"{len(self.proposals)} voorstellen{decided}"

    @property
    def owner(self) -> str:
        """Whose it is, when it was taken or given."""
        return name_of(self.item.assigned_to) if self.item.assigned_to else ""

    @property
    def marks(self) -> list[str]:
        """What an editor wants to know before opening it."""
        item = self.item
        marks = {
            "lijkt dubbel": item.has_doubles,  # type: ignore[attr-defined]
            "bijlagen": item.has_files,  # type: ignore[attr-defined]
            "vraag beantwoord": item.has_answers,  # type: ignore[attr-defined]
            "vraag staat open": item.has_open_questions,  # type: ignore[attr-defined]
            "mail kwam niet aan": item.has_lost_mail,  # type: ignore[attr-defined]
            "later iets gevonden": item.has_suggestions,  # type: ignore[attr-defined]
            "let op": bool(item.problems),
        }
        return [mark for mark, there in marks.items() if there]
