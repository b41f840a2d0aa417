"""One function a verb owns the write: form, mail, desk and commands all call these."""

from submissions.services.call_off import call_off
from submissions.services.consent import confirm_consent, record_consent
from submissions.services.correct import add_proposal, correct
from submissions.services.decide import (
    mark_done,
    mark_spam,
    merge,
    publish,
    reject,
    reopen,
)
from submissions.services.materials import publish_attachment, withdraw_attachment
from submissions.services.questions import answer, ask
from submissions.services.reports import put_back, report_mistake, report_photo, take_away
from submissions.services.sender import (
    add_material,
    correct_own,
    propose_change,
    revoke_links,
    withdraw,
)
from submissions.services.standing import change_status, submission_of
from submissions.services.submit import submit
from submissions.services.take_over import take_over
from submissions.services.undo import undo, undoable
from submissions.services.values import Draft, NewAttachment, Sender

__all__ = [
    "Draft",
    "NewAttachment",
    "Sender",
    "add_material",
    "add_proposal",
    "answer",
    "ask",
    "call_off",
    "change_status",
    "confirm_consent",
    "correct",
    "correct_own",
    "mark_done",
    "mark_spam",
    "merge",
    "propose_change",
    "publish",
    "publish_attachment",
    "put_back",
    "record_consent",
    "reject",
    "reopen",
    "report_mistake",
    "report_photo",
    "revoke_links",
    "submission_of",
    "submit",
    "take_away",
    "take_over",
    "undo",
    "undoable",
    "withdraw",
    "withdraw_attachment",
]
