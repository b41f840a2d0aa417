"""Who holds it: named in the text, under it, or as the sender; the address confirms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from agenda.models.fields import fold
from mail.mailbox import Mailbox
from submissions.reading.closings import CLOSING_WORDS
from submissions.reading.found import Found, Source
from submissions.reading.lines import Line, unwrapped
from submissions.reading.masks import EMAIL, POSTCODE, URL
from submissions.reading.organisation_words import JOB, ORGANISATION, WORKS_FOR
from submissions.reading.organiser_phrases import BY_WORDS, LOW, NAME, WORKS_AT
from submissions.reading.people import clean_name

_ROLE_LEAD = re.compile(
    r"^(?:secretaris|voorzitter|penningmeester|directeur|oprichter|co[oö]rdinator|medewerker|"
    r"bestuurslid|adviseur|projectleider|trainer|namens|bij|van|voor)\s(?:van\s|bij\s)?"
    r"(?:de\s|het\s)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:namens(?:\s(?:het|de))?|het\s(?:team|bestuur|secretariaat)\svan|team\svan|directie|"
    r"secretariaat|bestuur|receptie|de directie|redactie|het\s(?=\w*team)|de\s(?=redactie))\s"
    r"(?:van\s(?:het\s|de\s)?)?",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"^(?:(?:mw|mevr|mevrouw|dhr|de heer|drs|dr|mr|ir|ing|prof|ds)\.?\s)+|"
    r"^[A-Z]\.(?:[A-Z]\.)*\s",
    re.IGNORECASE,
)
_SMALL = frozenset({"van", "de", "der", "den", "ter", "ten", "het", "'t", "en", "te", "von"})
_SHORT_FOR = re.compile(r"[A-Z]{3,5}\s[A-ZÀ-Ý]")  # "RBL Hollands Diep": nobody is called that
_PARTS = re.compile(r"\s[|·•/–—-]\s|\s{3,}|\t|\snamens\s(?:het\s|de\s)?")
_BRACKETS = re.compile(r"\(([^()]{3,80})\)")
_SQUARE = re.compile(r"[^a-z0-9]")
MANY = 5
LONGEST_NAME = 15  # letters: "Thuiszittersmaatjes" is nobody
SIGNATURE_LINES = 14


def read_organiser(text: str, signature: list[Line], sender: Mailbox) -> list[Found]:
    """From the text, the signature and the sender's name, the surest first."""
    site = _site(sender.address)
    whole = "\n".join([text[-400:], *(line.text for line in signature)])
    text = unwrapped(text)
    found = [*_by_words(text), *_in_signature(signature, sender), *_on_behalf(text, whole)]
    found = [_confirmed(one, site) for one in found]
    found += [*_named_as_site(text, site), *_school_of(text)]
    return [*found, *_of_sender(sender, site)]


_IN_TOWN = re.compile(r"\s(?:in|te|uit)\s[A-ZÀ-Ý][\w’'-]{2,24}$")
_WITH = re.compile(r"\bmet\s(?:(?:de|het|onze|ons)\s)?$", re.IGNORECASE)  # who helps


def _by_words(text: str) -> Iterator[Found]:
    for pattern, confidence in (*BY_WORDS, (WORKS_AT, 0.6)):
        for number, match in enumerate(pattern.finditer(text)):
            who = match["who"].strip(" ,-")
            if _WITH.search(text[max(0, match.start("who") - 16) : match.start("who")]):
                continue
            if number >= MANY:
                break
            works = pattern is WORKS_AT
            led = match[0][: match.start("who") - match.start()].lower()
            ours = led.startswith(("wij", "onze school")) or "noemen" in match[0]
            if not (works or ours or ORGANISATION.search(who) or _SHORT_FOR.match(who)):
                continue
            value = _IN_TOWN.sub("", re.sub(r"\svan (?:de|het)\s", " ", who))
            yield Found("organiser", value, *match.span("who"), who, confidence=confidence)


_SCHOOL_OF = re.compile(  # "alle leerlingen van het Merelcollege"
    r"\b(?:van|bij|op|aan) (?:(?:het|de|onze) )?(?P<who>(?:[A-ZÀ-Ý][\w’'-]{1,30} ){0,3}"
    r"(?:[A-ZÀ-Ý][\w’'-]{0,24}(?:college|lyceum|gymnasium|school|scholengroep)|College|Lyceum|Gymnasium|School|Scholengroep|"
    r"ROC|OBS|CBS|IKC|Kindcentrum|[Bb]asisschool)\b(?: (?:(?:de|het|van|der|"
    r"den) )?[A-ZÀ-Ý][\w’'-]{1,30}){0,3})"
)
NOBODY_ELSE = 0.43  # above the name of a person, below all that says who holds it


