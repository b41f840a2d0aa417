# ruff: noqa: E501 -- mails have the lines that their programs write
"""Longer and stranger letters: press releases, timetables, answers to a call, list footers."""
# a label is a line:
# fmt: off

from .labels import Mail, act
from .mime import quoted
from .programs import android, apple, bare, gmail, outlook, outlook_web, thunderbird

PRESS = """PERSBERICHT
Niet publiceren vóór maandag 10 mei 2027, 12.00 uur

Jongeren nemen stadhuis over

NIJVERDAL, 7 mei 2027 - Op vrijdag 4 juni nemen zestig jongeren die niet naar school gaan voor één middag de vergaderzaal van het Huis voor Cultuur en Bestuur over. Tussen 13.30 en 16.00 uur vragen zij wethouders, schoolbestuurders en leerplichtambtenaren het hemd van het lijf. "In 2025 zat ik elf maanden thuis", zegt een van hen. "Nu stel ik de vragen."

De middag is een initiatief van Stichting Jong aan Zet en maakt deel uit van de Landelijke Actieweek Thuiszitters. Het adres is Willem-Alexanderstraat 7, 7442 MA Nijverdal.

---
Noot voor de redactie (niet voor publicatie): voor meer informatie en beeldmateriaal, Stichting Jong aan Zet, 06-10052027, pers@jongaanzet.example.org, www.jongaanzet.example.org.
"""

TIMETABLE = """Beste redactie,

Hierbij het programma van ons symposium 'Aanwezig zijn is een werkwoord' op woensdag 5 juni 2019 in Theater De Tamboer, Hoofdstraat 17 te Hoogeveen, voor directeuren, mentoren en jeugdverpleegkundigen:

12.30 uur  inloop met broodje
13.00 uur  opening door de dagvoorzitter
13.15 uur  lezing
14.15 uur  pauze
14.45 uur  workshops
16.30 uur  einde, aansluitend borrel tot 17.30 uur

Inschrijving sluit 29 mei. Kijk op www.werkwoord.example.nl/inschrijven

Vriendelijke groet,
Netwerk Aanwezigheid Drenthe
"""

CALL = """Beste organisatoren,

Van 31 mei t/m 4 juni 2027 is het weer Actieweek. Doe je mee? Meld je activiteit aan voor 15 mei via https://actieweek.example.org/aanmelden/ of antwoord op deze mail.

Voorbeeld: woensdag 2 juni, 14.00 uur, knutselmiddag in de bibliotheek.

Redactie Actieweek
actieweek@example.org
"""
CALLED = f"""Ja leuk!

Wij doen maandag 31 mei een inloopochtend voor ouders, 10 tot 12 uur, in het gezondheidscentrum aan de Slotlaan 9 in Oosterbeek. Aanmelden hoeft niet.

Groet, Jeugdgezondheidszorg Renkum Zuid

Op vr 23 apr 2027 om 10:00 schreef Redactie Actieweek <actieweek@example.org>:

{quoted(CALL)}
"""

LISTED = """Dag allemaal,

Dinsdagavond 1 juni, half acht tot negen: ouderavond "Weer naar buiten" in Kulturhus De Spil, Spoorstraat 15, Wezep. Voor ouders van basisschoolkinderen. Komt allen!

Werkgroep Noordwest-Veluwe

_______________________________________________
Veluwe-overleg mailing list
Veluwe-overleg@lijsten.example.org
https://lijsten.example.org/mailman/listinfo/veluwe-overleg
"""

TWO_TOWNS = """Hoi redactie,

Dit jaar zijn we twee keer te vinden. Eerst op maandagmiddag 31 mei van 14.00 tot 15.30 uur met de workshop 'Kleine stappen' bij ROC De Schans in Bergen op Zoom (Boerenverdriet 1), bedoeld voor docenten. En op donderdagochtend 3 juni tussen 9.30 en 11.00 uur geven we de training 'Thuis in gesprek' voor wijkteams, dan in Breda, in het Huis van de Buurt aan de Haagdijk 210.

Voor allebei geldt: gratis, opgeven bij academie@groeikracht.example.nl.

GroeiKracht Academie
"""

