"""From invitations to proposals, each on top of what came before of the same appointment.

Nothing in the agenda changes by a mail. What still waits does, by who sent it: a newer version goes
into the proposal that waits, so that editors see one current truth, as when a sender corrects it by
the secret link. An older version is kept and put into nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mail.message import ReadMessage
from submissions.facts import WHEN_FIELDS, Facts
from submissions.invitations import Past
from submissions.invited_rows import is_waiting, standing_of, version_of_row
from submissions.models import Invitation, Proposal, ProposalKind
from submissions.reading import invitation as reading
from submissions.reading.drafting import ReadDraft
from submissions.reading.versions import ANSWERS, Standing, compare, version_of
from submissions.services import Draft
from submissions.services.activities import known_facts, overlay

# What an invitation empties when it leaves it out: the moment and the place.
_EMPTIED = {*WHEN_FIELDS, "venue", "address", "postcode", "town", "municipality", "province"}
_ELSEWHERE = (
    "Deze uitnodiging komt van een ander adres ({}) dan de vorige ({}). Er is niets mee gedaan."
)
_GONE = "Deze keer staat niet meer in de uitnodiging."


@dataclass(frozen=True)
class Origin:
    """Who sent it, `doubted` when that is not sure, and the mail's Message-ID."""

    sender: str
    doubted: bool = False
    message_id: str = ""

    def follows(self, row: Invitation, one: reading.Invitation) -> bool:
        """Whether it comes from whom the appointment came from."""
        if self.doubted:
            return False
        same = row.proposal.submission.sender_email.lower() == self.sender.lower()
        organizer = one.organizer
        held = bool(row.organizer) and row.organizer.lower() == organizer.address.lower()
        return same or (held and organizer.is_from(self.sender))


def by_calendar_server(message: ReadMessage, drafts: Sequence[ReadDraft]) -> bool:
    """Whether a machine sent it in the name of the organiser who asks us, as Google's does.

    The decision about it is an editor's, so telling it is no robot's talk (RFC 3834).
    """
    sender = message.sender.address
    asking = [one.calendar for one in drafts if one.calendar and asks_reply(one.calendar, sender)]
    generated = message.headers.get("auto-submitted").lower().startswith("auto-generated")
    return bool(asking) and generated and len(message.robot) == 1


def answers_an_invitation(drafts: Sequence[ReadDraft]) -> bool:
    """A REPLY or COUNTER is never answered: two calendars would go on for ever."""
    return any(one.calendar and one.calendar.method in ANSWERS for one in drafts)


def asks_reply(one: reading.Invitation, sender: str) -> bool:
    """Only who invites is answered: a stranger could have us write to somebody else's calendar."""
    asks = one.method == "REQUEST" and one.uid and one.organizer.address and one.ours
    return bool(asks) and one.organizer.is_from(sender)


def invited_drafts(drafts: Sequence[ReadDraft], origin: Origin) -> list[Draft]:
    """The drafts of what was read from a calendar part."""
    made: list[Draft] = []
    read = [(one, one.calendar) for one in drafts if one.calendar is not None]
    for _, group in groupby(read, key=lambda pair: pair[1].uid):
        made += _of_appointment(list(group), origin)
    return made


def _of_appointment(
    group: Sequence[tuple[ReadDraft, reading.Invitation]], origin: Origin
) -> Iterator[Draft]:
    found = [one for _, one in group]
    past = Past.of(found, origin.sender, origin.message_id)
    pairs = past.pairs(found)
    for read, one in group:
        row = pairs.get(one.recurrence_id)
        made = _Making(read, one, origin)
        yield made.first() if row is None else made.following(row, alone=len(group) == 1)
    followed = {row.pk for row in pairs.values()}
    whole = all(one.whole and one.method in ("REQUEST", "CANCEL") for one in found)
    capped = any(one.problems for one in found)
    read, one = group[0]
    for row in past.newest.values():
        if whole and row.pk not in followed and (one.cancelled or not capped):
            yield from _Making(read, one, origin).vanished(row)


