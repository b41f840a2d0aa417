# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Facts one by one: behind labels, under headings, in a form, in a single line."""

from urllib.parse import quote

from tests.opened.labels import Mail, act, att
from tests.opened.mime import file_part, noise, text
from tests.opened.papers import png
from tests.opened.programs import bare, gmail, msonormal, outlook, roundcube

from .papers import pdf

PDF = "application/pdf"
FLYER = pdf("Verzuim is een vraag", "studiemiddag", "donderdag 6 juni 2019, 13.15 - 16.45 uur", "Podium De Zandkreek, Goes")
LOGO = png("scheldeland")
QUESTION = """Geachte redactie,

Graag ziet ons samenwerkingsverband de onderstaande bijeenkomst terug in de agenda van de Landelijke Actieweek Thuiszitters.

Naam bijeenkomst     : Verzuim is een vraag
Soort                : studiemiddag
Datum                : donderdag 6 juni 2019
Aanvang / einde      : 13.15 / 16.45 uur (zaal open vanaf 12.45 uur, na afloop een drankje tot 17.30 uur)
Waar                 : Podium De Zandkreek, Westwal 28, 4461 CM Goes
Bestemd voor         : zorgcoördinatoren, jeugdverpleegkundigen en schoolbesturen in de Bevelanden
Opgave               : vóór 24 mei via www.swvscheldeland.example.nl/studiemiddag
Vragen               : mw. E. Dingemanse, 085 000 00 11, e.dingemanse@swvscheldeland.example.nl

De flyer is bijgevoegd; u mag deze vrij gebruiken.

Met vriendelijke groet,

Els Dingemanse
Managementondersteuner (aanwezig ma, di en do 8.30 - 14.30 uur)
Samenwerkingsverband Scheldeland
www.swvscheldeland.example.nl
"""
ELS = "Els Dingemanse <e.dingemanse@swvscheldeland.example.nl>"
QUESTION_FILES = (
    file_part("Flyer Verzuim is een vraag.pdf", PDF, FLYER, style="words"),
    file_part("image001.png", "image/png", LOGO, disposition="inline", extra="Content-ID: <image001.png@01D50590.SCHELDE>\n"),
)
QUESTION_ATTACHMENTS = (att("Flyer Verzuim is een vraag.pdf", PDF, FLYER), att("image001.png", "image/png", LOGO, inline=True, optional=True))

SLASHES = """hee redactie!

wij doen voor het eerst mee, spannend. hier komt ie:

wat // open repetitie ‘Valse noten welkom’
wie // kids van 10 t/m 16 die (even) niet naar school gaan
wanneer // wo 02-06-27
hoe laat // 14u tot 15u30
waar // muziekschool De Stemvork, Stationsweg 21, Joure
kosten // nul euro, komen zonder aanmelden mag
meer lezen // destemvork.example.nl/valsenoten
vragen // mirte@destemvork.example.nl

toet toet,
Mirte van muziekschool De Stemvork
"""
MIRTE = "Mirte | De Stemvork <mirte@destemvork.example.nl>"

ANSWERS = [
    ("Titel van de activiteit", "Verzuimcafé Waddenkust"),
    ("Organisatie", "RMC Waddenkust"),
    ("Datum (jjjj-mm-dd)", "2027-06-03"),
    ("Begintijd", "09:30"),
    ("Eindtijd", "11:00"),
    ("De activiteit is", "&#9745; op locatie &nbsp; &#9744; online &nbsp; &#9744; beide"),
    ("Naam van de locatie", "Dorpshuis De Klipper"),
    ("Straat en huisnummer", "Havenweg 16"),
    ("Postcode", "9981 JT"),
    ("Plaats", "Uithuizen"),
    ("Doelgroep", "&#9744; Ouders &nbsp; &#9745; Leerplicht en RMC &nbsp; &#9744; Leerkrachten &nbsp; &#9745; Jeugdhulp &nbsp; &#9745; Jeugdgezondheidszorg"),
    ("Aanmeldpagina", "https://rmcwaddenkust.example.nl/verzuimcafe?utm_source=formulier&amp;utm_medium=actieweek"),
    ("Website", "<i>niet ingevuld</i>"),
    ("E-mailadres voor bezoekers", "verzuimcafe@rmcwaddenkust.example.nl"),
    ("Akkoord met de voorwaarden", "Ja"),
    ("Ingezonden op", "12 mei 2027, 20:44:09"),
]
FORM = "<html><body style='font-family:Verdana'><h3>Nieuwe reactie op: Doe mee aan de Actieweek</h3><table cellpadding='6'>\n" + "".join(
    f"<tr bgcolor='{'#eef3f6' if at % 2 else '#ffffff'}'><td width='220'><b>{name}</b></td><td>{value}</td></tr>\n" for at, (name, value) in enumerate(ANSWERS)
) + "</table><p style='font-size:11px;color:#999'>Gemaakt met <a href='https://invulformulier.example.com'>Invulformulier</a>. <a href='https://invulformulier.example.com/reacties/55017'>Alle reacties bekijken</a></p></body></html>\n"

