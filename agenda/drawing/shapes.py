"""Drawn shapes: curves through points, written as an SVG path or flattened for Pillow.

Coordinates are whole-number friendly (a flower's head is about 130 units wide), y points down and
the ink line has round ends. Nothing here knows about flowers or about the site.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class Point(NamedTuple):
    x: float
    y: float


# A piece of a curve ends in its last point: one point is a line, three are a cubic Bézier.
Piece = tuple[Point, ...]


@dataclass(frozen=True)
class Curve:
    start: Point
    pieces: tuple[Piece, ...]
    closed: bool = False


@dataclass(frozen=True)
class Move:
    """Scale, then turn (degrees, clockwise), then shift."""

    x: float = 0
    y: float = 0
    turn: float = 0
    scale: float = 1

    def __call__(self, point: Point) -> Point:
        angle = math.radians(self.turn)
        cos, sin = math.cos(angle) * self.scale, math.sin(angle) * self.scale
        return Point(point.x * cos - point.y * sin + self.x, point.x * sin + point.y * cos + self.y)

    def after(self, first: "Move") -> "Move":
        """The one move that does what `first` and then this one do."""
        x, y = self(Point(first.x, first.y))
        return Move(x, y, first.turn + self.turn, first.scale * self.scale)


STAY = Move()


@dataclass(frozen=True)
class Shape:
    """Curves with a fill (or none) and a line of some width (0: no line), drawn at every place."""

    curves: tuple[Curve, ...]
    fill: str = ""
    line: float = 0
    ink: str = ""  # the line's own colour; empty: the ink of the drawing
    places: tuple[Move, ...] = (STAY,)
    shift: Move = STAY  # after the places: where a colour is printed beside its line


def polar(degrees: float, radius: float) -> Point:
    """A point at an angle clockwise from straight up."""
    angle = math.radians(degrees)
    return Point(math.sin(angle) * radius, -math.cos(angle) * radius)


def lines(points: Sequence[Point], *, closed: bool = False) -> Curve:
    return Curve(points[0], tuple((point,) for point in points[1:]), closed)


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 0.17) -> Curve:
    """A Catmull-Rom spline through all points, as cubic Béziers."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    pieces = []
    for index in range(count if closed else count - 1):
        before, here, there, after = (at(index + step) for step in (-1, 0, 1, 2))
        one = Point(
            here.x + (there.x - before.x) * tension, here.y + (there.y - before.y) * tension
        )
        two = Point(there.x - (after.x - here.x) * tension, there.y - (after.y - here.y) * tension)
        pieces.append((one, two, there))
    return Curve(points[0], tuple(pieces), closed)


def bezier(start: Point, *controls: Point, closed: bool = False) -> Curve:
    """A curve from its start and three points for every piece."""
    pieces = tuple(tuple(controls[i : i + 3]) for i in range(0, len(controls), 3))
    return Curve(start, pieces, closed)


def circle(radius: float) -> Curve:
    ring = [polar(turn, radius) for turn in (0, 90, 180, 270)]
    return smooth(ring, closed=True, tension=0.276)


def dot(centre: Point) -> Curve:
    """A point: a line with round ends and no length."""
    return Curve(centre, ((centre,),))


@lru_cache(maxsize=1024)  # every page draws of the same few hundred
def path_data(curves: tuple[Curve, ...], places: tuple[Move, ...] = (STAY,)) -> str:
    """The `d` of an SVG path with the curves at every place, in whole units, relative."""
    written: list[str] = []
    for place in places:
        for curve in curves:
            _write(written, curve, place)
    return "".join(written)


def _write(written: list[str], curve: Curve, place: Move) -> None:
    here = _whole(place(curve.start))
    written.append("M" + _numbers(here))
    for piece in curve.pieces:
        whole = [_whole(place(point)) for point in piece]
        if whole == [here]:
            written.append("h0")
            continue
        steps = [value for x, y in whole for value in (x - here[0], y - here[1])]
        written.append(("l" if len(piece) == 1 else "c") + _numbers(steps))
        here = whole[-1]
    written.append("z" if curve.closed else "")


def _whole(point: Point) -> tuple[int, int]:
    return round(point.x), round(point.y)


def _numbers(values: Sequence[int]) -> str:
    return " ".join(map(str, values)).replace(" -", "-")


def flattened(curve: Curve, steps: int = 10) -> list[Point]:
    """The curve as a line of points."""
    points = [curve.start]
    for piece in curve.pieces:
        if len(piece) == 1:
            points.append(piece[0])
            continue
        start, (one, two, end) = points[-1], piece
        for step in range(1, steps + 1):
            t = step / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append(
                Point(
                    a * start.x + b * one.x + c * two.x + d * end.x,
                    a * start.y + b * one.y + c * two.y + d * end.y,
                )
            )
    return points + points[:1] if curve.closed else points
