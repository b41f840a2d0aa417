"""Facts to activities and back: the only place where an activity of the agenda is written."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from agenda import stored_events
from agenda.models import (
    Activity,
    Audience,
    Edition,
    Kind,
    Municipality,
    Partner,
    PublicRevision,
    Region,
    RegionKind,
    Status,
)
from agenda.when import InvalidWhen
from submissions.errors import Incomplete
from submissions.facts import LIMITS, Facts
from submissions.models import Proposal
from submissions.reading.context import content_mark
from submissions.services.doubles import watch_activity
from submissions.states import ProposalState

COPIED = (
    "title",
    "summary",
    "text",
    "attendance",
    "venue",
    "address",
    "postcode",
    "town",
    "organiser",
    "website",
    "registration_url",
    "registration_closes",
    "online_url",
    "costs",
)
CONTACT = {"name": "contact_name", "email": "contact_email", "phone": "contact_phone"}


def facts_of(activity: Activity) -> Facts:
    """What the agenda shows of it."""
    public = tuple(name for name, field in CONTACT.items() if getattr(activity, field))
    return Facts(
        **{name: getattr(activity, name) for name in COPIED},
        **{field: getattr(activity, field) for field in CONTACT.values()},
        kind=activity.kind.slug,
        audiences=tuple(audience.slug for audience in activity.audiences.all()),
        partners=tuple(partner.slug for partner in activity.partners.all()),
        first_day=activity.first_day,
        last_day=activity.last_day,
        start_time=activity.start_time,
        end_time=activity.end_time,
        all_day=activity.all_day,
        municipality=activity.municipality.code if activity.municipality else "",
        province=activity.province.code if activity.province else "",
        region=activity.region.code if activity.region else "",
        contact_public=public,
    )


def known_facts(activity: Activity) -> Facts:
    """`facts_of`, with the contact data that its sender gave for our eyes only."""
    facts = facts_of(activity)
    published = Proposal.objects.filter(activity=activity, state=ProposalState.PUBLISHED)
    names = (*CONTACT.values(), "contact_public")
    for proposal in published.order_by("-decided_at", "-pk"):
        told = {name: value for name, value in proposal.facts.told().items() if name in names}
        if told:
            return replace(facts, **told)
    return facts


def difference(old: Facts, new: Facts) -> dict[str, Any]:
    """The fields that differ, as JSON; a field that was emptied is there with its empty value."""
    emptied = Facts()
    told = new.to_json()
    changes = {}
    for name in Facts.__dataclass_fields__:
        if getattr(old, name) != getattr(new, name):
            empty = getattr(emptied, name)
            changes[name] = told.get(name, list(empty) if isinstance(empty, tuple) else empty)
    return changes


def told_changes(facts: Facts, known: Facts) -> dict[str, Any]:
    """Of what a message tells only what differs; a name that points the activity out is no new
    title, and a day that is told alone is the last one too.
    """
    told = facts.to_json()
    if facts.first_day and not facts.last_day and known.last_day:
        told["last_day"] = facts.first_day.isoformat()
    old = known.to_json()
    words = set(content_mark(facts.title).split())
    if words & set(content_mark(known.title).split()):
        told.pop("title", None)
    return {name: value for name, value in told.items() if old.get(name) != value}


def overlay(facts: Facts, changes: Mapping[str, Any]) -> Facts:
    """The facts with the changed fields of a proposal put in."""
    changed = Facts.from_json(changes)
    names = [name for name in changes if name in Facts.__dataclass_fields__]
    return replace(facts, **{name: getattr(changed, name) for name in names})


def check(facts: Facts, kinds: Collection[str] | None = None) -> None:
    """Raise `Incomplete` when an activity cannot be made of it; without `kinds` they are asked."""
    faults = {}
    labels = {"title": "Geef een titel.", "kind": "Kies een soort."}
    for name in facts.missing():
        faults[name] = labels[name]
    for name, limit in LIMITS.items():
        if len(getattr(facts, name)) > limit:
            faults[name] = f"Maak dit korter: hoogstens {limit} tekens."
    try:
        facts.when.validate()
    except InvalidWhen as error:
        faults[error.field] = str(error)
    if facts.kind and not _is_kind(facts.kind, kinds):
        faults["kind"] = "Kies een soort uit de lijst."
    if faults:
        raise Incomplete(faults)


def _is_kind(slug: str, kinds: Collection[str] | None) -> bool:
    return Kind.objects.filter(slug=slug).exists() if kinds is None else slug in kinds


def write(facts: Facts, *, edition: Edition, activity: Activity | None = None) -> Activity:
    """Make or change the activity; raises `Incomplete`. Moves its revision and the public one."""
    check(facts)
    before = activity.whereabouts if activity else ("", "")
    if activity is None:
        activity = Activity(edition=edition, slug=_free_slug(facts.title, edition))
    for name in COPIED:
        setattr(activity, name, getattr(facts, name))
    for name, field in CONTACT.items():
        setattr(activity, field, getattr(facts, field) if name in facts.contact_public else "")
    activity.when = facts.when
    activity.kind = Kind.objects.get(slug=facts.kind)
    _locate(activity, facts)
    _note_move(activity, before)
    touch(activity)
    activity.audiences.set(Audience.objects.filter(slug__in=facts.audiences))
    activity.partners.set(Partner.objects.filter(slug__in=facts.partners))
    return activity


def touch(activity: Activity) -> None:
    """Save a visible change: subscribers see a higher SEQUENCE, caches another revision."""
    activity.revision += 1
    activity.modified = timezone.now()
    activity.save()
    # In this order everywhere: two that wait for each other's rows would stop both.
    stored_events.keep([activity])
    PublicRevision.bump()
    watch_activity(activity)


def set_status(activity: Activity, status: Status, note: str = "") -> None:
    activity.status, activity.status_note = status, note[:300]
    touch(activity)


def _note_move(activity: Activity, before: tuple[str, str]) -> None:
    """Keep what was so `before`, when that was told and differs; forget it when it is back."""
    now = activity.whereabouts
    if activity.moved_from in (*now, ", ".join(now)) and activity.moved_from:
        activity.moved_at, activity.moved_from = None, ""
        return
    old = ", ".join(was for was, is_now in zip(before, now, strict=True) if was and was != is_now)
    if old:
        activity.moved_at, activity.moved_from = timezone.now(), old[:300]


def _locate(activity: Activity, facts: Facts) -> None:
    regions = Region.objects.all()
    activity.municipality = (
        Municipality.objects.select_related("province", "rmc_region")
        .filter(code=facts.municipality)
        .first()
    )
    # Without a municipality only what was told; with one, save() derives them.
    activity.province = regions.filter(kind=RegionKind.PROVINCE, code=facts.province).first()
    activity.region = regions.filter(kind=RegionKind.RMC, code=facts.region).first()


def _free_slug(title: str, edition: Edition) -> str:
    base = slugify(title)[:70].strip("-") or "activiteit"
    taken = set(
        Activity.objects.filter(edition=edition, slug__startswith=base).values_list(
            "slug", flat=True
        )
    )
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
