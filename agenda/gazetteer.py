"""Where municipalities and postcodes lie, well enough to say what is near.

Kept in the process for as long as the revision stands: an administrator who moves a place moves the
revision too.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from statistics import fmean

from django.db import connection
from django.utils.text import slugify

from agenda.models import Municipality, MunicipalityAlias, Place, PublicRevision
from agenda.models.fields import fold
from agenda.postcodes import town_of

EARTH = 6371.0  # km
# Of which the list of places knows none: the middle of the municipality, from its town hall.
WITHOUT_PLACES = {
    "Almere": (52.37, 5.21),
    "Alphen-Chaam": (51.50, 4.87),
    "Ameland": (53.45, 5.75),
    "Bergen (L.)": (51.60, 6.04),
    "Borsele": (51.42, 3.79),
    "Deurne": (51.46, 5.79),
    "Doesburg": (52.01, 6.14),
    "Etten-Leur": (51.57, 4.64),
    "Hardinxveld-Giessendam": (51.83, 4.84),
    "Heusden": (51.69, 5.14),
    "Landgraaf": (50.89, 6.02),
    "Oostzaan": (52.44, 4.87),
    "Stede Broec": (52.70, 5.23),
    "Terschelling": (53.36, 5.22),
    "Valkenburg aan de Geul": (50.87, 5.83),
    "Vlieland": (53.30, 5.07),
    "West Maas en Waal": (51.86, 5.53),
    "Zoeterwoude": (52.12, 4.50),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with a name; latitude and longitude in degrees (WGS 84)."""

    name: str
    latitude: float
    longitude: float

    def distance(self, other: "Spot") -> float:
        """In kilometres, as the crow flies."""
        north, other_north = radians(self.latitude), radians(other.latitude)
        half_up = sin((other_north - north) / 2) ** 2
        half_along = sin(radians(other.longitude - self.longitude) / 2) ** 2
        return 2 * EARTH * asin(sqrt(half_up + cos(north) * cos(other_north) * half_along))


class Gazetteer:
    """Everything that has a name, read in three queries."""

    def __init__(self) -> None:
        self._places = list(
            Place.objects.values_list("name", "municipality_id", "latitude", "longitude")
        )
        self._municipalities = dict(Municipality.objects.values_list("pk", "name"))
        self._aliases = list(MunicipalityAlias.objects.values_list("name", "municipality_id"))

    @cached_property
    def municipalities(self) -> dict[int, Spot]:
        """The middle of each municipality, where any is known, by its key."""
        within: dict[int, list[tuple[str, float, float]]] = defaultdict(list)
        of_name: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
        for name, key, latitude, longitude in self._places:
            point = (name, float(latitude), float(longitude))
            of_name[name].append(point)
            if key:
                within[key].append(point)
        found = {}
        for key, name in self._municipalities.items():
            known = [p for p in within[key] if p[0] == name] or within[key]
            if not known and len(of_name[name]) == 1:
                known = of_name[name]
            if known:
                north = fmean(latitude for _name, latitude, _longitude in known)
                east = fmean(longitude for _name, _latitude, longitude in known)
            elif name in WITHOUT_PLACES:
                north, east = WITHOUT_PLACES[name]
            else:
                continue
            found[key] = Spot(name, north, east)
        return found

    @cached_property
    def _names(self) -> dict[str, Spot]:
        """By folded name; a municipality goes before its other names, those before a village."""
        names: dict[str, Spot] = {}
        doubtful = set()
        for name, _key, latitude, longitude in self._places:
            if fold(name) in names:
                doubtful.add(fold(name))  # two villages of one name: never a guess
            names[fold(name)] = Spot(name, float(latitude), float(longitude))
        for name in doubtful:
            del names[name]
        for name, key in self._aliases:
            if key in self.municipalities:
                names[fold(name)] = self.municipalities[key]
        return names | {fold(spot.name): spot for spot in self.municipalities.values()}

    @cached_property
    def by_slug(self) -> dict[str, tuple[int, str]]:
        """Key and name of each municipality by its name in addresses."""
        return {slugify(name): (key, name) for key, name in self._municipalities.items()}

    def find(self, text: str) -> Spot | None:
        """By the name of a municipality or place, or by at least two digits of a postcode."""
        found = self._names.get(fold(text))
        if found is None and (town := town_of(text)):
            near = self._names.get(fold(town))
            found = near and Spot(f"postcode {text[:4]}", near.latitude, near.longitude)
        return found

    def near(self, spot: Spot, kilometres: float) -> set[int]:
        """The keys of the municipalities whose middle lies within the distance."""
        return {
            key
            for key, middle in self.municipalities.items()
            if spot.distance(middle) <= kilometres
        }


_kept: tuple[object, Gazetteer] | None = None


def gazetteer() -> Gazetteer:
    global _kept
    moment = PublicRevision.current()
    if _kept is not None and _kept[0] == moment and not connection.in_atomic_block:
        return _kept[1]
    made = Gazetteer()
    if moment.number > 1 and not connection.in_atomic_block:
        _kept = (moment, made)
    return made
