"""For whom, by whom, its name and its page: by the sentence, without the usual words."""

from datetime import time

import pytest

from mail.mailbox import Mailbox
from tests.submissions.readers import read, read_one

A_DAY = "Op 2 juni om 9.30 uur"


@pytest.mark.parametrize(
    ("text", "audiences"),
    (
        (
            f"{A_DAY} praten we tijdens een avond met ouders en hulpverleners over angst.",
            {"ouders", "jeugdhulp"},
        ),
        (
            f"{A_DAY} is er een koffieochtend. Ouders van thuiszitters wisselen er ervaringen uit.",
            {"ouders"},
        ),
        (f"{A_DAY} krijgen alle brugklassers een gastles over anders zijn.", {"jongeren"}),
        (
            f"{A_DAY} gaan leerkrachten en jeugdartsen samen aan de slag.",
            {"onderwijs", "jgz"},
        ),
        (
            f"{A_DAY} brengen we ouders en scholen bij elkaar aan een ronde tafel.",
            {"ouders", "onderwijs"},
        ),
        (
            f"{A_DAY} brengt ons samenwerkingsverband schoolleiders en leerplicht bijeen.",
            {"onderwijs", "gemeenten"},
        ),
        (
            f"{A_DAY} is er een middag voor iedereen die beroepshalve met verzuim te maken heeft.",
            {"professionals"},
        ),
        (
            f"De kerk nodigt iedereen uit voor {A_DAY[3:]}: over wie een kind thuis heeft.",
            {"iedereen"},
        ),
        (f"{A_DAY} mogen thuiszitters van 10 t/m 15 jaar komen trainen.", {"jongeren"}),
    ),
)
def test_for_whom_by_who_does_it_or_gets_it(text: str, audiences: set[str]) -> None:
    assert set(read_one(text + "\n").audiences) == audiences


def test_who_is_told_of_is_not_whom_it_is_for() -> None:
    facts = read_one(f"{A_DAY} is er een webinar. Drie ouders en een wethouder openen het.\n")
    assert facts.audiences == ()


def test_who_else_may_come_is_part_of_the_answer() -> None:
    facts = read_one(
        "Wie mag er komen?\nIntern begeleiders van scholen. Ook jeugdartsen zijn welkom.\n"
        "Wanneer?\n3 juni om 10.00 uur\nWat?\nWerkontbijt Samen eerder\n"
    )
    assert set(facts.audiences) == {"onderwijs", "jgz"}


@pytest.mark.parametrize(
    ("text", "name", "organiser"),
    (
        (
            "Wij van Buurthuis De Vlinder doen mee. Op 1 juni is er een bingo.\nWim",
            "Wim",
            "Buurthuis De Vlinder",
        ),
        (
            f"{A_DAY} krijgen brugklassers van het Waterland Lyceum les.\n\nSaskia Baan, mentor",
            "Saskia Baan",
            "Waterland Lyceum",
        ),
        (
            f"{A_DAY} is er een casustafel.\n\nInge Visser\nRBL Hollands Diep",
            "Inge",
            "RBL Hollands Diep",
        ),
        (
            f"{A_DAY} is er een bijeenkomst.\n\nJ. Prins, secretaris Oudervereniging Samen Op Weg",
            "J. Prins",
            "Oudervereniging Samen Op Weg",
        ),
        (
            "In onze school, de Ichthus Mavo in Drachten, is er 2 juni een gastles.\n\nMarieke\n",
            "Marieke",
            "Ichthus Mavo",
        ),
    ),
)
def test_a_person_holds_nothing_where_the_mail_names_who_does(
    text: str, name: str, organiser: str
) -> None:
    sender = Mailbox(name, f"{name.split()[-1].lower()}@mail.example")
    assert read_one(text + "\n", sender=sender).organiser == organiser


def test_the_address_of_an_app_confirms_no_piece_of_a_word() -> None:
    facts = read_one(
        "Onze schooltuin is op 3 juni van 13.00 tot 15.00 uur open.\n\nOBS De Kameleon\n",
        sender=Mailbox("OBS De Kameleon", "noreply@schoolapp.example"),
    )
    assert facts.organiser == "OBS De Kameleon"


