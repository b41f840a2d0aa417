"""Shapes in which people list several activities, or one on several days; each in fresh words."""

from datetime import date, time

import pytest

from mail.html import to_text
from submissions.facts import Facts

from .readers import read


def told(text: str, **fields: object) -> list[Facts]:
    return [one.facts for one in read(text, **fields).drafts]


def test_a_programme_by_day_has_an_item_for_each_thing_below_its_day() -> None:
    first, second, third = told(
        """Dag redactie,

Onze week op een rij. Toegang is gratis.

Dinsdag 1 juni
Assen, buurthuis De Schakel (Kanaalweg 3): “Wat nu?”, 10.00 - 11.30 uur. Voor ouders.

Woensdag 2 juni
Geen activiteiten.

Donderdag 3 juni
- Meppel, Kulturhus Het Anker: “Nieuwe stappen”, 14.00 - 15.30 uur, voor mentoren;
- online: webinar “Luisteren”, 20.00 - 21.00 uur.
"""
    )
    assert (first.title, first.town, first.first_day) == ("Wat nu?", "Assen", date(2027, 6, 1))
    assert (second.title, second.venue) == ("Nieuwe stappen", "Kulturhus Het Anker")
    assert (third.title, third.attendance) == ("Webinar Luisteren", "online")
    assert second.first_day == third.first_day == date(2027, 6, 3)


def test_a_table_on_its_side_has_an_activity_a_column() -> None:
    html = """<table>
    <tr><td></td><td>Broodje verzuim</td><td>Praatkamer</td></tr>
    <tr><td>Dag</td><td>ma 31 mei</td><td>vr 4 juni</td></tr>
    <tr><td>Tijd</td><td>12.00 - 13.00</td><td>15.00 - 16.00</td></tr>
    <tr><td>Plek</td><td>Wijkcentrum De Hoek,<br>Kerkweg 2, Ede</td><td>Stadhuis, Arnhem</td></tr>
    </table>"""
    first, second = told(to_text(html)[0])
    assert (first.title, first.start_time, first.town) == ("Broodje verzuim", time(12), "Ede")
    assert (second.title, second.first_day, second.town) == (
        "Praatkamer",
        date(2027, 6, 4),
        "Arnhem",
    )


def test_rows_without_a_head_are_activities_and_share_a_day_that_reaches_down() -> None:
    html = """<table>
    <tr><td rowspan="2">di 1 juni</td><td>9:00-10:00</td><td>Ontbijt</td><td>Goes</td></tr>
    <tr><td>19:00-21:00</td><td>Filmavond</td><td>Luxor, Goes</td></tr>
    <tr><td>do 3 juni</td><td>13:00-14:00</td><td>Wandeling</td><td>Middelburg</td></tr>
    </table>"""
    days = [(one.first_day.day, one.start_time.hour, one.title) for one in told(to_text(html)[0])]  # type: ignore[union-attr]
    assert days == [(1, 9, "Ontbijt"), (1, 19, "Filmavond"), (3, 13, "Wandeling")]


def test_a_label_stands_beside_the_first_line_of_its_value() -> None:
    text, _ = to_text("<table><tr><td>Waar</td><td>De Zaal<br>Dorpsweg 1<br>Epe</td></tr></table>")
    assert text.split("\n")[0].split() == ["Waar", "De", "Zaal"]


def test_struck_out_words_tell_nothing_any_more() -> None:
    html = (
        "<p>Titel: Kaarten</p><p>Datum: 2 juni</p><p>Tijd: <s>14.00 - 15.00</s> 16.00 - 17.00</p>"
    )
    text, _ = to_text(html)
    assert "~~14.00 - 15.00~~" in text
    (one,) = told(text)
    assert (one.start_time, one.end_time) == (time(16), time(17))


def test_each_morning_of_the_week_is_a_session_and_one_day_may_have_other_hours() -> None:
    sessions = told(
        """Beste mensen,

Basisschool De Linde houdt in de actieweek elke ochtend een Startkring, maandag 31 mei t/m
vrijdag 4 juni, van negen tot tien. Op woensdag is dat anders, dan beginnen we van
half elf tot half twaalf.
"""
    )
    hours = {one.first_day.day: one.start_time for one in sessions if one.first_day}
    assert hours == {31: time(9), 1: time(9), 2: time(10, 30), 3: time(9), 4: time(9)}


