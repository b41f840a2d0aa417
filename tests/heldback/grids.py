# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Tables and lists: several activities in one mail, and one that looks like several."""

from tests.opened.labels import Mail, act
from tests.opened.programs import apple, breaks, outlook_web

from .clients import notes, zimbra

GLASS = """<html><head><meta charset="utf-8"></head><body style="font-family:Calibri">
<p>Dag allemaal,</p>
<p>Dit is ons rooster voor de actieweek. Opgeven is nergens voor nodig.</p>
<table border="1" cellspacing="0" cellpadding="4">
<tr style="background:#dfe8d5"><th>Dag</th><th>Tijd</th><th>Wat</th><th>Waar</th><th>Voor wie</th></tr>
<tr><td rowspan="2">maandag<br>31 mei</td><td>9.00 &ndash; 10.15</td><td>Koffie bij de conci&euml;rge</td><td>OBS De Rietkraag, Dijkweg 74, Naaldwijk</td><td>ouders</td></tr>
<tr><td>15.30 &ndash; 17.00</td><td>Intervisie &lsquo;Dossier of kind?&rsquo;</td><td>De Kasstee, Secretaris Verhoeffweg 5, Naaldwijk</td><td>intern begeleiders, jeugdartsen</td></tr>
<tr><td>donderdag<br>3 juni</td><td>19.45 &ndash; 21.30</td><td>Oudertafel</td><td>OBS De Rietkraag (zie boven)</td><td>ouders en leerkrachten</td></tr>
</table>
<p>Onderwijsplein Glasland<br><a href="https://www.onderwijspleinglasland.example.nl">www.onderwijspleinglasland.example.nl</a><br><a href="mailto:info@onderwijspleinglasland.example.nl">info@onderwijspleinglasland.example.nl</a></p></body></html>
"""
GLASS_FROM = "Onderwijsplein Glasland <info@onderwijspleinglasland.example.nl>"
GLASS_BY = {"by": "Onderwijsplein Glasland", "web": "https://www.onderwijspleinglasland.example.nl", "mail": "info@onderwijspleinglasland.example.nl"}
REED = "OBS De Rietkraag | Dijkweg 74, Naaldwijk | Westland"

SHEET = """Geachte redactie,

Hieronder een uitdraai uit ons rekenblad. Ik hoop dat u hiermee uit de voeten kunt; een nettere versie heb ik niet.

Nr;Datum;Van;Tot;Activiteit;Gebouw;Adres;Plaats;Doelgroep
1;03-06-2019;13:00;15:00;Open atelier Kleur bekennen;Atelier De Lelie;Noorderbuurt 60;Drachten;jongeren
2;05-06-2019;19:30;21:00;Ouderavond Stap voor stap;Dorpshuis De Miente;Hegedyk 11;Gorredijk;ouders
3;07-06-2019;09:15;10:45;Werkontbijt Samen sterk bij verzuim;Herberg Het Roode Peerd;Schoolstraat 85;Burgum;leerplichtambtenaren en jeugdartsen
Totaal;;;;3;;;;

Met freonlike groetnis,

Stichting Leerkans Fryslân
085 000 00 19 / leerkans@leerkansfryslan.example.nl
"""
CHANCE = {"by": "Stichting Leerkans Fryslân", "mail": "leerkans@leerkansfryslan.example.nl", "or_organiser": ["Leerkans Fryslân"]}

PROGRAMME = """Lieve mensen van de actieweek,

Het Sallands Onderwijshuis nodigt intern begeleiders, mentoren en gezinscoaches uit voor de werkconferentie ‘Wat zie jij dat ik niet zie?’ op dinsdag 1 juni van 9.30 tot 12.15 uur. We zitten in Kulturhus De Schipbeek, Larenseweg 5 in Bathmen.

PROGRAMMA
09.00 uur   Inloop met krentenwegge
09.30 uur   Welkom door de wethouder
09.50 uur   Ronde 1: ‘De lege stoel’ (zaal Noord) of ‘De volle agenda’ (zaal Zuid)
10.50 uur   Pauze
11.10 uur   Ronde 2: als ronde 1
12.00 uur   Samen terugkijken
12.15 uur   Einde, broodje mee voor onderweg

Alle informatie en het inschrijfformulier staan op sallandsonderwijshuis.example.nl/werkconferentie (vol = vol).

Groet uit Salland!
Dorien Nijland, 085 000 00 23
"""

