"""What a mail is. Headers first, then what it carries, then its words; the subject is a hint.

The order of the rules is their trust: what a machine says of itself goes before what words suggest.
Nothing is dropped on its kind, so a wrong one costs an editor a click and no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from mail.message import ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading import kind_words as words
from submissions.reading.context import Context, Earlier, content_mark
from submissions.reading.files import FileAction, ReadFile
from submissions.reading.invitation import Invitation
from submissions.reading.links import clean_url, is_page
from submissions.reading.versions import Standing


@dataclass(frozen=True, slots=True)
class Signs:
    """What the other readers saw, on which the words of a kind are weighed.

    `text` is what the sender wrote. `dated`: a day is told on which something is held; `ahead`: it
    lies after the mail. `labels` counts labelled values. `related` is the mail it points back at.
    """

    text: str
    dated: bool
    ahead: bool
    timed: bool
    labels: int
    files: Sequence[ReadFile]
    invitations: Sequence[Invitation]
    related: Earlier | None
    standings: Sequence[Standing]  # how each invitation stands to what came before
    replies: bool  # it answers a mail of ours or one that came before


def mark_of(message: ReadMessage) -> str:
    """What two copies of one mail share, whatever their Message-ID."""
    files = sorted(part.sha256 for part in message.parts if not part.inline)
    calendars = [content_mark(calendar.text) for calendar in message.calendars]
    told = content_mark(message.text)
    # What is packed in a file counts with the file.
    inner = [mark_of(attached) for attached in message.attached if not attached.container]
    if not (told or files or calendars or inner):
        told = content_mark(message.subject)
    return " ".join([told, *files, *calendars, *inner])


def robot_kind(message: ReadMessage) -> Kind | None:
    """What a machine says of itself in the header."""
    headers = message.headers
    sender = f"{message.sender.name} {message.sender.address}"
    if (
        headers.get("content-type").lower().startswith("multipart/report")
        or "x-failed-recipients" in headers
    ):
        return Kind.BOUNCE
    if words.DAEMON.search(sender) and words.BOUNCE.search(
        f"{message.subject} {message.text[:500]}"
    ):
        return Kind.BOUNCE
    submitted = headers.get("auto-submitted").lower()
    if message.calendars:
        return None
    if (
        submitted.startswith("auto-replied")
        or "x-autoreply" in headers
        or "x-autorespond" in headers
    ):
        return Kind.AUTO_REPLY
    if headers.get("precedence").lower() == "auto_reply":
        return Kind.AUTO_REPLY
    if words.AWAY.search(message.subject) and (
        message.in_reply_to or words.AWAY_TEXT.search(message.text[:3000])
    ):
        return Kind.AUTO_REPLY
    if words.AWAY_TEXT.search(message.text[:600]) and (message.in_reply_to or message.is_auto):
        return Kind.AUTO_REPLY
    return None


def is_newsletter(message: ReadMessage, labels: int) -> bool:
    headers = message.headers
    listed = "list-id" in headers or "list-unsubscribe" in headers
    bulk = headers.get("precedence").lower() in ("bulk", "list")
    personal = bool(words.TO_US.search(message.text[:3000])) or labels >= 3
    if (listed or bulk) and not personal:
        return True
    named = words.NEWS.search(message.subject) or words.NEWS.search(message.text[:300])
    return bool(
        named
        and (
            listed
            or bulk
            or words.UNSUBSCRIBE.search(f"{message.text} {message.html_as_text[-2000:]}")
        )
    )


def duplicate_of(message: ReadMessage, context: Context) -> Earlier | None:
    """The first mail with the same content."""
    mark = mark_of(message)
    same = [one for one in context.earlier if one.mark == mark]
    if not mark or (
        len(mark.split()) < 6 and not any(message.message_id in one.message_ids for one in same)
    ):
        return None
    return same[0] if same else None


def is_unreadable(message: ReadMessage, signs: Signs) -> bool:
    if message.calendars or message.attached:
        return False
    text = signs.text.strip()
    if (
        words.SECURE.search(f"{message.subject} {text[:1500]}")
        and not (signs.dated and signs.timed)
        and len(text) < 1500
    ):
        return True
    if not text:
        return not signs.files and not signs.dated and not signs.labels
    return _is_noise(text) and not signs.files


def _is_noise(text: str) -> bool:
    """Bytes that were no text: few words that one can read."""
    sample = "".join(text[:8000].split())
    if not sample:
        return False
    odd = sum(not c.isprintable() or c == "\ufffd" or "\x80" <= c <= "\x9f" for c in sample)
    plain = sum(c.isascii() and c.isalpha() for c in sample)
    return odd > len(sample) / 12 or plain < len(sample) / 3


def spam_score(message: ReadMessage, signs: Signs) -> int:
    text = f"{message.subject}\n{signs.text[:6000]}"
    told = {match[0].lower() for match in words.SPAM_WORDS.finditer(text)}
    score = 2 * min(len(told), 4)
    headers = message.headers
    if headers.get("x-spam-flag").upper().startswith("YES") or headers.get(
        "x-spam-status"
    ).lower().startswith("yes"):
        score += 5
    score += 3 * sum(_is_phish(link.text, link.url) for link in message.links[:50])
    if any(
        one.action is FileAction.QUARANTINE and one.content_type.startswith("application/")
        for one in signs.files
    ):
        score += 2
    if "undisclosed" in headers.get("to").lower():
        score += 1
    if message.reply_to and _domain(message.reply_to[0].address) != _domain(message.sender.address):
        score += 1
    score -= 2 * min(len({match[0].lower() for match in words.OUR_WORLD.finditer(text)}), 3)
    return score - 3 * (signs.labels >= 3) - 2 * bool(signs.related)


def _is_phish(shown_text: str, url: str) -> bool:
    """A link whose words name another site than it leads to, or that leads to a bare number."""
    target = clean_url(url)
    host = urlsplit(target).hostname or "" if target else ""
    if re.fullmatch(r"[\d.]{7,15}", host):
        return True
    shown = re.fullmatch(
        r"(?:https?://)?((?:[\w-]{1,60}\.){1,4}[a-z]{2,10})(?:/\S*)?", shown_text.strip().lower()
    )
    return bool(shown and host and is_page(target) and _last_two(shown[1]) != _last_two(host))


def _last_two(host: str) -> str:
    return ".".join(host.lower().split(".")[-2:])


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def decide(message: ReadMessage, signs: Signs) -> Kind:
    """The kind of a mail that is no robot's, no newsletter and no duplicate."""
    if signs.invitations:
        return _of_invitation(signs)
    if is_unreadable(message, signs):
        return Kind.UNREADABLE
    if spam_score(message, signs) >= 4:
        return Kind.SPAM
    told = f"{message.subject}\n{signs.text[:8000]}"
    if (
        words.CANCEL.search(told)
        and not words.NOT_CANCELLED.search(told)
        and not (words.CHANGE.search(told) and signs.timed)
    ):
        return Kind.CANCELLATION
    carries = bool(signs.files) or _has_video(signs.text)
    if (
        carries
        and not signs.ahead
        and (words.MATERIAL.search(told) or not signs.text.strip())
        and not signs.timed
    ):
        return Kind.MATERIAL
    questions = signs.text.count("?")
    if questions and signs.labels < 3 and not signs.replies and _only_asks(told, signs):
        return Kind.QUESTION
    if signs.replies or (words.CHANGE.search(told) and (signs.related or signs.labels < 3)):
        return _of_reply(told, signs)
    if signs.dated or signs.labels >= 2:
        return Kind.SUBMISSION
    if words.ASKS.search(told) or questions:
        return Kind.QUESTION
    return (
        Kind.MATERIAL if carries else Kind.SUBMISSION if words.TO_US.search(told) else Kind.QUESTION
    )


