"""What later mails may need to know of one that was read."""

from mail.message import ReadMessage
from submissions.reading.context import Earlier
from submissions.reading.kind import mark_of
from submissions.reading.propose import Reading


def remember(key: str, message: ReadMessage, reading: Reading) -> Earlier:
    facts = [one.facts for one in reading.drafts]
    return Earlier(
        key=key,
        kind=str(reading.kind),
        sender=message.sender.address,
        message_ids=(message.message_id,),
        mark=mark_of(message),
        uid=next((one.uid for one in reading.drafts if one.uid), ""),
        titles=tuple(one.title for one in facts if one.title),
        days=tuple(one.first_day for one in facts if one.first_day),
        starts=tuple(one.start_time for one in facts if one.start_time),
    )
