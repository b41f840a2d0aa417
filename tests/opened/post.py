# ruff: noqa: E501 -- mails have the lines that their programs write
"""Everything that is no activity: material, questions, spam, robots, and what nobody can read."""
# a label is a line:
# fmt: off

from .labels import Mail, att
from .mime import base64_lines, file_part, message, multi, noise, text
from .papers import DOCX, docx, html_form, pdf, photo, program, zipped_names
from .programs import (
    android,
    apple,
    bare,
    gmail,
    headers,
    outlook,
    outlook_web,
    phone,
    roundcube,
    thunderbird,
)

LUNCH, GROUP, PLAIN = photo("lunch"), photo("groep", orientation=6), photo("zonder", exif=False)
GUIDE = pdf("Handreiking Eerste gesprek", "", "Vijf vragen voor leerkrachten", "Uitgave: Steunpunt De Waag")
CARDS = docx("Gesprekskaarten", "Kaart 1: Wat gaat goed?", "Kaart 2: Wie mis je?")
JPG = "image/jpeg"

MATERIAL = [
    Mail("fotos-van-gisteren", apple("Ouderkring Diever <ouderkring@diever.example.nl>", "foto's", "2027-06-02 09:12", "Hoi,\n\nHier een paar foto's van gisteravond (1 juni) in De Mande, iedereen op de foto vindt het goed. Foto: Jaap Rozema.\n\nGroet, de ouderkring\n",
         file_part("IMG_0601.jpeg", JPG, LUNCH, disposition="inline"), file_part("IMG_0602.jpeg", JPG, GROUP, disposition="inline")), "material",
         attachments=(att("IMG_0601.jpeg", JPG, LUNCH, "strip-metadata"), att("IMG_0602.jpeg", JPG, GROUP, "strip-metadata")), links=(),
         tests="photos with GPS and a serial number, one to be turned; a date and a place in the text, and no activity"),
    Mail("handreiking-en-kaarten", outlook("Steunpunt De Waag <info@steunpuntdewaag.example.nl>", "Materiaal voor de toolbox", "2027-05-27 16:00", "Beste redactie,\n\nBijgaand de handreiking ‘Eerste gesprek’ en onze gesprekskaarten. Die mogen vrij gebruikt worden, zet ze gerust in jullie toolbox.\n\nMet vriendelijke groet,\nSteunpunt De Waag\nwww.steunpuntdewaag.example.nl\n",
         file_part("Handreiking Eerste gesprek (versie 2).pdf", "application/pdf", GUIDE), file_part("Gesprekskaarten – februari.docx", DOCX, CARDS, style="rfc2231")), "material",
         attachments=(att("Handreiking Eerste gesprek (versie 2).pdf", "application/pdf", GUIDE), att("Gesprekskaarten – februari.docx", DOCX, CARDS)), links=(),
         tests="a PDF and a document for the toolbox; the site in the signature is no film"),
    Mail("twee-filmpjes", android("Filmgroep 16+ <filmgroep@jeugdlab.example.org>", "filmpjes", "2019-06-08 20:30", "hee, de filmpjes staan online!\n\n1 https://vimeo.com/000000001\n2 https://www.youtube.com/watch?v=VOORBEELD02\n\nmogen op de site, credits: Filmgroep 16+\n"), "material", 2019,
         links=("https://vimeo.com/000000001", "https://www.youtube.com/watch?v=VOORBEELD02"), tests="two links to films"),
    Mail("een-foto-zonder-woorden", phone("Puck <puck.vermaat@example.com>", "", "2027-06-03 21:00", " ", file_part("image0.jpeg", "application/octet-stream", PLAIN), last="Verstuurd vanaf mijn iPhone"), "material",
         attachments=(att("image0.jpeg", JPG, PLAIN, "keep"),), links=(), tests="no subject, no text; a JPEG without Exif declared octet-stream"),
]
MATERIAL[3].attachments[0]["also"] = {"action": ["strip-metadata"]}