@dataclass(frozen=True)
class _Making:
    read: ReadDraft
    one: reading.Invitation
    origin: Origin

    def first(self) -> Draft:
        kind = ProposalKind.NEW
        if self.one.cancelled:
            kind = ProposalKind.CANCELLATION
        elif self.one.method == "COUNTER":
            kind = ProposalKind.CHANGE
        return self._draft(kind, verified=not self.origin.doubted)

    def following(self, row: Invitation, *, alone: bool) -> Draft:
        target = standing_of(row)
        version = version_of(self.one, self.origin.sender)
        how = compare(version, version_of_row(row))
        same_text = version.told == row.mark
        if self.one.method in ANSWERS or not self.origin.follows(row, self.one):
            return self._strange(row, target)
        if how in (Standing.OLDER, Standing.SAME) or (same_text and not alone):
            return self._draft(self._kind(target), joins=target)
        if self.one.cancelled:
            return self._draft(ProposalKind.CANCELLATION, target)
        if is_waiting(target) and target.kind != ProposalKind.CANCELLATION:
            amends = self._changes(row, _facts_of(target))
            return self._draft(self._kind(target), joins=target, amends=amends)
        if target.activity is not None:
            changes = self._changes(row, known_facts(target.activity))
            return self._draft(ProposalKind.CHANGE, target, changes=changes)
        return self._draft(ProposalKind.NEW)

    def vanished(self, row: Invitation) -> Iterator[Draft]:
        """A session of the series that the whole new version does not have."""
        target = standing_of(row)
        newer = self.one.sequence >= row.sequence and self.origin.follows(row, self.one)
        gone = target.kind == ProposalKind.CANCELLATION or not (
            is_waiting(target) or target.activity
        )
        if newer and not gone:
            told = Facts.from_json(row.facts)
            facts = Facts(title=told.title, first_day=told.first_day, last_day=told.last_day)
            yield Draft(
                facts,
                kind=ProposalKind.CANCELLATION,
                activity=target.activity,
                invitation=self._row(recurrence_id=row.recurrence_id, facts=row.facts),
                problem="" if self.one.cancelled else _GONE,
            )

    def _strange(self, row: Invitation, target: Proposal) -> Draft:
        """Of somebody else, or an answer: for an editor to look at, and no version."""
        kind = ProposalKind.CANCELLATION if self.one.cancelled else ProposalKind.CHANGE
        changes = None
        if kind is ProposalKind.CHANGE and target.activity is not None:
            changes = self._changes(row, known_facts(target.activity))
        problem = ""
        if self.one.method not in ANSWERS:
            before = row.proposal.submission.sender_email
            problem = _ELSEWHERE.format(self.origin.sender or "onbekend", before or "onbekend")
        return self._draft(kind, target, changes=changes, verified=False, problem=problem)

    def _kind(self, target: Proposal) -> ProposalKind:
        if self.one.cancelled:
            return ProposalKind.CANCELLATION
        return ProposalKind.CHANGE if target.activity is not None else ProposalKind.NEW

    def _changes(self, row: Invitation, current: Facts) -> dict[str, Any]:
        """What the organiser changed since the version before.

        What an editor or the sender corrected meanwhile stays as it is, unless this changes it.
        """
        old, new = dict(row.facts), _told(self.read.facts)
        stands, empty = _told(current), Facts()
        changes = {}
        for name in {**old, **new}:
            if old.get(name) == new.get(name) or (name not in new and name not in _EMPTIED):
                continue
            value = new.get(name, getattr(empty, name))
            if value != stands.get(name, getattr(empty, name)):
                changes[name] = value
        return changes

    def _draft(
        self,
        kind: ProposalKind,
        target: Proposal | None = None,
        *,
        changes: dict[str, Any] | None = None,
        joins: Proposal | None = None,
        amends: dict[str, Any] | None = None,
        verified: bool = True,
        problem: str = "",
    ) -> Draft:
        return Draft(
            self.read.facts,
            self.read.sources(),
            kind,
            target.activity if target is not None else None,
            changes,
            invitation=self._row(is_verified=verified and self.one.method not in ANSWERS),
            joins=joins,
            amends=amends or {},
            problem=problem,
        )

    def _row(self, **fields: Any) -> Invitation:
        one = self.one
        version = version_of(one, self.origin.sender)
        verified = fields.get("is_verified", True)
        values: dict[str, Any] = {
            "method": one.method,
            "uid": one.uid,
            "recurrence_id": one.recurrence_id,
            "sequence": one.sequence,
            "dtstamp": one.dtstamp,
            "organizer": one.organizer.address,
            "attendee": one.ours,
            "content": version.content,
            "mark": version.told,
            "facts": _told(self.read.facts),
            "wants_reply": verified and asks_reply(one, self.origin.sender),
        }
        return Invitation(**values | fields)


def _told(facts: Facts) -> dict[str, Any]:
    told = facts.to_json()
    if facts.first_day and not facts.last_day:
        told["last_day"] = facts.first_day.isoformat()
    return told


def _facts_of(target: Proposal) -> Facts:
    """What publishing the waiting proposal would make."""
    if target.kind == ProposalKind.CHANGE and target.activity is not None:
        return overlay(known_facts(target.activity), target.facts_json)
    return target.facts
