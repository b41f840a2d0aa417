"""Submissions and their life. Holds contact data; kept per edition, then removed."""

from submissions.models.attachment import Attachment, Consent, Scan, Upload, Verdict
from submissions.models.desk import Note, Presence, Purpose, ReadyAnswer
from submissions.models.double import Double
from submissions.models.history import AuditEntry, Question
from submissions.models.invitation import Invitation
from submissions.models.proposal import Proposal, ProposalKind
from submissions.models.report import Report
from submissions.models.saved_filter import SavedFilter
from submissions.models.submission import SHELVED, Channel, Submission, SubmissionKind

__all__ = [
    "SHELVED",
    "Attachment",
    "AuditEntry",
    "Channel",
    "Consent",
    "Double",
    "Invitation",
    "Note",
    "Presence",
    "Proposal",
    "ProposalKind",
    "Purpose",
    "Question",
    "ReadyAnswer",
    "Report",
    "SavedFilter",
    "Scan",
    "Submission",
    "SubmissionKind",
    "Upload",
    "Verdict",
]
