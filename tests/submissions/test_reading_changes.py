"""Mails about what we know already."""

from datetime import date, time

from submissions.models import SubmissionKind as Kind
from submissions.reading.context import Earlier
from tests.submissions.readers import read


def earlier(**fields: object) -> Earlier:
    values = {
        "key": "7",
        "kind": Kind.SUBMISSION,
        "sender": "info@destap.example.nl",
        "message_ids": ("<eerst@destap.example.nl>",),
        "titles": ("Koffieochtend",),
        "days": (date(2027, 6, 2),),
        "starts": (time(9, 30),),
    }
    return Earlier(**values | fields)  # type: ignore[arg-type]


def test_a_change_finds_what_it_is_about_and_tells_only_what_is_new() -> None:
    reading = read(
        "Hoi, de koffieochtend van 2 juni begint niet om 9.30 maar om 10.00 uur.", earlier()
    )
    assert (reading.kind, reading.refers_to) == (Kind.UPDATE, "7")
    (draft,) = reading.drafts
    assert draft.facts.start_time == time(10)
    assert draft.facts.venue == ""


def test_a_cancellation_finds_what_it_is_about() -> None:
    reading = read("Helaas gaat onze koffieochtend van 2 juni niet door.", earlier())
    assert (reading.kind, reading.refers_to) == (Kind.CANCELLATION, "7")


def test_an_answer_between_the_lines_is_not_the_question() -> None:
    reading = read(
        "Op 20-04-27 om 10:15 schreef Redactie Actieweek:\n> 1. Tot hoe laat duurt het?\n\n"
        "Tot half twaalf.\n\n> 2. Komt er een website, www.voorbeeld.example.org?\n\nNee.\n",
        earlier(),
        in_reply_to="<eerst@destap.example.nl>",
        subject="Re: Koffieochtend",
    )
    (draft,) = reading.drafts
    assert reading.kind == Kind.UPDATE
    assert draft.facts.end_time == time(11, 30)
    assert draft.facts.website == ""
