from dataclasses import replace

import pytest

from submissions.reading.activity_kind import read_kind
from submissions.reading.found import Found
from submissions.reading.propose import propose
from tests.submissions.readers import KINDS, make_context, make_message, read_one


def _kind(title: str, text: str = "", **others: str) -> str:
    told = {"title": Found("title", title, 0, len(title), title)}
    told |= {name: Found(name, value) for name, value in others.items()}
    found = read_kind(told, text, KINDS)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Webinar Mijn kind gaat niet meer", "webinar"),
        ("Online vragenuur voor ouders", "webinar"),
        ("Inloopspreekuur leerplicht", "open-dag"),
        ("Open les in de plusklas", "open-dag"),
        ("Open huis", "open-dag"),
        ("Regiotafel passend onderwijs", "regiobijeenkomst"),
        ("Netwerklunch", "regiobijeenkomst"),
        ("Ronde tafel over thuiszitters", "regiobijeenkomst"),
        ("Landelijk congres Iedereen naar school", "landelijke-bijeenkomst"),
        ("Workshop Verzuimgesprek", "kennisdeling"),
        ("Studiemiddag schoolangst", "kennisdeling"),
        ("Lezing over prikkels", "kennisdeling"),
        ("Themabijeenkomst Terug naar school", "kennisdeling"),
        ("Campagne Elke stoel telt", "campagne"),
        ("Flashmob op het plein", "campagne"),
        ("Podcast over schoolangst", "publicatie"),
        ("Samen wandelen", ""),
        ("Landelijke Actieweek Thuiszitters", ""),
        ("Redactievergadering", ""),
    ],
)
def test_the_title_names_the_kind(title: str, expected: str) -> None:
    assert _kind(title) == expected


def test_an_evening_for_parents_is_an_open_day_at_a_school_alone() -> None:
    assert _kind("Ouderavond Niet alleen", organiser="Basisschool De Ark") == "open-dag"
    assert _kind("Ouderavond Niet alleen", organiser="Wijkteam Zuid") == ""


def test_who_takes_part_from_afar_alone_is_in_a_webinar() -> None:
    assert _kind("Praten zonder druk", attendance="online") == "webinar"
    assert _kind("Praten zonder druk", attendance="hybride") == ""


def test_the_title_goes_before_the_text() -> None:
    text = "Na de workshop is er een inloop."
    assert _kind("Open dag", text) == "open-dag"
    assert _kind("Samen verder", text) == "kennisdeling"


def test_only_kinds_of_the_agenda_are_proposed() -> None:
    message = make_message("Op 2 juni om 14.00 uur is er een workshop ‘Samen verder’ in Ede.")
    known = make_context()
    assert propose(message, known).drafts[0].facts.kind == "kennisdeling"
    other = replace(known, kinds=frozenset({"eigen-soort"}))
    assert propose(message, other).drafts[0].facts.kind == ""


def test_the_kind_says_which_words_told_it() -> None:
    text = "Op 2 juni om 14.00 uur is er een workshop ‘Samen verder’ in Ede."
    (draft,) = propose(make_message(text), make_context()).drafts
    found = draft.found["kind"]
    assert "workshop" in text[found.start : found.end]
    assert read_one(text).kind == "kennisdeling"
