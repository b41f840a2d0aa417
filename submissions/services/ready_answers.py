"""Writing the ready answers, which all editors share."""

from django.db import IntegrityError, transaction

from submissions.errors import Incomplete
from submissions.models import Purpose, ReadyAnswer
from submissions.ready import FIELDS, unknown_fields
from submissions.services.texts import one_line, without_nul


def save_answer(answer: ReadyAnswer, *, purpose: Purpose, name: str, text: str) -> ReadyAnswer:
    """A new one, or other words for one; raises `Incomplete`."""
    name, text = one_line(name, 80), without_nul(text).strip()
    faults = {}
    if not name:
        faults["name"] = "Geef een naam, zodat collega’s weten wat het is."
    if not text:
        faults["text"] = "Schrijf de tekst op."
    if wrong := unknown_fields(text):
        known = ", ".join(f"{{{one}}}" for one in FIELDS)
        faults["text"] = f"We kennen geen veld {{{wrong[0]}}}. Je kunt kiezen uit: {known}."
    if faults:
        raise Incomplete(faults)
    answer.purpose, answer.name, answer.text = purpose, name, text
    try:
        with transaction.atomic():
            answer.save()
    except IntegrityError as error:
        raise Incomplete({"name": "Er is al een antwoord met deze naam."}) from error
    return answer
