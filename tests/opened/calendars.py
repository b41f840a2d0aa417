# ruff: noqa: E501 -- mails have the lines that their programs write
"""Invitations as Outlook, Google, Apple and others send them (RFC 5546 and 6047)."""
# a label is a line:
# fmt: off

from .labels import MAYBE_CALENDAR, Mail, act, att
from .mime import OURS, file_part, message, multi, text, token
from .programs import bare, divs, headers, msonormal

WINDOWS = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
IANA = WINDOWS.replace("W. Europe Standard Time", "Europe/Amsterdam").replace("16010101", "19700329")
ROMANCE = WINDOWS.replace("W. Europe", "Romance")
WE, AMS, ROM = "TZID=W. Europe Standard Time", "TZID=Europe/Amsterdam", 'TZID="Romance Standard Time"'


def folded(line: str) -> str:
    """RFC 5545, 3.1: octets, not characters; here never inside a character."""
    out, width = "", 0
    for char in line:
        size = len(char.encode())
        if width + size > 73:
            out, width = out + "\n ", 1
        out, width = out + char, width + size
    return out


def calendar(method: str, event: str, *, zone: str = "", product: str = "-//Example//Kalender//NL") -> str:
    """A VCALENDAR of one VEVENT, whose lines are given unfolded."""
    lines = [folded(line) for line in event.strip().split("\n")]
    head = f"BEGIN:VCALENDAR\nPRODID:{product}\nVERSION:2.0\n" + (f"METHOD:{method}\n" if method else "")
    return head + zone + "BEGIN:VEVENT\n" + "\n".join(lines) + "\nEND:VEVENT\nEND:VCALENDAR\n"


def itip(method: str, ics: str, encoding: str = "base64") -> bytes:
    return text(ics, "calendar", encoding=encoding, params=f"; method={method}")


def exchange(sender, subject, when, body, method, ics, **fields):
    """Outlook: plain, HTML and calendar as three alternatives."""
    bound = f"_000_{token(subject + when, 30).upper()}_"
    extra = ["Thread-Topic: " + subject, "X-MS-Has-Attach:", 'Content-Class: urn:content-classes:calendarmessage']
    parts = multi("alternative", text(body), text(msonormal(body), "html"), itip(method, ics), boundary=bound)
    return message(headers(sender, subject, when, subject + when, *extra, **fields), parts)


def google(sender, subject, when, body, method, ics):
    """Google: the calendar among the alternatives, and once more as invite.ics."""
    seed = subject + when
    inner = multi("alternative", text(body, encoding="base64"), text(divs(body), "html"), itip(method, ics, "quoted-printable"), boundary="000000000000" + token(seed, 16))
    whole = multi("mixed", inner, file_part("invite.ics", "application/ics", ics.replace("\n", "\r\n").encode()), boundary="000000000000" + token(seed + "m", 16))
    extra = ["Sender: Google Agenda <agenda-melding@example.com>", "Auto-Submitted: auto-generated"]
    return message(headers(sender, subject, when, seed, *extra, zone="UTC"), whole)


def invite_ics(ics: str) -> dict:
    return att("invite.ics", "text/calendar", ics.replace("\n", "\r\n").encode())


INVITED = f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Actieweek:mailto:{OURS}"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_VOORBEELDabc%40thread.v2/0?context=%7b%22Tid%22%3a%2200000000-0000-0000-0000-000000000000%22%7d"
RMC = "Meldpunt RMC Twentekanaal <meldpunt@rmctwentekanaal.example.nl>"

