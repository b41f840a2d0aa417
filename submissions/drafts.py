"""From what was read to proposals: a new activity, a change of one, its cancellation."""

from typing import Any

from agenda.models import Activity
from submissions.facts import Facts
from submissions.invited_drafts import Origin, invited_drafts
from submissions.models import ProposalKind, Submission, SubmissionKind
from submissions.reading.context import content_mark
from submissions.reading.drafting import ReadDraft
from submissions.reading.propose import Reading
from submissions.services import Draft
from submissions.services.activities import known_facts

_KINDS: dict[str, ProposalKind] = {
    SubmissionKind.UPDATE: ProposalKind.CHANGE,
    SubmissionKind.CANCELLATION: ProposalKind.CANCELLATION,
}


def drafts_of(reading: Reading, related: Submission | None, origin: Origin) -> list[Draft]:
    """The drafts of a reading; `related` is the item that an update or cancellation points at."""
    if reading.invited:
        return invited_drafts(reading.drafts, origin)
    kind = _KINDS.get(reading.kind, ProposalKind.NEW)
    drafts = []
    for one in reading.drafts:
        sources = one.sources()
        activity = _activity(one.facts, related) if related else None
        changes = None
        if kind is ProposalKind.CHANGE and activity is not None:
            changes = changed_fields(one, known_facts(activity))
        drafts.append(Draft(one.facts, sources, kind, activity, changes))
    return drafts


def _activity(facts: Facts, related: Submission) -> Activity | None:
    """The activity of the item: the one of the same name or day, when there are several."""
    conversation = [related, related.thread] if related.thread else [related]
    activities = list(
        Activity.objects.public().filter(proposals__submission__in=conversation).distinct()
    )
    if len(activities) < 2:
        return activities[0] if activities else None
    same = [
        one
        for one in activities
        if content_mark(one.title) == content_mark(facts.title) or one.first_day == facts.first_day
    ]
    return same[0] if len(same) == 1 else None


def changed_fields(one: ReadDraft, known: Facts) -> dict[str, Any]:
    """Only what differs from the agenda; a name that points the activity out is no new title."""
    facts = one.facts
    told = facts.to_json()
    if facts.first_day and not facts.last_day:
        told["last_day"] = facts.first_day.isoformat()
    old = known.to_json()
    words = set(content_mark(facts.title).split())
    if words & set(content_mark(known.title).split()):
        told.pop("title", None)
    return {name: value for name, value in told.items() if old.get(name) != value}
