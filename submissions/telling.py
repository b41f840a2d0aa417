"""What the sender is told of an item: how it stands and what we have, in plain Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from agenda.bouquet import flower_svg
from agenda.cards import flower_of_kind
from agenda.models import (
    Activity,
    Attendance,
    Audience,
    Kind,
    Municipality,
    Partner,
    Region,
    RegionKind,
    Status,
    fold,
)
from agenda.when import describe_day
from submissions.errors import sentence
from submissions.facts import Facts
from submissions.models import Proposal, ProposalKind, Submission, SubmissionKind
from submissions.services.activities import facts_of, known_facts, overlay
from submissions.states import ProposalState, SubmissionState

LABELS = {
    "summary": "Samenvatting",
    "text": "Beschrijving",
    "venue": "Locatie",
    "address": "Straat en huisnummer",
    "postcode": "Postcode",
    "town": "Plaats",
    "organiser": "Organisatie",
    "website": "Website",
    "registration_url": "Opgeven via",
    "online_url": "Online meedoen via",
    "costs": "Kosten",
}
CONTACT = {
    "name": ("Naam", "contact_name"),
    "email": ("E-mail", "contact_email"),
    "phone": ("Telefoon", "contact_phone"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A short state and what happens next; what the sender may still do."""

    title: str
    text: str
    is_published: bool = False
    may_withdraw: bool = False
    tone: str = "done"


@dataclass(frozen=True, slots=True)
class Item:
    """One activity of a submission, as its sender sees it."""

    proposal: Proposal
    facts: Facts
    rows: list[tuple[str, str]]
    public: Activity | None
    may_correct: bool

    @property
    def kind(self) -> Kind | None:
        return Kind.objects.filter(slug=self.facts.kind).first()

    @property
    def flower(self) -> SafeString:
        """The flower that stands for it in the bouquet; empty while its kind is not known."""
        kind = self.kind
        if kind is None:
            return SafeString()
        title = f"Een {kind.get_species_display().lower()}"
        return mark_safe(flower_svg(flower_of_kind(kind), title))


WAITS = {
    SubmissionKind.SUBMISSION: "Een redacteur bekijkt je aanmelding. Je krijgt een mail zodra je "
    "activiteit in de agenda staat, of als we nog iets willen weten.",
    SubmissionKind.UPDATE: "Een redacteur bekijkt je wijziging. Daarna past die de agenda aan.",
    SubmissionKind.CANCELLATION: "Een redacteur bekijkt je annulering. Daarna past die de agenda "
    "aan.",
    SubmissionKind.MATERIAL: "Een redacteur bekijkt wat je stuurde.",
}


def standing(submission: Submission) -> Standing:
    proposals = list(submission.proposals.select_related("activity"))
    states = {proposal.state for proposal in proposals}
    published = [one for one in proposals if one.state == ProposalState.PUBLISHED and one.activity]
    if submission.state == SubmissionState.WITHDRAWN:
        return Standing("Ingetrokken", "Je hebt dit ingetrokken. Je hoeft niets meer te doen.")
    if submission.state == SubmissionState.WAITING:
        return Standing(
            "We hebben een vraag",
            "Beantwoord hieronder onze vraag. Daarna gaan we verder.",
            bool(published),
            may_withdraw=True,
            tone="waiting",
        )
    if submission.state == SubmissionState.PENDING:
        text = WAITS.get(SubmissionKind(submission.kind), "Een redacteur bekijkt je bericht.")
        return Standing("Wacht op de redactie", text, bool(published), may_withdraw=True, tone="")
    if published:
        return _in_the_agenda(submission, published)
    if ProposalState.REJECTED in states:
        return Standing("Niet geplaatst", _reasons(proposals))
    if ProposalState.MERGED in states:
        return Standing(
            "Samengevoegd", "We hadden deze activiteit al en hebben alles samengevoegd."
        )
    return Standing("Afgehandeld", "De redactie heeft dit bekeken. Je hoeft niets meer te doen.")


