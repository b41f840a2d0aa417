# ruff: noqa: E501 -- mails have the lines that their programs write
"""Facts in running sentences."""
# a label is a line:
# fmt: off

from .labels import Mail, act
from .programs import (
    android,
    apple,
    bare,
    gmail,
    outlook,
    outlook_web,
    phone,
    roundcube,
    thunderbird,
)

HAVEN = """Beste mensen,

Toen onze oudste in 2024 vastliep was er niemand die ons kon zeggen hoe het verder moest. Vorig jaar, op 2 juni 2026, hielden wij daarom een eerste avond voor gezinnen in dezelfde schuit, en dat smaakte naar meer. Op donderdag drie juni doen we het opnieuw. We noemen het gewoon "Avond in de haven".

U bent welkom vanaf kwart over zeven; om half acht beginnen we en tegen half tien zit het erop, al blijft de bar open tot elf uur. De zaal van watersportvereniging De Kluut aan de Oude Veerdam 6 in Harlingen is die avond van ons. Ouders en grootouders, daar doen we het voor.

Laat even weten of u komt: haven@gezinnenaanboord.example.org.

Namens Stichting Gezinnen aan Boord,
Wiep Zandstra
(geboren optimist, 04-06-1971)
"""

SPREEK = """Hoi,

op de woensdag van de actieweek zitten wij van negen tot half twaalf klaar in de centrale hal van het Groene Hart College in Alphen aan den Rijn voor iedereen die iets wil vragen over verzuim. Het kind krijgt een naam: Verzuimbalie. Leerlingen zijn er die ochtend gewoon vrij, dus reken vooral op vaders, moeders en collega's van andere scholen.

mvg
Zorgteam Groene Hart College
"""

LETTER = """Zeer geachte redactie,

Met genoegen stel ik u in kennis van het volgende. Op de eerste dag van de actieweek, vrijdag 1 juni, opent onze voorzitter des middags om twee uur in de Statenzaal van het Drents Huis te Assen de tentoonstelling "Binnenblijvers". Het programma duurt tot een uur of vier, waarna er een glas op de goede afloop wordt gedronken. De bijeenkomst is bedoeld voor wethouders onderwijs en bestuurders van scholen.

Voor nadere inlichtingen kunt u zich wenden tot ons bureau, binnenblijvers@drentsonderwijsfonds.example.nl of 0592-010618.

Met de meeste hoogachting,

mr. H.J. Wolters
Drents Onderwijsfonds
"""

SHORT = "wij doen do 3 juni 19:30-21:30u een filmavond voor ouders (film: buiten de lijntjes) in de aula v/d Vlinderschool, Wilgenpad 2b, Dronten! opgeven via vlinderschool.example.nl/film gr Mirjam (oudercommissie Vlinderschool)"

FRIDAY = """Dag redactie,

Vrijdag 4 juni staat de hele dag in het teken van buiten leren: Buitenlesdag bij Natuurcentrum Het Heidehuisje, Ginkelse Heideweg 5 in Ede. Scholen kunnen binnenlopen wanneer het uitkomt, alle leerkrachten met hun groep zijn welkom.

Groeten uit het bos,
Natuurcentrum Het Heidehuisje
www.heidehuisje.example.nl
"""

EXPO = """Hallo redactie!

Van 31 mei t/m 4 juni hangen in de gangen van het gemeentehuis van Heerenveen (Crackstraat 2) tekeningen van kinderen die thuiszitten. Titel van de tentoonstelling: Mijn raam. Gratis, voor jong en oud, iedereen mag binnenlopen.

Kunstencentrum De Ateliers
mail: mijnraam@deateliers.example.nl
"""

TWICE = """Dag,

Ook wij dragen een steentje bij. Zowel dinsdag- als donderdagavond in de actieweek houden we een digitale spreekkamer voor hulpverleners, telkens van 20.00 tot 21.00 uur in Teams. Je hoeft maar een keer in te loggen. De naam is 'Spreekkamer Verzuim'.

Meld je aan bij Jeugdteam Lek en Linge: https://jeugdteamlekenlinge.example.nl/spreekkamer

Jip
"""

MORNINGS = """Beste redactie,

Elke ochtend van de actieweek, van kwart voor negen tot kwart over negen, drinken we op het plein van basisschool De Kiem in Echt thee met ouders die hun kind niet meer binnen krijgen. We noemen het Pleinthee. Dat werkt echt, en het is best gezellig!

Adres: Houtstraat 31, 6102 BA Echt.

Hartelijke groet,
team De Kiem
"""