def test_sessions_told_by_their_number_have_their_own_hours() -> None:
    first, second = told(
        "We geven de cursus Rust in huis twee keer, op dinsdag 1 en vrijdag 4 juni, in de "
        "bibliotheek van Zwolle. De eerste keer van 10.00 tot 12.00 uur, de tweede keer van "
        "19.00 tot 21.00 uur."
    )
    assert (first.start_time, second.start_time) == (time(10), time(19))


def test_the_evening_of_the_same_day_needs_no_date_of_its_own() -> None:
    first, second = told(
        """Donderdag 3 juni 2027 draait bij ons om thuiszitters.

's Middags, van 13.00 tot 15.00 uur, is er de leertafel "Kijk mee" voor mentoren.

's Avonds ontvangen we ouders voor het gesprek "Praat mee". Dat begint om half acht.
"""
    )
    assert first.first_day == second.first_day == date(2027, 6, 3)
    assert (first.start_time, second.start_time) == (time(13), time(19, 30))


def test_a_sentence_about_one_item_is_about_no_other() -> None:
    first, second = told(
        """Twee dingen van ons:

- ma 31 mei, 10.00-12.00 uur: Kookles, wijkhuis De Pan, Utrecht
- do 3 juni, 14.00-16.00 uur: Debat, stadhuis, Utrecht

Opgeven is alleen nodig voor de kookles: www.wijkhuisdepan.example.nl/kookles.
"""
    )
    assert first.registration_url == "https://www.wijkhuisdepan.example.nl/kookles"
    assert second.registration_url == ""


def test_answers_between_the_questions_are_read_by_what_was_asked() -> None:
    from submissions.reading.context import Earlier

    before = Earlier(
        key="1",
        kind="submission",
        sender="info@destap.example.nl",
        message_ids=("<vraag@example.org>",),
        titles=("Samen op stap",),
        days=(date(2027, 6, 2),),
        starts=(time(10),),
    )
    reading = read(
        """Hoi,

Op 20 april 2027 om 09:00 schreef Actieweek <actieweek@example.org>:
> Over "Samen op stap" missen we nog:
> - hoe laat is het afgelopen?
Tegen twaalf uur.
> - voor wie is het?
Voor ouders en leerkrachten.
""",
        before,
        subject="Re: Samen op stap",
        in_reply_to="<vraag@example.org>",
    )
    (draft,) = reading.drafts
    assert str(reading.kind) == "update"
    assert draft.facts.end_time == time(12)
    assert draft.facts.audiences == ("ouders", "onderwijs")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("We zitten in de raadzaal van Raalte (Zwolseweg 1), op 2 juni om 15.00 uur.", "Raalte"),
        ("Op 2 juni om 15.00 uur in Slot Zeist, Zinzendorflaan 1.", "Zeist"),
        ("Op 2 juni, 15.00 uur, sporthal De Bal - Sportlaan 4 - Delfzijl.", "Delfzijl"),
        ("De workshop op 2 juni is in Bergen op Zoom (Boerenverdriet 1).", "Bergen op Zoom"),
    ],
)
def test_towns_beside_their_street(text: str, town: str) -> None:
    assert told(text)[0].town == town


def test_the_piece_for_us_in_a_newsletter_of_somebody_else() -> None:
    (one,) = told(
        """Beste redactie, het stukje onder het kopje Actieweek is voor jullie.

Personeel

Op 1 juni gaat onze conciërge met pensioen, receptie van 16.00 tot 18.00 uur.

Actieweek

Op donderdag 3 juni van 10.00 tot 11.30 uur houden we de boekenruil "Lees je vrij" in de aula.

Gevonden voorwerpen

Af te halen tot 4 juni, 15.00 uur.
"""
    )
    assert (one.title, one.first_day) == ("Lees je vrij", date(2027, 6, 3))
