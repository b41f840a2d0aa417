"""What a mail is, by what its sentences do: families of wordings, each with a few variants."""

from datetime import UTC, datetime

import pytest

from mail.mailbox import Mailbox
from mail.message import Headers, Part
from submissions.models import SubmissionKind as Kind
from submissions.remember import remember
from tests.submissions.readers import make_context, make_message, read


def _file(name: str = "foto.jpg", content_type: str = "image/jpeg") -> Part:
    return Part(name, content_type, "", "attachment", "", b"x", "a" * 64)


def _headers(**fields: str) -> Headers:
    return Headers(
        tuple((name.replace("_", "-"), value.encode()) for name, value in fields.items())
    )


@pytest.mark.parametrize(
    "text",
    [
        "Wij willen graag iets doen in de actieweek van 31 mei tot en met 4 juni. Hoe pakken we "
        "dat aan, en zijn er kosten aan verbonden?",
        "Ik kom woensdag 2 juni om 14.00 uur naar de bijeenkomst in Ede. Kan ik daar parkeren?",
        "Is er op 3 juni in Utrecht nog plek voor een informatiekraam? We horen het graag.",
        "Ik zag op jullie site de lezing van 1 juni om 20.00 uur. Ik wil me graag aanmelden met "
        "twee personen, kan dat hier?",
        "We zitten te denken aan een voorstelling op dinsdag 1 juni, maar dat is nog niet rond. "
        "Kunnen jullie meedenken over sprekers?",
        "Wanneer is de actieweek dit jaar?",
        "Is de lezing van 1 juni in Breda al vol? Ik zou graag met mijn zus komen.",
    ],
)
def test_who_asks_or_visits_sends_nothing_in(text: str) -> None:
    assert read(text, subject="Vraagje").kind == Kind.QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Wat doe je als je kind niet naar school kan? Daarover praten we op 1 juni om 19.00 uur "
        "in het buurthuis. Willen jullie dit op de site zetten?",
        "Ik hoop dat we niet te laat zijn! Op 4 juni tussen 10 en 12 uur is er een open atelier, "
        "Ambachtweg 9 in Weesp. Kan dit nog mee?",
        "Op 3 juni spelen we met jongeren een stoelendans op het plein, van 12 tot 13 uur. Wie "
        "blijft er over zonder plek in de klas?",
        "Op 2 juni van 9.00 tot 11.00 uur houden wij een inloop. De zaal is nog niet bekend.",
    ],
)
def test_a_question_within_an_announcement_does_not_make_it_one(text: str) -> None:
    assert read(text).kind == Kind.SUBMISSION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Samenwerking?",
            "Beste eigenaar,\n\nWij helpen u aan meer bezoekers. In 30 dagen hoger in Google, of "
            "geld terug. Zullen we dinsdag om 14.00 uur bellen?",
        ),
        (
            "Gastblog",
            "Ik wil een gesponsord artikel met een dofollow-link plaatsen. Wat zijn de tarieven? "
            "We betalen via PayPal.",
        ),
        (
            "Uw domein",
            "Geachte relatie, uw domeinregistratie verloopt op 1 juni 2027. Klik hier om te "
            "verlengen en voorkom afsluiting: http://192.0.2.5/verleng",
        ),
        (
            "Dear beneficiary",
            "I am the widow of a rich banker and wish to donate 4.5 million dollars to you.",
        ),
        ("Actie", "Profiteer nu van 40% korting op zonnepanelen! Vraag direct een offerte aan."),
    ],
)
def test_offers_of_another_trade_are_spam(subject: str, text: str) -> None:
    sender = Mailbox("Kevin", "kevin@sales.example.com")
    assert read(text, subject=subject, sender=sender).kind == Kind.SPAM


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben blind en gebruik een schermlezer. De kalender leest niet goed voor. Kunt u daar "
        "iets aan doen?",
        "Op 2 juni om 14.00 uur geven wij een gratis workshop over geld en werk voor jongeren.",
    ],
)
def test_one_word_of_a_salesman_is_no_spam(text: str) -> None:
    assert read(text).kind != Kind.SPAM


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "In deze editie: zorg en jeugd",
            "Bekijk deze mail in je browser\n\nWijkkrant De Eem\nNr. 5\n\nBeste lezer,\nDe "
            "actieweek begint op 31 mei. Lees verder\n\nUitschrijven",
        ),
        (
            "Onderwijsflits week 20",
            "* Cao-akkoord\n* Actieweek van 31 mei t/m 4 juni\n* Cursusaanbod\n\nWilt u deze flits "
            "niet meer ontvangen? Klik hier om u af te melden.\n\nUitschrijven",
        ),
    ],
)
def test_a_newsletter_is_known_without_its_headers(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind == Kind.NEWSLETTER


def test_a_list_on_which_people_write_does_not_make_a_newsletter() -> None:
    text = (
        "Hoi allen,\n\nOp donderdag 3 juni van 19.30 tot 21.00 uur is er een inloopavond in De "
        "Kiem, Dorpsstraat 4, Lunteren.\n\nGroet, Els\n--\nYou received this message because you "
        "are subscribed to the Google Groups list.\nTo unsubscribe from this group, mail us."
    )
    headers = _headers(list_id="<x.example>", precedence="list", list_post="<mailto:x@y.example>")
    assert read(text, headers=headers).kind == Kind.SUBMISSION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Uw aanmelding", "Ik ben t/m 4 juni met vakantie en lees mijn mail niet."),
        ("Zwangerschapsverlof Re: zaal", "Van 1 mei tot 1 september ben ik met verlof."),
        (
            "Uw e-mail",
            "Bedankt voor uw e-mail. Wij streven ernaar deze binnen twee werkdagen te "
            "beantwoorden. U kunt op dit bericht niet antwoorden.",
        ),
    ],
)
def test_an_answer_of_absence_is_a_robots(subject: str, text: str) -> None:
    reading = read(text, subject=subject, in_reply_to="<onze@actieweek.example.org>")
    assert reading.kind == Kind.AUTO_REPLY


