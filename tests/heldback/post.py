# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""What is no activity: material, questions, newsletters, robots, spam, and what nobody can read."""

from tests.opened.labels import Mail, att
from tests.opened.mime import base64_lines, file_part, message, multi, noise, text
from tests.opened.papers import DOCX, docx, html_form, photo, png, program, zipped_names
from tests.opened.programs import android, apple, bare, gmail, headers

from .clients import gmail_app, notes
from .others import em_client, groupwise, kmail
from .papers import scan

JPG, PDF = "image/jpeg", "application/pdf"
PLAY, YARD, BUTTON = photo("spel", orientation=3), photo("plein", exif=False), png("knop", (24, 24))
SHEET = scan("GESPREKSKAART", "", "1  Wat ging er vandaag goed?", "2  Wie heb je gezien?", "3  Wat laat je liggen?")
RECIPE = docx("Recept voor een eerste schooldag", "Neem de tijd, een vriend en een plek bij het raam.", "Vrij te kopiëren, met bronvermelding.")

MATERIAL = [
    Mail("beelden-zonder-woorden", android("Team OBS Het Lichtbaken <team@obshetlichtbaken.example.nl>", "foto's", "2019-06-05 17:11", "\n\nVerzonden vanaf mijn Galaxy\n", file_part("20190605_141207.jpg", JPG, PLAY), file_part("IMG-0099.jpg", JPG, YARD)), "material", 2019,
         attachments=(att("20190605_141207.jpg", JPG, PLAY, "strip-metadata"), att("IMG-0099.jpg", JPG, YARD, also={"action": ["strip-metadata"]})), links=(),
         tests="photos and not a word; a name that reads as a day of the week; one with GPS, one without any data"),
    Mail("kopieerapparaat", bare("kopier2@rscdelinie.example.nl", "Gescande afbeelding van MFP-0042", "2018-06-06 10:26", "", "X-Mailer: MFP-0042", part=multi("mixed", text("Apparaatnaam: MFP-0042\nModel: X5500\nLocatie: lerarenkamer\n\nBestandsindeling: PDF MMR(G4)\nResolutie: 200dpi x 200dpi\n", encoding="7bit", charset="us-ascii"), file_part("MFP-0042_20180606_102611.pdf", PDF, SHEET), boundary="SMTP_MFP0042_180606")), "material", 2018,
         attachments=(att("MFP-0042_20180606_102611.pdf", PDF, SHEET),), links=(), tests="a copier writes: 'Locatie: lerarenkamer' is no place; a page without a text layer"),
    Mail("recept-en-twee-films", em_client("Praktijkcentrum Zilt <post@praktijkcentrumzilt.example.nl>", "materiaal", "2027-06-08 16:40", "Beste toolbox,\n\nTer aanvulling op jullie verzameling:\n- Recept voor een eerste schooldag (Word, bijgevoegd)\n- Film deel 1: https://vimeo.com/000000431\n- Film deel 2: https://vimeo.com/000000432\n\nDe films zijn vorige week dinsdag tijdens de actieweek gemaakt. Alles mag vrij gebruikt worden, mits met naam.\n\nHartelijke groet,\nPraktijkcentrum Zilt\nwww.praktijkcentrumzilt.example.nl | mobiel 06 00 00 00 55\n",
         file_part("Recept voor een eerste schooldag.docx", DOCX, RECIPE), file_part("knop.png", "image/png", BUTTON, disposition="inline", extra="Content-ID: <knop@zilt>\n")), "material",
         attachments=(att("Recept voor een eerste schooldag.docx", DOCX, RECIPE), att("knop.png", "image/png", BUTTON, inline=True, optional=True)), links=("https://vimeo.com/000000431", "https://vimeo.com/000000432"),
         tests="a document and two films; the site in the signature is no material; a day of the week in the past"),
    Mail("overdrachtslink", gmail_app("Kees van AV <kees.av@example.com>", "grote bestanden", "2027-06-05 11:33", "Ha, het filmpje van woensdag was te groot voor de mail, vandaar zo: https://grotebestanden.example.com/d/AbC123xyz (de link werkt tot 12 juni, daarna is ie weg). Mag in de toolbox. Kees\n"), "material",
         links=("https://grotebestanden.example.com/d/AbC123xyz",), tests="a link to a transfer service, with a day on which it expires"),
]

