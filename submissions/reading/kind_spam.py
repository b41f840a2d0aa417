"""How much a mail looks like an offer of somebody who wants money or a password."""

import re
from urllib.parse import urlsplit

from mail.message import ReadMessage
from submissions.reading.files import FileAction, ReadFile
from submissions.reading.links import clean_url, is_page

# Each family counts once. What only those say who sell to sites and offices: one is much.
_TRADES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"eerste pagina|zoekmachine|\bseo\b|backlinks?|do-?follow|hoger in google|"
        r"google[- ]?positie|link ?building|high[- ]da\b|permanent\w* links?|linkruil|"
        r"top \d+ (?:binnen|garantie)|ranking|vindbaarheid|meer (?:websitebezoek\w*|bezoekers|"
        r"verkeer|klanten|omzet)|gastblog|gesponsord|advertor\w+|guest post|web ?traffic|"
        r"(?:euro|eur|usd|€|\$) ?(?:\d+ )?per (?:plaatsing|link|blog)",
        r"bitcoin|\bbtc\b|ethereum|crypto|beleg(?:gen|ging\w*|gers?)\b|investe\w+|rendement|lening|krediet|\bloan\b|forex|trading",
        r"begunstigde|beneficiary|erfenis|inheritance|loterij|lottery|gewonnen|winnaar|miljoen "
        r"(?:euro|dollar)|million (?:dollars|euros|usd|pounds)|widow|donate|bank ?details|"
        r"you have been selected|claim (?:your|uw|je)|\bprizes?\b|mutual benefit|"
        r"prijs (?:op|ophalen|claimen)|next of kin|compensation fund|western union",
        r"casino|gokk\w*|viagra|cialis|pillen|afvallen|erect\w*|dating|sex\b|singles",
        r"uw (?:pakket|zending|bestelling)|bezorgkosten|douanekosten|track ?& ?trace|"
        r"nieuwe? (?:voice|fax)(?:bericht|mail)",
        r"geblokkeerd|account (?:verloopt|wordt|is )|verloopt (?:op|over|vandaag|binnen)|"
        r"(?:verifieer|bevestig|controleer|update) (?:\w+ ){0,4}(?:uw|je) (?:\w+ ){0,2}(?:gegevens|"
        r"account|identiteit|rekening)|uw (?:wachtwoord|mailbox|postvak|domein\w*)|password|"
        r"suspended|verify your|(?:e-?mail)?opslag(?:limiet|ruimte)?\b.{0,20}\d ?%|"
        r"opslag(?:limiet|ruimte)|betaalgegevens|betaling .{0,40}(?:niet|mislukt|geweigerd)|"
        r"voorkom (?:afsluiting|blokkering|opschorting)|onderbreking van uw|mailbox quota",
        r"web ?design|nieuwe website laten|website laten (?:maken|bouwen)|\bleads\b|leadgeneratie|"
        r"domeinnaam|domeinregistratie|hosting|cold ?call|e-?mailmarketing|adressenbestand|"
        r"maildatabase|conversie|appointment setting|web develop\w+|redesign|wordpress|"
        r"app develop\w+|-(?:advertenties|ads)\b|\b(?:meta|google|facebook|linkedin) ads\b|"
        r"databestand|mailinglijsten",
        r"voice(?:bericht|mail)|gescand document|"
        r"documenten? (?:met u )?gedeeld|uw adres openbaar|adres(?:sen)? openbaar vindbaar",
        r"call for papers|distinguished (?:speaker|guest)|esteemed|(?:your|submit\w*|accepted) "
        r"(?:abstract|manuscript|paper)s?|open access journal|\bscopus\b|keynote speaker at",
        r"zonnepanelen|warmtepomp|energie(?:contract|leverancier)|kopieer\w*|toner\b|"
        r"teamuit\w+|escaperooms?|boogschieten|koffiemachine|schoonmaakbedrijf|bedrijfskleding|"
        r"relatiegeschenk\w*|goodies|powerbanks?|met uw logo|teambuilding|bedrijfsuitje|"
        r"kantoorartikel\w*|keycords|beachflags|"
        r"(?:bedrukte?|bedrukken) (?:\w+ ){0,2}(?:t-shirts|tassen|pennen|mokken|artikelen)|"
        r"promotie(?:artikel|materia)\w*|drukwerk|spandoek\w*|(?:bedrijven|telefoon)gids",
    )
)
# How a seller talks, whatever it is; who announces something may use one of these too.
_TALK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"garander\w+|geld terug|guarantee|\bin (?:30|14|7|60|90) dagen\b|resultaat "
        r"gegarandeerd",
        r"\d+ ?% (?:korting|off|rendement)|korting|vroegboek|early bird|profiteer|aanbieding|"
        r"alleen deze week|actie geldig|voordeel|gratis (?:scan|analyse|offerte|proef\w*|demo|"
        r"verzending)|vrijblijvend\w*|offerte|accountmanager|tarieven|kosteloos (?:rapport|"
        r"advies)|boek (?:nu|voor)\b|discount|send you a quote|affordable|onze prijslijst|"
        r"excl\.? btw|gratis (?:bezorg|verzend)\w*|\bbestel (?:nu|v[oó][oó]r|vandaag)|per maand\b|"
        r"ondertekend retour\w*|\b(?:nu|slechts) (?:voor )?€ ?\d|"
        r"normaal (?:€|eur)? ?\d[^.!?]{0,30}\bnu\b|price per|registration fee|fee applies",
        r"openstaande? (?:factuur|rekening)|overdue|invoice|incasso|betaal(?:t|d)? (?:binnen|"
        r"direct|nu)|pay within|legal action|aanmaning|factuur \d",
        r"klik (?:hier|nu|direct|snel)|click here|act now|urgent\w*|(?:binnen|within) (?:24|48|72) "
        r"(?:uur|hours)|laatste (?:kans|waarschuwing|herinnering)|stuur stop|reply stop|"
        r"only \d+ (?:slots|places|seats)|geen interesse\?|not interested,? reply",
        r"wij (?:zagen|bekeken|bezochten) (?:uw|je) (?:site|website)|uw (?:site|website)|your "
        r"(?:website|site|company|content)|webmaster|beste eigenaar|geachte relatie|dear (?:sir|"
        r"friend|customer|beneficiary|owner|webmaster|user|colleague)|beste gebruiker|"
        r"voor (?:jouw|uw) bedrijf|paypal|(?:came across|found) your|kwam (?:ik )?(?:\w+ )?(?:op )?"
        r"(?:jullie|uw|je) (?:\w+ )?(?:site|website)",
        r"(?:wij|we) helpen (?:\w+ ){1,4}aan\b|bespaar(?:t|en)? (?:u|je|jullie|wij)\b|"
        r"(?:plan|boek|vraag) (?:\w+ ){0,4}(?:demo|kennismaking)|kwartier(?:tje)? (?:\w+ ){0,3}"
        r"(?:te )?bellen|we (?:offer|are a|can) .{0,60}(?:company|services|site|price|links|posts)|"
        r"interest(?:ed)? in a (?:collaboration|call|quote)|\binteresse\? |portfolio|"
        r"reaching out|\d+[- ]minute call|quick call|we help .{0,40}(?:double|grow|increase|more)|"
        r"may i send|wij beschikken over|samenwerkingsvoorstel|our clients?\b|namens een klant",
    )
)
_SCAMS = frozenset({1, 2, 3, 4})  # trades of which one word is enough: money, prizes, pills
_OUR_WORLD = re.compile(
    r"thuiszit\w*|schoolverzuim|verzuim|leerplicht\w*|passend onderwijs|samenwerkingsverband|"
    r"ouders|leerling\w*|jongeren|jeugd\w*|school\w*|leerkracht\w*|kind(?:eren)?\b|onderwijs",
    re.IGNORECASE,
)
SPAM = 4  # from this score on


