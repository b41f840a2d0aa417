# ruff: noqa: E501 -- mails have the lines that their programs write
"""Submissions with files and in odd charsets."""
# a label is a line:
# fmt: off

from .labels import Mail, act, att
from .mime import base64_lines, file_part, message, multi, text
from .papers import (
    DOCX,
    docx,
    gif_pixel,
    html_form,
    pdf,
    photo,
    png,
    program,
    svg_script,
    winmail,
    zipped_names,
)
from .programs import apple, bare, gmail, headers, outlook, roundcube

PDF, EXE = "application/pdf", "application/x-dosexec"
ANY_PROGRAM = {"also": {"type": [PDF, "application/octet-stream", "application/vnd.microsoft.portable-executable", "application/x-msdownload", "application/x-msdos-program"]}}

FLYER = pdf("Klimmen en klauteren", "dinsdag 1 juni, 14.00 - 16.00 uur")
CLIMB = """Hoi,

Meld ons maar aan: 'Klimmen en klauteren', dinsdag 1 juni 14:00-16:00, klimhal De Overhang, Energieweg 7 te Nijmegen, voor jongeren en hun begeleiders. Flyer bijgevoegd.

Sportpunt Waalstad
sportpunt@waalstad.example.nl
"""

WORD = docx("Programma Dag van de aanwezigheid", "Datum: donderdag 3 juni 2027", "Tijd: 13.15 tot 17.00 uur", "Locatie: De Reehorst, Bennekomseweg 24, 6717 LM Ede", "Doelgroep: schooldirecteuren en bestuurders", "Aanmelden: https://aanwezig.example.nl/dag")
WORD_TEXT = "Beste redactie,\n\nIn de bijlage vindt u ons programma voor de actieweek. Graag opnemen in de agenda.\n\nMet vriendelijke groet,\nVereniging Aanwezig!\n"
PAPER = pdf("Uitnodiging", "", "Wandelcoaching voor gezinnen", "Vrijdag 4 juni 2027, 10.00 - 11.30 uur", "Vertrek: Landgoed Beeckestijn, Rijksweg 136, Velsen-Zuid", "Voor: ouders en hun kind", "Opgeven: lopen@coachcollectief.example.nl")
PAPER_TEXT = "Zie bijlage!\n\nGr. Coachcollectief Kennemerland\n"

LOGO = png("logo")
MESSY = """Beste redactie,

De woordvoerders van morgen: debatmiddag voor leerlingen, dinsdag 1 juni van 12.30 tot 15.00 uur in het provinciehuis in Maastricht (Limburglaan 10). Nog een paar bestanden erbij; ik weet niet of ze allemaal goed zijn.

Debatbureau Zuid
www.debatbureauzuid.example.nl
"""
BUNDLE = zipped_names({"foto.txt": b"geen foto\n", "setup.exe": program()})
CLEAN_ZIP = zipped_names({"poster.txt": b"De tekst van de poster.\n"})

TNEF_PDF = pdf("Praattafel", "woensdag 2 juni 2027")
TNEF = winmail("Praattafel", "Praattafel.pdf", TNEF_PDF)
TABLE_TALK = """Goedemorgen,

Woensdag 2 juni 2027 van 9.15 tot 10.45 uur: Praattafel voor ouders in De Koffiemolen, Grotestraat 120 in Almelo.

Centrum voor Jeugd en Gezin Almelo
cjg@almelovoorbeeld.example.nl
"""

