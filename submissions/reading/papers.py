"""What the documents of a mail tell, where the mail itself leaves it open: “zie bijlage”."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mail.message import Paper, ReadMessage
from submissions.reading.dates import DateRole
from submissions.reading.drafting import ReadDraft, draft
from submissions.reading.found import Found, Source
from submissions.reading.labels import Label
from submissions.reading.moments import read_moment
from submissions.reading.page import Page

PAPERS_LIMIT = 3
TEXT_LIMIT = 10_000  # characters of one document in which facts are looked for
PAGE_BREAK = "\f"
TRUST = 0.8  # of what only a document tells
LITTLE_TRUST = 0.6  # of what it adds to the words of a mail
_SHORT = 600  # characters: more is a text that tells something itself
_FOR_TOOLBOX = re.compile(
    r"toolbox|terugblik|verslag|impressie|geslaagd|presentatie|handreiking|hand-?outs?\b|werkblad|"
    r"lesbrief|brochure|factuur|vacature",
    re.IGNORECASE,
)
_PLACE = ("venue", "address", "postcode", "town", "municipality", "province", "region")
_HOURS = ("start_time", "end_time", "all_day")
_ALONE = (
    "title",
    "registration_url",
    "website",
    "contact_email",
    "audiences",
    "costs",
    "organiser",
)


def message_of(paper: Paper, message: ReadMessage) -> ReadMessage:
    """The text of a document, as if its sender had written it."""
    return replace(
        message,
        text=text_of(paper)[:TEXT_LIMIT],
        text_source="plain",
        html_as_text="",
        links=(),
        parts=(),
        calendars=(),
        attached=(),
        papers=(),
    )


def text_of(paper: Paper) -> str:
    """As the desk shows it too, so that offsets hold."""
    return PAGE_BREAK.join(paper.pages)


def told_on(page: Page) -> tuple[Paper, Page] | None:
    """The document that tells of the activity, when the mail does not."""
    if not page.papers or not _leaves_open(page):
        return None
    return next((one for one in page.papers if _announces(one[1])), None)


def _leaves_open(page: Page) -> bool:
    """Whether a mail tells so little that its documents may speak for it.

    Not when it asks something, or sends them for another purpose.
    """
    text, subject = page.passage.text, page.passage.subject
    labels = sum(one.label is not Label.OTHER for one in page.labels)
    return (
        page.moment.day is None
        and len(text.strip()) < _SHORT
        and labels < 2
        and "?" not in text
        and not _FOR_TOOLBOX.search(f"{subject}\n{text}")
        and read_moment(subject, page.context, page.reference).day is None
    )


def _announces(sheet: Page) -> bool:
    """An old programme, or a letter with the date it was written on, invites to nothing."""
    day = sheet.moment.day
    return day is not None and day.role is DateRole.EVENT and day.last >= sheet.reference


def on_paper(one: ReadDraft, paper: Paper) -> ReadDraft:
    """A draft whose values stand in a document and not in the mail."""
    return replace(one, found={name: _cited(f, paper, TRUST) for name, f in one.found.items()})


def filled(one: ReadDraft, told: ReadDraft, paper: Paper) -> ReadDraft:
    """The draft of a mail with what the document tells besides; nothing of the mail changes."""
    names = set(_missing(one))
    extra = [_cited(f, paper, LITTLE_TRUST) for n, f in told.found.items() if n in names]
    if not extra:
        return one
    made, problems = draft([*one.found.values(), *extra])
    if problems:
        return one
    return replace(made, found={**made.found, **one.found})


def _missing(one: ReadDraft) -> Iterable[str]:
    facts = one.facts
    yield from (name for name in _ALONE if not getattr(facts, name))
    if facts.attendance != "online" and not any(getattr(facts, name) for name in _PLACE):
        yield from _PLACE
    if not facts.all_day and facts.start_time is None and facts.end_time is None:
        yield from _HOURS


def _cited(found: Found, paper: Paper, trust: float) -> Found:
    """With its page, and less sure than the words of the mail."""
    if found.source is not Source.BODY:
        return found
    page = text_of(paper).count(PAGE_BREAK, 0, found.start) + 1
    detail = f"{paper.name}, pagina {page}" if len(paper.pages) > 1 else paper.name
    others = tuple(_cited(other, paper, trust) for other in found.alternatives)
    return replace(
        found,
        source=Source.PAPER,
        detail=detail,
        confidence=found.confidence * trust,
        alternatives=others,
    )
