"""What holds a bouquet together: sprays, fronds, leaves and buds, the bow and its tag."""

from functools import cache

from agenda.drawing.flowers import DAISY, LEAF, LINE, PAPER, POPPY, THIN, printed
from agenda.drawing.shapes import Curve, Move, Point, Shape, bezier, circle, lines, smooth


def _leaf(length: float, width: float) -> Curve:
    return bezier(
        Point(0, 0),
        Point(-width, -length * 0.3),
        Point(-width * 0.7, -length * 0.75),
        Point(0, -length),
        Point(width * 0.9, -length * 0.7),
        Point(width * 0.9, -length * 0.25),
        Point(0, 0),
    )


@cache
def leaf() -> tuple[Shape, ...]:
    vein = bezier(Point(0, 0), Point(2, -25), Point(-2, -45), Point(0, -62))
    return (*printed(_leaf(84, 22), LEAF), Shape((vein,), line=THIN))


@cache
def frond() -> tuple[Shape, ...]:
    """A twig with leaves in pairs; its tip lies at (0, 0)."""
    places = [Move(0, 22, 0)]
    for step, y in enumerate((34, 58, 84, 112)):
        places += [Move(0, y, side * (58 - step * 2), 1 + step * 0.1) for side in (-1, 1)]
    twig = bezier(Point(0, 10), Point(4, 60), Point(-4, 100), Point(0, 170))
    return (
        Shape((twig,), line=4, ink=LEAF),
        *printed(_leaf(32, 11), LEAF, tuple(places)),
    )


@cache
def spray() -> tuple[Shape, ...]:
    """Fine stalks with small white buds."""
    ends = [Point(-26, 14), Point(-12, -6), Point(4, 6), Point(17, -10), Point(29, 18)]
    stalks = tuple(bezier(Point(0, 110), Point(0, 70), Point(e.x, e.y + 50), e) for e in ends)
    return (
        Shape((*stalks, lines([Point(0, 170), Point(0, 110)])), line=THIN + 0.6, ink=LEAF),
        *printed(circle(6.5), DAISY, tuple(Move(end.x, end.y) for end in ends), THIN),
    )


@cache
def bow() -> tuple[Shape, ...]:
    """The ribbon around the stems, with (0, 0) at its knot."""
    loop = smooth(
        [Point(4, 0), Point(38, -30), Point(78, -33), Point(88, -6), Point(66, 20), Point(30, 14)],
        closed=True,
    )
    inside = bezier(Point(18, 0), Point(38, -16), Point(60, -18), Point(74, -8))
    tail = smooth(
        [Point(2, 6), Point(22, 44), Point(27, 92), Point(44, 82), Point(60, 94), Point(50, 44),
         Point(16, 2)],
        closed=True, tension=0.13,
    )  # fmt: skip
    band = smooth(
        [Point(-18, -16), Point(18, -16), Point(19, 16), Point(-19, 16)],
        closed=True,
    )  # fmt: skip
    return (
        *printed(_mirrored(tail), POPPY),
        *printed(tail, POPPY),
        *printed(_mirrored(loop), POPPY),
        *printed(loop, POPPY),
        Shape((inside, _mirrored(inside)), line=THIN),
        *printed(band, POPPY),
    )


def _mirrored(curve: Curve) -> Curve:
    def flip(point: Point) -> Point:
        return Point(-point.x * 0.94, point.y * 1.05)

    pieces = tuple(tuple(flip(point) for point in piece) for piece in curve.pieces)
    return Curve(flip(curve.start), pieces, curve.closed)


@cache
def bud(petal: str) -> tuple[Shape, ...]:
    """A flower that is still closed, with the colour it will have."""
    petals = _leaf(84, 26)
    return (
        *printed(petals, petal, (Move(0, 34),)),
        Shape((bezier(Point(0, 10), Point(-5, -10), Point(4, -22), Point(0, -34)),), line=THIN),
        *printed(_leaf(50, 15), LEAF, (Move(0, 36, -30), Move(0, 36, 30))),
    )


@cache
def tag() -> tuple[Shape, ...]:
    """A paper tag on a string, 165 wide and 86 high, for at most three short lines of text."""
    corners = [(20, 0), (162, 3), (165, 84), (19, 86), (0, 64), (0, 22)]
    thread = bezier(Point(-58, -22), Point(-40, 10), Point(-20, 46), Point(12, 43))
    return (
        *printed(lines([Point(x, y) for x, y in corners], closed=True), PAPER),
        Shape((circle(4),), line=LINE, places=(Move(12, 43),)),
        Shape((thread,), line=THIN),
    )
