"""A form that begins with something: an earlier activity, or the organiser's own contact data."""

import re
from dataclasses import replace
from typing import Any

from agenda.models import Activity
from submissions.facts import Facts
from submissions.forms.submit import SubmitForm
from submissions.models import Submission
from submissions.services.activities import facts_of

_ADDRESS = re.compile(r"(20\d\d)/([-\w]{1,80})")
# What belongs to that one time: its days, where one enrolled then, and who could be asked.
_OF_THAT_TIME = (
    "first_day",
    "last_day",
    "start_time",
    "end_time",
    "all_day",
    "registration_url",
    "registration_closes",
    "online_url",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_public",
)
_OF_WHO_SENDS = (
    "organiser",
    "partners",
    "website",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_public",
)


def activity_to_copy(value: str) -> Activity | None:
    """``2019/regiobijeenkomst-ede``: one that visitors can see, of any edition."""
    match = _ADDRESS.fullmatch(value)
    if match is None:
        return None
    found = Activity.objects.with_facts().filter(edition__year=int(match[1]), slug=match[2])
    activity = found.select_related("merged_into").first()
    if activity is not None and activity.merged_into_id:
        activity = Activity.objects.with_facts().get(pk=activity.merged_into_id)
    return None if activity is None or activity.is_hidden else activity


def copy_of(activity: Activity) -> dict[str, Any]:
    """The form's first values: what the page shows of it, without what belongs to that time."""
    emptied: dict[str, Any] = {name: getattr(Facts(), name) for name in _OF_THAT_TIME}
    return SubmitForm.initial_of(replace(facts_of(activity), **emptied))


def same_sender(submission: Submission) -> dict[str, Any]:
    """Who organises and whom we reach, as the last form or mail told it."""
    proposal = submission.proposals.first()
    facts = proposal.facts if proposal else Facts()
    kept: dict[str, Any] = {name: getattr(facts, name) for name in _OF_WHO_SENDS}
    told = Facts(**kept)
    return SubmitForm.initial_of(
        replace(
            told,
            contact_name=told.contact_name or submission.sender_name,
            contact_email=told.contact_email or submission.sender_email,
        )
    )
