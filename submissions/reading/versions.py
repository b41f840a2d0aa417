"""Which of two invitations to the same appointment is the newer one (RFC 5546, 2.1.5)."""

import hashlib
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from agenda.when import AMSTERDAM
from submissions.models import SubmissionKind as Kind
from submissions.reading.context import Earlier, Version, content_mark
from submissions.reading.invitation import Invitation

# What did not come from an organiser's calendar says nothing about its versions.
ANSWERS = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
_KINDS = (Kind.SUBMISSION, Kind.UPDATE, Kind.CANCELLATION)


class Standing(Enum):
    FIRST = auto()
    NEWER = auto()
    SAME = auto()
    OLDER = auto()


def version_of(one: Invitation, sender: str) -> Version:
    return Version(
        uid=one.uid,
        recurrence_id=one.recurrence_id,
        sequence=one.sequence,
        dtstamp=one.dtstamp,
        content=content_of(one, sender),
        told=told_by(one),
    )


def content_of(one: Invitation, sender: str) -> str:
    """By this it is known again when its UID changed: title, start and organiser."""
    title = next((str(found.value) for found in one.found if found.field == "title"), "")
    if not (title and one.start):
        return ""
    organiser = one.organizer.address or sender
    return _digest([content_mark(title), one.start, organiser.lower()])


def told_by(one: Invitation) -> str:
    """Equal for two that tell the same."""
    values = sorted(f"{found.field}={found.value}" for found in one.found)
    return _digest([*values, one.description, str(one.cancelled)])


def _digest(parts: Iterable[str]) -> str:
    joined = "\x00".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(joined).hexdigest()[:32]


def before(one: Invitation, sender: str, earlier: Sequence[Earlier]) -> Earlier | None:
    """The first mail that told of this appointment."""
    found = _known(version_of(one, sender), earlier)
    return found[0][0] if found else None


def standing(
    one: Invitation, sender: str, earlier: Sequence[Earlier]
) -> tuple[Standing, Version | None]:
    """How it stands to the newest version that came before, and which one that is."""
    version = version_of(one, sender)
    versions = [known for _, known in _known(version, earlier)]
    same = [known for known in versions if known.recurrence_id == one.recurrence_id]
    # A session that is told of for the first time may still belong to a series that is known.
    if versions and not same and not one.whole and versions[0].uid == one.uid:
        return Standing.NEWER, None
    newest = max(same or versions, key=_order, default=None)
    if newest is None:
        return Standing.FIRST, None
    return compare(version, newest), newest


def compare(version: Version, known: Version) -> Standing:
    renamed = version.uid != known.uid  # a number that began anew says nothing
    if version.told == known.told and (renamed or version.sequence == known.sequence):
        return Standing.SAME
    if not renamed and version.sequence != known.sequence:
        return Standing.NEWER if version.sequence > known.sequence else Standing.OLDER
    if version.dtstamp and known.dtstamp and version.dtstamp < known.dtstamp:
        return Standing.OLDER
    return Standing.NEWER


def note(version: Version, how: Standing, known: Version | None) -> str:
    """What an editor should know of it; empty when there is nothing to tell."""
    if known is None or how in (Standing.FIRST, Standing.SAME):
        return ""
    this, that = _named(version, known)
    if how is Standing.OLDER:
        return f"Deze uitnodiging is verouderd: dit is {this} en we hebben al {that}."
    return f"Nieuwe versie van een uitnodiging: dit is {this}, de vorige was {that}."


def _named(version: Version, known: Version) -> tuple[str, str]:
    if version.uid == known.uid and version.sequence != known.sequence:
        return f"versie {version.sequence} (SEQUENCE)", f"versie {known.sequence}"
    return f"versie {version.sequence}{_moment(version)}", f"die{_moment(known)}"


def _moment(version: Version) -> str:
    if version.dtstamp is None:
        return " zonder tijdstip"
    at = version.dtstamp.astimezone(AMSTERDAM)
    return f" van {at.day}-{at.month}-{at.year}, {at.hour}.{at.minute:02d} uur"


def _known(version: Version, earlier: Sequence[Earlier]) -> list[tuple[Earlier, Version]]:
    every = [(one, known) for one in earlier if one.kind in _KINDS for known in one.invited]
    by_uid = [pair for pair in every if version.uid and pair[1].uid == version.uid]
    if by_uid:
        return by_uid
    return [pair for pair in every if version.content and pair[1].content == version.content]


def _order(version: Version) -> tuple[int, float]:
    return version.sequence, version.dtstamp.timestamp() if version.dtstamp else 0.0
