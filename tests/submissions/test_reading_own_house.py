"""Where it is when a mail only says "at ours", or names a house by its grammar alone."""

import pytest

from mail.mailbox import Mailbox
from tests.submissions.readers import read_one

SCHOOL = (
    "\nMet vriendelijke groet,\n\nAnneke Pol\ndirecteur\nBasisschool De Korenmolen\n"
    "Dorpsstraat 40, 7683 BJ Den Ham\n"
)
ANNEKE = Mailbox("Anneke Pol", "info@dekorenmolen.example")


@pytest.mark.parametrize(
    "text",
    (
        "Op woensdag 2 juni is er op school een thema-avond van 19.30 tot 21.00 uur.",
        "Wij houden hier woensdag 2 juni om 19.30 uur een thema-avond.",
        "Woensdag 2 juni om 19.30 uur: thema-avond. De koffie staat klaar in de teamkamer.",
        "We zetten woensdag 2 juni om 19.30 uur onze deuren open voor een thema-avond.",
        "Onze school houdt woensdag 2 juni een thema-avond, aanvang 19.30 uur.",
    ),
)
def test_a_school_that_names_no_other_place_is_where_it_stands(text: str) -> None:
    facts = read_one(text + "\n" + SCHOOL, sender=ANNEKE)
    assert facts.venue == "Basisschool De Korenmolen"
    assert facts.address.startswith("Dorpsstraat 40")
    assert facts.municipality


@pytest.mark.parametrize(
    "text",
    (
        "Op woensdag 2 juni om 19.30 uur is er een thema-avond. De locatie volgt nog.",
        "Op woensdag 2 juni om 19.30 uur is er een thema-avond in De Meenthe in Steenwijk.",
        "Op woensdag 2 juni om 19.30 uur is er een online thema-avond.",
        "Op woensdag 2 juni gaat ons team van 9.00 tot 15.00 uur langs bij scholen in Groningen.",
    ),
)
def test_a_school_that_says_where_else_is_not_where_it_stands(text: str) -> None:
    facts = read_one(text + "\n" + SCHOOL, sender=ANNEKE)
    assert "Dorpsstraat" not in facts.address
    assert "Korenmolen" not in facts.venue


def test_an_office_is_no_place_where_things_are_held() -> None:
    facts = read_one(
        "Op 1 juni houden we een congres voor bestuurders, van 9.00 tot 16.00 uur.\n\nRita\n"
        "Samenwerkingsverband Oost\nHoofdweg 2, 7522 AA Enschede\n",
        sender=Mailbox("Rita", "rita@swvoost.example"),
    )
    assert not facts.venue and not facts.address


@pytest.mark.parametrize(
    ("where", "venue"),
    (
        ("We komen samen in De Vlasbloem in Oudenbosch.", "De Vlasbloem"),
        ("We verzamelen bij Paviljoen Zeezicht in Domburg.", "Paviljoen Zeezicht"),
        ("Dat is op sportcomplex Keizerslanden in Deventer.", "sportcomplex Keizerslanden"),
        ("Het is op het Krajicekveld aan de Lindestraat in Almelo.", "Krajicekveld"),
        ("Kom naar ons bij Lunchroom Zoet aan de Markt 7 in Kampen.", "Lunchroom Zoet"),
        ("We doen het op de Pabo in Leeuwarden.", "Pabo"),
        (
            "Deze houden we in gemeenschapscentrum Het Oude\nRaadhuis, Voorstraat 3 te Vianen.",
            "Raadhuis",
        ),
    ),
)
def test_a_house_by_the_words_around_its_name(where: str, venue: str) -> None:
    assert (
        venue in read_one(f"Op 2 juni om 14.00 uur is er een middag voor ouders. {where}\n").venue
    )


@pytest.mark.parametrize(
    "where",
    (
        "In De Volkskrant stond er een stuk over.",
        "Het is in het centrum van Laren, meer hoor je na aanmelding.",
        "Stuur het naar collega Anna de Wit.",
    ),
)
def test_what_is_no_house(where: str) -> None:
    assert not read_one(f"Op 2 juni om 14.00 uur is er een middag voor ouders. {where}\n").venue


@pytest.mark.parametrize(
    ("where", "address"),
    (
        ("in de aula (Rietgors 15) van het Veldzicht Lyceum in Almere", "Rietgors 15"),
        ("in buurthuis De Brug (Kalmoes 8) in Hoorn", "Kalmoes 8"),
        ("aan de Molenweg Noord 44 in Wierden", "Molenweg Noord 44"),
        ("in dorpshuis De Bron, Dorpsstraat West 3a te Nuis", "Dorpsstraat West 3a"),
    ),
)
def test_streets_in_brackets_and_with_a_direction(where: str, address: str) -> None:
    assert read_one(f"De thema-avond op 1 juni om 20.00 uur is {where}.\n").address == address


def test_the_name_of_a_house_is_no_village() -> None:
    facts = read_one(
        "Alles is in Zutphen. Op 2 juni van 16.00 tot 18.00 uur is er een kookworkshop in\n"
        "buurtcentrum De Uitwijk, Van der Capellenlaan 3, voor jongeren.\n"
    )
    assert facts.venue == "buurtcentrum De Uitwijk"
    assert facts.province == "Gelderland"


def test_what_is_held_is_no_house_though_a_street_follows() -> None:
    facts = read_one("1 juni, 9.30 - 11.00: Lezing over schoolangst, Marktplein 2, Winschoten\n")
    assert facts.venue == ""
    assert facts.address == "Marktplein 2"


def test_children_at_school_are_no_place() -> None:
    facts = read_one(
        "Op 1 juni van 9.00 tot 16.00 uur is een congres over wie op school vastloopt.\n"
        "\nRita\nSamenwerkingsverband Oost\nHoofdweg 2, 7522 AA Enschede\n",
        sender=Mailbox("Rita", "rita@swvoost.example"),
    )
    assert not facts.venue and not facts.address
