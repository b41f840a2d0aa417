"""Mails about something that came before: which one, and only what they tell anew."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mail.message import ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading import kind_words as words
from submissions.reading import versions
from submissions.reading.context import Context, Earlier
from submissions.reading.drafting import read_labels, read_prose
from submissions.reading.found import Found
from submissions.reading.interleaved import exchanges, read_exchanges
from submissions.reading.invitation import Invitation
from submissions.reading.labels import Label
from submissions.reading.moments import Moment, contradictions
from submissions.reading.names_told import (
    halfway,
    is_hinted,
    names,
    says_whole,
    title_named,
    words_of,
)
from submissions.reading.page import Page
from submissions.reading.passage import Passage
from submissions.reading.titles import from_subject
from submissions.reading.was_becomes import find_changes, name_of
from submissions.reading.was_becomes import read_change as read_side

NOT_OF_CANCELLATION = frozenset(
    {
        "attendance",
        "venue",
        "address",
        "postcode",
        "website",
        "registration_url",
        "audiences",
        "online_url",
    }
    | {"town", "municipality", "province", "registration_closes", "costs"}
)
_WHEN = frozenset({"first_day", "last_day", "start_time", "end_time", "all_day"})
_KINDS = (Kind.SUBMISSION, Kind.UPDATE)
BEFORE = "eerder bericht"


def answers(message: ReadMessage, earlier: Earlier) -> bool:
    """Whether its thread holds that mail, or it names it outright."""
    return earlier.named or bool(
        {*message.references, message.in_reply_to} & {*earlier.message_ids} - {""}
    )


def related_to(
    message: ReadMessage,
    passage: "Passage",
    invitations: Sequence[Invitation],
    context: Context,
    moment: Moment,
) -> Earlier | None:
    """The mail that it is about: by its calendar UID, its thread, or sender, day and words."""
    known = [one for one in context.earlier if one.kind in _KINDS]
    for invitation in invitations:
        if same := versions.before(invitation, message.sender.address, context.earlier):
            return same
    if named := [one for one in known if one.named]:
        return named[0]
    thread = [one for one in known if answers(message, one)]
    if thread:
        return thread[0]
    scored = [(_likeness(message, passage, one, moment), one) for one in known]
    best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] >= 4 else None


# At these everybody lives: the same domain says nothing.
_OF_ALL = re.compile(
    r"@(?:gmail|hotmail|outlook|live|ziggo|kpnmail|xs4all|planet|icloud|yahoo|proton\w*|me|"
    r"home|casema|hetnet|upcmail|telfort|quicknet|example)\.\w{2,4}(?:\.\w{2})?$",
    re.IGNORECASE,
)


def _house(address: str) -> str:
    return "" if _OF_ALL.search(address) else address.rpartition("@")[2].lower()


def _likeness(message: ReadMessage, passage: "Passage", one: Earlier, moment: Moment) -> int:
    score = 0
    sender = passage.sender.address or message.sender.address
    if one.sender and sender.lower() == one.sender.lower():
        score += 3
    elif one.sender and _house(sender) and _house(sender) == _house(one.sender):
        score += 2
    days = {hit.first for hit in moment.days}
    if days & set(one.days):
        score += 2
    if names(message, passage, one):
        score += 4 if says_whole(message, passage, one) else 2
    elif score >= 3 and halfway(message, passage, one):
        score += 1
    return score


def read_change(page: Page, kind: Kind, related: Earlier | None) -> tuple[list[Found], list[str]]:
    """What the mail tells anew, with title and day of what it is about when it leaves them out."""
    passage, context = page.passage, page.context
    answers = exchanges(passage.text, passage.quoted)
    if answers:
        which = _which(page, related) if related else None
        found = list(
            read_exchanges(answers, context, next(iter(which.starts), None) if which else None)
        )
        told = not {"start_time", "end_time"} & {one.field for one in found}
        return [*found, *(_known(which, found, dated=told) if which else [])], []
    telling = [one for one in page.labels if one.label is not Label.OTHER]
    found, problems = read_labels(telling, context, page.reference, page.message.links)
    found += read_prose(passage.text, page.message.links, context, page.moment)
    found += _renamed(passage.text)
    problems += contradictions(passage.text, page.moment)
    if kind is Kind.CANCELLATION:
        found = [
            one
            for one in found
            if one.field not in NOT_OF_CANCELLATION - {"town", "municipality", "province"}
        ]
    if related is not None:
        which = _which(page, related, kind)
        dated = page.moment.day is not None
        if _goes_on(page, kind) and len(set(related.titles)) > 1:
            found, dated = [one for one in found if one.field not in _WHEN], False
        told = dated or not (
            kind is Kind.CANCELLATION or {"start_time", "end_time"} & {one.field for one in found}
        )
        found += _known(which, found, dated=told)
    return found, problems


def read_changes(page: Page, kind: Kind, related: Earlier | None) -> list[list[Found]]:
    """What changes side by side, was and becomes, an activity each; empty where nothing does."""
    rows = find_changes(page.passage.text) if kind is Kind.UPDATE else []
    by_name: dict[str, list[Found]] = {}
    for row in rows:
        name = name_of(row)
        by_name.setdefault(name, []).extend(read_side(row, page))
    groups = [(name, found) for name, found in by_name.items() if found]
    if not groups or (len(groups) > 1 and any(not name for name, _ in groups)):
        return []
    return [[*found, *_title_of(name, page, related)] for name, found in groups]


def _title_of(name: str, page: Page, related: Earlier | None) -> list[Found]:
    """As it was sent in; the words of the row where nothing that came before is called so."""
    if related and related.titles:
        number = title_named(words_of(name), related) if name else None
        if number is None and len(related.titles) > 1 and name:
            hints = [sum(is_hinted(w, words_of(name)) for w in words_of(t)) for t in related.titles]
            number = hints.index(max(hints)) if hints.count(max(hints)) == 1 else None
        if number is None and (not name or len(related.titles) == 1):
            number = 0 if name else related.titles.index(_which(page, related).titles[0])
        if number is not None:
            title = related.titles[number]
            return [Found("title", title, quote=title, confidence=0.9, detail=BEFORE)]
    return [Found("title", name, quote=name, confidence=0.85)] if name else []


def _which(page: Page, related: Earlier, kind: Kind = Kind.UPDATE) -> Earlier:
    """The one of several activities that it is about, by its name or else its day."""
    alike = len(set(related.titles)) < 2
    number = None if alike else _pointed_at(page, related, kind)
    days = [hit.first for hit in page.moment.days]
    if len(related.days) == len(related.titles) and not alike:
        by_day = [at for at, day in enumerate(related.days) if day in days]
        number = by_day[0] if number is None and len(by_day) == 1 else number
        pick = number or 0
        starts = related.starts if len(related.starts) == len(related.days) else ()
        return replace(
            related,
            titles=related.titles[pick:],
            days=related.days[pick:],
            starts=starts[pick:],
        )
    return replace(related, titles=related.titles[number or 0 :])


def _pointed_at(page: Page, related: Earlier, kind: Kind) -> int | None:
    """By its name where that is told whole, else by words of the name and by the day together."""
    text = page.passage.text[:3000]
    said = _cancelling(text) if kind is Kind.CANCELLATION else ""
    asked = " ".join(one.asked for one in exchanges(page.passage.text, page.passage.quoted))
    told = words_of(f"{page.passage.subject} {said or text} {asked}")
    number = title_named(told, related)
    if number is not None:
        return number
    hit = page.moment.day
    day = hit.first if hit and (not said or not _goes_on(page, kind)) else None
    scores = []
    for at, title in enumerate(related.titles):
        score = sum(is_hinted(word, told) for word in words_of(title))
        if len(related.days) == len(related.titles) and related.days[at] == day:
            score += 1
        scores.append(score)
    best = max(scores)
    return scores.index(best) if best and scores.count(best) == 1 else None


def _goes_on(page: Page, kind: Kind) -> bool:
    """Whether the day that a cancellation tells is that of what does go on."""
    hit = page.moment.day
    if kind is not Kind.CANCELLATION or hit is None:
        return False
    said = _cancelling(page.passage.text[:3000])
    return bool(said) and page.passage.text[hit.start : hit.end] not in said


def _cancelling(text: str) -> str:
    """The sentences that call something off; others may say what does go on."""
    sentences = re.split(r"(?<=[.!?])\s|\n\s*\n", text)
    return " ".join(one for one in sentences if words.CANCEL.search(one))


def named_in_subject(page: Page) -> list[Found]:
    """The name in "Afgelast: wandeling", unless the subject only says what became of it."""
    found = from_subject(page.passage.subject)
    return [
        one
        for one in found
        if not (words.CANCEL.search(one.value) or words.CHANGE.search(one.value))
    ]


_RENAMED = re.compile(
    r"\b(?:heet|heten|noemen we) (?:voortaan|nu)\b[^\n‘’'“”\"]{0,20}[‘'“\"]"
    r"(?P<name>[^\n‘’'“”\"]{3,80})[’'”\"]"
)


def _renamed(text: str) -> list[Found]:
    """ "Heet voortaan ‘…’": the new name, beside which the old one is the way to find it."""
    match = _RENAMED.search(text)
    if match is None:
        return []
    return [Found("title", match["name"], *match.span("name"), match["name"], confidence=0.95)]


def _known(related: Earlier, found: Sequence[Found], *, dated: bool) -> list[Found]:
    """What points out the activity and the mail leaves out: its name, its day, where it began."""
    known = []
    if related.titles:
        title = related.titles[0]
        known.append(Found("title", title, quote=title, confidence=0.9, detail=BEFORE))
    if related.days and not dated:
        known.append(Found("first_day", related.days[0], confidence=0.6, detail=BEFORE))
    fields = {one.field: one for one in found}
    if related.starts and "end_time" in fields and "start_time" not in fields:
        start = related.starts[0]
        known.append(Found("start_time", start, confidence=0.6, detail=BEFORE))
        known.append(Found("all_day", False, confidence=0.6, detail=BEFORE))
        end = fields["end_time"]
        if end.value <= start and end.value.hour < 12:
            later = end.value.replace(hour=end.value.hour + 12)
            known.append(replace(end, value=later, confidence=end.confidence + 0.05))
    return known
