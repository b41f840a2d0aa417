"""What is asked about every photo, whatever way it came."""

from django import forms

from submissions.forms import fields
from submissions.forms.base import TellingForm
from submissions.models import Consent


class PhotoQuestions(TellingForm):
    description = fields.OneLine(
        "Wat staat er op de foto?",
        max_length=300,
        help_text="Wie de foto niet kan zien, krijgt dit voorgelezen.",
    )
    credit = fields.OneLine("Wie maakte de foto?", max_length=150)
    consent = forms.ChoiceField(
        label="Staan er mensen herkenbaar op, en vinden zij het goed?",
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies een antwoord. Zonder toestemming laten we de foto niet zien.",
            "invalid_choice": "Kies een antwoord uit de lijst.",
        },
    )
