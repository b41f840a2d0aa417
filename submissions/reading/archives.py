"""What is packed in a zip, and why it may be dangerous, with little of it unpacked."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from mail.decoding import one_line

ENTRIES_LIMIT = 2_000
UNPACKED_LIMIT = 500 * 1024 * 1024
RATIO_LIMIT = 200
NESTED_LIMIT = 50 * 1024 * 1024  # bytes of packed files in the file, all together
DEPTH = 3
LISTED = 200
LOOKED_INTO = 500  # entries of which the first bytes are read
PROGRAM_NAMES = re.compile(
    r"\.(?:exe|com|scr|pif|bat|cmd|msi|msp|js|jse|vbs|vbe|wsf|wsh|hta|ps1|psm1|jar|lnk|reg|dll|"
    r"cpl|apk|app|dmg|iso|img|vhd|"
    r"sh|inf|gadget|application|scf|url|chm|one|appx|msix|xll|iqy|slk|docm|xlsm|pptm|dotm|xltm|"
    r"xlam|ppam)\s*$",
    re.IGNORECASE,
)
PROGRAM = "In dit ingepakte bestand zit een programma of macro."
BROKEN = "Dit ingepakte bestand is beschadigd."
_PACKAGES = (".docx", ".xlsx", ".pptx")
_PROGRAM_STARTS = (b"MZ\x90", b"\x7fELF")
_ENCRYPTED = 1
_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ValueError, OSError, RuntimeError, EOFError),
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a packed one; `note` is what an editor must know of it."""

    name: str
    size: int
    note: str = ""


def is_archive(payload: bytes) -> bool:
    try:
        return zipfile.is_zipfile(io.BytesIO(payload))
    except _ERRORS:
        return False


def listing(payload: bytes) -> tuple[Entry, ...]:
    """Names and sizes as the archive tells them; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as archive:
            entries = archive.infolist()[:LISTED]
    except _ERRORS:
        return ()
    return tuple(
        Entry(one_line(one.filename)[-200:], max(one.file_size, 0), _note(one))
        for one in entries
        if not one.is_dir()
    )


def _note(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & _ENCRYPTED:
        return "met een wachtwoord afgesloten"
    if PROGRAM_NAMES.search(entry.filename):
        return "een programma"
    return "zelf ook ingepakt" if entry.filename.lower().endswith(".zip") else ""


@dataclass
class _Budget:
    nested: int = NESTED_LIMIT


def danger(payload: bytes) -> str:
    """What is wrong with a packed file, or with one packed in it; empty when nothing is."""
    return _danger(payload, 1, _Budget())


def _danger(payload: bytes, depth: int, budget: _Budget) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as archive:
            entries = archive.infolist()
            found = _of_entries(entries, len(payload)) or _of_contents(archive, entries)
            return found or next(_of_nested(archive, entries, depth, budget), "")
    except _ERRORS:
        return BROKEN


def _of_entries(entries: list[zipfile.ZipInfo], size: int) -> str:
    if len(entries) > ENTRIES_LIMIT:
        return f"In dit ingepakte bestand zitten meer dan {ENTRIES_LIMIT} bestanden."
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > UNPACKED_LIMIT or unpacked > RATIO_LIMIT * size + 1024 * 1024:
        return "Dit ingepakte bestand wordt na uitpakken buitensporig groot."
    names = [entry.filename.lower() for entry in entries]
    if any(PROGRAM_NAMES.search(name) or name.endswith("vbaproject.bin") for name in names):
        return PROGRAM
    if "mimetype" in names and any(name.startswith("basic/") for name in names):
        return PROGRAM  # the macros of LibreOffice
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return "Dit ingepakte bestand is met een wachtwoord afgesloten en niet te controleren."
    return ""


def _of_contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> str:
    """A program under the name of a photo is one all the same."""
    for entry in entries[:LOOKED_INTO]:
        if entry.is_dir() or not entry.file_size:
            continue
        with archive.open(entry) as file:
            if file.read(4).startswith(_PROGRAM_STARTS):
                return PROGRAM
    return ""


def _of_nested(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], depth: int, budget: _Budget
) -> Iterator[str]:
    """What is wrong with the packed files in it, each unpacked in turn and let go."""
    for entry in entries:
        name = entry.filename.lower()
        if not name.endswith((".zip", *_PACKAGES)):
            continue
        budget.nested -= entry.file_size
        if budget.nested < 0:
            yield "In dit bestand is te veel ingepakt om te controleren."
            return
        if depth == DEPTH:
            yield "Dit bestand is te vaak ingepakt."
            return
        inner = archive.read(entry)
        # What an editor leaves behind beside an open document is none itself.
        if name.endswith(".zip") or is_archive(inner):
            found = _danger(inner, depth + 1, budget)
            if found:
                yield found
