"""Two that are likely one activity, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from agenda.models import Activity
from moderation.cards import current_facts
from moderation.rows import title_of
from moderation.vocabulary import Vocabulary
from moderation.wording import LABELS, in_words
from submissions.facts import Facts
from submissions.models import Double, Proposal
from submissions.services.activities import facts_of
from submissions.services.transitions import name_of

PER_PAGE = 25
SURE, LIKELY = 90, 75


class Row(NamedTuple):
    """One field of both; `differs` only where both told it."""

    label: str
    left: str
    right: str
    differs: bool


@dataclass(frozen=True)
class Side:
    """One of the two. `seen` is the version of what would be decided about."""

    of: Proposal | Activity

    @property
    def is_public(self) -> bool:
        return isinstance(self.of, Activity)

    @property
    def title(self) -> str:
        if isinstance(self.of, Activity):
            return self.of.title
        return title_of(self.of) or self.of.submission.subject or "Zonder titel"

    @property
    def address(self) -> str:
        """At the desk."""
        if isinstance(self.of, Activity):
            return reverse("moderation:activity", args=[self.of.pk])
        return self.of.submission.get_absolute_url()

    @property
    def origin(self) -> str:
        if isinstance(self.of, Activity):
            return f"in de agenda van {self.of.edition.year}"
        item = self.of.submission
        sender = item.sender_name or item.sender_email or "onbekende afzender"
        return f"{item.get_channel_display()} van {sender}, {item.reference}"

    @property
    def seen(self) -> int:
        return self.of.revision if isinstance(self.of, Activity) else self.of.submission.version

    @property
    def edition(self) -> str:
        edition = self.of.edition if isinstance(self.of, Activity) else self.of.submission.edition
        return str(edition.year) if edition else ""

    @cached_property
    def facts(self) -> Facts:
        return facts_of(self.of) if isinstance(self.of, Activity) else current_facts(self.of)

    @property
    def when(self) -> str:
        """Of what itself tells: a list asks nothing more for it."""
        when = self.of.when if isinstance(self.of, Activity) else self.of.facts.when
        return when.describe()


@dataclass(frozen=True)
class Pair:
    double: Double

    @cached_property
    def left(self) -> Side:
        return Side(self.double.left)

    @cached_property
    def right(self) -> Side:
        return Side(self.double.right)

    @property
    def address(self) -> str:
        return reverse("moderation:double", args=[self.double.pk])

    @property
    def likelihood(self) -> str:
        if self.double.score >= SURE:
            return "Vrijwel zeker"
        return "Waarschijnlijk" if self.double.score >= LIKELY else "Misschien"

    @property
    def may_keep_left(self) -> bool:
        """What is in the agenda already stays; of two of a kind either may."""
        return self.left.is_public == self.right.is_public

    @property
    def fills(self) -> bool:
        return self.left.is_public

    @property
    def dismissed_by(self) -> str:
        return name_of(self.double.dismissed_by) if self.double.dismissed_by else "Een redacteur"

    def rows(self, vocabulary: Vocabulary) -> Iterator[Row]:
        for field in fields(Facts):
            mine, theirs = (getattr(side.facts, field.name) for side in (self.left, self.right))
            if mine in ("", (), None) and theirs in ("", (), None):
                continue
            left, right = (in_words(field.name, value, vocabulary) for value in (mine, theirs))
            told_by_both = not {mine, theirs} & {"", (), None}
            yield Row(LABELS[field.name], left, right, told_by_both and mine != theirs)


def with_sides(doubles: QuerySet[Double]) -> QuerySet[Double]:
    """With all that both sides show, in a constant number of queries."""
    proposals = ("proposal", "other_proposal")
    activities = ("activity", "other_activity")
    one_of_both = ("edition", "kind", "municipality", "province", "region")
    return doubles.select_related(
        *(f"{name}__submission__edition" for name in proposals),
        *(f"{name}__activity" for name in proposals),
        *(f"{name}__{part}" for name in activities for part in one_of_both),
    )