QUESTIONS = [
    Mail("mag-het-ook-later", thunderbird("Roos Tadema <roos.tadema@example.com>", "Buiten de week?", "2027-05-03 19:20", "Dag redactie,\n\nMag onze bijeenkomst ook op 9 juni zijn, een paar dagen na de actieweek? Of telt dat dan niet mee? En kost meedoen iets?\n\nAlvast dank voor het antwoord,\nRoos Tadema\n"), "question",
         tests="a question with a date outside the week"),
    Mail("logo-en-posters", outlook("Secretariaat SWV Duinrand <secretariaat@swvduinrand.example.nl>", "posters", "2027-04-22 11:00", "Geachte redactie,\n\nKunt u ons het logo in hoge resolutie sturen, en zijn er dit jaar weer posters te bestellen? Wij zouden er graag twintig ontvangen op ons adres Zeeweg 10, 2202 HA Noordwijk.\n\nMet vriendelijke groet,\n\nSecretariaat Samenwerkingsverband Duinrand\nT 071 - 310 52 70\nwww.swvduinrand.example.nl\n"), "question",
         tests="asks for things; an address and organisation that could be an activity's"),
    Mail("hoe-zit-het-met-de-agenda", roundcube("Gijs Lambooij <gijs@example.com>", "Re: We hebben je aanmelding ontvangen", "2027-05-08 08:08", "Hallo,\n\nOnze aanmelding staat nog niet in de agenda. Klopt dat? Wanneer kan ik hem verwachten?\n\nGijs\n\nOp 5 mei 2027 om 09:00 schreef Redactie Actieweek:\n> Beste Gijs,\n>\n> Bedankt voor je aanmelding van ‘Open ochtend’ op woensdag 2 juni om 10.00 uur.\n>\n> Groet,\n> Redactie Actieweek\n", answers="<bevestiging.20270505.0700@actieweek.example.org>"), "question",
         tests="a reply to our confirmation that asks; the activity stands in our own quoted words only"),
    Mail("misschien-iets-voor-ons", gmail("Basisschool Het Kompas <kompas@example.nl>", "meedoen?", "2027-04-16 13:30", "Dag,\n\nWe denken erover om op dinsdag 1 of donderdag 3 juni iets te doen met ouders, misschien een koffie-uurtje rond 9.00 uur. Hoe werkt aanmelden, en moeten we dan al precies weten hoeveel mensen er komen?\n\nGroet,\nBasisschool Het Kompas, Zutphen\n"), "question",
         tests="two possible days, nothing decided"),
]

SEO = """Geachte webmaster,

Ik heb uw website bekeken en zag dat u kansen laat liggen. Wij brengen uw site binnen 30 dagen naar de eerste pagina van Google. Alleen deze week: 40% korting op onze linkpakketten vanaf € 99 per maand. Zullen we donderdag 3 juni om 10.00 uur bellen?

Met vriendelijke groet,
Team Hoger Scoren
www.hogerscoren.example.com

Geen interesse? Antwoord met STOP.
"""
GUEST = """Hi there,

I came across your website and loved the article about school attendance! I would like to contribute a guest post (100% unique content) with one do-follow link to our client. We pay $80 via PayPal. We also offer DA50+ backlinks in bulk. Let me know your rates.

Best regards,
Jessica Miller
Outreach Manager
"""
PHISH = """<html><body><div style="background:#0a5"><b>Postvak bijna vol</b></div>
<p>Beste actieweek@example.org,</p><p>Uw postvak is <b>98%</b> vol. Inkomende berichten worden vanaf 4 juni 2027 geblokkeerd. Bevestig binnen 24 uur uw wachtwoord om uw account te behouden.</p>
<p><a href="https://inloggen.example.com/verify?u=actieweek%40example.org">https://webmail.example.org/opslag</a></p><p>Helpdesk ICT</p></body></html>
"""
FAKE_ZIP = zipped_names({"Factuur 2027-88231.pdf.exe": program()})