ONE_LINE = """Dag,

Voor de lijst:

Hoofdstuk nul, leeskring voor ouders en leerkrachten | di 5 juni 2018 | 19.00-20.45 u | Bibliotheek De Inktpot, Markt 14, Hulst | gratis | aanmelden: https://deinktpot.example.nl/leeskring

Hartelijk dank alvast!
Bibliotheek De Inktpot
(open di t/m za van 10.00 tot 17.00 uur, do tot 20.00 uur)
"""


def safe(url: str, seed: str) -> str:
    """A link as Exchange wraps it."""
    data = noise(seed, 60).replace("/", "a").replace("+", "b")
    return f"https://eur05.safelinks.protection.outlook.com/?url={quote(url, safe='')}&data=05%7C02%7Cactieweek%40example.org%7C{data}%7C0%7C0%7C639140000000000000%7CUnknown&sdata={data[:40]}%3D&reserved=0"


BELL = """Hallo redactie,

Wij doen weer mee! Hieronder wat u nodig heeft.

Titel
Wie belt er aan?

Dag en tijd
Maandag 31 mei 2027 | 10:00h - 12:30h

Plek
Cultuurfabriek De Spoel, zaal Weefgetouw
Willem de Clercqstraat 40
7442 GZ Nijverdal
of gewoon vanaf uw eigen plek, via de livestream

Doelgroep
Leerplichtambtenaren en wijkteams

Aanmelden
Dat kan hier[1] tot en met woensdag 26 mei.

Wie zijn wij?
Netwerk Aanbellen, een samenwerking van vijf gemeenten in Twente.
www.netwerkaanbellen.example.nl[2] / vraag@netwerkaanbellen.example.nl

Wegens verhuizing is ons kantoor op 3 en 4 juni gesloten. Dit bericht is alleen bestemd voor de geadresseerde; is dat een ander dan u, wilt u het dan verwijderen?
"""
BELL_LINKS = {"[1]": safe("https://netwerkaanbellen.example.nl/wie-belt-er-aan", "bel1"), "[2]": safe("https://www.netwerkaanbellen.example.nl/", "bel2")}
BELL_PLAIN, BELL_PAGE = BELL, msonormal(BELL)
for mark, link in BELL_LINKS.items():
    BELL_PLAIN = BELL_PLAIN.replace(mark, f"<{link}>")
BELL_PAGE = BELL_PAGE.replace("hier[1]", f'<a href="{BELL_LINKS["[1]"].replace("&", "&amp;")}">hier</a>')
BELL_PAGE = BELL_PAGE.replace("www.netwerkaanbellen.example.nl[2]", f'<a href="{BELL_LINKS["[2]"].replace("&", "&amp;")}">www.netwerkaanbellen.example.nl</a>')
HEAVY = "".join(f"\n\t{noise(f'zwaar{n}', 74)}" for n in range(480))
HEAVY = f"X-Microsoft-Antispam-Message-Info:{HEAVY}\nX-MS-Exchange-AntiSpam-MessageData-0: {noise('brok', 16000)}\nMIME-Version: 1.0".encode()

