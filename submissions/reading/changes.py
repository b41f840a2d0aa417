"""Mails about something that came before: which one, and only what they tell anew."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agenda.models.fields import fold
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
_KINDS = (Kind.SUBMISSION, Kind.UPDATE)
_WORD = re.compile(r"[a-z0-9]{3,}")
BEFORE = "eerder bericht"
_COMMON = frozenset(
    re.findall(
        r"\S+",
        """
    het een van voor met naar over onze ons actieweek landelijke thuiszitters the and dag
    middag avond online op de
    """,
    )
)


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
        told = _words(f"{message.subject} {passage.text[:3000]}")
        whole = any(len(_words(title)) > 1 and _words(title) <= told for title in one.titles)
        score += 4 if whole else 2
    return score


def names(message: ReadMessage, passage: "Passage", one: Earlier) -> bool:
    """Whether it says what that mail was about: more than half of the words of a title."""
    return _title_named(_words(f"{message.subject} {passage.text[:3000]}"), one) is not None


def _title_named(told: set[str], one: Earlier) -> int | None:
    """The number of the title of which it says most."""
    shares = []
    for number, title in enumerate(one.titles):
        named = _words(title)
        said = sum(_is_said(word, told) for word in named)
        if named and said * 2 > len(named):
            shares.append((said / len(named), -number))
    return -max(shares)[1] if shares else None


def _is_said(word: str, told: set[str]) -> bool:
    """In so many letters, or bent: "stoepkrijten" of "stoepkrijt", "wandelen" of "wandeling"."""
    if word in told:
        return True
    stem = word[: max(6, len(word) - 3)]
    return len(word) > 5 and any(one.startswith(stem) for one in told)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text))) - _COMMON


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
        told = page.moment.day is not None or not (
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
        number = _title_named(_words(name), related) if name else None
        if number is None and len(related.titles) > 1 and name:
            hints = [sum(_is_hinted(w, _words(name)) for w in _words(t)) for t in related.titles]
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
    told = _words(f"{page.passage.subject} {said or text} {asked}")
    number = _title_named(told, related)
    if number is not None:
        return number
    day = page.moment.day.first if page.moment.day else None
    scores = []
    for at, title in enumerate(related.titles):
        score = sum(_is_hinted(word, told) for word in _words(title))
        if len(related.days) == len(related.titles) and related.days[at] == day:
            score += 1
        scores.append(score)
    best = max(scores)
    return scores.index(best) if best and scores.count(best) == 1 else None


def _is_hinted(word: str, told: set[str]) -> bool:
    """ "De film" of the filmavond."""
    return _is_said(word, told) or any(len(one) > 3 and word.startswith(one) for one in told)


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
