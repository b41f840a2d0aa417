"""What a later mail makes of an earlier one: changed, called off, asked about, or one more."""

from datetime import date, time

import pytest

from submissions.models import SubmissionKind as Kind
from submissions.reading.context import Earlier
from tests.submissions.readers import read

FIRST = Earlier(
    key="7",
    kind=Kind.SUBMISSION,
    sender="info@destap.example.nl",
    message_ids=("<eerst@destap.example.nl>",),
    titles=("Koken met de kok",),
    days=(date(2027, 6, 2),),
    starts=(time(16),),
)
TWO = Earlier(
    key="8",
    kind=Kind.SUBMISSION,
    sender="info@destap.example.nl",
    titles=("Stoepkrijt voor het raadhuis", "Filmavond Binnenblijver"),
    days=(date(2027, 5, 31), date(2027, 6, 3)),
    starts=(time(12), time(20)),
)
ANSWER = {"in_reply_to": "<eerst@destap.example.nl>", "subject": "Re: Aanmelding"}


@pytest.mark.parametrize(
    "text",
    [
        "Kun je van de begintijd 17.00 uur maken?",
        "Er is een fout geslopen in onze aanmelding: de datum moet 3 juni zijn.",
        "Graag nog toevoegen: meer informatie staat op www.destap.example.nl/koken",
        "Zou je de naam willen veranderen? Het heet voortaan ‘Proeven van school’.",
        "Wij hadden een verkeerd huisnummer opgegeven.",
    ],
)
def test_a_change_in_an_answer(text: str) -> None:
    reading = read(text, FIRST, **ANSWER)
    assert (reading.kind, reading.refers_to) == (Kind.UPDATE, "7")


@pytest.mark.parametrize(
    "text",
    [
        "Koken met de kok begint pas om half vijf.",
        "Gezinnen moeten zich voor Koken met de kok opgeven: https://destap.example.nl/kok. Zet je "
        "dat erbij?",
        "Het mailadres van Koken met de kok is chef@destap.example.nl",
    ],
)
def test_a_change_that_only_names_the_activity(text: str) -> None:
    reading = read(text, FIRST, subject="Bericht")
    assert (reading.kind, reading.refers_to) == (Kind.UPDATE, "7")


@pytest.mark.parametrize(
    "text",
    [
        "Het spijt ons, maar Koken met de kok kunnen we dit jaar niet laten doorgaan.",
        "Besloten is Koken met de kok op 2 juni niet te laten doorgaan.",
        "We zien af van Koken met de kok, er is geen vervanger.",
        "Wij blazen Koken met de kok af.",
        "Daarom laten wij Koken met de kok dit jaar schieten.",
        "We trekken de stekker eruit: te weinig mensen voor Koken met de kok.",
        "De kok is ziek. Dus helaas geen koken woensdag. Haal het er maar af!",
        "Koken met de kok gaat niet lukken.",
    ],
)
def test_a_cancellation_without_the_usual_word(text: str) -> None:
    reading = read(text, FIRST, subject="Koken met de kok")
    assert (reading.kind, reading.refers_to) == (Kind.CANCELLATION, "7")


@pytest.mark.parametrize(
    "text",
    [
        "Is mijn mail van 14 april aangekomen? Ik heb nog niets gehoord.",
        "Krijgen we nog bericht dat Koken met de kok op de site staat?",
        "Kunnen we Koken met de kok nog wijzigen als de zaal te klein is?",
        "Hebben jullie een banner die wij op 2 juni mogen ophangen?",
        "Dank jullie wel, het ziet er mooi uit!",
    ],
)
def test_an_answer_that_tells_nothing_changes_nothing(text: str) -> None:
    assert read(text, FIRST, **ANSWER).kind == Kind.QUESTION


def test_an_answer_may_send_in_one_more() -> None:
    text = "Dan graag ook deze erbij: lezing 'Slapen', dinsdag 1 juni 20.00 uur, De Bieb, Woerden."
    assert read(text, FIRST, **ANSWER).kind == Kind.SUBMISSION


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("De film van donderdag begint om 19.30 uur ipv 20.00 uur.", "Filmavond Binnenblijver"),
        ("Het stoepkrijten verhuist naar de hal van het raadhuis.", "Stoepkrijt voor het raadhuis"),
        (
            "De filmavond gaat niet door. Het stoepkrijten op maandag gaat gewoon door!",
            "Filmavond Binnenblijver",
        ),
    ],
)
def test_the_one_of_two_that_it_is_about(text: str, title: str) -> None:
    (draft,) = read(text, TWO, subject="programma").drafts
    assert draft.facts.title == title


def test_the_day_of_before_is_not_told_anew() -> None:
    (draft,) = read("Koken met de kok is nu in Kulturhus De Hoek, Laan 4 in Baarn.", FIRST).drafts
    assert (draft.facts.first_day, draft.facts.venue) == (None, "Kulturhus De Hoek")


