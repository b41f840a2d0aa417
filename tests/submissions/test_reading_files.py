import io
import zipfile
import zlib
from hashlib import sha256

import pytest
from PIL import Image

from agenda.models import MaterialKind
from mail.message import Part
from submissions.reading.files import FileAction, ReadFile, read_file


def look_at(name: str, payload: bytes, declared: str = "application/octet-stream") -> ReadFile:
    digest = sha256(payload).hexdigest()
    return read_file(Part(name, declared, "", "attachment", "", payload, digest))


def packed(*names: str, content: bytes = b"tekst") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return target.getvalue()


def picture(form: str = "JPEG", size: tuple[int, int] = (8, 8), maker: str = "") -> bytes:
    target = io.BytesIO()
    image = Image.new("RGB", size)
    exif = image.getexif()
    exif[0x010F] = maker
    image.save(target, form, **({"exif": exif} if maker else {}))
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("flyer.pdf", b"%PDF-1.7 ..."),
        ("lees mij.txt", b"alleen tekst"),
        ("lijst.zip", packed("flyer.pdf", "foto.jpg")),
        ("brief.docx", packed("word/document.xml", "[Content_Types].xml")),
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("leeg.pdf", b""),
        ("uitnodiging.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        ("plaatje.jpg", picture("PNG")),  # another picture than its name says is still one
    ],
)
def test_ordinary_files_are_kept(name: str, payload: bytes) -> None:
    assert look_at(name, payload).action is FileAction.KEEP


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("factuur.pdf", b"MZ\x90\x00" + b"\0" * 100),
        ("factuur.pdf.exe", b"niets"),
        ("macro.docm", packed("word/document.xml")),
        ("vermomd.docx", packed("word/document.xml", "word/vbaProject.bin")),
        ("pakket.zip", packed("map/setup.EXE")),
        ("pakket.zip", packed("binnen.zip", content=packed("virus.js"))),
        ("bom.zip", packed("nullen.bin", content=b"\0" * 60_000_000)),
        ("kapot.zip", packed("a.txt")[:-30] + b"PK\x05\x06" + b"\xff" * 18),
        ("pagina.html", b"<p>hoi</p>"),
        ("brief.rtf", b"{\\rtf1{\\object{\\*\\objdata 0105}}}"),
        ("oud.pdf", b"\n\n%PDF-1.4\n<< /S /JavaScript /JS (app.alert) >>"),
        ("lijst.xlsx", b"%PDF-1.4"),
        ("lees mij.txt", b"%PDF-1.4"),
        ("plaatje.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("verslag.pdf", b"<html><script>alert(1)</script></html>"),
        ("verslag.pdf", picture()),
        ("snelkoppeling.lnk", b"L\0\0\0"),
    ],
)
def test_dangerous_files_are_set_apart_and_the_editor_hears_why(name: str, payload: bytes) -> None:
    found = look_at(name, payload)
    assert found.action is FileAction.QUARANTINE
    assert found.problem.endswith(".")


def chunk(name: bytes, content: bytes) -> bytes:
    body = name + content
    return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def test_a_picture_of_900_megapixels_is_set_apart() -> None:
    size = (30000).to_bytes(4, "big") * 2
    raw = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x02\0\0\0") + chunk(b"IDAT", b"x")
    assert look_at("banner.png", raw).action is FileAction.QUARANTINE


def test_a_photo_with_its_maker_in_it_is_noted() -> None:
    found = look_at("foto.jpg", picture(maker="Camera 12345"), "image/jpeg")
    assert (found.action, found.kind) == (FileAction.STRIP, MaterialKind.PHOTO)
    assert look_at("foto.jpg", picture(), "image/jpeg").action is FileAction.KEEP


def test_the_type_is_that_of_the_content() -> None:
    assert look_at("poster.bin", picture("PNG")).content_type == "image/png"
    assert look_at("x.pdf", b"%PDF-1.4", "image/png").content_type == "application/pdf"
