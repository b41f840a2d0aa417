"""Ends as people tell them in a sentence, and figures that are ages and no hours."""

from datetime import time

import pytest

from submissions.reading.lengths import read_length

from .readers import read_one

START = "Op donderdag 3 juni 2027 houden wij een workshop in Dorpshuis De Kern in Bergeijk."
AT_TWO = time(14)


@pytest.mark.parametrize(
    "told",
    [
        "We beginnen om twee uur en om vier uur doen we het licht uit.",
        "Aanvang 14.00 uur, einde ca. 16.00 uur.",
        "Om 14.00 uur gaan we van start, uiterlijk om 16.00 uur bent u weer thuis.",
        "De aftrap is om 14.00 uur, om 16.00 uur nemen we afscheid.",
        "We trappen af om 14.00 uur, slotakkoord om 16.00 uur.",
        "Aanvang 14.00 uur. Wij streven ernaar om 16.00 uur af te ronden.",
        "Om vier uur is iedereen weer vrij; beginnen doen we om twee uur.",
        "Tot 16.00 uur, te beginnen om 14.00 uur.",
        "Om half twee is er koffie, om twee uur gaan we beginnen en om vier uur is het voorbij.",
        "We beginnen om 14.00 uur en gaan door tot een uur of vier.",
        "We vertrekken om 14.00 uur en zijn omstreeks 16.00 uur terug.",
        "Van 14.00 uur tot 16.00 uur, inloop vanaf half twee.",
        "Begin en einde: 14.00 / 16.00 uur.",
        "We starten om 14,00 uur en zijn om 16,00 uur klaar.",
        "Start 14.00 uur; om 16.00 uur kunnen de ouders hun kind weer ophalen.",
        "Om half twee gaat de deur open, een half uur later beginnen we, om vier uur sluiten we.",
        "We beginnen om 14.00 uur; een uur of vier gaan de stoelen op tafel.",
        "Aanvang 14.00 uur, einde 16.00 uur, aansluitend borrel tot 17.30 uur.",
        "Inloggen kan vanaf 13.45 uur, we beginnen om 14.00 uur en eindigen om 16.00 uur.",
        "Start: twee uur 's middags. We ronden uiterlijk 16.00 uur af.",
        "Vanaf 13.30 uur ben je welkom, om 14.00 uur beginnen we en om 16.00 uur stopt de muziek.",
    ],
)
def test_an_end_is_known_by_what_is_said_of_it(told: str) -> None:
    facts = read_one(f"{START} {told}")
    assert (facts.start_time, facts.end_time) == (AT_TWO, time(16))


@pytest.mark.parametrize(
    "told",
    [
        "Om 14.00 uur begint de eerste ronde, om 15.00 uur de tweede.",
        "We beginnen om 14.00 uur, om 15.00 uur vertelt een leerling haar verhaal.",
        "We beginnen om 14.00 uur, om 15.00 uur gaan we weer verder met de tweede ronde.",
        "Start 14.00 uur. De film duurt 40 minuten, daarna praten we na.",
        "Start 14.00 uur. Bellen kan tot 17.00 uur.",
        "Start 14.00 uur. De receptie is tot 17.00 uur open.",
        "Start 14.00 uur. Wie om 15.00 uur weer weg moet, zit bij de deur.",
        "Start 14.00 uur. De trein van 16.10 uur brengt u weer thuis.",
        "Om 14.00 uur staan wij klaar voor iedereen.",
    ],
)
def test_what_comes_later_is_no_end(told: str) -> None:
    facts = read_one(f"{START} {told}")
    assert (facts.start_time, facts.end_time) == (AT_TWO, None)


@pytest.mark.parametrize(
    "who",
    [
        "Voor kinderen van 6 tot en met 12 die niet naar school gaan.",
        "Voor jongeren tussen 12 en 18.",
        "Bedoeld voor leerlingen van groep 5 t/m 8.",
        "Meiden en jongens van 13 tm 17 zijn welkom.",
        "In de leeftijd van 4 tot 12.",
    ],
)
def test_an_age_is_no_hour(who: str) -> None:
    facts = read_one(f"{START} {who} We beginnen om 14.00 uur en om 16.00 uur is het klaar.")
    assert (facts.start_time, facts.end_time) == (AT_TWO, time(16))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("De les neemt ongeveer 2 uur in beslag.", 120),
        ("Het geheel beslaat een uur.", 60),
        ("Reken op anderhalf uur.", 90),
        ("We beginnen en zijn na anderhalf uur klaar.", 90),
        ("Binnen een uur sta je weer buiten.", 60),
        ("We trekken daar drie kwartier voor uit.", 45),
        ("Beide voorstellingen duren een uur.", 60),
        ("We zijn twee uur onderweg.", 120),
        ("Binnen een uur krijgt u antwoord.", 0),
        ("We denken twee uur na over een oplossing.", 0),
    ],
)
def test_lengths_in_more_words(text: str, minutes: int) -> None:
    assert read_length(text) == minutes


def test_half_past_seven_is_an_evening_unless_something_says_morning() -> None:
    evening = read_one("Op 3 juni is er een bespreking. Aanvang half acht, einde half tien.")
    assert (evening.start_time, evening.end_time) == (time(19, 30), time(21, 30))
    morning = read_one("Op 3 juni is er een ontbijt, van half acht tot half negen.")
    assert (morning.start_time, morning.end_time) == (time(7, 30), time(8, 30))


def test_a_length_holds_for_an_hour_that_has_a_label() -> None:
    text = "Datum: 3 juni 2027\nAanvang: 20.15 uur\nDe voorstelling duurt 75 minuten."
    assert read_one(text).end_time == time(21, 30)


def test_a_night_has_no_end_on_the_evening_after() -> None:
    text = "Van donderdag 3 juni 19.00 uur tot vrijdag 4 juni 9.00 uur slapen we in de gymzaal."
    assert read_one(text).end_time is None