UTF8 = """Beste redactie,

Café ‘De Ontknoping’ – een avond over patiëntvriendelijke zorg voor thuiszitters. Maandag 31 mei, 19.45 uur, Theatercafé Bellevue, Leidsekade 90, Amsterdam. Voor huisartsen, jeugdartsen en hulpverleners. Reünie na afloop…

Coöperatie Één Lijn
"""
SOFT = """Beste redactie,

Op donderdag 3 juni 2027, van 13.00 tot 14.45 uur, houdt onze stichting in het wijkgebouw De Samenloop (Burgemeester van Tienhovenstraat 27, 5171 AB Kaatsheuvel) een oefenmiddag onder de naam Terugbelbingo. Deelnemers: intern begeleiders.

Stichting Lesplaats
"""
UNICODE = """Hallo,

Woensdag 2 juni 2027, 20:00-21:30 uur: online lezing 'Uit de stilte' voor ouders. Aanmelden: https://stilte.example.org/aanmelden

Stichting Uit de Stilte
"""
LATIN = """Beste mensen,

Cliëntenraad Jeugd Zeist nodigt leraren uit voor een discussiediner: ‘Één tafel’. Vrijdag 4 juni 2027, 17.30–20.00 uur, Slot Zeist, Zinzendorflaan 1. Kosten: € 7,50 p.p.
Aanmelden per e-mail: clientenraad@jeugdzeist.example.nl

Cliëntenraad Jeugd Zeist
"""
NO_HTML = "Deze e-mail bevat HTML. Uw programma ondersteunt geen HTML-berichten.\n"
BRIGHT = """<!DOCTYPE html><html><head><style>.h{color:red}</style><title>Nieuwsflits</title></head><body>
<div style="display:none">Voorvertoning: 5 juni 2026</div>
<p>Dag redactie,</p>
<p>Wat: <b>Schaken met de wethouder</b><br>Wanneer: <b>woensdag 2&nbsp;juni 2027</b>, van <b>15</b> tot <b>17 uur</b><br>
Waar: <b>Buurthuis De Toren</b>, Torenlaan&nbsp;15, 1402&nbsp;AT Bussum</p>
<p>Iedereen mag aanschuiven. <a href="https://detoren.example.nl/schaken">Aanmelden</a></p>
<p>Welzijn Gooi &#8211; <a href="https://www.welzijngooi.example.nl">welzijngooi.example.nl</a></p>
<img src="cid:logo@toren"><img src="https://stat.example.com/p.gif?d=2027-06-05" width="1" height="1"></body></html>
"""
PIXEL = gif_pixel()
DISCLAIMER = """Beste redactie,

Wij willen de volgende activiteit onder uw aandacht brengen: "De kracht van klein", een kennisuur voor gemeenteambtenaren en orthopedagogen, op maandag 31 mei 2027 van 11.00 tot 12.00 uur. Het kennisuur is uitsluitend digitaal te volgen; na inschrijving via https://kennisuur.example.nl/klein ontvangt u de deelnamelink.

Met vriendelijke groet,

Lucas Hengst
Senior adviseur

Adviesgroep Kleinschalig
Keizersgracht 1000, 1017 AA Amsterdam
Postbus 531, 1000 AM Amsterdam
M 06 - 31 05 20 27
E l.hengst@adviesgroepkleinschalig.example.nl
W adviesgroepkleinschalig.example.nl
Kantoordagen: maandag tot en met donderdag 9.00 - 17.00 uur

Kom ook naar ons jubileumcongres op 24 september 2027 in Rotterdam! Lees meer: https://jubileum.example.com

DISCLAIMER: De inhoud van dit bericht is alleen bestemd voor de geadresseerde. Aan dit bericht kunnen geen rechten worden ontleend. Onze algemene voorwaarden van 1 juni 2019 zijn van toepassing.
"""
PHOTO = photo("hut", gps=False)