def _school_of(text: str) -> Iterator[Found]:
    """The one school that the text names, for when nothing but a person signs."""
    named = list(_SCHOOL_OF.finditer(text))[:MANY]
    if len({match["who"] for match in named}) == 1 and not named[0]["who"].islower():
        match = named[0]
        yield Found(
            "organiser", match["who"], *match.span("who"), match["who"], confidence=NOBODY_ELSE
        )


_ON_BEHALF = re.compile(
    r"\bnamens (?:de|het|onze|ons) (?P<sort>club|vereniging|school|stichting|bibliotheek|groep|"
    r"bieb|"
    r"ouders|team|kerk|gemeente)\b",
    re.IGNORECASE,
)
_CLUB = re.compile(
    r"\b(?:HC|TC|BC|VV|SV|FC|RKVV|LTC|KV|HV|AV|club|vereniging|school|stichting|bibliotheek)\b",
    re.IGNORECASE,
)


def _on_behalf(text: str, whole: str) -> Iterator[Found]:
    """ "Namens de club": the one that the text names."""
    if not _ON_BEHALF.search(whole):
        return
    for number, match in enumerate(re.finditer(NAME, text)):
        if number >= 200:
            return
        if " " in match[0] and _CLUB.search(match[0]):
            yield Found("organiser", match[0], *match.span(), match[0], confidence=0.64)
            return


def _in_signature(lines: list[Line], sender: Mailbox) -> Iterator[Found]:
    """The piece of a line that names an organisation, most of all one like the sender's name."""
    known = _tokens(sender.name)
    after_person = False
    for line in lines[:SIGNATURE_LINES]:
        closing = CLOSING_WORDS.match(line.text)
        rest = line.text[closing.end() if closing else 0 :]
        for piece in map(_employer, _pieces(rest)):
            value = _trimmed(_LEAD.sub("", piece))
            if not _tokens(value) or JOB.match(piece):
                continue
            if is_person(piece, sender) and not _is_like(piece, _site(sender.address)):
                after_person = True
                continue
            named = bool(ORGANISATION.search(piece))
            shared = len(known & _tokens(piece))
            if piece.endswith((".", "?", "!")) and len(piece.split()) > 6:
                continue
            if not (named or shared or after_person or _is_like(piece, _site(sender.address))):
                continue
            confidence = 0.58 + 0.06 * min(shared, 2) + (0.06 if named else -0.12)
            if not (named or shared):
                confidence = 0.42  # the line under a name
            if piece.islower() and not shared:  # what it is rather than its name
                confidence -= 0.1
            if piece[:1].islower() and not re.match(LOW, piece):  # "het kasteam van …"
                confidence -= 0.2
            start = line.start + max(line.text.find(piece), 0)
            yield Found("organiser", value, start, start + len(piece), piece, confidence=confidence)


def _employer(piece: str) -> str:
    """Without the job before it: "Jeugdverpleegkundige GGD Noordoost"."""
    works = WORKS_FOR.search(piece) if JOB.match(piece) else None
    return works["who"] if works else piece


def _pieces(text: str) -> list[str]:
    """The parts of a line that may be a name, without addresses, numbers and pages."""
    found = [_ROLE_LEAD.sub("", match[1]) for match in _BRACKETS.finditer(text)]
    for part in _PARTS.split(_BRACKETS.sub(" ", text)):
        by_comma = [one.strip() for one in part.split(",")]
        split = len(by_comma) > 1 and any(
            _is_detail(one) or JOB.match(one) or not ORGANISATION.search(one) for one in by_comma
        )
        found += by_comma if split else [part]
    cleaned = (" ".join(one.split()).strip(" ,|*_-–•:") for one in found)
    return [one for one in cleaned if 3 <= len(one) <= 90 and not _is_detail(one)]


def _is_detail(piece: str) -> bool:
    digits = sum(character.isdigit() for character in piece)
    return bool(
        EMAIL.search(piece)
        or URL.search(piece)
        or POSTCODE.search(piece)
        or digits > 5
        or re.search(r"\S\.(?:nl|org|com|net|frl|be|eu)\b|[a-z] \d{1,4}[a-z]?$", piece)
        or re.match(r"(?:[TMEWI]|tel|mob|telefoon|mobiel|postbus|bezoekadres|adres)\W", piece, re.I)
    )


