"""Ready answers: texts with fields such as {titel}, filled in from an item."""

import re
from collections.abc import Mapping

from django.contrib.auth.models import User
from django.utils import timezone

from agenda.models import Edition
from submissions.models import Proposal, Submission

# The field, and what it stands for on the page where editors write these texts.
FIELDS = {
    "naam": "de naam van de afzender",
    "titel": "de titel van de activiteit",
    "datum": "wanneer de activiteit is",
    "organisator": "wie de activiteit organiseert",
    "plaats": "de plaats van de activiteit",
    "editie": "het jaar van de actieweek",
    "week": "de dagen van de actieweek",
    "redacteur": "jouw naam",
}
_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")
_LEFT = re.compile(rf"\[({'|'.join(FIELDS)})\]")


def unknown_fields(text: str) -> list[str]:
    """What stands between braces and is no field."""
    return [name for name in _FIELD.findall(text) if name not in FIELDS]


def left_open(text: str) -> list[str]:
    """The fields that still have to be filled in by hand: ``[titel]``."""
    return list(dict.fromkeys(_LEFT.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> str:
    """With all that is known; what is not known stays between square brackets."""
    return _FIELD.sub(lambda match: values.get(match[1]) or f"[{match[1]}]", text)


def edition_for(submission: Submission) -> Edition | None:
    """Its own, otherwise the one that is on or coming."""
    return submission.edition or Edition.objects.current(timezone.localdate())


def values_of(
    submission: Submission, proposal: Proposal | None, editor: User, edition: Edition | None
) -> dict[str, str]:
    """What the fields stand for; empty where it is not known."""
    facts = proposal.facts if proposal else None
    activity = proposal.activity if proposal else None
    when = facts.when if facts and facts.first_day else activity.when if activity else None
    return {
        "naam": submission.sender_name,
        "titel": (facts and facts.title) or (activity.title if activity else ""),
        "datum": when.describe() if when else "",
        "organisator": (facts and facts.organiser) or "",
        "plaats": (facts and facts.town) or "",
        "editie": str(edition.year) if edition else "",
        "week": edition.when.describe_days() if edition else "",
        "redacteur": editor.get_full_name() or editor.get_username(),
    }
