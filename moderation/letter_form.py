"""The words of a mail that waits."""

from hashlib import sha256

from django import forms

from mail.models import OutgoingMail
from moderation.forms import DeskForm
from submissions.forms.fields import OneLine, Paragraphs


class LetterForm(DeskForm):
    """`was` names the text that was on the screen."""

    was = forms.CharField(max_length=64)
    subject = OneLine("Onderwerp", max_length=200, needed="Vul een onderwerp in.")
    text = Paragraphs("Tekst", rows=16, max_length=20_000, needed="Een mail heeft tekst nodig.")


def fingerprint(mail: OutgoingMail) -> str:
    return sha256(f"{mail.subject}\n{mail.text}".encode()).hexdigest()


def form_of(mail: OutgoingMail) -> LetterForm:
    return LetterForm(initial={"subject": mail.subject, "text": mail.text})