def is_person(name: str, sender: Mailbox) -> bool:
    """Whether it is the name of somebody, such as the sender."""
    if ORGANISATION.search(name) or _SHORT_FOR.match(name):
        return False
    words = name.split()
    if _PERSON.match(name):
        return True
    local = _SQUARE.sub("", fold(sender.address.partition("@")[0]))
    if len(words) == 1:
        return fold(name) in local or fold(sender.name).split()[:1] == [fold(name)]
    if any(len(word) > LONGEST_NAME and "-" not in word for word in words):
        return False
    if words[0].lower() in ("de", "het", "the", "'t", "stichting"):
        return False
    surname = _SQUARE.sub("", fold(words[-1]))
    if len(surname) > 3 and surname in local:
        return True
    return 2 <= len(words) <= 5 and all(
        word[:1].isupper() or word.lower() in _SMALL for word in words
    )


def _of_sender(sender: Mailbox, site: str) -> Iterator[Found]:
    """The sender's display name, or the part of it that is no person."""
    name = clean_name(sender.name)
    if not name:
        return
    name = re.sub(r"\s(?:via|namens)\s.{1,60}$", "", name) if " via " in name else name
    parts = _pieces(name) if _PARTS.search(name) or "(" in name or "," in name else [name]
    houses = [one for one in parts if not is_person(one, sender) and not JOB.match(one)]
    as_site = [one for one in (houses or parts) if _is_like(one, site)]
    chosen = (as_site or houses or [name])[0]
    person = not houses and not as_site
    confidence = 0.4 if person else 0.55 + 0.06 * bool(as_site)
    yield Found(
        "organiser",
        _trimmed(chosen),
        0,
        len(name),
        name,
        source=Source.SENDER,
        confidence=confidence,
    )


def _confirmed(one: Found, site: str) -> Found:
    """Surer when the sender's address says it too."""
    if _is_like(str(one.value), site):
        return replace(one, confidence=min(one.confidence + 0.1, 0.84))
    return replace(one, confidence=min(one.confidence, 0.84))


def _named_as_site(text: str, site: str) -> Iterator[Found]:
    """Names anywhere in the text that the sender's address is made of."""
    if not site:
        return
    for number, match in enumerate(re.finditer(NAME, text)):
        if number >= 200:
            return
        if _is_like(match[0], site) and not match[0].islower():
            value = _IN_TOWN.sub("", match[0])
            yield Found("organiser", value, *match.span(), match[0], confidence=0.57)


# Parts of an address that say nothing of who lives there.
_FREE = frozenset(
    re.findall(
        r"\S+",
        """
    gmail hotmail outlook live ziggo kpnmail xs4all planet icloud yahoo proton protonmail
    example mail email www info home hetnet upcmail
    """,
    )
)


def _site(address: str) -> str:
    """The telling part of a domain: "jeugdteamlek" of x@mail.jeugdteamlek.nl."""
    labels = address.lower().rpartition("@")[2].split(".")[:-1]
    telling = [_SQUARE.sub("", label) for label in labels if label not in _FREE]
    return max(telling, key=len, default="")


def _is_like(name: str, site: str) -> bool:
    squashed = _SQUARE.sub("", fold(name).replace("&", "en"))
    if len(site) < 4 or len(squashed) < 4:
        return False
    short = "".join(word for word in re.findall(r"[a-z0-9]+", fold(name)) if word not in _SMALL)
    abbreviated = squashed.replace("samenwerkingsverband", "swv")
    return any(
        one == site
        or (len(site) > 5 and site in one)
        or (len(one) > 5 and one in site and len(one) * 2 > len(site))
        for one in (squashed, short, abbreviated)
    )


def _trimmed(name: str) -> str:
    return re.sub(
        r"^(?:secretariaat|redactie|directie|namens|afdeling communicatie)\s(?:van\s)?",
        "",
        name.strip(),
        flags=re.IGNORECASE,
    )


def _tokens(text: str) -> set[str]:
    words: Iterable[str] = re.findall(r"[a-z0-9]+", fold(text))
    return {
        word
        for word in words
        if word not in ("de", "het", "van", "en", "in", "t", "team", "secretariaat")
    }
