"""Names without quotes, known by where they stand."""

import pytest

from .readers import read_one

WHEN = "donderdag 3 juni 2027 van 13.30 tot 16.00 uur"
WHERE = "Dorpshuis De Kern, Marktplein 2, Bergeijk"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Wij melden aan: Soep en Stilte, een lunch voor leraren. {WHEN}.", "Soep en Stilte"),
        (f"Onze bijdrage: Op weg naar later, een tocht met ouders. {WHEN}.", "Op weg naar later"),
        (f"Soep en Stilte | {WHEN} | {WHERE}", "Soep en Stilte"),
        (f"Soep en Stilte, {WHEN}, {WHERE}.", "Soep en Stilte"),
        (f"Voor de agenda: Soep en Stilte, {WHEN}, {WHERE}.", "Soep en Stilte"),
        (f"Wij presenteren u graag: Soep en Stilte. {WHEN}, {WHERE}.", "Soep en Stilte"),
        (f"We doen iets nieuws: het Stilteplein. {WHEN}, {WHERE}.", "Stilteplein"),
        (f"Soep Zonder Zout is op {WHEN} in {WHERE}.", "Soep Zonder Zout"),
        (f"Onze school doet mee met De Lange Tafel, op {WHEN}.", "De Lange Tafel"),
        (f"Ons evenement heeft de naam Lange Tafel gekregen. {WHEN}.", "Lange Tafel"),
        (f"De titel van onze middag luidt: Buiten de lijnen. {WHEN}.", "Buiten de lijnen"),
        (f"Dit jaar heet het Buiten de Lijnen. {WHEN}.", "Buiten de Lijnen"),
        (f"Op {WHEN} is het hier Kermis Zonder Eind: een middag vol spel.", "Kermis Zonder Eind"),
        (f"Op {WHEN} gaat de Bankendans van start.", "Bankendans"),
        (f"Kom op {WHEN} naar Ede voor de Bankendans!", "Bankendans"),
        (f"Noteer alvast: {WHEN}, Ede: de Bankendans.", "Bankendans"),
        (f"Wij openen op {WHEN} het Leeshoekje: een plek voor wie thuiszit.", "Leeshoekje"),
        (f"Een borrel met als titel Proosten zonder plaats, {WHEN}.", "Proosten zonder plaats"),
        (f"Ons bureau houdt op {WHEN} het Verzuimontbijt.", "Verzuimontbijt"),
        ("Op donderdag 3 juni van 10.00 tot 12.00 uur Open Kachel in Ede.", "Open Kachel"),
        (f"Op {WHEN} staat in de hal de expositie Lege Banken: dertig stoelen.", "Lege Banken"),
    ],
)  # fmt: skip
def test_names_by_where_they_stand(text: str, title: str) -> None:
    told = read_one(f"Beste redactie,\n\n{text}", subject="Actieweek").title.lower()
    assert told.removeprefix("expositie ") == title.lower()


@pytest.mark.parametrize(
    "text",
    [
        f"Wij doen mee. {WHEN}, Dorpsstraat 1 in Ede.",
        f"Op {WHEN} staan wij klaar voor de Kinderombudsman, in Ede.",
        f"Op {WHEN} komen wij met Jan de Vries en Piet Bakker naar Ede.",
        f"Op {WHEN} zijn we open. Daarna gaat ons jaarverslag naar de Tweede Kamer.",
        f"{WHEN}, Ede. Jan de Boer, een vader van drie kinderen, vertelt.",
    ],
)
def test_what_only_has_capitals_is_no_name(text: str) -> None:
    assert read_one(f"Beste redactie,\n\n{text}", subject="Actieweek").title == ""


@pytest.mark.parametrize(
    "text",
    [
        f"Bergeijk, {WHEN}. Wij houden een workshop.",
        f"Stichting De Stap, een netwerk van ouders, houdt een workshop. {WHEN}.",
        f"Op {WHEN} houden wij een workshop. Parkeren kan, een lunch is er niet.",
    ],
)
def test_towns_organisations_and_sentences_are_no_names(text: str) -> None:
    assert read_one(f"Beste redactie,\n\n{text}", subject="Actieweek").title == "Workshop"


@pytest.mark.parametrize(
    "subject",
    [
        "Save the date: Soep en stilte, 3 juni",
        "Verzoek plaatsing agenda: Soep en stilte",
        "Verzoek om plaatsing in de kalender: Soep en stilte",
        "Activiteit Actieweek Thuiszitters 2027 Soep en stilte",
        "3 juni: Soep en stilte",
    ],
)
def test_what_a_subject_says_before_the_name(subject: str) -> None:
    assert read_one(f"Graag opnemen. {WHEN}, {WHERE}.", subject=subject).title == "Soep en stilte"


def test_a_name_of_the_sender_between_quotes_is_what_they_hold() -> None:
    text = f"Op {WHEN} houden wij “Café De Stap”, een gesprek voor ouders."
    assert read_one(text, subject="Actieweek").title == "Café De Stap"