SPAM = [
    Mail("hoger-in-google", bare("Team Hoger Scoren <sales@hogerscoren.example.com>", "Uw website op pagina 1", "2027-05-25 06:12", SEO, "X-Mailer: MassMail 4.2"), "spam", None, tests="Dutch advertising with a day and a time"),
    Mail("guest-post", gmail("Jessica Miller <jessica.outreach@example.com>", "Quick question", "2027-05-11 03:40", GUEST), "spam", None, tests="English link selling, disguised as a question"),
    Mail("postvak-vol", bare("Helpdesk <support@inloggen.example.com>", "Actie vereist: uw postvak is bijna vol", "2027-05-29 04:55", "", "X-Priority: 1", part=multi("mixed", text(PHISH, "html", encoding="base64"), file_part("Bevestigen.html", "text/html", html_form()), boundary="b1_postvak")), "spam", None,
         attachments=(att("Bevestigen.html", "text/html", html_form(), "quarantine"),), tests="phishing; link text differs from the link; a form that sends itself"),
    Mail("openstaande-factuur", bare("Administratie Voorbeeld BV <administratie@facturen.example.com>", "Laatste herinnering factuur 2027-88231", "2027-05-14 02:02", "", part=multi("mixed", text("Geachte relatie,\n\nOnze factuur 2027-88231 van € 1.284,00 staat nog open. Betaal vandaag om incassokosten te voorkomen. De factuur vindt u in de bijlage.\n\nDebiteurenbeheer\n"), file_part("Factuur 2027-88231.zip", "application/zip", FAKE_ZIP), boundary="b1_factuur")), "spam", None,
         attachments=(att("Factuur 2027-88231.zip", "application/zip", FAKE_ZIP, "quarantine"),), tests="a program with a double extension in a zip"),
    Mail("crypto-engels", bare("Elon Support <win@prijzen.example.com>", "=?utf-8?B?8J+OgQ==?= You have been selected", "2027-05-02 01:01", "Congratulations!!! You have been selected to receive 2.5 BTC. Claim your prize before 31/05/2027: https://prijzen.example.com/claim\n\nUnsubscribe | Privacy\n"), "spam", None, tests="English prize with a date of the week"),
]

AWAY = "Geachte afzender,\n\nMomenteel geniet ik van mijn zwangerschapsverlof. Van 10 mei tot en met 27 augustus 2027 wordt mijn post behandeld door het team Jeugd, jeugd@dalfsenvoorbeeld.example.nl, telefoon 14 0529.\n\nMet vriendelijke groet,\nTessa Koning\n"
ROBOTS = [
    Mail("met-verlof", outlook("Tessa Koning <t.koning@dalfsenvoorbeeld.example.nl>", "Automatisch antwoord: Nog een vraag over Themamiddag", "2027-05-12 10:00", AWAY, answers="<vraag.20270512.0800@actieweek.example.org>").replace(b"X-MS-TNEF", b"Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nX-MS-TNEF"), "auto-reply", tests="out of office by Exchange"),
    Mail("ticket-aangemaakt", bare("Klantcontactcentrum <kcc@gemeente.example.nl>", "[#2027-053104] Uw melding is ontvangen", "2027-05-12 10:01", "Beste inwoner,\n\nWij hebben uw e-mail ontvangen en geregistreerd onder zaaknummer 2027-053104. U krijgt binnen vijf werkdagen antwoord. U kunt niet op dit bericht antwoorden.\n\nKlantcontactcentrum\n", "Precedence: auto_reply", "X-Autoreply: yes"), "auto-reply", tests="ticket system; the number reads as a date"),
    Mail("ooo-english", bare("Harbour School <office@harbourschool.example.org>", "Automatic reply: Je activiteit staat in de agenda", "2027-05-26 16:30", "Thank you for your e-mail. I am out of the office until Monday 7 June 2027 with no access to e-mail. For urgent matters call +31 70 000 0000.\n\nKind regards\n", "Auto-Submitted: auto-replied"), "auto-reply", tests="English out of office"),
    Mail("afwezig-zonder-kopregel", roundcube("Ton <ton.wijkwijzer@example.com>", "Re: We hebben je aanmelding ontvangen", "2027-05-12 09:11", "Dit is een automatisch bericht. Ik ben op vakantie tot 1 juni en lees mijn mail daarna. Bij spoed: 0181-000000.\n\nGroet, Ton\n", answers="<bevestiging.20270512.0709@actieweek.example.org>"), "auto-reply", tests="nothing but the words say that a machine wrote it"),
]

