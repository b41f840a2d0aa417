"""The form to tell of an activity."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from submissions.forms import fields
from submissions.forms.facts import FactsForm


class Trap(forms.CharField):
    """A field that people do not see; what fills it in is a robot, or a browser's helpfulness."""

    def __init__(self) -> None:
        super().__init__(
            label="Laat dit veld leeg",
            required=False,
            widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        )

    def clean(self, value: Any) -> str:
        if value:
            raise ValidationError("Dit veld moet leeg blijven. Maak het leeg en verstuur opnieuw.")
        return ""


class SubmitForm(FactsForm):
    remarks = fields.Paragraphs(
        "Wil je de redactie nog iets vertellen?",
        rows=3,
        max_length=5000,
        help_text="Dit komt niet op de website.",
    )
    confirm_url = Trap()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed = {
            "contact_name": "Vul je naam in.",
            "contact_email": "Vul je e-mailadres in. Daarop krijg je antwoord.",
        }
        for name, message in needed.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message
