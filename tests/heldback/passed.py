# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Sent on by others: a chain, Apple's forward, a mail as a file."""

from tests.opened.labels import Mail, act, att
from tests.opened.mime import file_part, message, multi, quoted, text
from tests.opened.papers import photo
from tests.opened.programs import apple, headers, linked, outlook

from .others import em_client

CHAIN = """Goedemorgen,

Volgens mij is dit voor jullie.

Gr. Saskia

Saskia de Rooij | Klantcontactcentrum
Gemeente Voorbeeldhuizen | www.voorbeeldhuizen.example.nl | 085 000 00 31
Maandag tot en met donderdag bereikbaar tussen 9.00 en 16.00 uur

Van: Wil Hermans <w.hermans@voorbeeldhuizen.example.nl>
Verzonden: maandag 20 mei 2019 15:32
Aan: KCC
Onderwerp: FW: Ruggespraak 3 juni

KCC, wie bij ons gaat hierover? Ik niet in elk geval :-)

Wil Hermans
beleidsadviseur jeugd

Van: Christel Marijnissen <c.marijnissen@detweemaster.example.nl>
Verzonden: vrijdag 17 mei 2019 11:06
Aan: Wil Hermans <w.hermans@voorbeeldhuizen.example.nl>
Onderwerp: Ruggespraak 3 juni

Dag Wil,

Leuk je gisteren gesproken te hebben. Kun jij zorgen dat dit in de landelijke agenda van de Actieweek komt? Op maandag 3 juni houden wij "Ruggespraak", een casusochtend voor gezinsbegeleiders en vmbo-mentoren, van half tien tot twaalf uur. We doen het in het Oude Veerhuis, Noordhaven 30 te Zevenbergen. Er kunnen 24 mensen bij, dus wel even een plek reserveren: https://www.detweemaster.example.nl/ruggespraak/reserveren

Hartelijke groet,

Christel Marijnissen
Jeugdzorg De Tweemaster
E c.marijnissen@detweemaster.example.nl | I www.detweemaster.example.nl
"""

PLAYGROUND = """Heej Roos,

Stuur jij dit door naar die club van de actieweek? Ik krijg hun adres steeds terug.

Woensdagmiddag 2 juni is het hier Speelplaats Zonder Bel: een middag vol oude schoolspelletjes voor kinderen van 6 tot en met 12 die niet naar school gaan. We beginnen om kwart voor twee en om vier uur is de limonade op. Het is in het clubhuis van de scouting, Kerkstraat 20, 5981 CG Panningen.

Meespelen? Geef het even door via https://peelkracht.example.nl/speelplaats

Groetjes, Anouk
Peelkracht Jeugdhulp
anouk@peelkracht.example.nl
"""
FORWARD = f"""Hoi hoi, namens mijn zus. Succes met jullie week!

Roos
~ Roos Beweegt, yoga en adem in Venray ~ www.roosbeweegt.example.com ~

> Begin doorgestuurd bericht:
>
> Van: Anouk Peeters <anouk@peelkracht.example.nl>
> Onderwerp: actieweekding
> Datum: 13 mei 2027 om 22:03:51 CEST
> Aan: Roos Peeters <roos@roosbeweegt.example.com>
>
{quoted(PLAYGROUND)}
"""
TOP, _, CITED = FORWARD.partition("> Begin doorgestuurd")
CITED = "\n".join(line.removeprefix(">").removeprefix(" ") for line in ("> Begin doorgestuurd" + CITED).split("\n"))
FORWARD_PAGE = f'<html><body>{linked(TOP).replace(chr(10), "<br>")}<blockquote type="cite">{linked(CITED).replace(chr(10), "<br>" + chr(10))}</blockquote></body></html>\n'

