"""The small forms of an item's own page."""

from typing import Any, cast

from django import forms

from submissions.forms import fields
from submissions.forms.base import TellingForm
from submissions.forms.photo import PhotoQuestions
from submissions.models import Attachment, Consent, Question


class AnswerForm(TellingForm):
    answer = fields.Paragraphs(
        "Je antwoord", rows=4, max_length=10_000, needed="Schrijf je antwoord op."
    )

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"id_%s_{question.pk}", **kwargs)
        self.question = question


class ConsentForm(PhotoQuestions):
    """About one photo that came by mail; an answer is wanted, so there is none to put it off."""

    field_order = ("consent", "description", "credit")

    def __init__(self, photo: Attachment, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"foto-{photo.pk}", **kwargs)
        self.photo = photo
        answers = [one for one in Consent.choices if one[0] != Consent.UNKNOWN]
        cast(forms.ChoiceField, self.fields["consent"]).choices = answers


class WithdrawForm(TellingForm):
    reason = fields.Paragraphs(
        "Waarom gaat het niet door?",
        rows=3,
        max_length=300,
        help_text="Als je activiteit al in de agenda staat, lezen bezoekers dit ook.",
    )


class MaterialForm(TellingForm):
    text = fields.Paragraphs(
        "Wat wil je erbij vertellen?",
        rows=5,
        max_length=10_000,
        help_text="Bijvoorbeeld: een kort verslag. Noem geen namen van kinderen.",
    )


class LostLinkForm(TellingForm):
    email = fields.Email(
        "Je e-mailadres",
        needed="Vul het e-mailadres in waarmee je je activiteit aanmeldde.",
        help_text="Het adres waarmee je je activiteit aanmeldde.",
    )
