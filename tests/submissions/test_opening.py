"""Documents and packed mails are opened apart, and nothing in them reaches further."""

import random
import time

import compressed_rtf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail import mime
from mail.message import Part, ReadMessage
from submissions.opening import docx, guard, pdf, tnef
from submissions.opening import open as opening
from submissions.opening.guard import Failed, Reader, Refused
from submissions.opening.open import open_files
from tests.mail.samples import make_raw, real
from tests.submissions.documents import make_docx, make_pdf, make_photo, make_tnef, make_zip

BODY = b"Op 4 juni 2027 is er koffie."
HOSTILE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


def part(name: str, payload: bytes, kind: str = "application/octet-stream") -> Part:
    return Part(name, kind, "", "attachment", "", payload, name)


def opened(*parts: Part, **fields: object) -> ReadMessage:
    return open_files(ReadMessage(parts=parts, **fields), seconds=30)


def test_a_pdf_gives_its_text_by_page() -> None:
    message = opened(part("poster.pdf", make_pdf("Koffieochtend (gratis)", "Tot ziens")))
    (paper,) = message.papers
    assert (paper.name, paper.pages) == ("poster.pdf", ("Koffieochtend (gratis)", "Tot ziens"))


@pytest.mark.parametrize("shift", [b"% a line too many\n", b"99 0 obj\n<< /A 1 >>\nendobj\n"])
def test_a_pdf_whose_table_points_elsewhere_is_read_all_the_same(shift: bytes) -> None:
    broken = make_pdf("Koffieochtend").replace(b"xref\n", shift + b"xref\n", 1)
    assert pdf.read(broken).texts == ("Koffieochtend",)


def test_only_the_first_pages_are_read() -> None:
    assert len(pdf.read(make_pdf(*["tekst"] * 50)).texts) == 20


def test_a_word_document_gives_lines_and_rows() -> None:
    content = make_docx("Programma", "Welkom", rows=(("Waar", "Oss"), ("Hoe laat", "10 uur")))
    (paper,) = opened(part("programma.docx", content)).papers
    assert paper.pages == ("Programma\nWelkom\nWaar  Oss\nHoe laat  10 uur",)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
)
def test_entities_are_never_looked_up(head: str) -> None:
    told = docx.read(make_docx("&b;", head=head))
    assert told.texts == ()
    assert "beschadigd" in told.problem


def test_a_document_that_unpacks_to_too_much_is_not_read() -> None:
    bomb = make_zip(**{"word/document.xml": b" " * 40_000_000})
    assert "te groot" in docx.read(bomb).problem


def test_winmail_gives_its_text_and_its_files() -> None:
    content = make_tnef(BODY, {"flyer.pdf": make_pdf("Flyer"), "setup.exe": b"MZ\x90\0"})
    message = opened(part("winmail.dat", content, "application/ms-tnef"))
    assert message.papers[0].pages == (BODY.decode(),)
    (inner,) = message.attached
    assert inner.container == "winmail.dat"
    assert [one.name for one in inner.parts] == ["flyer.pdf", "setup.exe"]
    assert inner.papers[0].pages == ("Flyer",)


def test_winmail_with_only_formatted_text_is_read_too() -> None:
    rtf = compressed_rtf.compress(rb"{\rtf1\ansi Op 4 juni\par is er koffie.}")
    message = opened(part("winmail.dat", make_tnef(rtf=rtf)))
    assert message.papers[0].pages == ("Op 4 juni\nis er koffie.",)


def test_what_the_mail_says_itself_is_not_said_twice() -> None:
    message = opened(part("winmail.dat", make_tnef(BODY)), text="Op 4 juni 2027 is er koffie.")
    assert message.papers[0].pages == ()


def test_a_mail_saved_as_a_file_is_read_with_its_files() -> None:
    inner = make_raw("Zie de bijlage.", subject="Symposium")
    message = opened(part("bericht.eml", inner))
    assert (message.attached[0].subject, message.attached[0].container) == (
        "Symposium",
        "bericht.eml",
    )


def test_mails_in_files_in_mails_end_somewhere() -> None:
    raw = make_raw("binnenste")
    for _ in range(6):
        body = raw.decode().replace("\r\n", "\n").replace("\n", "\r\n")
        raw = make_raw(body, "Content-Disposition: attachment; filename=a.eml", subject="doos")
    message, depth = open_files(mime.read(raw)), 0
    while message.attached:
        message, depth = message.attached[0], depth + 1
    assert depth <= opening.DEPTH + 1


def test_what_is_set_apart_is_not_opened() -> None:
    active = make_pdf("x", catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    assert opened(part("flyer.pdf", active)).papers == ()


def test_a_real_mail_with_a_flyer_is_opened() -> None:
    message = open_files(mime.read(real("001")), seconds=30)
    assert "Cultuurhuis De Notenboom" in message.papers[0].pages[0]


def test_no_time_left_means_that_the_text_is_not_read() -> None:
    message = open_files(ReadMessage(parts=(part("a.pdf", make_pdf("x")),)), seconds=0)
    assert message.papers[0].problem == opening.TOO_SLOW


def test_a_reader_that_takes_too_long_is_ended() -> None:
    slow = make_pdf("x", catalog="/A " + "[" * 400 + "]" * 400)
    start = time.monotonic()
    with pytest.raises(Failed):
        guard.run(Reader.PDF, slow, seconds=0.01)
    assert time.monotonic() - start < 2


def test_a_reader_says_why_not() -> None:
    with pytest.raises(Failed, match="geen foto"):
        guard.run(Reader.PHOTO, b"geen foto", seconds=20)


def damaged(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    if chance.random() < 0.5:
        return content[: chance.randrange(len(content))]
    broken = bytearray(content)
    for _ in range(chance.randrange(1, 20)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


@HOSTILE
@given(st.integers(0, 2**32))
def test_damaged_documents_never_raise(seed: int) -> None:
    pdf.read(damaged(make_pdf("een", "twee"), seed))
    docx.read(damaged(make_docx("een", rows=(("a", "b"),)), seed))
    try:
        tnef.read(damaged(make_tnef(BODY, {"a.txt": b"tekst"}), seed))
    except Refused as refusal:
        assert str(refusal)


@HOSTILE
@given(
    st.binary(max_size=300), st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"\x78\x9f\x3e\x22"])
)
def test_any_bytes_at_all_never_raise(content: bytes, start: bytes) -> None:
    pdf.read(start + content)
    docx.read(start + content)
    try:
        tnef.read(start + content)
    except Refused as refusal:
        assert str(refusal)


def test_a_photo_is_no_document() -> None:
    assert opened(part("foto.pdf", make_photo())).papers == ()


@pytest.mark.parametrize("number", ["004", "035", "036", "037"])
def test_real_mails_cut_off_anywhere_are_opened_in_time(number: str) -> None:
    raw = real(number)
    chance = random.Random(number)
    for _ in range(4):
        start = time.monotonic()
        open_files(mime.read(raw[: chance.randrange(len(raw))]))
        assert time.monotonic() - start < 5
