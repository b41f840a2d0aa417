# ruff: noqa: E501 -- mails have the lines that their programs write
"""Forwarded chains: whose words are whose."""
# a label is a line:
# fmt: off

from .labels import Mail, act, att
from .mime import file_part, message, multi, text
from .papers import pdf
from .programs import apple, gmail, headers, msonormal, outlook, phone, roundcube

OUTLOOK_NL = """Ter info en graag plaatsen.

Groet, Hanneke

Hanneke Boersma
Communicatieadviseur | Gemeente Eemsdelta
T 14 0596 | www.eemsdelta.example.nl
Ik werk op maandag, dinsdag en donderdag


Van: Jolijn Pot <j.pot@kindenwijkdelfzijl.example.nl>
Verzonden: woensdag 12 mei 2027 15:42
Aan: Hanneke Boersma <h.boersma@eemsdelta.example.nl>
CC: Wijkteam Delfzijl <wijkteam@kindenwijkdelfzijl.example.nl>
Onderwerp: bijeenkomst 3 juni

Ha Hanneke,

Zou jij dit willen doorzetten naar de actieweekmensen? Op donderdag 3 juni van 15.00 tot 17.00 uur doen we 'Stille stoelen', een werkbijeenkomst voor leerkrachten en jeugdverpleegkundigen. Het is in MFC De Vennen, Marsmanplein 5 te Delfzijl. Aanmelden: wijkteam@kindenwijkdelfzijl.example.nl.

Dank je!
Jolijn
Kind & Wijk Delfzijl
"""

GMAIL = """Zie onder, van onze huurders.

---------- Forwarded message ---------
Van: Speeltuinvereniging Rust en Vreugd <rustenvreugd@example.com>
Date: vr 7 mei 2027 om 21:15
Subject: Speeldag
To: <beheer@buurthuizen.example.nl>


Beste beheerder,

woensdagmiddag 2 juni houden wij van 13:00 tot 16:30 een speeldag voor thuiszittende kinderen en hun ouders, in onze speeltuin aan de Kerkelaan 61 in Hengelo. Kan dat ook in die landelijke actieweek? Vragen kunnen naar rustenvreugd@example.com

Sportieve groet
Speeltuinvereniging Rust en Vreugd
"""

APPLE = """Doe jij dit, of moet ik?

Begin doorgestuurd bericht:

> Van: Mieke Verdonk <mieke@buurtsport.example.nl>
> Onderwerp: Fwd: Sportinstuif
> Datum: 10 mei 2027 om 08:12:44 CEST
> Aan: sportloket@terneuzenbeweegt.example.nl
>
> Kijk eens, leuk voor de actieweek!
>
>> Begin doorgestuurd bericht:
>>
>> Van: "Judoschool Hajime" <dojo@hajime.example.org>
>> Onderwerp: Sportinstuif
>> Datum: 9 mei 2027 om 19:30:02 CEST
>> Aan: Mieke Verdonk <mieke@buurtsport.example.nl>
>>
>> Hoi Mieke,
>>
>> we gooien maandag 31 mei de mat open: Sportinstuif van half vier tot vijf uur, sporthal De Kastanje, Sportlaan 2, Terneuzen. Voor jongeren vanaf 12. Gratis. Inschrijven: hajime.example.org/instuif
>>
>> Rei!
>> Judoschool Hajime
"""

