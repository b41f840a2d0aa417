"""What the readers must know of the world, loaded from the database."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from django.conf import settings

from agenda.models import Edition, Kind, Municipality, MunicipalityAlias, Place
from submissions.reading.context import Context, Earlier, Town, Week, gazetteer

VILLAGES = Path(__file__).with_name("villages.txt")


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
    for one in municipalities.values():
        yield _town(one.name, one)
    for alias in MunicipalityAlias.objects.order_by("pk"):
        yield _town(alias.name, municipalities[alias.municipality_id])
    by_name = {one.name: one for one in municipalities.values()}
    for village, home in villages():
        if home in by_name:
            yield _town(village, by_name[home])
    for place in Place.objects.select_related("province").order_by("pk"):
        if place.municipality_id:
            yield _town(place.name, municipalities[place.municipality_id])
        else:
            yield Town(place.name, "", "", place.province.code, place.province.name)


def villages() -> Iterator[tuple[str, str]]:
    """Villages of one name in the land, with their municipality: the list of places lacks these."""
    for line in VILLAGES.read_text(encoding="utf-8").splitlines():
        home, names = line.split(": ", 1)
        for name in names.split(", "):
            yield name, home


def _town(name: str, municipality: Municipality) -> Town:
    province = municipality.province
    return Town(name, municipality.code, municipality.name, province.code, province.name)