STATUS = b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.provider.example.com\nArrival-Date: Wed, 12 May 2027 09:10:00 +0200\n\nFinal-Recipient: rfc822; kompas@example.nl\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n"
RETURNED = b"Content-Type: message/rfc822\n\n" + bare("Redactie Actieweek <actieweek@example.org>", "Je activiteit staat in de agenda: Open ochtend, woensdag 2 juni", "2027-05-12 09:10", "Beste Gijs,\n\n‘Open ochtend’ staat in de agenda: woensdag 2 juni 2027, 10.00 uur, Zutphen.\n", to="kompas@example.nl")
DSN_FILES = (att("*", "message/delivery-status", None, optional=True), att("*", "message/rfc822", None, optional=True), att("*", "text/rfc822-headers", None, optional=True))
QMAIL = """Hi. This is the qmail-send program at post.example.com.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<gijs@example.com>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

From: Redactie Actieweek <actieweek@example.org>
To: gijs@example.com
Subject: Je activiteit staat in de agenda
Date: Wed, 12 May 2027 09:12:00 +0200

Beste Gijs, 'Open ochtend' staat in de agenda: woensdag 2 juni 2027, 10.00 uur.
"""
BOUNCES = [
    Mail("onbestelbaar-dsn", bare("Mail Delivery System <MAILER-DAEMON@mx.provider.example.com>", "Undelivered Mail Returned to Sender", "2027-05-12 09:11", "", "Auto-Submitted: auto-replied", part=multi("report", text("This is the mail system at host mx.provider.example.com.\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n<kompas@example.nl>: user unknown\n", charset="us-ascii", encoding="7bit"), STATUS, RETURNED, boundary="8A1B2C.1807/mx", params="; report-type=delivery-status")), "bounce", attachments=DSN_FILES, tests="DSN with our whole mail in it"),
    Mail("qmail", bare("MAILER-DAEMON@post.example.com", "failure notice", "2027-05-12 09:13", "", part=text(QMAIL, charset="us-ascii", encoding="7bit")), "bounce", tests="plain text, our mail below the line"),
    Mail("onbestelbaar-exchange", outlook_web("Microsoft Outlook <postmaster@dalfsenvoorbeeld.example.nl>", "Onbestelbaar: Nog een vraag over Themamiddag", "2027-05-13 08:00", "Uw bericht aan t.koning@dalfsenvoorbeeld.example.nl kan niet worden bezorgd.\n\nHet postvak van de geadresseerde is vol. Probeer het later opnieuw.\n\nDiagnostische gegevens voor beheerders:\nServer: ex01.dalfsenvoorbeeld.example.nl\n554 5.2.2 mailbox full\n"), "bounce", tests="Dutch Exchange, HTML only, no report"),
]

