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
from submissions.services.doubles import dismiss, watch
from submissions.services.materials import publish_attachment, withdraw_attachment
from submissions.services.one_activity import merge_activities, separate
from submissions.services.questions import answer, ask
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
    "dismiss",
    "mark_done",
    "mark_spam",
    "merge",
    "merge_activities",
    "propose_change",
    "publish",
    "publish_attachment",
    "record_consent",
    "reject",
    "reopen",
    "revoke_links",
    "separate",
    "submission_of",
    "submit",
    "take_over",
    "undo",
    "undoable",
    "watch",
    "withdraw",
    "withdraw_attachment",
]