def _in_the_agenda(submission: Submission, published: list[Proposal]) -> Standing:
    if submission.kind != SubmissionKind.SUBMISSION:
        return Standing("Verwerkt", "De redactie heeft de agenda aangepast.", is_published=True)
    statuses = {one.activity.status for one in published if one.activity}
    if Status.PUBLISHED in statuses:
        text = "Je activiteit staat in de agenda. Wil je iets veranderen? Dat kan hieronder."
        return Standing("In de agenda", text, is_published=True, may_withdraw=True)
    if Status.CANCELLED in statuses:
        text = "In de agenda staat dat je activiteit niet doorgaat."
        return Standing("Geannuleerd", text, is_published=True)
    return Standing("Niet in de agenda", "De redactie heeft je activiteit van de site gehaald.")


def _reasons(proposals: list[Proposal]) -> str:
    reasons = sentence([one.reason for one in proposals if one.state == ProposalState.REJECTED])
    return f"De redactie heeft dit niet in de agenda gezet. De reden: {reasons}"


def items_of(submission: Submission) -> list[Item]:
    proposals = submission.proposals.select_related("activity__edition", "activity__kind")
    return [_item(submission, proposal) for proposal in proposals]


def _item(submission: Submission, proposal: Proposal) -> Item:
    facts = current_facts(proposal)
    activity = proposal.activity
    public = activity if activity and not activity.is_hidden else None
    return Item(proposal, facts, list(rows(facts)), public, may_correct(submission, proposal))


def may_correct(submission: Submission, proposal: Proposal) -> bool:
    """Before the decision the proposal itself; after it, a change of what is in the agenda."""
    if proposal.kind == ProposalKind.CANCELLATION:
        return False
    if proposal.is_pending:
        return submission.is_open
    return bool(
        proposal.kind == ProposalKind.NEW
        and proposal.state == ProposalState.PUBLISHED
        and proposal.activity
        and proposal.activity.status == Status.PUBLISHED
    )


def current_facts(proposal: Proposal) -> Facts:
    """What the agenda holds once it does; a change on top of that while it waits."""
    if proposal.activity is None or proposal.kind == ProposalKind.CANCELLATION:
        return proposal.facts
    if proposal.state == ProposalState.MERGED:
        # Somebody else may have told of it first: what they told us alone stays with us.
        return facts_of(proposal.activity)
    known = known_facts(proposal.activity)
    return overlay(known, proposal.facts_json) if proposal.is_pending else known


def rows(facts: Facts) -> Iterator[tuple[str, str]]:
    """The told facts, labelled and in words, in the order of the form."""
    yield "Titel", facts.title or "nog geen titel"
    if kind := Kind.objects.filter(slug=facts.kind).first():
        yield "Soort", kind.name
    yield "Wanneer", facts.when.describe()
    if facts.attendance in Attendance.values:
        yield "Hoe doe je mee?", Attendance(facts.attendance).label
    for name, label in LABELS.items():
        if value := getattr(facts, name):
            yield label, value
    yield from _named(facts)
    if facts.registration_closes:
        yield "Opgeven kan tot en met", describe_day(facts.registration_closes)
    for name, (label, field) in CONTACT.items():
        if value := getattr(facts, field):
            seen = "staat op de website" if name in facts.contact_public else "alleen voor ons"
            yield label, f"{value} ({seen})"


def _named(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is stored as codes and slugs."""
    municipality = Municipality.objects.filter(code=facts.municipality).first()
    if municipality and fold(municipality.name) != fold(facts.town):
        yield "Gemeente", municipality.name
    regions = Region.objects.filter(kind=RegionKind.RMC, code=facts.region)
    provinces = Region.objects.filter(kind=RegionKind.PROVINCE, code=facts.province)
    for label, region in (("Regio", regions.first()), ("Provincie", provinces.first())):
        if region:
            yield label, region.name
    for label, model, slugs in (
        ("Voor wie", Audience, facts.audiences),
        ("Partners", Partner, facts.partners),
    ):
        if slugs:
            names = model._default_manager.filter(slug__in=slugs)
            yield label, sentence([str(row) for row in names])


def outside_the_week(submission: Submission) -> str:
    """A note for an activity on another day than those of its edition; else empty."""
    edition = submission.edition
    for proposal in submission.proposals.all():
        day = proposal.facts.first_day
        if edition is None or day is None or edition.distance(day) == 0:
            continue
        if day < timezone.localdate():
            return f"De datum is al voorbij: {describe_day(day)}. Klopt dat niet? Pas hem dan aan."
        week = edition.when.describe_days()
        return f"Je activiteit valt buiten de actieweek ({week}). Dat mag."
    return ""