FLOOR = f"""ORGANIZER;CN=Meldpunt RMC Twentekanaal:mailto:meldpunt@rmctwentekanaal.example.nl
{INVITED}
DESCRIPTION;LANGUAGE=nl-NL:Voor leerplichtambtenaren en verzuimcoördinatoren.\\n\\nInloop vanaf 12.30 uur\\, broodjes staan klaar.\\nOpgeven: https://rmctwentekanaal.example.nl/op-de-vloer\\n
UID:040000008200E00074C5B7101A82E008000000001020304050607080000000000000000010000000ABCDEF0123456789
SUMMARY;LANGUAGE=nl-NL:Op de vloer: een dag mee met leerplicht
DTSTART;{WE}:20270601T130000
DTEND;{WE}:20270601T163000
CLASS:PUBLIC
DTSTAMP:20270503T081500Z
SEQUENCE:0
LOCATION;LANGUAGE=nl-NL:Gemeentehuis Rijssen\\, Schild 1\\, 7461 DD Rijssen
X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Voor leerplichtambtenaren en verzuimcoördinatoren.</p></body></html>
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"""
FLOOR_TEXT = "Voor leerplichtambtenaren en verzuimcoördinatoren.\n\nInloop vanaf 12.30 uur, broodjes staan klaar.\nOpgeven: https://rmctwentekanaal.example.nl/op-de-vloer\n"
FLOOR_LATER = FLOOR.replace("0601T1", "0602T1").replace("SEQUENCE:0", "SEQUENCE:2").replace("0503T081500Z", "0517T070000Z")
FLOOR_OFF = FLOOR_LATER.replace("SEQUENCE:2", "SEQUENCE:3").replace("0517T070000Z", "0528T090000Z") + "\nSTATUS:CANCELLED"
FLOOR_ACT = {"place": "Gemeentehuis Rijssen | Schild 1, 7461 DD Rijssen | Rijssen-Holten", "who": "gemeenten onderwijs", "by": "Meldpunt RMC Twentekanaal", "mail": "meldpunt@rmctwentekanaal.example.nl", "or_title": ["Op de vloer"], "or_venue": ["Gemeentehuis"]}

CANVAS = f"""DTSTART:20270603T170000Z
DTEND:20270603T190000Z
DTSTAMP:20270508T192201Z
ORGANIZER;CN=Atelier Wit Doek:mailto:atelierwitdoek@example.com
UID:5s8r2kq0vtp1l6example@example.com
{INVITED};X-NUM-GUESTS=0
CREATED:20270508T192000Z
DESCRIPTION:Ouders schilderen wat hun kind niet zegt. Opgeven via https://witdoek.example.org/opgeven 🎨
LAST-MODIFIED:20270508T192200Z
LOCATION:Atelier Wit Doek\\, Papenstraat 44\\, 7411 NE Deventer\\, Nederland
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Schilderavond
TRANSP:OPAQUE"""
CANVAS_ICS = calendar("REQUEST", CANVAS, product="-//Google Inc//Google Calendar 70.9054//EN")
CANVAS_TEXT = """Schilderavond
donderdag 3 juni 2027 ⋅ 19:00 – 21:00
Midden-Europese tijd - Amsterdam

Locatie
Atelier Wit Doek, Papenstraat 44, 7411 NE Deventer, Nederland
https://www.google.com/maps/search/Atelier+Wit+Doek?hl=nl

Ouders schilderen wat hun kind niet zegt. Opgeven via https://witdoek.example.org/opgeven 🎨

Gasten
Atelier Wit Doek - organisator
actieweek@example.org

Reageren op actieweek@example.org: https://calendar.google.com/calendar/event?action=VIEW&eid=VOORBEELD
"""

CAMP = f"""UID:6F1B2C3D-0000-4444-8888-EXAMPLE00001
DTSTAMP:20270510T070000Z
DTSTART;VALUE=DATE:20270602
DTEND;VALUE=DATE:20270604
SUMMARY:Buitenkamp De Vrije Eik
LOCATION:Scoutinggebouw De Vrije Eik\\nBosweg 6\\, 7317 AA Apeldoorn\\, Nederland
DESCRIPTION:Twee dagen buiten voor jongeren.
URL;VALUE=URI:https://devrijeeik.example.org/buitenkamp
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Scoutinggebouw:geo:52.2,5.9
ORGANIZER;CN="Scouting De Vrije Eik";EMAIL="leiding@devrijeeik.example.org":mailto:leiding@devrijeeik.example.org
{INVITED}
SEQUENCE:1"""