WEEK = """Goedemiddag,

De hele actieweek staat onze Luisterlijn Thuiszitters extra ruim open: ouders kunnen dan iedere dag bellen. Fysiek is er niets te bezoeken, het is alleen telefonisch en via de chat op https://luisterlijn.example.org.

Met groet,
Luisterlijn Thuiszitters
"""

NOON = """Hi / hallo,

Wednesday 2 June (woensdag 2 juni) we host "Lunch & Learn: school refusal", from 12 noon until 1.15 pm at Brainwave Centre, Kastanjelaan 400, Eindhoven. Open to teachers and school nurses. Voertaal Engels.

Sign up: https://brainwave.example.com/lunch?utm_medium=email

Best / groeten
Brainwave Centre
"""

SECOND = """Beste allemaal,

De tweede dag van de actieweek organiseren wij 's ochtends, van tien voor half tien tot kwart voor elf, een gratis yogales voor stijve leerlingen en nog stijvere leerkrachten. Titel: Rek en strek. Plek: gymzaal OBS De Windroos, Schoolstraat 22, Borger.

OBS De Windroos
tel. 0599 310527
"""

DISTRICT = """Geachte redactie,

Samenwerkingsverband Achterhoek Noord houdt in de regio Achterhoek een estafette langs scholen, op donderdag 3 juni tussen 8.30 en 15.00 uur. De precieze scholen volgen nog. De estafette 'Van klas naar klas' is voor mentoren.

Met vriendelijke groet,

Bureau SWV Achterhoek Noord
085-0604027 | bureau@swvachterhoeknoord.example.nl
"""