DUNES = """Goedendag,

In de actieweek trekt de Verhalenbus door heel de provincie Drenthe. De bus rijdt van maandag 31 mei tot en met vrijdag 4 juni en is voor jongeren die hun verhaal kwijt willen. Waar de bus staat, is iedere dag een verrassing; volg hem op verhalenbus.example.org.

Jongerenplatform Noord
"""

CITY = """Hoi actieweek,

Wij organiseren op dinsdag 1 juni van 10:00 tot 12:00 uur een stadswandeling in Groningen langs plekken waar jongeren wél graag komen, voor jongerenwerkers en leerplichtambtenaren. Verzamelen bij de Martinitoren, Martinikerkhof 3. Hij heet 'Omweg door Stad'.
Meelopen? Stuur een mail naar omweg@stadjeugd.example.org voor 27 mei.

Stichting StadJeugd Groningen
"""

HAGUE = """Geachte redactie,

Op 3 juni a.s. van 14.00-16.00 uur organiseren wij te 's-Gravenhage een rondetafelgesprek over leerrecht. Plaats van samenkomst: Sociëteit De Posthoorn, Lange Houtstraat 88. Voor beleidsmakers bij gemeenten en samenwerkingsverbanden passend onderwijs.

Rondetafel "Leerrecht nu" is besloten; aanmelden kan niet meer.

Hoogachtend,
Instituut voor Leerrecht
Postbus 3105, 2500 AE 's-Gravenhage
KvK 02062703
"""

VELP = """Hallo allemaal,

Onze praktijk zit in Arnhem, maar de lezing 'Prikkels' houden we op maandagavond 31 mei om acht uur in de Sleutelkerk in Velp (Gld), Rozendaalselaan 44. Leerkrachten, ib'ers en ouders zijn van harte uitgenodigd! Entree €5. Inschrijven doe je op praktijkprikkel.example.nl/lezing.

Warme groet,
Praktijk Prikkel, Velperweg 12, Arnhem
"""

WRONG = """Beste redactie,

Op woensdag 3 juni 2027 om 15.00 uur presenteren wij in de raadzaal van Raalte (Zwolseweg 1) ons onderzoek 'Tellen en meetellen' aan raadsleden en wethouders. Om 16.15 uur sluiten we af.

Rekenkamer Salland
rekenkamer@salland.example.nl
"""

BIRTH = """Dag redactie,

Mag dit in de agenda? Donderdagmiddag 6 juni, 13.00-15.00, "Kom erbij-picknick" op het veld achter De Roos, Parallelweg 9, 5701 KT Helmond. Voor leerlingen uit groep 7/8 en hun ouders (geboren tussen 1-10-2006 en 30-9-2008). Bij regen wijken we uit naar vrijdag.

Bel voor vragen 06-05062019 of app.

Stichting Kom Erbij
"""

THANKS = """Beste redactie,

Dank voor het fijne telefoontje van daarnet (11 mei)! Zoals besproken: wij laten op 1-6 zien hoe ons maatjesproject werkt. Tijd: van 4 tot half 6 's middags. Het heet Maatje Mee en is in buurtkamer Zuid, Lisztstraat 200 te Alkmaar. Professionals die met jongeren werken kunnen aanschuiven, ook hebben we vijf stoelen voor studenten.

Zonnige groet van Dunya
--
Dunya Benali | projectleider | Maatje Mee
W: maatjemee.example.org
Werkdagen: ma t/m do
"""

