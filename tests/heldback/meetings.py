# ruff: noqa: E501 -- mails have the lines that their programs write
# a label is a line:
# fmt: off
"""Invitations: Outlook's with a change and a cancellation, Google's for whole days, Apple's series."""

from tests.opened.labels import MAYBE_CALENDAR, Mail, act
from tests.opened.mime import OURS

from .calendars import AMS, INVITED, WE, exchange, google, icloud, invite_ics

DALE = "Regiobureau Maasdal <regiobureau@maasdal.example.nl>"
DESK_TITLE = "Regietafel: wie houdt de deur open?"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_VOORBEELD9%40thread.v2/0?context=%7b%7d"
DESK = f"""ORGANIZER;CN=Regiobureau Maasdal:mailto:regiobureau@maasdal.example.nl
{INVITED}
DESCRIPTION;LANGUAGE=nl-NL:Voor leerplichtambtenaren\\, RMC-coördinatoren en de GGD.\\nParkeren kan achter het gebouw. Liever meekijken? Dat gaat via Teams: {TEAMS}\\n\\nDe agenda staat uiterlijk 24 mei op https://www.maasdal.example.nl/regietafel\\n
UID:040000008200E00074C5B7101A82E00800000000B1C2D3E4F5A6DB010000000000000000100000003E2D1C0B9A887766
SUMMARY;LANGUAGE=nl-NL:{DESK_TITLE}
DTSTART;{WE}:20270601T140000
DTEND;{WE}:20270601T160000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20270422T081500Z
STATUS:CONFIRMED
SEQUENCE:0
LOCATION;LANGUAGE=nl-NL:Huize De Leeuw\\, kamer 3\\, Venrayseweg 8\\, 5961 EG Horst
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
BEGIN:VALARM
DESCRIPTION:REMINDER
TRIGGER;RELATED=START:-PT30M
ACTION:DISPLAY
END:VALARM"""
DESK_TEXT = f"Voor leerplichtambtenaren, RMC-coördinatoren en de GGD.\nParkeren kan achter het gebouw. Liever meekijken? Dat gaat via Teams: {TEAMS}\n\nDe agenda staat uiterlijk 24 mei op https://www.maasdal.example.nl/regietafel\n"
DESK_MOVED = DESK.replace("0601T140000", "0603T093000").replace("0601T160000", "0603T113000").replace("SEQUENCE:0", "SEQUENCE:1").replace("0422T081500Z", "0514T130210Z").replace("Huize De Leeuw\\, kamer 3\\, Venrayseweg 8\\, 5961 EG Horst", "Molen De Hoop\\, zolder\\, Molenstraat 6\\, 5971 BW Grubbenvorst").replace("nl-NL:Voor leer", "nl-NL:Verzet van dinsdag naar donderdag!\\n\\nVoor leer")
DESK_OFF = DESK_MOVED.replace("SEQUENCE:1", "SEQUENCE:2").replace("0514T130210Z", "0601T070000Z").replace("CONFIRMED", "CANCELLED").replace(f"nl-NL:{DESK_TITLE}", f"nl-NL:Geannuleerd: {DESK_TITLE}").partition("DESCRIPTION;")
DESK_OFF = DESK_OFF[0] + "DESCRIPTION;LANGUAGE=nl-NL:Helaas\\, drie van de vijf gemeenten kunnen niet. Op 17 juni proberen we het opnieuw.\\n\nUID" + DESK_OFF[2].partition("\nUID")[2]
DESK_ACT = {"by": "Regiobureau Maasdal", "mail": "regiobureau@maasdal.example.nl", "or_title": ["wie houdt de deur open?"]}
DESK_HOW = {"who": "gemeenten jgz", "web": "https://www.maasdal.example.nl/regietafel", "online": True}

LAB = "Gooi Jongerenlab <jongerenlab@example.com>"
SPRINT = f"""DTSTART;VALUE=DATE:20270603
DTEND;VALUE=DATE:20270605
DTSTAMP:20270510T193001Z
ORGANIZER;CN=Gooi Jongerenlab:mailto:jongerenlab@example.com
UID:5n8s2b4w6k1q9z7x3c0v2m4l6p@example.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={OURS};X-NUM-GUESTS=0:mailto:{OURS}
CREATED:20270510T192800Z
DESCRIPTION:Twee dagen lang bedenken jongeren en docenten samen een andere route naar een diploma. Slapen doe je thuis. Lees het draaiboek: <a href="https://www.google.com/url?q=https://jongerenlab.example.org/sprint&amp;sa=D">jongerenlab.example.org/sprint</a>
LAST-MODIFIED:20270510T193000Z
LOCATION:Villa De Tuinlaan\\, Brinklaan 110\\, 1404 GV Bussum\\, Nederland
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Leerroute-sprint
TRANSP:TRANSPARENT"""
SPRINT_TEXT = """Leerroute-sprint
do 3 jun. – vr 4 jun. 2027

Locatie
Villa De Tuinlaan, Brinklaan 110, 1404 GV Bussum, Nederland
https://www.google.com/maps/search/Villa+De+Tuinlaan?hl=nl

Twee dagen lang bedenken jongeren en docenten samen een andere route naar een diploma. Slapen doe je thuis. Lees het draaiboek: jongerenlab.example.org/sprint

Organisator
Gooi Jongerenlab
jongerenlab@example.com

Reageren op actieweek@example.org en alle details bekijken:
https://calendar.google.com/calendar/event?action=VIEW&eid=VOORBEELD5

Uitnodiging van Google Agenda: https://calendar.google.com/calendar/
"""

