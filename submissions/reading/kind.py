"""What a mail is. Headers first, then what it carries, then its words; the subject is a hint.

The order of the rules is their trust: what a machine says of itself goes before what words suggest.
Nothing is dropped on its kind, so a wrong one costs an editor a click and no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mail.message import Part, ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading import kind_words as words
from submissions.reading.context import Context, Earlier, content_mark
from submissions.reading.files import ReadFile
from submissions.reading.invitation import Invitation
from submissions.reading.kind_spam import SPAM, spam_score
from submissions.reading.kind_told import Told, read_told
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
    named: bool = False  # it names what the related mail told of
    tells: bool = False  # an address, a page or a contact
    day_asked: bool = False  # the day is told in a question to us
    introduces: bool = False  # answers below our questions tell of a new one as a whole
    week_only: bool = False  # the days that are told are those of the whole week


_SENT_WITH = re.compile(
    r"^\W{0,3}(?:verstuurd|verzonden|sent|get outlook|outlook voor|outlook for)\b.{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)


def mark_of(message: ReadMessage) -> str:
    """What two copies of one mail share, whatever their Message-ID."""
    files = sorted(part.sha256 for part in message.parts if not part.inline)
    calendars = [content_mark(calendar.text) for calendar in message.calendars]
    told = content_mark(_SENT_WITH.sub("", message.text))
    # What is packed in a file counts with the file.
    inner = [mark_of(attached) for attached in message.attached if not attached.container]
    if not (told or files or calendars or inner):
        told = content_mark(message.subject)
    return " ".join([told, *files, *calendars, *inner])


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
    if not text and any(_ENCRYPTED.search(_sort_of(one)) for one in message.parts):
        return True
    if (
        words.SECURE.search(f"{message.subject} {text[:1500]}")
        and (not (signs.dated and signs.timed) or words.EXPIRES.search(text))
        and len(text) < 1500
    ):
        return True
    if not text:
        return not signs.files and not signs.dated and not signs.labels
    return _is_noise(text) and not signs.files


_ENCRYPTED = re.compile(r"pgp-encrypted|pkcs7-mime|\.(?:asc|pgp|gpg|p7m)$", re.IGNORECASE)


def _sort_of(part: Part) -> str:
    return f"{part.declared_type} {part.name}"


def _is_noise(text: str) -> bool:
    """Bytes that were no text: few words that one can read."""
    sample = "".join(text[:8000].split())
    if not sample:
        return False
    odd = sum(not c.isprintable() or c == "\ufffd" or "\x80" <= c <= "\x9f" for c in sample)
    plain = sum(c.isascii() and c.isalpha() for c in sample)
    return odd > len(sample) / 12 or plain < len(sample) / 3


def decide(message: ReadMessage, signs: Signs) -> Kind:
    """The kind of a mail that is no robot's, no newsletter and no duplicate."""
    if signs.invitations:
        return _of_invitation(signs)
    if is_unreadable(message, signs):
        return Kind.UNREADABLE
    if _is_spam(message, signs):
        return Kind.SPAM
    told = read_told(message.subject, signs.text[:8000])
    if (told.cancels and not (told.changes and signs.timed)) or _called_off(signs):
        return Kind.CANCELLATION
    if _is_material(signs, told):
        return Kind.MATERIAL
    if _only_asks(signs, told) and (not signs.replies or _leaves_as_it_is(signs, told)):
        return Kind.QUESTION
    if _is_change(message, signs, told):
        return Kind.UPDATE
    another = told.another and signs.dated and signs.timed and signs.ahead
    if signs.replies and not (another or _introduces(signs)):
        return _of_reply(signs, told)
    over = told.looks_back and not (signs.ahead or told.to_us)
    if signs.labels >= 2 or (signs.dated and not over):
        return Kind.SUBMISSION
    return _without_day(message, signs, told)


def _is_spam(message: ReadMessage, signs: Signs) -> bool:
    announces = signs.dated and signs.timed and signs.ahead
    files = list(signs.files)
    score = spam_score(message, signs.text, signs.labels, files, announces=announces)
    return score - 2 * bool(signs.related) >= SPAM


def _without_day(message: ReadMessage, signs: Signs, told: Told) -> Kind:
    if told.asks or words.ASKS.search(f"{message.subject}\n{signs.text[:8000]}"):
        return Kind.QUESTION
    if signs.files or _is_shared(signs.text):
        return Kind.MATERIAL
    return Kind.SUBMISSION if (told.to_us or told.offers) and not told.looks_back else Kind.QUESTION


def _is_material(signs: Signs, told: Told) -> bool:
    """Photos and papers for the toolbox, not those that come along with an announcement."""
    if signs.files and words.SCANNER.search(signs.text[:600]):
        return True
    if signs.labels >= 3 or not (signs.files or _is_shared(signs.text)):
        return False
    if told.looks_back or (told.free_use and not (signs.ahead and told.offers > 1)):
        return not (signs.timed and signs.ahead)
    return not (signs.ahead or signs.timed) and (told.material or not signs.text.strip())


