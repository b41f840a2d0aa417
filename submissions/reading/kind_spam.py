"""How much a mail looks like an offer of somebody who wants money or a password."""

import re
from urllib.parse import urlsplit

from mail.message import ReadMessage
from submissions.reading.files import FileAction, ReadFile
from submissions.reading.links import clean_url, is_page

# Each family counts once: one salesman's word is no spam, words of three trades are.
_FAMILIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"eerste pagina|zoekmachine|\bseo\b|backlinks?|do-?follow|hoger in google|"
        r"google[- ]?positie|"
        r"top \d+ (?:binnen|garantie)|ranking|vindbaarheid|meer (?:websitebezoek\w*|bezoekers|"
        r"verkeer|klanten|omzet)|gastblog|gesponsord|advertor\w+|guest post|web ?traffic",
        r"garander\w+|geld terug|guarantee|\bin (?:30|14|7|60|90) dagen\b|resultaat "
        r"gegarandeerd",
        r"\d+ ?% (?:korting|off|rendement)|korting|vroegboek|profiteer|aanbieding|alleen deze "
        r"week|actie geldig|voordeel|gratis (?:scan|analyse|offerte|proef\w*|demo)|vrijblijvend\w*|"
        r"offerte|accountmanager|tarieven|kosteloos (?:rapport|advies)|boek (?:nu|voor)\b|discount",
        r"bitcoin|\bbtc\b|ethereum|crypto|beleg\w*|investe\w+|rendement|lening|krediet|\bloan\b|forex|trading",
        r"begunstigde|beneficiary|erfenis|inheritance|loterij|lottery|gewonnen|winnaar|miljoen "
        r"(?:euro|dollar)|million (?:dollars|euros|usd|pounds)|widow|donate|bank ?details|"
        r"you have been selected|claim (?:your|uw|je)|\bprizes?\b|"
        r"prijs (?:op|ophalen|claimen)|next of kin|compensation fund|western union",
        r"casino|gokk\w*|viagra|cialis|pillen|afvallen|erect\w*|dating|sex\b|singles",
        r"openstaande? (?:factuur|rekening)|overdue|invoice|incasso|betaal(?:t|d)? (?:binnen|"
        r"direct|nu)|pay within|legal action|aanmaning|factuur \d",
        r"geblokkeerd|account (?:verloopt|wordt|is )|verloopt (?:op|over|vandaag|binnen)|"
        r"(?:verifieer|bevestig|controleer|update) (?:uw|je) (?:gegevens|account|identiteit|"
        r"rekening)|uw (?:wachtwoord|mailbox|postvak|domein\w*)|password|suspended|verify your|"
        r"opslag(?:limiet|ruimte)|voorkom (?:afsluiting|blokkering|opschorting)",
        r"uw (?:pakket|zending|bestelling)|bezorgkosten|douanekosten|track ?& ?trace",
        r"webdesign|nieuwe website laten|website laten (?:maken|bouwen)|\bleads\b|leadgeneratie|"
        r"domeinnaam|domeinregistratie|hosting|cold ?call|e-mailmarketing|adressenbestand|"
        r"maildatabase|conversie|appointment setting",
        r"voice(?:bericht|mail)|nieuw faxbericht|gescand document|"
        r"documenten? (?:met u )?gedeeld|uw adres openbaar|adres(?:sen)? openbaar vindbaar",
        r"klik (?:hier|nu|direct|snel)|click here|act now|urgent\w*|binnen 24 uur|within 24 "
        r"hours|laatste (?:kans|waarschuwing|herinnering)|stuur stop|reply stop",
        r"wij (?:zagen|bekeken|bezochten) (?:uw|je) (?:site|website)|uw (?:site|website)|your "
        r"(?:website|site|company)|webmaster|beste eigenaar|geachte relatie|dear (?:sir|"
        r"friend|customer|beneficiary|owner|webmaster)|voor (?:jouw|uw) bedrijf|paypal",
        r"zonnepanelen|warmtepomp|energie(?:contract|leverancier)|kopieer\w*|toner\b|"
        r"teamuit\w+|escaperooms?|boogschieten|koffiemachine|schoonmaakbedrijf|bedrijfskleding|relatiegeschenk\w*|teambuilding|"
        r"bedrijfsuitje|kantoorartikel\w*",
    )
)
_SCAMS = frozenset({3, 4, 5, 8})  # of which one word is enough: money, prizes, pills, parcels
_OUR_WORLD = re.compile(
    r"thuiszit\w*|schoolverzuim|verzuim|leerplicht\w*|passend onderwijs|samenwerkingsverband|"
    r"ouders|leerling\w*|jongeren|jeugd\w*|school\w*|leerkracht\w*|kind(?:eren)?\b|onderwijs",
    re.IGNORECASE,
)
SPAM = 4  # from this score on


def spam_score(message: ReadMessage, text: str, labels: int, files: list[ReadFile]) -> int:
    told = f"{message.subject}\n{message.sender.name}\n{text[:6000]}"
    hits = [number for number, family in enumerate(_FAMILIES) if family.search(told)]
    # Two words of the trade of those who sell links are as good as two families.
    families = len(hits) + (len({one[0].lower() for one in _FAMILIES[0].finditer(told)}) > 2)
    ours = len({match[0].lower() for match in _OUR_WORLD.finditer(told)})
    score = 2 * families if families > 1 else families + 3 * bool(_SCAMS & set(hits))
    score += _by_header(message)
    score += 3 * sum(_is_phish(link.text, link.url) for link in message.links[:50])
    score += 2 * bool(re.search(r"https?://\d{1,3}(?:\.\d{1,3}){3}\b", told))
    if any(one.action is FileAction.QUARANTINE for one in files):
        score += 2
    if families and files and not ours:
        score += 1
    return score + 2 * (families > 1 and not ours) - 2 * min(ours, 3) - 3 * (labels >= 3)


def _by_header(message: ReadMessage) -> int:
    headers = message.headers
    flagged = headers.get("x-spam-flag").upper().startswith("YES")
    score = 5 * (flagged or headers.get("x-spam-status").lower().startswith("yes"))
    score += "undisclosed" in headers.get("to").lower()
    if message.reply_to and _domain(message.reply_to[0].address) != _domain(message.sender.address):
        score += 1
    return score


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
