"""What is in the agenda already and looks like what an organiser is filling in.

Of what visitors can see, and nothing else: whoever types learns no more than the agenda tells.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from agenda.likeness import Found, Traits, like_activities
from agenda.models import Edition
from agenda.models.keys import place_key
from submissions.facts import LIMITS, Facts
from submissions.forms import fields, places
from submissions.services.texts import without_nul

SHOWN = 5
SHORTEST = 4  # characters of a title that says something


def like_typed(typed: QueryDict, edition: Edition) -> list[Found]:
    """While the form is filled in: what cannot be read yet counts as not told."""
    told = {name: typed.get(name, "").strip() for name in ("title", "organiser", "attendance")}
    municipality, town = _place(without_nul(typed.get("place", "")).strip())
    facts = Facts(
        title=told["title"][: LIMITS["title"]],
        organiser=told["organiser"][: LIMITS["organiser"]],
        attendance=told["attendance"],
        first_day=_read(fields.Day(""), typed.get("first_day", "")),
        start_time=_read(fields.Moment(""), typed.get("start_time", "")),
        municipality=municipality,
        town=town,
    )
    return like(facts, edition)


def like(facts: Facts, edition: Edition) -> list[Found]:
    """The likeliest first, a few at most."""
    if len(facts.title) < SHORTEST:
        return []
    traits = Traits(
        title=facts.title,
        organiser=facts.organiser,
        place=place_key(facts.municipality, facts.town, facts.attendance),
        venue=facts.venue,
        first=facts.first_day,
        last=facts.last_day,
        start=facts.start_time,
        year=edition.year,
    )
    return like_activities(traits)[:SHOWN]


def _read(field: forms.Field, value: str) -> Any:
    try:
        return field.clean(value)
    except ValidationError:
        return None


def _place(typed: str) -> tuple[str, str]:
    """The municipality's code, or the town as it was typed."""
    if not typed:
        return "", ""
    try:
        return places.locate(typed).municipality.code, ""
    except ValidationError:
        return "", typed[: LIMITS["town"]]
