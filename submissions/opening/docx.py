"""The text of a Word document, a table row on one line."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from submissions.opening.guard import serve
from submissions.opening.pages import CHARACTERS, UNPACKED, Pages, plain

BROKEN = "Dit document is beschadigd: de tekst is niet gelezen."
_DOCUMENT = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GAPS = {"tab": " ", "br": "\n", "cr": "\n"}
# A document of Word has no DTD; one that has can define entities, or ask for files.
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def read(payload: bytes) -> Pages:
    try:
        with zipfile.ZipFile(io.BytesIO(payload)) as package:
            if package.getinfo(_DOCUMENT).file_size > UNPACKED:
                return Pages(problem="Dit document is te groot om te lezen.")
            with package.open(_DOCUMENT) as file:
                content = file.read(UNPACKED)
        if any(doctype in content for doctype in _DOCTYPES):
            return Pages(problem=BROKEN)
        text = "\n".join(_lines(content))
    except (
        *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, ValueError),
        *(OSError, EOFError, NotImplementedError, RuntimeError),
    ):
        return Pages(problem=BROKEN)
    return Pages((plain(text)[:CHARACTERS],))


def _lines(content: bytes) -> Iterator[str]:
    """Paragraphs, and rows of tables with two blanks between their cells."""
    layout = _Layout()
    left = CHARACTERS
    # No DTD was found in it, and this parser fetches nothing.
    for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):  # noqa: S314
        name = element.tag.removeprefix(_WORD)
        if event == "start":
            layout.open(name)
            continue
        line = layout.close(name, element.text or "")
        element.clear()
        if line is not None:
            left -= len(line)
            yield line
        if left <= 0:
            return


class _Layout:
    """What is open at this place of the document."""

    def __init__(self) -> None:
        self.words: list[str] = []  # of the paragraph
        self.cells: list[list[str]] = []  # of the row; a table in a cell is a part of its text
        self.depth = 0  # how many cells are around it

    def open(self, name: str) -> None:
        if name == "tc":
            self.depth += 1
            if self.depth == 1:
                self.cells.append([])

    def close(self, name: str, text: str) -> str | None:
        """The line that ends here, if one does."""
        if name == "t":
            self.words.append(text)
        elif name in _GAPS:
            self.words.append(" " if self.depth else _GAPS[name])
        elif name == "p":
            return self._paragraph()
        elif name == "tc":
            self.depth -= 1
        elif name == "tr" and not self.depth:
            row = [" ".join(filter(None, cell)) for cell in self.cells]
            self.cells = []
            return "  ".join(row)
        return None

    def _paragraph(self) -> str | None:
        line = "".join(self.words)
        self.words = []
        if not self.depth:
            return line
        self.cells[-1].append(line.strip())
        return None


if __name__ == "__main__":
    serve(lambda payload: read(payload).to_bytes())
