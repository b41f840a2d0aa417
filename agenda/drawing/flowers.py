"""The seven species: how a flower's head and its stem are drawn.

Every head is drawn around (0, 0), about 65 units in radius, in three variants that differ in their
number of petals. Colour is printed a little beside the ink line, as on a hand-made print.
"""

import math
import random
from collections.abc import Callable
from functools import cache

from agenda.drawing.shapes import (
    STAY,
    Curve,
    Move,
    Point,
    Shape,
    bezier,
    circle,
    dot,
    lines,
    polar,
    smooth,
)
from agenda.models import Species

INK = "#1E2433"
PAPER = "#FBF8F3"
LEAF = "#1F6B4F"
SUN = "#E8A317"
POPPY = "#D2402B"
CORN = "#3F62C4"
LAVENDER = "#7C5CB8"
ROSE = "#C9457F"
DAISY = "#F4EFE6"
EARTH = "#6B3F1D"
LINE = 2.6
THIN = 1.8
BESIDE = Move(3, 2)
VARIANTS = 3


def printed(
    curve: Curve, fill: str, places: tuple[Move, ...] = (STAY,), line: float = LINE
) -> list[Shape]:
    """A colour and, a little beside it, its ink line; all colours first, then all lines."""
    return [
        Shape((curve,), fill=fill, places=places, shift=BESIDE),
        Shape((curve,), line=line, places=places),
    ]


def layered(curve: Curve, fill: str, places: tuple[Move, ...]) -> list[Shape]:
    """As `printed`, but each petal covers the one before it."""
    return [shape for place in places for shape in printed(curve, fill, (place,))]


def ring(count: int, offset: float, unsteady: random.Random, wobble: int = 4) -> tuple[Move, ...]:
    """Turns around the heart, as even as a hand draws them, in whole degrees."""
    return tuple(
        Move(turn=round(offset + index * 360 / count) + unsteady.randint(-wobble, wobble))
        for index in range(count)
    )


def _pointed(base: float, length: float, width: float) -> Curve:
    rise = length - base
    return bezier(
        Point(-width * 0.25, -base),
        Point(-width * 0.8, -base - rise * 0.4),
        Point(-width * 0.5, -base - rise * 0.75),
        Point(0, -length),
        Point(width * 0.65, -base - rise * 0.7),
        Point(width * 0.8, -base - rise * 0.35),
        Point(width * 0.25, -base),
    )


def _rounded(base: float, length: float, width: float) -> Curve:
    rise = length - base
    return bezier(
        Point(-width * 0.2, -base),
        Point(-width * 0.55, -base - rise * 0.5),
        Point(-width * 0.75, -length),
        Point(-width * 0.05, -length),
        Point(width * 0.7, -length - 1),
        Point(width * 0.6, -base - rise * 0.5),
        Point(width * 0.2, -base),
    )


def _fan(half: float, radius: float, rim: tuple[tuple[float, float], ...]) -> Curve:
    """A broad petal from the heart: (part of its half width, part of its radius) around the rim."""
    points = [polar(half * part, radius * height) for part, height in rim]
    return smooth([Point(0, 0), *points], closed=True)


def _seeds(radius: float, count: int) -> tuple[Curve, ...]:
    """Seeds in a heart, laid as a sunflower lays them."""
    return tuple(
        dot(polar(index * 137.5, radius * math.sqrt(index / count))) for index in range(count)
    )


def _sunflower(variant: int, unsteady: random.Random) -> list[Shape]:
    count = (11, 13, 15)[variant]
    petal, places = (_pointed(20, 55, 20),), ring(count, 0, unsteady)
    # The ring behind is the same ring, turned by half a petal and larger.
    behind = Move(turn=round(180 / count), scale=1.16)
    return [
        Shape(petal, fill=SUN, places=places, shift=BESIDE.after(behind)),
        Shape(petal, line=LINE / 1.16, places=places, shift=behind),
        Shape(petal, fill=SUN, places=places, shift=BESIDE),
        Shape(petal, line=LINE, places=places),
        Shape((circle(25),), fill=EARTH, line=LINE),
        Shape(_seeds(20, 18), line=3.6, ink=SUN),
    ]


def _poppy(variant: int, unsteady: random.Random) -> list[Shape]:
    places = ring((4, 5, 6)[variant], 45, unsteady, 6)
    petal = _fan(
        58, 64, ((-0.95, 0.55), (-0.9, 0.86), (-0.45, 0.95), (0.05, 1), (0.55, 0.95), (0.95, 0.55))
    )
    folds = tuple(
        bezier(polar(turn, 25), polar(turn, 31), polar(turn * 1.1, 37), polar(turn * 1.3, length))
        for turn, length in ((-25, 42), (3, 50), (27, 44))
    )
    behind_first = places[::2] + places[1::2]
    return [
        *layered(petal, POPPY, behind_first),
        Shape(folds, line=THIN, places=places),
        Shape((dot(Point(0, -20)), dot(polar(25, 17))), line=5, places=ring(7, 0, unsteady)),
        Shape((circle(11.5),), fill=LEAF, line=LINE),
        Shape(tuple(lines([polar(t, 8), polar(t + 180, 8)]) for t in (0, 60, 120)), line=THIN),
    ]


