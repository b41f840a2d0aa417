"""Labels as people lay them out: one table of layouts, one of names."""

import pytest

from submissions.reading.labels import Label, label_of, labelled


def told(text: str) -> dict[Label, str]:
    found: dict[Label, list[str]] = {}
    for one in labelled(text):
        assert text[one.start : one.end] == one.value
        found.setdefault(one.label, []).append(one.value)
    return {label: "|".join(values) for label, values in found.items()}


EVENING = {Label.TITLE: "Themaavond", Label.WHEN: "2 juni", Label.PLACE: "De Kring"}


@pytest.mark.parametrize(
    "text",
    [
        "Titel: Themaavond\nDatum: 2 juni\nLocatie: De Kring",
        "Titel....: Themaavond\nDatum....: 2 juni\nLocatie..: De Kring",
        "Titel _____ Themaavond\nDatum _____ 2 juni\nPlaats ____ De Kring",
        "**Wat:** Themaavond\n**Wanneer:** 2 juni\n**Waar:** De Kring",
        "*Wat*: Themaavond\n*Wanneer*: 2 juni\n*Waar*: De Kring",
        "1. Titel: Themaavond\n2. Datum: 2 juni\n3. Plaats: De Kring",
        "a) Titel: Themaavond\nb) Datum: 2 juni\nc) Plaats: De Kring",
        "Titel = Themaavond\nDatum = 2 juni\nLocatie = De Kring",
        "Titel – Themaavond\nDatum – 2 juni\nLocatie – De Kring",
        "TITEL\nThemaavond\n\nDATUM\n2 juni\n\nLOCATIE\nDe Kring",
        "[Titel] Themaavond\n[Datum] 2 juni\n[Locatie] De Kring",
        "Titel\tThemaavond\nDatum\t2 juni\nLocatie\tDe Kring",
        "Titel      Themaavond\nDatum      2 juni\nLocatie    De Kring",
        "Wat: Themaavond\n📅 2 juni\n📍 De Kring",
        "Wat: Themaavond Wanneer: 2 juni Waar: De Kring",
        "Wat: Themaavond | Wanneer: 2 juni | Waar: De Kring",
        "> Titel: Themaavond\n> Datum (dd-mm): 2 juni\n> Locatie: De Kring",
        "Titel*: Themaavond\nDatum*: 2 juni\nLocatie*: De Kring",
    ],
)
def test_every_layout_tells_the_same(text: str) -> None:
    assert told(text) == EVENING


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Datum + tijd", Label.WHEN),
        ("Wanneer vindt de activiteit plaats?", Label.WHEN),
        ("Waar vindt het plaats?", Label.PLACE),
        ("Locatie activiteit", Label.PLACE),
        ("Voor wie is de activiteit bedoeld?", Label.AUDIENCE),
        ("Toegankelijk voor", Label.AUDIENCE),
        ("Wie organiseert de activiteit?", Label.ORGANISER),
        ("Naam organisatie", Label.ORGANISER),
        ("Wat is de naam van uw activiteit?", Label.TITLE),
        ("Straat en huisnummer", Label.ADDRESS),
        ("Postcode/plaats", Label.TOWN),
        ("Link voor aanmelding", Label.REGISTRATION),
        ("RSVP", Label.REGISTRATION),
        ("Website van de activiteit", Label.WEBSITE),
        ("Graag zien wij u op de avond", None),
        ("Beste redactie", None),
    ],
)
def test_labels_that_people_make_up(name: str, label: Label | None) -> None:
    assert label_of(name) is label


def test_an_address_goes_on_below_its_label() -> None:
    text = "Locatie: De Kring\nDorpsstraat 4\n7213 AB Gorssel\nDatum: 2 juni"
    assert told(text)[Label.PLACE] == "De Kring\nDorpsstraat 4\n7213 AB Gorssel"


@pytest.mark.parametrize(
    "text",
    [
        "Dag,\n\nOok wij doen mee.",
        "Beste redactie,\n\nGraag aanmelden voor de actieweek: wij doen mee.",
        "Voor ouders hebben wij een plek. Naam en datum volgen",
        "Wij zitten in Gorssel: dat is mooi.",
    ],
)
def test_sentences_hold_no_labels(text: str) -> None:
    assert told(text) == {}
