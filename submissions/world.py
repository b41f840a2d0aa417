"""What the readers must know of the world, loaded from the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings

from agenda.models import Edition, Kind, Municipality, MunicipalityAlias, Place
from agenda.postcodes import postcodes
from submissions.place_files import village_towns
from submissions.reading.context import Context, Earlier, Town, Week, gazetteer


def load_context(
    today: date, earlier: Sequence[Earlier] = (), towns: Mapping[str, Town] | None = None
) -> Context:
    """Loads the gazetteer as well, unless it is given: thousands of rows that hardly change."""
    return Context(
        today=today,
        weeks=tuple(
            Week(edition.year, edition.first, edition.last)
            for edition in Edition.objects.order_by("year")
        ),
        towns=load_towns() if towns is None else towns,
        own=own_addresses(),
        kinds=frozenset(Kind.objects.values_list("slug", flat=True)),
        earlier=tuple(earlier),
        postcodes=postcodes(),
    )


def own_addresses() -> frozenset[str]:
    return frozenset({settings.INTAKE_ADDRESS.lower()})


def load_towns() -> dict[str, Town]:
    return gazetteer(_towns())


def _towns() -> Iterator[Town]:
    """Municipalities before their villages, so that of two places the larger is meant."""
    municipalities = {
        one.pk: one for one in Municipality.objects.select_related("province").order_by("pk")
    }
    homes = {one.name: _town(one.name, one) for one in municipalities.values()}
    yield from homes.values()
    for alias in MunicipalityAlias.objects.order_by("pk"):
        yield _town(alias.name, municipalities[alias.municipality_id])
    yield from village_towns(homes)
    for place in Place.objects.select_related("province").order_by("pk"):
        if place.municipality_id:
            home = municipalities[place.municipality_id]
            yield replace(_town(place.name, home), meant=False)
        else:
            province = place.province
            yield Town(place.name, "", "", province.code, province.name, meant=False)


def _town(name: str, municipality: Municipality) -> Town:
    province = municipality.province
    return Town(name, municipality.code, municipality.name, province.code, province.name)
