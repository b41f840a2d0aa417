# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Facts in running sentences: letters, dialect, thumbs on a phone."""

from tests.opened.labels import Mail, act
from tests.opened.programs import gmail, outlook, phone, thunderbird

from .clients import horde, proton
from .others import groupwise, k9, live_mail

DIALECT = """Moi leu van de actiewekke,

Wiej van de Noaberkokken uut Goor doot dit joar ok met! Woensdag 2 juni koakt wiej met kinder dee neet noar school goat. 's Middags van half 3 töt kwart veur 5, in de kökken van 't Parochiehoes an de Kerkstraat 9. Vaders en moders bint ok welkom, dee meugt de earpel schiln. 't Hef de naam "Eerst wat etn".

't Kost niks en opgeven hoof neet. Wat vroagn? noaberkokken@example.com

Goodgoan!
de Noaberkokken
"""

LETTER = """Zeer geachte heer, mevrouw,

Sedert enige jaren buigt ons gezelschap zich over de vraag hoe een kind op Walcheren de weg naar de schoolbank terugvindt. Het verslag van ons samenzijn van 11 mei 2016 heeft u indertijd ontvangen.

Op de derde dag van uw week hopen wij onze bevindingen voor te leggen aan wethouders en schoolbestuurders. De uitbater van Pension Duinlust te Domburg stelt ons daartoe zijn serre ter beschikking (Badhuisweg 12). Men vangt aan om kwart voor negen in de ochtend; het slotwoord is voorzien op het middaguur, waarna voor wie dat wenst een kop soep gereedstaat. Wij gaven de bijeenkomst de titel "Een plaats aan het raam".

Wie aanwezig wenst te zijn, gelieve zulks kenbaar te maken aan onze scriba: scriba@walchersgezelschap.example.nl.

Met gevoelens van hoogachting,

J.A. Boogaard, voorzitter
Het Walchers Gezelschap voor Onderwijsvragen
"""

LEVEL = "yo redactie, jongerencentrum de branding hier uit ijmuiden. wij hebben do 3 juni savonds een gameavond voor gasten en meiden van 13 tm 17 die thuis zitten, naam is level up samen. deur open om half 7, 7 uur beginnen we en om half 10 gaat t licht uit. plek = planetenweg 250. kost niks 5 euro borg voor een controller. site hebben we (nog) niet maar mailen kan debranding@example.com. peace"
BRANDING = "de branding <debranding@example.com>"

COAT = """Hallo!

Even een lang verhaal kort. We hadden eerst dinsdag 1 juni op het oog, maar dan heeft de dansschool de zaal. Het is nu donderdag 3 juni geworden, 's middags om kwart over drie. In De Smidse (Dorpsstraat 80, Vaassen) kijken we samen naar de korte film "De kapstok". Hij duurt maar achttien minuten, dus er is tijd genoeg om te praten; om vijf uur zetten we de stoelen weer op tafel.

We hopen op pleegouders én op leerkrachten, want die zien elkaar veel te weinig. De maakster van de film, zelf oud-leerling van het vso, is erbij.

Dank jullie wel, tot gauw,
Ineke Brouwer
Pleegoudernetwerk Noord-Veluwe
ineke@pleegnetwerk.example.nl
"""
INEKE = "Ineke Brouwer <ineke@pleegnetwerk.example.nl>"

WALK = """Dag redactie,

Elke ochtend van de actieweek, behalve woensdag want dan is het marktdag, gaat onze Wandelschool op pad. We vertrekken om kwart voor tien bij Heemtuin De Vlinder, Beeksestraat 33 in Prinsenbeek, en zijn daar om elf uur weer terug. Het is voor kinderen die (deels) thuiszitten en hun vader of moeder. Honden mogen mee, tablets niet.

Meld je aan op https://wandelschool.example.org/meelopen, dan weten we hoeveel appels er in de tas moeten.

Zonnige groet,
Stichting De Wandelschool
www.wandelschool.example.org
"""
WALKS = {"place": "Heemtuin De Vlinder | Beeksestraat 33, Prinsenbeek | Breda", "who": "jongeren ouders", "by": "Stichting De Wandelschool", "web": "https://www.wandelschool.example.org", "reg": "https://wandelschool.example.org/meelopen", "or_organiser": ["De Wandelschool"]}
WALK_FROM = "Stichting De Wandelschool <hallo@wandelschool.example.org>"

