import pytest

from submissions.reading.description import read_description
from tests.submissions.readers import make_context, make_message, read, read_one

MAIL = """Beste redactie,

Hierbij onze activiteit voor de agenda. Kan dit nog mee?

Titel: Wat wel werkt
Datum: 2 juni 2027
Tijd: 14.00-16.00 uur

Drie scholen vertellen hoe zij leerlingen terug in de klas kregen. Daarna praten we
in kleine groepen verder over wat jouw school morgen al kan doen.

Vragen? Bel 038 - 000 00 00 of mail naar info@destap.example.nl.

Met vriendelijke groet,
Stichting De Stap

Aan dit bericht kunnen geen rechten worden ontleend.
"""


def test_the_text_is_what_the_sender_tells_of_the_activity() -> None:
    facts = read_one(MAIL)
    assert facts.text == (
        "Drie scholen vertellen hoe zij leerlingen terug in de klas kregen. Daarna praten we "
        "in kleine groepen verder over wat jouw school morgen al kan doen."
    )
    assert facts.summary == "Drie scholen vertellen hoe zij leerlingen terug in de klas kregen."


def test_text_and_summary_say_where_they_stand() -> None:
    (draft,) = read(MAIL).drafts
    for name in ("text", "summary"):
        found = draft.found[name]
        assert MAIL[found.start : found.end] == found.quote
        assert found.quote.startswith("Drie scholen")


@pytest.mark.parametrize(
    "line",
    [
        "Alvast bedankt voor het plaatsen op de site van de actieweek!",
        "Willen jullie dit op de website zetten, met de foto uit de bijlage?",
        "Bel voor vragen met 06 - 00 00 00 00 of mail naar iemand@example.nl.",
        "Geachte redactie,",
        "> Graag ontvangen we van jullie de juiste tijd van deze bijeenkomst.",
    ],
)
def test_what_is_meant_for_the_editors_is_no_text(line: str) -> None:
    told = "Kinderen die thuis zitten bouwen een middag lang samen aan een stad van karton."
    facts = read_one(f"{line}\n\nOp 2 juni om 14.00 uur begint het. {told}\n\n{line}\n\nDe Stap")
    assert told in facts.text
    assert line not in facts.text
    assert facts.summary == told


def test_a_mail_that_only_tells_when_and_where_has_no_summary() -> None:
    facts = read_one("Dag,\n\nOpen ochtend, woensdag 2 juni van 9.00 tot 11.00 uur.\n\nDe Stap")
    assert facts.summary == ""
    assert facts.text == ""


def test_the_label_for_it_goes_before_what_running_text_says() -> None:
    facts = read_one(
        "Titel: Samen eten\nDatum: 2 juni 2027\nOmschrijving: Eten met je buren en een jurist.\n\n"
        "Wij nodigen alle ouders uit de wijk uit om een avond mee te koken en te eten."
    )
    assert facts.summary == "Eten met je buren en een jurist."


def test_an_update_does_not_replace_the_text() -> None:
    first = read(MAIL)
    assert first.drafts[0].facts.text
    change = read(
        "De tijd van Wat wel werkt op 2 juni is gewijzigd: we beginnen pas om 15.00 uur omdat de "
        "trein van de sprekers later komt dan wij dachten.",
        subject="Wijziging: Wat wel werkt",
        message_id="<2@destap.example.nl>",
    )
    assert all(one.facts.text == "" for one in change.drafts)


def test_markup_and_headings_are_left_out() -> None:
    text = "**Samen wandelen**\nOuders van thuiszitters lopen samen een rondje door het grote bos."
    found = {one.field: one.value for one in read_description(text, title="Samen wandelen")}
    assert found["text"] == "Ouders van thuiszitters lopen samen een rondje door het grote bos."


def test_any_text_gives_at_most_the_limit() -> None:
    sentence = "Ouders van thuiszitters lopen samen een rondje door het grote bos. "
    found = {one.field: one for one in read_description(sentence * 1000)}
    assert len(found["text"].value) <= 10_000
    assert make_context().kinds and make_message()
