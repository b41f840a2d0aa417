"""Finding what is likely one activity, each time that one of the two is written.

So that looking at the doubles is reading rows: neither the queue nor its page of doubles compares.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agenda.likeness import (
    CANDIDATES,
    MOST,
    Likeness,
    Traits,
    compare,
    like_activities,
    shares_a_key,
    traits_of,
)
from agenda.models import Activity, Status
from submissions.models import Double, Invitation, Proposal, ProposalKind, Submission
from submissions.states import OPEN

Side = Proposal | Activity


@transaction.atomic(savepoint=False)
def watch(proposal: Proposal) -> None:
    """Look again what it is likely the same as; what was decided is like nothing any more."""
    known = _known(Q(proposal=proposal) | Q(other_proposal=proposal))
    _store(proposal, known, dict(_like_proposal(proposal)) if _lives(proposal) else {})


def watch_item(submission: Submission) -> None:
    for proposal in submission.proposals.all():
        watch(proposal)


@transaction.atomic(savepoint=False)
def watch_activity(activity: Activity) -> None:
    known = _known(Q(activity=activity) | Q(other_activity=activity))
    public = activity.status in (Status.PUBLISHED, Status.CANCELLED)
    _store(activity, known, dict(_like_activity(activity)) if public else {})


def _known(wanted: Q) -> list[Double]:
    """Held in one order, so that two who decide about each other's doubles wait in turn."""
    return list(Double.objects.filter(wanted).order_by("pk").select_for_update())


def dismiss(double: Double, *, editor: User) -> bool:
    """They are two. False when that was said before, or there is nothing to say any more."""
    rows = Double.objects.open().filter(pk=double.pk)
    now = timezone.now()
    return bool(rows.update(is_open=False, dismissed_by=editor, dismissed_at=now))


def pair_of(one: Activity, other: Activity) -> Double:
    """The row of two activities that an editor takes for one; it opens again what was closed."""
    told = {"score": MOST, "reasons": ["Aangewezen door een redacteur"], "doubts": []}
    again = {"is_open": True, "dismissed_at": None, "dismissed_by": None}
    return Double.objects.update_or_create(
        **_sides(one, other), defaults=again, create_defaults=told
    )[0]


def _lives(proposal: Proposal) -> bool:
    return proposal.is_pending and proposal.submission.state in OPEN


def _like_proposal(proposal: Proposal) -> Iterator[tuple[Side, Likeness]]:
    copies = _copies_of(proposal)
    if proposal.kind != ProposalKind.NEW and not copies:
        return
    traits = _traits(proposal)
    keys = proposal.title_key, proposal.organiser_key, proposal.place_key, proposal.first_day
    shares = shares_a_key(*keys) if proposal.kind == ProposalKind.NEW else Q(pk__in=())
    others = _waiting(shares & Q(kind=ProposalKind.NEW) | Q(pk__in=copies))
    for other in others.exclude(submission=proposal.submission_id).order_by("-pk")[:CANDIDATES]:
        yield other, _with_senders(compare(traits, _traits(other)), proposal, other)
    if proposal.kind == ProposalKind.NEW:
        yield from like_activities(traits, apart_from=proposal.activity_id)


def _like_activity(activity: Activity) -> Iterator[tuple[Side, Likeness]]:
    traits = traits_of(activity)
    yield from like_activities(traits, apart_from=activity.pk)
    shares = shares_a_key(
        activity.title_key, activity.organiser_key, activity.place_key, activity.first_day
    )
    waiting = _waiting(shares & Q(kind=ProposalKind.NEW)).exclude(activity=activity)
    for proposal in waiting.order_by("-pk")[:CANDIDATES]:
        yield proposal, compare(traits, _traits(proposal))


def _waiting(wanted: Q) -> Any:
    found = Proposal.objects.pending().filter(wanted, submission__state__in=OPEN)
    return found.select_related("submission__edition", "invitation")


