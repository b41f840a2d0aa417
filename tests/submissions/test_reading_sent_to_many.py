"""Groups and lists on which people write to each other, answers of machines, a hopeful question."""

import pytest

from mail import mime
from submissions.models import SubmissionKind as Kind
from submissions.reading.propose import Reading, propose
from tests.submissions.readers import make_context

TOLD = "Donderdag 3 juni houden we van 14.00 tot 15.30 uur een spelmiddag in de aula in Ede."
FOOTER = (
    "\n-- \nJe krijgt deze mail omdat je lid bent van de groep. Afmelden kan via "
    "groep+unsubscribe@x.example\n"
)


def propose_mail(text: str, **headers: str) -> Reading:
    first = {"From": "Anja Smit <a.smit@school.example>", "To": "actieweek@example.org"}
    told = first | {"Subject": "Spelmiddag", "Date": "Mon, 03 May 2027 09:00:00 +0200"} | headers
    head = "\n".join(f"{name}: {value}" for name, value in told.items())
    return propose(mime.read(f"{head}\n\n{text}".encode()), make_context())


@pytest.mark.parametrize(
    "headers",
    [
        {"List-Post": "<mailto:groep@groepen.example>", "List-Id": "<groep.groepen.example>"},
        {"Precedence": "list", "List-Unsubscribe": "<mailto:weg@lijst.example>"},
    ],
)
def test_who_writes_to_a_group_and_to_us_sends_an_activity_in(headers: dict[str, str]) -> None:
    reading = propose_mail(f"Hoi allemaal,\n\n{TOLD}\n\nAnja\n{FOOTER}", **headers)
    assert reading.kind is Kind.SUBMISSION
    assert len(reading.drafts) == 1


def test_a_digest_of_a_group_is_a_newsletter() -> None:
    headers = {"Precedence": "list", "Subject": "Zorgnet Digest, deel 3, nummer 12"}
    text = "1. Vacature\n2. Vraag over verlof\n3. Verslag\n\nDeze digest staat ook online"
    assert propose_mail(text + FOOTER, **headers).kind is Kind.NEWSLETTER


@pytest.mark.parametrize(
    "subject",
    ["Automatisch antwoord: Aanmelding", "Automatic reply: agenda", "Afwezigheidsbericht: Re: hoi"],
)
def test_what_a_mail_server_calls_its_answers_is_no_activity(subject: str) -> None:
    text = "Ik ben er van 1 tot en met 4 juni niet. Voor vragen: info@kans.example."
    reading = propose_mail(text, Subject=subject)
    assert reading.kind is Kind.AUTO_REPLY
    assert not reading.drafts


@pytest.mark.parametrize(
    "question",
    [
        "Mag onze wandeling ook in jullie agenda?",
        "Kan dit feest nog op jullie site?",
        "Mogen onze lessen ook in de landelijke kalender?",
    ],
)
def test_who_asks_for_a_place_and_tells_it_all_sends_it_in(question: str) -> None:
    text = f"{question} {TOLD} Kan dat nog, en hebben jullie verder nog iets nodig?"
    assert propose_mail(text, Subject="vraagje").kind is Kind.SUBMISSION


@pytest.mark.parametrize(
    "text",
    [
        "Woensdag 2 juni houden wij van 13.00 tot 16.00 uur een kennismiddag in Assen.",
        "Wij openen op woensdag 2 juni om 13.00 uur een leertuin in Assen.",
        "Woensdag 2 juni om 13.00 uur lezen we voor in de bibliotheek van Assen.",
    ],
)
def test_an_hour_we_or_the_house_where_it_is_hold_nothing(text: str) -> None:
    (draft,) = propose_mail(text).drafts
    assert draft.facts.organiser == "Anja Smit"
    assert draft.facts.town == "Assen"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("begint niet om 9.00 uur maar om 9.30 uur. Kunnen jullie dat aanpassen?", Kind.UPDATE),
        ("begint een uur later, om 10.00 uur. Willen jullie dat wijzigen?", Kind.UPDATE),
        ("begint om 9.00 uur. Willen jullie er iets moois van maken?", Kind.SUBMISSION),
    ],
)
def test_who_asks_to_mend_what_is_not_so_changes_it(text: str, kind: Kind) -> None:
    told = f"Beste redactie, onze inloopochtend op 1 juni in Ede {text}"
    assert propose_mail(told, Subject="inloopochtend").kind is kind


def test_who_signs_on_one_line_tells_whose_it_is() -> None:
    told = "Vrijdag 4 juni openen we om 16.00 uur ons honk in Hoorn. Groet, Ben, Stichting Jong"
    (draft,) = propose_mail(told).drafts
    assert draft.facts.organiser == "Stichting Jong"