SLEEP = """Beste redactie,

Namens onze opdrachtgever, Oudernetwerk Twee Sporen, vragen wij uw aandacht voor de online lezing ‘Slapen, waken, leren’, op de slotdag van de actieweek. Slaaponderzoeker Marit Veldkamp spreekt vanaf 12.30 uur. De lezing duurt precies een uur, vragen stellen inbegrepen, en is bedoeld voor jeugdartsen en ouders.

Deelnemers krijgen de Zoom-link een dag van tevoren per mail. Inschrijven kan op https://tweesporen.example.org/slapen; wie vragen heeft over de lezing mailt naar info@tweesporen.example.org. Meer over het netwerk: www.tweesporen.example.org.

Met vriendelijke groet,

Femke Klinkhamer

Klinkhamer Communicatie | Stationsplein 4, Haarlem
www.klinkhamercommunicatie.example.com
Niet op vrijdag bereikbaar.
"""

BEES = """Beste mensen,

Ik ben Huub Vaessen, imker in Epen en vroeger zelf ook zo'n kind dat niet ging. Vrijdag 7 juni staat mijn schuur de hele dag open. Kinderen die thuiszitten mogen honing slingeren (ik heb acht kleine pakken) en hun meester of juf mag ook komen, graag zelfs. Ik noem het maar 'School van de bij'.

Het is Julianastraat 51, 6285 AH Epen. Met de bus kan het ook, lijn 57, elk uur. Bellen liever niet, ik sta vaak in het veld. Een kaartje om het te vinden staat op www.huubsbijen.example.nl.

Gegroet,
Huub
"""

TWICE = """Geachte redactie,

Samenwerkingsverband De Dommelstroom organiseert in uw week tweemaal iets, en beide keren op dinsdag 1 juni. 's Ochtends, van 9.00 tot 11.30 uur, verwelkomen wij intern begeleiders en leerplichtambtenaren in Grand Café De Rechter (Rechterstraat 12 te Boxtel) voor de rondetafel 'Eén kind, één plan'. 's Avonds, van 20.00 tot 21.00 uur, is er voor ouders de online vragenkamer 'Mag dat wel?', waar zij vanaf de eigen bank hun vragen kunnen stellen.

Voor de ochtend dient men zich aan te melden via https://dommelstroom.example.nl/rondetafel, voor de avond is dat niet nodig. Meer over beide onderdelen leest u op www.dommelstroom.example.nl/actieweek. Vragen? Mail actieweek@dommelstroom.example.nl.

Met vriendelijke groet,
Bureau van Samenwerkingsverband De Dommelstroom
"""
STREAM = {"by": "Samenwerkingsverband De Dommelstroom", "web": "https://www.dommelstroom.example.nl/actieweek", "mail": "actieweek@dommelstroom.example.nl"}

