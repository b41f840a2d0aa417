"""Files to attach: photos, documents, calendars' enemies. All of them are small and harmless."""

import io
import zipfile
import zlib

from PIL import Image, ImageDraw

from tests.opened.papers import WHEN


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
    return numbered_objects(objects)


def numbered_objects(objects: list[bytes]) -> bytes:
    """The objects of a PDF, its table of offsets and its trailer."""
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


def scan(*lines: str) -> bytes:
    """A page that is a picture and nothing else, as a copier makes it."""
    page = Image.new("L", (496, 702), 244)
    pen = ImageDraw.Draw(page)
    for at, line in enumerate(lines):
        pen.text((52, 70 + 26 * at), line, fill=45)
    out = io.BytesIO()
    page.rotate(-0.6, fillcolor=236).save(out, "JPEG", quality=45)
    picture, draw = out.getvalue(), b"q 595 0 0 842 0 0 cm /Im1 Do Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /Im1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(draw) + draw + b"\nendstream",
        b"<< /Type /XObject /Subtype /Image /Width 496 /Height 702 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n"
        % len(picture)
        + picture
        + b"\nendstream",
    ]
    return numbered_objects(objects)


def eicar() -> bytes:
    """The string of EICAR, which every scanner knows and which does nothing."""
    return (
        b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!" + b"$H+H*"
    )


def zip_bomb(name: str, megabytes: int = 120) -> bytes:
    """Zeros, a thousand times smaller than what they unpack to."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        info = zipfile.ZipInfo(name, WHEN)
        info.create_system, info.compress_type = 0, zipfile.ZIP_DEFLATED
        archive.writestr(info, b"\0" * (megabytes << 20))
    return out.getvalue()
