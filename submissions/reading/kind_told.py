"""What the sentences of a mail do: announce, ask, weigh an idea, look back, change, cancel."""

import re
from dataclasses import dataclass

from submissions.reading import kind_words as words

SENTENCES_LIMIT = 200
_BREAK = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s{0,8}[A-ZÀ-Ý*•‘“\"'>-])|(?<=,)\n")
_SHORT_QUESTION = 4  # words: "Meer weten?", "Kom je ook?"


@dataclass(frozen=True, slots=True)
class Told:
    """How often, or whether, sentences do something."""

    offers: int = 0
    asks: int = 0  # asked of us
    asks_us: bool = False  # in so many words
    to_us: bool = False  # to put it in the agenda
    asks_place: bool = False  # whether what it tells of may be in the agenda
    visits: bool = False  # somebody who comes
    hedges: bool = False
    tentative: bool = False  # it asks not to be placed yet
    complains: bool = False  # of what a page of ours says
    looks_back: bool = False
    free_use: bool = False
    material: bool = False
    cancels: bool = False
    changes: bool = False  # in so many words
    asks_change: bool = False  # of what stands there, with what it is instead
    moved: bool = False  # what was fixed is now at another time
    may_change: bool = False  # in words that have other uses
    another: bool = False  # than what was sent in before
    points_back: bool = False  # at what was sent in before


def read_told(subject: str, text: str) -> Told:
    """Sentence by sentence, so that a condition is not taken for a fact."""
    sentences = [one.strip() for one in _BREAK.split(text)[:SENTENCES_LIMIT] if one.strip()]
    flat = [" ".join(one.split()) for one in sentences]
    plain = [one for one in flat if not one.endswith("?")]
    whole = f"{subject}\n" + "\n".join(flat)
    told = "\n".join(plain)
    complains = _complains(flat)
    return Told(
        offers=sum(bool(words.OFFER.search(one)) for one in plain),
        asks=sum(_asks_us(one) for one in flat),
        asks_us=any(_asks_us(one) and bool(words.ASKS_US.search(one)) for one in flat),
        to_us=bool(words.TO_US.search(whole))
        or any(one.endswith("?") and words.PLACE_QUESTION.search(one) for one in flat),
        asks_place=any(one.endswith("?") and words.MAY_BE_PLACED.search(one) for one in flat),
        visits=bool(words.VISIT.search(whole)),
        hedges=any(_hedges(one) for one in flat),
        tentative=bool(words.TENTATIVE.search(whole)),
        complains=complains,
        looks_back=bool(words.LOOKS_BACK.search(whole)),
        free_use=bool(words.FREE_USE.search(whole)),
        material=bool(words.MATERIAL.search(whole)),
        cancels=bool(words.CANCELLED_SUBJECT.match(subject))
        or any(map(_cancels, plain))
        or bool(words.OFF_THE_SITE.search(whole) and not complains),
        changes=bool(
            words.CHANGE.search(f"{subject}\n{told}")
            or words.MOVED.search(told)
            or any(words.ASKS_CHANGE.search(one) for one in flat)
        ),
        asks_change=bool(words.INSTEAD.search(told))
        and any(one.endswith("?") and words.ASKS_CHANGE.search(one) for one in flat),
        moved=bool(words.MOVED.search(told)),
        may_change=bool(words.MAY_CHANGE.search(told)),
        another=bool(words.ANOTHER.search(told)),
        points_back=bool(words.POINTS_BACK.search(whole)),
    )


def _complains(sentences: list[str]) -> bool:
    """Whether something on a page is to go, such as a number, and not the activity."""
    return any(
        words.OFF_THE_SITE.search(one) and words.A_DETAIL.search(f"{before} {one}")
        for before, one in zip(["", *sentences], sentences, strict=False)
    )


def asked_at(text: str, at: int) -> bool:
    """Whether the sentence that holds this offset is a question to the editors."""
    start = max((one.end() for one in _BREAK.finditer(text[:at])), default=0)
    stop = _BREAK.search(text, at)
    return _asks_us(" ".join(text[start : stop.start() if stop else len(text)].split()))


def _asks_us(sentence: str) -> bool:
    """Whether it is a question to the editors, and not to the reader of an announcement."""
    if words.ASKS_INDIRECT.search(sentence) or words.ASKS_SHORT.match(sentence):
        return True
    if not sentence.endswith("?") or len(sentence.split()) < _SHORT_QUESTION:
        return False
    if words.ASKS_CHANGE.search(sentence):
        return False
    if (
        _AFTER_COLON.search(sentence)
        or words.PLACE_QUESTION.search(sentence)
        or _IN_A_ROW.search(sentence)
    ):
        return False
    return bool(words.ASKS_US.search(sentence)) or not words.TO_READER.search(sentence)


# "Vertelt aan haar docenten: hoe had je mij kunnen zien?": what is asked there, and not of us.
_AFTER_COLON = re.compile(
    r"^(?!.*\b(?:vraag\w*|vragen|weten|jullie|u)\b)(?:\S{1,40}\s){4,60}\S{1,40}(?<!:)\S?:\s"
    r"(?:hoe|wat|wie|waarom|waar|wanneer|welke)\b[^?:]{3,120}\?$",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    r"^\W{0,4}(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|\d{1,2})\b[^?.]{0,36}[:–|-]\s|"
    r"\|.*\||\d{1,2}[.:]\d\d.*\d{1,2}[.:]\d\d"
)  # the name of an activity


def _hedges(sentence: str) -> bool:
    return bool(words.HEDGE.search(sentence)) and not words.HEDGED_DETAIL.search(sentence)


def _cancels(sentence: str) -> bool:
    return bool(words.CANCEL.search(sentence)) and not words.NOT_CANCELLED.search(sentence)
