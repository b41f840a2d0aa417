"""An A4 sheet with the site's faces and colours, and text that never meets a letter it lacks."""

import io
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from fpdf import FPDF
from PIL import Image, ImageDraw

from agenda.drawing.arrangement import HEIGHT, WIDTH, arranged, top
from agenda.drawing.bloom import Bloom, Layer, single
from agenda.drawing.pictures import paint
from agenda.drawing.shapes import Move
from agenda.search import PLAIN

INK, LEAF, SOFT, ALARM, HAIR = "#1E2433", "#1F6B4F", "#475063", "#A92B1A", "#D8D0C1"
LEFT, RIGHT, TOP, BOTTOM = 15.0, 195.0, 15.0, 280.0  # mm
HEAD, TEXT = "Actieweek", "Tekst"
FACES = (
    (HEAD, "", "bricolage-grotesque"),
    (TEXT, "", "source-sans-3"),
    (TEXT, "B", "source-sans-3-bold"),
)
POINT = 25.4 / 72  # mm
DOTS = 8  # a millimetre: 200 an inch


class Sheet(FPDF):
    """Places text and drawings by millimetres from the top left; nothing flows by itself.

    Keeps the files of its fonts open until the end of its ``with``.
    """

    def __init__(self, title: str, made: datetime, footer: str) -> None:
        super().__init__(format="A4")
        self._footer = footer
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.set_title(title)
        self.set_lang("nl")
        self.set_creation_date(made)  # so that the same programme gives the same bytes
        for family, style, name in FACES:
            path = Path(settings.BASE_DIR) / "static" / "font" / f"{name}.woff2"
            self.add_font(family, style, fname=path)
        fonts: list[Any] = list(self.fonts.values())
        self._letters = frozenset.intersection(*(frozenset(font.cmap) for font in fonts))
        self.add_page()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for font in self.fonts.values():
            font.close()  # type: ignore[union-attr]

    def footer(self) -> None:
        self.write_at(LEFT, 288, self._footer, size=9, colour=SOFT)
        self.write_at(RIGHT - 4, 288, str(self.page_no()), size=9, colour=SOFT)

    def printable(self, text: str) -> str:
        """Other letters lose their accents, or go: a box on a poster helps nobody."""
        kept = ""
        for letter in unicodedata.normalize("NFC", text):
            if ord(letter) in self._letters:
                kept += letter
            elif letter.isspace():
                kept += " "
            else:
                plain = unicodedata.normalize("NFKD", letter).translate(PLAIN)
                kept += "".join(part for part in plain if ord(part) in self._letters)
        return kept

    def face(self, family: str, size: float, style: str = "", colour: str = INK) -> None:
        self.set_font(family, style, size)
        self.set_text_color(colour)

    def write_at(
        self, x: float, y: float, text: str, *, size: float, colour: str = INK,
        family: str = TEXT, style: str = "",
    ) -> None:  # fmt: skip
        """One line, with its baseline at `y`."""
        self.face(family, size, style, colour)
        self.text(x, y, self.printable(text))

    def lines(
        self, text: str, wide: float, most: int, *, size: float, family: str = TEXT, style: str = ""
    ) -> list[str]:
        """The text as lines of at most this width in mm; what does not fit ends in three dots."""
        self.set_font(family, style, size)
        rows: list[str] = []
        for word in self.printable(text).split():
            joined = f"{rows[-1]} {word}" if rows else word
            if rows and self._wide(joined) <= wide:
                rows[-1] = joined
            else:
                rows.append(self._shortened(word, wide))
            if len(rows) > most:
                last = self._shortened(f"{rows[most - 1]} {word}", wide)
                return [*rows[: most - 1], last.rstrip("…") + "…"]
        return rows

    def _wide(self, text: str) -> float:
        """In mm, of text that is printable; many times faster than the library's own."""
        advances: Any = self.current_font.cw  # type: ignore[union-attr]
        return float(sum(advances[ord(letter)] for letter in text) * self.font_size / 1000)

    def _shortened(self, text: str, wide: float) -> str:
        if self._wide(text) <= wide:
            return text
        # By halves: a letter at a time, four hundred titles of one long word took seconds.
        length = bisect_right(
            range(len(text)), wide, key=lambda end: self._wide(f"{text[: end + 1]}…")
        )
        return f"{text[:length]}…"

    def rule(self, y: float, thick: float = 0.2, colour: str = HAIR, x: float = LEFT) -> None:
        self.set_draw_color(colour)
        self.set_line_width(thick)
        self.line(x, y, RIGHT, y)

    def picture(self, png: bytes, x: float, y: float, wide: float) -> None:
        self.image(io.BytesIO(png), x=x, y=y, w=wide)


@cache
def flower_png(flower: Bloom, wide: int) -> bytes:
    """A flower without a background, `wide` mm as fine as DOTS tells."""
    return _drawn(single(flower), (200, 260), wide, Move())


def bouquet_png(flowers: Sequence[Bloom], wide: int) -> tuple[bytes, float]:
    """The bouquet without its tag's words, and how high it is for its width."""
    begin = top(flowers)
    size = (WIDTH, round(HEIGHT - begin))
    return _drawn(arranged(flowers, ""), size, wide, Move(0, -begin)), size[1] / size[0]


def _drawn(layers: Sequence[Layer], size: tuple[int, int], wide: int, begin: Move) -> bytes:
    scale = wide * DOTS / size[0]
    finer = 2  # Pillow draws no soft edges
    image = Image.new(
        "RGBA", (round(size[0] * scale * finer), round(size[1] * scale * finer)), (255, 255, 255, 0)
    )
    draw = ImageDraw.Draw(image)
    for layer in layers:
        paint(draw, layer.shapes, Move(scale=scale * finer).after(begin).after(layer.move))
    written = io.BytesIO()
    smaller = image.resize((image.width // finer, image.height // finer), Image.Resampling.LANCZOS)
    smaller.save(written, "PNG")
    return written.getvalue()
