"""Places, organisers, audiences and pages in sentences of many writers."""

import pytest

from mail.mailbox import Mailbox

from .readers import read, read_one

WHEN = "Op donderdag 3 juni 2027 van 13.30 tot 16.00 uur"
HELD = f"{WHEN} houden we een workshop"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"{HELD} in zaal 3 van cultuurcentrum Cultura in Ede.", "cultuurcentrum Cultura"),
        (f"{HELD}. Goed idee? Havenhuis, Marktstraat 9, Ede.", "Havenhuis"),
        (f"{HELD}. Locatie is de aula van het Marnix College in Ede.", "Marnix College"),
        (f"{HELD} in de Stroomfabriek in Ede.", "Stroomfabriek"),
        (f"{HELD}. De eigenaar van Pension Duinzicht te Ede ontvangt ons.", "Pension Duinzicht"),
        (f"{HELD}. Locatie: nog nader te bepalen, in ieder geval in Ede.", ""),
        (f"Vanuit de GGD willen we meedoen. {HELD} in Ede.", ""),
        (f"{HELD} in de Achterhoek in Ede.", ""),
    ],
)
def test_buildings_in_words(text: str, venue: str) -> None:
    assert read_one(f"Beste redactie,\n\n{text}\n\nGroet,\nNoor").venue == venue


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("we zitten in de dorpsstraat 12 in ede.", "Dorpsstraat 12"),
        ("plek = molenlaan 4", "Molenlaan 4"),
        ("buurthuis De Kade, Markt 8 Ede", "Markt 8"),
        ("het is onderweg 10 minuten rijden.", ""),
        ("neem de fietsweg 2 keer naar links.", ""),
    ],
)
def test_streets_without_capitals(text: str, address: str) -> None:
    assert read_one(f"{HELD}. {text}").address == address


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Wij zitten in de pastorie van Giessenburg, Dorpsstraat 19.", "Giessenburg"),
        ("De wethouder van Giessenburg, mevrouw Dirks, opent.", ""),
    ],
)
def test_a_town_in_front_of_its_street(text: str, town: str) -> None:
    assert read_one(f"{HELD}. {text}").town == town


def test_a_mail_without_capitals_names_its_town() -> None:
    text = "do 3 juni van 19.00 tot 21.00 een gameavond, jongerenhuis de kade hier uit ijmuiden."
    assert read_one(text).town == "IJmuiden"


def test_a_town_hall_is_in_the_town_of_its_organiser() -> None:
    text = f"{WHEN} is er een overleg in het stadhuis.\n\nGroet,\n\nNoor\nGemeente Almelo"
    assert read_one(text, sender=Mailbox("Noor", "n@almeloo.example.nl")).municipality == "GM0141"


@pytest.mark.parametrize(
    ("text", "organiser"),
    [
        ("Namens onze opdrachtgever, Netwerk Samen Ouder, melden wij iets.", "Netwerk Samen Ouder"),
        ("Namens mijn collega's van het Jeugdteam Ede meld ik iets.", "Jeugdteam Ede"),
        ("Ik ben leerkracht op De Vuurvogel en doe graag mee.", "De Vuurvogel"),
        ("Samen met de bibliotheek organiseert Stichting Kantel dit.", "Stichting Kantel"),
        ("Stichting Kantel heeft het genoegen u uit te nodigen.", "Stichting Kantel"),
        ("Groet, Tom (Ouderpunt)", "Ouderpunt"),
        ("Groet,\n\nNoor Bos\nJeugdverpleegkundige GGD Noordoost", "GGD Noordoost"),
        ("Groet,\n\nNoor Bos, coördinator Jeugdhuis Ede", "Jeugdhuis Ede"),
    ],
)
def test_who_holds_it(text: str, organiser: str) -> None:
    sender = Mailbox("Noor Bos", "noor@ouderpunt.example.org")
    assert read_one(f"{HELD} in Ede. {text}", sender=sender).organiser == organiser


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("De avond is bestemd voor zowel ouders als professionals.", "ouders professionals"),
        ("Een verteluurtje voor kleuters, en voor hun ouders.", "ouders jongeren"),
        ("Alleen ouders, geen instanties.", "ouders"),
        ("Een tocht van jongeren met hun mentor.", "jongeren onderwijs"),
        ("Ouders kunnen tussen 12.00 en 13.00 uur aanschuiven.", "ouders"),
        ("We bespreken het samen. Daar ontmoeten leerlingen en mentoren elkaar.",
         "jongeren onderwijs"),
        ("Het publiek bestaat uit intern begeleiders.", "onderwijs"),
        ("Alle papa's en mama's mogen komen.", "ouders"),
        ("We hopen veel ouders te ontmoeten.", "ouders"),
        ("Een moeder van een thuiszitter vertelt.", ""),
    ],
)  # fmt: skip
def test_whom_it_is_for(text: str, audiences: str) -> None:
    told = read_one(f"Beste redactie,\n\n{HELD} in Ede. {text}\n\nGroet,\nNoor").audiences
    assert set(told) == set(audiences.split())


PAGE = "https://x.example.nl/a"


@pytest.mark.parametrize(
    ("text", "website", "registration"),
    [
        (f"Meespelen? Geef het even door via {PAGE}", "", PAGE),
        (f"Het inschrijfformulier staat op {PAGE}", "", PAGE),
        (f"Gratis kaartje: {PAGE}", "", PAGE),
        (f"kosten // niets, komen zonder aanmelden mag\nmeer lezen // {PAGE}", PAGE, ""),
        (f"Gemaakt met {PAGE}", "", ""),
    ],
)
def test_what_a_page_is_for(text: str, website: str, registration: str) -> None:
    facts = read_one(f"{HELD} in Ede.\n\n{text}\n")
    assert (facts.website, facts.registration_url) == (website, registration)


def test_a_film_too_big_for_a_mail_is_material_until_its_link_goes() -> None:
    text = "De video was te groot om te mailen, dus zo: https://grote.example.com/d/x (de link "
    reading = read(f"{text}blijft tot 12 juni). Mag in de toolbox.", subject="video")
    assert (str(reading.kind), len(reading.drafts)) == ("material", 0)
