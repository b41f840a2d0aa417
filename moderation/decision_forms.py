"""What editors add to a decision: a reason, a note, a question, the words beside a photo."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import User

from agenda.models import Activity, MaterialKind
from moderation.accounts import EDITORS
from moderation.forms import DeskForm, FactsForm
from submissions.asking import question_about
from submissions.errors import sentence
from submissions.facts import Facts
from submissions.forms.fields import Day, Moment, OneLine, Paragraphs
from submissions.models import Attachment, Consent, Proposal
from submissions.ready import left_open
from submissions.services.transitions import name_of
from submissions.topics import TOPICS

FIELD_CHOICES = [(name, name) for name in FactsForm.base_fields]
# The public address of an activity, with or without the host before it.
_ADDRESS = re.compile(r"/([1-9]\d{3})/agenda/([-\w]{1,80})/?$")


class SeenForm(DeskForm):
    """Every decision names the version that was on the screen."""

    seen = forms.IntegerField(min_value=0, max_value=2**31 - 1)

    def clean(self) -> None:
        """What a sender will read has no gaps of a ready answer left in it."""
        for name in self.fields.keys() & {"reason", "note", "question"}:
            if gaps := left_open(str(self.cleaned_data.get(name) or "")):
                shown = sentence([f"[{gap}]" for gap in gaps])
                self.add_error(name, f"Vul nog in wat hier staat: {shown}.")


class PublishForm(SeenForm):
    """Of a change: `offered` are the fields that were shown as different, `accepted` the ticked
    ones. What is not shown is not judged: without both all of it is taken.
    """

    offered = forms.MultipleChoiceField(required=False, choices=FIELD_CHOICES)
    accepted = forms.MultipleChoiceField(required=False, choices=FIELD_CHOICES)
    note = Paragraphs("Bericht aan de afzender", rows=2, max_length=2000)


class RejectForm(SeenForm):
    reason = Paragraphs(
        "Reden",
        rows=3,
        max_length=2000,
        needed="Geef een reden: de afzender krijgt die te lezen.",
    )


class TargetForm(SeenForm):
    """Which activity of the agenda it is about, told by its address."""

    into = OneLine(
        "Adres van de activiteit", max_length=300, needed="Vul het adres van de activiteit in."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].widget.attrs["list"] = "activiteiten"

    def clean_into(self) -> Activity:
        match = _ADDRESS.search(self.cleaned_data["into"])
        if match is None:
            raise forms.ValidationError("Dit is geen adres van een activiteit in de agenda.")
        found = Activity.objects.filter(edition__year=int(match[1]), slug=match[2]).first()
        if found is None:
            raise forms.ValidationError("Op dit adres staat geen activiteit.")
        return found


class PairForm(DeskForm):
    """Both versions that were on the screen."""

    left = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    right = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    fill = forms.BooleanField(required=False)


class QuestionForm(SeenForm):
    """Begins with the question that is due; the ticked topics are looked for in the answer."""

    question = Paragraphs(
        "Je vraag aan de afzender", rows=6, max_length=4000, needed="Schrijf eerst je vraag op."
    )
    topics = forms.MultipleChoiceField(
        label="Zet het antwoord meteen in het voorstel, voor:",
        required=False,
        choices=[(name, topic.label) for name, topic in TOPICS.items()],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, asks: Sequence[tuple[Proposal, list[str]]] = (), *args: Any, **kwargs: Any
    ) -> None:
        open_ = {name for _, names in asks for name in names}
        kwargs.setdefault(
            "initial", {"question": question_about(asks), "topics": [*TOPICS.keys() & open_]}
        )
        super().__init__(*args, **kwargs)


class DoneForm(SeenForm):
    note = Paragraphs("Bericht aan de afzender", rows=3, max_length=2000)


class AllForm(SeenForm):
    note = Paragraphs("Bericht aan de afzender", rows=2, max_length=2000)


class AssignForm(SeenForm):
    """`had` is who had it on the screen, `to` who gets it: empty is nobody."""

    had = forms.IntegerField(required=False)
    to = forms.ModelChoiceField(
        User.objects.none(), label="Geef aan", required=False, empty_label="niemand"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        editors = User.objects.filter(is_active=True, groups__name=EDITORS)
        field.queryset = editors.order_by("first_name", "username")
        field.label_from_instance = name_of  # type: ignore[method-assign, assignment]


class SnoozeForm(SeenForm):
    until = Day("Terug op")

    def clean_until(self) -> date:
        until: date | None = self.cleaned_data["until"]
        if until is None:
            raise forms.ValidationError("Kies een dag.")
        return until


class NoteForm(SeenForm):
    text = Paragraphs(
        "Notitie voor collega’s", rows=2, max_length=2000, needed="Schrijf eerst je notitie op."
    )


class StatusForm(SeenForm):
    """Why an activity is cancelled, hidden or put back."""

    reason = Paragraphs("Reden", rows=2, max_length=300)


class MoveForm(StatusForm):
    """Another day or other hours for a published activity."""

    first_day = Day("Eerste dag")
    last_day = Day("Laatste dag")
    start_time = Moment("Begintijd")
    end_time = Moment("Eindtijd")

    def clean(self) -> None:
        super().clean()
        self.check_when(Facts(**self.when).when)

    @property
    def when(self) -> dict[str, Any]:
        """A day that is told alone is the last one too."""
        names = ("first_day", "last_day", "start_time", "end_time")
        told = {name: self.cleaned_data.get(name) for name in names}
        return told | {"last_day": told["last_day"] or told["first_day"]}


class RevertForm(StatusForm):
    """`code` is that of a version."""

    code = forms.CharField(max_length=30)


class AttachmentForm(SeenForm):
    """What must be known before a file of a sender becomes public."""

    title = OneLine("Titel", max_length=200, needed="Geef een titel.")
    alt = OneLine("Wat er op de foto staat", max_length=300)
    credit = OneLine("Maker", max_length=150)
    activity = forms.TypedChoiceField(
        label="Bij welke activiteit", coerce=int, empty_value=None, required=False
    )
    in_toolbox = forms.BooleanField(label="Zet het in de toolbox", required=False)

    def __init__(
        self, attachment: Attachment, activities: list[Activity], *args: Any, **kwargs: Any
    ) -> None:
        self.attachment = attachment
        self.is_photo = attachment.kind == MaterialKind.PHOTO
        self._activities = {activity.pk: activity for activity in activities}
        kwargs.setdefault("initial", _initial(attachment, activities))
        super().__init__(*args, **kwargs)
        field = self.fields["activity"]
        assert isinstance(field, forms.ChoiceField)
        titles = [(activity.pk, activity.title) for activity in activities]
        field.choices = [("", "bij geen activiteit"), *titles]
        if not self.is_photo:
            del self.fields["alt"], self.fields["credit"]

    def clean(self) -> None:
        super().clean()
        told = self.cleaned_data
        if self.is_photo:
            self._check_photo(told)
        if not told.get("activity") and not told.get("in_toolbox"):
            self.add_error("activity", "Kies een activiteit, of zet het in de toolbox.")

    @property
    def chosen(self) -> Activity | None:
        return self._activities.get(self.cleaned_data["activity"])

    def _check_photo(self, told: dict[str, Any]) -> None:
        if not told.get("alt"):
            self.add_error("alt", "Beschrijf wat er op de foto staat, voor wie die niet ziet.")
        if not told.get("credit"):
            self.add_error("credit", "Vul in wie de foto heeft gemaakt.")
        if self.attachment.consent not in (Consent.NOBODY, Consent.GIVEN):
            self.add_error(None, "Deze foto kan nog niet op de site: er is geen toestemming.")


class ConsentForm(SeenForm):
    """Consent for a photo that an editor got otherwise than by the sender's own page."""

    consent = forms.ChoiceField(
        label="Wat is er afgesproken?",
        choices=[one for one in Consent.choices if one[0] != Consent.UNKNOWN],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een antwoord.", "invalid_choice": "Kies een antwoord."},
    )
    reason = OneLine(
        "Hoe kom je aan deze toestemming?",
        max_length=300,
        needed="Schrijf op hoe je aan de toestemming komt.",
    )


def _initial(attachment: Attachment, activities: list[Activity]) -> dict[str, Any]:
    return {
        "title": attachment.description or attachment.name or attachment.url,
        "alt": attachment.description,
        "credit": attachment.credit,
        "activity": activities[0].pk if activities else None,
    }
