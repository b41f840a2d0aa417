"""Who holds it and whom to ask: organiser and contact address."""

import re
from collections.abc import Collection, Iterator

from agenda.models.fields import fold
from mail.mailbox import Mailbox
from submissions.reading.found import Found, Source
from submissions.reading.masks import EMAIL
from submissions.reading.structure import Line

_ORGANISATION = re.compile(
    r"samenwerkingsverband|\bswv\b|school|college|lyceum|gemeente|stichting|vereniging|\bggd|"
    r"\bjgz|team|platform|netwerk|"
    r"\braad|bureau|regio|\brmc\b|\broc\b|bibliotheek|groep|jongeren|jeugd|centrum|instelling|"
    r"kliniek|praktijk|provincie|"
    r"ministerie|inspectie|vakbond|werkgroep|collectief|co[oö]peratie|alliantie|onderwijs|"
    r"hogeschool|universiteit|caf[eé]|"
    r"bibliobus|welzijn|zorg|huis\b|oudervereniging|projectgroep|redactie|organisatie|"
    r"projectbureau|expertise",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:namens(?:\s(?:het|de))?|het\s(?:team|bestuur|secretariaat)\svan|team\svan|directie|"
    r"secretariaat|bestuur|receptie|de directie|"
    r"het\s(?=\w*team)|de\s(?=redactie))\s(?:van\s(?:het\s|de\s)?)?",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:georganiseerd|verzorgd|gehouden|opgezet)\sdoor\s(?P<who>[^\n.,;()]{3,100})",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Ý][\w'’-]{2,30}(?:\s[A-ZÀ-Ý][\w'’-]{2,30}){0,3}"
_OURS = re.compile(
    rf"\b(?:[Mm]ijn|[Oo]nze)\s(?:school|stichting),?\s(?:het\s|"
    rf"de\s)?(?P<who>{_NAME})"
)
_NAMED = re.compile(
    r"\b(?P<who>(?:oudergroep|stichting|vereniging|oudervereniging|platform|netwerk)\s"
    rf"(?:(?:de|het|van)\s)?{_NAME})",
)
_CLOSING_WORDS = re.compile(
    r"^\W{0,3}(?:(?:met\s|mei\s)?(?:vriendelijke?|hartelijke?|zonnige|warme|freonlike|beste|"
    r"lieve|veel|groene?|collegiale|sportieve)\s"
    r"(?:groet\w*|groetnis\w*)|de groeten|groet(?:en|jes)?(?:\suit\s\w+)?|vr\.?\s?gr\.?|gr\.|"
    r"mvg|hoogachtend|xx+|houdoe|moi|doei|hajje|"
    r"alvast (?:hartelijk )?(?:be)?dank|met (?:veel )?dank[^,\n]{0,60}|hartelijk dank|bij "
    r"voorbaat dank|kind regards|best regards)(?:\s?/\s?"
    r"met vriendelijke groet\w*)?[\s,!.]*",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"no-?reply|niet-?beantwoorden|noreply|mailer-daemon|postmaster", re.IGNORECASE
)
_MARKUP = re.compile(r"<[^>]{0,200}>")
_CONTACT_CUE = re.compile(
    r"vragen|contact|mail|info|bereik|e\s|@|aanmelden|aanmelding|opgeven", re.IGNORECASE
)


def clean_name(name: str) -> str:
    """A display name without markup and quotes; empty when it is only an address."""
    name = " ".join(_MARKUP.sub(" ", name).split()).strip(" '\"<>|,-")
    if EMAIL.fullmatch(name):
        return ""
    return name[:200]


def read_organiser(
    text: str, signature: list[Line], sender: Mailbox, offset_source: Source
) -> list[Found]:
    """From the text, the signature and the sender's name, the surest first."""
    found = [*_by_words(text), *_in_signature(signature, sender)]
    name = clean_name(sender.name)
    name = re.sub(r"\s(?:via|namens)\s.{1,60}$", "", name) if " via " in name else name
    if name:
        confidence = 0.55 if _ORGANISATION.search(name) or not _is_person(name) else 0.4
        found.append(
            Found(
                "organiser",
                _trimmed(name),
                0,
                len(name),
                name,
                source=Source.SENDER,
                confidence=confidence,
            )
        )
    return found


def _by_words(text: str) -> Iterator[Found]:
    for pattern, confidence in ((_BY, 0.8), (_OURS, 0.62), (_NAMED, 0.45)):
        for match in pattern.finditer(text):
            who = match["who"].strip()
            if pattern is _BY and not _ORGANISATION.search(who):
                continue
            value = re.sub(r"\svan (?:de|het)\s", " ", who)
            yield Found("organiser", value, *match.span("who"), who, confidence=confidence)


def _in_signature(lines: list[Line], sender: Mailbox) -> Iterator[Found]:
    """The line that names an organisation, most of all one like the sender's own name."""
    known = _tokens(sender.name)
    for line in lines[:12]:
        closing = _CLOSING_WORDS.match(line.text)
        at = closing.end() if closing else 0
        text = re.split(r"\s[|·•/]\s|\s{3,}", line.text[at:])[0].strip(" ,|*_-–")
        if (
            not 3 <= len(text) <= 90
            or EMAIL.search(text)
            or sum(c.isdigit() for c in text) > 5
            or "www." in text
        ):
            continue
        shared = len(known & _tokens(text))
        named = bool(_ORGANISATION.search(text))
        if not (named or shared) or (text.endswith((".", "?", "!")) and len(text.split()) > 6):
            continue
        value = _trimmed(_LEAD.sub("", text))
        if len(_tokens(value)) == 0 or (not shared and _is_job(text)):
            continue
        confidence = 0.58 + 0.06 * min(shared, 2) + (0.06 if named else -0.12)
        if text[:4] in ("het ", "de t") and not text[:1].isupper():  # "het kasteam van …"
            confidence -= 0.2
        start = line.start + line.text.find(text)
        yield Found(
            "organiser", value, start, start + len(text), text, confidence=min(confidence, 0.76)
        )


def _is_job(text: str) -> bool:
    return bool(
        re.match(
            r"(?:beleids\w*|leraar|leerplichtambtenaar|co[oö]rdinator|directeur|medewerker|"
            r"adviseur|projectleider)\b",
            text,
            re.I,
        )
    )


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 4
        and all(word[:1].isupper() or word in ("van", "de", "der", "den") for word in words)
        and words[0].lower() not in ("de", "het", "stichting")
    )


def _trimmed(name: str) -> str:
    return re.sub(r"^(?:secretariaat|redactie|directie)\s", "", name.strip(), flags=re.IGNORECASE)


def _tokens(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", fold(text))
    return {
        word
        for word in words
        if word not in ("de", "het", "van", "en", "in", "t", "team", "secretariaat")
    }


def read_contact(
    text: str, own: Collection[str], confidence: float, detail: str = ""
) -> list[Found]:
    """Addresses that the sender wrote down; one in the From header alone is no contact."""
    found = []
    for match in EMAIL.finditer(text):
        address = match[0].strip(".")
        if address.lower() in own or _NO_REPLY.search(address):
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        bonus = 0.05 if _CONTACT_CUE.search(before) else 0.0
        found.append(
            Found(
                "contact_email",
                address,
                match.start(),
                match.end(),
                match[0],
                confidence=confidence + bonus,
                detail=detail,
            )
        )
    return found
