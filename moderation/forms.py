"""The form of a proposal: all that is told of one activity."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import time
from typing import Any

from django import forms

from agenda.models import Attendance
from moderation.vocabulary import Vocabulary
from submissions.facts import LIMITS, TUPLES, Facts
from submissions.forms.base import TellingForm
from submissions.forms.fields import (
    Day,
    Email,
    Moment,
    OneLine,
    Paragraphs,
    Phone,
    Postcode,
    WebAddress,
)

CONTACT = [("name", "naam"), ("email", "e-mailadres"), ("phone", "telefoonnummer")]
WHOLE_DAY = [("", "niet verteld"), ("ja", "ja"), ("nee", "nee")]
GROUPS: dict[str, tuple[str, ...]] = {
    "Wat": ("title", "kind", "summary", "text", "audiences"),
    "Wanneer": ("first_day", "last_day", "start_time", "end_time", "all_day"),
    "Waar": (
        "attendance",
        "venue",
        "address",
        "postcode",
        "town",
        "municipality",
        "province",
        "region",
        "online_url",
    ),
    "Wie": (
        "organiser",
        "contact_name",
        "contact_email",
        "contact_phone",
        "contact_public",
        "partners",
    ),
    "Meedoen": ("website", "registration_url", "registration_closes", "costs"),
}


class DeskForm(TellingForm):
    """Also tells what the services objected to."""

    def refuse(self, faults: dict[str, str]) -> None:
        """Put each objection at its field."""
        for name, message in faults.items():
            self.add_error(name if name in self.fields else None, message)


def _line(label: str, name: str) -> OneLine:
    return OneLine(label, max_length=LIMITS[name])


def _one_of(label: str, choices: list[tuple[str, str]] | None = None) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices or [],
        required=False,
        error_messages={"invalid_choice": "Kies iets uit de lijst."},
    )


def _several(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "‘%(value)s’ staat niet in de lijst."},
    )


class FactsForm(DeskForm):
    """Nothing is demanded here: what publishing needs is a rule of the services."""

    title = _line("Titel", "title")
    kind = _one_of("Soort")
    summary = Paragraphs("Samenvatting", rows=2, max_length=LIMITS["summary"])
    text = Paragraphs("Tekst", rows=7, max_length=LIMITS["text"])
    audiences = _several("Doelgroepen")
    first_day = Day("Eerste dag")
    last_day = Day("Laatste dag")
    start_time = Moment("Begintijd")
    end_time = Moment("Eindtijd")
    all_day = _one_of("Hele dag", WHOLE_DAY)
    attendance = _one_of("Vorm", [("", "niet verteld"), *Attendance.choices])
    venue = _line("Locatie", "venue")
    address = _line("Straat en nummer", "address")
    postcode = Postcode("Postcode")
    town = _line("Plaats", "town")
    municipality = OneLine("Gemeente", max_length=80)
    province = _one_of("Provincie")
    region = _one_of("RMC-regio")
    online_url = WebAddress("Meedoen via")
    organiser = _line("Organisator", "organiser")
    partners = _several("Partners")
    contact_name = _line("Contactpersoon", "contact_name")
    contact_email = Email("E-mailadres voor vragen")
    contact_phone = Phone("Telefoon voor vragen", max_length=LIMITS["contact_phone"])
    contact_public = _several("Mag op de site staan")
    website = WebAddress("Website")
    registration_url = WebAddress("Aanmeldpagina")
    registration_closes = Day("Aanmelden tot en met")
    costs = _line("Kosten", "costs")

    def __init__(
        self, vocabulary: Vocabulary, *args: Any, facts: Facts | None = None, **kwargs: Any
    ) -> None:
        self.vocabulary = vocabulary
        if facts is not None:
            kwargs["initial"] = _shown(facts, vocabulary)
        super().__init__(*args, **kwargs)
        self._choose("kind", [("", "kies een soort"), *vocabulary.kinds])
        self._choose("audiences", vocabulary.audiences)
        self._choose("partners", vocabulary.partners)
        self._choose("contact_public", CONTACT)
        self._choose("province", [("", "niet verteld"), *vocabulary.provinces])
        self._choose("region", [("", "niet verteld"), *vocabulary.regions])
        self.fields["municipality"].widget.attrs["list"] = "gemeenten"
        for name in ("contact_email", "contact_name"):  # of the sender, not of the editor
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_municipality(self) -> str:
        typed = self.cleaned_data["municipality"]
        code = self.vocabulary.municipality_named(typed) if typed else ""
        if code is None:
            raise forms.ValidationError(f"We kennen geen gemeente ‘{typed}’.")
        return code

    def clean_all_day(self) -> bool | None:
        return {"ja": True, "nee": False}.get(self.cleaned_data["all_day"])

    def clean(self) -> None:
        told: dict[str, Any] = {name: self.cleaned_data.get(name) for name in GROUPS["Wanneer"]}
        self.check_when(Facts(**told).when)

    @property
    def facts(self) -> Facts:
        """What stands in the form; only after `is_valid()`."""
        told: dict[str, Any] = {name: self.cleaned_data[name] for name in self.fields}
        return Facts(**told | {name: tuple(told[name]) for name in TUPLES})

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for legend, names in GROUPS.items():
            yield legend, [self[name] for name in names]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


def shown_value(name: str, facts: Facts, vocabulary: Vocabulary) -> Any:
    """One of them as the browser's field takes it: text, or a list of ticked values."""
    value = _shown(facts, vocabulary)[name]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return list(value) if isinstance(value, tuple) else value


def _shown(facts: Facts, vocabulary: Vocabulary) -> dict[str, Any]:
    """The facts as the form's fields show them."""
    shown = {field.name: getattr(facts, field.name) for field in fields(facts)}
    names = vocabulary.words["municipality"]
    shown["municipality"] = names.get(facts.municipality, facts.municipality)
    shown["all_day"] = {True: "ja", False: "nee", None: ""}[facts.all_day]
    return shown
