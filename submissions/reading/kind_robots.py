"""Mail that no person wrote to us: bounces, answers of absence, newsletters."""

import re

from mail.message import ReadMessage
from submissions.models import SubmissionKind as Kind
from submissions.reading.kind_words import TO_EDITORS, TO_US

_BOUNCE = re.compile(
    r"undeliver|returned mail|returned to sender|delivery (?:status|(?:has )?fail|delayed|"
    r"incomplete|has been delayed)|failure notice|mail delivery|"
    r"could not be (?:delivered|reached)|couldn.t be (?:delivered|found)|onbestelbaar|"
    r"niet[ -](?:kunnen )?(?:be|af)?(?:zorgd|geleverd|bezorgen|afleveren)|"
    r"(?:kan|kon|kunnen|konden) (?:\w+ )?niet worden (?:bezorgd|afgeleverd|bereikt|gevonden)|"
    r"bezorging (?:\w+ ){0,2}(?:mislukt|vertraagd|niet)|geweigerd|rejected|"
    r"user unknown|no such (?:user|recipient)|(?:mailbox|postvak) (?:is )?(?:full|vol)|"
    r"\b[45]\.\d\.\d\b",
    re.IGNORECASE,
)
_DAEMON = re.compile(
    r"mailer-?daemon|postmaster|mail delivery (?:sub)?system|microsoftexchange[0-9a-f]{8}|"
    r"systeembeheerder|system administrator",
    re.IGNORECASE,
)
# What mail servers call their reports: nobody writes such a subject.
_BOUNCE_SUBJECT = re.compile(
    r"\W{0,3}(?:onbestelbaar|undeliver(?:able|ed)|niet[ -]bezorgd|delivery (?:status|failure)|"
    r"(?:mail )?delivery (?:has )?failed|failure notice|returned mail|bezorging mislukt)\b",
    re.IGNORECASE,
)
# An answer to an appointment of ours, of which the calendar part may be gone.
_ATTENDS = re.compile(
    r"\W{0,3}(?:geaccepteerd|accepted|afgewezen|declined|voorlopig(?: geaccepteerd)?|tentative|"
    r"tentatively accepted)\s?:",
    re.IGNORECASE,
)
# "Gelezen: ..." and what it says: somebody's mail program, not somebody.
_READ_SUBJECT = re.compile(
    r"\W{0,3}(?:niet[ -])?(?:gelezen|verwijderd|(?:not )?read|deleted|leesbevestiging|"
    r"leesbewijs|read receipt|return receipt)\b",
    re.IGNORECASE,
)
_READ_TEXT = re.compile(
    r"\b(?:is|was|werd) (?:\w+ ){0,2}(?:gelezen|weergegeven|verwijderd zonder|read on|displayed|"
    r"deleted without)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"automatisch(?:e)? (?:antwoord|beantwoord\w*|reactie|bericht)|automatic reply|"
    r"auto(?:matische)?[- ]?(?:reply|respon)|out of (?:the )?office|abwesen|"
    r"^\W{0,3}(?:afwezig|afwezigheid|niet aanwezig|ik ben (?:er )?(?:even )?niet|vakantie|"
    r"\w{0,20}verlof|ontvangstbevestiging|wij hebben u\w* (?:bericht|mail|e-mail))",
    re.IGNORECASE,
)
# What mail servers put before the subject of what they answer: nobody writes that.
_AUTO_SUBJECT = re.compile(
    r"\W{0,3}(?:automatisch(?:e)? (?:antwoord|beantwoording|reactie)|automatic reply|"
    r"auto(?:matische)?[- ]?reply|out of (?:the )?office|abwesenheitsnotiz|"
    r"afwezigheids(?:bericht|melding))\s?:",
    re.IGNORECASE,
)
_AWAY_TEXT = re.compile(
    r"\b(?:ben|zijn|bin) (?:ik|wij|we)?[^\"“‘.?!]{0,60}(?:afwezig|niet aanwezig|met "
    r"(?:\w{0,20}verlof|vakantie)|niet (?:op kantoor|bereikbaar|in de gelegenheid)|uit de running|"
    r"out of (?:the )?office|on leave)|"
    r"\bgeniet (?:ik )?.{0,30}(?:van )?(?:mijn |een )?(?:\w{0,20}verlof|vakantie)|"
    r"lees (?:ik )?.{0,20}mijn (?:e-?)?mail(?:tjes)? (?:dan )?niet|mijn (?:e-?)?mail wordt niet|"
    r"\bi.m (?:away|out of|on leave)|"
    r"dit is een automati\w+|automatisch (?:verzonden|verstuurd|gegenereerd|aangemaakt)|"
    r"i am (?:currently )?(?:out of|away|on leave)",
    re.IGNORECASE,
)
# What says so only in an answer: it may as well be told of an activity.
_AWAY_ANSWER = re.compile(
    r"(?:uw|je|jouw|deze|dit) (?:e-?mail\w*|mail\w*|bericht) (?:wordt|worden) (?:\w+ ){0,3}niet |"
    r"(?:vanwege|wegens|in verband met|i\.?v\.?m\.?|tijdens)\b[^.?!]{0,80}\b(?:gesloten|dicht|"
    r"onbemand)\b|\bik werk niet op \w+dag",
    re.IGNORECASE,
)
# Who answers for somebody that left.
_LEFT = re.compile(
    r"(?:werkt|werk|is|ben) (?:\w+ ){0,4}(?:niet meer|niet langer) (?:\w+ ){0,3}(?:werkzaam|bij|"
    r"voor|in dienst)|niet (?:meer|langer) werkzaam|(?:e-?mail)?adres (?:is|wordt) niet (?:meer|"
    r"langer) (?:in gebruik|gelezen|actief)|no longer (?:works|employed|with|work)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"(?:hebben|heb) (?:wij |we |ik )?.{0,40}(?:ontvangen|in behandeling)|"
    r"(?:melding|vraag|bericht|e-?mail|mail|aanvraag|reactie) is (?:\w+ ){0,5}(?:geregistreerd|"
    r"ontvangen|binnengekomen|in behandeling)|we(?: ha|.)ve received your|"
    r"thank you for (?:contacting|your (?:message|e-?mail))|"
    r"goede orde ontvangen|bedankt voor (?:u|je|jo)\w* (?:bericht|mail|e-mail|aanvraag|reactie|"
    r"aanmelding|inzending|melding)",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"automatisch|zaaknummer|ticket(?:nummer)?\b|referentienummer|onder nummer|[#\[]\w{0,4}\d{4}|"
    r"niet (?:\w+ ){0,3}"
    r"(?:reageren|antwoorden|beantwoord\w*)|op dit (?:bericht|e-?mail\w*) (?:\w+ ){0,2}niet|"
    r"binnen \w+ (?:werk)?dagen|no-?reply|bevestig (?:je|uw) e-?mail|account is",
    re.IGNORECASE,
)
SHORT = 1000  # characters: an answer of absence says no more


