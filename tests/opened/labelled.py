# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Facts behind labels: many words for the same label, many ways to set it apart."""

from .labels import Mail, act
from .mime import text
from .programs import apple, bare, gmail, outlook, outlook_web, phone, roundcube

STEIGER = """Hoi redactie,

Leuk dat de actieweek er weer is! Bij deze onze bijdrage:

*Wat:* Vissen met een vraag
*Wanneer:* wo. 2 juni '27
*Hoe laat:* 13u30 tot ca. 15u30 (inloop vanaf 13u15, na afloop limonade tot 16u00)
*Waar:* Jongerenhuis De Steiger, Kade West 14 in Goes
*Voor wie:* jongeren van 12 t/m 17 die (even) niet naar school gaan, en hun ouders
*Kosten:* geen
*Aanmelden via:* https://desteiger.example.nl/vissen?utm_source=mail&utm_medium=actieweek

Groetjes Floortje
Jongerenhuis De Steiger
0113 - 31 05 27
desteiger.example.nl
"""

MANDE = """L.S.,

Onderstaand de gegevens van onze avond.

Activiteit........: Themaavond "Wachten duurt lang"
Datum.............: 01-06-2027
Aanvang...........: 19.30 uur
Einde.............: 21.45 uur
Zaal open.........: 19.00 uur
Plaats............: Dorpshuis De Mande, Hoofdstraat 12a, 7981 AB Diever
Doelgroep.........: ouders/verzorgers, leerkrachten en jeugdverpleegkundigen
Opgave............: per mail voor 21-05-2027, wachten@ouderkringdiever.example.nl
Bankrekening......: NL00 VBLD 0310 5202 71 (vrijwillige bijdrage)

Hoogachtend,
G. Everts (secretaris Ouderkring Diever)
"""

FORM = """<html><body style="font-family:sans-serif">
<p>Er is een nieuw formulier ingevuld op <a href="https://www.actieweek.example.org/meedoen">www.actieweek.example.org/meedoen</a>.</p>
<p><b>naam_activiteit</b><br>Rondje om de school</p>
<p><b>organisatie</b><br>Samenwerkingsverband Noordpunt</p>
<p><b>begin</b><br>2027-06-03 09:00</p>
<p><b>einde</b><br>2027-06-03 11:15</p>
<p><b>locatie</b><br>OBS De Zeester</p>
<p><b>straat_en_nummer</b><br>Duinroosstraat 7</p>
<p><b>postcode</b><br>1782 AA</p>
<p><b>plaats</b><br>Den Helder</p>
<p><b>doelgroep</b><br>schoolleiders; intern begeleiders; leerplichtambtenaren</p>
<p><b>website</b><br>swv-noordpunt.example.nl</p>
<p><b>link_aanmelden</b><br>https://swv-noordpunt.example.nl/rondje</p>
<p><b>contactpersoon</b><br>T. Oosterling</p>
<p><b>e-mail_contact</b><br>bureau@swv-noordpunt.example.nl</p>
<p><b>akkoord_voorwaarden</b><br>ja</p>
<p><b>verzonden</b><br>2027-04-19 16:02:11</p>
</body></html>
"""

MELDPUNT = """Beste mensen van de Actieweek,

Wij willen graag iets doorgeven voor de kalender.

Titel\t\tWie mist er?
Dag\t\tdonderdag 6 juni
Aanvang\t\t10.00 uur
Tot\t\t12.00 uur
Locatie\t\tStadhuis, Burgerzaal, Markt 1
Gemeente\tGouda
Bestemd voor\tdirecteuren, mentoren en leerplicht
Sluiting aanmelding\t24 mei 2019
Contact\t\tschoolverzuim@goudsepoort.example.nl

Met vriendelijke groeten,

Renske Abbring
Beleidsadviseur jeugd
Stichting De Goudse Poort
Ma, di en do aanwezig
"""

ENGLISH = """Dear team,

Please find our contribution to the Actieweek below.

WHAT: Coffee & conversations for parents of children who cannot attend school
WHEN: Thursday 3 June 2027, 7.30 pm - 9 pm (doors open at 7 pm)
WHERE: The Harbour International School, Badhuiskade 55, 2586 EM The Hague
WHO: parents, in English
RSVP: https://harbourschool.example.org/coffee
QUESTIONS: parents@harbourschool.example.org

Kind regards,
The Harbour International School
"""

FRISIAN = """Goeie,

Wy dogge ek mei! Hjir is alles op in rychje:

Wat: Iepen doar by Jongerein De Flap
Wannear: tiisdei 1 juny, fan 14.00 oant 16.00 oere
Wêr: doarpshûs De Spil, Tsjerkestrjitte 4, Joure
Foar wa: âlden en jongerein

Mei freonlike groetnis,
Jongereinwurk De Flap
www.deflap.example.nl
"""