MAILS = [
    Mail("avond-in-de-haven", thunderbird("Wiep Zandstra <wiep@gezinnenaanboord.example.org>", "Avond in de haven", "2027-04-25 22:10", HAVEN), "submission",
         activities=(act("Avond in de haven", "2027-06-03 19:30-21:30", "watersportvereniging De Kluut | Oude Veerdam 6, Harlingen | Harlingen", "ouders", "Stichting Gezinnen aan Boord", mail="haven@gezinnenaanboord.example.org", or_venue=["zaal van watersportvereniging De Kluut", "De Kluut"]),),
         tests="number word as day; walk-in, start, end and bar in words; last year's date; date of birth in the signature; format=flowed"),
    Mail("woensdag-van-de-actieweek", phone("Zorgteam GHC <zorgteam@ghcollege.example.nl>", "vraagje/aanmelding", "2027-05-19 12:31", SPREEK), "submission",
         activities=(act("Verzuimbalie", "2027-06-02 09:00-11:30", "Groene Hart College | - | Alphen aan den Rijn", "ouders onderwijs", "Zorgteam Groene Hart College", or_organiser=["Groene Hart College"], or_audience=["iedereen"], or_venue=["centrale hal van het Groene Hart College", "centrale hal"]),),
         tests="relative day, times in words across 'half'; 'vraagje' in the subject and yet a submission; pupils are free that morning"),
    Mail("deftige-brief", bare("Drents Onderwijsfonds <bureau@drentsonderwijsfonds.example.nl>", "Opening tentoonstelling", "2018-05-08 10:00", LETTER, "X-Mailer: KMail"), "submission", 2018,
         activities=(act("Binnenblijvers", "2018-06-01 14:00-16:00", "Statenzaal van het Drents Huis | - | Assen", "bestuurders", "Drents Onderwijsfonds", mail="binnenblijvers@drentsonderwijsfonds.example.nl", or_title=["tentoonstelling Binnenblijvers", "Opening tentoonstelling Binnenblijvers", "Opening tentoonstelling"], or_venue=["Drents Huis", "Statenzaal"], or_audience=["gemeenten"]),),
         tests="first day of the week of action, which was a Friday in 2018; 'des middags om twee uur', 'tot een uur of vier'; phone number with a date"),
    Mail("in-een-adem", android("Mirjam <mirjam.vlinder@example.com>", "filmavond", "2027-05-20 19:59", SHORT), "submission",
         activities=(act("filmavond", "2027-06-03 19:30-21:30", "Vlinderschool | Wilgenpad 2b, Dronten | Dronten", "ouders", "oudercommissie Vlinderschool", reg="https://vlinderschool.example.nl/film", or_title=["filmavond voor ouders", "filmavond: buiten de lijntjes", "buiten de lijntjes", "filmavond voor ouders (film: buiten de lijntjes)"], or_venue=["aula Vlinderschool", "aula v/d Vlinderschool"], or_organiser=["Vlinderschool"]),),
         tests="one sentence without capitals; 'v/d'; registration page without a scheme; organiser in brackets"),
    Mail("buitenlesdag", apple("Natuurcentrum <info@heidehuisje.example.nl>", "buitenlesdag 4 juni", "2027-05-07 09:20", FRIDAY), "submission",
         activities=(act("Buitenlesdag", "2027-06-04 hele dag", "Natuurcentrum Het Heidehuisje | Ginkelse Heideweg 5, Ede | Ede", "onderwijs", "Natuurcentrum Het Heidehuisje", web="https://www.heidehuisje.example.nl", or_audience=["jongeren"], or_title=["buiten leren"]),),
         tests="a whole day in prose"),
    Mail("tentoonstelling-mijn-raam", gmail("De Ateliers <deateliers@example.com>", "tekeningen in Heerenveen", "2027-05-13 15:15", EXPO), "submission",
         activities=(act("Mijn raam", "2027-05-31..2027-06-04 hele dag", "gemeentehuis van Heerenveen | Crackstraat 2 | Heerenveen", "iedereen", "Kunstencentrum De Ateliers", mail="mijnraam@deateliers.example.nl", or_title=["tentoonstelling Mijn raam"], or_venue=["gemeentehuis", "gangen van het gemeentehuis", "gangen van het gemeentehuis van Heerenveen"]),),
         tests="days over a change of month, no times; house number in brackets"),
    Mail("dinsdag-en-donderdagavond", outlook_web("Jip <j.dewaal@jeugdteamlekenlinge.example.nl>", "Actieweek", "2027-05-11 08:44", TWICE), "submission",
         activities=tuple(act("Spreekkamer Verzuim", f"{day} 20:00-21:00", "online", "jeugdhulp", "Jeugdteam Lek en Linge", reg="https://jeugdteamlekenlinge.example.nl/spreekkamer") for day in ("2027-06-01", "2027-06-03")),
         tests="'zowel dinsdag- als donderdagavond in de actieweek': two sessions; online only"),
    Mail("pleinthee-elke-ochtend", roundcube("De Kiem <team@dekiem.example.nl>", "Pleinthee", "2027-05-18 14:02", MORNINGS), "submission",
         activities=tuple(act("Pleinthee", f"{day} 08:45-09:15", "basisschool De Kiem | Houtstraat 31, 6102 BA Echt | Echt-Susteren", "ouders", "De Kiem", or_venue=["plein van basisschool De Kiem", "plein van basisschool De Kiem in Echt"], or_organiser=["team De Kiem", "basisschool De Kiem"]) for day in ("2027-05-31", "2027-06-01", "2027-06-02", "2027-06-03", "2027-06-04")),
         tests="every morning of the week: five sessions; quarters in words; Echt beside 'echt', and 'best' that is no town"),
    Mail("verhalenbus-provincie", gmail("Jongerenplatform Noord <jpnoord@example.org>", "de bus komt eraan", "2027-05-05 16:20", DUNES, encoding="quoted-printable"), "submission",
         activities=(act("Verhalenbus", "2027-05-31..2027-06-04 hele dag", "provincie Drenthe", "jongeren", "Jongerenplatform Noord", web="https://verhalenbus.example.org", ignore="all_day online"),),
         tests="a province and no municipality; several days"),
    Mail("stadswandeling", thunderbird("Stichting StadJeugd <info@stadjeugd.example.org>", "omweg", "2027-05-10 11:11", CITY, charset="iso-8859-15"), "submission",
         activities=(act("Omweg door Stad", "2027-06-01 10:00-12:00", "Martinitoren | Martinikerkhof 3, Groningen | Groningen", "gemeenten", "Stichting StadJeugd Groningen", mail="omweg@stadjeugd.example.org", or_title=["Stadswandeling Omweg door Stad", "stadswandeling"], or_organiser=["Stichting StadJeugd"], or_audience=["jeugdhulp", "professionals"]),),
         tests="a city with the name of its province; closing date; meeting point as venue", note="Youth workers are in no class of the vocabulary: professionals or jeugdhulp may be added."),
    Mail("s-gravenhage", outlook("Instituut voor Leerrecht <secretariaat@leerrecht.example.nl>", "Rondetafelgesprek", "2027-04-29 10:30", HAGUE), "submission",
         activities=(act("Rondetafel \"Leerrecht nu\"", "2027-06-03 14:00-16:00", "Sociëteit De Posthoorn | Lange Houtstraat 88, 's-Gravenhage | 's-Gravenhage", "gemeenten samenwerkingsverbanden", "Instituut voor Leerrecht", or_title=["Leerrecht nu", "rondetafelgesprek over leerrecht", "rondetafelgesprek"]),),
         tests="'s-Gravenhage; box, postcode and number of the chamber of commerce that read as dates; the name comes after the facts; no registration"),
    Mail("velp-bij-arnhem", outlook("Praktijk Prikkel <welkom@praktijkprikkel.example.nl>", "Lezing Prikkels", "2027-05-09 20:48", VELP, charset="utf-8"), "submission",
         activities=(act("Prikkels", "2027-05-31 20:00", "Sleutelkerk | Rozendaalselaan 44, Velp | Rheden", "onderwijs ouders", "Praktijk Prikkel", reg="https://praktijkprikkel.example.nl/lezing", or_title=["lezing Prikkels"]),),
         tests="the organiser's town is not the activity's; Velp in Gelderland is Rheden, its namesake lies elsewhere; 'acht uur' in the evening; no end"),
    Mail("verkeerde-weekdag", bare("Rekenkamer Salland <rekenkamer@salland.example.nl>", "Presentatie onderzoek", "2027-05-12 09:00", WRONG), "submission",
         activities=(act("Tellen en meetellen", "2027-06-03 15:00-16:15", "raadzaal van Raalte | Zwolseweg 1, Raalte | Raalte", "bestuurders", "Rekenkamer Salland", mail="rekenkamer@salland.example.nl", or_start=["2027-06-02T15:00"], or_end=["2027-06-02T16:15"], or_title=["Presentatie onderzoek Tellen en meetellen", "onderzoek Tellen en meetellen"], or_venue=["raadzaal", "raadzaal Raalte"], or_audience=["gemeenten"]),),
         tests="weekday contradicts the date: an editor has to ask", note="3 June 2027 is a Thursday. Either day is right here; what matters is that it is reported."),
    Mail("picknick-geboortedata", phone("Stichting Kom Erbij <info@komerbij.example.org>", "picknick 6 juni", "2019-05-23 21:03", BIRTH, last=""), "submission", 2019,
         activities=(act("Kom erbij-picknick", "2019-06-06 13:00-15:00", "veld achter De Roos | Parallelweg 9, 5701 KT Helmond | Helmond", "jongeren ouders", "Stichting Kom Erbij", or_venue=["De Roos"]),),
         tests="dates of birth, '7/8' that is no date, a phone number as a date; a rain date that is no second session"),
    Mail("van-vier-tot-half-zes", thunderbird("Dunya Benali <dunya@maatjemee.example.org>", "zoals beloofd", "2027-05-11 15:55", THANKS), "submission",
         activities=(act("Maatje Mee", "2027-06-01 16:00-17:30", "buurtkamer Zuid | Lisztstraat 200, Alkmaar | Alkmaar", "professionals", "Maatje Mee", web="https://maatjemee.example.org", or_audience=["jongeren"], or_title=["maatjesproject", "Maatje Mee: maatjesproject"]),),
         tests="'1-6', 'van 4 tot half 6 's middags'; today's date in the thanks; 'dank' at the start and yet a submission; signature separator"),
]
