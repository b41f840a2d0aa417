"""What to do with each file that came along: keep, keep without its hidden data, or quarantine.

Decided on the bytes: a name or a declared type is only what the sender says.
"""

import io
import warnings
from dataclasses import dataclass, field
from enum import StrEnum

import filetype
from PIL import Image

from agenda.images import MAX_PIXELS, READERS
from agenda.models import MaterialKind
from mail.message import Part
from submissions.reading import archives, pdfs
from submissions.reading.archives import PROGRAM_NAMES, Entry

PIXELS_LIMIT = MAX_PIXELS
_PICTURES = (*READERS, "GIF", "BMP", "TIFF")  # the others are read by nothing here
_EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-" + b"TEST-FILE!$H+H*"
_ACTIVE = frozenset(
    {"text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml"}
)
_ACTIVE_NAMES = (".html", ".htm", ".xhtml", ".svg", ".svgz", ".shtml", ".mht", ".mhtml", ".xht")
# By the beginning of the content, where the library for file types has no opinion.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "application/x-dosexec"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xca\xfe\xba\xbe", "application/java-vm"),
    (b"#!", "text/x-shellscript"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"%PDF-", "application/pdf"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
)
_PROGRAM_TYPES = frozenset(
    {
        "application/x-dosexec",
        "application/x-executable",
        "application/java-vm",
        "text/x-shellscript",
    }
    | {"application/x-msdownload", "application/vnd.microsoft.portable-executable"}
)
_OFFICE = "application/vnd.openxmlformats-officedocument"
_BY_NAME = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".heic": "image/heic",
    ".zip": "application/zip",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".txt": "text/plain",
    ".csv": "text/csv",
}
_PACKAGES = (".docx", ".xlsx", ".pptx", ".odt")
_PLAIN = ("text/plain", "text/csv")
_NOT_PLAIN = ("application/pdf", "application/zip", "image/", "video/", "audio/")
_OLD_OFFICE = (
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/x-ole-storage",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The names of folders in an old Office document, as it writes them, that hold its programs.
_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "VBA\0", "Macros\0"))
_FIRST_BYTES = 4096


class FileAction(StrEnum):
    KEEP = "keep"
    STRIP = "strip-metadata"  # a photo with Exif, a place or its maker in it
    QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """`content_type` is that of the content where that shows, otherwise as declared."""

    part: Part = field(repr=False)
    name: str
    content_type: str
    action: FileAction
    kind: MaterialKind
    problem: str = ""  # Dutch, for editors
    inside: str = ""  # the name of the mail or file that it was in
    contents: tuple[Entry, ...] = ()  # what is packed in it


def read_file(part: Part, inside: str = "") -> ReadFile:
    content_type = type_of(part)
    problem = _danger(part, content_type)
    action = FileAction.QUARANTINE if problem else FileAction.KEEP
    if not problem and content_type.startswith("image/"):
        problem, hidden = _picture(part.payload)
        action = (
            FileAction.QUARANTINE if problem else FileAction.STRIP if hidden else FileAction.KEEP
        )
    contents = archives.listing(part.payload) if content_type == "application/zip" else ()
    kind = _kind(content_type)
    return ReadFile(part, part.name, content_type, action, kind, problem, inside, contents)


def type_of(part: Part) -> str:
    head = part.payload[:_FIRST_BYTES]
    if head.startswith(_OLE) and part.name.lower().endswith(".msg"):
        return "application/vnd.ms-outlook"
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if _EICAR in part.payload[:200]:
        return "text/plain"
    guessed = filetype.guess_mime(head[:8192])
    if guessed == "application/zip" and part.declared_type.startswith("application/vnd.o"):
        return part.declared_type
    if guessed:
        return str(guessed)
    lowered = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if (
        lowered.startswith((b"<!doctype html", b"<html", b"<script", b"<svg"))
        or b"<svg" in lowered[:300]
    ):
        return "image/svg+xml" if b"<svg" in lowered[:1000] else "text/html"
    return part.declared_type or "application/octet-stream"


def _kind(content_type: str) -> MaterialKind:
    if content_type.startswith("image/") and content_type != "image/svg+xml":
        return MaterialKind.PHOTO
    if content_type.startswith("video/"):
        return MaterialKind.VIDEO
    return MaterialKind.DOCUMENT


def _danger(part: Part, content_type: str) -> str:
    """Why an editor should not open it; empty when nothing speaks against it."""
    name = part.name.lower()
    if _EICAR in part.payload[:200]:
        return "De virusscanner-proef: dit bestand doet zich voor als virus."
    if content_type in _PROGRAM_TYPES or PROGRAM_NAMES.search(name):
        return "Dit is een programma, geen document."
    if content_type in _ACTIVE or name.endswith(_ACTIVE_NAMES):
        return "Dit bestand kan scripts uitvoeren als je het opent."
    if not part.payload:
        return ""
    if archives.is_archive(part.payload) and (found := archives.danger(part.payload)):
        return found
    return _acts(part.payload) or _disguise(part, content_type, name)


def _acts(payload: bytes) -> str:
    """What a document does besides being read."""
    if b"%PDF-" in payload[:1024]:  # readers of PDF accept what stands before it
        return pdfs.active(payload)
    if payload.startswith(_OLE) and any(name in payload for name in _MACROS):
        return "In dit document zitten macro’s."
    if payload.startswith(b"{\\rt") and b"\\objdata" in payload:
        return "In dit document zit een ander bestand."
    return ""


def _disguise(part: Part, content_type: str, name: str) -> str:
    """A name or a declared type that says something else than the content."""
    suffix = name[name.rfind(".") :] if "." in name else ""
    expected = _BY_NAME.get(suffix)
    if expected is None or expected == content_type:
        return ""
    if expected in _OLD_OFFICE:
        if part.payload.startswith((_OLE, b"{\\rtf", b"PK")):
            return ""
    elif expected in _PLAIN:
        if not content_type.startswith(_NOT_PLAIN):
            return ""
    elif (
        (expected.startswith("image/") and content_type.startswith("image/"))
        or (suffix in _PACKAGES and part.payload.startswith(b"PK"))
        or (suffix == ".pdf" and b"%PDF-" in part.payload[:1024])
        or content_type == "application/octet-stream"
        or not part.payload
    ):
        return ""
    return "De inhoud van dit bestand is iets anders dan de naam zegt."


def _picture(payload: bytes) -> tuple[str, bool]:
    """What speaks against it, and whether it holds hidden data (Exif, place, maker)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(payload), formats=_PICTURES) as picture:
                width, height = picture.size
                if width * height > PIXELS_LIMIT:
                    return (
                        f"Deze afbeelding is buitensporig groot ({width} bij {height} "
                        f"beeldpunten).",
                        False,
                    )
                hidden = bool(picture.getexif()) or any(
                    str(key).lower()
                    in (
                        "exif",
                        "xmp",
                        "author",
                        "artist",
                        "comment",
                        "copyright",
                        "gps",
                        "raw profile type exif",
                    )
                    for key in picture.info
                )
                return "", hidden
    except Image.DecompressionBombError:
        return "Deze afbeelding is buitensporig groot.", False
    except Exception:  # Pillow's readers raise anything on broken files
        return "", b"Exif\x00\x00" in payload[:65_536]