TEA = """Geachte heer, mevrouw,

Op donderdag 7 juni, van 15.00 tot 17.30 uur, is er een open middag in Theehuis De Wiek, Burgemeester Grothestraat 50 te Soest. Wij noemen hem "Adempauze": even geen dossier, geen overleg en geen formulier. Ouders, leraren en jeugdverpleegkundigen zijn van harte welkom. Aanmelden is niet nodig, de scones zijn vers en de foto is van vorig jaar.

Met vriendelijke groet,

Stichting Ademruimte
www.ademruimte.example.org
"""
SCONES = photo("scones", orientation=6)
inner = message(
    headers("Stichting Ademruimte <info@ademruimte.example.org>", "Adempauze – open middag", "2018-05-22 17:31", "adempauze", to="balie@bibliotheekvoorbeeld.example.nl")[5:],
    multi("mixed", text(TEA, charset="iso-8859-1"), file_part("DSC_0117.JPG", "image/jpeg", SCONES), boundary="=_ademruimte"),
)
nested = b'Content-Type: message/rfc822; name="Adempauze - open middag.eml"\nContent-Disposition: attachment; filename="Adempauze - open middag.eml"\n\n' + inner

MAILS = [
    Mail("ruggespraak-via-het-kcc", outlook("KCC Voorbeeldhuizen <kcc@voorbeeldhuizen.example.nl>", "FW: Ruggespraak 3 juni", "2019-05-21 08:47", CHAIN), "submission", 2019,
         activities=(act("Ruggespraak", "2019-06-03 09:30-12:00", "Oude Veerhuis | Noordhaven 30, Zevenbergen | Moerdijk", "jeugdhulp onderwijs", "Jeugdzorg De Tweemaster", web="https://www.detweemaster.example.nl", reg="https://www.detweemaster.example.nl/ruggespraak/reserveren", mail="c.marijnissen@detweemaster.example.nl", or_title=["casusochtend Ruggespraak"]),),
         tests="two forwards; dates of sending, office hours and the site of the forwarder; 'half tien tot twaalf'; Zevenbergen lies in Moerdijk"),
    Mail("namens-mijn-zus", apple("Roos Peeters <roos@roosbeweegt.example.com>", "Fwd: actieweekding", "2027-05-14 07:15", FORWARD, html=FORWARD_PAGE), "submission",
         activities=(act("Speelplaats Zonder Bel", "2027-06-02 13:45-16:00", "clubhuis van de scouting | Kerkstraat 20, 5981 CG Panningen | Peel en Maas", "jongeren", "Peelkracht Jeugdhulp", reg="https://peelkracht.example.nl/speelplaats", mail="anouk@peelkracht.example.nl", or_venue=["clubhuis scouting", "clubhuis"]),),
         tests="Apple's forward, quoted; the forwarder's business, town and site; 'kwart voor twee' to 'vier uur'; Panningen lies in Peel en Maas"),
    Mail("adempauze-als-bijlage", em_client("Balie <balie@bibliotheekvoorbeeld.example.nl>", "FW: Adempauze – open middag", "2018-05-23 10:02", "Zie bijlage, deze kwam bij de bibliotheek terecht.\n\nBalie Bibliotheek Voorbeeld\nwww.bibliotheekvoorbeeld.example.nl\n", nested), "submission", 2018,
         activities=(act("Adempauze", "2018-06-07 15:00-17:30", "Theehuis De Wiek | Burgemeester Grothestraat 50, Soest | Soest", "ouders onderwijs jgz", "Stichting Ademruimte", web="https://www.ademruimte.example.org", or_title=["open middag Adempauze", "Adempauze – open middag"], or_organiser=["Ademruimte"]),),
         attachments=(att("Adempauze - open middag.eml", "message/rfc822", None), att("DSC_0117.JPG", "image/jpeg", SCONES, "strip-metadata", inside="Adempauze - open middag.eml")),
         tests="an enclosed mail in latin-1 with a photo that has GPS; the organiser is its sender, the site of the library is not the activity's"),
]
