"""Tables written a cell a line, and what stands among the days of a programme."""

from datetime import date, time

from tests.submissions.readers import read

SPACED = """Ons programma in de actieweek:

Dag

Tijdstip

Activiteit

Locatie

Doelgroep

maandag 31 mei

10.00 - 11.30 uur

Koffietafel zonder oordeel

Wijkcentrum De Kompaan, Lindelaan 8, Assen

ouders

dinsdag 1 juni

19.30 - 21.00 uur

Lezing Het lege stoeltje

Concertzaal De Kolk
Markt 3, Assen

docenten en ouders

Groeten,
Petra
"""


def test_cells_below_each_other_are_a_row_of_as_many_as_the_head_has() -> None:
    first, second = (draft.facts for draft in read(SPACED).drafts)
    assert (first.title, second.title) == ("Koffietafel zonder oordeel", "Lezing Het lege stoeltje")
    assert (first.first_day, second.first_day) == (date(2027, 5, 31), date(2027, 6, 1))
    assert (first.start_time, second.end_time) == (time(10), time(21))
    assert (first.venue, first.address) == ("Wijkcentrum De Kompaan", "Lindelaan 8")
    assert (second.venue, second.address) == ("Concertzaal De Kolk", "Markt 3")
    assert set(second.audiences) == {"ouders", "onderwijs"}


def test_without_empty_lines_every_line_is_a_cell() -> None:
    first, second = (
        draft.facts
        for draft in read(
            "Titel\nWanneer\nWaar\nSpreekuur schoolziek\nwoensdag 2 juni, 9.00-12.00 uur\n"
            "Gezondheidscentrum De Reling, Purmerend\nVragenuur verzuim\n"
            "donderdag 3 juni, 13.00-14.00 uur\nonline\n\nGroet,\nGGD Waterland\n"
        ).drafts
    )
    assert (first.title, second.title) == ("Spreekuur schoolziek", "Vragenuur verzuim")
    assert (first.attendance, second.attendance) == ("locatie", "online")


def test_a_form_with_its_answers_is_no_such_table() -> None:
    (draft,) = read(
        "Wat\nZeilochtend\nWanneer\n4 juni, 9.30 uur\nWaar\nJachthaven De Pampus\n"
    ).drafts
    assert draft.facts.title == "Zeilochtend"
    assert draft.facts.venue == "Jachthaven De Pampus"


def test_what_lasts_all_week_is_an_activity_beside_those_of_the_days() -> None:
    drafts = read(
        "Dinsdag 1 juni\n10.00 - 12.00 uur: Rondleiding Stil in de klas, voor leerlingen.\n\n"
        "Donderdag 3 juni\n14.00 - 15.30 uur: Schrijfcafé, voor ouders.\n\n"
        "Gehele week\nTentoonstelling Lege stoelen. Gratis te bezoeken.\n\nGroet,\nAnja\n"
    ).drafts
    assert len(drafts) == 3
    week = next(draft.facts for draft in drafts if draft.facts.last_day)
    assert week.title == "Tentoonstelling Lege stoelen"
    assert (week.first_day, week.last_day) == (date(2027, 5, 31), date(2027, 6, 4))
    assert week.all_day


def test_rows_of_a_day_and_an_hour_begin_anew_though_the_line_before_is_long() -> None:
    drafts = read(
        "Wat er bij ons te doen is:\n\n"
        "di 1 juni, 10.30-12.00 | Taalcafé voor ouders in de leeszaal\n"
        "wo 2 juni, 14.00-16.00 | Gamen en praten in de leeszaal\n"
        "do 3 juni, 20.00-21.30 | Lezing van een oud-leerling\n"
    ).drafts
    assert [draft.facts.first_day.day for draft in drafts if draft.facts.first_day] == [1, 2, 3]


