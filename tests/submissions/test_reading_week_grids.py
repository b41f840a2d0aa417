"""A timetable of the week, days beside each other or below."""

import pytest

from submissions.reading.lines import lines_of
from submissions.reading.week_grids import week_grid

from .readers import read

SPACES = """
             ma 31 mei      wo 2 juni       vr 4 juni
09.00-10.30  Schilderen     -               dicht
14.00-15.30  Drummen        Taart bakken    Slotfeest
"""
BARS = """
| Tijd          | maandag 31 mei | woensdag 2 juni | vrijdag 4 juni |
|---------------|----------------|-----------------|----------------|
| 9.00 - 10.30  | Schilderen     | x               |                |
| 14.00 - 15.30 | Drummen        | Taart bakken    | Slotfeest      |
"""
SEMICOLONS = """
;31-5;2-6;4-6
9.00-10.30;Schilderen;;
14.00-15.30;Drummen;Taart bakken;Slotfeest
"""
TURNED = """
            9.00 - 10.30   14.00 - 15.30
ma 31 mei   Schilderen     Drummen
wo 2 juni   -              Taart bakken
vr 4 juni   gesloten       Slotfeest
"""
TALL = """
              ma 31 mei       wo 2 juni      vr 4 juni

9.00 - 10.30  Schilderen      -              dicht i.v.m.
                                             schoonmaak

14.00 - 15.30 Drummen         Taart bakken   Slotfeest
"""


@pytest.mark.parametrize("grid", [SPACES, BARS, SEMICOLONS, TURNED, TALL])
def test_a_filled_cell_is_an_activity_with_its_day_and_hours(grid: str) -> None:
    text = f"Ons rooster in Buurthuis De Spil, Kerkstraat 3, Hulst, voor jongeren:\n{grid}\nGroet"
    told = {
        (one.facts.title, f"{one.facts.first_day:%d}", f"{one.facts.start_time:%H:%M}")
        for one in read(text).drafts
    }
    assert told == {
        ("Schilderen", "31", "09:00"),
        ("Drummen", "31", "14:00"),
        ("Taart bakken", "02", "14:00"),
        ("Slotfeest", "04", "14:00"),
    }


def test_what_is_told_around_it_holds_for_each() -> None:
    text = f"Alles in Buurthuis De Spil, Kerkstraat 3, Hulst, voor jongeren:\n{SPACES}\nGroet"
    facts = [one.facts for one in read(text).drafts]
    assert {one.address for one in facts} == {"Kerkstraat 3"}
    assert {one.audiences for one in facts} == {("jongeren",)}


def test_days_in_a_sentence_are_no_timetable() -> None:
    text = "Ma 31 mei,  di 1 juni,  wo 2 juni\n10.00 uur is er steeds koffie in Hulst."
    assert list(week_grid(list(lines_of(text)), text)) == []
