"""The words of the original that a value came from."""

from typing import Any

from moderation.marking import pieces, quote_of, spans
from submissions.models import Proposal

TEXT = "Op 4 juni om 13.30 uur, en om 13.30 uur nog eens"


def proposal(**sources: Any) -> Proposal:
    return Proposal(pk=7, sources=sources)


def source(start: int, end: int, quote: str = "", where: str = "body") -> dict[str, Any]:
    return {"source": where, "start": start, "end": end, "quote": quote or TEXT[start:end]}


def marked(*proposals: Proposal) -> list[tuple[str, str]]:
    return [(piece.text, piece.names) for piece in pieces(TEXT, spans(TEXT, proposals, "body"))]


def test_overlapping_words_carry_all_their_fields() -> None:
    shown = marked(proposal(first_day=source(3, 9), text=source(0, 22)))
    assert shown[:3] == [
        ("Op ", "v7-text"),
        ("4 juni", "v7-first_day v7-text"),
        (TEXT[9:22], "v7-text"),
    ]
    assert "".join(text for text, _ in shown) == TEXT


def test_of_equal_words_those_at_the_told_place_are_marked() -> None:
    start = TEXT.rindex("13.30")
    assert marked(proposal(start_time=source(start, start + 5)))[1] == ("13.30", "v7-start_time")
    assert marked(proposal(start_time=source(start, start + 5)))[0][0] == TEXT[:start]


def test_numbers_that_no_longer_fit_fall_back_on_the_quote() -> None:
    assert ("4 juni", "v7-first_day") in marked(proposal(first_day=source(500, 506, "4 juni")))


def test_what_is_not_in_the_text_marks_nothing() -> None:
    strange = proposal(
        a=source(0, 2, where="subject"), b=source(1, 2, "x" * 9), c=None, d={}, e="x"
    )
    assert marked(strange) == [(TEXT, "")]
    assert quote_of(None) == ""
    assert quote_of({"quote": "‘Tuinfeest’"}) == "Tuinfeest"
