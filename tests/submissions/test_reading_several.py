"""Mails that tell of more than one activity."""

from datetime import date, time

from mail.message import Link
from tests.submissions.readers import read, read_one


def test_a_list_gives_an_activity_each() -> None:
    drafts = read(
        "Hallo,\n\n"
        "- Maandag 31 mei, 10.00-12.00 uur: Kick-off voor bestuurders, Provinciehuis Utrecht\n"
        "- Dinsdag 1 juni, 15.30-17.00 uur: Workshop verzuimkaart, online\n\nGroet, De Stap"
    ).drafts
    assert [draft.facts.title for draft in drafts] == [
        "Kick-off voor bestuurders",
        "Workshop verzuimkaart",
    ]
    assert [draft.facts.first_day for draft in drafts] == [date(2027, 5, 31), date(2027, 6, 1)]
    assert [draft.facts.attendance for draft in drafts] == ["locatie", "online"]


def test_a_table_gives_an_activity_a_row_with_the_links_of_its_cells() -> None:
    text = (
        "Wat            Wanneer     Waar              Aanmelden\n"
        "Ontbijt ib'ers ma 31 mei   De Skûle, Sneek   inschrijven\n"
        "               8.00-9.30\n"
        "Vragenuur      vr 4 juni   Online            klik hier\n"
        "               12.00\n"
    )
    links = (
        Link("inschrijven", "https://a.example.nl/ontbijt"),
        Link("klik hier", "https://a.example.nl/uur"),
    )
    first, second = (
        draft.facts for draft in read(text.replace("ib'ers ", "ib'ers  "), links=links).drafts
    )
    assert first.title.startswith("Ontbijt")
    assert second.title == "Vragenuur"
    assert (first.start_time, second.start_time) == (time(8), time(12))
    assert second.registration_url == "https://a.example.nl/uur"


def test_headings_above_groups_of_labels_are_names() -> None:
    drafts = read(
        "1. Koffiecafé voor ouders\nDatum: maandag 31 mei\nLocatie: Het Klokhuis, Amersfoort\n\n"
        "2. Inspiratiesessie voor scholen\nDatum: donderdag 3 juni\nLocatie: Het Eemhuis, "
        "Amersfoort\n\nAanmelden voor beide: www.swveem.example.nl/aanmelden\n"
    ).drafts
    assert [draft.facts.title for draft in drafts] == [
        "Koffiecafé voor ouders",
        "Inspiratiesessie voor scholen",
    ]
    assert {draft.facts.registration_url for draft in drafts} == {
        "https://www.swveem.example.nl/aanmelden"
    }


def test_sessions_of_one_thing_are_an_activity_each() -> None:
    drafts = read(
        'Op 1, 2 en 3 juni is telkens om 20.00 uur de voorstelling "Bankhanger" te zien.'
    ).drafts
    assert [draft.facts.first_day.day for draft in drafts] == [1, 2, 3]


def test_days_that_follow_one_another_are_one_activity() -> None:
    facts = read_one("Titel: Training\nDatum: 2 en 3 juni 2027\nTijd: 09:30 - 16:30 uur")
    assert (facts.first_day, facts.last_day) == (date(2027, 6, 2), date(2027, 6, 3))


def test_days_of_a_series_have_the_hours_that_stand_with_them() -> None:
    drafts = read(
        "Week van 31 mei, onze plannen:\n\n* maandag: kletskoffie (9.30-11.00)\n"
        "* woensdag: samen naar het strand, vertrek 10.00\n* vrijdag: soep, vanaf 17.30\n"
    ).drafts
    assert [draft.facts.start_time for draft in drafts] == [time(9, 30), time(10), time(17, 30)]
    assert [draft.facts.title for draft in drafts] == [
        "Kletskoffie",
        "Samen naar het strand",
        "Soep",
    ]


def test_who_holds_it_is_not_its_name_though_the_subject_says_so() -> None:
    facts = read_one(
        "De Stap houdt donderdag 3 juni een verzuimmarkt, 15.15 uur.\n",
        subject="Stichting De Stap",
    )
    assert facts.title == "Verzuimmarkt"
