import io
from datetime import date, datetime, time

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from agenda.models import Status
from agenda.views import finding
from agenda.when import When
from tests.factories import make_activity, make_kind

pytestmark = pytest.mark.django_db


def pages(client: Client, query: str = "") -> list[str]:
    response = client.get(f"/2019/programma.pdf{query}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    return [page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages]


@time_machine.travel("2019-05-20 12:00Z")
def test_programme_tells_day_hours_place_and_what_does_not_go_on(client):
    make_activity(
        title="Ontmoeting in Ede", venue="Raadzaal", town="Ede", organiser="Gedragswerk",
        when=When(date(2019, 6, 4), start=time(13, 30), end=time(15)),
    )  # fmt: skip
    make_activity(title="Afgelast", status=Status.CANCELLED)
    make_activity(title="Verborgen", status=Status.HIDDEN)
    make_activity(title="Later", when=When())
    (sheet,) = pages(client)
    for told in ("Actieweek 2019", "3 t/m 7 juni 2019", "dinsdag", "Ontmoeting in Ede",
                 "13.30 – 15.00 uur, Raadzaal, Ede", "Regiobijeenkomst · Gedragswerk",
                 "Gaat niet door: Afgelast", "Datum", "volgt", "stand van 20 mei"):  # fmt: skip
        assert told in sheet
    assert "Verborgen" not in sheet


def test_programme_holds_the_selection_and_says_so(client):
    make_activity(title="Kijk mee", kind=make_kind("webinar", name="Webinar"))
    make_activity(title="Kom langs")
    (sheet,) = pages(client, "?soort=webinar")
    assert "Kijk mee" in sheet
    assert "Kom langs" not in sheet
    assert "Er is nog geen activiteit die hierbij past" in pages(client, "?soort=webinar&q=x")[0]
    assert client.get("/2019/programma.pdf?soort=x").status_code == 400


def test_programme_is_bounded_and_tells_what_it_left_out(client, monkeypatch):
    monkeypatch.setattr(finding, "ON_PAPER", 40)
    for number in range(43):
        make_activity(title=f"Nummer {number} " + "lang " * 20)
    sheets = pages(client)
    assert len(sheets) > 1
    assert "En nog 3 activiteiten op 127.0.0.1:8000/2019/agenda/" in sheets[-1]


def test_letters_that_the_face_lacks_lose_their_accent_or_go(client):
    make_activity(title="Łódź ĳs 🌻 مرحبا " + "W" * 120)
    (sheet,) = pages(client)
    assert "Lódz ijs" in sheet


def test_same_programme_is_the_same_bytes(client):
    make_activity()
    first, again = (client.get("/2019/programma.pdf", {"x": x}).content for x in (1, 2))
    assert first == again


def test_a_word_that_is_too_long_is_cut_where_it_fits_and_in_few_steps(monkeypatch):
    from agenda.printing.sheet import Sheet

    measured = []
    wide = Sheet._wide
    monkeypatch.setattr(Sheet, "_wide", lambda *given: measured.append(1) or wide(*given))
    with Sheet("Titel", datetime(2019, 5, 1), "") as sheet:
        sheet.face("Tekst", 12)
        (cut,) = sheet.lines("W" * 5000, 50, 1, size=12)
        assert wide(sheet, cut) <= 50 < wide(sheet, "W" + cut)
    assert len(measured) < 50
