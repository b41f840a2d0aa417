"""What makes a proposal complete: the kind of activity, and words to put on its page."""

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
    title = one.facts.title
    added = [found for found in read_description(text, labels, title, at) if _is_open(one, found)]
    kind = read_kind(one.found, text, context.kinds, at)
    if kind is not None and _is_open(one, kind):
        added.append(kind)
    return _with(one, added)


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
