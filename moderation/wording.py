"""Field values in Dutch words, and the differences between two sets of them."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any, NamedTuple

from agenda.models import Attendance, Status
from agenda.when import describe_day, describe_time
from moderation.forms import CONTACT, FactsForm
from moderation.vocabulary import Vocabulary
from submissions.facts import Facts
from submissions.states import ProposalState, SubmissionState

NOTHING = "niets"
LABELS = {name: str(field.label) for name, field in FactsForm.base_fields.items()}


class Change(NamedTuple):
    field: str
    label: str
    old: str
    new: str


def in_words(name: str, value: Any, vocabulary: Vocabulary) -> str:
    """The value of a field of `Facts`; what is empty says so."""
    if value in ("", (), None):
        return NOTHING
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return describe_day(value)
    if isinstance(value, time):
        return f"{describe_time(value)} uur"
    words = vocabulary.words | {
        "attendance": dict(Attendance.choices),
        "contact_public": dict(CONTACT),
    }
    known = words.get(name, {})
    if isinstance(value, tuple):
        return ", ".join(str(known.get(one, one)) for one in value)
    return str(known.get(value, value))


def differences(old: Facts, new: Facts, vocabulary: Vocabulary) -> list[Change]:
    """Field by field, in the order of `Facts`."""
    return [
        Change(
            field.name,
            LABELS[field.name],
            in_words(field.name, getattr(old, field.name), vocabulary),
            in_words(field.name, getattr(new, field.name), vocabulary),
        )
        for field in fields(Facts)
        if getattr(old, field.name) != getattr(new, field.name)
    ]


def what_changed(
    before: Mapping[str, Any], after: Mapping[str, Any], vocabulary: Vocabulary
) -> list[Change]:
    """The difference between the two snapshots of a row of the history."""
    changes = [
        Change(part, label, _state(before, part, key, words), _state(after, part, key, words))
        for part, key, label, words in _STATES
        if _state(before, part, key, words) != _state(after, part, key, words)
    ]
    for part in ("activity", "proposal"):
        if told := _facts(before, after, part, vocabulary):
            return changes + told
    return changes


_STATES: list[tuple[str, str, str, dict[Any, Any]]] = [
    ("submission", "state", "Stand van de inzending", dict(SubmissionState.choices)),
    ("proposal", "state", "Stand van het voorstel", dict(ProposalState.choices)),
    ("activity", "status", "Stand in de agenda", dict(Status.choices)),
    ("activity", "status_note", "Toelichting in de agenda", {}),
]


def _state(snapshot: Mapping[str, Any], part: str, key: str, words: Mapping[Any, Any]) -> str:
    value = (snapshot.get(part) or {}).get(key) or ""
    return str(words.get(value, value)) or NOTHING


def _facts(
    before: Mapping[str, Any], after: Mapping[str, Any], part: str, vocabulary: Vocabulary
) -> list[Change]:
    old, new = before.get(part), after.get(part)
    if not old or not new:
        return []
    return differences(
        Facts.from_json(old.get("facts", {})), Facts.from_json(new.get("facts", {})), vocabulary
    )