BULLETS = """Geachte redactie,

Vanuit het Noordelijk Verzuimoverleg melden wij drie bijeenkomsten aan. Zij zijn alle drie bedoeld voor leerkrachten en ouders.

* dinsdag 9 mei, 19.30-21.00 uur, De eerste vijf minuten. Dorpshuis De Wierde, Hoofdstraat 44, Leens
* woensdag 10 mei, 15.30-17.00 uur, Bellen voor de bel. Zaal Nicolai, Overtuinen 2, Zuidhorn
* vrijdag 12 mei, 10.00-11.30 uur, Wie mist wie? Havenhuis, Marktstraat 9, Delfzijl

Aanmelden is niet nodig. Een vierde bijeenkomst volgt op 20 juni; die valt buiten uw week. Inlichtingen: overleg@verzuimoverleg.example.nl

Met vriendelijke groet,
mede namens de andere leden,

Fokko Bultena
"""
TALKS = {"who": "onderwijs ouders", "by": "Noordelijk Verzuimoverleg", "mail": "overleg@verzuimoverleg.example.nl"}

TIMETABLE = """<html><head><style>td,th{border:1px solid #999;padding:5px;text-align:center}</style></head><body>
<p>Hoi redactie! Ons weekrooster, voor jongeren van 12 tot 18 die nergens op een rooster staan. Alles gebeurt in Wijkatelier ’t Schuurtje, Botter 11, 8232 JR Lelystad. Even appen of mailen dat je komt is fijn: <a href="mailto:schuurtje@wijkatelier.example.org">schuurtje@wijkatelier.example.org</a></p>
<table><tr><th></th><th>ma 31 mei</th><th>di 1 juni</th><th>wo 2 juni</th><th>do 3 juni</th><th>vr 4 juni</th></tr>
<tr><th>10.00 - 11.30</th><td>Fietsen maken</td><td>-</td><td>-</td><td>Broodje praat</td><td rowspan="2">dicht i.v.m.<br>schoonmaak</td></tr>
<tr><th>13.30 - 15.00</th><td>-</td><td>Tegels lichten</td><td>Vliegers bouwen</td><td>-</td></tr></table>
<p>Wijkatelier ’t Schuurtje<br>het-schuurtje.example.org</p></body></html>
"""
SHED = {"place": "Wijkatelier ’t Schuurtje | Botter 11, 8232 JR Lelystad | Lelystad", "who": "jongeren", "by": "Wijkatelier ’t Schuurtje", "web": "https://het-schuurtje.example.org", "mail": "schuurtje@wijkatelier.example.org", "or_venue": ["’t Schuurtje"]}

