"""Who else is at an item, whose it is, and what colleagues wrote about it."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from moderation.decision_forms import AssignForm, NoteForm, SnoozeForm
from submissions.models import Note, Presence, Submission
from submissions.services.transitions import name_of


@dataclass(frozen=True)
class Together:
    """`others` are the names of those who have it open now, without who looks."""

    item: Submission
    editor: User
    others: list[str]
    notes: list[Note]
    assign_form: AssignForm
    snooze_form: SnoozeForm
    note_form: NoteForm

    @property
    def owner(self) -> str:
        return name_of(self.item.assigned_to) if self.item.assigned_to else ""

    @property
    def is_mine(self) -> bool:
        return self.item.assigned_to_id == self.editor.pk


def others_at(item: Submission, editor: User) -> list[str]:
    """In the order in which their pages last told that they are open."""
    rows = Presence.objects.now().filter(submission=item).exclude(user=editor)
    return [name_of(row.user) for row in rows.select_related("user").order_by("-seen_at")]
