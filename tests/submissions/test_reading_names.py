"""What an activity is called and who holds it, in texts of many shapes."""

import pytest

from mail.mailbox import Mailbox
from tests.submissions.readers import read, read_one

WHEN = "Op 2 juni van 14.00 tot 16.00 uur in Ede"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{WHEN} geven wij de workshop Kijken naar gedrag.", "Workshop Kijken naar gedrag"),
        (f"{WHEN} zitten wij klaar. Het heet Maatje Mee en is gratis.", "Maatje Mee"),
        (f"{WHEN} is iedereen welkom. Noem het maar Level Up.", "Level Up"),
        (f"Een webinar, Praten zonder druk geheten. {WHEN}.", "Praten zonder druk"),
        (f"Onder de titel Van hek naar hart houden wij {WHEN.lower()} iets.", "Van hek naar hart"),
        (f"{WHEN} openen we. Het kind krijgt een naam: Verzuimbalie.", "Verzuimbalie"),
        (f"**Samen wandelen**\n{WHEN} lopen ouders een rondje.", "Samen wandelen"),
        (f"{WHEN} is er een open atelier bij ons.", "Open atelier"),
        (
            f'{WHEN} is er een middag. "In 2025 zat ik thuis", zegt een van hen.\n\n'
            "Jongeren nemen stadhuis over\n2 juni 2027",
            "Jongeren nemen stadhuis over",
        ),
        (f"Dag redactie,\n\n{WHEN} staat een knutselmiddag klaar.", "Knutselmiddag"),
    ],
)
def test_names_in_running_text(text: str, title: str) -> None:
    assert read_one(text, subject="Aanmelding").title == title


@pytest.mark.parametrize(
    "subject",
    [
        "Wat wij doen",
        "Onze avond",
        "zoals beloofd",
        "Actieweek contribution",
        "drie data",
        "wij ook",
    ],
)
def test_a_subject_that_says_nothing_is_no_name(subject: str) -> None:
    assert read_one(f"{WHEN} is er een praatgroep.", subject=subject).title == "Praatgroep"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Aanmelding - Theater in de klas - 3 juni", "Theater in de klas"),
        ('Uitnodiging "De dag van de stille leerling"', "De dag van de stille leerling"),
        ("[lijst] Fwd: Thuiszitters online vragenuur", "Thuiszitters online vragenuur"),
    ],
)
def test_a_subject_that_names_it(subject: str, title: str) -> None:
    assert read_one(f"{WHEN} zijn wij er weer.", subject=subject).title == title


@pytest.mark.parametrize(
    ("sender", "text", "organiser"),
    [
        (
            Mailbox("Petra", "petra@samenopweg.example.nl"),
            f"Graag meld ik namens Stichting Samen op Weg een workshop aan. {WHEN}.",
            "Stichting Samen op Weg",
        ),
        (
            Mailbox("Ahmed", "ahmed@kcc.example.nl"),
            f"{WHEN} is er een lezing.\n\nAhmed Yilmaz\nKenniscentrum Complex Leren",
            "Kenniscentrum Complex Leren",
        ),
        (
            Mailbox("Gerda Everts", "g@example.com"),
            f"{WHEN} is er een lezing.\n\nGroet,\nG. Everts (secretaris Ouderkring Diever)",
            "Ouderkring Diever",
        ),
        (
            Mailbox("Dunya Benali", "dunya@maatjemee.example.org"),
            f"{WHEN} is er een lezing.\n\nGroet van Dunya\n--\nDunya Benali | projectleider | "
            "Maatje Mee",
            "Maatje Mee",
        ),
        (
            Mailbox("Praktijk Prikkel", "welkom@praktijkprikkel.example.nl"),
            f"{WHEN} is er een lezing.\n\nGroet,\nPraktijk Prikkel, Velperweg 12, Arnhem",
            "Praktijk Prikkel",
        ),
        (
            Mailbox("Jip", "j.dewaal@jeugdteamlek.example.nl"),
            f"{WHEN} is er een inloop. Meld je aan bij Jeugdteam Lek.\n\nJip",
            "Jeugdteam Lek",
        ),
        (
            Mailbox("Kees Jan de Wit | Onderwijsgroep Noord", "kj@ogn.example.nl"),
            f"{WHEN} is er een lezing.\n\nGroeten,\nKees Jan",
            "Onderwijsgroep Noord",
        ),
        (Mailbox("Klaas Visser", "k@example.com"), f"{WHEN} is er een lezing.", "Klaas Visser"),
    ],
)
def test_who_holds_it(sender: Mailbox, text: str, organiser: str) -> None:
    assert read_one(text, sender=sender).organiser == organiser


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Maandag 31 mei\n9.00-10.00 uur: Opening met ontbijt\n\nWoensdag 2 juni\n"
            "13.00-15.00 uur: Studiemiddag schoolangst",
            ["Opening met ontbijt", "Studiemiddag schoolangst"],
        ),
        (
            "| Wat | Wanneer | Waar |\n|---|---|---|\n| Voorleesuur | di 1 juni 15.00-16.00 uur | "
            "Ede |\n| Lezing Anna Blom | do 3 juni 20.00-21.30 uur | Ede |",
            ["Voorleesuur", "Lezing Anna Blom"],
        ),
        (
            "Datum           Tijd         Wat\nmaandag 31 mei  9.00-10.00   Ontbijt samen\n"
            "                15.30-17.00  Workshop Gesprek\nvrijdag 4 juni  12.30-13.30  Slotlunch",
            ["Ontbijt samen", "Workshop Gesprek", "Slotlunch"],
        ),
        (
            'Eerst organiseren we op dinsdag 1 juni van 9.00 tot 11.00 uur de workshop "Eerste '
            'hulp" in Tiel. Daarna is er op donderdag 3 juni om 19.30 uur de ouderavond "Niet '
            'alleen" in Tiel.',
            ["Workshop Eerste hulp", "Ouderavond Niet alleen"],
        ),
        (
            "Onze kinderyoga is op maandag 31 mei, woensdag 2 juni en vrijdag 4 juni, steeds van "
            "10.00 tot 11.00 uur in Hoorn.",
            ["Kinderyoga"] * 3,
        ),
    ],
)
def test_several_activities_in_one_text(text: str, titles: list[str]) -> None:
    drafts = read(f"Beste redactie,\n\n{text}\n\nGroet, De Stap", subject="programma").drafts
    assert [one.facts.title for one in drafts] == titles