def _only_asks(signs: Signs, told: Told) -> bool:
    """Whether a mail with a question in it tells of nothing that is to be held."""
    if signs.labels >= 3:
        return False
    if told.complains:
        return not signs.timed
    known = signs.related and signs.named  # "Zet je dat erbij?": what came before is changed
    asks = told.asks or (not known and "?" in signs.text)
    if not signs.dated:
        return bool(asks)
    if (told.tentative or signs.day_asked) and asks:
        return True
    if told.visits or told.hedges:
        announces = told.offers > 1 or (told.offers and told.asks_place)
        return bool(asks) and not (signs.timed and announces)
    if signs.week_only and not signs.timed and told.asks:
        return True
    if told.offers or (told.to_us and signs.timed):
        return False
    return told.asks_us or (told.asks > 0 and not signs.timed)


def _is_change(message: ReadMessage, signs: Signs, told: Told) -> bool:
    """Of something that came before; without that mail, words must say so doubly."""
    if _introduces(signs):
        return False
    if signs.related:
        if told.changes or (told.may_change and _refers(signs, told)):
            return True
        # It tells something of what it names, and no other day.
        more = signs.timed or signs.tells
        return signs.named and more and not signs.dated and not told.asks
    return (
        told.changes
        and signs.labels < 3
        and (
            told.points_back
            or told.moved
            or told.asks_change
            or bool(words.CHANGE.search(message.subject))
        )
    )


def _introduces(signs: Signs) -> bool:
    """Whether answers below our questions tell of an activity that is new to us."""
    return signs.introduces and signs.dated and signs.related is None


def _refers(signs: Signs, told: Told) -> bool:
    return told.points_back or signs.named or (signs.replies and not told.asks)


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


def _leaves_as_it_is(signs: Signs, told: Told) -> bool:
    """Of an answer with a question in it: whether it tells nothing that we should write down."""
    if told.changes or signs.labels:
        return False
    if signs.related is None:
        return told.tentative
    return not signs.timed and not signs.tells and (not signs.ahead or signs.day_asked)


def _called_off(signs: Signs) -> bool:
    """ "Helaas geen geitenyoga": of what came before there will be none."""
    for title in signs.related.titles if signs.related else ():
        name = re.escape(title.lower().split()[0]) if len(title) > 3 else ""
        words_before = r"(?:helaas|dus|nu|toch|jammer genoeg)\s(?:dus\s|toch\s|nu\s)?geen"
        if name and re.search(rf"\b{words_before}\s(?:\w+\s)?{name}\b", signs.text.lower()):
            return True
    return False


def _of_reply(signs: Signs, told: Told) -> Kind:
    if signs.related is None and not told.changes:
        announces = signs.labels >= 2 or (signs.timed and told.offers > 0)
        return Kind.SUBMISSION if signs.dated and announces else Kind.QUESTION
    if (signs.dated and signs.ahead) or signs.timed or signs.labels or told.changes:
        return Kind.UPDATE
    if signs.tells and not told.asks:
        return Kind.UPDATE
    if signs.files and told.material:
        return Kind.MATERIAL
    return Kind.QUESTION


_SHARED = re.compile(
    r"https?://(?:www\.)?(?:youtu\.be|youtube\.com|vimeo\.com|we\.tl|wetransfer\.com|"
    r"drive\.google|dropbox|open\.spotify|soundcloud|1drv\.ms|[\w-]{1,60}\.sharepoint\.com|"
    r"[\w.-]{0,60}transfer)|"
    r"\bhttps?://[^\s<>\"]{3,400}\.(?:pdf|mp4|mov|mp3|m4a|zip|pptx?|docx?|jpe?g|png)\b",
    re.IGNORECASE,
)
_TO_GET = re.compile(
    r"(?:te downloaden|downloaden (?:kan|is)|te beluisteren|terug te (?:kijken|luisteren|zien)|"
    r"terugkijken|te bekijken|op te halen|te vinden|te lezen|in te zien)\b[^.!?]{0,40}"
    r"(?:https?://|www\.|\b[\w-]{2,60}\.(?:nl|org|com|eu)\b)",
    re.IGNORECASE,
)


_TOO_BIG = re.compile(
    r"\b(?:film\w*|foto\S*|bestand\w*|video\w*|opname\w*|presentatie\w*|materiaal)\b[^.!?]{0,80}"
    r"\bte (?:groot|zwaar)\b[^.!?]{0,80}https?://",
    re.IGNORECASE,
)


def _is_shared(text: str) -> bool:
    """Whether a file or a film can be had behind a link."""
    return bool(_SHARED.search(text) or _TO_GET.search(text) or _TOO_BIG.search(text))
