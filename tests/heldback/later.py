# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""What comes after: changes, answers, cancellations, and the same once more."""

from tests.opened.labels import Mail, act
from tests.opened.mime import message_id, quoted
from tests.opened.programs import apple, gmail, outlook, outlook_web, phone, thunderbird

from .facts import ELS, MIRTE, QUESTION, QUESTION_ATTACHMENTS, QUESTION_FILES
from .grids import GLASS_FROM
from .others import k9
from .stories import BRANDING, DIALECT, INEKE, LEVEL, WALK_FROM

CONFIRMED = """Hoi Mirte,

Bedankt voor je aanmelding! Dit staat er nu bij ons:

open repetitie ‘Valse noten welkom’
woensdag 2 juni 2027, 14.00 – 15.30 uur
muziekschool De Stemvork, Stationsweg 21, Joure

Klopt er iets niet? https://actieweek.example.org/aanmelden/VOORBEELD8/

Groet,
Redactie Actieweek
"""
MIRTE_ID = message_id(MIRTE + "2027-05-11 16:02", "destemvork.example.nl")
CONFIRMED_ID = "<bevestiging.20270511.1403@actieweek.example.org>"
HALF_AN_HOUR = f"""oh wat mooi! alleen: de bus met instrumenten kan er niet zo vroeg zijn. dus ‘Valse noten welkom’ (woensdag 2 juni) begint om 14u30 in plaats van 14u, we stoppen wel gewoon om 15u30. en er is nu tóch een aanmeldlink, want ineens willen er twintig: https://destemvork.example.nl/meespelen

liefs mirte

Op di 11 mei 2027 om 16:03 schreef Redactie Actieweek <actieweek@example.org>:

{quoted(CONFIRMED)}
"""

ASKED_ID = "<vraag.20270508.0715@actieweek.example.org>"
BETWEEN = """Op 8-5-2027 om 09:15 schreef Redactie Actieweek:

> Dag Ineke,
>
> Dank voor "De kapstok" op donderdag 3 juni. We willen nog weten:
>
> - Wat is de postcode van De Smidse?

8171 BT. En ik zie dat ik het huisnummer fout had: het is
Dorpsstraat 86.

> - Kunnen mensen zich ergens aanmelden, en tot wanneer?

Ja, sinds gisteren: https://pleegnetwerk.example.nl/kapstok (tot 1 juni).

> - Is de film ook online te zien, bijvoorbeeld via
> www.filmvoorbeeld.example.com?

Nee, alleen op de avond zelf. Middag, bedoel ik!

>
> Groet,
> Redactie Actieweek

Groet,
Ineke
"""

FROM_AFAR = """Beste redactie,

Eén wijziging in ons rooster. De intervisie ‘Dossier of kind?’ van maandag 31 mei houden we niet in De Kasstee maar online, omdat de helft van de groep aan de andere kant van de Maas werkt. Het tijdstip blijft 15.30 - 17.00 uur. Deelnemers krijgen van ons een link. De koffie en de oudertafel gaan door zoals ze in het rooster stonden.

Met vriendelijke groet,
Onderwijsplein Glasland
"""

ILL = f"""Geachte redactie,

Tot onze spijt kan de studiemiddag "Verzuim is een vraag" van donderdag 6 juni niet doorgaan: onze spreekster ligt met een gebroken been in het ziekenhuis. Wilt u de middag uit de agenda nemen? Wij denken aan een nieuwe datum in oktober, daarover later meer.

Met vriendelijke groet,

Els Dingemanse
Samenwerkingsverband Scheldeland

________________________________
Van: Els Dingemanse
Verzonden: woensdag 8 mei 2019 09:20
Aan: Actieweek
Onderwerp: Aanmelding agenda Actieweek

{QUESTION.partition("Bestemd voor")[0]}"""

STORM = """Ha redactie,

Ze geven voor vrijdag 4 juni onweer af, dus de Wandelschool van die ochtend zeggen we af. Maandag en dinsdag liepen geweldig, en morgen (donderdag) gaan we gewoon nog een keer. Willen jullie alleen vrijdag weghalen?

Stichting De Wandelschool
"""