MAILS = [
    Mail("flyer-is-een-programma", gmail("Sportpunt Waalstad <sportpunt@waalstad.example.nl>", "klimmen", "2027-05-06 12:00", CLIMB, file_part("flyer.pdf", PDF, FLYER), file_part("poster.pdf", PDF, program())), "submission",
         activities=(act("Klimmen en klauteren", "2027-06-01 14:00-16:00", "klimhal De Overhang | Energieweg 7, Nijmegen | Nijmegen", "jongeren professionals", "Sportpunt Waalstad", mail="sportpunt@waalstad.example.nl", ignore="audience"),),
         attachments=(att("flyer.pdf", PDF, FLYER), att("poster.pdf", EXE, program(), "quarantine", **ANY_PROGRAM)), tests="a program that calls itself a PDF, beside a real flyer"),
    Mail("alles-in-word", outlook("Vereniging Aanwezig! <bestuur@aanwezig.example.nl>", "Programma actieweek", "2027-04-15 10:00", WORD_TEXT, file_part("Programma.docx", DOCX, WORD)), "submission",
         activities=(act("Dag van de aanwezigheid", "2027-06-03 13:15-17:00", "De Reehorst | Bennekomseweg 24, 6717 LM Ede | Ede", "onderwijs bestuurders", "Vereniging Aanwezig!", reg="https://aanwezig.example.nl/dag", or_title=["Programma Dag van de aanwezigheid"]),),
         attachments=(att("Programma.docx", DOCX, WORD),), tests="the facts are in the document alone"),
    Mail("alles-in-pdf", bare("Coachcollectief Kennemerland <info@coachcollectief.example.nl>", "Uitnodiging 4 juni", "2027-05-19 18:00", "", part=multi("mixed", text(PAPER_TEXT), file_part("uitnodiging.pdf", "application/octet-stream", PAPER), boundary="=_coach")), "submission",
         activities=(act("Wandelcoaching voor gezinnen", "2027-06-04 10:00-11:30", "Landgoed Beeckestijn | Rijksweg 136, Velsen-Zuid | Velsen", "ouders jongeren", "Coachcollectief Kennemerland", mail="lopen@coachcollectief.example.nl", or_title=["Wandelcoaching"]),),
         attachments=(att("uitnodiging.pdf", PDF, PAPER),), tests="the facts are in a compressed PDF declared octet-stream; Velsen-Zuid"),
    Mail("bonte-verzameling", apple("Debatbureau Zuid <info@debatbureauzuid.example.nl>", "debatmiddag + bestanden", "2027-05-13 14:14", MESSY, file_part("poster.svg", "image/svg+xml", svg_script()), file_part("uitnodiging.pdf.scr", "application/octet-stream", program()), file_part("bestanden.zip", "application/zip", BUNDLE), file_part("tekst.zip", "application/zip", CLEAN_ZIP), file_part("formulier.htm", "text/html", html_form()), file_part("hutten.jpg", "image/jpeg", PHOTO)), "submission",
         activities=(act("De woordvoerders van morgen", "2027-06-01 12:30-15:00", "provinciehuis | Limburglaan 10, Maastricht | Maastricht", "jongeren", "Debatbureau Zuid", web="https://www.debatbureauzuid.example.nl", or_title=["debatmiddag", "De woordvoerders van morgen: debatmiddag", "De woordvoerders van morgen: debatmiddag voor leerlingen", "debatmiddag voor leerlingen"], or_venue=["provinciehuis in Maastricht"]),),
         attachments=(att("poster.svg", "image/svg+xml", svg_script(), "quarantine"), att("uitnodiging.pdf.scr", EXE, program(), "quarantine", **ANY_PROGRAM), att("bestanden.zip", "application/zip", BUNDLE, "quarantine"), att("tekst.zip", "application/zip", CLEAN_ZIP), att("formulier.htm", "text/html", html_form(), "quarantine"), att("hutten.jpg", "image/jpeg", PHOTO, "strip-metadata")),
         tests="SVG with a script, double extension, zip with and without a program, HTML form, photo with a serial number"),
    Mail("winmail-praattafel", outlook("CJG Almelo <cjg@almelovoorbeeld.example.nl>", "Praattafel", "2027-05-04 09:00", TABLE_TALK, file_part("winmail.dat", "application/ms-tnef", TNEF)), "submission",
         activities=(act("Praattafel", "2027-06-02 09:15-10:45", "De Koffiemolen | Grotestraat 120, Almelo | Almelo", "ouders", "Centrum voor Jeugd en Gezin Almelo", mail="cjg@almelovoorbeeld.example.nl", or_organiser=["Centrum voor Jeugd en Gezin", "CJG Almelo"], or_title=["Praattafel voor ouders"]),),
         attachments=(att("winmail.dat", "application/ms-tnef", TNEF), att("Praattafel.pdf", PDF, TNEF_PDF, optional=True, inside="winmail.dat")), tests="TNEF with a PDF"),
    Mail("utf8-niet-gezegd", message(headers("=?UTF-8?Q?Co=C3=B6peratie_=C3=89=C3=A9n_Lijn?= <info@eenlijn.example.nl>", "cafe", "2027-05-02 20:20", "onverklaard")[:-1], b"\n" + UTF8.encode()), "submission",
         activities=(act("Café ‘De Ontknoping’", "2027-05-31 19:45", "Theatercafé Bellevue | Leidsekade 90, Amsterdam | Amsterdam", "jgz jeugdhulp professionals", "Coöperatie Één Lijn", ignore="audience", or_title=["De Ontknoping"]),),
         tests="no MIME headers at all; the bytes are UTF-8; no end, 'reünie na afloop'", note="General practitioners are in no class of the vocabulary."),
    Mail("zachte-regeleinden", message(headers("Stichting Lesplaats <post@lesplaats.example.nl>", "Terugbelbingo", "2027-04-29 13:45", "zacht"), b"Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\n" + b"\n".join(b"=\n".join(line[at : at + 23] for at in range(0, len(line), 23)) for line in SOFT.encode().split(b"\n"))), "submission",
         activities=(act("Terugbelbingo", "2027-06-03 13:00-14:45", "wijkgebouw De Samenloop | Burgemeester van Tienhovenstraat 27, 5171 AB Kaatsheuvel | Loon op Zand", "onderwijs", "Stichting Lesplaats"),),
         tests="soft line breaks in the middle of words, dates and times; Kaatsheuvel lies in Loon op Zand"),
    Mail("utf16", message(headers("Stichting Uit de Stilte <info@stilte.example.org>", "lezing", "2027-05-05 05:05", "utf16"), b"Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n" + base64_lines(b"\xff\xfe" + UNICODE.encode("utf-16-le"))), "submission",
         activities=(act("Uit de stilte", "2027-06-02 20:00-21:30", "online", "ouders", "Stichting Uit de Stilte", reg="https://stilte.example.org/aanmelden", or_title=["online lezing Uit de stilte", "lezing Uit de stilte"]),),
         tests="UTF-16"),
    Mail("windows-als-latijn", bare("Cliëntenraad Jeugd Zeist <clientenraad@jeugdzeist.example.nl>", "Één tafel – diner", "2027-05-03 16:16", "", part=text(LATIN, charset="windows-1252", declared="iso-8859-1", encoding="8bit"), charset="windows-1252"), "submission",
         activities=(act("Één tafel", "2027-06-04 17:30-20:00", "Slot Zeist | Zinzendorflaan 1, Zeist | Zeist", "onderwijs", "Cliëntenraad Jeugd Zeist", mail="clientenraad@jeugdzeist.example.nl", or_title=["discussiediner: Één tafel", "Één tafel – diner", "discussiediner"]),),
         tests="windows-1252 that calls itself iso-8859-1, eight bits, encoded words in windows-1252; an amount that reads as a time"),
    Mail("geen-html-ondersteuning", bare("Welzijn Gooi <contact@welzijngooi.example.nl>", "Schaken met de wethouder", "2027-05-12 17:05", "", part=multi("related", multi("alternative", text(NO_HTML, encoding="7bit"), text(BRIGHT, "html", "iso-8859-15"), boundary="alt-toren"), file_part("logo.gif", "image/gif", PIXEL, disposition="inline", extra="Content-ID: <logo@toren>\n"), boundary="rel-toren")), "submission",
         activities=(act("Schaken met de wethouder", "2027-06-02 15:00-17:00", "Buurthuis De Toren | Torenlaan 15, 1402 AT Bussum | Gooise Meren", "iedereen", "Welzijn Gooi", web="https://www.welzijngooi.example.nl", reg="https://detoren.example.nl/schaken"),),
         attachments=(att("logo.gif", "image/gif", PIXEL, inline=True, optional=True),), tests="plain part says nothing; hidden preview with another date; 'van 15 tot 17 uur' over bold words; a wethouder in the title; Bussum lies in Gooise Meren"),
    Mail("kennisuur-met-voettekst", outlook("Lucas Hengst <l.hengst@adviesgroepkleinschalig.example.nl>", "Aanmelding kennisuur", "2027-05-06 11:30", DISCLAIMER, file_part("image001.png", "image/png", LOGO, disposition="inline", extra="Content-ID: <image001.png@01DB.VOORBEELD>\n")), "submission",
         activities=(act("De kracht van klein", "2027-05-31 11:00-12:00", "online", "gemeenten", "Adviesgroep Kleinschalig", web="https://adviesgroepkleinschalig.example.nl", reg="https://kennisuur.example.nl/klein", mail="l.hengst@adviesgroepkleinschalig.example.nl", or_audience=["onderwijs", "jeugdhulp", "professionals"], or_title=["kennisuur De kracht van klein"]),),
         attachments=(att("image001.png", "image/png", LOGO, inline=True, optional=True),), tests="online; the signature has an address, a congress, office days; a disclaimer with a date of the week in another year"),
    Mail("naam-in-stukken", roundcube("Speelotheek De Knikker <knikker@example.nl>", "speelochtend", "2027-05-15 10:15", "Hoi,\n\nwoensdag 2 juni van 9 tot half 12 speelochtend voor kinderen bij Speelotheek De Knikker, Nieuwstraat 3, Tiel. Poster zit erbij.\n\nGroetjes van de vrijwilligers\n", file_part("Poster speelochtend twee juni definitief.png", "image/png", LOGO, style="continued"), file_part("Régels & tips.pdf", "application/octet-stream", FLYER, style="words")), "submission",
         activities=(act("speelochtend", "2027-06-02 09:00-11:30", "Speelotheek De Knikker | Nieuwstraat 3, Tiel | Tiel", "jongeren", "Speelotheek De Knikker", or_title=["speelochtend voor kinderen"]),),
         attachments=(att("Poster speelochtend twee juni definitief.png", "image/png", LOGO), att("Régels & tips.pdf", PDF, FLYER)), tests="file names in continuations and in encoded words; 'van 9 tot half 12'"),
]
