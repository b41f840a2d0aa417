"""Streets, buildings and towns, from the value of a label and from running text."""

from typing import Any

import pytest
from hypothesis import given

from submissions.reading.drafting import draft
from submissions.reading.found import best
from submissions.reading.venues import read_place_prose, read_place_value
from tests.submissions import dutch_phrases as grammar
from tests.submissions.readers import make_context

CONTEXT = make_context()
HOMES = {town.municipality: town.municipality_name for town in CONTEXT.towns.values()}


def told(found: list[Any]) -> tuple[str, str, str, str]:
    facts = draft(found)[0].facts
    home = HOMES.get(facts.municipality, "") if facts.municipality else ""
    return facts.venue, facts.address, facts.postcode, home


@given(grammar.places())
def test_every_place_of_the_grammar_is_taken_apart(phrase: grammar.PlacePhrase) -> None:
    told_by = best(read_place_value(phrase.text, 0, CONTEXT, 0.9))
    found = {name: one.value for name, one in told_by.items()}
    assert found["venue"] == phrase.venue
    assert found.get("address", "") == phrase.address.split(",")[0]
    assert found["province"] == phrase.province


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Dam 3B\n1506 BC Zaandam", ("", "Dam 3B", "1506 BC", "Zaanstad")),
        ("De Lamp, Nieuwe Rijn 44, Leiden", ("De Lamp", "Nieuwe Rijn 44", "", "Leiden")),
        ("Clubgebouw De Eik\nBosweg 6\nEde", ("Clubgebouw De Eik", "Bosweg 6", "", "Ede")),
        ("Clubgebouw De Eik Bosweg 6, Ede", ("Clubgebouw De Eik", "Bosweg 6", "", "Ede")),
        ("De Kring | Dorpsstraat 4 | Gorssel", ("De Kring", "Dorpsstraat 4", "", "Lochem")),
        ("Gorssel (gemeente Lochem)", ("", "", "", "Lochem")),
        ("Markt 1, Delft, zaal 3", ("zaal 3", "Markt 1", "", "Delft")),
        ("Oude Gracht 12 bis, Utrecht", ("", "Oude Gracht 12 bis", "", "Utrecht")),
        ("nader te bepalen in Utrecht", ("", "", "", "Utrecht")),
        ("wordt later bekendgemaakt", ("", "", "", "")),
    ],
)
def test_values_of_a_place_label(value: str, expected: tuple[str, str, str, str]) -> None:
    assert told(read_place_value(value, 0, CONTEXT, 0.9)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We komen samen in buurthuis De Kring aan de Dorpsstraat 4 in Gorssel.",
            ("buurthuis De Kring", "Dorpsstraat 4", "", "Lochem"),
        ),
        (
            "Je vindt ons in de centrale hal van het Lange Weg College in Ede voor vragen.",
            ("Lange Weg College", "", "", "Ede"),
        ),
        (
            "Wij openen de deuren van ons atelier De Verfpot, Kade 7, Zierikzee",
            ("De Verfpot", "Kade 7", "", "Schouwen-Duiveland"),
        ),
        (
            "donderdag 3 juni\nRaadzaal gemeentehuis\nRaadhuisplein 1\n9401 AB Assen",
            ("Raadzaal gemeentehuis", "Raadhuisplein 1", "9401 AB", "Assen"),
        ),
        ("op school, Schoolstraat 2, Bussum", ("", "Schoolstraat 2", "", "Gooise Meren")),
        (
            "in het voormalige postkantoor aan de Neude in Utrecht",
            ("postkantoor", "", "", "Utrecht"),
        ),
    ],
)
def test_places_in_running_text(text: str, expected: tuple[str, str, str, str]) -> None:
    venue, *rest = told(read_place_prose(text, CONTEXT))
    assert tuple(rest) == expected[1:]
    assert expected[0] in venue if expected[0] else not venue
