"""Web addresses: unwrapped, without tracking, and what each is for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from mail.message import Link
from submissions.reading.found import Found
from submissions.reading.masks import EMAIL

_URL = re.compile(
    r"https?://[^\s<>\"'“”‘’\]|]{1,2000}|\bwww\.[^\s<>\"'“”‘’\]|]{1,500}", re.IGNORECASE
)
_BARE = re.compile(
    r"(?<![\w@./%-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:nl|com|org|eu|net|info|frl|nu|be|edu|"
    r"academy|online)\b"
    r"(?!@)(?:/[^\s<>\"'“”‘’\]|]{0,300})?(?![\w@])",
    re.IGNORECASE,
)
_JOIN = (
    "teams.microsoft.com",
    "teams.live.com",
    "zoom.us",
    "meet.google.com",
    "webex.com",
    "whereby.com",
    "gotomeeting.com",
    "meet.jit.si",
    "//meet.",
)
# The room of a meeting at an organisation's own address.
_ROOM = re.compile(
    r"//[\w.-]{0,80}zoom[\w.-]{0,80}/(?:j|w|my)/|/meetup-join/|//meet\.[\w.-]{3,80}/"
)
_NO_PAGE = (
    *_JOIN,
    "/mailman/",
    "groups.google.com",
    "google.com/maps",
    "google.nl/maps",
    "maps.app.goo.gl",
    "goo.gl/maps",
    "maps.google",
    "openstreetmap.org",
    "calendar.google.com",
    "support.google.com",
    "support.microsoft.com",
    "dialin.",
    "outlook.office.com",
    "outlook.live.com",
    "aka.ms",
    "whatsapp.com",
    "wa.me",
    "facebook.com",
    "linkedin.com",
    "twitter.com",
    "//x.com",
    "instagram.com",
    "apple.com",
)
VIDEO_HOSTS = ("youtu.be", "youtube.com", "vimeo.com", "npo.nl", "wetransfer.com", "we.tl")
_REGISTER = re.compile(
    r"aanmeld|\baanm\.|\binschr\.|inschrij[vf]|opgev|opgave|registr|meld (?:je|u|jullie) aan|"
    r"\bmeld je\b|ticket|"
    r"kaarten|\bkaartjes?(?=:|\s\([^()]{1,20}\):|\s(?:via|op|bestel|reserv|haal))|reserve(?:er|ren|ring)|"
    r"deelnemen kan|"
    r"geef (?:je|u) op\b|oanmeld|sign up|register|aan te melden|schrijf (?:je|u) in|"
    r"\bik kom\b|ik doe mee|ik ben erbij|(?:plek|plaats|stoel|kaart\w*) (?:te )?(?:reserv|"
    r"bemachtig|vastleg)\w*|\brsvp\b|"
    r"regel (?:je|u)\b|laat (?:\w+ ){0,3}weten|\bboek (?:je|een|uw)|vult? .{0,30}formulier|"
    r"\bbook (?:your|a)|ge(?:ef|eft|ven) (?:het|dit|dat|(?:je|uw|"
    r"jullie)(?: komst)?)(?: \w+){0,7} door|"
    r"meld(?:t|en)? (?:je|u|jullie) (?:\w+ ){0,3}aan|\bmee(?:doen|spelen|lopen|fietsen|eten|"
    r"praten|wandelen|denken|kijken)\?",
    re.IGNORECASE,
)
_REGISTER_PAGE = (
    r"/(?:meedoen|doe-?mee|reserver|aanmeld|inschrijv|inschrijf|register|registr|opgev|tickets?|kaarten|rsvp)|//forms\.gle/|"
    r"//forms\.office\.com/|docs\.google\.com/forms|eventbrite\.|//(?:www\.)?aanmelder\.nl|"
    r"typeform\.com/|//eventix|yourticketprovider"
)
_INFORM = re.compile(
    r"\binfo|website|\bsite\b|meer (?:weten|lezen|over)|kijk\b|zie\b|lees\b", re.IGNORECASE
)
_DO_JOIN = re.compile(
    r"(?:ja,? )?(?:doe (?:je )?mee|meedoen|ik ga mee|deelnemen|"
    r"doe ook mee)\W*",
    re.IGNORECASE,
)
_SHORT_QUESTION = re.compile(r"(?:^|[.!?\n]\s{0,2})(?P<asked>[^.!?\n]{3,30}\?)\s$")
_NO_SIGN_UP = re.compile(
    r"\bzonder (?:je |u )?(?:aan te melden|aanmeld|inschrij|opgav)|"
    r"(?:aanmeld|inschrijv|opgev|reserver)\w*\s(?:is\s|hoeft\s)?(?:niet|geen)\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"gemaakt met|(?:reacties?|inzending(?:en)?|antwoorden) bekijken|bekijk (?:de |alle |"
    r"deze )?(?:reactie|inzending|antwoord)|powered by|verstuurd (?:met|via)|verzonden (?:met|"
    r"via)|mailing ?list|download|bijlage|flyer|poster|"
    r"afmelden|uitschrijven|unsubscribe|uitloggen|browser|voorkeuren",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[.!?;](?=\s)|\n\s*\n|\n\s{0,3}[-*•]|\n(?=[A-Z])|\n(?=\s{0,4}[\w ]{2,24}\s?(?://|:|=)\s)"
)
TRAILING = ".,;:!?)'\"*_>»"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the words around it; `start` and `end` are where it stands in the text."""

    url: str
    start: int
    end: int
    register: bool
    inform: bool


