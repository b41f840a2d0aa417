"""From the name of a place, as people type it, to the one municipality that is meant."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from agenda.models import Municipality, MunicipalityAlias, Place, Region, fold


@dataclass(frozen=True, slots=True)
class Located:
    town: str
    municipality: Municipality


def locate(typed: str) -> Located:
    """The municipality of ``Den Haag``, ``Blerick`` or ``Elst, Overbetuwe``.

    Raises `ValidationError` with a question when it is none, or may be several.
    """
    town, _, named = (part.strip() for part in typed.partition(","))
    candidates = _named(named or town)
    if len(candidates) == 1:
        return Located(town, candidates[0])
    if candidates:
        raise ValidationError(_which(typed, town, candidates))
    if not named and Region.objects.provinces().filter(name__iexact=town).exists():
        raise ValidationError(
            f"{town} is een provincie. Vul hier een plaats in, of kies de provincie bij ‘Regio’."
        )
    if named:
        raise ValidationError(f"We kennen geen gemeente ‘{named}’. Kijk de naam na.")
    raise ValidationError(
        f"We weten niet in welke gemeente ‘{town}’ ligt. "
        f"Zet de gemeente erachter, bijvoorbeeld: {town}, Amersfoort."
    )


def shown(town: str, municipality: Municipality | None) -> str:
    """What to type to mean them: the reverse of `locate`."""
    if municipality is None or not town or fold(town) == fold(municipality.name):
        return municipality.name if municipality else town
    alone = _named(town)
    return town if alone == [municipality] else f"{town}, {municipality.name}"


def _named(name: str) -> list[Municipality]:
    """The municipalities that go by the name; first a municipality's own name, then others."""
    wanted = fold(name)
    every = list(Municipality.objects.select_related("province", "rmc_region"))
    if exact := [one for one in every if fold(one.name) == wanted]:
        return exact
    # Bergen (NH.) and Bergen (L.): the name without the province is a question.
    if base := [one for one in every if fold(one.name).split(" (")[0] == wanted]:
        return base
    keys = {
        key
        for alias, key in MunicipalityAlias.objects.values_list("name", "municipality")
        if fold(alias) == wanted
    } or _of_places(wanted)
    return [one for one in every if one.pk in keys]


def _of_places(wanted: str) -> set[int]:
    """Only when all places of that name are known to lie somewhere; else it would be a guess."""
    rows = Place.objects.values_list("name", "municipality")
    keys = {key for name, key in rows if fold(name) == wanted}
    return set() if None in keys else {key for key in keys if key is not None}


def _which(typed: str, town: str, candidates: list[Municipality]) -> str:
    names = " of ".join(
        one.name if fold(one.name).startswith(f"{fold(town)} (") else f"{town}, {one.name}"
        for one in candidates
    )
    return f"Er is meer dan één ‘{typed}’. Welke bedoel je? Typ: {names}."
