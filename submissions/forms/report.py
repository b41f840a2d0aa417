"""The forms with which a visitor says that something is wrong."""

from submissions.forms import fields
from submissions.forms.base import TellingForm


class MistakeForm(TellingForm):
    text = fields.Paragraphs(
        "Wat klopt er niet?",
        rows=5,
        max_length=2000,
        needed="Schrijf op wat er niet klopt.",
        help_text="Bijvoorbeeld: de zaal is veranderd. Noem geen namen van kinderen.",
    )
    email = fields.Email(
        "Je e-mailadres",
        help_text="Alleen als we je iets mogen vragen. Het komt niet op de site.",
    )


class PhotoForm(TellingForm):
    text = fields.Paragraphs(
        "Waarom moet deze foto weg?",
        rows=4,
        max_length=2000,
        help_text="Je hoeft het niet uit te leggen. Noem geen namen van kinderen.",
    )
    email = fields.Email(
        "Je e-mailadres",
        help_text="Alleen als we je iets mogen vragen. Het komt niet op de site.",
    )