CAPS = """AANMELDING ACTIVITEIT

ORGANISATIE: GGD Kromme Leek
NAAM ACTIVITEIT: SPREEKUUR ZIEK & SCHOOL
DATUM + TIJD: VR 4 JUNI 2027 / 9-12 UUR
ADRES: DAM 3B
POSTCODE/PLAATS: 1506 BC ZAANDAM
TOEGANKELIJK VOOR: IEDEREEN
AANMELDEN NODIG?: NEE
"""

TWOLINES = """Geachte heer/mevrouw,

Graag vermelding van het volgende.

Naam van de bijeenkomst
De doos van Pandora: verzuimcijfers eerlijk bekeken

Datum en tijdstip
Maandag 31 mei, 15:00-17:00 uur

Locatie
Provinciehuis Overijssel, Luttenbergstraat 2, Zwolle (zaal 1.07)

Doelgroep
Beleidsmedewerkers van gemeenten en coördinatoren van samenwerkingsverbanden

Inschrijven
Via www.kennistafeloost.example.nl/pandora, uiterlijk dinsdag 25 mei 12.00 uur

Organisator
Kennistafel Oost

Met vriendelijke groet,
Annelien
"""

HYBRID = """Hallo,

• Activiteit: Studiemiddag Schoolangst de baas
• Datum: dinsdag 1 juni
• Tijd: 13.00 - 16.30 uur, met een pauze om 14.45 uur
• Plek: De Werkplaats, Lange Kerkstraat 30, 4331 AB Middelburg, of thuis achter je laptop
• Voor: leraren en jeugdhulpverleners
• Meekijken: https://us02web.zoom.us/j/00000000000?pwd=VOORBEELD
• Inschrijven voor beide: https://www.zeeuwseleerkring.example.nl/inschrijven/schoolangst

Zeeuwse Leerkring
info@zeeuwseleerkring.example.nl
"""

ORGANISER = "Samenwerkingsverband Noordpunt"
GERDA = "Gerda Everts <gerda.everts@example.com>"

