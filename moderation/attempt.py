"""A decision that did not go through: what was typed, and why it did not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.http import QueryDict

from moderation.forms import DeskForm, FactsForm
from submissions.forms.base import Fault
from submissions.forms.fields import Typed

Form = TypeVar("Form", bound=DeskForm)


@dataclass
class Attempt:
    """`where` is the prefix of the forms it belongs to, such as ``v12`` or ``vraag``; `seen` the
    version that was on the screen, when somebody was first. `opened` is the kind of ready answer
    that was put into a field: its panel stays open.
    """

    where: str = ""
    data: QueryDict | None = None
    forms: tuple[DeskForm, ...] = ()
    message: str = ""
    status: int = 422
    seen: int | None = None
    opened: str = ""

    @property
    def faults(self) -> list[Fault]:
        """Each fault with the id of its field; what has no field of its own has no id."""
        return [fault for form in self.forms for fault in form.faults()]

    @property
    def written(self) -> list[tuple[str, str]]:
        """The texts that were typed, with their labels: their form may be gone from the page."""
        return [pair for form in self.forms for pair in written_in(form)]

    def form(self, kind: type[Form], where: str, make: Callable[..., Form] | None = None) -> Form:
        """The form of this place: as it was sent, or a fresh one."""
        make = make or kind
        if self.where != where or self.data is None:
            return make(prefix=where)
        sent = next((form for form in self.forms if isinstance(form, kind)), None)
        return sent or make(data=self.data, prefix=where, quiet=True)


def written_in(form: DeskForm) -> list[tuple[str, str]]:
    """The lines and paragraphs of a small form; those of a proposal stay on the page."""
    if isinstance(form, FactsForm):
        return []
    texts = [field for field in form if isinstance(field.field, Typed)]
    return [(str(field.label), str(field.value())) for field in texts if field.value()]