def _only_asks(told: str, signs: Signs) -> bool:
    """Whether a mail with a question in it tells of nothing that is to be held."""
    if words.HEDGE.search(told) or not signs.dated:
        return True
    return bool(words.ASKS.search(told)) and not (signs.timed or words.TO_US.search(told))


def _of_invitation(signs: Signs) -> Kind:
    first = signs.invitations[0]
    if first.method in ("REPLY", "REFRESH", "DECLINECOUNTER"):
        return Kind.AUTO_REPLY
    if all(how is Standing.SAME for how in signs.standings) and first.method != "COUNTER":
        return Kind.DUPLICATE
    if all(one.cancelled for one in signs.invitations):
        return Kind.CANCELLATION
    if first.method == "COUNTER" or any(how is not Standing.FIRST for how in signs.standings):
        return Kind.UPDATE
    return Kind.SUBMISSION


def _of_reply(told: str, signs: Signs) -> Kind:
    if signs.related is None and not words.CHANGE.search(told):
        return Kind.SUBMISSION if signs.dated and signs.labels >= 2 else Kind.QUESTION
    if signs.dated or signs.timed or signs.labels or words.CHANGE.search(told):
        return Kind.UPDATE
    if signs.files and words.MATERIAL.search(told):
        return Kind.MATERIAL
    return Kind.QUESTION


def _has_video(text: str) -> bool:
    return bool(
        re.search(
            r"https?://(?:www\.)?(?:youtu\.be|youtube\.com|vimeo\.com|we\.tl|wetransfer\.com|"
            r"drive\.google|dropbox)",
            text,
        )
    )