def _copies_of(proposal: Proposal) -> list[int]:
    """Those of the same appointment or session, by whoever it was sent or forwarded."""
    mine = Invitation.objects.filter(proposal=proposal).first()
    if mine is None or not (mine.uid or mine.content):
        return []
    same = Q(uid=mine.uid, recurrence_id=mine.recurrence_id) if mine.uid else Q(pk__in=())
    if mine.content:
        same |= Q(content=mine.content)
    found = Invitation.objects.filter(same).exclude(proposal=proposal)
    return list(found.values_list("proposal", flat=True)[:CANDIDATES])


def _traits(proposal: Proposal) -> Traits:
    facts, edition = proposal.facts, proposal.submission.edition
    invitation = getattr(proposal, "invitation", None)
    marks = (
        (invitation.uid and f"{invitation.uid} {invitation.recurrence_id}", invitation.content)
        if invitation
        else ()
    )
    return Traits(
        title=facts.title,
        organiser=facts.organiser,
        place=proposal.place_key,
        venue=facts.venue,
        first=facts.first_day,
        last=facts.last_day,
        start=facts.start_time,
        year=edition.year if edition else None,
        invitations=frozenset(mark for mark in marks if mark),
    )


def _with_senders(found: Likeness, one: Proposal, other: Proposal) -> Likeness:
    """What their ways in add to it: told, but no reason by itself."""
    mine, theirs = one.submission, other.submission
    told = list(found.reasons)
    if mine.sender_email and mine.sender_email.lower() == theirs.sender_email.lower():
        told.append("Zelfde afzender")
    if mine.channel != theirs.channel:
        channels = sorted((mine.get_channel_display(), theirs.get_channel_display()))
        told.append(f"Via twee wegen: {channels[0]} en {channels[1]}")
    return Likeness(found.score, tuple(told), found.doubts)


def _store(side: Side, known: Iterable[Double], found: dict[Side, Likeness]) -> None:
    """One row a pair. What an editor kept apart stays so; what is unlike now is closed."""
    likely = {other: one for other, one in found.items() if one.is_likely}
    changed, closed = [], []
    for row in known:
        likeness = likely.pop(_other(row, side), None)
        if likeness is None:
            closed += [row.pk] if row.is_open else []
        elif row.dismissed_at is None:
            row.is_open = True
            _tell(row, likeness)
            changed.append(row)
    new = []
    for other, likeness in likely.items():
        row = Double(**_sides(side, other))
        _tell(row, likeness)
        new.append(row)
    if closed:
        Double.objects.filter(pk__in=closed).update(is_open=False)
    if changed:
        Double.objects.bulk_update(changed, ["is_open", "score", "reasons", "doubts"])
    # Two processes may find the same pair at once: the row that is there already is as good.
    Double.objects.bulk_create(new, ignore_conflicts=True)


def _tell(row: Double, likeness: Likeness) -> None:
    row.score = likeness.score
    row.reasons, row.doubts = list(likeness.reasons), list(likeness.doubts)


def _other(row: Double, side: Side) -> Side:
    """The other side as a bare row, equal to the real one by its key."""
    if isinstance(side, Activity):
        if row.proposal_id:
            return Proposal(pk=row.proposal_id)
        return Activity(pk=row.other_activity_id if row.activity_id == side.pk else row.activity_id)
    if row.other_activity_id:
        return Activity(pk=row.other_activity_id)
    return Proposal(pk=row.other_proposal_id if row.proposal_id == side.pk else row.proposal_id)


def _sides(one: Side, other: Side) -> dict[str, Any]:
    """In one order, so that a pair is one row."""
    if isinstance(one, Proposal) and isinstance(other, Activity):
        return {"proposal": one, "other_activity": other}
    if isinstance(one, Activity) and isinstance(other, Proposal):
        return {"proposal": other, "other_activity": one}
    first, second = sorted((one, other), key=lambda side: side.pk)
    name = "activity" if isinstance(one, Activity) else "proposal"
    return {name: first, f"other_{name}": second}
