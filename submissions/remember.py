"""What later mails may need to know of one that was read."""

from mail.message import ReadMessage
from submissions.reading.context import Earlier
from submissions.reading.kind import mark_of
from submissions.reading.propose import Reading
from submissions.reading.versions import ANSWERS, version_of


def remember(key: str, message: ReadMessage, reading: Reading) -> Earlier:
    facts = [one.facts for one in reading.drafts]
    return Earlier(
        key=key,
        kind=str(reading.kind),
        sender=message.sender.address,
        message_ids=(message.message_id,),
        mark=mark_of(message),
        invited=tuple(
            version_of(one.calendar, message.sender.address)
            for one in reading.drafts
            if one.calendar and one.calendar.method not in ANSWERS
        ),
        titles=tuple(one.title for one in facts if one.title),
        days=tuple(one.first_day for one in facts if one.first_day),
        starts=tuple(one.start_time for one in facts if one.start_time),
    )