ENGLISH_HTML = """<p class="MsoNormal">Kan deze mee?</p>
<p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">Sander Kooij<br>Accountmanager, Drukkerij Zilverblad<br><a href="https://www.zilverblad.example.com">www.zilverblad.example.com</a></p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
<p class="MsoNormal"><b>From:</b> Lectoraat Leren Thuis &lt;lectoraat@hogeschoolvecht.example.nl&gt;<br>
<b>Sent:</b> Tuesday, May 4, 2027 4:08 PM<br><b>To:</b> Sander Kooij &lt;sander@zilverblad.example.com&gt;<br>
<b>Subject:</b> Drukwerk congres</p></div></div>
<p class="MsoNormal">Dag Sander,</p>
<p class="MsoNormal">De tekst voor de uitnodiging wordt:</p>
<p class="MsoNormal"><b>Congres Terug is geen richting</b></p>
<p class="MsoNormal">Woensdag 2 juni 2027, 9.30&#8211;16.45 uur (ontvangst 9.00 uur)<br>Hogeschool Vecht, Padualaan 101, 3584 CH Utrecht</p>
<p class="MsoNormal">Voor docenten, jeugdartsen en beleidsmedewerkers van gemeenten. Inschrijven v&oacute;&oacute;r 24 mei op <a href="https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcongres.hogeschoolvecht.example.nl%2Finschrijven%3Futm_source%3Dmail&amp;data=05%7C02%7Csander%40zilverblad.example.com%7CVOORBEELD%7C0&amp;sdata=abc%3D&amp;reserved=0">de congressite</a>.</p>
<p class="MsoNormal">Lectoraat Leren Thuis<br>Hogeschool Vecht<br><a href="mailto:lectoraat@hogeschoolvecht.example.nl">lectoraat@hogeschoolvecht.example.nl</a></p>
"""
ENGLISH_PLAIN = """Kan deze mee?

Sander Kooij
Accountmanager, Drukkerij Zilverblad
www.zilverblad.example.com

From: Lectoraat Leren Thuis <lectoraat@hogeschoolvecht.example.nl>
Sent: Tuesday, May 4, 2027 4:08 PM
To: Sander Kooij <sander@zilverblad.example.com>
Subject: Drukwerk congres

Dag Sander,

De tekst voor de uitnodiging wordt:

Congres Terug is geen richting

Woensdag 2 juni 2027, 9.30–16.45 uur (ontvangst 9.00 uur)
Hogeschool Vecht, Padualaan 101, 3584 CH Utrecht

Voor docenten, jeugdartsen en beleidsmedewerkers van gemeenten. Inschrijven vóór 24 mei op de congressite<https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcongres.hogeschoolvecht.example.nl%2Finschrijven%3Futm_source%3Dmail&data=05%7C02%7Csander%40zilverblad.example.com%7CVOORBEELD%7C0&sdata=abc%3D&reserved=0>.

Lectoraat Leren Thuis
Hogeschool Vecht
lectoraat@hogeschoolvecht.example.nl
"""

ENCLOSED = """Beste collega,

Op vrijdag 12 mei 2017 houden wij van 9.00 tot 11.00 uur het ontbijtberaad "Iedereen telt" in Hotel De Nachtegaal, Stationsstraat 18 te Roosendaal. Schoolleiders en wethouders uit de regio zijn uitgenodigd.

Regiotafel West-Brabant
regiotafel@wbrabant.example.org
"""

PERSONAL = """Hoi! Onderstaande kreeg ik van de buurvrouw, mag erin toch?
Xx Puck

________________________________
Van: De Oase Inloophuis <inloop@deoase.example.nl>
Verzonden: Sunday, May 16, 2027 9:12:30 PM
Aan: Puck Vermaat <puck.vermaat@example.com>
Onderwerp: soep!

Lieve Puck,

Dinsdag 1 juni serveren we soep voor ouders die vastlopen met school. Van 17:30 tot 19:00 bij De Oase, Kanaalstraat 12, Lelystad. De soep heet 'Soep met inhoud', haha. Kom je ook?

Liefs van Inloophuis De Oase
www.inloophuisdeoase.example.nl
"""

programme = pdf("Iedereen telt", "ontbijtberaad", "vrijdag 12 mei 2017")
inner = message(
    headers("Regiotafel West-Brabant <regiotafel@wbrabant.example.org>", "Ontbijtberaad 12 mei", "2017-04-18 11:20", "ontbijt", to="bureau@example.com")[5:],
    multi("mixed", text(ENCLOSED, charset="windows-1252"), file_part("Ontbijtberaad.pdf", "application/pdf", programme), boundary="=_ontbijt"),
)
nested = b'Content-Type: message/rfc822; name="Ontbijtberaad 12 mei.eml"\nContent-Disposition: attachment; filename="Ontbijtberaad 12 mei.eml"\n\n' + inner

