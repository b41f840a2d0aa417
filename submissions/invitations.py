"""Invitations that came before, found by UID and session, or by what they told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils import timezone

from agenda.when import AMSTERDAM
from mail.message import ReadMessage
from submissions.invited_rows import order
from submissions.models import Invitation
from submissions.reading import invitation as reading
from submissions.reading.context import Context
from submissions.reading.versions import content_of
from submissions.world import own_addresses


def known(message: ReadMessage) -> QuerySet[Invitation]:
    """The versions that came before of what this mail invites to."""
    day = (message.date or timezone.now()).astimezone(AMSTERDAM).date()
    bare = Context(today=day, own=own_addresses())
    found, _ = reading.read_invitations(message.calendars, bare, day)
    return _alike(found, message.sender.address)


def _alike(found: Sequence[reading.Invitation], sender: str) -> QuerySet[Invitation]:
    uids = {one.uid for one in found if one.uid}
    contents = {content for one in found if (content := content_of(one, sender))}
    return Invitation.objects.versions().filter(Q(uid__in=uids) | Q(content__in=contents))


@dataclass
class Past:
    """Per session of one appointment its newest version, in the order of the sessions."""

    newest: dict[str, Invitation] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Sequence[reading.Invitation], sender: str, message_id: str = "") -> "Past":
        """Of invitations with the same UID; only when that is not known, by content.

        What came with the mail of that Message-ID, or after it, is not past.
        """
        rows = _alike(found, sender).select_related("proposal__submission", "proposal__activity")
        own = rows.filter(proposal__submission__message__message_id=message_id).first()
        if message_id and own is not None:  # it is read once more
            rows = rows.filter(pk__lt=own.pk)
        uids = {one.uid for one in found}
        mine = [row for row in rows if row.uid in uids] or list(rows)
        past = cls()
        for row in sorted(mine, key=lambda row: (row.recurrence_id, order(row))):
            past.newest[row.recurrence_id] = row
        return past

    def pairs(self, found: Sequence[reading.Invitation]) -> dict[str, Invitation]:
        """Which row each session follows, by its RECURRENCE-ID in the new version.

        When a whole series is moved, all of these change: then by day, or else in order.
        """
        mine = sorted({one.recurrence_id for one in found})
        paired = {key: self.newest[key] for key in mine if key in self.newest}
        if not all(one.whole for one in found):
            return paired
        left = [row for key, row in self.newest.items() if key not in paired]
        new = [key for key in mine if key not in paired]
        by_day = {_day(row): row for row in reversed(left)}
        days = {one.recurrence_id: (one.recurrence_id or one.start)[:8] for one in found}
        for key in new:
            if row := by_day.pop(days[key], None):
                paired[key] = row
        if not paired and len(left) == len(new):
            paired = dict(zip(new, left, strict=True))
        return paired


def _day(row: Invitation) -> str:
    told = row.recurrence_id[:8] or row.facts.get("first_day", "").replace("-", "")
    return str(told)