def clean_url(url: str) -> str:
    """The page that is meant: wrappers of mail scanners undone, tracking removed; or nothing."""
    url = url.strip().rstrip(TRAILING) if not url.endswith("/)") else url[:-1]
    if url.lower().startswith("www."):
        url = f"https://{url}"
    for _ in range(3):
        inner = _unwrapped(url)
        if not inner or inner == url:
            break
        url = inner
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or "." not in host or parts.username:
        return ""
    query = parts.query
    if "utm_" in query or "fbclid" in query or "gclid" in query:
        kept = [
            pair
            for pair in parse_qsl(query, keep_blank_values=True)
            if not pair[0].lower().startswith(("utm_", "fbclid", "gclid", "mc_cid", "mc_eid"))
        ]
        query = urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, query, parts.fragment))[:500]


def _unwrapped(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        asked = parse_qs(parts.query[:4000], max_num_fields=50)
    except ValueError:
        return ""
    if host.endswith("safelinks.protection.outlook.com"):
        return asked.get("url", [""])[0]
    if host.endswith(("google.com", "google.nl")) and parts.path == "/url":
        return asked.get("q", asked.get("url", [""]))[0]
    if host.startswith("urldefense.") and "/v3/__" in parts.path:
        return unquote(url.split("/v3/__", 1)[1].split("__;", 1)[0])
    if host.startswith("urldefense.") and "u" in asked:
        return unquote(asked["u"][0].replace("-", "%").replace("_", "/"))
    return ""


def is_page(url: str) -> bool:
    folded = url.lower()
    return bool(url) and not (any(mark in folded for mark in _NO_PAGE) or _ROOM.search(folded))


def is_join_link(url: str) -> bool:
    return any(mark in url.lower() for mark in _JOIN) or bool(_ROOM.search(url.lower()))


def pages(text: str, links: Sequence[Link] = (), *, downloads: bool = False) -> list[Page]:
    """The pages that the text names, and the links of its HTML that stand on words of it."""
    found = [*_written(text, downloads), *_linked(text, links, downloads)]
    found.sort(key=lambda page: page.start)
    seen: dict[tuple[str, bool], Page] = {}
    for page in found:
        seen.setdefault((page.url.rstrip("/"), page.register), page)
    return list(seen.values())


def _written(text: str, downloads: bool) -> Iterator[Page]:
    taken: list[tuple[int, int]] = []
    mails = [match.span() for match in EMAIL.finditer(text)]
    for pattern in (_URL, _BARE):
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(TRAILING))
            if any(start < end and match.start() < stop for start, stop in (*taken, *mails)[-200:]):
                continue
            taken.append((match.start(), end))
            raw = text[match.start() : end]
            url = clean_url(
                raw if "://" in raw or raw.lower().startswith("www.") else f"https://{raw}"
            )
            yield from _page(text, url, match.start(), end, "", downloads)


def _linked(text: str, links: Sequence[Link], downloads: bool) -> Iterator[Page]:
    position = 0
    for link in links[:200]:
        words = link.text.strip()
        url = clean_url(link.url)
        if len(words) < 3 or not url:
            continue
        at = text.find(words, position)
        if at < 0:
            at = text.find(words)
        if at < 0:
            continue
        position = at + len(words)
        yield from _page(text, url, at, position, words, downloads)


def _page(text: str, url: str, start: int, end: int, words: str, downloads: bool) -> Iterator[Page]:
    if not is_page(url):
        return
    before = text[max(0, start - 160) : start]
    breaks = list(_BREAK.finditer(before))
    clause = before[breaks[-1].end() :] if breaks else before
    asked = _SHORT_QUESTION.search(before[: len(before) - len(clause)] + " ") if breaks else None
    if asked and len(asked["asked"].split()) < 4:  # "Meespelen? Dat kan via …"
        clause = f"{asked['asked']} {clause.lstrip()}"
    behind = _behind(clause, text[end : end + 160])
    told = f"{clause} {words} {behind}"
    if not downloads and (_LEAVE.search(words) or _LEAVE.search(clause[-40:])):
        return
    if _NO_SIGN_UP.search(clause):
        register = False
        yield Page(url, start, end, register, True)
        return
    register = bool(_REGISTER.search(told) or _DO_JOIN.fullmatch(words)) or bool(
        re.search(_REGISTER_PAGE, url, re.IGNORECASE)
    )
    inform = bool(_INFORM.search(f"{clause} {behind}")) or not register
    yield Page(url, start, end, register, inform)


_OPENS = re.compile(r"\s*(?:[^\W\d_]{1,14}\s){0,3}(?:op|via|bij|met|langs)\s", re.IGNORECASE)


def _behind(clause: str, after: str) -> str:
    """ "Via www.… kun je je opgeven": where a sentence opens with the page, what it is for."""
    if len(clause) > 60 or not _OPENS.fullmatch(clause):
        return ""
    stop = _BREAK.search(after)
    return after[: stop.start()] if stop else after


def found_pages(
    text: str, links: Sequence[Link], confidence: float, detail: str = ""
) -> list[Found]:
    """As values of `website` and `registration_url`."""
    found: list[Found] = []
    for page in pages(text, links):
        quote_ = text[page.start : page.end]
        if page.register:
            found.append(
                Found(
                    "registration_url",
                    page.url,
                    page.start,
                    page.end,
                    quote_,
                    confidence=confidence,
                    detail=detail,
                )
            )
        if page.inform and not any(host in page.url for host in VIDEO_HOSTS):
            found.append(
                Found(
                    "website",
                    page.url,
                    page.start,
                    page.end,
                    quote_,
                    confidence=confidence,
                    detail=detail,
                )
            )
    return found


def ascii_url(url: str) -> str:
    """For the column of the database: no spaces or control characters."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")[:500]
