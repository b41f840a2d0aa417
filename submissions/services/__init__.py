"""One function a verb owns the write: form, mail, desk and commands all call these."""

from submissions.services.amend import amend
from submissions.services.call_off import call_off
from submissions.services.colleagues import add_note, assign, be_present, leave, snooze
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
from submissions.services.materials import keep_private, publish_attachment, withdraw_attachment
from submissions.services.one_activity import merge_activities, separate
from submissions.services.post import came_back, hold, release, rewrite
from submissions.services.publish_all import publish_all
from submissions.services.questions import answer, ask
from submissions.services.ready_answers import save_answer
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
    "add_note",
    "add_proposal",
    "amend",
    "answer",
    "ask",
    "assign",
    "be_present",
    "call_off",
    "came_back",
    "change_status",
    "confirm_consent",
    "correct",
    "correct_own",
    "dismiss",
    "hold",
    "keep_private",
    "leave",
    "mark_done",
    "mark_spam",
    "merge",
    "merge_activities",
    "propose_change",
    "publish",
    "publish_all",
    "publish_attachment",
    "put_back",
    "record_consent",
    "reject",
    "release",
    "reopen",
    "report_mistake",
    "report_photo",
    "revoke_links",
    "rewrite",
    "save_answer",
    "separate",
    "snooze",
    "submission_of",
    "submit",
    "take_away",
    "take_over",
    "undo",
    "undoable",
    "watch",
    "withdraw",
    "withdraw_attachment",
]
