"""Mail that no person wrote to us: bounces, answers of absence, newsletters."""

import re

from mail.message import ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading.kind_words import TO_US

_BOUNCE = re.compile(
    r"undeliver|returned mail|returned to sender|delivery (?:status|(?:has )?fail|delayed|"
    r"incomplete|has been delayed)|failure notice|mail delivery|"
    r"could not be delivered|couldn.t be delivered|onbestelbaar|niet (?:kunnen )?(?:be|af)?"
    r"(?:zorgd|geleverd|bezorgen|afleveren)|kan niet worden (?:bezorgd|afgeleverd)|"
    r"kon niet worden (?:bezorgd|afgeleverd)|user unknown|mailbox (?:full|vol)|\b[45]\.\d\.\d\b",
    re.IGNORECASE,
)
_DAEMON = re.compile(r"mailer-?daemon|postmaster|mail delivery (?:sub)?system", re.IGNORECASE)
_AWAY = re.compile(
    r"automatisch(?:e)? (?:antwoord|beantwoord\w*|reactie|bericht)|automatic reply|"
    r"auto(?:matische)?[- ]?(?:reply|respon)|out of (?:the )?office|abwesen|"
    r"^\W{0,3}(?:afwezig|afwezigheid|niet aanwezig|ik ben (?:er )?(?:even )?niet|vakantie|"
    r"\w{0,20}verlof|ontvangstbevestiging|wij hebben u\w* (?:bericht|mail|e-mail))",
    re.IGNORECASE,
)
_AWAY_TEXT = re.compile(
    r"\b(?:ben|zijn|bin) (?:ik|wij|we)?[^\"“‘.?!]{0,60}(?:afwezig|niet aanwezig|met "
    r"(?:\w{0,20}verlof|vakantie)|niet (?:op kantoor|bereikbaar|in de gelegenheid)|uit de running|"
    r"out of (?:the )?office|on leave)|"
    r"\bgeniet (?:ik )?.{0,30}(?:van )?(?:mijn |een )?(?:\w{0,20}verlof|vakantie)|"
    r"lees (?:ik )?.{0,20}mijn (?:e-?)?mail(?:tjes)? (?:dan )?niet|mijn (?:e-?)?mail wordt niet|"
    r"dit is een automati\w+|automatisch (?:verzonden|verstuurd|gegenereerd|aangemaakt)|"
    r"i am (?:currently )?(?:out of|away|on leave)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"(?:hebben|heb) (?:wij |we |ik )?.{0,40}(?:ontvangen|in behandeling)|"
    r"goede orde ontvangen|bedankt voor (?:u|je|jo)\w* (?:bericht|mail|e-mail|aanvraag|reactie)",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"automatisch|zaaknummer|ticket(?:nummer)?\b|referentienummer|niet (?:\w+ ){0,3}"
    r"(?:reageren|antwoorden|beantwoord\w*)|op dit (?:bericht|e-?mail\w*) (?:\w+ ){0,2}niet|"
    r"binnen \w+ (?:werk)?dagen|no-?reply",
    re.IGNORECASE,
)
SHORT = 1000  # characters: an answer of absence says no more


def robot_kind(message: ReadMessage) -> Kind | None:
    """What a machine says of itself in the header, or in words that only machines use."""
    headers = message.headers
    if _is_bounce(message):
        return Kind.BOUNCE
    if message.calendars:
        return None
    says_so = (
        headers.get("auto-submitted").lower().startswith("auto-replied")
        or "x-autoreply" in headers
        or "x-autorespond" in headers
        or headers.get("precedence").lower() == "auto_reply"
    )
    return Kind.AUTO_REPLY if says_so or _is_absence(message) or _is_receipt(message) else None


def _is_bounce(message: ReadMessage) -> bool:
    headers = message.headers
    if headers.get("content-type").lower().startswith("multipart/report"):
        return True
    sender = f"{message.sender.name} {message.sender.address}"
    told = f"{message.subject} {message.text[:1000]}"
    return "x-failed-recipients" in headers or bool(_DAEMON.search(sender) and _BOUNCE.search(told))


