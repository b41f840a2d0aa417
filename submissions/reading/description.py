"""The sender's own words about the activity: a text for its page, and one sentence that sums up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from submissions.facts import LIMITS
from submissions.reading import kind_words as words
from submissions.reading.found import Found
from submissions.reading.labels import Label, Labelled
from submissions.reading.masks import EMAIL, masked
from submissions.reading.title_lines import GREETING

TEXT_TRUST, SUMMARY_TRUST = 0.6, 0.55
SHORTEST = 60  # characters: less tells no more than title, day and place do
_SENTENCE = re.compile(r"[^.!?\s](?:[^.!?]|[.!?](?=\S))*[.!?]*[)”\"’]*")
# What is meant for the editors, or is about the mail itself.
_TO_EDITORS = re.compile(
    r"\b(?:redactie|in de bijlage|zie bijlage|bijgevoegd|bijgaand|hierbij|hieronder|onderstaand|"
    r"jullie|alvast (?:be)?dank|bedankt|zoals (?:besproken|beloofd|afgesproken)|laat (?:het )?"
    r"(?:even )?weten|onder (?:uw|je|de) aandacht|ter plaatsing|graag plaatsen|persbericht|"
    r"niet publiceren|noot voor|doe (?:ik|wij|we) graag mee|groet\w*|te laat|calendar|doorzetten|"
    r"doorsturen|onze (?:activiteit|bijdrage|aanmelding)|mails? meer|uitschrijven|afmelden|"
    r"meld (?:u|je) (?:dan )?af)\b|\bgraag\b.{0,40}(?:agenda|kalender|\bmeld|\bsite\b)|"
    r"(?:melden?|geven?|zetten?|plaats\w*|opnemen|opgenomen).{0,60}(?:agenda|site\b|website|"
    r"kalender|actieweek)|\b(?:kan|mag) (?:dit|dat|het) (?:nog|ook|zo)\b",
    re.IGNORECASE,
)
_LOGISTIC = re.compile(
    r"^(?:aanmeld\w*|inschrijv\w*|opgeven|meld je|kosten|de kosten|toegang|entree|deelname|locatie|"
    r"adres|waar|wanneer|datum|tijd|meer info\w*|let op|kaarten|inloop|we starten|we beginnen|"
    r"vragen|contact|kijk op|zie|parkeren|duur|tot dan|tot ziens|kom\w* (?:ook|allen|gerust))\b",
    re.IGNORECASE,
)
# It leans on a sentence before it, or is about the sender.
_LEANS = re.compile(
    r"^(?:dit|deze|die|dat|dan|daar\w*|hier\w*|ook|we|wij|ik|er|het (?:is|was|duurt|gaat|wordt)|"
    r"maar|en|of|want|naast|daarnaast|verder|vertrek|dag)\b",
    re.IGNORECASE,
)
_TELLING_WORD = re.compile(r"\b[a-zà-ÿ’'-]{4,}\b")
_OF_TIME = frozenset(
    re.findall(
        r"\S+",
        """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag juni juli april maart
    augustus september oktober november december januari februari zover vanaf tussen
    duren begint start starten
    """,
    )
)
TELLING_WORDS = 4
_LIST_ITEM = re.compile(r"\s{0,8}(?:[-*•·–▪]|\d{1,2}[.)])\s")
_WIDE = re.compile(r"\S\s{3,}\S")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or a heading or list item by itself; offsets are those of the whole text."""

    text: str
    start: int
    end: int
    paragraph: int
    listed: bool = False


def read_description(
    text: str, labels: Sequence[Labelled] = (), title: str = "", at: int = 0
) -> list[Found]:
    """`text` with blanks for all that is not the sender's telling; `at` is where it starts."""
    pieces = [one for one in _pieces(text, labels, title) if _tells(one, title)]
    paragraphs: dict[int, list[str]] = {}
    for one in pieces:
        paragraphs.setdefault(one.paragraph, []).append(one.text)
    value = "\n\n".join(" ".join(told) for told in paragraphs.values())
    if len(value) < SHORTEST:
        return []
    start, end = pieces[0].start, pieces[-1].end
    found = [
        Found(
            "text",
            value[: LIMITS["text"]],
            at + start,
            at + end,
            text[start:end],
            confidence=TEXT_TRUST,
        )
    ]
    first = next((one for one in pieces if _sums_up(one)), None)
    if first is not None and len(first.text) <= LIMITS["summary"]:
        found.append(
            Found(
                "summary",
                first.text,
                at + first.start,
                at + first.end,
                text[first.start : first.end],
                confidence=SUMMARY_TRUST,
            )
        )
    return found


def _pieces(text: str, labels: Sequence[Labelled], title: str) -> Iterator[_Piece]:
    for number, (start, end) in enumerate(_paragraphs(text, labels, title)):
        own = text[start:end]
        for match in _SENTENCE.finditer(own):
            told = " ".join(match[0].split()).strip("*_")
            if told:
                listed = bool(_LIST_ITEM.match(own))
                yield _Piece(told, start + match.start(), start + match.end(), number, listed)


def _paragraphs(text: str, labels: Sequence[Labelled], title: str) -> Iterator[tuple[int, int]]:
    """Lines that belong together: up to an empty one, a list item, a label or a wide gap."""
    taken = [
        (one.start - len(one.name) - 8, one.start, one.end)
        for one in labels
        if one.label is not Label.SUMMARY
    ]
    start, end, position = -1, 0, 0
    for line in text.split("\n"):
        stop = position + len(line)
        labelled = any(
            head <= position + len(line) - len(line.lstrip()) < until and begin <= stop
            for head, begin, until in taken
        )
        bare = line.strip(" *_#")
        named = bare.casefold() == title.casefold()
        apart = not bare or labelled or named or bool(_WIDE.search(line.strip()))
        if start >= 0 and (apart or _LIST_ITEM.match(line)):
            yield start, end
            start = -1
        if not apart:
            start = position if start < 0 else start
            end = stop
        position = stop + 1
    if start >= 0:
        yield start, end


def _tells(one: _Piece, title: str) -> bool:
    """Whether it is said to visitors, and says more than a heading or an address."""
    told = one.text
    if EMAIL.search(told) or "\x01" in masked(told):
        return False  # contact has fields of its own, and nobody's number goes on a page unasked
    if GREETING.match(told) and len(told.split()) < 7:
        return False
    if told.strip(" .*_#!").casefold() == title.casefold() or len(told.split()) < 4:
        return False
    if told[-1:] not in '.!?…”"’):' and not one.listed:
        return False  # a heading, a line of an address
    to_us = _TO_EDITORS.search(told) or words.ASKS_INDIRECT.search(told)
    asks_us = told.endswith("?") and words.PLACE_QUESTION.search(told)
    labelled = re.match(r"[A-Z][a-z]{2,14}: ", told)
    return not (to_us or asks_us or labelled)


def _sums_up(one: _Piece) -> bool:
    """Whether it says by itself what happens: not only when, where or how to take part."""
    telling = [word for word in _TELLING_WORD.findall(one.text) if word not in _OF_TIME]
    return (
        len(telling) >= TELLING_WORDS
        and one.text[-1:] in '.!”"’)'
        and not _LOGISTIC.match(one.text)
        and not _LEANS.match(one.text)
    )
