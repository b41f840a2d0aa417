"""Labelled lines: ``Datum: dinsdag 4 juni``, ``Waar? De Brug``, ``Locatie`` above its value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agenda.models.fields import fold
from submissions.reading.label_names import LABELS, Label, label_of
from submissions.reading.lines import Line, lines_of
from submissions.reading.words import DAY_NAME, MONTH_NAME

__all__ = ["LABELS", "Label", "Labelled", "groups", "label_of", "labelled"]

_LEAD = r"(?P<lead>[^\w\n'’(\"“‘?!.]{0,10}(?:(?:\d{1,2}|[a-hA-H])[.)]\s{1,3})?[*_\[]{0,3})"
_LABEL = re.compile(
    _LEAD + r"(?P<name>[^\W\d_][\w '’/&()+.-]{0,60}?)\s{0,3}[*_\]]{0,3}\s{0,2}"
    r"(?P<mark>[.·_]{2,60}\s{0,2}[:?]?|[:?]{0,2}\s{0,2}(?:=>|-{1,2}>|→|»)|[:?]{1,2}|\s//(?=\s)|\s=(?=\s)|\](?=\s)|\t|\s{2,40}(?=\S)|$)"
    r"[*_]{0,3}\s{0,40}(?P<value>.*)"
)
_DASHED = re.compile(_LEAD + r"(?P<name>[A-ZÀ-Ý][\w /&-]{1,30}?)\s{1,3}[-–—]\s{1,3}(?P<value>\S.*)")
_PICTURES = {
    Label.WHEN: "📅🗓📆⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧⏱⏳⌚",
    Label.PLACE: "📍🗺🏠🏢🏫🏛📌",
    Label.AUDIENCE: "👥👪👨👩🎯",
    Label.WEBSITE: "🌐🔗💻",
    Label.CONTACT: "📧✉📩",
}
_PICTURE = re.compile(
    rf"\s{{0,6}}(?P<picture>[{''.join(_PICTURES.values())}])\uFE0F?\s{{0,4}}(?P<value>\S.*)"
)
_SIGN_UP = re.compile(r"(?:aanmeld|inschrijv|opgev|registr)\w*\s", re.IGNORECASE)
_INLINE = re.compile(
    r"(?<=[\s|])(?P<name>"
    + "|".join(sorted((re.escape(n) for n in LABELS if len(n) > 2), key=lambda n: (-len(n), n)))
    + r")\s?(?P<mark>[:?])\s",
    re.IGNORECASE,
)
_UNKNOWN_LABEL = re.compile(r"\s{0,12}[^\W\d_][\w /()+&'’.-]{1,40}?\s?[:?](?:\s|$)")
_ADDRESS_LINE = re.compile(
    r"\s{0,12}(?:[1-9]\d{3}\s?[A-Z]{2}\b.{0,40}|[^\W\d_][^\n:,]{2,40}\s\d{1,4}\s?[a-zA-Z]?"
    r"(?:[ ,].{0,40})?)$"
)
_TOWN_LINE = re.compile(r"\s{0,12}['’]?[A-ZÀ-Ý][\w'’ -]{1,30}$")  # below its label, a town alone
VALUE_LINES = 4
_GREETINGS = ("dag", "dagen")
_A_DAY = re.compile(
    rf"\s{{0,12}}(?:{DAY_NAME}\b|\d{{1,2}}(?:\s(?:en|"
    rf"t/m)\s\d{{1,2}})?\s{MONTH_NAME}\b)",
    re.I,
)
_TICKED = re.compile(r"\W{0,3}(?:[☐□☑☒]|\[\s?[xX]?\s?\](?=\s))")
_ABOUT_PLACES = (Label.PLACE, Label.ADDRESS)


@dataclass(frozen=True, slots=True)
class Labelled:
    """`start` and `end` are those of the value in the text; `name` is the label as written."""

    label: Label
    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or the part of a line from one label to the next."""

    label: Label | None
    name: str
    start: int  # of the value
    end: int


def labelled(text: str) -> list[Labelled]:
    """All labelled values, in the order of the text."""
    return list(_joined(text, list(_pieces(text))))


def _pieces(text: str) -> Iterator[_Piece]:
    lines = list(lines_of(text))
    dashed = _dashed(text)
    for number, line in enumerate(lines):
        label, name, value_at = _label_of(line.text)
        if label is None and _is_day_label(lines, number):
            label, name, value_at = Label.WHEN, line.text.strip(), len(line.text)
        if label is None and line.start in dashed:
            label, name, value_at = dashed[line.start]
        yield from _inline(text, _Piece(label, name, line.start + value_at, line.end))


def _is_day_label(lines: list[Line], number: int) -> bool:
    """ "Dag" alone above a day: a greeting stands above words."""
    if fold(lines[number].text.strip()) not in _GREETINGS or number + 1 >= len(lines):
        return False
    return _A_DAY.match(lines[number + 1].text[:60]) is not None


def _label_of(line: str) -> tuple[Label | None, str, int]:
    if picture := _PICTURE.match(line[:400]):
        label, name, at = _named(picture["value"])
        if label is not None:
            return label, name, picture.start("value") + at
        told = next(one for one, signs in _PICTURES.items() if picture["picture"] in signs)
        return told, picture["picture"], picture.start("value")
    return _named(line)


