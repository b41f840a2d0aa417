"""Which values the filters know: for each of those given that exists, what it is called."""

from collections.abc import Callable, Iterable
from datetime import date

from agenda.gazetteer import gazetteer
from agenda.models import Attendance, Audience, Kind, Region, RegionKind
from agenda.when import EARLIEST, LATEST, describe_day

KILOMETRES = 20  # what is "near": half an hour by car, an hour by bicycle


def _known_days(values: Iterable[str]) -> dict[str, str]:
    known = {}
    for value in values:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            continue
        if value == day.isoformat() and EARLIEST <= day <= LATEST:
            known[value] = describe_day(day)
    return known


def _without_nul(values: Iterable[str]) -> list[str]:
    """PostgreSQL takes no NUL in a string; no slug has one, or is longer than 100."""
    return [value for value in values if "\0" not in value and len(value) <= 100]


def _known_regions(*kinds: RegionKind) -> Callable[[Iterable[str]], dict[str, str]]:
    def look_up(values: Iterable[str]) -> dict[str, str]:
        regions = Region.objects.filter(kind__in=kinds, slug__in=_without_nul(values))
        return dict(regions.values_list("slug", "name"))

    return look_up


def _known_kinds(values: Iterable[str]) -> dict[str, str]:
    return dict(Kind.objects.filter(slug__in=_without_nul(values)).values_list("slug", "name"))


def _known_audiences(values: Iterable[str]) -> dict[str, str]:
    found = Audience.objects.filter(slug__in=_without_nul(values))
    return dict(found.values_list("slug", "name"))


def _known_forms(values: Iterable[str]) -> dict[str, str]:
    return {form.value: str(form.label) for form in Attendance}


def _known_spots(values: Iterable[str]) -> dict[str, str]:
    names = gazetteer()
    spots = ((value, names.find(value)) for value in values if len(value) <= 60)
    return {value: f"hooguit {KILOMETRES} km van {spot.name}" for value, spot in spots if spot}


def _known_municipalities(values: Iterable[str]) -> dict[str, str]:
    known = gazetteer().by_slug
    return {value: known[value][1] for value in values if value in known}


def _known_beginnings(values: Iterable[str]) -> dict[str, str]:
    return {value: f"nieuw sinds {day}" for value, day in _known_days(values).items()}


LOOK_UPS: dict[str, Callable[[Iterable[str]], dict[str, str]]] = {
    "dag": _known_days,
    "provincie": _known_regions(RegionKind.PROVINCE),
    "gemeente": _known_municipalities,
    "regio": _known_regions(RegionKind.RMC, RegionKind.PARTNERSHIP),
    "soort": _known_kinds,
    "doelgroep": _known_audiences,
    "vorm": _known_forms,
    "bij": _known_spots,
    "sinds": _known_beginnings,
}