MAILS = [
    Mail("outlook-doorgestuurd", outlook("Hanneke Boersma <h.boersma@eemsdelta.example.nl>", "FW: bijeenkomst 3 juni", "2027-05-13 09:04", OUTLOOK_NL), "submission",
         activities=(act("Stille stoelen", "2027-06-03 15:00-17:00", "MFC De Vennen | Marsmanplein 5, Delfzijl | Eemsdelta", "onderwijs jgz", "Kind & Wijk Delfzijl", mail="wijkteam@kindenwijkdelfzijl.example.nl", or_title=["werkbijeenkomst Stille stoelen"]),),
         tests="one forward in Dutch Outlook, address also in the header block's copy line; the forwarder's municipality, office days and site"),
    Mail("gmail-doorgestuurd", gmail("Beheer Buurthuizen <beheer@buurthuizen.example.nl>", "Fwd: Speeldag", "2027-05-08 08:30", GMAIL), "submission",
         activities=(act("speeldag", "2027-06-02 13:00-16:30", "speeltuin | Kerkelaan 61, Hengelo | Hengelo", "jongeren ouders", "Speeltuinvereniging Rust en Vreugd", mail="rustenvreugd@example.com", or_title=["speeldag voor thuiszittende kinderen en hun ouders", "Speeldag voor thuiszittende kinderen"], or_venue=["speeltuin Rust en Vreugd", "Speeltuinvereniging Rust en Vreugd"]),),
         tests="Gmail's forward; 'kan dat ook in die actieweek?' is no question; Hengelo in Overijssel"),
    Mail("apple-twee-diep", apple("Sportloket <sportloket@terneuzenbeweegt.example.nl>", "Fwd: Sportinstuif", "2027-05-10 10:00", APPLE), "submission",
         activities=(act("Sportinstuif", "2027-05-31 15:30-17:00", "sporthal De Kastanje | Sportlaan 2, Terneuzen | Terneuzen", "jongeren", "Judoschool Hajime", reg="https://hajime.example.org/instuif"),),
         tests="two levels of Apple's forward, both in quotation marks"),
    Mail("engels-doorgestuurd-html", outlook("Sander Kooij <sander@zilverblad.example.com>", "FW: Drukwerk congres", "2027-05-05 08:15", ENGLISH_PLAIN, html=msonormal("").replace("&nbsp;", ENGLISH_HTML)), "submission",
         activities=(act("Congres Terug is geen richting", "2027-06-02 09:30-16:45", "Hogeschool Vecht | Padualaan 101, 3584 CH Utrecht | Utrecht", "onderwijs jgz gemeenten", "Lectoraat Leren Thuis", reg="https://congres.hogeschoolvecht.example.nl/inschrijven", mail="lectoraat@hogeschoolvecht.example.nl", or_title=["Terug is geen richting"], or_organiser=["Hogeschool Vecht", "Lectoraat Leren Thuis, Hogeschool Vecht", "Lectoraat Leren Thuis Hogeschool Vecht"]),),
         tests="English header block in HTML; registration page behind Safe Links with utm; reception before the start; Utrecht; the forwarder's site"),
    Mail("mail-in-mail", roundcube("Bureau Onderwijszaken <bureau@example.com>", "doorgestuurd: ontbijtberaad", "2017-04-19 09:02", "Zie bijgevoegd bericht.\n", nested), "submission", 2017,
         activities=(act('ontbijtberaad "Iedereen telt"', "2017-05-12 09:00-11:00", "Hotel De Nachtegaal | Stationsstraat 18, Roosendaal | Roosendaal", "onderwijs bestuurders", "Regiotafel West-Brabant", mail="regiotafel@wbrabant.example.org", or_title=["Iedereen telt"]),),
         attachments=(att("Ontbijtberaad 12 mei.eml", "message/rfc822", None), att("Ontbijtberaad.pdf", "application/pdf", programme, inside="Ontbijtberaad 12 mei.eml")),
         tests="the facts are in an enclosed mail, with a PDF in it"),
    Mail("soep-van-de-buurvrouw", phone("Puck <puck.vermaat@example.com>", "Fw: soep!", "2027-05-17 07:58", PERSONAL, last="Outlook voor Android downloaden"), "submission",
         activities=(act("Soep met inhoud", "2027-06-01 17:30-19:00", "De Oase | Kanaalstraat 12, Lelystad | Lelystad", "ouders", "Inloophuis De Oase", web="https://www.inloophuisdeoase.example.nl", or_venue=["Inloophuis De Oase"], or_organiser=["De Oase Inloophuis"]),),
         tests="Outlook for Android: Dutch labels with an English date; forwarded by a private person"),
]