MAILS = [
    Mail(
        "sterretjes-om-labels",
        gmail(
            "Floortje <floortje.desteiger@example.com>", "Nog eentje!", "2027-04-20 20:14", STEIGER
        ),
        "submission",
        activities=(act("Vissen met een vraag", "2027-06-02 13:30-15:30", "Jongerenhuis De Steiger | Kade West 14, Goes | Goes", "jongeren ouders", "Jongerenhuis De Steiger", web="https://desteiger.example.nl", reg="https://desteiger.example.nl/vissen"),),
        tests="bold labels as asterisks; year in two digits; walk-in and closing drinks; a phone number that reads as a date; utm; site without scheme in the signature",
    ),
    Mail(
        "puntjes-achter-labels",
        roundcube(GERDA, "Actieweek - themaavond", "2027-05-02 11:47", MANDE, width=90),
        "submission",
        activities=(act('Themaavond "Wachten duurt lang"', "2027-06-01 19:30-21:45", "Dorpshuis De Mande | Hoofdstraat 12a, 7981 AB Diever | Westerveld", "ouders onderwijs jgz", "Ouderkring Diever", mail="wachten@ouderkringdiever.example.nl", or_title=["Wachten duurt lang"]),),
        tests="dotted labels; doors open before the start; closing date; account number with a date in it; house number with a letter; Diever lies in Westerveld",
    ),
    Mail(
        "webformulier",
        bare(
            "Website Actieweek <noreply@website.example.org>",
            "Nieuw formulier: activiteit aanmelden",
            "2027-04-19 16:02",
            "",
            "X-Mailer: PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)",
            "Reply-To: bureau@swv-noordpunt.example.nl",
            part=text(FORM, "html"),
        ),
        "submission",
        activities=(act("Rondje om de school", "2027-06-03 09:00-11:15", "OBS De Zeester | Duinroosstraat 7, 1782 AA Den Helder | Den Helder", "onderwijs gemeenten", ORGANISER, web="https://swv-noordpunt.example.nl", reg="https://swv-noordpunt.example.nl/rondje", mail="bureau@swv-noordpunt.example.nl"),),
        tests="web form: labels on their own line with underscores, ISO times; the time of sending; the form's own site is not the organiser's; sent by noreply and yet a submission",
    ),
    Mail(
        "tabs-uit-word",
        outlook(
            "Renske Abbring <r.abbring@goudsepoort.example.nl>",
            "kalender",
            "2019-05-14 09:31",
            MELDPUNT,
        ),
        "submission",
        2019,
        activities=(act("Wie mist er?", "2019-06-06 10:00-12:00", "Stadhuis, Burgerzaal | Markt 1, Gouda | Gouda", "onderwijs gemeenten", "Stichting De Goudse Poort", mail="schoolverzuim@goudsepoort.example.nl", or_venue=[ "Stadhuis", "Burgerzaal", "Stadhuis Gouda", "Burgerzaal van het stadhuis", ], or_audience=["bestuurders"]),),
        tests="labels with tabs; a date without a year; the municipality under its own label; office days in the signature; organiser only in the signature",
    ),
    Mail(
        "engels-met-labels",
        apple(
            "Harbour School <office@harbourschool.example.org>",
            "Actieweek contribution",
            "2027-05-10 13:20",
            ENGLISH,
        ),
        "submission",
        activities=(act("Coffee & conversations for parents of children who cannot attend school", "2027-06-03 19:30-21:00", "The Harbour International School | Badhuiskade 55, 2586 EM The Hague | 's-Gravenhage", "ouders", "The Harbour International School", reg="https://harbourschool.example.org/coffee", mail="parents@harbourschool.example.org", or_title=["Coffee & conversations for parents", "Coffee & conversations"]),),
        tests="English: pm, doors open, The Hague",
    ),
    Mail(
        "fries-met-labels",
        gmail(
            "De Flap <deflap@example.nl>",
            "Aksjewike",
            "2027-05-06 10:05",
            FRISIAN,
            encoding="quoted-printable",
        ),
        "submission",
        activities=(act("Iepen doar by Jongerein De Flap", "2027-06-01 14:00-16:00", "doarpshûs De Spil | Tsjerkestrjitte 4, Joure | De Fryske Marren", "ouders jongeren", "Jongereinwurk De Flap", web="https://www.deflap.example.nl", or_title=["Iepen doar"], or_organiser=["De Flap"]),),
        tests="Frisian labels and values; Joure lies in De Fryske Marren",
    ),
    Mail(
        "alles-in-hoofdletters",
        outlook_web(
            "GGD Kromme Leek <aanmelding@ggdkrommeleek.example.nl>",
            "AANMELDING ACTIVITEIT",
            "2027-04-30 08:58",
            CAPS,
        ),
        "submission",
        activities=(act("Spreekuur ziek & school", "2027-06-04 09:00-12:00", "- | Dam 3B, 1506 BC Zaandam | Zaanstad", "iedereen", "GGD Kromme Leek"),),
        tests="capitals, '9-12 UUR', date and time under one label, postcode and town under one label; no venue, no registration",
    ),
    Mail(
        "label-boven-waarde",
        outlook(
            "Annelien Brouwer <a.brouwer@kennistafeloost.example.nl>",
            "Verzoek vermelding bijeenkomst 31 mei",
            "2027-04-26 14:12",
            TWOLINES,
            charset="utf-8",
        ),
        "submission",
        activities=(act("De doos van Pandora: verzuimcijfers eerlijk bekeken", "2027-05-31 15:00-17:00", "Provinciehuis Overijssel, zaal 1.07 | Luttenbergstraat 2, Zwolle | Zwolle", "gemeenten samenwerkingsverbanden", "Kennistafel Oost", reg="https://www.kennistafeloost.example.nl/pandora", ignore="website", or_title=["De doos van Pandora"], or_venue=["Provinciehuis Overijssel", "Provinciehuis"]),),
        tests="label on one line, value on the next; a province in the name of the venue; a room number that reads as a time; closing date with a time",
    ),
    Mail(
        "hybride-met-bolletjes",
        apple(
            "Zeeuwse Leerkring <info@zeeuwseleerkring.example.nl>",
            "studiemiddag",
            "2027-05-03 17:40",
            HYBRID,
        ),
        "submission",
        activities=(act("Studiemiddag Schoolangst de baas", "2027-06-01 13:00-16:30", "De Werkplaats | Lange Kerkstraat 30, 4331 AB Middelburg | Middelburg", "onderwijs jeugdhulp", "Zeeuwse Leerkring", reg="https://www.zeeuwseleerkring.example.nl/inschrijven/schoolangst", mail="info@zeeuwseleerkring.example.nl", online=True, or_title=["Schoolangst de baas"]),),
        tests="bullets; hybrid without the word; the Zoom link is no registration page; a pause is not the end",
    ),
    Mail(
        "telefoon-een-regel-per-feit",
        phone(
            "Wijkteam Oost Venray <wto@venraysociaal.example.nl>",
            "Theekransje",
            "2027-05-21 16:44",
            "Titel: theekransje voor vaders\nDag: do 3-6\nTijd: 19:30-21:30u\nBij: Buurthuis 't Stekske, Kruisstraat 8, Venray\n\nGeen mail nodig, bellen mag (0478-020627)",
        ),
        "submission",
        activities=(act("theekransje voor vaders", "2027-06-03 19:30-21:30", "Buurthuis 't Stekske | Kruisstraat 8, Venray | Venray", "ouders", "Wijkteam Oost Venray", or_title=["theekransje"]),),
        tests="'do 3-6'; phone number that reads as 2 June 2027; organiser only in the display name; fathers are parents",
    ),
]
