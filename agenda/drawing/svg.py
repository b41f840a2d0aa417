"""Shapes as SVG, in as few elements as they need."""

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


# Of fewer pieces than this all places of a curve go into one path: an element less each.
SIMPLE = 3


class Drawing:
    """Collects symbols; their ids get a prefix, so that two drawings may meet on a page.

    Everything inherits `fill="none"`, the ink, round line ends and lines of width `line` from the
    element around it. There is no `use` within a symbol, and as few elements as the weight allows:
    a browser copies and styles all that a symbol holds at each use of it, and bouquets of petals
    that were uses of uses kept a phone busy for longer than the rest of their page.
    """

    def __init__(self, prefix: str = "", line: float = 0) -> None:
        self._prefix, self._line = prefix, line
        self._written: list[str] = []

    def defs(self) -> str:
        return "".join(self._written)

    def symbol(self, name: str, shapes: Sequence[Shape]) -> str:
        """Define a symbol once and return its id."""
        identity = f"{self._prefix}{name}"
        body = self.body(shapes)
        self._written.append(f'<symbol id="{identity}" overflow="visible">{body}</symbol>')
        return identity

    def body(self, shapes: Iterable[Shape]) -> str:
        return "".join(map(self._drawn, shapes))

    def _drawn(self, shape: Shape) -> str:
        paint = self._paint(shape)
        if len(shape.places) > 1 and sum(len(curve.pieces) for curve in shape.curves) < SIMPLE:
            data = path_data(shape.curves, shape.places)
            return f'<path d="{data}"{paint}{transform(shape.shift)}/>'
        # Written again and again, which costs little as sent: it is compressed.
        data = path_data(shape.curves)
        if len(shape.places) == 1:
            return f'<path d="{data}"{paint}{transform(shape.shift, *shape.places)}/>'
        drawn = "".join(f'<path d="{data}"{transform(place)}/>' for place in shape.places)
        return f"<g{paint}{transform(shape.shift)}>{drawn}</g>"

    def _paint(self, shape: Shape) -> str:
        parts = f' fill="{shape.fill}"' if shape.fill else ""
        if not shape.line:
            return parts + ' stroke="none"'
        if shape.ink:
            parts += f' stroke="{shape.ink}"'
        if shape.line != self._line:
            parts += f' stroke-width="{number(shape.line)}"'
        return parts


def expanded(shapes: Iterable[Shape], move: Move = STAY) -> Iterable[tuple[Shape, Move]]:
    """Every single drawing of every shape, in order, with the move that puts it in its place."""
    for shape in shapes:
        for place in shape.places:
            yield shape, move.after(shape.shift.after(place))