SERIES = f"""UID:reeks-rekenmaatjes-2027@stapelkast.example.nl
DTSTAMP:20270504T120000Z
ORGANIZER;CN=De Stapelkast:mailto:info@stapelkast.example.nl
{INVITED}
DTSTART;{ROM}:20270601T154500
DTEND;{ROM}:20270601T164500
RRULE:FREQ=DAILY;COUNT=3
SUMMARY:Rekenmaatjes
LOCATION:Bibliotheek De Stapelkast\\, Plein 5\\, 6040 AA Roermond
DESCRIPTION:Voor leerlingen en hun leraren. Gewoon komen.
SEQUENCE:0"""
ONE_MOVED = SERIES.replace("RRULE:FREQ=DAILY;COUNT=3", f"RECURRENCE-ID;{ROM}:20270603T154500").replace("SEQUENCE:0", "SEQUENCE:1").replace("0601T154500", "0603T150000").replace("0601T164500", "0603T160000").replace("0504T120000Z", "0520T120000Z")
ONE_MOVED = ONE_MOVED.replace(f"RECURRENCE-ID;{ROM}:20270603T150000", f"RECURRENCE-ID;{ROM}:20270603T154500")
STACK = {"place": "Bibliotheek De Stapelkast | Plein 5, 6040 AA Roermond | Roermond", "who": "jongeren onderwijs", "by": "De Stapelkast", "mail": "info@stapelkast.example.nl"}

EXPORT = """UID:20270512-0001@oefenagenda.example
DTSTAMP:20270512T101010Z
DTSTART:20270604T073000Z
DTEND:20270604T100000Z
SUMMARY:Ontbijtsessie Pleegouders en school
LOCATION:Huis van de Wijk\\, Tuinstraat 88\\, Hoorn
DESCRIPTION:Voor pleegouders en intern begeleiders."""
EXPORT_ICS = calendar("PUBLISH", EXPORT)
EXPORT_TEXT = """Dag redactie,

In de bijlage ons agenda-item voor de actieweek. De leverancier zegt dat jullie dat zo kunnen inlezen.

Met groet,
Pleegzorg West-Friesland
T 0229 - 040627
pleegzorgwf.example.nl
"""

ANSWER = f"""ORGANIZER:mailto:{OURS}
ATTENDEE;PARTSTAT=ACCEPTED;CN=Meldpunt RMC Twentekanaal:mailto:meldpunt@rmctwentekanaal.example.nl
UID:redactieoverleg-2027@actieweek.example.org
SUMMARY:Accepted: Redactieoverleg
DTSTART;{WE}:20270426T110000
DTEND;{WE}:20270426T120000
DTSTAMP:20270420T090000Z
SEQUENCE:0"""
COUNTER = f"""ORGANIZER:mailto:{OURS}
ATTENDEE;PARTSTAT=TENTATIVE;CN=Atelier Wit Doek:mailto:atelierwitdoek@example.com
UID:schilderavond-3juni@actieweek.example.org
SUMMARY:Schilderavond
DTSTART:20270603T180000Z
DTEND:20270603T200000Z
DTSTAMP:20270518T090000Z
SEQUENCE:0
COMMENT:Kan het een uur later?"""

ONLINE = f"""ORGANIZER;CN=Expertisecentrum Hoogbegaafd:mailto:planning@echb.example.org
{INVITED}
DESCRIPTION:Webinar voor docenten en ouders van hoogbegaafde leerlingen.\\n\\n________________________________________\\nMicrosoft Teams-vergadering\\nDeelnemen: {TEAMS}\\nVergaderings-id: 310 527 040 627\\n
UID:040000008200E00074C5B7101A82E0080000000099AA
SUMMARY:Webinar Slim en toch thuis
DTSTART;{AMS}:20270531T193000
DTEND;{AMS}:20270531T204500
DTSTAMP:20270507T090000Z
SEQUENCE:0
LOCATION:Microsoft Teams-vergadering"""
ONLINE_TEXT = f"Webinar voor docenten en ouders van hoogbegaafde leerlingen.\n\n________________________________________\nMicrosoft Teams-vergadering\nDeelnemen: {TEAMS}\nVergaderings-id: 310 527 040 627\n"