def test_items_that_begin_with_and_are_items_too() -> None:
    drafts = read(
        "Drie dingen van ons in Schiedam:\n"
        "Op 31 mei gaan we met jongeren boksen in sporthal Margriet van 16:00 tot 17:30.\n"
        "Op 2 juni komen ouders voor thee naar De Buurtkamer, Rotterdamsedijk 12, 10:00-11:30.\n"
        "En 4 juni sluiten we af met een barbecue voor iedereen in het Beatrixpark vanaf 17:00.\n"
    ).drafts
    assert [draft.facts.audiences for draft in drafts] == [
        ("jongeren",),
        ("ouders",),
        ("iedereen",),
    ]
    assert drafts[2].facts.title == "Barbecue voor iedereen"


def test_sentences_with_a_day_and_an_hour_each_need_no_name_of_more_than_a_word() -> None:
    first, second, third = (
        draft.facts
        for draft in read(
            "Op 31 mei is er een theatervoorstelling in De Meenthe in Steenwijk om 20.00 uur. "
            "Op 2 juni kunnen ouders terecht op het telefonisch spreekuur van 10.00 tot 12.00 uur. "
            "En op 4 juni praten we met docenten tijdens de verzuimtafel, die begint om 15.00 uur, "
            "zelfde plek als het theater.\n"
        ).drafts
    )
    assert first.title == "Theatervoorstelling"
    assert second.audiences == ("ouders",)
    assert (third.title, third.venue) == ("Verzuimtafel", second.venue or first.venue)


def test_days_with_days_between_at_the_same_hours_are_two_sessions() -> None:
    drafts = read(
        "Onder de naam Koffie met Koos houd ik 31 mei en 3 juni van 9.30 tot 11.00 uur open "
        "spreekuur in wijkgebouw 't Anker, Zeelaan 14 in Zierikzee.\n"
    ).drafts
    assert [draft.facts.first_day for draft in drafts] == [date(2027, 5, 31), date(2027, 6, 3)]
    assert {draft.facts.title for draft in drafts} == {"Koffie met Koos"}


def test_days_that_follow_one_another_are_one_training() -> None:
    (draft,) = read("Op 1 en 2 juni van 9.00 tot 16.00 uur is er een training.\n").drafts
    assert draft.facts.last_day == date(2027, 6, 2)


def test_what_has_a_day_and_hours_of_its_own_is_an_activity_whatever_it_is_called() -> None:
    first, second = (
        draft.facts
        for draft in read(
            "De gemeente doet twee dingen. Maandagavond 31 mei ontvangt de wethouder ouders in de "
            "raadzaal, van 19.30 tot 21.00 uur. En op donderdag 3 juni eten we om 9.00 uur met "
            "schooldirecteuren bij Restaurant De Buurvrouw, Buitendams 4.\n"
        ).drafts
    )
    assert (first.first_day, second.first_day) == (date(2027, 5, 31), date(2027, 6, 3))
    assert second.address == "Buitendams 4"


def test_a_number_is_not_what_a_paragraph_is_called() -> None:
    drafts = read(
        "We melden twee activiteiten aan:\n\nActiviteit 1\nKoffie-uurtje voor ouders. 1 juni, "
        "9.00 - 10.00 uur.\n\nActiviteit 2\nStudiemiddag voor alle medewerkers. Woensdag 2 juni, "
        "13.30 - 16.30 uur.\n"
    ).drafts
    assert [draft.facts.title.split()[0] for draft in drafts] == ["Koffie-uurtje", "Studiemiddag"]


def test_what_closes_on_another_day_is_no_second_activity() -> None:
    drafts = read(
        "Op 2 juni van 10.00 tot 12.00 uur houden we een workshop voor mentoren.\n\n"
        "Aanmelden kan tot 28 mei 12.00 uur. Vorig jaar op 3 juni was het om 14.00 uur.\n"
    ).drafts
    assert len(drafts) == 1


def test_a_question_told_of_is_none_to_us() -> None:
    reading = read(
        "Op maandag 31 mei geeft een oud-leerling les aan haar vroegere docenten: hoe had je mij "
        "kunnen zien? Het is van 15.30 tot 16.15 uur.\n"
    )
    assert reading.kind == "submission"