@pytest.mark.parametrize(
    "told",
    (
        "Op https://vooruit.example/3juni vind je meer en kun je je inschrijven.",
        "Een plaats reserveren? Dat gaat via https://vooruit.example/3juni.",
        "Wie mee wil doen, vult het formulier in op https://vooruit.example/3juni.",
        "Via https://vooruit.example/3juni geef je door met hoeveel mensen je komt.",
    ),
)
def test_a_page_to_sign_up_by_the_words_on_either_side(told: str) -> None:
    facts = read_one(f"Webinar op 3 juni om 13.00 uur. {told}\n")
    assert facts.registration_url == "https://vooruit.example/3juni"


def test_a_page_to_read_more_is_none_to_sign_up() -> None:
    facts = read_one(
        "Webinar op 3 juni om 13.00 uur. Lees meer op www.vooruit.example. Opgeven hoeft niet.\n"
    )
    assert facts.registration_url == ""


@pytest.mark.parametrize(
    ("text", "title"),
    (
        (
            "Wat: een avond met de naam Samen sterk, over angst.\nDatum: 2 juni",
            "Samen sterk",
        ),
        (f"{A_DAY} zijn ouders welkom, samen wandelen noemen we het.", "Samen wandelen"),
        (
            f"{A_DAY} houden we een Buitendag voor kinderen van groep 7 die thuis zitten.",
            "Buitendag",
        ),
        (
            f"{A_DAY} houdt de groep een conferentie: Thuis is ook een plek. Kom ook.",
            "Conferentie Thuis is ook een plek",
        ),
    ),
)
def test_a_name_by_the_words_around_it(text: str, title: str) -> None:
    assert read_one(text + "\n").title == title


def test_an_end_at_the_latest_is_an_end() -> None:
    facts = read_one("Thema-avond op 3 juni. Start half acht, einde uiterlijk kwart over negen.\n")
    assert (facts.start_time, facts.end_time) == (time(19, 30), time(21, 15))


def test_who_gathers_at_an_hour_begins_later() -> None:
    facts = read_one("3 juni: om 14.30 uur verzamelen, om 15.00 uur begint de training.\n")
    assert facts.start_time == time(15)


def test_answers_that_name_it_and_its_day_introduce_an_activity() -> None:
    reading = read(
        "Hoi,\n\n> Wat is de naam van de activiteit?\nBosloop voor beginners\n"
        "> Op welke dag is het en hoe laat?\nDie hebben we verplaatst naar 2 juni, 10.00 uur\n"
        "> Voor wie?\nIedereen met schoenen\n> Waar kan men zich opgeven?\n"
        "https://loop.example/mee\n\nIngrid\n",
        subject="Re: uw activiteit",
    )
    assert reading.kind == "submission"
    facts = reading.drafts[0].facts
    assert facts.title == "Bosloop voor beginners"
    assert facts.registration_url == "https://loop.example/mee"
    assert facts.audiences == ("iedereen",)


def test_who_filled_in_a_form_is_not_what_it_is_called() -> None:
    facts = read_one(
        "Hoe noemt u de activiteit?\nPraatuur\nDag en datum\nmaandag 31 mei\nStarttijd\n20:00\n"
        "Stoptijd\n21:30\nGebouw of zaal\nTrefpunt Zuid\nUw voor- en achternaam\nHenk Vos\n"
        "Uw organisatie\nOuders Samen Sterk\nJe e-mailadres\nhenk@sterk.example\n"
    )
    assert (facts.title, facts.venue, facts.organiser) == (
        "Praatuur",
        "Trefpunt Zuid",
        "Ouders Samen Sterk",
    )
    assert (facts.end_time, facts.contact_email) == (time(21, 30), "henk@sterk.example")


@pytest.mark.parametrize("verb", ("stelt de velden open", "vertoont een film", "kookt soep"))
def test_the_subject_of_a_sentence_holds_it(verb: str) -> None:
    facts = read_one(
        f"Op 1 juni is het zover. Korfbalvereniging De Meervogels {verb}, 13.30 uur.\n",
        sender=Mailbox("A. Wiegers", "wiegers@mail.example"),
    )
    assert facts.organiser == "Korfbalvereniging De Meervogels"