MAILS = [
    Mail("half-uur-later", gmail(MIRTE, "Re: Je aanmelding voor de Actieweek", "2027-05-12 08:21", HALF_AN_HOUR, answers=CONFIRMED_ID, references=f"{MIRTE_ID} {CONFIRMED_ID}"), "update", refers_to="schuine-strepen",
         activities=(act("Valse noten welkom", "2027-06-02 14:30-15:30", by="muziekschool De Stemvork", reg="https://destemvork.example.nl/meespelen", ignore="organiser", or_title=["open repetitie Valse noten welkom"]),),
         tests="new and old hour in one sentence; a registration that was not there before; our confirmation with the old facts and a link of ours quoted below"),
    Mail("tussen-de-streepjes", thunderbird(INEKE, "Re: Vraag over De kapstok", "2027-05-08 11:30", BETWEEN, answers=ASKED_ID), "update", refers_to="toch-maar-donderdag",
         activities=(act("De kapstok", "2027-06-03", "- | Dorpsstraat 86, 8171 BT | Epe", by="Pleegoudernetwerk Noord-Veluwe", reg="https://pleegnetwerk.example.nl/kapstok", ignore="start end all_day online venue municipality province organiser"),),
         tests="answers between the questions: a postcode, a house number set right, a page to register; a site that is refused", note="Day and place stand in our own quoted words only: not scored. The old house number is a wrong address."),
    Mail("intervisie-wordt-online", outlook_web(GLASS_FROM, "wijziging 31 mei", "2027-05-25 09:06", FROM_AFAR), "update", refers_to="dag-over-twee-rijen",
         activities=(act("Intervisie ‘Dossier of kind?’", "2027-05-31 15:30-17:00", "online", by="Onderwijsplein Glasland", ignore="organiser", or_title=["Dossier of kind?"]),),
         tests="new thread; one of three activities; the old place is named and no longer counts; the other two stay"),
    Mail("spreekster-in-het-ziekenhuis", outlook(ELS, "RE: Aanmelding agenda Actieweek", "2019-05-29 16:12", ILL, answers=message_id(ELS + "2019-05-08 09:20", "swvscheldeland.example.nl")), "cancellation", 2019, refers_to="studiemiddag-met-drankje",
         activities=(act("Verzuim is een vraag", "2019-06-06", by="Samenwerkingsverband Scheldeland", ignore="end all_day online venue address municipality province", or_title=["studiemiddag Verzuim is een vraag"], or_start=["2019-06-06T13:15"]),),
         tests="in the thread, with the old mail below; a new date that is none yet", note="The date may be given with or without the hour of the old mail."),
    Mail("vrijdag-onweer", apple(WALK_FROM, "code oranje", "2027-06-02 17:45", STORM), "cancellation", refers_to="elke-ochtend-behalve-woensdag",
         activities=(act("Wandelschool", "2027-06-04", by="Stichting De Wandelschool", ignore="end all_day online", or_title=["de Wandelschool van vrijdag"], or_organiser=["De Wandelschool"], or_start=["2027-06-04T09:45"]),),
         tests="one of four sessions, sent during the week; three other days in the text"),
    Mail("tweede-bezorging", k9("Noaberkokken <noaberkokken@example.com>", "wiej doot met", "2027-05-05 18:33", DIALECT).replace(b"\tby mx1.", b"\tby mx2.").replace(b"Return-Path", b"X-Delivered-Twice: yes\nReturn-Path", 1), "duplicate", refers_to="eerst-wat-etn",
         tests="the same Message-ID through another server"),
    Mail("opnieuw-met-flyer", outlook(ELS, "Opnieuw: Aanmelding agenda Actieweek", "2019-05-10 08:50", QUESTION, *QUESTION_FILES), "duplicate", 2019, refers_to="studiemiddag-met-drankje",
         attachments=QUESTION_ATTACHMENTS, tests="the same text and files two days later, with a new id and 'Opnieuw:' before the subject"),
    Mail("gameavond-nog-een-keer", phone(BRANDING, "Fwd: gameavond", "2027-05-18 13:03", LEVEL, last="Verzonden vanaf mijn toestel"), "duplicate", refers_to="level-up",
         tests="the same words, a new id, another subject"),
]
