"""From what was read to proposals: a new activity, a change of one, its cancellation."""

from dataclasses import replace

from agenda.models import Activity
from submissions.facts import Facts
from submissions.invited_drafts import Origin, invited_drafts
from submissions.models import ProposalKind, Submission, SubmissionKind
from submissions.reading.context import content_mark
from submissions.reading.drafting import ReadDraft
from submissions.reading.found import Source
from submissions.reading.propose import Reading
from submissions.services import Draft
from submissions.services.activities import known_facts, told_changes

_KINDS: dict[str, ProposalKind] = {
    SubmissionKind.UPDATE: ProposalKind.CHANGE,
    SubmissionKind.CANCELLATION: ProposalKind.CANCELLATION,
}


def drafts_of(
    reading: Reading,
    related: Submission | None,
    origin: Origin,
    named: Activity | None = None,
) -> list[Draft]:
    """The drafts of a reading; `related` is the item that an update or cancellation points at, and
    `named` the activity whose page it links to.
    """
    if reading.invited:
        return invited_drafts(reading.drafts, origin)
    kind = _KINDS.get(reading.kind, ProposalKind.NEW)
    drafts = []
    for one in reading.drafts:
        if kind is not ProposalKind.NEW:
            one = _without_sender(one)
        sources = one.sources()
        activity = _activity(one.facts, related) if related else None
        if kind is not ProposalKind.NEW:
            activity = named or activity
        changes = None
        if kind is ProposalKind.CHANGE and activity is not None:
            changes = told_changes(one.facts, known_facts(activity))
        drafts.append(Draft(one.facts, sources, kind, activity, changes))
    return drafts


def _without_sender(one: ReadDraft) -> ReadDraft:
    """Who writes of a change is not thereby its organiser or its contact."""
    found = {name: told for name, told in one.found.items() if told.source is not Source.SENDER}
    left_out = {name: getattr(Facts(), name) for name in one.found.keys() - found.keys()}
    return replace(one, facts=replace(one.facts, **left_out), found=found)


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