def test_the_steps_of_one_afternoon_are_no_activities() -> None:
    text = (
        'Op 3 juni houden wij het symposium "Schakelen met lef".\n\nProgramma\n13.00 uur  '
        "Ontvangst\n13.30 uur  Welkom\n13.45 uur  Lezing\n16.30 uur  Borrel"
    )
    assert read_one(text).title == "Symposium Schakelen met lef"


@pytest.mark.parametrize(
    "text",
    [
        "1 juni om tien uur koffie\n2 juni om tien uur thee",
        "Samen lopen\n1 juni om tien uur koffie\n2 juni om tien uur thee",
        "\n1 juni om tien uur koffie\n\n2 juni om tien uur thee",
        "- 1 juni om tien uur koffie\n- 2 juni om tien uur thee",
        "1 juni\n10.00 koffie drinken\n2 juni\n10.00 thee drinken",
    ],
)
def test_days_on_lines_of_their_own(text: str) -> None:
    drafts = read(text, subject="programma").drafts
    assert [one.facts.first_day and one.facts.first_day.day for one in drafts] == [1, 2]


def test_a_labelled_title_may_ask_before_it_names() -> None:
    facts = read_one(
        "Titel: Ziek of niet naar school? Kennismiddag voor jeugdartsen en mentoren\n"
        "Datum: woensdag 2 juni 2027\nTijd: 14.00 - 17.00 uur\n"
    )
    assert facts.title == "Ziek of niet naar school? Kennismiddag voor jeugdartsen en mentoren"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("is er om 15.00 uur een lezing in de bibliotheek van Gouda.", "Lezing"),
        ("is om 15.00 uur een inloopmiddag bij het wijkcentrum De Ster in Zeist.", "Inloopmiddag"),
        ("openen we om 15.00 uur het Kanscafé in de schouwburg van Ede.", "Kanscafé"),
        ("is er om 15.00 uur ‘Nacht in het museum’ in het museum van Ede.", "Nacht in het museum"),
    ],
)
def test_the_place_is_no_part_of_what_it_is_called(text: str, title: str) -> None:
    facts = read_one(f"Op dinsdag 1 juni {text}")
    assert facts.title == title
    assert facts.venue not in facts.title or "Nacht" in title


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("speelt in schouwburg De Lantaarn de voorstelling Leeg", "schouwburg De Lantaarn"),
        ("draait in filmhuis De Keizer de film Tessel", "filmhuis De Keizer"),
        ("geeft in theater Het Park de groep Zonder Bel een concert", "theater Het Park"),
        ("is in buurthuis de brug een lezing", "buurthuis de brug"),
    ],
)
def test_behind_the_name_of_a_house_something_else_begins(text: str, venue: str) -> None:
    assert read_one(f"Op woensdag 2 juni om 20.00 uur {text}.").venue == venue