NEWS = """Nieuwsbrief Passend Nieuws | nummer 5, mei 2027

IN DIT NUMMER
- Werkbezoek minister op dinsdag 1 juni in Zwolle
- Studiedag Aanwezigheid, donderdag 3 juni, 9.30-16.00 uur, Jaarbeurs Utrecht. Aanmelden: https://studiedag.example.com/aanmelden
- Boekentip

U ontvangt deze nieuwsbrief omdat u zich heeft ingeschreven. Afmelden: https://nieuws.example.com/uit?u=1
"""
CAMPAIGN = """<html><body><table width="100%"><tr><td align="center"><p>Problemen met weergeven? <a href="https://nieuws.example.org/web">Bekijk online</a></p>
<h1>Sociaal Nieuws Twente</h1><h2>Actieweek in aantocht!</h2><p>Van 31 mei t/m 4 juni is het weer zover. In Enschede is er woensdag 2 juni om 19.00 uur een open avond bij Huis De Veste. <a href="https://nieuws.example.org/c/1">Lees meer</a></p>
<h2>Vacature</h2><p>Wij zoeken een jongerenwerker. <a href="https://nieuws.example.org/c/2">Lees meer</a></p>
<p style="font-size:10px">Je krijgt deze mail als relatie van Sociaal Nieuws Twente. <a href="https://nieuws.example.org/uitschrijven">Uitschrijven</a> | <a href="https://nieuws.example.org/voorkeuren">Voorkeuren wijzigen</a></p></td></tr></table></body></html>
"""
LETTERS = [
    Mail("passend-nieuws", bare("Passend Nieuws <redactie@nieuws.example.com>", "Passend Nieuws mei 2027", "2027-05-20 07:00", NEWS, "List-Unsubscribe: <https://nieuws.example.com/uit?u=1>", "List-Id: Passend Nieuws <passend.nieuws.example.com>", "Precedence: bulk"), "newsletter", tests="list headers; other people's study day"),
    Mail("campagne-zonder-lijstkop", bare("Sociaal Nieuws Twente <nieuws@nieuws.example.org>", "Actieweek in aantocht! En: vacature", "2027-05-24 09:00", "", "X-Campaign-Id: 3105", part=text(CAMPAIGN, "html")), "newsletter", tests="no list headers, only 'uitschrijven'; our own week in it"),
]

PKCS7 = base64_lines(noise("smime", 600).encode())
PGP = f"-----BEGIN PGP MESSAGE-----\n\n{base64_lines(noise('pgp', 400).encode()).decode()}=AbCd\n-----END PGP MESSAGE-----\n"
P7M = att("*", "application/pkcs7-mime", None, optional=True)
P7M["also"] = {"action": ["quarantine"]}
UNREADABLE = [
    Mail("versleuteld-smime", message(headers("Notariaat Vrij <post@notariaatvrij.example.nl>", "Actieweek", "2027-05-06 15:00", "smime"), b'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\nContent-Disposition: attachment; filename="smime.p7m"\nContent-Transfer-Encoding: base64\n\n' + PKCS7), "unreadable", attachments=(P7M,), tests="S/MIME for another key"),
    Mail("versleuteld-pgp", message(headers("Mees <mees@proton.example.com>", "...", "2027-05-07 23:23", "pgp"), multi("encrypted", b"Content-Type: application/pgp-encrypted\n\nVersion: 1\n", b'Content-Type: application/octet-stream; name="encrypted.asc"\nContent-Disposition: inline; filename="encrypted.asc"\n\n' + PGP.encode(), boundary="pgp-mees", params='; protocol="application/pgp-encrypted"')), "unreadable", attachments=(att("*", "application/octet-stream", None, optional=True, also={"type": ["text/plain", "application/pgp-encrypted"], "action": ["quarantine"]}), att("*", "application/pgp-encrypted", None, optional=True, also={"type": ["application/octet-stream", "text/plain"]})), tests="PGP/MIME"),
    Mail("helemaal-leeg", message(headers("jan@example.com", "", "2027-05-09 09:09", "leeg"), b"Content-Type: text/plain; charset=utf-8\n\n"), "unreadable", tests="no subject, no words, no file"),
    Mail("kapotte-base64", message(headers("Praktijk Noord <noord@example.nl>", "", "2027-05-10 10:10", "kapot"), b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n!!!!####\xff\xfe\x80\x81~~~~\n????----\n"), "unreadable", tests="base64 that is none, and nothing else to read", note="A reader may also call an undecodable body with no subject an empty mail; both are unreadable."),
]

MAILS = [*MATERIAL, *QUESTIONS, *SPAM, *ROBOTS, *BOUNCES, *LETTERS, *UNREADABLE]
