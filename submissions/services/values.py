"""What the services take."""

from dataclasses import dataclass, field
from typing import Any

from agenda.models import Activity, MaterialKind
from submissions.facts import Facts
from submissions.models import Invitation, Proposal, ProposalKind, Scan, Verdict


@dataclass(frozen=True, slots=True)
class Sender:
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One proposal to be: `activity` is the one that a change or cancellation points at.

    `changes` stands for `facts` where fields may be emptied as well: what
    `submissions.services.activities.difference` gives. `invitation` is a row that is not stored
    yet. `joins` is the proposal that it goes into at once, `amends` what that changes there, and
    `problem` what an editor should know of it.
    """

    facts: Facts
    sources: dict[str, Any] = field(default_factory=dict)
    kind: ProposalKind = ProposalKind.NEW
    activity: Activity | None = None
    changes: dict[str, Any] | None = None
    invitation: Invitation | None = None
    joins: Proposal | None = None
    amends: dict[str, Any] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """`stored` is the path that `submissions.files.store` gave; a link has `url` instead."""

    kind: MaterialKind
    name: str = ""
    content_type: str = ""
    size: int = 0
    sha256: str = ""
    stored: str = ""
    url: str = ""
    description: str = ""
    credit: str = ""
    consent: str = ""
    verdict: Verdict = Verdict.KEEP
    problem: str = ""
    inside: str = ""
    text: str = ""
    contents: tuple[dict[str, Any], ...] = ()
    scan: Scan = Scan.NONE