def _named(line: str) -> tuple[Label | None, str, int]:
    match = _LABEL.match(line[:400])
    if match is None:
        return None, "", 0
    name, mark = match["name"].strip(), match["mark"].strip()
    label = label_of(name) if mark or match["value"] or len(name.split()) < 7 else None
    if label is None and mark.startswith(":") and _SIGN_UP.match(name):
        label = Label.REGISTRATION  # "Aanmelden voor beide vormen:"
    if label is None or (not mark and (len(name) < 3 or name.endswith("."))):
        return None, "", 0
    if not mark and fold(name) in _GREETINGS:
        return None, "", 0
    if not mark and match["value"] and name[:1].islower():
        return None, "", 0  # running text that is laid out with spaces
    return label, name, match.start("value")


def _dashed(text: str) -> dict[int, tuple[Label, str, int]]:
    """``Datum - 2 juni``: believed where at least two lines are written so."""
    found = {}
    for line in lines_of(text):
        match = _DASHED.match(line.text[:200])
        label = LABELS.get(fold(match["name"])) if match else None
        if match and label is not None:
            found[line.start] = (label, match["name"], match.start("value"))
    return found if len({label for label, _, _ in found.values()}) > 1 else {}


def _inline(text: str, piece: _Piece) -> Iterator[_Piece]:
    """The pieces of a line that holds several labels: ``Waar: De Kring Wanneer: 2 juni``."""
    value = text[piece.start : min(piece.end, piece.start + 1000)]
    found = [
        match
        for match in _INLINE.finditer(value)
        if match["name"][:1].isupper() and LABELS[fold(match["name"])] is not Label.OTHER
    ]
    several = len(found) + (piece.label is not None) > 1
    cuts = [match for match in found if _begins(value, match, several)]
    end = piece.start + cuts[0].start() if cuts else piece.end
    yield _Piece(piece.label, piece.name, piece.start, end)
    for number, match in enumerate(cuts):
        stop = piece.start + cuts[number + 1].start() if number + 1 < len(cuts) else piece.end
        label = LABELS[fold(match["name"])]
        yield _Piece(label, match["name"], piece.start + match.end(), stop)


def _begins(value: str, match: re.Match[str], several: bool) -> bool:
    """Whether a label starts here, or is only a word of the sentence."""
    before = value[: match.start()].rstrip()
    separated = before[-1:] in (".", "!", "|", ";", ",", "·", "•", "-", "–", "?", ")")
    return separated or (several and match["mark"] == ":")


def _joined(text: str, pieces: list[_Piece]) -> Iterator[Labelled]:
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        number += 1
        if piece.label is None:
            continue
        start, end = piece.start, piece.end
        value = text[start:end].strip()
        taken = 0
        while number < len(pieces) and pieces[number].label is None and taken < VALUE_LINES:
            following = text[pieces[number].start : pieces[number].end]
            if not following.strip():
                # A label on a line of its own may have one empty line before its value.
                if value or taken:
                    break
                number, taken = number + 1, taken + 1
                continue
            alone = piece.start == piece.end or not text[piece.start : piece.end].strip()
            if value and not _continues(piece.label, following, alone=alone):
                break
            if not value:
                start = pieces[number].start
            end = pieces[number].end
            value = text[start:end].strip()
            number, taken = number + 1, taken + 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        value = _first_sentence(value, piece.label).rstrip(" |;,–-")
        label = piece.label
        if label is Label.TITLE and _TICKED.match(value):
            label = Label.PLACE  # "De activiteit is: ☑ op locatie ☐ online"
        if value:
            yield Labelled(label, piece.name, value, start, start + len(value))


def _continues(label: Label, line: str, *, alone: bool = False) -> bool:
    """Whether the line still belongs to the value above it."""
    if label in _ABOUT_PLACES and (_ADDRESS_LINE.match(line) or (alone and _TOWN_LINE.match(line))):
        return True
    return line.startswith((" ", "\t")) and not _UNKNOWN_LABEL.match(line)


_NEXT_SENTENCE = re.compile(r"[a-z)][.!]\s+(?=[A-ZÀ-Ý][a-z]+\s[a-z])")


_ALSO_WELCOME = re.compile(
    r"(?:Ook|Daarnaast|Verder|En)\s[^.!?\n]{3,100}\b(?:welkom|komen|terecht|aan\w{0,8}|mee\w{0,8})\b"
)


def _first_sentence(value: str, label: Label) -> str:
    """Running text behind the value is no part of it, unless it names who else may come."""
    match = _NEXT_SENTENCE.search(value)
    if match and label is Label.AUDIENCE and _ALSO_WELCOME.match(value, match.end()):
        match = _NEXT_SENTENCE.search(value, match.end())
    return value[: match.start() + 1] if match else value


def groups(found: list[Labelled]) -> list[list[Labelled]]:
    """One list per activity: a new one begins where a label that was there already comes back."""
    result: list[list[Labelled]] = [[]]
    for one in found:
        opening = one.label is Label.TITLE and any(o.label is Label.TITLE for o in result[-1])
        dated = [o for o in result[-1] if o.label is Label.WHEN and fold(o.name) == fold(one.name)]
        if opening or (one.label is Label.WHEN and dated and len(result[-1]) > 1):
            result.append([])
        result[-1].append(one)
    return [group for group in result if group]