QUESTIONS = [
    Mail("nog-niet-besloten", kmail("Nadia El Amrani <n.elamrani@wijkplaatsoost.example.nl>", "mogelijk iets in de actieweek", "2027-03-29 13:22", "Dag redactie,\n\nWij denken erover om op 1 of op 3 juni een ouderavond te houden in Wijkplaats Oost in Helmond, waarschijnlijk vanaf half acht. Of het er echt van komt hangt af van de subsidie, daarover horen we eind april. Is dat voor jullie nog op tijd? En mogen we het logo van de actieweek op onze flyer zetten?\n\nVriendelijke groet,\nNadia El Amrani\n"), "question",
         tests="two days, an hour, a place and a town, and nothing decided"),
    Mail("posters-bestellen", groupwise("Magazijn ROC De Voorsprong <magazijn@rocdevoorsprong.example.nl>", "posters", "2019-05-02 08:14", "L.S.,\n\nGaarne ontvangen wij 25 posters en 200 ansichtkaarten van de Landelijke Actieweek (3 t/m 7 juni 2019) op ons adres Zuiderpark 12, 9724 AG Groningen, ter attentie van het magazijn. Kunt u aangeven of hieraan kosten verbonden zijn?\n\nMet vriendelijke groet,\nMagazijn\n"), "question", 2019,
         tests="an order of posters, with the days of the week and an address to send them to"),
    Mail("waar-vind-ik-iets", gmail_app("Petra <petra.v.d.meer@example.com>", "help", "2027-05-30 22:50", "Lieve mensen, mijn dochter van 14 zit sinds februari thuis. Ik zag jullie week voorbij komen. Is er woensdag of donderdag iets voor ouders in de buurt van Apeldoorn waar ik zomaar heen kan? Of moet ik me ergens voor opgeven? Ik weet eerlijk gezegd niet waar ik moet beginnen. Groetjes Petra\n"), "question",
         tests="a mother looks for an activity; days, audience and town are hers"),
]

LINKS = """Dag websitebeheerder,

Ik kwam jullie artikel over de Actieweek tegen en vond het erg informatief! Wij schrijven unieke blogs over onderwijs (600 woorden) en plaatsen die graag op jullie site met 2 dofollow links naar onze klanten, waaronder een online casino en een kredietverstrekker. Jullie ontvangen € 45,- per artikel, via PayPal, binnen 24 uur.

Kunnen we maandag 31 mei of dinsdag 1 juni van start? Een bekend domein als dat van jullie is voor ons veel waard.

Groeten,
Lars | outreach manager
https://linkbouwers.example.com
"""
ALERT = "<html><body><table width='500'><tr><td><h2>Opslagruimte 98% vol</h2><p>Beste actieweek@example.org,</p><p>Uw postvak wordt op <b>vrijdag 4 juni 2027 om 17.00 uur</b> geblokkeerd. Open de bijlage en bevestig uw wachtwoord om 7 berichten vrij te geven.</p><p><a href='http://198.51.100.9/owa/?m=actieweek@example.org'>https://webmail.example.org</a></p><p>Beheer - IT servicedesk</p></td></tr></table></body></html>\n"
OFFER = zipped_names({"Offerte_mei.pdf.js": b"var a = 'leeg';\n", "lees.txt": b"Pak uit.\n"})
TENDER = "Geachte,\n\nIn de bijlage de offerte zoals gisteren telefonisch besproken. Graag voor 3 juni getekend retour. Wachtwoord is niet nodig.\n\nMet vriendelijke groet,\nAfdeling Inkoop\n"

SPAM = [
    Mail("blogs-met-links", gmail("Lars Outreach <lars@linkbouwers.example.com>", "Samenwerking met jullie mooie site?", "2027-05-20 04:41", LINKS), "spam", None, tests="buys links, praises the article, proposes days of the week"),
    Mail("postvak-geblokkeerd", bare("Beheer <servicedesk@postvak-controle.example.com>", "Laatste waarschuwing: postvak vol", "2027-05-26 02:17", "", "X-Priority: 1", part=multi("mixed", text(ALERT, "html"), file_part("Berichten vrijgeven.html", "text/html", html_form()), boundary="=_b1_vol")), "spam", None,
         attachments=(att("Berichten vrijgeven.html", "text/html", html_form(), "quarantine"),), tests="phishing in our own name, with a form that sends itself; a day and hour of the week"),
    Mail("offerte-in-een-zip", bare("Afdeling Inkoop <inkoop@groothandel.example.com>", "RE: Offerte", "2027-05-19 06:02", "", "X-Mailer: Microsoft Outlook 15.0", part=multi("mixed", text(TENDER), file_part("Offerte_mei.zip", "application/octet-stream", OFFER), file_part("handtekening.png", "image/png", program()), boundary="----=_NextPart_0F1")), "spam", None,
         attachments=(att("Offerte_mei.zip", "application/zip", OFFER, "quarantine", also={"type": ["application/octet-stream"]}), att("handtekening.png", "application/x-dosexec", program(), "quarantine", also={"type": ["image/png", "application/octet-stream", "application/vnd.microsoft.portable-executable", "application/x-msdownload", "application/x-msdos-program"]})), tests="a false answer with a script in a zip and a program that calls itself a picture"),
]