def robot_kind(message: ReadMessage) -> Kind | None:
    """What a machine says of itself in the header, or in words that only machines use."""
    headers = message.headers
    if _is_bounce(message):
        return Kind.BOUNCE
    if _is_read_receipt(message):
        return Kind.AUTO_REPLY
    if message.calendars:
        return None
    if _ATTENDS.match(message.subject) and len(message.text) < SHORT / 4:
        return Kind.AUTO_REPLY
    says_so = (
        headers.get("auto-submitted").lower().startswith("auto-replied")
        or "x-autoreply" in headers
        or "x-autorespond" in headers
        or headers.get("precedence").lower() == "auto_reply"
    )
    return Kind.AUTO_REPLY if says_so or _is_absence(message) or _is_receipt(message) else None


def _is_bounce(message: ReadMessage) -> bool:
    headers = message.headers
    declared = headers.get("content-type").lower()
    if declared.startswith("multipart/report") and "disposition-notification" not in declared:
        return True
    sender = f"{message.sender.name} {message.sender.address}"
    told = f"{message.subject} {message.text[:1000]}"
    if "x-failed-recipients" in headers or (_DAEMON.search(sender) and _BOUNCE.search(told)):
        return True
    return bool(_BOUNCE_SUBJECT.match(message.subject) and _BOUNCE.search(message.text[:1000]))


def _is_read_receipt(message: ReadMessage) -> bool:
    """A report on what became of a mail of ours once it was delivered (RFC 8098)."""
    declared = message.headers.get("content-type").lower()
    if declared.startswith("multipart/report"):
        return "disposition-notification" in declared
    named = _READ_SUBJECT.match(message.subject)
    return bool(named and len(message.text) < SHORT and _READ_TEXT.search(message.text))


def _is_absence(message: ReadMessage) -> bool:
    """The subject, the first words and the thread: two of them together."""
    if _AUTO_SUBJECT.match(message.subject) and len(message.text) < 3 * SHORT:
        return True
    named = bool(_AWAY.search(message.subject))
    answers = bool(message.in_reply_to) or message.is_auto
    start = message.text[:600]
    absent = bool(_AWAY_TEXT.search(start) or (answers and _AWAY_ANSWER.search(start)))
    if answers and len(message.text) < SHORT / 2 and _LEFT.search(message.text[:300]):
        return True
    if TO_US.search(message.text[:3000]) or len(message.text) > 3 * SHORT:
        return False
    return (named and (answers or bool(_AWAY_TEXT.search(message.text[:3000])))) or (
        absent and (answers or len(message.text) < SHORT / 2)
    )