MAILS = [
    Mail("studiemiddag-met-drankje", outlook(ELS, "Aanmelding agenda Actieweek", "2019-05-08 09:20", QUESTION, *QUESTION_FILES), "submission", 2019,
         activities=(act("Verzuim is een vraag", "2019-06-06 13:15-16:45", "Podium De Zandkreek | Westwal 28, 4461 CM Goes | Goes", "onderwijs jgz bestuurders", "Samenwerkingsverband Scheldeland", web="https://www.swvscheldeland.example.nl", reg="https://www.swvscheldeland.example.nl/studiemiddag", mail="e.dingemanse@swvscheldeland.example.nl", or_title=["studiemiddag Verzuim is een vraag"]),),
         attachments=QUESTION_ATTACHMENTS, tests="labels padded with blanks; start and end in one line behind a bar; doors open, drinks, closing date, office hours; site in the signature; signature picture"),
    Mail("schuine-strepen", gmail(MIRTE, "jippie actieweek 🎺", "2027-05-11 16:02", SLASHES), "submission",
         activities=(act("open repetitie ‘Valse noten welkom’", "2027-06-02 14:00-15:30", "muziekschool De Stemvork | Stationsweg 21, Joure | De Fryske Marren", "jongeren", "muziekschool De Stemvork", web="https://destemvork.example.nl/valsenoten", mail="mirte@destemvork.example.nl", or_title=["Valse noten welkom"]),),
         tests="labels of one word with slashes, no capitals; '02-06-27'; '14u tot 15u30'; ages; Joure lies in De Fryske Marren"),
    Mail("formulier-met-vinkjes", bare("Invulformulier <noreply@invulformulier.example.com>", "Nieuwe reactie op: Doe mee aan de Actieweek", "2027-05-12 20:44", "", "X-Mailer: Invulformulier 4", "Reply-To: verzuimcafe@rmcwaddenkust.example.nl", part=text(FORM, "html")), "submission",
         activities=(act("Verzuimcafé Waddenkust", "2027-06-03 09:30-11:00", "Dorpshuis De Klipper | Havenweg 16, 9981 JT Uithuizen | Het Hogeland", "gemeenten jeugdhulp jgz", "RMC Waddenkust", reg="https://rmcwaddenkust.example.nl/verzuimcafe", mail="verzuimcafe@rmcwaddenkust.example.nl", or_title=["Verzuimcafé"]),),
         tests="a form as a table of HTML; ticked and empty boxes for the audience and for online; 'niet ingevuld'; utm; time of sending and links of the form itself; Uithuizen lies in Het Hogeland"),
    Mail("alles-op-een-regel", roundcube("Bibliotheek De Inktpot <info@deinktpot.example.nl>", "voor de agenda van juni", "2018-05-17 11:48", ONE_LINE), "submission", 2018,
         activities=(act("Hoofdstuk nul", "2018-06-05 19:00-20:45", "Bibliotheek De Inktpot | Markt 14, Hulst | Hulst", "ouders onderwijs", "Bibliotheek De Inktpot", reg="https://deinktpot.example.nl/leeskring", or_title=["Hoofdstuk nul, leeskring voor ouders en leerkrachten", "leeskring Hoofdstuk nul", "Hoofdstuk nul, leeskring"]),),
         tests="one line with bars, broken for good by the webmail; opening hours in the signature; no contact beyond the sender"),
    Mail("koppen-met-regels-eronder", outlook("Netwerk Aanbellen <vraag@netwerkaanbellen.example.nl>", "Wij doen mee", "2027-04-26 13:37", BELL_PLAIN, html=BELL_PAGE, charset="utf-8").replace(b"MIME-Version: 1.0", HEAVY, 1), "submission",
         activities=(act("Wie belt er aan?", "2027-05-31 10:00-12:30", "Cultuurfabriek De Spoel, zaal Weefgetouw | Willem de Clercqstraat 40, 7442 GZ Nijverdal | Hellendoorn", "gemeenten jeugdhulp", "Netwerk Aanbellen", online=True, web="https://www.netwerkaanbellen.example.nl/", reg="https://netwerkaanbellen.example.nl/wie-belt-er-aan", mail="vraag@netwerkaanbellen.example.nl", or_venue=["Cultuurfabriek De Spoel", "zaal Weefgetouw"]),),
         tests="headings with the facts on the lines below; wrapped links, one of them behind 'hier'; hybrid; 50 KB of headers with one line of 16,000 characters; dates when the office is closed; Nijverdal lies in Hellendoorn"),
]
