"""Where everything in a bouquet stands: stems, greenery, heads, the bow and its tag."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from agenda.drawing.bloom import Bloom, Layer
from agenda.drawing.flowers import CORN, LAVENDER, LEAF, POPPY, ROSE, SUN
from agenda.drawing.greenery import bow, bud, frond, leaf, spray, tag
from agenda.drawing.shapes import Move, Point, Shape, bezier, lines
from agenda.models import Species

MOST_DRAWN = 60
WIDTH, HEIGHT = 600, 690
KNOT = Point(300, 520)
TAG = Move(362, 545, 9)
STEMS = 9
BUDS = 9
BUD_COLOURS = (POPPY, SUN, CORN, ROSE, LAVENDER)
WIDEST, ROUND, COVERED = 205.0, 0.84, 1.5


def arranged(flowers: Sequence[Bloom], label: str) -> list[Layer]:
    """The whole bouquet, from back to front; the first flower is the newest and stands in front.

    Without flowers there are buds, which an activity may open.
    """
    shown = flowers[:MOST_DRAWN]
    dome = _Dome.of(len(shown) or BUDS)
    heads = (
        [_placed(flower, dome, index, len(shown)) for index, flower in enumerate(shown)]
        if shown
        else [_bud(dome, index) for index in range(BUDS)]
    )
    ends = sorted((Point(layer.move.x, layer.move.y) for layer in heads), key=lambda p: p.x)
    if len(ends) > STEMS:
        ends = [ends[round(i * (len(ends) - 1) / (STEMS - 1))] for i in range(STEMS)]
    return [
        *_greens(dome),
        Layer("", _stems(ends)),
        *_leaves(),
        *reversed(heads),
        Layer("strik", bow(), Move(KNOT.x, KNOT.y)),
        *([Layer("kaartje", tag(), TAG)] if label else []),
    ]


def top(flowers: Sequence[Bloom]) -> int:
    """Where the drawing begins: a small bouquet is not as high."""
    dome = _Dome.of(len(flowers[:MOST_DRAWN]) or BUDS)
    return max(0, round(dome.middle.y - dome.y) - 105)


class _Dome(NamedTuple):
    """The ellipse that the heads fill, and how large they are."""

    x: float
    y: float
    scale: float

    @classmethod
    def of(cls, count: int) -> "_Dome":
        scale = min(1.25, math.sqrt(COVERED * WIDEST * WIDEST * ROUND / max(count, 1)) / 65)
        wide = min(WIDEST, 60 * scale * math.sqrt(count)) if count > 1 else 75.0
        return cls(wide, wide * ROUND, scale)

    @property
    def middle(self) -> Point:
        return Point(KNOT.x, KNOT.y - 118 - self.y)

    def rim(self, count: int, beyond: float) -> list[Point]:
        """Points from left to right over the top, some way outside the ellipse."""
        turns = (math.radians(-105 + 210 * index / (count - 1)) for index in range(count))
        return [
            Point(
                self.middle.x + math.sin(turn) * (self.x + beyond),
                self.middle.y - math.cos(turn) * (self.y + beyond),
            )
            for turn in turns
        ]


def _spot(dome: _Dome, index: int, count: int) -> Move:
    """As seeds in a sunflower: the newest in the middle, the older around it and behind."""
    part, turn = math.sqrt(index / count), math.radians(index * 137.5 + 200)
    x = dome.middle.x + math.sin(turn) * part * dome.x
    y = dome.middle.y - math.cos(turn) * part * dome.y
    lean = math.degrees(math.atan2(x - KNOT.x, KNOT.y + 60 - y))
    return Move(round(x), round(y), round(lean / 5) * 5, dome.scale)


def _placed(flower: Bloom, dome: _Dome, index: int, count: int) -> Layer:
    spot = _spot(dome, index, count)
    size = spot.scale * flower.size * (1.2 if flower.species == Species.LAVENDER else 1)
    move = replace(spot, turn=spot.turn + flower.tilt, scale=round(size * 20) / 20)
    return Layer(flower.name, flower.shapes, move)


def _bud(dome: _Dome, index: int) -> Layer:
    colour = BUD_COLOURS[index % len(BUD_COLOURS)]
    return Layer(f"knop-{colour[1:]}", bud(colour), replace(_spot(dome, index, BUDS), scale=1))


def _stems(ends: Iterable[Point]) -> tuple[Shape, ...]:
    """From every end down to the knot, and on to the other side below it."""
    curves = []
    for index, end in enumerate(ends):
        out = end.x - KNOT.x
        knot = Point(KNOT.x + out * 0.06, KNOT.y)
        foot = Point(KNOT.x - out * 0.3 + index % 3 * 6, HEIGHT - 40 - index * 13 % 37)
        curves.append(
            bezier(
                end,
                Point(end.x - out * 0.15, end.y + (KNOT.y - end.y) * 0.5),
                Point(knot.x + out * 0.16, knot.y - 50),
                knot,
                Point(knot.x - out * 0.06, knot.y + 25),
                Point(foot.x + out * 0.1, foot.y - 50),
                foot,
            )
        )
    return (
        Shape(tuple(curves), line=9),
        Shape(tuple(curves), line=5, ink=LEAF),
    )


def _greens(dome: _Dome) -> list[Layer]:
    """Twigs and sprays behind the heads, all pointing away from the knot."""
    tips = [*dome.rim(11, 50), *dome.rim(6, -25)]
    layers = []
    for index, tip in enumerate(tips):
        turn = math.degrees(math.atan2(tip.x - KNOT.x, KNOT.y - tip.y))
        name, shapes = ("pluim", spray()) if index % 2 else ("twijg", frond())
        layers.append(Layer(name, shapes, Move(round(tip.x), round(tip.y), round(turn))))
    stalks = Shape(tuple(lines([tip, KNOT]) for tip in tips[:11]), line=2.4, ink=LEAF)
    return [Layer("", (stalks,)), *reversed(layers)]


def _leaves() -> list[Layer]:
    places = ((-18, -46, -64, 1), (20, -52, 58, 1.1), (-8, -70, -30, 1.05), (12, -78, 24, 0.9))
    return [
        Layer("blad", leaf(), Move(KNOT.x + x, KNOT.y + y, turn, scale))
        for x, y, turn, scale in places
    ]
