"""Fields that take what people type, and say in plain Dutch what they cannot take."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from agenda.when import EARLIEST, LATEST, MONTHS
from submissions.forms import text

TOO_LONG = "Maak dit korter: er passen %(limit_value)d tekens, het zijn er nu %(show_value)d."
NO_NUL = "Hier staat een teken in dat niet kan. Typ het opnieuw."
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
WORDS = re.compile(r"(?:[a-z]+ )?(\d{1,2}) ([a-z]+)\.? (\d{4})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
HOURS = re.compile(r"(\d{1,2})(?:[.:u](\d{2}))?\s*(?:uur|u)?")


class Typed(forms.CharField):
    """Text; too long is told, not cut off: a `maxlength` would silently drop what was pasted."""

    normalise: Callable[[str], str] = staticmethod(text.one_line)

    def __init__(self, label: str, *, needed: str = "", **kwargs: Any) -> None:
        """`needed` is what to say when it is empty; without it the field may be empty."""
        kwargs.setdefault("required", bool(needed))
        super().__init__(label=label, **kwargs)
        self.error_messages |= {
            "required": needed,
            "max_length": TOO_LONG,
            "null_characters_not_allowed": NO_NUL,
        }

    def to_python(self, value: Any) -> Any:
        return super().to_python(self.normalise(str(value or "")))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class OneLine(Typed):
    """`autocomplete` is a token of WCAG 1.3.5, for fields about the person who types."""

    def __init__(self, label: str, *, autocomplete: str = "", **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete


class Paragraphs(Typed):
    normalise = staticmethod(text.paragraphs)

    def __init__(self, label: str, *, rows: int, **kwargs: Any) -> None:
        super().__init__(label, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class Email(OneLine):
    widget = forms.EmailInput
    default_validators = [
        EmailValidator("Vul een e-mailadres in zoals naam@voorbeeld.nl."),
    ]

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, autocomplete="email", max_length=254, **kwargs)


class Phone(OneLine):
    widget = forms.TextInput(attrs={"type": "tel"})

    def clean(self, value: Any) -> str:
        number = super().clean(value)
        if number and not text.is_phone(number):
            raise ValidationError("Vul een telefoonnummer in zoals 06 12345678.")
        return number


class Postcode(OneLine):
    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        known = text.postcode(typed)
        if typed and known is None:
            raise ValidationError("Vul een postcode in zoals 1234 AB.")
        return known or ""


class WebAddress(OneLine):
    """Only what a browser opens as a page: no `javascript:`, no `data:`."""

    widget = forms.URLInput
    check = URLValidator(schemes=["http", "https"])

    def __init__(self, label: str, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        super().__init__(label, **kwargs)

    def clean(self, value: Any) -> str:
        address = super().clean(value)
        if not address:
            return ""
        if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?!\d)", address):
            address = f"https://{address}"
        try:
            self.check(address)
        except ValidationError as error:
            raise ValidationError("Vul een webadres in zoals https://www.voorbeeld.nl.") from error
        return address


class NativeInput(forms.TextInput):
    """A date or time picker; a value that it cannot show stands in a plain text input instead."""

    def __init__(self, kind: str, shown: re.Pattern[str]) -> None:
        super().__init__()
        self.kind, self.shown = kind, shown

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, time):
            return value.strftime("%H:%M")
        return super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = context["widget"]["value"]
        context["widget"]["type"] = (
            self.kind if not typed or self.shown.fullmatch(typed) else "text"
        )
        return context


class Day(forms.Field):
    """A day: from the browser's picker, or typed as 4-6-2027 or 4 juni 2027."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        kwargs.setdefault("widget", NativeInput("date", ISO))
        super().__init__(label=label, required=False, **kwargs)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or not value:
            return value or None
        year, month, day = _numbers(text.one_line(str(value)).lower())
        try:
            found = date(year, month, day)
        except ValueError as error:
            raise ValidationError(_no_such_day(year, month, day)) from error
        if not EARLIEST <= found <= LATEST:
            raise ValidationError(f"Kies een dag tussen {EARLIEST.year} en {LATEST.year}.")
        return found


def _numbers(typed: str) -> tuple[int, int, int]:
    """Year, month and day of what was typed, whether or not there is such a day."""
    if match := ISO.fullmatch(typed):
        return int(match[1]), int(match[2]), int(match[3])
    if match := NUMBERS.fullmatch(typed):
        return int(match[3]), int(match[2]), int(match[1])
    match = WORDS.fullmatch(typed)
    months = [
        number for number, name in enumerate(MONTHS, 1) if match and _is_month(match[2], name)
    ]
    if match is None or len(months) != 1:
        raise ValidationError("Vul een datum in zoals 4-6-2027.")
    return int(match[3]), months[0], int(match[1])


def _is_month(typed: str, name: str) -> bool:
    return typed == name or (len(typed) >= 3 and name.startswith(typed))


def _no_such_day(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"Er is geen maand {month}. Vul een datum in zoals 4-6-2027."
    return f"{day} {MONTHS[month - 1]} {year} bestaat niet. Kijk de dag na."


class Moment(forms.Field):
    """A time of day: from the browser's picker, or typed as 13.30 or 13:30."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        kwargs.setdefault("widget", NativeInput("time", re.compile(r"\d{2}:\d{2}(:\d{2})?")))
        super().__init__(label=label, required=False, **kwargs)

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, time) or not value:
            return value or None
        typed = text.one_line(str(value)).lower()
        match = HOURS.fullmatch(typed.removesuffix(":00") if typed.count(":") == 2 else typed)
        hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
        if hour > 23 or minute > 59:
            raise ValidationError("Vul een tijd in zoals 13.30.")
        return time(hour, minute)
