"""The ready answers as they stand on the page of an item: filled in, one press from their field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from submissions.models import Purpose, ReadyAnswer
from submissions.ready import fill

# The field that each kind of answer goes into, and the panel that it stands in.
FIELDS = {
    Purpose.REJECT: "reason",
    Purpose.PUBLISH: "note",
    Purpose.QUESTION: "question",
    Purpose.DONE: "note",
}


@dataclass(frozen=True)
class Offer:
    """`text` is what the field gets."""

    pk: int
    name: str
    text: str


Offers = dict[str, list[Offer]]


def offers_for(answers: Sequence[ReadyAnswer], values: Mapping[str, str]) -> Offers:
    """By purpose; `values` are those of `submissions.ready`."""
    found: Offers = {purpose: [] for purpose in Purpose.values}
    for one in answers:
        found[one.purpose].append(Offer(one.pk, one.name, fill(one.text, values)))
    return found
