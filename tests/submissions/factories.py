"""Small makers of submissions, made the way that form and mail make them."""

from datetime import date, time
from itertools import count
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User

from submissions.facts import Facts
from submissions.models import Channel, Submission, SubmissionKind
from submissions.services import Draft, Sender, submit
from tests.factories import make_edition, make_kind

_numbers = count(1)


def make_editor(**fields: Any) -> User:
    username = fields.pop("username", f"redacteur{next(_numbers)}")
    return User.objects.create_user(username, **fields)


def make_facts(**fields: Any) -> Facts:
    """A complete activity on one afternoon of 2019."""
    defaults: dict[str, Any] = {
        "title": "Inloopmiddag voor ouders",
        "kind": make_kind().slug,
        "first_day": date(2019, 6, 4),
        "last_day": date(2019, 6, 4),
        "start_time": time(13, 30),
        "organiser": "Basisschool De Lindeboom",
        "contact_name": "Jo de Vries",
        "contact_email": "jo@lindeboom.example",
        "contact_phone": "0318 123456",
        "contact_public": ("email",),
    }
    return Facts(**defaults | fields)


def make_submission(*drafts: Draft, **fields: Any) -> Submission:
    """A sent form with one complete proposal, unless told otherwise."""
    make_edition()
    values: dict[str, Any] = {
        "kind": SubmissionKind.SUBMISSION,
        "channel": Channel.FORM,
        "sender": Sender("Jo de Vries", "jo@lindeboom.example"),
        "form_key": uuid4(),
        "drafts": drafts or [Draft(facts=make_facts())],
    }
    return submit(**values | fields)