MAILS = [
    Mail("dag-over-twee-rijen", outlook_web(GLASS_FROM, "rooster actieweek", "2027-05-10 14:11", "", html=GLASS), "submission",
         activities=(
             act("Koffie bij de conciërge", "2027-05-31 09:00-10:15", REED, "ouders", **GLASS_BY, or_venue=["De Rietkraag"]),
             act("Intervisie ‘Dossier of kind?’", "2027-05-31 15:30-17:00", "De Kasstee | Secretaris Verhoeffweg 5, Naaldwijk | Westland", "onderwijs jgz", **GLASS_BY, or_title=["Dossier of kind?"]),
             act("Oudertafel", "2027-06-03 19:45-21:30", REED, "ouders onderwijs", **GLASS_BY, or_venue=["De Rietkraag"]),
         ), tests="a cell with the day over two rows; '(zie boven)' for an address; day and date on two lines; Naaldwijk lies in Westland"),
    Mail("uitdraai-met-puntkommas", zimbra("Stichting Leerkans Fryslân <leerkans@leerkansfryslan.example.nl>", "opgave 3 st.", "2019-05-13 15:25", SHEET), "submission", 2019,
         activities=(
             act("Open atelier Kleur bekennen", "2019-06-03 13:00-15:00", "Atelier De Lelie | Noorderbuurt 60, Drachten | Smallingerland", "jongeren", **CHANCE, or_title=["Kleur bekennen"]),
             act("Ouderavond Stap voor stap", "2019-06-05 19:30-21:00", "Dorpshuis De Miente | Hegedyk 11, Gorredijk | Opsterland", "ouders", **CHANCE, or_title=["Stap voor stap"]),
             act("Werkontbijt Samen sterk bij verzuim", "2019-06-07 09:15-10:45", "Herberg Het Roode Peerd | Schoolstraat 85, Burgum | Tytsjerksteradiel", "gemeenten jgz", **CHANCE, or_title=["Samen sterk bij verzuim"]),
         ), tests="rows with semicolons out of a spreadsheet; a number in front, a row with the total; date, begin and end in columns; three towns in three municipalities"),
    Mail("programma-van-een-ochtend", apple("Dorien Nijland <dorien@sallandsonderwijshuis.example.nl>", "aankondiging 1 juni", "2027-05-03 18:54", PROGRAMME, html=breaks(PROGRAMME).replace("PROGRAMMA", "<b>PROGRAMMA</b>")), "submission",
         activities=(act("werkconferentie ‘Wat zie jij dat ik niet zie?’", "2027-06-01 09:30-12:15", "Kulturhus De Schipbeek | Larenseweg 5, Bathmen | Deventer", "onderwijs jeugdhulp", "Sallands Onderwijshuis", web="https://sallandsonderwijshuis.example.nl/werkconferentie", reg="https://sallandsonderwijshuis.example.nl/werkconferentie", or_title=["Wat zie jij dat ik niet zie?"]),),
         tests="one activity with its own programme by the hour: walk-in, rounds and pauses are no activities; a guest who says welcome; one page for information and registration; Bathmen lies in Deventer"),
    Mail("drie-sterretjes", notes("Fokko Bultena <f.bultena@verzuimoverleg.example.nl>", "Bijeenkomsten in de actieweek", "2017-04-19 10:05", BULLETS), "submission", 2017,
         activities=(
             act("De eerste vijf minuten", "2017-05-09 19:30-21:00", "Dorpshuis De Wierde | Hoofdstraat 44, Leens | Het Hogeland", **TALKS),
             act("Bellen voor de bel", "2017-05-10 15:30-17:00", "Zaal Nicolai | Overtuinen 2, Zuidhorn | Westerkwartier", **TALKS),
             act("Wie mist wie?", "2017-05-12 10:00-11:30", "Havenhuis | Marktstraat 9, Delfzijl | Eemsdelta", **TALKS),
         ), tests="a list with stars, title between hours and place; the audience stands before the list; a fourth meeting outside the week; three municipalities that bear other names today"),
    Mail("weekrooster-per-dag", outlook_web("’t Schuurtje <schuurtje@wijkatelier.example.org>", "ons weekrooster!", "2027-05-19 12:26", "", html=TIMETABLE), "submission",
         activities=(
             act("Fietsen maken", "2027-05-31 10:00-11:30", **SHED),
             act("Tegels lichten", "2027-06-01 13:30-15:00", **SHED),
             act("Vliegers bouwen", "2027-06-02 13:30-15:00", **SHED),
             act("Broodje praat", "2027-06-03 10:00-11:30", **SHED),
         ), tests="a timetable: days across, hours down, titles in the cells; empty cells; a day that is closed"),
]
