"""What makes a proposal complete: the kind of activity, and words to put on its page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from submissions.facts import Facts
from submissions.reading.activity_kind import read_kind
from submissions.reading.context import Context
from submissions.reading.description import read_description
from submissions.reading.drafting import ReadDraft
from submissions.reading.found import Found, Source
from submissions.reading.labels import Labelled


def finished(
    one: ReadDraft, text: str, context: Context, labels: Sequence[Labelled] = (), at: int = 0
) -> ReadDraft:
    """With kind, text and summary where the words tell them and nothing surer did."""
    one = _without_place(one)
    title = one.facts.title
    added = [found for found in read_description(text, labels, title, at) if _is_open(one, found)]
    kind = read_kind(one.found, text, context.kinds, at)
    if kind is not None and _is_open(one, kind):
        added.append(kind)
    return _with(one, added)


SURE_NAME = 0.75  # a title between quotes or behind a label is a name, whatever is in it


def _without_place(one: ReadDraft) -> ReadDraft:
    """ "Lezing in de bibliotheek van Ede", where that is the place: a lecture is what it is."""
    title, venue = one.found.get("title"), one.facts.venue
    if title is None or not venue or title.source is not Source.BODY:
        return one
    place = rf"\s(?:in|bij|op|te|aan|vanuit)\s(?:(?:de|het|ons|onze)\s)?{re.escape(venue)}$"
    told = re.search(place, title.quote, re.IGNORECASE)
    named = title.confidence >= SURE_NAME or not str(title.value).lower().endswith(venue.lower())
    if told is None or named or told.start() < 3:
        return one
    less = len(title.quote) - told.start()
    shorter = replace(
        title,
        value=str(title.value)[:-less],
        end=title.end - less,
        quote=title.quote[:-less],
    )
    return _with(one, [shorter])


def finished_invitation(one: ReadDraft, description: str, context: Context) -> ReadDraft:
    """The same from the description of an appointment."""
    made = finished(one, description, context)
    new = {
        name: replace(found, source=Source.CALENDAR, detail="DESCRIPTION")
        if found.source is Source.BODY and name not in one.found
        else found
        for name, found in made.found.items()
    }
    return replace(made, found=new)


def _is_open(one: ReadDraft, found: Found) -> bool:
    return not getattr(one.facts, found.field)


def _with(one: ReadDraft, added: Sequence[Found]) -> ReadDraft:
    values = {found.field: found.value for found in added}
    facts: Facts = replace(one.facts, **values)
    return replace(one, facts=facts, found={**one.found, **{f.field: f for f in added}})