MAILS = [
    Mail("eerst-wat-etn", k9("Noaberkokken <noaberkokken@example.com>", "wiej doot met", "2027-05-05 18:33", DIALECT), "submission",
         activities=(act("Eerst wat etn", "2027-06-02 14:30-16:45", "Parochiehoes | Kerkstraat 9, Goor | Hof van Twente", "jongeren ouders", "Noaberkokken", mail="noaberkokken@example.com", or_title=["koken met kinderen: Eerst wat etn"], or_venue=["kökken van 't Parochiehoes", "'t Parochiehoes"]),),
         tests="dialect of Twente; 'half 3 töt kwart veur 5' in the afternoon; the town stands in another sentence than the street; Goor lies in Hof van Twente"),
    Mail("derde-dag-van-uw-week", groupwise("Walchers Gezelschap <scriba@walchersgezelschap.example.nl>", "Bijeenkomst te Domburg", "2017-04-26 14:50", LETTER), "submission", 2017,
         activities=(act("Een plaats aan het raam", "2017-05-10 08:45-12:00", "Pension Duinlust | Badhuisweg 12, Domburg | Veere", "bestuurders", "Het Walchers Gezelschap voor Onderwijsvragen", mail="scriba@walchersgezelschap.example.nl", or_audience=["gemeenten", "onderwijs"], or_venue=["serre van Pension Duinlust", "serre", "Pension Duinlust, serre", "Pension Duinlust te Domburg"], or_organiser=["Walchers Gezelschap"]),),
         tests="a solemn letter; 'de derde dag van uw week'; 'kwart voor negen in de ochtend', 'het middaguur'; last year's date; house number in brackets; Domburg lies in Veere"),
    Mail("level-up", phone(BRANDING, "gameavond", "2027-05-16 00:12", LEVEL, last="Verzonden vanaf mijn toestel"), "submission",
         activities=(act("level up samen", "2027-06-03 19:00-21:30", "jongerencentrum de branding | planetenweg 250 | Velsen", "jongeren", "jongerencentrum de branding", mail="debranding@example.com", or_title=["gameavond level up samen", "gameavond"], or_organiser=["de branding"]),),
         tests="no capitals; 'savonds 7 uur' and 'half 10'; doors open earlier; a deposit; ages; IJmuiden lies in Velsen"),
    Mail("toch-maar-donderdag", thunderbird(INEKE, "film in de actieweek", "2027-05-07 20:19", COAT), "submission",
         activities=(act("De kapstok", "2027-06-03 15:15-17:00", "De Smidse | Dorpsstraat 80, Vaassen | Epe", "ouders onderwijs", "Pleegoudernetwerk Noord-Veluwe", mail="ineke@pleegnetwerk.example.nl", or_title=["film De kapstok", "korte film De kapstok"]),),
         tests="a day that was given up before the day that counts; 'kwart over drie' to 'vijf uur'; length of the film; foster parents are parents; the maker is a guest; Vaassen lies in Epe"),
    Mail("elke-ochtend-behalve-woensdag", gmail(WALK_FROM, "Wandelschool in de actieweek", "2027-04-30 11:27", WALK), "submission",
         activities=tuple(act("Wandelschool", f"{day} 09:45-11:00", **WALKS) for day in ("2027-05-31", "2027-06-01", "2027-06-03", "2027-06-04")),
         tests="a series told as 'elke ochtend behalve woensdag'; times in words; Prinsenbeek lies in Breda"),
    Mail("bureau-namens-ouders", outlook("Femke Klinkhamer <femke@klinkhamercommunicatie.example.com>", "Persbericht: online lezing over slaap", "2027-05-12 09:40", SLEEP), "submission",
         activities=(act("Slapen, waken, leren", "2027-06-04 12:30-13:30", "online", "jgz ouders", "Oudernetwerk Twee Sporen", web="https://www.tweesporen.example.org", reg="https://tweesporen.example.org/slapen", mail="info@tweesporen.example.org", or_title=["online lezing Slapen, waken, leren", "lezing Slapen, waken, leren"]),),
         tests="an agency on behalf of the organiser: its name, site, town and address are not the activity's; 'de slotdag'; an end from 'precies een uur'"),
    Mail("school-van-de-bij", proton("Huub Vaessen <huub@huubsbijen.example.nl>", "bijen", "2019-05-24 06:58", BEES), "submission", 2019,
         activities=(act("School van de bij", "2019-06-07 hele dag", "schuur | Julianastraat 51, 6285 AH Epen | Gulpen-Wittem", "jongeren onderwijs", "Huub Vaessen", web="https://www.huubsbijen.example.nl", ignore="venue", or_organiser=["Huub"]),),
         tests="all day; a person is the organiser; bus line and number of suits; Epen lies in Gulpen-Wittem"),
    Mail("ochtend-en-avond", live_mail("SWV De Dommelstroom <actieweek@dommelstroom.example.nl>", "Dinsdag 1 juni", "2027-04-28 15:59", TWICE), "submission",
         activities=(
             act("rondetafel 'Eén kind, één plan'", "2027-06-01 09:00-11:30", "Grand Café De Rechter | Rechterstraat 12, Boxtel | Boxtel", "onderwijs gemeenten", reg="https://dommelstroom.example.nl/rondetafel", **STREAM, or_title=["Eén kind, één plan"]),
             act("vragenkamer 'Mag dat wel?'", "2027-06-01 20:00-21:00", "online", "ouders", **STREAM, or_title=["Mag dat wel?", "online vragenkamer 'Mag dat wel?'"]),
         ), tests="two activities in one paragraph, on one day; the second online; registration for the first alone; one page about both"),
    Mail("eerste-en-derde-vrijdag", horde("Oudercafé De Waard <oudercafe@example.org>", "oudercafé", "2018-05-20 21:44", """Hoi allemaal,

Ons oudercafé is iedere eerste en derde vrijdag van de maand, en dat valt dit jaar mooi: vrijdag 1 juni is de eerste dag van jullie week! We beginnen om 19u15 en gaan door tot een uur of negen - nee, laat ik het precies zeggen, 21.00 uur, want dan gaat het alarm erop. De week erna zijn we er niet en op 15 juni pas weer.

Het oudercafé zit in de oude pastorie van Giessenburg, Dorpsstraat 19. Alleen ouders, geen instanties (sorry).

Liefs van Marleen en Joke
Oudercafé De Waard
""", charset="iso-8859-1"), "submission", 2018,
         activities=(act("oudercafé", "2018-06-01 19:15-21:00", "oude pastorie | Dorpsstraat 19, Giessenburg | Molenlanden", "ouders", "Oudercafé De Waard", or_title=["Oudercafé De Waard"], or_venue=["oude pastorie van Giessenburg"]),),
         tests="a monthly meeting of which one falls in the week; 'een uur of negen' corrected in the sentence; 15 June is outside; Giessenburg lies in Molenlanden"),
]
