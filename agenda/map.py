"""The map: provinces and places with how many activities of a selection each has."""

import re
from dataclasses import dataclass
from functools import cache
from math import asinh, radians, tan
from pathlib import Path

from django.utils.text import slugify

from agenda.gazetteer import Spot, gazetteer
from agenda.models import Municipality, Region
from agenda.selection import Selection
from agenda.tally import Tally

DRAWING = Path(__file__).parent / "drawing" / "netherlands.svg"
WIDTH, HEIGHT = 613, 724
# The drawing is in Mercator's projection; its corners in degrees and in its own units.
WEST, EAST, NORTH, SOUTH = 3.3656, 7.2203, 53.5607, 50.7496
SPAN, LEFT, TOP, BOTTOM = 612, 0.26, 0.27, 723.3
# Of each province by its name in the address: its path in the drawing, and where its number stands.
PROVINCES = {
    "groningen": ("gr", 540, 88),
    "fryslan": ("fr", 395, 128),
    "drenthe": ("dr", 525, 205),
    "overijssel": ("ov", 510, 300),
    "flevoland": ("fl", 352, 298),
    "gelderland": ("ge", 430, 400),
    "utrecht": ("ut", 296, 395),
    "noord-holland": ("nh", 235, 265),
    "zuid-holland": ("zh", 185, 435),
    "zeeland": ("ze", 75, 555),
    "noord-brabant": ("nb", 300, 535),
    "limburg": ("li", 420, 560),
}
DEEPEST = 4  # shades


@dataclass(frozen=True)
class Dot:
    """A municipality with activities; `x`, `y` and radius `r` in units of the drawing."""

    name: str
    count: int
    query: str
    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Province:
    name: str
    path: str
    x: int
    y: int
    count: int
    shade: int  # 0 for none, up to DEEPEST
    query: str
    dots: list[Dot]


@cache
def paths() -> dict[str, str]:
    return dict(re.findall(r'<path id="(\w+)" d="([^"]+)"', DRAWING.read_text()))


def project(spot: Spot) -> tuple[float, float]:
    """Where a point lies in the drawing."""
    top, bottom = (asinh(tan(radians(edge))) for edge in (NORTH, SOUTH))
    down = (top - asinh(tan(radians(spot.latitude)))) / (top - bottom)
    along = (spot.longitude - WEST) / (EAST - WEST)
    return along * SPAN + LEFT, down * (BOTTOM - TOP) + TOP


def provinces(selection: Selection, tally: Tally) -> list[Province]:
    """From north to south, also those without activities: it is a map of the whole country."""
    names = dict(Region.objects.provinces().values_list("slug", "name"))
    counts = tally.per_choice(selection, "provincie", list(names))
    if chosen := selection.values("provincie"):
        counts = {slug: counts[slug] if slug in chosen else 0 for slug in counts}
    most = max(counts.values(), default=0)
    dots = _dots(selection, tally)
    return [
        Province(
            names.get(slug, slug.title()),
            paths()[path],
            x,
            y,
            counts.get(slug, 0),
            -(-counts.get(slug, 0) * DEEPEST // most) if most else 0,
            selection.with_only("provincie", slug).query_string(),
            dots.get(slug, []),
        )
        for slug, (path, x, y) in PROVINCES.items()
    ]


def _dots(selection: Selection, tally: Tally) -> dict[str, list[Dot]]:
    counts = tally.per_municipality(selection)
    middles = gazetteer().municipalities
    found: dict[str, list[Dot]] = {}
    rows = Municipality.objects.filter(pk__in=counts).values_list("pk", "name", "province__slug")
    for key, name, province in rows.order_by("name"):
        if middle := middles.get(key):
            x, y = project(middle)
            count = counts[key]
            radius = min(4 + 1.6 * count**0.5, 14)
            query = selection.with_only("gemeente", slugify(name)).query_string()
            dot = Dot(name, count, query, round(x, 1), round(y, 1), round(radius, 1))
            found.setdefault(province, []).append(dot)
    return found
