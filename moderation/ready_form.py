"""The form of a ready answer."""

from django import forms

from moderation.forms import DeskForm
from submissions.forms.fields import OneLine, Paragraphs
from submissions.models import Purpose


class ReadyForm(DeskForm):
    purpose = forms.ChoiceField(
        label="Waarvoor",
        choices=Purpose.choices,
        error_messages={"invalid_choice": "Kies iets uit de lijst."},
    )
    name = OneLine("Naam", max_length=80, needed="Geef een naam, zodat collega’s weten wat het is.")
    text = Paragraphs("Tekst", rows=8, max_length=2000, needed="Schrijf de tekst op.")
