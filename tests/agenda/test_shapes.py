import re

import pytest

from agenda.drawing.shapes import (
    Move,
    Point,
    bezier,
    circle,
    dot,
    flattened,
    lines,
    path_data,
    polar,
    smooth,
)


def test_path_is_relative_whole_and_short():
    curve = lines([Point(0.4, 0), Point(10, -5), Point(-3, 7)], closed=True)
    assert path_data((curve,)) == "M0 0l10-5l-13 12z"


def test_rounding_does_not_add_up_along_a_path():
    curve = lines([Point(index * 0.4, 0) for index in range(11)])
    steps = re.findall(r"l(-?\d+)", path_data((curve,)))
    assert sum(map(int, steps)) == 4


def test_dot_is_a_line_without_length():
    assert path_data((dot(Point(3, 4)),)) == "M3 4h0"


def test_smooth_curve_goes_through_all_points():
    points = [Point(0, 0), Point(10, 5), Point(20, -5)]
    curve = smooth(points, closed=True)
    assert [curve.start, *(piece[-1] for piece in curve.pieces)] == [*points, points[0]]


def test_circle_is_round():
    for x, y in flattened(circle(10)):
        assert (x * x + y * y) ** 0.5 == pytest.approx(10, abs=0.3)


def test_moves_follow_each_other():
    first, then = Move(3, 4, 30, 2), Move(-1, 5, 45, 0.5)
    x, y = then.after(first)(Point(7, -2))
    assert (x, y) == pytest.approx(then(first(Point(7, -2))))


def test_straight_up_is_zero_degrees():
    assert polar(0, 10) == pytest.approx((0, -10))
    assert polar(90, 10) == pytest.approx((10, 0))


def test_flattened_bezier_ends_where_it_should():
    points = flattened(bezier(Point(0, 0), Point(0, 5), Point(5, 5), Point(5, 0)))
    assert points[0] == (0, 0)
    assert points[-1] == pytest.approx((5, 0))
