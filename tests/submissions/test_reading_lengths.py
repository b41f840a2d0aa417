"""Ends that are told as a length, and hours whose part the words beside them tell."""

from datetime import time

import pytest

from submissions.reading.lengths import read_length

from .readers import read


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Het duurt anderhalf uur.", 90),
        ("Duur: 2,5 uur, pauze inbegrepen.", 150),
        ("Dat duurt een uur en een kwartier.", 75),
        ("Na ongeveer twee uur zijn we terug bij de school.", 120),
        ("Tien minuten lang zwijgt iedereen.", 10),
        ("In drie kwartier hoor je alles.", 45),
        ("We geven een workshop van 90 minuten.", 90),
        ("We trekken er twee uur voor uit.", 120),
        ("It lasts about two hours.", 120),
        ("Het is tien minuten lopen van het station.", 0),
        ("Met een nagesprek van een half uur.", 0),
        ("Het duurt tot 12 uur.", 0),
    ],
)
def test_a_length_is_known_by_the_words_around_it(text: str, minutes: int) -> None:
    assert read_length(text) == minutes


@pytest.mark.parametrize(
    ("hours", "start", "end"),
    [
        ("Van kwart voor drie tot klokslag vijf", time(14, 45), time(17)),
        ("Onze deur staat open van kwart over negen tot twaalf uur", time(9, 15), time(12)),
        ("De lezing begint om 9.30 uur en zal uiterlijk te 11.15 uur worden beëindigd",
         time(9, 30), time(11, 15)),
        ("We starten om 19.30 uur. Na anderhalf uur is het klaar", time(19, 30), time(21)),
    ],
)  # fmt: skip
def test_hours_by_the_words_beside_them(hours: str, start: time, end: time) -> None:
    text = f"Beste redactie,\n\nOp dinsdag 1 juni is er een lezing in Ede. {hours}."
    facts = read(text).drafts[0].facts
    assert (facts.start_time, facts.end_time) == (start, end)