MAILS = [
    Mail("outlook-nodigt-uit", exchange(RMC, "Op de vloer: een dag mee met leerplicht", "2027-05-03 10:15", FLOOR_TEXT, "REQUEST", calendar("REQUEST", FLOOR, zone=WINDOWS)), "submission",
         activities=(act("Op de vloer: een dag mee met leerplicht", "2027-06-01 13:00-16:30", **FLOOR_ACT, reg="https://rmctwentekanaal.example.nl/op-de-vloer"),),
         attachments=(MAYBE_CALENDAR,), tests="REQUEST; Windows zone name; X-ALT-DESC; walk-in in the description; Rijssen lies in Rijssen-Holten"),
    Mail("outlook-verzet", exchange(RMC, "Bijgewerkt: Op de vloer: een dag mee met leerplicht", "2027-05-17 09:00", FLOOR_TEXT, "REQUEST", calendar("REQUEST", FLOOR_LATER, zone=WINDOWS)), "update", refers_to="outlook-nodigt-uit",
         activities=(act("Op de vloer: een dag mee met leerplicht", "2027-06-02 13:00-16:30", **FLOOR_ACT, reg="https://rmctwentekanaal.example.nl/op-de-vloer"),),
         attachments=(MAYBE_CALENDAR,), tests="REQUEST with SEQUENCE 2: another day"),
    Mail("outlook-zegt-af", exchange(RMC, "Geannuleerd: Op de vloer: een dag mee met leerplicht", "2027-05-28 11:00", " ", "CANCEL", calendar("CANCEL", FLOOR_OFF, zone=WINDOWS)), "cancellation", refers_to="outlook-nodigt-uit",
         activities=(act("Op de vloer: een dag mee met leerplicht", "2027-06-02 13:00-16:30", **{key: FLOOR_ACT[key] for key in ("place", "who", "by", "mail", "or_title", "or_venue")}, ignore="online venue address municipality province audience registration_url"),),
         attachments=(MAYBE_CALENDAR,), tests="CANCEL with an empty text"),
    Mail("google-nodigt-uit", google("Atelier Wit Doek <atelierwitdoek@example.com>", "Uitnodiging: Schilderavond @ do 3 juni 2027 19:00 - 21:00 (CEST) (actieweek@example.org)", "2027-05-08 21:22", CANVAS_TEXT, "REQUEST", CANVAS_ICS), "submission",
         activities=(act("Schilderavond", "2027-06-03 19:00-21:00", "Atelier Wit Doek | Papenstraat 44, 7411 NE Deventer | Deventer", "ouders", "Atelier Wit Doek", reg="https://witdoek.example.org/opgeven", mail="atelierwitdoek@example.com"),),
         attachments=(invite_ics(CANVAS_ICS),), tests="UTC times; the calendar twice; registration page in the description"),
    Mail("apple-hele-dagen", bare("Scouting De Vrije Eik <leiding@devrijeeik.example.org>", "Buitenkamp De Vrije Eik", "2027-05-10 09:00", "", "X-Mailer: iCloud Calendar", part=multi("alternative", text("Scouting De Vrije Eik nodigt je uit voor Buitenkamp De Vrije Eik.\n"), itip("REQUEST", calendar("REQUEST", CAMP, product="-//Apple Inc.//macOS 15.4//EN"), "8bit"), boundary="ic-29-vrije-eik")), "submission",
         activities=(act("Buitenkamp De Vrije Eik", "2027-06-02..2027-06-03 hele dag", "Scoutinggebouw De Vrije Eik | Bosweg 6, 7317 AA Apeldoorn | Apeldoorn", "jongeren", "Scouting De Vrije Eik", web="https://devrijeeik.example.org/buitenkamp", mail="leiding@devrijeeik.example.org"),),
         attachments=(MAYBE_CALENDAR,), tests="VALUE=DATE with an exclusive end: two days; URL property; newline in LOCATION; quoted parameters"),
    Mail("reeks-als-uitnodiging", exchange("De Stapelkast <info@stapelkast.example.nl>", "Rekenmaatjes", "2027-05-04 14:00", "Voor leerlingen en hun leraren. Gewoon komen.\n", "REQUEST", calendar("REQUEST", SERIES, zone=ROMANCE)), "submission",
         activities=tuple(act("Rekenmaatjes", f"2027-06-0{day} 15:45-16:45", **STACK) for day in (1, 2, 3)),
         attachments=(MAYBE_CALENDAR,), tests="RRULE with COUNT 3: three sessions; quoted zone name 'Romance Standard Time'"),
    Mail("een-van-de-reeks", exchange("De Stapelkast <info@stapelkast.example.nl>", "Bijgewerkt: Rekenmaatjes", "2027-05-20 14:00", "Donderdag beginnen we eerder.\n", "REQUEST", calendar("REQUEST", ONE_MOVED, zone=ROMANCE)), "update", refers_to="reeks-als-uitnodiging",
         activities=(act("Rekenmaatjes", "2027-06-03 15:00-16:00", **STACK),),
         attachments=(MAYBE_CALENDAR,), tests="RECURRENCE-ID: one session moves, the others stay"),
    Mail("ics-zonder-organizer", bare("Pleegzorg West-Friesland <info@pleegzorgwf.example.nl>", "agenda-item", "2027-05-12 12:12", "", part=multi("mixed", text(EXPORT_TEXT, charset="iso-8859-1"), file_part("ontbijtsessie.ics", "text/calendar", EXPORT_ICS.replace("\n", "\r\n").encode()), boundary="=_pleeg")), "submission",
         activities=(act("Ontbijtsessie Pleegouders en school", "2027-06-04 09:30-12:00", "Huis van de Wijk | Tuinstraat 88, Hoorn | Hoorn", "ouders onderwijs", "Pleegzorg West-Friesland", web="https://pleegzorgwf.example.nl"),),
         attachments=(att("ontbijtsessie.ics", "text/calendar", EXPORT_ICS.replace("\n", "\r\n").encode()),), tests="PUBLISH without ORGANIZER, attached to a plain mail: organiser and site from the signature"),
    Mail("teams-vergadering", exchange("Planning ECHB <planning@echb.example.org>", "Webinar Slim en toch thuis", "2027-05-07 11:00", ONLINE_TEXT, "REQUEST", calendar("REQUEST", ONLINE, zone=IANA)), "submission",
         activities=(act("Webinar Slim en toch thuis", "2027-05-31 19:30-20:45", "online", "onderwijs ouders", "Expertisecentrum Hoogbegaafd", mail="planning@echb.example.org", or_title=["Slim en toch thuis"], or_audience=["jongeren"]),),
         attachments=(MAYBE_CALENDAR,), tests="Teams as location: online and no venue; meeting number that reads as dates"),
    Mail("agenda-antwoordt", exchange(RMC, "Geaccepteerd: Redactieoverleg", "2027-04-20 11:00", " ", "REPLY", calendar("REPLY", ANSWER, zone=WINDOWS), answers="<overleg.1@actieweek.example.org>"), "auto-reply",
         attachments=(MAYBE_CALENDAR,), tests="METHOD:REPLY to a meeting of ours: no activity, and never answered", note="No kind of the vocabulary fits a REPLY well; a calendar wrote it, so auto-reply."),
    Mail("agenda-stelt-ander-uur-voor", google("Atelier Wit Doek <atelierwitdoek@example.com>", "Nieuwe tijd voorgesteld: Schilderavond", "2027-05-18 11:00", "Atelier Wit Doek stelt een nieuwe tijd voor: donderdag 3 juni 2027 20:00 - 22:00.\n\nKan het een uur later?\n", "COUNTER", calendar("COUNTER", COUNTER)), "update", refers_to="google-nodigt-uit",
         activities=(act("Schilderavond", "2027-06-03 20:00-22:00", by="Atelier Wit Doek", mail="atelierwitdoek@example.com", ignore="organiser contact_email"),),
         attachments=(invite_ics(calendar("COUNTER", COUNTER)),), tests="METHOD:COUNTER under another UID: matched by title and sender, shown as a change, never answered"),
]
