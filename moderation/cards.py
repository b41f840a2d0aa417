"""A proposal as it stands on the page of an item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.forms import BoundField

from agenda.models import Activity
from moderation import effects
from moderation.attempt import Attempt
from moderation.decision_forms import PublishForm, RejectForm, TargetForm
from moderation.forms import FactsForm
from moderation.marking import is_doubtful, key_of
from moderation.provenance import Origin, origin_of
from moderation.ready import Offers
from moderation.rows import title_of
from moderation.vocabulary import Vocabulary
from moderation.wording import LABELS, Change, differences, in_words
from submissions.facts import Facts
from submissions.models import Proposal, ProposalKind
from submissions.services.activities import known_facts, overlay, told_changes
from submissions.states import PROPOSAL, Action, ProposalState
from submissions.waiting import target_of

ESSENTIAL = frozenset(
    {"title", "kind", "summary", "text", "first_day", "start_time", "end_time"}
    | {"venue", "municipality", "organiser"}
)


@dataclass
class Field:
    """A field of a proposal with where its value came from and what else it could be."""

    bound: BoundField
    key: str
    origin: Origin
    changed: Change | None

    @property
    def is_doubtful(self) -> bool:
        return bool(self.origin.problem) or is_doubtful(self.origin.source)

    @property
    def matters(self) -> bool:
        """Whether it has a value, an option or a fault, or an agenda is poor without it."""
        shown = self.bound.value() or self.bound.errors or self.origin.options
        return bool(shown or self.bound.name in ESSENTIAL)


@dataclass(frozen=True)
class Backdrop:
    """What of the page around it a card needs: the mail's text, its marks, its problems."""

    text: str
    anchors: Mapping[str, str]
    problems: Sequence[str]


@dataclass
class Card:
    """One proposal on the page."""

    proposal: Proposal
    title: str
    form: FactsForm
    publish_form: PublishForm
    reject_form: RejectForm
    target_form: TargetForm
    changes: list[Change]
    facts: Facts
    failed: bool
    backdrop: Backdrop
    ready: Offers = field(default_factory=dict, init=False)
    waits_on: Proposal | None = None  # what it changes or calls off, that is not in the agenda yet

    @property
    def where(self) -> str:
        return where(self.proposal)

    @property
    def groups(self) -> list[tuple[str, list[Field]]]:
        """What was told, and what publishing or a visitor needs; never an empty group."""
        shown = [
            (legend, [field for field in fields if field.matters])
            for legend, fields in self._all_groups()
        ]
        return [(legend, fields) for legend, fields in shown if fields]

    @property
    def rest(self) -> list[Field]:
        """What was not told and can be left out."""
        fields = [field for _, group in self._all_groups() for field in group]
        return [field for field in fields if not field.matters]

    def _all_groups(self) -> list[tuple[str, list[Field]]]:
        changed = {change.field: change for change in self.changes}
        return [
            (
                legend,
                [
                    Field(bound, self._key(bound), self._origin(bound), changed.get(bound.name))
                    for bound in fields
                ],
            )
            for legend, fields in self.form.groups()
        ]

    def _key(self, bound: BoundField) -> str:
        return key_of(self.proposal, bound.name)

    def _origin(self, bound: BoundField) -> Origin:
        back = self.backdrop
        return origin_of(
            self.proposal,
            bound.name,
            getattr(self.facts, bound.name),
            back.text,
            back.anchors.get(self._key(bound), ""),
            self.form.vocabulary,
            back.problems,
        )

    @property
    def effect(self) -> str:
        """What visitors and subscribers will see of it."""
        if self.is_cancellation:
            return effects.CANCELLATION
        if self.proposal.kind == ProposalKind.NEW:
            return effects.of_new(self.facts.when)
        return effects.of_changes(self.changes, self.facts.when)

    @property
    def offers_change(self) -> bool:
        """Whether its fields are accepted one by one: a change of what visitors see now."""
        return bool(self.changes) and self.proposal.activity is not None

    @property
    def refused(self) -> set[str]:
        """The fields that were offered and not ticked, on a page that is shown again."""
        form = self.publish_form
        if not form.is_bound:
            return set()
        offered, accepted = (set(form[name].value() or ()) for name in ("offered", "accepted"))
        return offered - accepted

    @property
    def missing(self) -> str:
        """What must be filled in before it can be published."""
        if self.is_cancellation:
            return ""
        return ", ".join(LABELS[name].lower() for name in self.facts.missing())

    @property
    def is_cancellation(self) -> bool:
        return self.proposal.kind == ProposalKind.CANCELLATION

    @property
    def summary_key(self) -> str:
        return key_of(self.proposal, "summary")

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each field that has a value, with its label, in words."""
        vocabulary = self.form.vocabulary
        return [
            (LABELS[name], in_words(name, value, vocabulary))
            for name, value in self.facts.told().items()
        ]

    @property
    def can_reopen(self) -> bool:
        return self.proposal.state in PROPOSAL[Action.REOPEN][0]

    @property
    def lacks_activity(self) -> bool:
        """A change or cancellation of which nobody said what it is about."""
        return self.proposal.kind != ProposalKind.NEW and self.proposal.activity is None

    @property
    def later(self) -> list[str]:
        """What was found after it was first read, and waits for an editor's press."""
        whys = [
            option.why
            for _, fields in self._all_groups()
            for field in fields
            for option in field.origin.options
            if option.code.endswith(" s")
        ]
        return [
            f"{why[:1].upper()}{why[1:]}: {whys.count(why)} "
            f"{'veld' if whys.count(why) == 1 else 'velden'} anders."
            for why in dict.fromkeys(whys)
        ]

    def suggest(self, activity: Activity) -> None:
        """Fill in the one that it must be about; the editor still says so."""
        if self.lacks_activity:
            self.target_form.initial.setdefault("into", activity.get_absolute_url())


def where(proposal: Proposal) -> str:
    """The prefix of its form's fields."""
    return f"v{proposal.pk}"


def current_facts(proposal: Proposal) -> Facts:
    """What publishing it would make of the activity."""
    if proposal.kind == ProposalKind.CHANGE and proposal.activity is not None:
        return overlay(known_facts(proposal.activity), proposal.facts_json)
    return proposal.facts


def card_of(
    proposal: Proposal, vocabulary: Vocabulary, attempt: Attempt, backdrop: Backdrop
) -> Card:
    place = where(proposal)
    facts = current_facts(proposal)
    waits_on = target_of(proposal)
    form = attempt.form(FactsForm, place, partial(FactsForm, vocabulary, facts=facts))
    if proposal.kind == ProposalKind.CANCELLATION:
        form.fields["summary"].label = "Toelichting"  # all that its page asks
    return Card(
        proposal,
        facts.title or title_of(proposal),
        form,
        attempt.form(PublishForm, place),
        attempt.form(RejectForm, place),
        attempt.form(TargetForm, place),
        _changes(proposal, facts, vocabulary, waits_on),
        facts,
        failed=attempt.where == place,
        backdrop=backdrop,
        waits_on=waits_on,
    )


def _changes(
    proposal: Proposal, facts: Facts, vocabulary: Vocabulary, waits_on: Proposal | None
) -> list[Change]:
    if waits_on is not None and proposal.kind == ProposalKind.CHANGE:
        old = waits_on.facts
        return differences(old, overlay(old, told_changes(facts, old)), vocabulary)
    if proposal.kind != ProposalKind.CHANGE or proposal.activity is None:
        return []
    if proposal.state != ProposalState.PENDING:
        return []
    return differences(known_facts(proposal.activity), facts, vocabulary)
