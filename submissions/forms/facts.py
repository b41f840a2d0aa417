"""The answers about one activity: from the form to `Facts`, and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from agenda.bouquet import sprite
from agenda.cards import flower_of_kind
from agenda.models import Edition, Kind, Municipality, Partner, Region
from agenda.models.place import RegionKind
from agenda.when import When
from submissions.facts import Facts
from submissions.forms import places
from submissions.forms.questions import SECTIONS, Questions, Section

FAR_AHEAD = timedelta(days=731)  # nobody plans that far: two digits changed places
LONGEST = timedelta(days=366)
LOCATED = ("town", "municipality", "province", "region")


class FactsForm(Questions):
    """`facts()` gives what was filled in; `initial_of` the reverse."""

    def __init__(self, *args: Any, edition: Edition | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.located: places.Located | None = None
        region = cast(forms.ChoiceField, self.fields["region"])
        region.choices = _region_choices()
        partners = cast(forms.ModelMultipleChoiceField, self.fields["partners"])
        if edition is not None and edition.partners.exists():
            partners.queryset = edition.partners.distinct()
        elif not Partner.objects.exists():
            del self.fields["partners"]

    @property
    def sections(self) -> Iterator[Section]:
        for title, hint, parts in SECTIONS:
            rows = [(part,) if isinstance(part, str) else part for part in parts]
            asked = [[self.styled(name) for name in row if name in self.fields] for row in rows]
            yield Section(title, hint, [row for row in asked if row])

    @property
    def municipality_names(self) -> list[str]:
        return list(Municipality.objects.values_list("name", flat=True))

    @property
    def sprite(self) -> SafeString:
        """The drawings of the kinds' flowers."""
        return mark_safe(sprite(flower_of_kind(kind) for kind in Kind.objects.all()))

    def clean_place(self) -> str:
        typed: str = self.cleaned_data["place"]
        # What a mail told may not be a place we know; it must not stop a change of something else.
        if typed and typed != self.initial.get("place"):
            self.located = places.locate(typed)
        return typed

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        self.check_when(self._when())
        self._check_years()
        closes, last = data.get("registration_closes"), data.get("last_day")
        if closes and (last := last or data.get("first_day")) and closes > last:
            self.add_error("registration_closes", "Dit is na de activiteit. Kijk de dag na.")
        if self.located and data.get("region"):
            self._check_region(self.located.municipality, data["region"])
        self._check_contact(data)
        return data

    def _when(self) -> When:
        told = self.cleaned_data.get
        return When(
            told("first_day"),
            told("last_day"),
            told("start_time"),
            told("end_time"),
            True if told("all_day") else None,
        )

    def _check_years(self) -> None:
        """Days that can be, but that nobody means."""
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        today = timezone.localdate()
        if first and first > max(today, self.edition.last if self.edition else today) + FAR_AHEAD:
            self.add_error("first_day", "Dit is pas over meer dan twee jaar. Kijk het jaar na.")
        elif first and last and last - first > LONGEST:
            self.add_error("last_day", "Dan duurt het langer dan een jaar. Kijk het jaar na.")

    def _check_region(self, municipality: Municipality, chosen: str) -> None:
        of_it = (municipality.province, municipality.rmc_region)
        if chosen not in [_region_value(region) for region in of_it]:
            region = municipality.rmc_region.name
            self.add_error(
                "region",
                f"{municipality.name} ligt in de regio {region}. Kies die, of laat dit leeg.",
            )

    def _check_contact(self, data: dict[str, Any]) -> None:
        labels = {"name": "je naam", "email": "je e-mailadres", "phone": "je telefoonnummer"}
        for name in data.get("contact_public", ()):
            field = f"contact_{name}"
            if field not in self.errors and not data.get(field):
                self.add_error(field, f"Vul {labels[name]} in, of haal het vinkje eronder weg.")

    def facts(self) -> Facts:
        """Only after `is_valid`."""
        data = self.cleaned_data
        direct = [name for name in Facts.__dataclass_fields__ if name in data]
        facts = Facts(**{name: data[name] for name in direct})
        when = self._when()
        return replace(
            facts,
            kind=data["kind"].slug,
            audiences=tuple(audience.slug for audience in data["audiences"]),
            partners=tuple(partner.slug for partner in data.get("partners", ())),
            contact_public=tuple(data["contact_public"]),
            last_day=when.final,
            # A time of day was told, so it does not take the whole day.
            all_day=False if when.start else when.all_day,
            **self._place_facts(),
        )

    def _place_facts(self) -> dict[str, Any]:
        chosen = self.cleaned_data["region"]
        if self.located is not None:
            municipality = self.located.municipality
            return {
                "town": self.located.town,
                "municipality": municipality.code,
                "province": municipality.province.code,
                "region": municipality.rmc_region.code,
            }
        if self.cleaned_data["place"]:
            return self.initial.get("located", {"town": self.cleaned_data["place"][:80]})
        kind, _, code = chosen.partition("-")
        return {"province" if kind == RegionKind.PROVINCE else "region": code} if code else {}

    @staticmethod
    def initial_of(facts: Facts) -> dict[str, Any]:
        municipality = Municipality.objects.filter(code=facts.municipality).first()
        region = ""
        if municipality is None and (facts.region or facts.province):
            kind = RegionKind.RMC if facts.region else RegionKind.PROVINCE
            region = f"{kind}-{facts.region or facts.province}"
        told = facts.told()
        return {
            **{name: value for name, value in told.items() if name not in LOCATED},
            "place": places.shown(facts.town, municipality),
            "located": {name: value for name, value in told.items() if name in LOCATED},
            "region": region,
            "last_day": facts.last_day if facts.when.is_several_days else None,
        }


def _region_value(region: Region) -> str:
    return f"{region.kind}-{region.code}"


def _region_choices() -> list[Any]:
    regions = list(Region.objects.on(timezone.localdate()))
    groups = {RegionKind.PROVINCE: "Provincies", RegionKind.RMC: "Regio’s"}
    return [
        ("", "Kies een regio"),
        *(
            (label, [(_region_value(one), one.name) for one in regions if one.kind == kind])
            for kind, label in groups.items()
        ),
    ]
