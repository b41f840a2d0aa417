"""Packed files are looked into, and never further than is safe."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submissions.reading import archives
from tests.submissions.documents import make_zip


def lying_zip(claimed: int) -> bytes:
    """Its directory tells of another size than the content has."""
    content = make_zip(a=b"x" * 1000)
    entry = content.rindex(b"PK\x01\x02")
    return content[: entry + 24] + claimed.to_bytes(4, "little") + content[entry + 28 :]


def nested(times: int, inner: bytes = b"tekst") -> bytes:
    content = make_zip(**{"a.txt": inner})
    for _ in range(times):
        content = make_zip(**{"binnen.zip": content})
    return content


@pytest.mark.parametrize(
    "content",
    [
        make_zip(**{"map/flyer.pdf": b"%PDF", "foto.jpg": b"\xff\xd8"}),
        nested(2),
        make_zip(**{"~$brief.docx": b"\0" * 162}),
        make_zip(),
    ],
)
def test_ordinary_packed_files_are_fine(content: bytes) -> None:
    assert archives.danger(content) == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (make_zip(**{"foto.jpg": b"MZ\x90\0" + b"\0" * 99}), "programma"),
        (make_zip(**{"brief.docx": make_zip(**{"word/vbaProject.bin": b"x"})}), "programma"),
        (make_zip(mimetype=b"x", **{"Basic/Standard/a.xml": b"x"}), "programma"),
        (nested(1, b"MZ\x90\0"), "programma"),
        (nested(6), "te vaak ingepakt"),
        (make_zip(nullen=b"\0" * 50_000_000), "buitensporig groot"),
        (lying_zip(0xFFFFFFF0), "buitensporig groot"),
        (make_zip(**{f"{number}.txt": b"x" for number in range(2500)}), "meer dan"),
    ],
)
def test_danger_is_told(content: bytes, told: str) -> None:
    assert told in archives.danger(content)


def test_a_bomb_of_bombs_costs_little_time() -> None:
    inner = make_zip(nullen=b"\0" * 20_000_000)
    bomb = make_zip(**{f"{number}.zip": inner for number in range(100)})
    start = time.monotonic()
    assert archives.danger(bomb)
    assert time.monotonic() - start < 3


def test_a_password_is_told_at_each_file() -> None:
    content = bytearray(make_zip(**{"geheim.txt": b"x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert "wachtwoord" in archives.danger(bytes(content))
    assert archives.listing(bytes(content))[0].note == "met een wachtwoord afgesloten"


def test_names_are_one_line_without_folders_of_their_own() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("map/", "")
        package.writestr("ver\nslag\u202e.pdf", "x")
    (entry,) = archives.listing(out.getvalue())
    assert entry.name == "ver slag.pdf"


@settings(max_examples=100, deadline=None, database=None)
@given(st.binary(max_size=200), st.integers(0, 120))
def test_broken_archives_never_raise(content: bytes, cut: int) -> None:
    whole = nested(1)
    for payload in (content, whole[:cut] + content, whole[:cut] + content + whole[cut:]):
        archives.is_archive(payload)
        archives.danger(payload)
        archives.listing(payload)
