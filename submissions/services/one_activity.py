"""Two activities of the agenda turn out to be one: joining them, and taking them apart again."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from agenda.models import Activity, Material, Status
from mail import outbox
from submissions import letters
from submissions.errors import NotAllowed
from submissions.facts import WHEN_FIELDS, Facts
from submissions.models import AuditEntry, Proposal
from submissions.services.activities import CONTACT, facts_of, overlay, set_status, touch, write
from submissions.services.together import tell_others, told_of
from submissions.services.transitions import activity_snapshot, claim_activity, record
from submissions.states import Action, ProposalState


@transaction.atomic
def merge_activities(
    loser: Activity,
    into: Activity,
    *,
    seen: int,
    seen_into: int,
    editor: User,
    fill: bool = False,
) -> AuditEntry:
    """`into` stays; the other one's address leads there, and its event in calendars ends.

    With `fill` what only the other one told is put into the empty fields. Materials and proposals
    go along. `seen` are the revisions on the screen: raises `StaleSubmission`, or `NotAllowed`.
    """
    if loser == into:
        raise NotAllowed("Een activiteit kan niet met zichzelf worden samengevoegd.")
    for activity, revision in sorted(
        ((loser, seen), (into, seen_into)), key=lambda pair: pair[0].pk
    ):
        claim_activity(activity, seen=revision)
    _check(loser, into)
    others = [*told_of(loser), *told_of(into)]
    before = {"activity": activity_snapshot(loser), "survivor": activity_snapshot(into)}
    before |= _move(loser, into)
    loser.merged_into = into
    set_status(loser, Status.HIDDEN, loser.status_note)
    if fill and (gaps := _gaps(facts_of(into), facts_of(loser))):
        write(overlay(facts_of(into), gaps), edition=into.edition, activity=into)
    else:
        touch(into)
    entry = record(
        Action.MERGE,
        activity=loser,
        editor=editor,
        reason=f"Samengevoegd met ‘{into}’",
        before=before,
    )
    seconds = settings.UNDO_SECONDS
    tell_others(entry, others, "one_activity", undo_seconds=seconds, loser=loser, activity=into)
    record(Action.MERGE, activity=into, editor=editor, reason=f"‘{loser}’ is hierin opgegaan")
    return entry


def _check(loser: Activity, into: Activity) -> None:
    if loser.is_hidden or into.is_hidden:
        raise NotAllowed("Een van de twee staat niet meer in de agenda. Kijk opnieuw.")
    if into.is_cancelled and not loser.is_cancelled:
        raise NotAllowed("Kies de activiteit die doorgaat als de activiteit die blijft.")


def _move(loser: Activity, into: Activity) -> dict[str, Any]:
    """What hangs on the one hangs on the other from now on; returns what was moved."""
    published = Proposal.objects.filter(activity=loser, state=ProposalState.PUBLISHED)
    moved = {
        # Merged, not published: whose contact data counts for the survivor must not change.
        "published": list(published.values_list("pk", flat=True)),
        "proposals": _keys(Proposal.objects.filter(activity=loser)),
        "materials": _keys(Material.objects.filter(activity=loser)),
        "merged": _keys(Activity.objects.filter(merged_into=loser)),
    }
    published.update(state=ProposalState.MERGED)
    Proposal.objects.filter(pk__in=moved["proposals"]).update(activity=into)
    Material.objects.filter(pk__in=moved["materials"]).update(activity=into)
    Activity.objects.filter(pk__in=moved["merged"]).update(
        merged_into=into, revision=F("revision") + 1
    )
    return moved


def _keys(rows: Any) -> list[int]:
    return list(rows.values_list("pk", flat=True))


def _gaps(facts: Facts, other: Facts) -> dict[str, Any]:
    """What only the other told. Day and hours belong together; contact data stays with whose."""
    told, theirs = facts.told(), other.to_json()
    kept = {*CONTACT.values(), "contact_public"}
    kept |= set(WHEN_FIELDS) if facts.first_day else set()
    return {name: value for name, value in theirs.items() if name not in told and name not in kept}


@transaction.atomic
def separate(loser: Activity, *, seen: int, editor: User) -> AuditEntry:
    """They are two after all: what went along comes back, and all senders hear of it.

    What was filled in from it goes out of the survivor again, unless that was changed since.
    """
    claim_activity(loser, seen=seen)
    into = loser.merged_into
    entry = _merge_of(loser)
    if into is None or entry is None:
        raise NotAllowed("Deze activiteit is niet samengevoegd.")
    before = entry.before
    loser.merged_into = None
    stored = before["activity"]
    set_status(loser, Status(stored["status"]), stored["status_note"])
    Proposal.objects.filter(pk__in=before["proposals"], activity=into).update(activity=loser)
    Proposal.objects.filter(pk__in=before["published"], activity=loser).update(
        state=ProposalState.PUBLISHED
    )
    Material.objects.filter(pk__in=before["materials"], activity=into).update(activity=loser)
    Activity.objects.filter(pk__in=before["merged"], merged_into=into).update(
        merged_into=loser, revision=F("revision") + 1
    )
    _empty_again(into, loser, before["survivor"])
    undoing = record(Action.UNDO, activity=loser, editor=editor, reason=f"Stond samen met ‘{into}’")
    AuditEntry.objects.filter(pk=entry.pk).update(undone_by=undoing)
    _tell_apart(entry, undoing, loser)
    return undoing


def _merge_of(loser: Activity) -> AuditEntry | None:
    merges = AuditEntry.objects.filter(activity=loser, action=Action.MERGE, undone_by=None)
    return next((entry for entry in merges if "survivor" in entry.before), None)


def _empty_again(into: Activity, loser: Activity, stored: dict[str, Any]) -> None:
    was = Facts.from_json(stored["facts"])
    now = facts_of(into)
    filled = overlay(was, _gaps(was, facts_of(loser)))
    if now == filled != was:
        write(was, edition=into.edition, activity=into)
    else:
        touch(into)


def _tell_apart(entry: AuditEntry, undoing: AuditEntry, loser: Activity) -> None:
    """Who did not get the first mail yet gets none; the others are told that it stands again."""
    for companion in entry.companions.select_related("submission__edition", "proposal"):
        waits = companion.outgoing_id is not None and outbox.cancel(companion.outgoing_id)
        item = companion.submission
        assert item is not None
        told = companion.outgoing_id is not None and not waits
        record(
            Action.UNDO,
            submission=item,
            proposal=companion.proposal,
            activity=loser,
            editor=undoing.actor,
            reason=undoing.reason,
            outgoing=letters.send("standing", item, activity=loser, action=Action.SHOW)
            if told
            else None,
            beside=undoing,
        )