def _is_receipt(message: ReadMessage) -> bool:
    text = message.text
    told = f"{message.sender.address} {message.subject} {text}"
    return bool(
        len(text) < SHORT and _RECEIVED.search(text[:600]) and len(set(_machine(told))) >= 2
    )


def _machine(text: str) -> list[str]:
    return [match[0].lower()[:8] for match in _MACHINE.finditer(text)]


_FOOTER = (
    re.compile(
        r"\b(?:uitschrijven|afmelden|meld (?:u|je) (?:je |u )?(?:hier )?af|unsubscribe|"
        r"geen (?:nieuwsbrief|mail\w*|berichten) meer ontvangen)\b"
    ),
    re.compile(
        r"(?:bekijk|lees|open) .{0,40}(?:browser|online|webversie)|webversie|weergeven\?|"
        r"view (?:this|in) .{0,20}browser"
    ),
    re.compile(
        r"(?:ontvangt|krijgt) (?:u |je )?(?:deze|dit|onze) .{0,40}(?:omdat|als|want)|"
        r"mail gaat naar .{0,20}(?:abonnees|leden|lezers)"
    ),
    re.compile(
        r"(?:voorkeuren|gegevens|instellingen|abonnement|meldingen) (?:wijzigen|aanpassen|beheren)|"
        r"(?:wijzig|beheer) (?:je|uw|hier) (?:voorkeuren|gegevens|instellingen|abonnement)"
    ),
    re.compile(r"volg ons\b|deel dit bericht|stuur door"),
)
_NEWS = re.compile(
    r"nieuws(?!gierig)\w*|newsletter|\w*flits\b|e-?zine|\bmailing\b(?! list)|bulletin|digest|"
    r"\w{3,20}krant\b|update \d+ van|courant",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"in d(?:eze|it) (?:editie|nummer|nieuwsbrief|uitgave)|beste (?:lezer|abonnee|relatie)|"
    r"\b(?:nr|nummer|editie|jaargang)\b\.? ?\d|\bweek \d{1,2}\b|\d (?:abonnees|lezers|leden)\b|"
    r"\A[^\n]{3,60}\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december)(?: 20\d\d)?\n",
    re.IGNORECASE,
)
_READ_ON = re.compile(r"\blees (?:meer|verder)|read more|>> ?lees|naar het artikel", re.IGNORECASE)
_TOPIC_LINE = re.compile(r"^\s{0,6}(?:[*•●–-]|\d{1,2}[.)])\s{1,3}\S", re.MULTILINE)


def is_newsletter(message: ReadMessage, labels: int) -> bool:
    """Something sent to many at once, of which a line may be about us.

    `labels` counts the different ones: "Lees verder" under each topic is one.
    """
    return _sent_to_many(message) + _looks_like_news(message) - _personal(message, labels) >= 4


def _is_discussed(message: ReadMessage) -> bool:
    """On a list on which people write to each other, which is known by List-Post."""
    headers = message.headers
    return headers.get("precedence").lower() == "list" or "list-post" in headers


def _sent_to_many(message: ReadMessage) -> int:
    headers = message.headers
    if _is_discussed(message):
        return 0
    listed = "list-id" in headers or "list-unsubscribe" in headers
    return 3 * bool(listed or headers.get("precedence").lower() == "bulk")


def _looks_like_news(message: ReadMessage) -> int:
    text = f"{message.text[:20_000]}\n{message.html_as_text[-2000:]}"
    low = text.lower()
    named = _NEWS.search(f"{message.subject}\n{message.sender.name}\n{text[:300]}")
    # Such a list puts its own below what anybody writes, and gathers that in a digest.
    anybody = _is_discussed(message) and "digest" not in message.subject.lower()
    footers = 0 if anybody else sum(bool(pattern.search(low)) for pattern in _FOOTER)
    topics = len(_READ_ON.findall(text)) > 1 or len(_TOPIC_LINE.findall(text)) >= 3
    return 2 * bool(named) + 2 * min(footers, 2) + bool(_EDITION.search(text)) + topics


def _personal(message: ReadMessage, labels: int) -> int:
    return 3 * bool(TO_EDITORS.search(message.text[:3000])) + 3 * (labels >= 3)