def test_a_quote_about_absence_is_no_absence() -> None:
    text = 'Er is 31 mei van 15:30 tot 17:00 een atelier "Afwezig, en dan?" in Emmen.'
    assert read(text).kind == Kind.SUBMISSION


@pytest.mark.parametrize(
    "text",
    [
        "Wat was het een mooie dag, donderdag! Hierbij een paar plaatjes, die mogen op de site.",
        "Wij hebben een infographic over verzuim gemaakt, die iedereen mag gebruiken.",
        "Bijgaand de handreiking ‘Eerste gesprek’. Die mag vrij gebruikt worden.",
        "Gisteren gaf ik een presentatie. De dia's zitten in de bijlage voor bij de materialen.",
    ],
)
def test_what_is_for_the_toolbox_is_material(text: str) -> None:
    late = datetime(2027, 6, 4, 18, tzinfo=UTC)
    assert read(text, parts=(_file(),), date=late).kind == Kind.MATERIAL


def test_a_poster_with_an_announcement_is_no_material() -> None:
    text = (
        "Op maandag 31 mei van 9.00 tot 10.30 uur is er een ontbijt voor ouders. Poster en foto "
        "in de bijlage voor op de site."
    )
    assert read(text, parts=(_file(),)).kind == Kind.SUBMISSION


def test_an_encrypted_mail_is_unreadable() -> None:
    part = _file("encrypted.asc", "application/octet-stream")
    assert read("", subject="...", parts=(part,)).kind == Kind.UNREADABLE


FIRST = (
    "Beste redactie,\n\nGraag in de agenda: ‘Samen wandelen’, op 4 juni van 10.00 tot 12.00 uur "
    "door het Mastbos in Breda.\n\nDe Stap"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Samen wandelen op 4 juni start een half uur later, om 10.30 uur dus.", Kind.UPDATE),
        ("Samen wandelen is nu in Gymzaal De Sprint, Parkweg 1 in Baarn.", Kind.UPDATE),
        ("Samen wandelen is een dag uitgesteld en wordt zaterdag 5 juni.", Kind.UPDATE),
        ("Een aanvulling op onze aanmelding Samen wandelen: de plaats verandert.", Kind.UPDATE),
        ("Samen wandelen op 4 juni gaat niet door.", Kind.CANCELLATION),
        ("Willen jullie Samen wandelen van de site halen?", Kind.CANCELLATION),
        ("Door ziekte kunnen wij Samen wandelen helaas niet geven.", Kind.CANCELLATION),
        ("Ook hebben we op 3 juni om 14.00 uur een lezing: Stil zijn.", Kind.SUBMISSION),
    ],
)
def test_what_becomes_of_an_activity_that_was_sent_in(text: str, kind: Kind) -> None:
    message = make_message(FIRST)
    earlier = remember("eerst", message, read(FIRST))
    reading = read(text, earlier, subject="wandeling", message_id="<2@destap.example.nl>")
    assert reading.kind == kind
    assert reading.refers_to == ("" if kind == Kind.SUBMISSION else "eerst")


@pytest.mark.parametrize(
    "text",
    [
        "Op 4 juni om 10.00 uur is er een wandeling. Bij storm gaat het niet door.",
        "Vorig jaar werd het afgelast, maar op 4 juni om 10.00 uur wandelen we weer.",
        "Op 4 juni om 10.00 uur is er een wandeling. Kaarten die je niet ophaalt, vervallen.",
    ],
)
def test_a_condition_or_a_memory_cancels_nothing(text: str) -> None:
    assert read(text).kind == Kind.SUBMISSION
    assert make_context().kinds
