"""What machines send: absences, receipts, reports, secured mail; and what only looks like it."""

import pytest

from mail.mailbox import Mailbox
from mail.message import Headers
from submissions.models import SubmissionKind as Kind
from tests.submissions.readers import read

ANSWER = {"in_reply_to": "<onze@actieweek.example.org>"}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Oproep", "Wegens de herfstvakantie is ons kantoor gesloten tot en met 25 oktober."),
        ("Re: Oproep", "Deze mailbox is leeg: uw bericht wordt niet gelezen of doorgestuurd."),
        ("Re: Oproep", "Kees Bakker is niet langer werkzaam bij De Brug. Mail info@debrug.nl."),
        ("Oproep", "This address is monitored by others: Ann no longer works for De Brug."),
        ("Re: Oproep", "I'm away until 14 June. Please contact my colleague."),
    ],
)
def test_absent_or_gone_in_an_answer(subject: str, text: str) -> None:
    assert read(text, subject=subject, **ANSWER).kind == Kind.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Gelezen: Oproep", "Uw bericht aan Kees is gelezen op maandag 19 april 2027 om 9:12."),
        ("Not read: Oproep", "Your message was deleted without being read on 19-4-2027."),
        ("Geaccepteerd: startoverleg", ""),
        ("Declined: kick-off", "Not in the office that day."),
    ],
)
def test_what_a_program_reports_of_a_mail_of_ours(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind == Kind.AUTO_REPLY


def test_a_read_receipt_in_its_own_form_is_no_bounce() -> None:
    declared = b"multipart/report; report-type=disposition-notification"
    headers = Headers((("content-type", declared),))
    assert read("Gelezen.", subject="Oproep", headers=headers).kind == Kind.AUTO_REPLY


@pytest.mark.parametrize(
    ("name", "address", "subject", "text"),
    [
        (
            "Microsoft Outlook",
            "MicrosoftExchange329e71ec88ae4615@x.example",
            "Onbestelbaar: Oproep",
            "Het bericht kan niet worden bezorgd: kees is niet gevonden bij debrug.nl.",
        ),
        ("Systeembeheerder", "beheer@x.example", "Probleem", "Het postvak is vol."),
        ("Mail Admin", "admin@x.example", "Undeliverable: Oproep", "The user couldn't be found."),
    ],
)
def test_a_report_of_a_mail_server_by_sender_or_subject(
    name: str, address: str, subject: str, text: str
) -> None:
    assert read(text, subject=subject, sender=Mailbox(name, address)).kind == Kind.BOUNCE


def test_a_receipt_with_a_number() -> None:
    text = "Uw melding is bij ons geregistreerd onder nummer 77120. U hoort binnen 5 werkdagen."
    sender = Mailbox("Gemeente Lek", "noreply@lek.example.nl")
    assert read(text, subject="Melding [#77120]", sender=sender).kind == Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Dit bericht is versleuteld met berichtversleuteling. Lees het bericht via de knop.",
        "U ontving een veilig bericht via FileCap. Open het met de code uit uw sms.",
        "You have received an encrypted message. Sign in to read it.",
    ],
)
def test_secured_mail_has_its_content_elsewhere(text: str) -> None:
    assert read(text, subject="Bericht van De Brug").kind == Kind.UNREADABLE


@pytest.mark.parametrize(
    "text",
    [
        "Vanwege wegwerkzaamheden is de Kade gesloten. Op 4 juni van 10 tot 14 uur is onze open "
        "dag, Havenkade 4 in Hoorn. Kom met de fiets.",
        "Ik was met vakantie, dus laat. Op 4 juni van 11.00 tot 12.00 uur is er koffie met de "
        "wethouder in het gemeentehuis van Wijchen.",
        "Op 2 juni om 14.00 uur in Ede: 'Veilig mailen met school', workshop voor ouders.",
    ],
)
def test_the_same_words_in_an_announcement_are_nobodys(text: str) -> None:
    assert read(text, subject="Activiteit").kind == Kind.SUBMISSION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "De Verzuimpost, mei 2027",
            "DE VERZUIMPOST - mei 2027\n\n1. Actieweek begint\nVan 31 mei tot en met 4 juni. "
            "Lees meer: https://post.example.nl/1\n\n2. Cursus\nDinsdag 1 juni, 10.00 uur, Ede. "
            "Aanmelden via de website. Lees meer: https://post.example.nl/2\n\n3. Boek\nNieuw. "
            "Lees meer: https://post.example.nl/3\n\nDeze mail gaat naar 812 abonnees. "
            "Abonnement aanpassen of uitschrijven: https://post.example.nl/af",
        ),
        (
            "Agenda jeugd",
            "Beste relatie,\n\n* 1 juni 10.00 uur: inloop actieweek, Deventer\n* 8 juni 9.00 uur: "
            "intervisie, Zwolle\n* 17 juni 9.30 uur: netwerkdag, Raalte\n\nU krijgt deze mail "
            "omdat u op onze lijst staat. Wijzig uw voorkeuren of meld u af.",
        ),
    ],
)
def test_a_newsletter_by_its_foot_and_its_topics(subject: str, text: str) -> None:
    sender = Mailbox("Redactie", "post@blad.example.nl")
    assert read(text, subject=subject, sender=sender).kind == Kind.NEWSLETTER
