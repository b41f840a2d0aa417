"""The same shapes as pictures, for where no SVG is shown: social media and messengers."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from agenda.drawing.arrangement import HEIGHT, TAG, WIDTH, arranged, top
from agenda.drawing.bloom import Bloom, Layer, single
from agenda.drawing.flowers import INK, LEAF, PAPER
from agenda.drawing.shapes import Move, Point, Shape, flattened
from agenda.drawing.svg import expanded

SIZE = (1200, 630)  # what social media ask for
FINER = 2  # drawn larger and then made smaller: Pillow draws no soft edges
MARGIN = 70
BELOW = 48  # from line to line at the foot


def bouquet_picture(flowers: Sequence[Bloom], label: str, title: str, below: str) -> bytes:
    """A PNG with the bouquet at the right and words at the left."""
    begin = top(flowers)
    scale = (SIZE[1] - 50) / (HEIGHT - begin)
    place = Move(SIZE[0] - WIDTH * scale - 20, 25 - begin * scale, 0, scale)
    return _picture(arranged(flowers, label), place, title, below, label)


def flower_picture(flower: Bloom, title: str, below: str) -> bytes:
    """A PNG with one flower at the right and words at the left; `below` in at most three lines."""
    return _picture(single(flower), Move(SIZE[0] - 430, 60, 0, 2), title, below)


def _picture(
    layers: Sequence[Layer], place: Move, title: str, below: str, label: str = ""
) -> bytes:
    image = Image.new("RGB", (SIZE[0] * FINER, SIZE[1] * FINER), PAPER)
    draw = ImageDraw.Draw(image)
    finer = Move(scale=FINER).after(place)
    for layer in layers:
        paint(draw, layer.shapes, finer.after(layer.move))
    if label:
        _label(image, label, finer.after(TAG))
    _words(draw, title, below)
    written = io.BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).quantize(256, dither=Image.Dither.NONE).save(
        written, "PNG", optimize=True
    )
    return written.getvalue()


def paint(draw: ImageDraw.ImageDraw, shapes: Sequence[Shape], move: Move) -> None:
    """Each shape as SVG would: its fill, then its line with round ends."""
    for shape, there in expanded(shapes, move):
        width = shape.line * there.scale
        for curve in shape.curves:
            points = [there(point) for point in flattened(curve)]
            if shape.fill and len(points) > 2:
                draw.polygon(points, fill=shape.fill)
            if width:
                _line(draw, points, width, shape.ink or INK)


def _line(draw: ImageDraw.ImageDraw, points: Sequence[Point], width: float, ink: str) -> None:
    draw.line(points, fill=ink, width=max(1, round(width)), joint="curve")
    half = width / 2
    for x, y in (points[0], points[-1]):
        draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)


@cache
def face(size: int) -> ImageFont.FreeTypeFont:
    path = Path(settings.BASE_DIR) / "static" / "font" / "bricolage-grotesque.woff2"
    return ImageFont.truetype(str(path), size)


def _label(image: Image.Image, label: str, move: Move) -> None:
    """The words of the tag, as tilted as the tag is."""
    size = round(19 * move.scale)
    layer = Image.new("L", (round(165 * move.scale), round(86 * move.scale)))
    middle = (86 * move.scale, 43 * move.scale)
    ImageDraw.Draw(layer).multiline_text(
        middle, label, fill=255, font=face(size), anchor="mm", align="center"
    )
    turned = layer.rotate(-move.turn, expand=True, resample=Image.Resampling.BICUBIC)
    centre = move(Point(82.5, 43))
    corner = (round(centre.x - turned.width / 2), round(centre.y - turned.height / 2))
    image.paste(INK, corner, turned)


def _words(draw: ImageDraw.ImageDraw, title: str, below: str) -> None:
    wide, small = 600 * FINER, face(34 * FINER)
    last = [row for line in below.splitlines() for row in _wrapped(line, small, wide)][:3]
    font, rows = _fitting(title, wide, SIZE[1] - 2 * MARGIN - 84 - BELOW * len(last))
    left, y = MARGIN * FINER, MARGIN * FINER
    draw.text((left, y), "Landelijke Actieweek Thuiszitters", LEAF, face(30 * FINER))
    y += 70 * FINER
    for row in rows[:9]:
        draw.text((left, y), row, INK, font)
        y += round(font.size * 1.1)
    for number, row in enumerate(reversed(last)):
        y = (SIZE[1] - MARGIN - 36 - BELOW * number) * FINER
        draw.text((left, y), row, INK, small)


def _fitting(title: str, wide: int, high: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest face in which the title is not higher than this; else the smallest."""
    for size in (76, 64, 54, 46, 38, 32):
        font = face(size * FINER)
        rows = _wrapped(title, font, wide)
        if len(rows) * size * 1.1 < high:
            break
    return font, rows


def _wrapped(text: str, font: ImageFont.FreeTypeFont, wide: int) -> list[str]:
    rows: list[str] = []
    for word in text.split():
        if rows and font.getlength(f"{rows[-1]} {word}") <= wide:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows
