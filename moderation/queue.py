"""The queue: which items a query string asks for, and how many each other choice would give."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from agenda.models import RegionKind, fold
from mail.models import OutgoingMail
from submissions.models import (
    SHELVED,
    Attachment,
    Channel,
    Double,
    Proposal,
    Question,
    Submission,
    SubmissionKind,
)
from submissions.models.submission import resting
from submissions.states import SubmissionState

PAGE_SIZE = 50
MAX_QUERY = 100
MAX_TERMS = 8
WAITING = "wacht"
ANSWER = "antwoord"
LATER = "later"
EVERYTHING = "alles"
ROBOTS = "robots"
NO_EDITION = "geen"
NOBODY = "niemand"
SHELVES = {
    WAITING: "Wacht op de redactie",
    ANSWER: "Wacht op antwoord",
    LATER: "Uitgesteld",
    "klaar": "Afgehandeld",
    "ingetrokken": "Ingetrokken",
    "spam": "Spam",
    ROBOTS: "Robots",
    EVERYTHING: "Alles",
}
STATES = {
    SubmissionState.PENDING: WAITING,
    SubmissionState.WAITING: ANSWER,
    SubmissionState.DONE: "klaar",
    SubmissionState.WITHDRAWN: "ingetrokken",
    SubmissionState.SPAM: "spam",
}


@dataclass(frozen=True)
class Filters:
    shelf: str = WAITING
    kind: str = ""
    channel: str = ""
    edition: str = ""
    region: str = ""
    owner: str = ""  # key of an editor
    q: str = ""

    @classmethod
    def parse(cls, query: QueryDict) -> "Filters":
        """What does not exist counts as not chosen, and is missing from `taken`."""
        q = " ".join(query.get("q", "").replace("\0", " ")[:MAX_QUERY].split()[:MAX_TERMS])
        edition = query.get("editie", "")
        return cls(
            shelf=_known(query.get("stand", ""), SHELVES) or (EVERYTHING if q else WAITING),
            kind=_known(query.get("soort", ""), SubmissionKind.values),
            channel=_known(query.get("kanaal", ""), Channel.values),
            edition=edition if edition == NO_EDITION or _is_year(edition) else "",
            region=_code(query.get("regio", "")),
            owner=_owner(query.get("van", "")),
            q=q,
        )

    def query_string(self, page: int = 1) -> str:
        pairs = self.taken | {
            "stand": self.shelf if self.shelf != WAITING or self.q else "",
            "q": self.q,
            "pagina": str(page) if page > 1 else "",
        }
        return urlencode({name: value for name, value in pairs.items() if value})

    @property
    def taken(self) -> dict[str, str]:
        """The choices among the query string's values; `q` is no choice."""
        return {
            "stand": self.shelf,
            "soort": self.kind,
            "kanaal": self.channel,
            "editie": self.edition,
            "regio": self.region,
            "van": self.owner,
        }

    @property
    def narrows(self) -> bool:
        """Whether anything besides the shelf is chosen."""
        return any((self.kind, self.channel, self.edition, self.region, self.owner, self.q))

    @property
    def title(self) -> str:
        return SHELVES[self.shelf]

    @property
    def newest_first(self) -> bool:
        """Where something waits the oldest comes first."""
        return self.shelf not in (WAITING, ANSWER, LATER)

    @property
    def order_in_words(self) -> str:
        return "de nieuwste eerst" if self.newest_first else "de oudste eerst"

    def items(self) -> QuerySet[Submission]:
        """Which items, in no order."""
        found = searched(self.q).filter(of_region(self.region), _of_edition(self.edition))
        found = found.filter(_of_shelf(self.shelf), _of_owner(self.owner))
        for name, value in (("kind", self.kind), ("channel", self.channel)):
            found = found.filter(**{name: value}) if value else found
        return found

    def listed(self) -> QuerySet[Submission]:
        """The items in their order, with their proposals."""
        order = ("-received_at", "-pk") if self.newest_first else ("received_at", "pk")
        return self.items().for_queue().order_by(*order)  # type: ignore[attr-defined]

    def rows(self) -> QuerySet[Submission]:
        """With all that a row shows."""
        return _with_marks(self.listed())


def _known(value: str, values: Iterable[str]) -> str:
    return value if value in values else ""


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == 4


def _code(value: str) -> str:
    kind, _, number = value.partition("-")
    known = kind in REGION_COLUMNS and number.isascii() and number.isalnum() and len(number) <= 20
    return value if known else ""


def _owner(value: str) -> str:
    is_key = value.isascii() and value.isdigit() and len(value) <= 9
    return value if is_key or value == NOBODY else ""


def _of_owner(owner: str) -> Q:
    if not owner:
        return Q()
    return Q(assigned_to__isnull=True) if owner == NOBODY else Q(assigned_to=int(owner))


def _of_shelf(shelf: str) -> Q:
    if shelf == EVERYTHING:
        return Q()
    if shelf == ROBOTS:
        return Q(kind__in=SHELVED)
    if shelf in (WAITING, LATER):
        return Q(resting() if shelf == LATER else ~resting(), state=SubmissionState.PENDING)
    state = next(state for state, name in STATES.items() if name == shelf)
    return Q(state=state) & ~Q(kind__in=SHELVED) if shelf == "klaar" else Q(state=state)


def _of_edition(edition: str) -> Q:
    if not edition:
        return Q()
    return Q(edition__isnull=True) if edition == NO_EDITION else Q(edition__year=int(edition))


def searched(q: str) -> QuerySet[Submission]:
    found = Submission.objects.all()
    for term in q.split():
        folded = fold(term)
        told = Proposal.objects.filter(search_text__contains=folded).values("submission")
        found = found.filter(
            Q(reference__startswith=term.upper()) | Q(search_text__contains=folded) | Q(pk__in=told)
        )
    return found


def _with_marks(items: QuerySet[Submission]) -> QuerySet[Submission]:
    files = Attachment.objects.filter(submission=OuterRef("pk"))
    questions = Question.objects.filter(submission=OuterRef("pk"))
    lost = OutgoingMail.objects.troubled().filter(audit_entry__submission=OuterRef("pk"))
    waiting = Proposal.objects.pending().filter(submission=OuterRef("pk"))
    return items.annotate(
        has_files=Exists(files),
        has_answers=Exists(questions.exclude(answer="")),
        has_open_questions=Exists(questions.filter(answer="")),
        has_lost_mail=Exists(lost),
        has_suggestions=Exists(waiting.exclude(suggestions={})),
        has_doubles=has_doubles(),
    )


def has_doubles() -> Q:
    """Of an item: whether something of it is likely the same as something else."""
    doubles = Double.objects.open()
    return Exists(doubles.filter(proposal__submission=OuterRef("pk"))) | Exists(
        doubles.filter(other_proposal__submission=OuterRef("pk"))
    )


def of_region(code: str) -> Q:
    """`code` is the kind of region and its code: ``province-GE``, ``rmc-12``."""
    if not code:
        return Q()
    kind, _, number = code.partition("-")
    told = Proposal.objects.filter(**{REGION_COLUMNS[RegionKind(kind)]: number})
    return Q(pk__in=told.values("submission"))


REGION_COLUMNS = {
    RegionKind.PROVINCE: "province_code",
    RegionKind.RMC: "region_code",
}
