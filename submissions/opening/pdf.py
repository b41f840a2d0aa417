"""The text of a PDF, page by page, and whether it does more than be read."""

import io
import time
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from submissions.opening.guard import serve
from submissions.opening.pages import CHARACTERS, PAGES, Pages, plain
from submissions.reading.pdfs import ACTIVE

SECONDS = 2.0  # then what was read so far must do
OBJECTS = 20_000


def read(payload: bytes) -> Pages:
    """Never raises on broken documents, other than for want of memory."""
    end = time.monotonic() + SECONDS
    try:
        document = _document(payload)
        if document.is_encrypted and not document.decrypt(""):
            return Pages(problem="Deze pdf is met een wachtwoord afgesloten.")
        problem = next((told for told in _active(document, end)), "")
        return Pages(tuple(_texts(document, end)), problem)
    except MemoryError:
        raise
    except Exception:  # on hostile bytes the library raises whatever it runs into
        return Pages(problem="Deze pdf is beschadigd of afgesloten: de tekst is niet gelezen.")


def _document(payload: bytes) -> PdfReader:
    try:
        return PdfReader(io.BytesIO(payload), strict=False)
    except PyPdfError:
        # Its table points elsewhere. One that points nowhere makes the library look for objects.
        start = payload.rfind(b"startxref")
        if start < 0:
            raise
        nowhere = b"startxref\n%d\n%%%%EOF\n" % (2 * len(payload))
        return PdfReader(io.BytesIO(payload[:start] + nowhere), strict=False)


def _texts(document: PdfReader, end: float) -> Iterator[str]:
    left = CHARACTERS
    for number in range(min(len(document.pages), PAGES)):
        if left <= 0 or time.monotonic() > end:
            return
        try:
            text = plain(document.pages[number].extract_text())[:left]
        except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            text = ""  # one broken page costs no other
        left -= len(text)
        yield text


def _active(document: PdfReader, end: float) -> Iterator[str]:
    """What the objects can do, those in compressed streams included."""
    numbers = {number for table in document.xref.values() for number in table}
    numbers |= set(document.xref_objStm)
    for number in sorted(numbers)[:OBJECTS]:
        if time.monotonic() > end:
            return
        try:
            found = document.get_object(IndirectObject(number, 0, document))
        except Exception:  # noqa: S112 — what cannot be read cannot be run from here either
            continue
        yield from _of_value(found, 0)


def _of_value(value: Any, depth: int) -> Iterator[str]:
    if depth > 10:
        return
    if isinstance(value, DictionaryObject):
        action = value.raw_get("/S") if "/S" in value else None
        yield from (told for name, told in ACTIVE.items() if name in value or action == name)
        children = [value.raw_get(key) for key in value]
    elif isinstance(value, ArrayObject):
        children = list(value)
    else:
        return
    for child in children:
        if not isinstance(child, IndirectObject):  # its turn comes by its number
            yield from _of_value(child, depth + 1)


if __name__ == "__main__":
    serve(lambda payload: read(payload).to_bytes())
