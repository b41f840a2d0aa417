"""Small makers of rows: each fills in what a test does not care about."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from agenda.models import (
    Activity,
    Audience,
    Edition,
    Kind,
    Material,
    MaterialKind,
    Municipality,
    Partner,
    Place,
    Region,
    RegionKind,
    Species,
)
from agenda.when import When

_numbers = count(1)
CHANGED = datetime(2019, 5, 1, 8, 0, tzinfo=UTC)


def make_edition(**fields: Any) -> Edition:
    """The week of 2019, or the one that exists of that year."""
    year = fields.pop("year", 2019)
    defaults = {"first": date(year, 6, 3), "last": date(year, 6, 7)} | fields
    return Edition.objects.get_or_create(year=year, defaults=defaults)[0]


def make_kind(slug: str = "regiobijeenkomst", **fields: Any) -> Kind:
    defaults = {"name": slug.replace("-", " ").capitalize(), "species": Species.SUNFLOWER}
    return Kind.objects.get_or_create(slug=slug, defaults=defaults | fields)[0]


def make_region(name: str = "Utrecht", kind: str = RegionKind.PROVINCE, **fields: Any) -> Region:
    slug = name.lower().replace(" ", "-")
    return Region.objects.get_or_create(
        kind=kind, slug=slug, defaults={"code": slug[:20], "name": name} | fields
    )[0]


def make_municipality(name: str = "Utrecht", **fields: Any) -> Municipality:
    defaults = {
        "code": f"GM{next(_numbers):04}",
        "province": make_region("Utrecht"),
        "rmc_region": make_region("Utrecht", RegionKind.RMC),
    }
    return Municipality.objects.get_or_create(name=name, defaults=defaults | fields)[0]


def make_place(name: str = "Utrecht", **fields: Any) -> Place:
    province = fields.pop("province", None) or make_region("Utrecht")
    values = {"latitude": "52.09083", "longitude": "5.12222"} | fields
    return Place.objects.create(name=name, province=province, **values)


def make_partner(**fields: Any) -> Partner:
    number = next(_numbers)
    values = {"slug": f"partner-{number}", "name": f"Partner {number}"} | fields
    return Partner.objects.create(**values)


def make_activity(**fields: Any) -> Activity:
    """One afternoon of the week of 2019, unless told otherwise; `when` sets all its parts."""
    number = next(_numbers)
    when: When | None = fields.pop("when", None)
    edition = fields.pop("edition", None) or make_edition()
    defaults = {
        "slug": f"activiteit-{number}",
        "title": f"Activiteit {number}",
        "created": CHANGED,
        "modified": CHANGED,
        "first_day": edition.first,
        "last_day": fields.get("first_day", edition.first),
        "kind": fields.pop("kind", None) or make_kind(),
    }
    activity = Activity(edition=edition, **defaults | fields)
    if when is not None:
        activity.when = when
    activity.save()
    return activity


def make_audience(slug: str = "ouders", **fields: Any) -> Audience:
    defaults = {"name": slug.capitalize()} | fields
    return Audience.objects.get_or_create(slug=slug, defaults=defaults)[0]


def make_material(**fields: Any) -> Material:
    """A link, unless told otherwise."""
    defaults = {
        "kind": MaterialKind.LINK,
        "title": f"Materiaal {next(_numbers)}",
        "url": "https://voorbeeld.nl/verslag",
    }
    return Material.objects.create(**defaults | fields)