ROBOTS = [
    Mail("uw-melding-is-ontvangen", bare("Gemeente Voorbeeldmeer <noreply@voorbeeldmeer.example.nl>", "Uw bericht is ontvangen [zaak 2027-0601-55]", "2027-05-18 10:02", "Beste inzender,\n\nWij hebben uw bericht 'Uw activiteit van dinsdag 1 juni 2027, 10.00 uur staat in de agenda' in goede orde ontvangen. U krijgt binnen zes weken antwoord. Dit is een automatisch verstuurd bericht, u kunt er niet op antwoorden.\n\nKlantcontact Gemeente Voorbeeldmeer\nRaadhuisplein 1, maandag t/m vrijdag 9.00 - 17.00 uur\n", "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "Precedence: auto_reply", answers="<geplaatst.20270518.0800@actieweek.example.org>"), "auto-reply",
         tests="a receipt that quotes our subject with day and hour; a number that reads as a date; address and opening hours"),
    Mail("met-pensioen", notes("Cor Damstra <c.damstra@swvdenoorderkroon.example.nl>", "Cor Damstra is niet meer werkzaam bij Samenwerkingsverband De Noorderkroon", "2027-05-31 07:30", "Ik ben vanaf 31-05-2027 uit dienst. Ik zal uw bericht niet lezen.\n\nVoor de Actieweek kunt u terecht bij mijn opvolgster, Tjitske Hof (t.hof@swvdenoorderkroon.example.nl), donderdag 3 juni op kantoor.\n", answers="<vraag.20270531.0529@actieweek.example.org>").replace(b"X-Mailer: HCL", b"Auto-Submitted: auto-replied\nX-Mailer: HCL"), "auto-reply",
         tests="somebody has left; the days of the week, a successor"),
]

QMAIL = """Hi. This is the qmail-send program at post.voorbeeldprovider.example.com.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<secretariaat@opgeheven.example.nl>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <actieweek@example.org>
From: Redactie Actieweek <actieweek@example.org>
To: secretariaat@opgeheven.example.nl
Subject: Klopt dit?
Date: Mon, 10 May 2027 10:00:00 +0200

Beste secretariaat,

Dit staat er nu: Ouderlunch, woensdag 2 juni 2027, 12.00 - 13.00 uur,
Dorpshuis De Kern, Marktplein 2, Bergeijk. Klopt dat?

Redactie Actieweek
"""
NDR = "<html><body><p><b>Uw bericht aan l.vos@kansenplein.example.nl kan niet worden bezorgd.</b></p><p>Kan het adres niet vinden. Controleer de spelling en stuur het bericht opnieuw.</p><hr><p>Oorspronkelijk onderwerp: Nog drie dagen tot de Actieweek (31 mei - 4 juni)</p><p style='font-family:monospace'>550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient l.vos@kansenplein.example.nl not found</p></body></html>\n"
STATUS = b"Content-Type: message/delivery-status\n\nReporting-MTA: dns;mail7.kansenplein.example.nl\n\nFinal-recipient: RFC822; l.vos@kansenplein.example.nl\nAction: failed\nStatus: 5.1.10\n"
BOUNCES = [
    Mail("qmail-geeft-het-op", bare("MAILER-DAEMON@post.voorbeeldprovider.example.com", "failure notice", "2027-05-10 10:01", QMAIL).replace(b"Return-Path: <MAILER-DAEMON@post.voorbeeldprovider.example.com>", b"Return-Path: <>"), "bounce",
         tests="no report, plain text alone; a whole activity in our own words below"),
    Mail("adres-niet-gevonden", bare("Microsoft Outlook <postmaster@kansenplein.example.nl>", "Kan niet worden bezorgd: Nog drie dagen tot de Actieweek", "2027-05-28 09:02", "", "Auto-Submitted: auto-replied", "X-MS-Exchange-Message-Is-Ndr:", part=multi("report", text(NDR, "html"), STATUS, boundary="ndr-kansenplein-28", params="; report-type=delivery-status")), "bounce",
         attachments=(att("*", "message/delivery-status", None, optional=True),), tests="a report with a page of HTML and no headers of ours; the days of the week in the subject that came back"),
]

COUNTY = """<html><body><span style="display:none">Activiteiten, subsidies en meer</span><table width="600" align="center"><tr><td><p><a href="https://mail.regiojeugd.example.org/v/77">Online bekijken</a></p><h1>Regiojournaal Jeugd | mei</h1>
<h3>Doe mee in de Actieweek Thuiszitters!</h3>
<p>Maandag 31 mei: <a href="https://mail.regiojeugd.example.org/k/77/1">Aftrap met ontbijt</a>, 8.30 uur, Doetinchem.<br>Donderdag 3 juni: <a href="https://mail.regiojeugd.example.org/k/77/2">Filmavond voor ouders</a>, 20.00 uur, Zevenaar.</p>
<h3>Subsidie</h3><p>Aanvragen kan tot en met 1 juni.</p>
<p style="font-size:11px">Je krijgt deze mail omdat je je hebt ingeschreven voor ons journaal. <a href="https://mail.regiojeugd.example.org/u/77">Afmelden</a></p></td></tr></table><img src="https://mail.regiojeugd.example.org/o/77.gif" width="1" height="1"></body></html>
"""
DIGEST = """Dit is de dagelijkse samenvatting van de discussielijst Leerplichtnet.
Onderwerpen van vandaag:

   1. Bijeenkomst 2 juni (Jan)
   2. Re: Vrijstelling 5 onder a (Hetty)

----------------------------------------------------------------------

Bericht: 1
Van: Jan
Onderwerp: Bijeenkomst 2 juni

Collega's, woensdag 2 juni van 13.30 tot 15.00 uur zien we elkaar in het
stadhuis van Gouda. Tot dan!

------------------------------

Bericht: 2
Van: Hetty
Onderwerp: Re: Vrijstelling 5 onder a

Eens met vorige schrijver.

------------------------------
Afmelden: https://lijsten.example.org/leerplichtnet
"""
LETTERS = [
    Mail("regiojournaal", bare("Regiojournaal Jeugd <journaal@mail.regiojeugd.example.org>", "Regiojournaal: wat doet jouw buurgemeente in de Actieweek?", "2027-05-18 07:00", "", "List-Id: Regiojournaal <journaal.mail.regiojeugd.example.org>", "List-Unsubscribe: <https://mail.regiojeugd.example.org/u/77>", "Precedence: bulk", part=text(COUNTY, "html")), "newsletter",
         tests="other people's activities in the week, each with a link"),
    Mail("samenvatting-van-de-lijst", bare("leerplichtnet-request@lijsten.example.org", "Leerplichtnet Digest, deel 31, nummer 4", "2027-05-17 12:00", DIGEST, "List-Id: <leerplichtnet.lijsten.example.org>", "List-Post: <mailto:leerplichtnet@lijsten.example.org>", "X-Mailman-Version: 2.1.39", "Precedence: list"), "newsletter",
         tests="a digest of a mailing list; somebody's meeting with day, hours and place in it"),
]

SEALED = base64_lines(noise("smime-heldback", 900).encode())
VAULT = "U hebt een versleuteld bericht van Centrum Jeugd Oude Rijn.\n\nDatum: 11 mei 2027\nOnderwerp: ons programma in de actieweek\n\nOpen het bericht binnen 30 dagen, uiterlijk donderdag 3 juni 2027:\nhttps://brievenkluis.example.com/b/4c8e-VOORBEELD\n\nU moet zich legitimeren met een code die u per sms ontvangt.\nBrievenKluis - veilig mailen voor de zorg\n"
GARBLED = bytes((n * 73 + 41) % 256 for n in range(700)).replace(b"\n", b"\x7f").replace(b"\r", b"\x7f")
UNREADABLE = [
    Mail("verzegeld-met-smime", message(headers("Ambulant Team Noord <ambulant@teamnoord.example.nl>", "aanmelding", "2027-05-07 09:09", "smime-noord"), b'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\nContent-Disposition: attachment; filename="smime.p7m"\nContent-Transfer-Encoding: base64\n\n' + SEALED), "unreadable",
         attachments=(att("smime.p7m", "application/pkcs7-mime", None, optional=True, also={"type": ["application/octet-stream", "application/x-pkcs7-mime"]}),), tests="S/MIME: the whole mail is encrypted for another key"),
    Mail("brievenkluis", apple("BrievenKluis <melding@brievenkluis.example.com>", "Versleuteld bericht van Centrum Jeugd Oude Rijn", "2027-05-11 14:14", VAULT), "unreadable", tests="a gateway's notice in plain words: the message is elsewhere; days on which it was sent and expires"),
    Mail("ruis", message([line for line in headers("x <x@example.com>", "=?x-geen-tekenset?B?/////w=?=", "2027-05-09 03:00", "ruis") if not line.startswith("Date")], b"Content-Type: text/plain; charset=x-geen-tekenset\nContent-Transfer-Encoding: x-geen-codering\n\n" + GARBLED), "unreadable", None,
         attachments=(att("*", "application/octet-stream", None, "quarantine", optional=True, also={"type": ["text/plain"]}),), crlf=False, tests="bytes of no known charset and encoding, a subject that cannot be decoded, no date"),
]

MAILS = [*MATERIAL, *QUESTIONS, *SPAM, *ROBOTS, *BOUNCES, *LETTERS, *UNREADABLE]
