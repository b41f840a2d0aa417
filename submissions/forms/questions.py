"""The questions about one activity, in the order in which they are asked."""

from dataclasses import dataclass
from typing import Any

from django import forms

from agenda.models import Attendance, Audience, Kind, Partner
from submissions.facts import LIMITS
from submissions.forms import fields
from submissions.forms.base import StyledField, TellingForm

CONTACT_PUBLIC = [
    ("name", "mijn naam"),
    ("email", "mijn e-mailadres"),
    ("phone", "mijn telefoonnummer"),
]
SECTIONS = (
    ("Wat ga je doen?", "", ("title", "kind", "summary", "text", "audiences")),
    (
        "Wanneer?",
        "Weet je de datum of de tijd nog niet? Laat die dan leeg. Er staat dan ‘datum volgt’.",
        (("first_day", "last_day"), "all_day", ("start_time", "end_time")),
    ),
    (
        "Waar?",
        "",
        ("attendance", "venue", "address", ("postcode", "place"), "region", "online_url"),
    ),
    ("Wie organiseert het?", "", ("organiser", "partners", "website")),
    ("Meedoen", "", ("registration_url", ("registration_closes", "costs"))),
    (
        "Over jou",
        "We mailen je op dit adres. Op de website staat alleen wat je hieronder aanvinkt.",
        ("contact_name", "contact_email", "contact_phone", "contact_public"),
    ),
)


@dataclass(frozen=True, slots=True)
class Section:
    """`rows` are the fields that stand side by side where there is room."""

    title: str
    hint: str
    rows: list[list[StyledField]]


class Several(forms.ModelMultipleChoiceField):
    """Checkboxes of rows that are known by their slug."""

    def __init__(self, label: str, queryset: Any, **kwargs: Any) -> None:
        super().__init__(
            queryset,
            label=label,
            required=False,
            to_field_name="slug",
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )
        self.error_messages |= dict.fromkeys(
            ("invalid_choice", "invalid_pk_value", "invalid_list"), "Kies uit de lijst."
        )


class KindField(forms.ModelChoiceField):
    def __init__(self) -> None:
        super().__init__(
            Kind.objects.all(),
            label="Soort activiteit",
            to_field_name="slug",
            help_text="Elke soort heeft een eigen bloem in het boeket van de actieweek.",
            empty_label=None,
            widget=forms.RadioSelect,
        )
        self.error_messages |= {
            "required": "Kies wat voor activiteit het is.",
            "invalid_choice": "Kies een soort uit de lijst.",
        }


class Questions(TellingForm):
    title = fields.OneLine(
        "Titel", max_length=LIMITS["title"], needed="Geef je activiteit een titel."
    )
    kind = KindField()
    summary = fields.OneLine(
        "Samenvatting",
        max_length=LIMITS["summary"],
        help_text="Eén of twee zinnen. Die staan in de agenda onder de titel.",
    )
    text = fields.Paragraphs(
        "Beschrijving",
        rows=8,
        max_length=LIMITS["text"],
        help_text="Wat gaat er gebeuren? Noem geen namen van kinderen en vertel niets waaraan "
        "iemand een kind kan herkennen.",
    )
    audiences = Several("Voor wie is het?", Audience.objects.all())
    first_day = fields.Day("Datum", help_text="Bij meer dagen: de eerste dag.")
    last_day = fields.Day("Laatste dag", help_text="Alleen bij meer dagen.")
    all_day = forms.BooleanField(label="Het duurt de hele dag", required=False)
    start_time = fields.Moment("Begintijd")
    end_time = fields.Moment("Eindtijd")
    attendance = forms.ChoiceField(
        label="Hoe doe je mee?",
        required=False,
        choices=[*Attendance.choices, ("", "dat weet ik nog niet")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )
    venue = fields.OneLine(
        "Naam van de locatie",
        max_length=LIMITS["venue"],
        help_text="Bijvoorbeeld de naam van de school of het buurthuis.",
    )
    address = fields.OneLine("Straat en huisnummer", max_length=LIMITS["address"])
    postcode = fields.Postcode("Postcode", max_length=10)
    place = fields.OneLine(
        "Plaats of gemeente",
        max_length=160,
        widget=forms.TextInput(attrs={"list": "gemeenten"}),
    )
    region = forms.ChoiceField(
        label="Regio",
        required=False,
        help_text="Alleen als het om een hele regio of provincie gaat.",
        error_messages={"invalid_choice": "Kies een regio uit de lijst."},
    )
    online_url = fields.WebAddress(
        "Link om online mee te doen", help_text="Iedereen kan deze link zien."
    )
    organiser = fields.OneLine(
        "Organisatie",
        max_length=LIMITS["organiser"],
        autocomplete="organization",
        help_text="Doe je het met anderen samen? Noem ze allemaal.",
    )
    partners = Several("Welke landelijke partners doen mee?", Partner.objects.all())
    website = fields.WebAddress("Website")
    registration_url = fields.WebAddress(
        "Pagina om je op te geven", help_text="Waar kunnen bezoekers zich opgeven?"
    )
    registration_closes = fields.Day("Opgeven kan tot en met")
    costs = fields.OneLine(
        "Kosten", max_length=LIMITS["costs"], help_text="Bijvoorbeeld: gratis, of 15 euro."
    )
    contact_name = fields.OneLine("Je naam", max_length=LIMITS["contact_name"], autocomplete="name")
    contact_email = fields.Email("Je e-mailadres")
    contact_phone = fields.Phone(
        "Je telefoonnummer", max_length=LIMITS["contact_phone"], autocomplete="tel"
    )
    contact_public = forms.MultipleChoiceField(
        label="Wat mag op de website staan?",
        required=False,
        choices=CONTACT_PUBLIC,
        widget=forms.CheckboxSelectMultiple,
        help_text="Vink je niets aan? Dan ziet alleen de redactie hoe ze je bereikt.",
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )
