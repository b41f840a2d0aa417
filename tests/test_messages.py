"""What Django itself says to people here is in the language of the rest of the site."""

import pytest
from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.test import Client


class Example(forms.Form):
    name = forms.CharField(max_length=3)
    email = forms.EmailField()


def test_form_speaks_plainly() -> None:
    assert Example({"email": "nobody"}).errors == {
        "name": ["Vul dit veld in."],
        "email": ["Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."],
    }


def test_text_that_is_too_long_is_told_how_long_it_may_be() -> None:
    told = Example({"name": "vier", "email": "a@b.nl"}).errors["name"]
    assert told == ["Deze tekst is te lang: 4 tekens. Er is plaats voor 3 tekens."]


def test_login_says_je() -> None:
    messages = [str(text) for text in AuthenticationForm.error_messages.values()]
    assert "Dit account staat uit." in messages
    assert not any(word in text.split() for text in messages for word in ("u", "U", "uw", "Uw"))


def test_password_rule_says_je() -> None:
    assert MinimumLengthValidator(12).get_help_text().startswith("Je wachtwoord moet minstens 12")
    try:
        MinimumLengthValidator(12).validate("kort")
    except ValidationError as error:
        assert error.messages == ["Dit wachtwoord is te kort. Gebruik minstens 12 tekens."]


@pytest.mark.django_db
def test_form_without_its_token_is_refused_in_plain_dutch() -> None:
    answer = Client(enforce_csrf_checks=True).post("/beheer/login/", {"username": "noor"})
    assert answer.status_code == 403
    assert "Het formulier is verlopen" in answer.content.decode()
