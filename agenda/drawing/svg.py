"""Shapes as SVG: what is drawn more than once is written once and used again."""

from collections import Counter
from collections.abc import Iterable, Sequence

from agenda.drawing.shapes import STAY, Move, Shape, path_data


def number(value: float) -> str:
    """As few characters as two decimals allow."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text or "0"


def transform(*moves: Move) -> str:
    """The attribute with a leading space; nothing when all moves stay where they are."""
    steps = ""
    for move in moves:
        if move.x or move.y:
            steps += f"translate({number(move.x)} {number(move.y)})"
        if move.turn:
            steps += f"rotate({number(move.turn)})"
        if move.scale != 1:
            steps += f"scale({number(move.scale)})"
    return f' transform="{steps}"' if steps else ""


def _paint(shape: Shape) -> str:
    parts = f' fill="{shape.fill}"' if shape.fill else ""
    if shape.line:
        parts += f' stroke="{shape.ink}"' if shape.ink else ""
        parts += f' stroke-width="{number(shape.line)}"'
    else:
        parts += ' stroke="none"'
    return parts


class Drawing:
    """Collects symbols and the parts they share; ids get a prefix, so that two may meet on a page.

    Everything inherits `fill="none"`, the ink and round line ends from the element around it.
    """

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._parts: dict[str, str] = {}  # markup without id → id
        self._written: list[str] = []

    def defs(self) -> str:
        return "".join(self._written)

    def symbol(self, name: str, shapes: Sequence[Shape]) -> str:
        """Define a symbol once and return its id."""
        identity = f"{self._prefix}{name}"
        body = self.body(shapes)
        self._written.append(f'<symbol id="{identity}" overflow="visible">{body}</symbol>')
        return identity

    def body(self, shapes: Sequence[Shape]) -> str:
        seen = Counter((shape.curves, place) for shape in shapes for place in shape.places)
        curves = Counter(curves for (curves, _place) in seen)
        return "".join(self._drawn(shape, curves[shape.curves] > 1) for shape in shapes)

    def _drawn(self, shape: Shape, shared: bool) -> str:
        data = path_data(shape.curves)
        if not shared:
            return f'<path d="{data}"{_paint(shape)}{transform(shape.shift, *shape.places)}/>'
        part = self._part(f'<path{{}} d="{data}"/>')
        uses = "".join(f'<use href="#{part}"{transform(place)}/>' for place in shape.places)
        if len(shape.places) > 1:
            ring = self._part(f"<g{{}}>{uses}</g>")
            return f'<use href="#{ring}"{_paint(shape)}{transform(shape.shift)}/>'
        place = shape.places[0]
        moves = (shape.shift, place) if shape.shift != STAY else (place,)
        return f'<use href="#{part}"{_paint(shape)}{transform(*moves)}/>'

    def _part(self, markup: str) -> str:
        if markup not in self._parts:
            identity = f"{self._prefix}{len(self._parts):x}"
            self._parts[markup] = identity
            self._written.append(markup.format(f' id="{identity}"'))
        return self._parts[markup]


def expanded(shapes: Iterable[Shape], move: Move = STAY) -> Iterable[tuple[Shape, Move]]:
    """Every single drawing of every shape, in order, with the move that puts it in its place."""
    for shape in shapes:
        for place in shape.places:
            yield shape, move.after(shape.shift.after(place))
