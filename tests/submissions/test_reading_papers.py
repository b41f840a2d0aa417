"""What documents tell fills what their mail leaves open, and no more."""

from datetime import date, time
from typing import Any

import pytest

from mail.message import Paper
from submissions.models import SubmissionKind as Kind
from submissions.reading.files import read_file
from submissions.reading.found import Source
from submissions.reading.propose import Reading
from tests.submissions.readers import read
from tests.submissions.test_opening import part

POSTER = (
    "Koffieochtend voor ouders van thuiszitters\n"
    "Datum: woensdag 2 juni 2027\n"
    "Tijd: 9.30 tot 11.30 uur\n"
    "Locatie: Buurthuis De Schakel, Dorpsstraat 12, 5341 AB Oss\n"
)
SHORT = "Beste mensen,\n\nZie de bijlage voor onze activiteit in de actieweek.\n\nGroet,\nJo\n"


def with_paper(text: str, *pages: str, name: str = "poster.pdf", **fields: Any) -> Reading:
    paper = Paper(name, "", pages)
    return read(text, papers=(paper,), parts=(part(name, b"%PDF-1.7"),), **fields)


def test_see_attachment_is_read_from_the_attachment() -> None:
    reading = with_paper(SHORT, POSTER)
    assert reading.kind is Kind.SUBMISSION
    (draft,) = reading.drafts
    facts = draft.facts
    assert (facts.first_day, facts.start_time) == (date(2027, 6, 2), time(9, 30))
    assert "Koffieochtend" in facts.title
    assert facts.venue == "Buurthuis De Schakel"


def test_each_value_names_the_document_and_its_page() -> None:
    (draft,) = with_paper(SHORT, "Voorblad\n", POSTER).drafts
    found = draft.found["first_day"]
    assert (found.source, found.detail) == (Source.PAPER, "poster.pdf, pagina 2")
    assert "\f".join(("Voorblad\n", POSTER))[found.start : found.end] == found.quote
    assert found.confidence < 0.85


def test_a_document_fills_what_the_mail_left_open() -> None:
    text = "Titel: Koffieochtend\nDatum: 2 juni 2027\n\nMeer op de poster.\n"
    (draft,) = with_paper(text, POSTER).drafts
    assert draft.facts.title == "Koffieochtend"
    assert draft.found["first_day"].source is Source.BODY
    assert draft.facts.start_time == time(9, 30)
    assert draft.found["start_time"].source is Source.PAPER
    assert draft.found["venue"].detail == "poster.pdf"


def test_what_the_mail_says_itself_stays() -> None:
    text = "Titel: Koffie\nDatum: 2 juni 2027\nTijd: 14.00 uur\nLocatie: De Kas, Utrecht\n"
    (draft,) = with_paper(text, POSTER).drafts
    assert (draft.facts.start_time, draft.facts.end_time) == (time(14), None)
    assert draft.facts.venue == "De Kas"
    assert draft.facts.address == ""


def test_a_document_about_another_day_fills_nothing() -> None:
    text = "Titel: Koffieochtend\nDatum: 3 juni 2027\n"
    (draft,) = with_paper(text, POSTER).drafts
    assert draft.facts.start_time is None
    assert draft.facts.venue == ""


@pytest.mark.parametrize(
    "text",
    [
        "Mogen wij deze poster ophangen op onze school?\n",
        "Hierbij een handreiking voor de toolbox.\n",
        "Hierbij het verslag van vorig jaar, het was geslaagd.\n",
    ],
)
def test_a_document_sent_for_another_purpose_is_no_activity(text: str) -> None:
    assert with_paper(text, POSTER).drafts == ()


def test_an_old_programme_invites_to_nothing() -> None:
    old = POSTER.replace("woensdag 2 juni 2027", "donderdag 6 juni 2019")
    reading = with_paper(SHORT, old)
    assert all(one.facts.first_day is None for one in reading.drafts)


def test_a_document_without_words_changes_nothing() -> None:
    assert with_paper(SHORT, "").kind == read(SHORT, parts=(part("x.pdf", b"%PDF-1.7"),)).kind


def test_a_mail_of_outlook_is_listed_and_kept() -> None:
    found = read_file(part("bericht.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600))
    assert (found.content_type, found.action) == ("application/vnd.ms-outlook", "keep")


def test_macros_of_an_old_document_are_set_apart() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le")
    assert read_file(part("brief.doc", content)).action == "quarantine"
