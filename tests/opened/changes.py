# ruff: noqa: E501 -- mails have the lines that their programs write
"""What comes after: answers to our mails, changes, cancellations, the same again."""
# a label is a line:
# fmt: off

from .forwarded import GMAIL
from .labelled import MANDE
from .labels import Mail, act
from .mime import message_id, quoted
from .programs import apple, gmail, outlook, outlook_web, phone, roundcube
from .prose import SPREEK

CONFIRMATION = """Beste Gerda,

Bedankt voor je aanmelding. We hebben ‘Themaavond "Wachten duurt lang"’ ontvangen en bekijken hem binnen drie werkdagen.

Je aanmelding bekijken of aanpassen: https://actieweek.example.org/aanmelden/VOORBEELD/

Groet,
Redactie Actieweek
"""
GERDA_ID = message_id("Gerda Everts <gerda.everts@example.com>2027-05-02 11:47", "example.com")
CONFIRMED = "<bevestiging.20270502.0947@actieweek.example.org>"
CORRECTION = f"""Beste redactie,

Ik zie dat ik een foutje maakte. De themaavond "Wachten duurt lang" op 1 juni begint niet om 19.30 maar om 20.00 uur, en het einde schuift mee naar 22.15 uur.

Excuses en dank,
Gerda

Op 2 mei 2027 om 11:49 schreef Redactie Actieweek:
{quoted(CONFIRMATION)}
"""

QUESTION_ID = "<vraag.20270520.0731@actieweek.example.org>"
INLINE = """Hoi!

Op do 20 mei 2027 om 09:31 schreef Actieweek <actieweek@example.org>:

> Beste Zorgteam,
>
> Bijna klaar! Over ‘Verzuimbalie’ (woensdag 2 juni, 09.00 uur) missen we nog twee dingen.
>
> Wat is het adres?

Kalkovenweg 62, Alphen aan den Rijn

> Moeten mensen zich aanmelden, en waar?

Mag, op www.ghcollege.example.nl/verzuimbalie

> Groet,
> Redactie Actieweek

groetjes
"""

MOVED = """Beste redactie,

Even een wijziging voor onze bijeenkomst Stille stoelen in Delfzijl. Die stond op donderdag 3 juni, maar wordt een dag vervroegd: woensdag 2 juni, zelfde plek, van 15.30 tot 17.30 uur. Willen jullie dat aanpassen?

Groet,
Jolijn Pot
Kind & Wijk Delfzijl
"""

EXTRA = """Hallo,

Nog een aanvulling op onze aanmelding Leren zonder lokaal (4 juni): de locatie verandert. We zitten niet meer op de boerderij maar in Theater Het Klooster, Basiliekpad 3 in IJsselstein. De rest klopt nog.

Kennisnetwerk Thuisonderwijs
"""

OFF = """Goedenavond,

het spijt ons, maar Avond in de haven (donderdag 3 juni, Harlingen) gaat niet door. De zaal staat onder water. We zoeken een datum in september.

Met spijt,
Stichting Gezinnen aan Boord
"""

DROPPED = """Dag,

In de reeks Spreekkamer Verzuim vervalt de tweede avond, die van donderdag 3 juni. Dinsdag 1 juni gaat gewoon door zoals gepland.

Jip, Jeugdteam Lek en Linge
"""

WITHDRAWN = """Zie hieronder, graag verwerken. Marit

Van: Judoschool Hajime <dojo@hajime.example.org>
Verzonden: dinsdag 25 mei 2027 20:11
Aan: Marit de Koning
Onderwerp: Sportinstuif

Marit, we moeten de Sportinstuif van maandag 31 mei helaas afblazen, de sporthal heeft lekkage. Geef jij het door aan de actieweek? Groet, Judoschool Hajime
"""

CANCELLED_REPLY = """Beste mensen,

Vanwege te weinig opgaven annuleren we het spreekuur. Kunnen jullie het weghalen?

GGD Kromme Leek

Van: Redactie Actieweek <actieweek@example.org>
Verzonden: maandag 3 mei 2027 11:02
Aan: GGD Kromme Leek
Onderwerp: Je activiteit staat in de agenda

Beste GGD Kromme Leek,

‘Spreekuur ziek & school’ staat in de agenda:
vrijdag 4 juni 2027, 09.00 – 12.00 uur, Dam 3B, Zaandam.
"""
KROMME_ID = message_id("GGD Kromme Leek <aanmelding@ggdkrommeleek.example.nl>2027-04-30 08:58", "ggdkrommeleek.example.nl")
PUBLISHED = "<geplaatst.20270503.0902@actieweek.example.org>"

