# ruff: noqa: E501 -- files and pages have the lines that programs write
"""Files to attach: photos, documents, calendars' enemies. All of them are small and harmless."""

import io
import random
import struct
import zipfile
import zlib

from PIL import Image, ImageDraw

WHEN = (2027, 4, 12, 9, 0, 0)
CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def zipped(**files: bytes) -> bytes:
    return zipped_names({name.replace("__", "."): data for name, data in files.items()})


def zipped_names(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, WHEN)
            info.create_system = 0
            archive.writestr(info, data)
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    runs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{line.replace("&", "&amp;")}</w:t></w:r></w:p>'
        for line in paragraphs
    )
    body = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{runs}<w:sectPr/></w:body></w:document>'
    return zipped_names(
        {
            "[Content_Types].xml": CONTENT_TYPES.encode(),
            "_rels/.rels": RELATIONS.encode(),
            "word/document.xml": body.encode(),
        }
    )


def pdf(*lines: str) -> bytes:
    """One page of Helvetica with a text layer, compressed as real ones are."""
    shown = "".join(
        "({}) Tj T*\n".format(line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)"))
        for line in lines
    )
    stream = zlib.compress(f"BT /F1 12 Tf 17 TL 56 770 Td\n{shown}ET".encode("cp1252"), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream",
    ]
    out, offsets = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, thing in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + thing + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def drawing(seed: str, size: tuple[int, int] = (320, 240)) -> Image.Image:
    rnd = random.Random(seed)
    image = Image.new("RGB", size, tuple(rnd.randrange(120, 240) for _ in range(3)))
    pen = ImageDraw.Draw(image)
    for _ in range(14):
        x, y, r = rnd.randrange(size[0]), rnd.randrange(size[1]), rnd.randrange(6, 40)
        pen.ellipse(
            [x - r, y - r, x + r, y + r], fill=tuple(rnd.randrange(30, 230) for _ in range(3))
        )
    return image


def photo(seed: str, exif: bool = True, gps: bool = True, orientation: int = 1) -> bytes:
    data = Image.Exif()
    if exif:
        data[0x010F], data[0x0110], data[0x0112] = "Voorbeeldfoon", "VF-9", orientation
        data[0x0132] = "2027:06:01 14:22:31"
        data.get_ifd(0x8769)[0xA431] = "SN" + seed
    if exif and gps:
        data.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.5), 3: "E", 4: (5.0, 4.0, 1.0)})
    out = io.BytesIO()
    drawing(seed).save(out, "JPEG", quality=70, **({"exif": data} if exif else {}))
    return out.getvalue()


def png(seed: str, size: tuple[int, int] = (140, 44)) -> bytes:
    out = io.BytesIO()
    drawing(seed, size).save(out, "PNG", optimize=True)
    return out.getvalue()


def gif_pixel() -> bytes:
    return bytes.fromhex(
        "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
    )


def program() -> bytes:
    """Starts like a Windows program and is none."""
    stub = b"MZ" + b"\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + b"\0" * 44 + struct.pack("<I", 120)
    return (
        stub
        + b"This program cannot be run in DOS mode.\r\n$".ljust(60, b"\0")
        + b"LEEG"
        + b"\0" * 500
    )


def svg_script() -> bytes:
    return b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><script>alert(document.domain)</script><text x="10" y="40">Poster</text></svg>\n'


def html_form() -> bytes:
    return b'<!DOCTYPE html><html><body><form action="https://inloggen.example.com/x" method="post"><input name="wachtwoord" type="password"></form><script>document.forms[0].submit()</script></body></html>\n'


def winmail(subject: str, filename: str, data: bytes) -> bytes:
    """TNEF (MS-OXTNEF) with one file in it."""

    def attribute(level: int, number: int, value: bytes) -> bytes:
        return (
            struct.pack("<BII", level, number, len(value))
            + value
            + struct.pack("<H", sum(value) & 0xFFFF)
        )

    return (
        struct.pack("<IH", 0x223E9F78, 1)
        + attribute(1, 0x00089006, struct.pack("<I", 0x00010000))
        + attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
        + attribute(1, 0x00078008, b"IPM.Microsoft Mail.Note\0")
        + attribute(1, 0x00018004, subject.encode("cp1252") + b"\0")
        + attribute(2, 0x00069002, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 32, 32, 0))
        + attribute(2, 0x00018010, filename.encode("cp1252") + b"\0")
        + attribute(2, 0x0006800F, data)
    )
