"""Files as people and rogues send them, made byte by byte where no library of ours writes them."""

import io
import struct
import zipfile
import zlib

from PIL import Image

GPS_IFD, ORIENTATION, MAKE, SERIAL = 0x8825, 0x0112, 0x010F, 0xA431
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_pdf(*pages: str, catalog: str = "", objects: tuple[str, ...] = ()) -> bytes:
    """One line of each text below the other; `catalog` and `objects` are PDF of your own.

    Objects of your own are numbered from 100.
    """
    numbers = range(10, 10 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    bodies = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, page in zip(numbers, pages, strict=True):
        lines = " ".join(f"({_escaped(line)}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 60 780 Td {lines} ET"
        bodies[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        bodies[number + 1] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    bodies |= dict(enumerate(objects, 100))
    return _assembled({number: body.encode("cp1252") for number, body in bodies.items()})


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(bodies: dict[int, bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    table = []
    for number, body in sorted(bodies.items()):
        table.append(f"{number} 1\n{out.tell():010} 00000 n \n")
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    out.write(("xref\n0 1\n0000000000 65535 f \n" + "".join(table)).encode())
    size = max(bodies) + 1
    out.write(f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def pdf_that_hides(name: str) -> bytes:
    """With the name in a compressed stream of objects, where the bytes do not show it."""
    inner = f"101 0 << /S /{name} /{name} (app.alert\\(1\\)) >>".encode()
    packed = zlib.compress(inner)
    head = f"<< /Type /ObjStm /N 1 /First 6 /Filter /FlateDecode /Length {len(packed)} >>"
    return make_pdf("Flyer").replace(
        b"xref\n",
        b"100 0 obj\n" + head.encode() + b"\nstream\n" + packed + b"\nendstream\nxref\n",
        1,
    )


def make_docx(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), head: str = "") -> bytes:
    told = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    cells = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{_WORD}"><w:body>'
        f"{told}<w:tbl>{cells}</w:tbl></w:body></w:document>"
    )
    return make_zip(
        **{"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<a/>"},
        **{"word/document.xml": document.encode()},
    )


def make_zip(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return out.getvalue()


def make_tnef(body: bytes = b"", files: dict[str, bytes] | None = None, rtf: bytes = b"") -> bytes:
    """A winmail.dat (MS-OXTNEF): attributes of level, number, length, data and sum."""
    out = struct.pack("<IH", 0x223E9F78, 1) + _attribute(1, 0x00089006, struct.pack("<I", 0x10000))
    out += _attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
    if body:
        out += _attribute(1, 0x0002800C, body + b"\0")
    if rtf:
        padded = rtf + b"\0" * (-len(rtf) % 4)
        out += _attribute(
            1, 0x00069003, struct.pack("<IHHII", 1, 0x0102, 0x1009, 1, len(rtf)) + padded
        )
    for name, content in (files or {}).items():
        out += _attribute(2, 0x00069002, b"\0" * 14)
        out += _attribute(2, 0x00018010, name.encode("cp1252") + b"\0")
        out += _attribute(2, 0x0006800F, content)
    return out


def _attribute(level: int, number: int, data: bytes) -> bytes:
    head = struct.pack("<BII", level, number, len(data))
    return head + data + struct.pack("<H", sum(data) & 0xFFFF)


def make_photo(
    form: str = "JPEG", size: tuple[int, int] = (60, 40), orientation: int = 1, **options: object
) -> bytes:
    """With its maker, serial number and position in it."""
    exif = Image.Exif()
    exif[MAKE] = "Camera van iemand"
    exif[ORIENTATION] = orientation
    exif.get_ifd(0x8769)[SERIAL] = "SN-123456"
    exif.get_ifd(GPS_IFD)[1] = "N"
    exif.get_ifd(GPS_IFD)[2] = (52.0, 5.0, 24.0)
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, form, exif=exif, **options)
    return out.getvalue()
