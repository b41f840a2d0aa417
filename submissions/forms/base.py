"""What every form shares, of visitors and of the desk: looks, and where faults are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorDict

from agenda.when import InvalidWhen, When

# The class names of Bootstrap's form components, which the style sheet is written on.
CLASSES: dict[type[forms.Widget], str] = {
    forms.Select: "form-select",
    forms.CheckboxInput: "form-check-input",
    forms.RadioSelect: "form-check-input",
    forms.CheckboxSelectMultiple: "form-check-input",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of the error summary; `target` is the id of the input to go to."""

    target: str
    label: str
    message: str

    @property
    def text(self) -> str:
        mark = "" if self.label.endswith("?") else ":"
        return f"{self.label}{mark} {self.message}" if self.label else self.message


class StyledField(forms.BoundField):
    """A field that carries the class names, and says how it must be laid out."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        used = widget or self.field.widget
        names = [CLASSES.get(type(used), "form-control"), str(attrs.get("class", ""))]
        if self.errors:
            names.append("is-invalid")
        attrs["class"] = " ".join(name for name in names if name)
        return attrs

    @property
    def is_checkbox(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_choice_list(self) -> bool:
        """Radio buttons or checkboxes: a fieldset with a legend instead of a label."""
        return isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)

    @property
    def is_long_list(self) -> bool:
        """Folded away at first, unless something in it was chosen or is wrong."""
        return self.is_choice_list and len(self.subwidgets) > 10

    @property
    def target(self) -> str:
        """The id of the first input, which a link in the error summary moves to."""
        if self.is_choice_list and self.subwidgets:
            return str(self.subwidgets[0].id_for_label)
        return str(self.auto_id)


class TellingForm(forms.Form):
    """A form that tells its own faults.

    The browser's checks are off (`novalidate`): their bubbles are not announced well, vanish, and
    are not in Dutch everywhere. With `quiet` the values are shown again without any judgement, for
    a step in between such as adding a file.
    """

    use_required_attribute = False
    bound_field_class = StyledField

    def __init__(self, *args: Any, quiet: bool = False, **kwargs: Any) -> None:
        self.quiet = quiet
        kwargs["label_suffix"] = ""
        super().__init__(*args, **kwargs)

    @property
    def errors(self) -> ErrorDict:
        return ErrorDict() if self.quiet else super().errors

    def styled(self, name: str) -> StyledField:
        return cast(StyledField, self[name])

    def faults(self) -> Iterator[Fault]:
        for name in self.fields:
            field = self.styled(name)
            for message in field.errors:
                yield Fault(field.target, str(field.label), str(message))
        for message in self.non_field_errors():
            yield Fault("", "", str(message))

    def check_when(self, when: When) -> None:
        """Tell what cannot be; a day that could not be read is told of already, at its field."""
        try:
            when.validate()
        except InvalidWhen as error:
            if error.field not in self.errors:
                self.add_error(error.field, str(error))
