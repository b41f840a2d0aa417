"""Strokes and ticks, days in uw week, hours above a list, a subject that tells all."""

from datetime import date, time

import pytest

from .readers import read, read_one


def test_strokes_part_a_label_from_its_value() -> None:
    text = "wat // bandrepetitie\nwie // kids\nwanneer // 2 juni 2027\nhoe laat // 14u tot 15u30"
    facts = read_one(text)
    assert (facts.title, facts.first_day, facts.end_time) == (
        "Bandrepetitie", date(2027, 6, 2), time(15, 30),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ticked", "attendance"),
    [("☑ op locatie ☐ online ☐ beide", "locatie"), ("☐ op locatie ☑ online", "online")],
)
def test_ticks_are_no_name(ticked: str, attendance: str) -> None:
    place = "Plaats: Uithuizen\n" if attendance == "locatie" else ""
    text = f"Titel: Koffiehoek\nDatum: 2027-06-03\nDe activiteit is: {ticked}\n{place}"
    facts = read_one(text)
    assert (facts.title, facts.attendance) == ("Koffiehoek", attendance)


def test_dag_above_a_day_is_a_label_and_no_greeting() -> None:
    text = "Koken en kletsen\n\nDag\ndinsdag 1 juni 2027\nTijd\n11.00 – 13.15 uur\nPlek\nDe Kei"
    facts = read_one(text, subject="Koken en kletsen")
    assert (facts.title, facts.start_time) == ("Koken en kletsen", time(11))


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Op de derde dag van uw week", 2),
        ("Op de laatste dag van jullie week", 4),
        ("Op woensdag in uw week", 2),
    ],
)
def test_days_of_your_week(told: str, day: int) -> None:
    text = f"Geachte redactie,\n\n{told} houden wij een lezing, van 10.00 tot 11.00 uur in Ede."
    assert read_one(text).first_day == date(2027, 6, day)


def test_hours_above_a_list_hold_for_its_items() -> None:
    text = (
        "Wij geven webinars, steeds van 16.00 tot 16.45 uur:\n\n- maandag 31 mei: Wat mag er?\n"
        "- dinsdag 1 juni: Bang voor de bel\n- donderdag 3 juni: Kleine stappen\n"
    )
    facts = [one.facts for one in read(text).drafts]
    assert {(one.start_time, one.end_time) for one in facts} == {(time(16), time(16, 45))}
    assert [one.attendance for one in facts] == ["online"] * 3


def test_twice_on_a_day_is_two_sessions() -> None:
    text = (
        "Woensdag 2 juni spelen wij twee keer 'De bank': om 10.30 uur voor scholen en om 19.30 "
        "uur voor ouders. Beide voorstellingen duren een uur. Theater De Kei in Ede."
    )
    hours = [(one.facts.start_time, one.facts.end_time) for one in read(text).drafts]
    assert hours == [(time(10, 30), time(11, 30)), (time(19, 30), time(20, 30))]


def test_a_building_told_before_has_its_address_still() -> None:
    text = (
        "- maandag 31 mei, 9.00-10.00 uur, Koffie, Buurthuis De Hoek, Kastanjelaan 1, Assen\n"
        "- woensdag 2 juni, 14.00-16.00 uur, Spelen, Theater Vibe, Marktweg 8, Assen\n"
        "- vrijdag 4 juni, 16.00-17.00 uur, Afsluiting, Buurthuis De Hoek\n"
    )
    streets = [one.facts.address for one in read(text).drafts]
    assert streets == ["Kastanjelaan 1", "Marktweg 8", "Kastanjelaan 1"]


def test_a_subject_alone_tells_where() -> None:
    subject = (
        "Inloop ‘Kopje thee?’ - do 3 juni 19.30-21u - dorpshuis De Kei, Dorpsstraat 3, Harmelen"
    )
    facts = read_one("", subject=subject)
    assert (facts.venue, facts.address, facts.town) == (
        "dorpshuis De Kei", "Dorpsstraat 3", "Harmelen",
    )  # fmt: skip
