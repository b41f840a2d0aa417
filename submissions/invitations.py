"""Invitations that came before, found by UID and session, or by what they told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils import timezone

from agenda.when import AMSTERDAM
from mail.message import ReadMessage
from submissions.models import Channel, Invitation, Proposal, ProposalKind, Submission
from submissions.reading import invitation as reading
from submissions.reading.context import Context, Version
from submissions.reading.versions import content_of
from submissions.world import own_addresses

Session = tuple[str, str]  # UID and RECURRENCE-ID
_CHAIN_LIMIT = 20


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


def versions_of(submission: Submission) -> Iterator[Version]:
    if submission.channel == Channel.INVITATION:
        for row in Invitation.objects.versions().filter(proposal__submission=submission):
            yield version_of_row(row)


def version_of_row(row: Invitation) -> Version:
    return Version(row.uid, row.recurrence_id, row.sequence, row.dtstamp, row.content, row.mark)


def newest_of(proposal: Proposal) -> Invitation | None:
    """The newest version that a proposal stands for, those that were put into it included."""
    rows = Invitation.objects.versions().filter(
        Q(proposal=proposal) | Q(proposal__merged_into=proposal, proposal__activity=None)
    )
    return max(rows, key=order, default=None)


def order(row: Invitation) -> tuple[int, float, int]:
    return row.sequence, row.dtstamp.timestamp() if row.dtstamp else 0.0, row.pk


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


def standing_of(row: Invitation) -> Proposal:
    """The proposal that holds now what the row told: where it was put into, if it was."""
    proposal = row.proposal
    for _ in range(_CHAIN_LIMIT):
        if proposal.merged_into is None:
            break
        proposal = proposal.merged_into
    return proposal


def waiting_for(proposal: Proposal) -> Proposal | None:
    """The proposal that a cancellation or change is about, of what was never in the agenda."""
    if proposal.kind == ProposalKind.NEW or proposal.activity_id is not None:
        return None
    own = Invitation.objects.filter(proposal=proposal).first()
    if own is None or not own.uid:
        return None
    rows = Invitation.objects.versions().filter(
        uid=own.uid, recurrence_id=own.recurrence_id, pk__lt=own.pk
    )
    for row in sorted(rows, key=order, reverse=True):
        target = standing_of(row)
        if is_waiting(target) and target.kind == ProposalKind.NEW:
            return target
    return None


def is_waiting(proposal: Proposal) -> bool:
    return proposal.is_pending and proposal.submission.is_open
