"""What is kept of the files of a mail, and what of them anybody ever sees."""

import io
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from agenda.images import PhotoProblem
from agenda.models import MaterialKind
from mail.message import Paper, Part, ReadMessage
from submissions import files, keeping
from submissions.models import Consent, Scan, Verdict
from submissions.opening.open import open_files
from submissions.reading.propose import read_files
from submissions.services import NewAttachment
from tests.agenda.test_images import png_that_claims
from tests.submissions.clamd import VIRUS, clamd
from tests.submissions.documents import make_docx, make_pdf, make_photo, make_tnef, make_zip

# 64 by 48 pixels with its maker, serial number and position in it, as a telephone writes it.
PHONE = Path(__file__).parent / "samples" / "phone.heic"
HIDDEN = (b"Exif", b"Camera van iemand", b"SN-123456")


def keep(name: str, payload: bytes, declared: str = "", **fields: Any) -> NewAttachment:
    values = {"declared_type": declared, "detected_type": "", "disposition": "attachment"}
    digest = sha256(payload).hexdigest()
    part = Part(name=name, content_id="", payload=payload, sha256=digest, **values)
    message = ReadMessage(parts=(part,), **fields)
    (kept,) = keeping.kept(message, read_files(message))
    return kept


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_is_kept_without_what_it_hides(form: str) -> None:
    raw = make_photo(form)
    assert any(hidden in raw for hidden in HIDDEN)
    found = keep(f"tuin.{form.lower()}", raw)
    content = files.read(found.stored)
    assert not any(hidden in content for hidden in HIDDEN)
    assert not Image.open(io.BytesIO(content)).getexif()
    assert (found.kind, found.content_type) == (MaterialKind.PHOTO, "image/jpeg")
    assert (found.consent, found.verdict) == (Consent.UNKNOWN, Verdict.KEEP)
    assert (found.size, found.sha256) == (len(content), sha256(content).hexdigest())


def test_a_photo_that_lies_on_its_side_is_turned_upright() -> None:
    content = files.read(keep("tuin.jpg", make_photo(size=(60, 40), orientation=6)).stored)
    assert Image.open(io.BytesIO(content)).size == (40, 60)


def test_a_photo_of_a_phone_becomes_a_jpeg_that_everybody_can_see() -> None:
    raw = PHONE.read_bytes()
    assert any(hidden in raw for hidden in HIDDEN)
    found = keep("IMG_4127.HEIC", raw, "application/octet-stream")
    content = files.read(found.stored)
    assert (found.kind, found.content_type) == (MaterialKind.PHOTO, "image/jpeg")
    assert not any(hidden in content for hidden in HIDDEN)
    assert Image.open(io.BytesIO(content)).size == (64, 48)


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("half.jpg", make_photo(size=(900, 900))[:700]),
        ("geen.jpg", b"\xff\xd8\xff\xe0 geen foto"),
        ("beweegt.gif", b"GIF89a" + b"\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;"),
        ("bom.png", png_that_claims(30_000, 30_000)),
    ],
)
def test_a_photo_that_cannot_be_made_clean_is_shown_to_nobody(name: str, payload: bytes) -> None:
    found = keep(name, payload)
    assert found.verdict == Verdict.QUARANTINE
    assert found.problem


def test_a_document_is_kept_as_it_came_with_its_text() -> None:
    raw = make_docx("Programma")
    digest = sha256(raw).hexdigest()
    found = keep("programma.docx", raw, papers=(Paper("programma.docx", digest, ("een", "twee")),))
    assert files.read(found.stored) == raw
    assert found.text == "een\ftwee"
    assert (found.scan, found.verdict) == (Scan.NONE, Verdict.KEEP)


def test_a_zip_is_listed() -> None:
    found = keep("lijst.zip", make_zip(**{"flyer.pdf": b"x" * 30, "meer.zip": make_zip(a=b"b")}))
    assert found.verdict == Verdict.KEEP
    assert [(one["name"], one["note"]) for one in found.contents] == [
        ("flyer.pdf", ""),
        ("meer.zip", "zelf ook ingepakt"),
    ]
    assert found.contents[0]["size"] == 30


def test_what_the_scanner_finds_is_set_apart_under_its_name(settings: Any) -> None:
    with clamd() as settings.CLAMAV_URL:
        found = keep("brief.txt", b"tekst" + VIRUS)
        clean = keep("brief.txt", b"tekst")
    assert (found.verdict, found.scan) == (Verdict.QUARANTINE, Scan.FOUND)
    assert "Test.Virus-1" in found.problem
    assert (clean.verdict, clean.scan) == (Verdict.KEEP, Scan.CLEAN)


def test_a_pdf_that_turns_out_to_act_is_set_apart() -> None:
    raw = make_pdf("Flyer")
    paper = Paper("flyer.pdf", sha256(raw).hexdigest(), ("Flyer",), "Deze pdf bevat een script.")
    assert keep("flyer.pdf", raw, papers=(paper,)).verdict == Verdict.QUARANTINE


def test_what_holds_something_that_is_set_apart_is_set_apart_too() -> None:
    content = make_tnef(b"Hallo", {"setup.exe": b"MZ\x90\0", "flyer.pdf": make_pdf("Flyer")})
    part = Part("winmail.dat", "", "", "attachment", "", content, sha256(content).hexdigest())
    message = open_files(ReadMessage(parts=(part,)), seconds=30)
    found = keeping.kept(message, read_files(message))
    assert [(one.name, one.inside, one.verdict) for one in found] == [
        ("winmail.dat", "", Verdict.QUARANTINE),
        ("setup.exe", "winmail.dat", Verdict.QUARANTINE),
        ("flyer.pdf", "winmail.dat", Verdict.KEEP),
    ]


def test_no_time_left_means_that_a_photo_is_not_shown() -> None:
    with pytest.raises(PhotoProblem):
        keeping.clean(make_photo(), seconds=0)