def spam_score(
    message: ReadMessage, text: str, labels: int, files: list[ReadFile], *, announces: bool = False
) -> int:
    """`announces`: a day with an hour is told, as no salesman does for what he sells."""
    told = f"{message.subject}\n{message.sender.name}\n{text[:6000]}"
    trades = [number for number, family in enumerate(_TRADES) if family.search(told)]
    talk = sum(bool(family.search(told)) for family in _TALK)
    # Several words of one trade are as good as two families; of that in links two will do.
    jargon = sum(
        len({one[0].lower() for one in _TRADES[n].finditer(told)}) > (2 if n else 1) for n in trades
    )
    ours = len({match[0].lower() for match in _OUR_WORLD.finditer(told)})
    families = len(trades) + talk + jargon
    score = 2 * families if families > 1 else families + 3 * bool(_SCAMS & set(trades))
    score += _by_header(message)
    score += 3 * sum(_is_phish(link.text, link.url) for link in message.links[:50])
    score += 2 * bool(re.search(r"https?://\d{1,3}(?:\.\d{1,3}){3}\b", told))
    if any(one.action is FileAction.QUARANTINE for one in files):
        score += 2
    if families and files and not ours:
        score += 1
    # Who sells has read what we are about, and says so in a sentence.
    sells = bool(trades) and talk + jargon > 0 and not announces
    score -= min(ours, 3) if sells else 2 * min(ours, 3)
    return score + 2 * (families > 1 and not ours) - 3 * (labels >= 3)


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
