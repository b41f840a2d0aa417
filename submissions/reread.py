"""Reading a stored mail once more, with the readers of today.

What still waits gets the differences as suggestions, which an editor takes or leaves; what has no
proposal gets those that are found now. What was decided, and what a person typed, stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from mail.models import InboundMessage
from submissions.errors import NotAllowed
from submissions.facts import Facts
from submissions.from_mail import (
    Read,
    attachments_of,
    channel_of,
    drafts_for,
    edition_of,
    may_answer,
    read_or_explain,
)
from submissions.models import AuditEntry, Proposal, ProposalKind, Submission, SubmissionKind
from submissions.reading.context import Town, content_mark
from submissions.services import Draft
from submissions.services.activities import overlay
from submissions.services.correct import shown_facts
from submissions.services.proposals import store_drafts
from submissions.services.submit import attach
from submissions.services.texts import one_line, shortened, without_nul
from submissions.services.transitions import MACHINE, claim, record, typed_by_people
from submissions.states import OPEN, Action

SAME = "Opnieuw gelezen: er is niets anders gevonden."
# What an answer or a later message told does not stand in this mail.
_FROM_ELSEWHERE = ("answer-", "item-")


def reread(
    submission: Submission,
    *,
    seen: int,
    editor: User | None = None,
    towns: Mapping[str, Town] | None = None,
) -> AuditEntry:
    """Without an editor it is the machine that does it.

    Raises `NotAllowed` when there is nothing to read or nothing else was found, `StaleSubmission`
    when somebody was first.
    """
    stored = InboundMessage.objects.filter(submission=submission).first()
    if stored is None or submission.state not in OPEN:
        raise NotAllowed("Alleen een mail die nog wacht kan opnieuw worden gelezen.")
    read = read_or_explain(stored, towns)
    if read.reading.kind == SubmissionKind.UNREADABLE:
        raise NotAllowed("Het bericht is nog steeds niet te lezen.")
    if submission.proposals.exists():
        return _suggest(submission, read, seen, editor)
    return _renew(submission, read, seen, editor)


def _renew(submission: Submission, read: Read, seen: int, editor: User | None) -> AuditEntry:
    """The kind, proposals and files that the mail tells, for an item that had no proposal."""
    unreadable = submission.kind == SubmissionKind.UNREADABLE
    drafts = drafts_for(read)
    if not (unreadable or drafts):
        raise NotAllowed(SAME)
    attachments = attachments_of(read)
    with transaction.atomic():
        claim(submission, seen=seen)
        known = set(submission.attachments.values_list("sha256", flat=True))
        _write_over(submission, read)
        store_drafts(submission, drafts)
        if unreadable:
            fresh = [one for one in attachments if not one.sha256 or one.sha256 not in known]
            attach(submission, fresh)
        return _recorded(submission, editor)


def _suggest(submission: Submission, read: Read, seen: int, editor: User | None) -> AuditEntry:
    """What is read otherwise by now, beside the values that stand there."""
    with transaction.atomic():
        claim(submission, seen=seen)
        waiting = list(submission.proposals.select_related("activity").pending())
        pairs = _matched(waiting, drafts_for(read))
        changed = [_suggest_for(proposal, draft) for proposal, draft in pairs]
        if not any(changed):
            raise NotAllowed(SAME)  # which undoes the claim: what is on screens stays true
        return _recorded(submission, editor)


def _matched(
    waiting: Sequence[Proposal], drafts: Sequence[Draft]
) -> Iterator[tuple[Proposal, Draft]]:
    """Each proposal with the draft of the same activity: by place, by name, or by day."""
    if len(waiting) == len(drafts) == 1:
        yield waiting[0], drafts[0]
        return
    for proposal in waiting:
        facts = shown_facts(proposal)
        mark = content_mark(facts.title)
        named = [one for one in drafts if mark and content_mark(one.facts.title) == mark]
        dated = [one for one in drafts if one.facts.first_day == facts.first_day is not None]
        for same in (named, dated):
            if len(same) == 1:
                yield proposal, same[0]
                break


def _suggest_for(proposal: Proposal, draft: Draft) -> bool:
    """Replace what an earlier reading suggested; says whether anything changed."""
    old = shown_facts(proposal).to_json()
    if draft.changes is not None:
        new = overlay(shown_facts(proposal), draft.changes).to_json()
    else:
        new = shortened(draft.facts).to_json()
    kept = {
        name: one
        for name, one in proposal.suggestions.items()
        if not isinstance(one, dict) or one.get("why") != "reread"
    }
    fixed = typed_by_people(proposal) | kept.keys() | set(_told_elsewhere(proposal))
    if proposal.kind != ProposalKind.NEW:
        fixed |= old.keys() - new.keys()  # a change leaves out what stays
    found = {
        name: {
            "value": new.get(name, _empty(name)),
            "why": "reread",
            "source": draft.sources.get(name) or {},
        }
        for name in Facts.__slots__
        if new.get(name) != old.get(name) and name not in fixed
    }
    if kept | found == proposal.suggestions:
        return False
    proposal.suggestions = kept | found
    proposal.save(update_fields=["suggestions"])
    return True


def _told_elsewhere(proposal: Proposal) -> Iterator[str]:
    for name, source in proposal.sources.items():
        where = source.get("source") if isinstance(source, dict) else None
        if str(where).startswith(_FROM_ELSEWHERE):
            yield name


def _empty(name: str) -> Any:
    empty = getattr(Facts(), name)
    return list(empty) if isinstance(empty, tuple) else empty


def _recorded(submission: Submission, editor: User | None) -> AuditEntry:
    name = "" if editor else MACHINE
    return record(Action.READ, submission=submission, editor=editor, actor_name=name)


def _write_over(submission: Submission, read: Read) -> None:
    values = {
        "kind": read.reading.kind,
        "channel": channel_of(read),
        "edition": edition_of(read),
        "subject": one_line(read.message.subject, 300),
        "sender_name": one_line(read.message.sender.name, 200),
        "sender_email": one_line(read.message.sender.address, 320),
        "text": without_nul(read.message.text),
        "problems": [without_nul(problem) for problem in read.reading.problems],
        "answerable": may_answer(read.message, read.reading),
    }
    for name, value in values.items():
        setattr(submission, name, value)
    submission.save(update_fields=list(values))