MAILS = [
    Mail("persbericht", outlook("Stichting Jong aan Zet <pers@jongaanzet.example.org>", "Persbericht: jongeren nemen stadhuis over", "2027-05-07 15:00", PRESS, charset="utf-8"), "submission",
         activities=(act("Jongeren nemen stadhuis over", "2027-06-04 13:30-16:00", "Huis voor Cultuur en Bestuur | Willem-Alexanderstraat 7, 7442 MA Nijverdal | Hellendoorn", "", "Stichting Jong aan Zet", web="https://www.jongaanzet.example.org", mail="pers@jongaanzet.example.org", ignore="audience", or_venue=["vergaderzaal van het Huis voor Cultuur en Bestuur"]),),
         tests="embargo, dateline and a year in a quotation; Nijverdal lies in Hellendoorn; a phone number that reads as a date"),
    Mail("programma-met-borrel", bare("Netwerk Aanwezigheid Drenthe <info@werkwoord.example.nl>", "symposium 5 juni", "2019-05-13 14:00", TIMETABLE, "X-Mailer: Evolution 3.32.1"), "submission", 2019,
         activities=(act("symposium 'Aanwezig zijn is een werkwoord'", "2019-06-05 13:00-16:30", "Theater De Tamboer | Hoofdstraat 17, Hoogeveen | Hoogeveen", "onderwijs jgz", "Netwerk Aanwezigheid Drenthe", reg="https://www.werkwoord.example.nl/inschrijven", ignore="website", or_title=["Aanwezig zijn is een werkwoord"], or_audience=["bestuurders"]),),
         tests="a timetable: walk-in, opening, break, end and drinks; one activity"),
    Mail("antwoord-op-oproep", gmail("JGZ Renkum Zuid <jgz@renkumzuid.example.nl>", "Re: Doe mee met de Actieweek", "2027-04-26 08:45", CALLED, answers="<oproep.2027@actieweek.example.org>"), "submission",
         activities=(act("inloopochtend", "2027-05-31 10:00-12:00", "gezondheidscentrum | Slotlaan 9, Oosterbeek | Renkum", "ouders", "Jeugdgezondheidszorg Renkum Zuid", or_title=["inloopochtend voor ouders"], or_organiser=["JGZ Renkum Zuid"]),),
         tests="answers our own call, whose example activity, dates and page stand quoted below; a reply and yet new"),
    Mail("via-een-lijst", bare("Werkgroep Noordwest-Veluwe <werkgroep@nwveluwe.example.org>", "[Veluwe-overleg] ouderavond", "2027-05-11 21:30", LISTED, "List-Id: <veluwe-overleg.lijsten.example.org>", "List-Post: <mailto:Veluwe-overleg@lijsten.example.org>", "Precedence: list"), "submission",
         activities=(act('ouderavond "Weer naar buiten"', "2027-06-01 19:30-21:00", "Kulturhus De Spil | Spoorstraat 15, Wezep | Oldebroek", "ouders", "Werkgroep Noordwest-Veluwe", or_title=["Weer naar buiten"]),),
         tests="through a mailing list, whose headers and footer say newsletter: it is one organiser's own activity; 'half acht tot negen'; Wezep lies in Oldebroek", note="List headers alone do not make a newsletter."),
    Mail("twee-steden-in-proza", outlook_web("Groeikracht Academie <academie@groeikracht.example.nl>", "workshop en training", "2027-05-04 12:12", TWO_TOWNS), "submission",
         activities=(
             act("Kleine stappen", "2027-05-31 14:00-15:30", "ROC De Schans | Boerenverdriet 1, Bergen op Zoom | Bergen op Zoom", "onderwijs", "GroeiKracht Academie", mail="academie@groeikracht.example.nl", or_title=["workshop Kleine stappen"]),
             act("Thuis in gesprek", "2027-06-03 09:30-11:00", "Huis van de Buurt | Haagdijk 210, Breda | Breda", "jeugdhulp", "GroeiKracht Academie", mail="academie@groeikracht.example.nl", or_title=["training Thuis in gesprek"]),
         ), tests="two activities in one paragraph; a town of three words"),
    Mail("luisterlijn-hele-week", apple("Luisterlijn <contact@luisterlijn.example.org>", "wij ook!", "2027-05-18 18:18", WEEK), "submission",
         activities=(act("Luisterlijn Thuiszitters", "2027-05-31..2027-06-04 hele dag", who="ouders", by="Luisterlijn Thuiszitters", web="https://luisterlijn.example.org", online=True, ignore="online all_day"),),
         tests="the whole week, by telephone and chat: no place, and 'online' is a matter of taste"),
    Mail("lunch-and-learn", android("Brainwave <hello@brainwave.example.com>", "lunch & learn", "2027-05-09 12:00", NOON), "submission",
         activities=(act("Lunch & Learn: school refusal", "2027-06-02 12:00-13:15", "Brainwave Centre | Kastanjelaan 400, Eindhoven | Eindhoven", "onderwijs jgz", "Brainwave Centre", reg="https://brainwave.example.com/lunch"),),
         tests="Dutch and English mixed; 'noon'; 'until'"),
    Mail("tweede-dag-tien-voor-half", thunderbird("OBS De Windroos <windroos@example.nl>", "yoga", "2027-05-21 15:45", SECOND), "submission",
         activities=(act("Rek en strek", "2027-06-01 09:20-10:45", "gymzaal OBS De Windroos | Schoolstraat 22, Borger | Borger-Odoorn", "jongeren onderwijs", "OBS De Windroos", or_title=["yogales", "yogales Rek en strek"], or_venue=["OBS De Windroos"]),),
         tests="'tweede dag van de actieweek', 'tien voor half tien'; Borger lies in Borger-Odoorn"),
    Mail("estafette-in-de-regio", outlook("SWV Achterhoek Noord <bureau@swvachterhoeknoord.example.nl>", "Estafette", "2027-05-03 08:30", DISTRICT), "submission",
         activities=(act("Van klas naar klas", "2027-06-03 08:30-15:00", who="onderwijs", by="Samenwerkingsverband Achterhoek Noord", mail="bureau@swvachterhoeknoord.example.nl", ignore="online province", or_title=["estafette Van klas naar klas", "estafette", "estafette langs scholen"], or_organiser=["SWV Achterhoek Noord"]),),
         tests="a region and no municipality; a label for whom it is in the last sentence; a phone number as a date"),
]