def _cornflower(variant: int, unsteady: random.Random) -> list[Shape]:
    count = (8, 9, 10)[variant]
    rim = ((-3, 12), (-5, 32), (-16, 56), (-8, 51), (-5, 63), (1, 52), (7, 65), (9, 51), (17, 54),
           (6, 32), (3, 12))  # fmt: skip
    floret = lines([Point(x, -y) for x, y in rim], closed=True)
    thread = lines(
        [polar(0, 4), polar(9, 15), polar(2, 25), polar(8, 29), polar(-4, 29), polar(2, 25)]
    )
    threads = ring(9, 15, unsteady)
    return [
        *printed(floret, CORN, ring(count, 10, unsteady, 5)),
        Shape((circle(15),), fill=LAVENDER, line=LINE),
        Shape((thread,), line=THIN, places=threads),
    ]


def _lavender(variant: int, unsteady: random.Random) -> list[Shape]:
    rows = (6, 7, 8)[variant]
    sides: list[Move] = []
    middles: list[Move] = []
    for row in reversed(range(rows)):
        y = round(-50 + row * 102 / rows)
        size = round(0.5 + 0.62 * math.sin(0.2 + 2.1 * row / rows), 1)
        sides += [
            Move(side * 3, y + 8, side * (48 + 3 * row) + unsteady.randint(-7, 7), size)
            for side in (-1, 1)
        ]
        middles.append(Move(0, y + 5, unsteady.randint(-12, 12), size))
    stalk = bezier(Point(0, 50), Point(-3, 30), Point(3, 0), Point(0, -50))
    bud = _rounded(0, 24, 15)
    return [
        Shape((stalk,), line=5, ink=LEAF),
        *printed(bud, LAVENDER, tuple(sides)),
        *printed(bud, LAVENDER, tuple(middles)),
    ]


def _daisy(variant: int, unsteady: random.Random) -> list[Shape]:
    count = (13, 15, 17)[variant]
    return [
        *printed(_rounded(15, 62, 20), DAISY, ring(count, 0, unsteady, 3)),
        *printed(circle(18), SUN),
        Shape(_seeds(13, 9), line=2.6),
    ]


def _rose(variant: int, unsteady: random.Random) -> list[Shape]:
    count = (5, 6, 7)[variant]
    shapes = printed(_pointed(30, 66, 22), LEAF, ring(count, 180 / count + 8, unsteady))
    rim = ((-1, 0.66), (-0.75, 0.93), (-0.2, 1), (0.4, 0.98), (0.85, 0.88), (1, 0.6))
    shapes += layered(_fan(46, 60, rim), ROSE, ring(count, 0, unsteady, 6))
    for radius, half, turns in ((46, 48, (31, 99, 172, 250, 318)), (31, 58, (12, 108, 187, 284))):
        shapes += layered(_fan(half, radius, rim), ROSE, tuple(Move(turn=turn) for turn in turns))
    spiral = smooth([polar(turn, 2.5 + turn / 46) for turn in range(0, 720, 90)])
    return [*shapes, *printed(circle(16), ROSE), Shape((spiral,), line=LINE)]


def _fluff(variant: int, unsteady: random.Random) -> list[Shape]:
    count = (15, 18, 21)[variant]

    def seed(far: float, spread: float, length: float) -> tuple[Curve, ...]:
        end = Point(0, -far)
        hairs = (Move(0, -far)(polar(spread * part, length)) for part in (-3, -1, 1, 3))
        return lines([Point(0, -9), end]), *(lines([end, hair]) for hair in hairs)

    return [
        Shape((circle(60),), fill=DAISY, shift=BESIDE),
        Shape(seed(26, 16, 10), line=THIN, places=ring(8, 14, unsteady, 6)),
        Shape(seed(46, 14, 16), line=THIN, places=ring(count, 0, unsteady)),
        Shape((circle(9),), fill=EARTH, line=LINE),
    ]


_DRAWN: dict[Species, Callable[[int, random.Random], list[Shape]]] = {
    Species.SUNFLOWER: _sunflower,
    Species.POPPY: _poppy,
    Species.CORNFLOWER: _cornflower,
    Species.LAVENDER: _lavender,
    Species.DAISY: _daisy,
    Species.ROSE: _rose,
    Species.DANDELION: _fluff,
}


@cache
def head(species: Species, variant: int) -> tuple[Shape, ...]:
    # The same drawing on every machine, not a secret.
    unsteady = random.Random(f"{species.value} {variant}")  # noqa: S311
    return tuple(_DRAWN[species](variant, unsteady))


@cache
def stem() -> tuple[Shape, ...]:
    """A stalk with two leaves, hanging from (0, 0); the head covers its upper end."""
    stalk = bezier(Point(0, 0), Point(-4, 60), Point(8, 100), Point(0, 155))
    left = bezier(
        Point(2, 138), Point(-16, 96), Point(-52, 86), Point(-66, 92),
        Point(-58, 120), Point(-30, 142), Point(2, 138),
    )  # fmt: skip
    right = bezier(
        Point(3, 112), Point(14, 82), Point(44, 70), Point(58, 74),
        Point(54, 98), Point(32, 116), Point(3, 112),
    )  # fmt: skip
    return (
        Shape((stalk,), line=9),
        Shape((stalk,), line=4.5, ink=LEAF),
        *printed(left, LEAF),
        *printed(right, LEAF),
    )