FARM = "Zorgboerderij De Klinke <boer@deklinke.example.nl>"
DONKEY = f"""UID:1F2E3D4C-5555-4666-8777-EXAMPLE00071
DTSTAMP:20270509T101500Z
DTSTART;{AMS}:20270531T091500
DTEND;{AMS}:20270531T104500
RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=3
SUMMARY:Ezelochtend
LOCATION:Zorgboerderij De Klinke\\nPikveldweg 2\\, 7741 NP Coevorden\\, Nederland
DESCRIPTION:Voor kinderen die thuiszitten en hun ouders\\; laarzen staan klaar. Info: https://deklinke.example.nl/ezels
ORGANIZER;CN="Zorgboerderij De Klinke";EMAIL="boer@deklinke.example.nl":mailto:boer@deklinke.example.nl
{INVITED}
X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
STATUS:CONFIRMED
SEQUENCE:0"""
DONKEYS = {"place": "Zorgboerderij De Klinke | Pikveldweg 2, 7741 NP Coevorden | Coevorden", "who": "jongeren ouders", "by": "Zorgboerderij De Klinke", "web": "https://deklinke.example.nl/ezels", "mail": "boer@deklinke.example.nl"}

MAILS = [
    Mail("outlook-regietafel", exchange(DALE, DESK_TITLE, "2027-04-22 10:15", DESK_TEXT, "REQUEST", DESK), "submission",
         activities=(act(DESK_TITLE, "2027-06-01 14:00-16:00", "Huize De Leeuw, kamer 3 | Venrayseweg 8, 5961 EG Horst | Horst aan de Maas", **DESK_ACT, **DESK_HOW, or_venue=["Huize De Leeuw", "kamer 3"]),),
         attachments=(MAYBE_CALENDAR,), tests="REQUEST of Exchange with a place and a link to join: hybrid; escaped commas; the agenda by another date; alarm; Horst lies in Horst aan de Maas"),
    Mail("outlook-regietafel-verzet", exchange(DALE, "Bijgewerkt: " + DESK_TITLE, "2027-05-14 15:02", "Verzet van dinsdag naar donderdag!\n\n" + DESK_TEXT, "REQUEST", DESK_MOVED), "update", refers_to="outlook-regietafel",
         activities=(act(DESK_TITLE, "2027-06-03 09:30-11:30", "Molen De Hoop, zolder | Molenstraat 6, 5971 BW Grubbenvorst | Horst aan de Maas", **DESK_ACT, **DESK_HOW, or_venue=["Molen De Hoop", "zolder"]),),
         attachments=(MAYBE_CALENDAR,), tests="same UID, SEQUENCE 1: other day, hours and place; two weekdays in the text; Grubbenvorst lies in Horst aan de Maas too"),
    Mail("outlook-regietafel-afgelast", exchange(DALE, "Geannuleerd: " + DESK_TITLE, "2027-06-01 09:00", "Helaas, drie van de vijf gemeenten kunnen niet. Op 17 juni proberen we het opnieuw.\n", "CANCEL", DESK_OFF), "cancellation", refers_to="outlook-regietafel",
         activities=(act(DESK_TITLE, "2027-06-03 09:30-11:30", **DESK_ACT, ignore="online venue address municipality province"),),
         attachments=(MAYBE_CALENDAR,), tests="CANCEL, SEQUENCE 2, inside the week; the prefix is no title; a later date that is outside the week"),
    Mail("google-twee-hele-dagen", google(LAB, "Uitnodiging: Leerroute-sprint @ do 3 jun. - vr 4 jun. 2027 (actieweek@example.org)", "2027-05-10 21:30", SPRINT_TEXT, "REQUEST", SPRINT), "submission",
         activities=(act("Leerroute-sprint", "2027-06-03..2027-06-04 hele dag", "Villa De Tuinlaan | Brinklaan 110, 1404 GV Bussum | Gooise Meren", "jongeren onderwijs", "Gooi Jongerenlab", web="https://jongerenlab.example.org/sprint", mail="jongerenlab@example.com"),),
         attachments=(invite_ics("REQUEST", SPRINT),), tests="whole days, whose DTEND is the day after the last; the calendar twice; a link through Google; Bussum lies in Gooise Meren"),
    Mail("apple-ezelochtend", icloud(FARM, "Ezelochtend", "2027-05-09 12:15", "Zorgboerderij De Klinke heeft je uitgenodigd voor ‘Ezelochtend’, elke maandag, woensdag en vrijdag (3 keer).\n", "REQUEST", DONKEY), "submission",
         activities=tuple(act("Ezelochtend", f"{day} 09:15-10:45", **DONKEYS) for day in ("2027-05-31", "2027-06-02", "2027-06-04")),
         attachments=(MAYBE_CALENDAR,), tests="a series by RRULE with three days a week and a count; newline in LOCATION; quoted parameters"),
]