@pytest.mark.parametrize(
    "text",
    [
        "Stoepkrijt: was maandag 31 mei 12.00 uur, wordt dinsdag 1 juni 12.30 uur\n"
        "Filmavond: was De Spoel, wordt Cultuurhuis De Schakel, Markt 8, Almelo",
        "Wat           Was                  Wordt\n"
        "Stoepkrijt    maandag 31 mei       dinsdag 1 juni\n"
        "              12.00 uur            12.30 uur\n"
        "Filmavond     De Spoel             Cultuurhuis De Schakel, Markt 8, Almelo",
        "Stoepkrijt: maandag 12.00 uur -> dinsdag 1 juni 12.30 uur\n"
        "Filmavond: De Spoel -> Cultuurhuis De Schakel, Markt 8, Almelo",
        "Stoepkrijt\nWas: maandag 31 mei 12.00 uur\nWordt: dinsdag 1 juni 12.30 uur\n\n"
        "Filmavond\nWas: De Spoel\nWordt: Cultuurhuis De Schakel, Markt 8, Almelo",
    ],
)
def test_was_and_becomes_side_by_side(text: str) -> None:
    reading = read(f"Twee wijzigingen:\n\n{text}\n", TWO, subject="Wijzigingen")
    assert reading.kind == Kind.UPDATE
    chalk, film = (one.facts for one in reading.drafts)
    assert (chalk.title, film.title) == TWO.titles
    assert (chalk.first_day, chalk.start_time) == (date(2027, 6, 1), time(12, 30))
    assert (film.first_day, film.venue, film.address) == (None, "Cultuurhuis De Schakel", "Markt 8")


def test_a_forward_of_ones_own_mail_with_news_above_it() -> None:
    text = (
        "Koken met de kok begint toch om 17.00 uur!\n\nVan: De Stap <info@destap.example.nl>\n"
        "Aan: Actieweek <actieweek@example.org>\nOnderwerp: Koken\n\nKoken met de kok is op 2 juni "
        "om 16.00 uur in De Hoek, Laan 4, Baarn."
    )
    reading = read(text, FIRST, subject="Fwd: Koken")
    (draft,) = reading.drafts
    assert reading.kind == Kind.UPDATE
    assert (draft.facts.start_time, draft.facts.address) == (time(17), "")


def test_answers_by_the_question_they_stand_under() -> None:
    text = (
        "> Het begint om half zeven, schreef u. Klopt dat nog?\n\nNee, zeven uur.\n\n"
        "> En is negen uur het einde?\n\nNee joh, om half tien.\n\n"
        "> - Kunnen ouders ergens reserveren?\n\nJa, https://destap.example.nl/kaart\n\n"
        "> - Wie kunnen mensen mailen met vragen?\n\nkok@destap.example.nl\n"
    )
    (draft,) = read(text, FIRST, **ANSWER).drafts
    facts = draft.facts
    assert (facts.start_time, facts.end_time) == (time(19), time(21, 30))
    assert (facts.registration_url, facts.website) == ("https://destap.example.nl/kaart", "")
    assert facts.contact_email == "kok@destap.example.nl"


def test_a_complaint_about_a_page_ends_nothing() -> None:
    text = "Bij Koken met de kok staat mijn 06-nummer. Willen jullie dat verwijderen?"
    assert read(text, FIRST, subject="Privacy").kind == Kind.QUESTION


def test_a_file_behind_a_link_is_material() -> None:
    for link in ("https://destap.example.nl/boekje.pdf", "https://we.tl/t-Ab12"):
        text = f"Ons receptenboekje staat hier: {link}. Vrij te gebruiken in de toolbox."
        assert read(text, subject="Boekje").kind == Kind.MATERIAL


def test_doubt_is_no_announcement() -> None:
    text = (
        "Wij twijfelen nog tussen een sportmiddag op 1 juni om 14.00 uur en een avond voor ouders "
        "op 3 juni. Wat raden jullie aan? Zet er dus nog niks van op de site."
    )
    assert read(text, subject="Meedoen").kind == Kind.QUESTION


def test_words_of_a_short_name_apart_do_not_point_at_a_stranger_s_activity() -> None:
    school = Earlier(
        key="9",
        kind=Kind.SUBMISSION,
        sender="huub@elders.example.nl",
        titles=("School van de bij",),
    )
    apart = (
        "Bij ons lopen kinderen rond die op school niet meer aarden. 4 juni om 10.00 uur open dag."
    )
    assert read(apart, school).kind == Kind.SUBMISSION
    named = read("School van de bij gaat niet door.", school)
    assert (named.kind, named.refers_to) == (Kind.CANCELLATION, "9")