MAILS = [
    Mail("antwoord-op-bevestiging", roundcube("Gerda Everts <gerda.everts@example.com>", "Re: We hebben je aanmelding ontvangen", "2027-05-03 10:10", CORRECTION, answers=CONFIRMED, references=f"{GERDA_ID} {CONFIRMED}", width=90), "update", refers_to="puntjes-achter-labels",
         activities=(act('Themaavond "Wachten duurt lang"', "2027-06-01 20:00-22:15", by="Ouderkring Diever", ignore="organiser", or_title=["Wachten duurt lang"]),),
         tests="reply to our confirmation; the old time beside the new one; our own text quoted with a link of ours"),
    Mail("antwoord-ertussen-gmail", gmail("Zorgteam GHC <zorgteam@ghcollege.example.nl>", "Re: Nog twee vragen over Verzuimbalie", "2027-05-20 12:14", INLINE, answers=QUESTION_ID), "update", refers_to="woensdag-van-de-actieweek",
         activities=(act("Verzuimbalie", "2027-06-02 09:00", "- | Kalkovenweg 62, Alphen aan den Rijn | Alphen aan den Rijn", reg="https://www.ghcollege.example.nl/verzuimbalie", ignore="start all_day online organiser website"),),
         tests="answers between the questions; only our own Message-ID in the thread", note="The start stands in our quoted question: giving it again is neither right nor wrong."),
    Mail("dag-vervroegd", outlook("Jolijn Pot <j.pot@kindenwijkdelfzijl.example.nl>", "wijziging", "2027-05-18 16:20", MOVED), "update", refers_to="outlook-doorgestuurd",
         activities=(act("Stille stoelen", "2027-06-02 15:30-17:30", "- | - | Eemsdelta", by="Kind & Wijk Delfzijl", ignore="municipality province online", or_title=["bijeenkomst Stille stoelen"]),),
         tests="new thread, and from someone who did not send the first mail; old and new day"),
    Mail("andere-zaal", apple("Kennisnetwerk Thuisonderwijs <hallo@netwerkthuisonderwijs.example.nl>", "Aanvulling", "2027-05-20 09:45", EXTRA), "update", refers_to="tabel-in-tabel",
         activities=(act("Leren zonder lokaal", "2027-06-04", "Theater Het Klooster | Basiliekpad 3, IJsselstein | IJsselstein", by="Kennisnetwerk Thuisonderwijs", ignore="start all_day organiser", or_venue=["Het Klooster"]),),
         tests="only the place changes"),
    Mail("onder-water", phone("Wiep Zandstra <wiep@gezinnenaanboord.example.org>", "slecht nieuws", "2027-05-30 21:30", OFF), "cancellation", refers_to="avond-in-de-haven",
         activities=(act("Avond in de haven", "2027-06-03", "- | - | Harlingen", by="Stichting Gezinnen aan Boord", ignore="all_day online"),),
         tests="plain prose, new thread; 'in september' is no new date"),
    Mail("tweede-avond-vervalt", outlook_web("Jip <j.dewaal@jeugdteamlekenlinge.example.nl>", "Spreekkamer", "2027-05-25 13:00", DROPPED), "cancellation", refers_to="dinsdag-en-donderdagavond",
         activities=(act("Spreekkamer Verzuim", "2027-06-03", by="Jeugdteam Lek en Linge", ignore="all_day online"),),
         tests="one session of a series; the other is mentioned and stays"),
    Mail("afgeblazen-doorgestuurd", outlook("Marit de Koning <m.dekoning@terneuzenbeweegt.example.nl>", "FW: Sportinstuif", "2027-05-26 08:20", WITHDRAWN), "cancellation", refers_to="apple-twee-diep",
         activities=(act("Sportinstuif", "2027-05-31", by="Judoschool Hajime", ignore="all_day online"),),
         tests="a cancellation that was forwarded; 'afblazen'"),
    Mail("annuleren-in-de-draad", outlook_web("GGD Kromme Leek <aanmelding@ggdkrommeleek.example.nl>", "RE: Je activiteit staat in de agenda", "2027-05-24 14:40", CANCELLED_REPLY, answers=PUBLISHED, references=f"{KROMME_ID} {PUBLISHED}"), "cancellation", refers_to="alles-in-hoofdletters",
         activities=(act("Spreekuur ziek & school", "2027-06-04 09:00-12:00", by="GGD Kromme Leek", ignore="start end all_day online address municipality province organiser", or_title=["spreekuur"]),),
         tests="top reply; title and time only in our quoted mail"),
    Mail("zelfde-bericht-nog-eens", roundcube("Gerda Everts <gerda.everts@example.com>", "Actieweek - themaavond", "2027-05-02 11:47", MANDE, width=90).replace(b"\tby mx1", b"\tby mx2"), "duplicate", refers_to="puntjes-achter-labels",
         tests="the same message delivered twice, through another server"),
    Mail("opnieuw-verstuurd", phone("Zorgteam GHC <zorgteam@ghcollege.example.nl>", "Fwd: vraagje/aanmelding", "2027-05-19 17:02", SPREEK, last="Verstuurd vanaf mijn iPad"), "duplicate", refers_to="woensdag-van-de-actieweek",
         tests="the same words under another id, subject and closing line"),
    Mail("zelfde-doorgestuurde-mail", gmail("Beheer Buurthuizen <beheer@buurthuizen.example.nl>", "Fwd: Speeldag", "2027-05-12 18:00", GMAIL, html="<pre>" + GMAIL.replace("<", "&lt;") + "</pre>", encoding="quoted-printable"), "duplicate", refers_to="gmail-doorgestuurd",
         tests="the same forward sent again days later, in other HTML"),
]
