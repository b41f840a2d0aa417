"""A PDF that does more than be read is known by its bytes, in any spelling."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submissions.reading import pdfs
from tests.submissions.documents import make_pdf, pdf_that_hides


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (make_pdf("x", catalog="/OpenAction << /S /JavaScript /JS (a\\(\\)) >>"), "een script"),
        (make_pdf("x", catalog="/AA << /O << /S /J#61vaScript >> >>"), "een script"),
        (pdf_that_hides("JavaScript"), "een script"),
        (make_pdf("x", objects=("<< /S /Launch /F (cmd.exe) >>",)), "een programma starten"),
        (make_pdf("x", catalog="/Names << /EmbeddedFiles 9 0 R >>"), "een ander bestand"),
        (make_pdf("x", objects=("<< /Subtype/RichMedia>>",)), "film"),
    ],
)
def test_what_it_can_do_is_told(content: bytes, told: str) -> None:
    assert told in pdfs.active(content)


@pytest.mark.parametrize(
    "content",
    [
        make_pdf("Over JavaScript en /JS en /Launch"),  # words on the page are no action
        make_pdf("x", catalog="/OpenAction [10 0 R /Fit]"),
        make_pdf("x", objects=("<< /JSONData 1 /Launches 2 >>",)),
        b"%PDF-1.4",
        b"",
    ],
)
def test_an_ordinary_pdf_is_fine(content: bytes) -> None:
    assert pdfs.active(content) == ""


@pytest.mark.parametrize("piece", [b"stream\n", b"stream endstream", b"/JS#", b"<< /ObjStm stream"])
def test_a_megabyte_of_one_thing_takes_no_time(piece: bytes) -> None:
    start = time.monotonic()
    pdfs.active(b"%PDF-1.7\n" + piece * (1_000_000 // len(piece)))
    assert time.monotonic() - start < 2


@settings(max_examples=100, deadline=None, database=None)
@given(st.binary(max_size=500))
def test_no_bytes_raise(content: bytes) -> None:
    pdfs.active(b"%PDF-1.7\n" + content)