def _is_absence(message: ReadMessage) -> bool:
    """The subject, the first words and the thread: two of them together."""
    absent = bool(_AWAY_TEXT.search(message.text[:600]))
    named = bool(_AWAY.search(message.subject))
    answers = bool(message.in_reply_to) or message.is_auto
    if TO_US.search(message.text[:3000]) or len(message.text) > 3 * SHORT:
        return False
    return (named and (answers or bool(_AWAY_TEXT.search(message.text[:3000])))) or (
        absent and (answers or len(message.text) < SHORT / 2)
    )


def _is_receipt(message: ReadMessage) -> bool:
    text = message.text
    told = f"{message.sender.address} {text}"
    return bool(
        len(text) < SHORT and _RECEIVED.search(text[:600]) and len(set(_machine(told))) >= 2
    )


def _machine(text: str) -> list[str]:
    return [match[0].lower()[:8] for match in _MACHINE.finditer(text)]


_FOOTER = (
    re.compile(r"\b(?:uitschrijven|afmelden|meld (?:u|je) (?:je |u )?(?:hier )?af|unsubscribe)\b"),
    re.compile(r"(?:bekijk|lees|open) .{0,40}(?:browser|online|webversie)|webversie|weergeven\?"),
    re.compile(r"(?:ontvangt|krijgt) (?:u |je )?(?:deze|dit|onze) .{0,40}(?:omdat|als|want)"),
    re.compile(r"(?:voorkeuren|gegevens|instellingen|abonnement) (?:wijzigen|aanpassen|beheren)"),
    re.compile(r"volg ons\b|deel dit bericht|stuur door"),
)
_NEWS = re.compile(
    r"nieuws(?!gierig)\w*|newsletter|\w*flits\b|e-?zine|\bmailing\b(?! list)|bulletin|digest|"
    r"\w{3,20}krant\b|update \d+ van|courant",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"in d(?:eze|it) (?:editie|nummer|nieuwsbrief|uitgave)|beste (?:lezer|abonnee|relatie)|"
    r"\b(?:nr|nummer|editie|jaargang)\b\.? ?\d|\bweek \d{1,2}\b",
    re.IGNORECASE,
)
_READ_ON = re.compile(r"\blees (?:meer|verder)|read more|>> ?lees|naar het artikel", re.IGNORECASE)
_TOPIC_LINE = re.compile(r"^\s{0,6}(?:[*•●–-]|\d{1,2}[.)])\s{1,3}\S", re.MULTILINE)


def is_newsletter(message: ReadMessage, labels: int) -> bool:
    """Something sent to many at once, of which a line may be about us."""
    return _sent_to_many(message) + _looks_like_news(message) - _personal(message, labels) >= 4


def _sent_to_many(message: ReadMessage) -> int:
    """A list on which people write to each other says nothing: it is known by List-Post."""
    headers = message.headers
    precedence = headers.get("precedence").lower()
    if precedence == "list" or "list-post" in headers:
        return 0
    listed = "list-id" in headers or "list-unsubscribe" in headers
    return 3 * bool(listed or precedence == "bulk")


def _looks_like_news(message: ReadMessage) -> int:
    text = f"{message.text[:20_000]}\n{message.html_as_text[-2000:]}"
    low = text.lower()
    named = _NEWS.search(f"{message.subject}\n{message.sender.name}\n{text[:300]}")
    footers = sum(bool(pattern.search(low)) for pattern in _FOOTER)
    topics = len(_READ_ON.findall(text)) > 1 or len(_TOPIC_LINE.findall(text)) >= 3
    return 2 * bool(named) + 2 * min(footers, 2) + bool(_EDITION.search(text)) + topics


def _personal(message: ReadMessage, labels: int) -> int:
    return 3 * bool(TO_US.search(message.text[:3000])) + 3 * (labels >= 3)
