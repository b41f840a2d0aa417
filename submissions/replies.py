"""The answer to an invitation, so that the calendar of who invited shows it (RFC 5546, 3.2.3)."""

from enum import StrEnum

from submissions.invited_rows import newest_of
from submissions.models import Proposal


class Answer(StrEnum):
    """Values of PARTSTAT."""

    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"


def reply_to(proposal: Proposal, answer: Answer) -> str:
    """The REPLY to the newest version that the proposal stands for; empty when none is wanted.

    Wanted by a METHOD:REQUEST only, of an organiser who sent it, to an address of ours.
    """
    row = newest_of(proposal)
    if row is None or not row.wants_reply:
        return ""
    from submissions.reply_calendar import written  # icalendar, which few decisions need

    return written(row, answer)


def wants_reply(proposal: Proposal) -> bool:
    """Whether `reply_to` gives one."""
    row = newest_of(proposal)
    return row is not None and row.wants_reply
