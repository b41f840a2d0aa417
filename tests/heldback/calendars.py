# ruff: noqa: E501 -- mails have the lines that their programs write
"""Calendar parts, and the mails that Outlook, Google and Apple put around them (RFC 5546)."""
# fmt: off

from tests.opened.calendars import WINDOWS, folded, itip
from tests.opened.labels import att
from tests.opened.mime import OURS, file_part, message, multi, text, token
from tests.opened.programs import bare, divs, headers, msonormal

IANA = WINDOWS.replace("W. Europe Standard Time", "Europe/Amsterdam").replace("16010101", "19810329")
WE, AMS = "TZID=W. Europe Standard Time", "TZID=Europe/Amsterdam"




def calendar(method: str, *events: str, zone: str = "", product: str = "-//Example//Agenda//NL") -> str:
    """A VCALENDAR of VEVENTs, whose lines are given unfolded."""
    head = f"BEGIN:VCALENDAR\nPRODID:{product}\nVERSION:2.0\n" + (f"METHOD:{method}\n" if method else "")
    lines = "".join("BEGIN:VEVENT\n" + "\n".join(folded(line) for line in event.strip().split("\n")) + "\nEND:VEVENT\n" for event in events)
    return head + zone + lines + "END:VCALENDAR\n"




def exchange(sender, subject, when, body, method, event, **fields):
    """Outlook: plain, HTML and calendar as three alternatives."""
    ics = calendar(method, event, zone=WINDOWS, product="Microsoft Exchange Server 2010")
    bound = f"_000_{token(subject + when, 30).upper()}eurp_"
    extra = ["Thread-Topic: " + subject, "X-MS-Has-Attach:", "Content-Class: urn:content-classes:calendarmessage", "X-MS-Exchange-Calendar-Originator-Id: " + sender.rpartition("<")[2].rstrip(">")]
    parts = multi("alternative", text(body), text(msonormal(body), "html"), itip(method, ics), boundary=bound)
    return message(headers(sender, subject, when, subject + when, *extra, **fields), parts)


def google(sender, subject, when, body, method, event):
    """Google: the calendar among the alternatives, and once more as invite.ics."""
    ics, seed = google_ics(method, event), subject + when
    inner = multi("alternative", text(body, encoding="base64", params="; format=flowed; delsp=yes"), text(divs(body), "html"), itip(method, ics, "quoted-printable"), boundary="000000000000" + token(seed, 16))
    whole = multi("mixed", inner, file_part("invite.ics", "application/ics", ics.replace("\n", "\r\n").encode()), boundary="000000000000" + token(seed + "m", 16))
    extra = ["Sender: Google Agenda <agenda-melding@example.com>", "Auto-Submitted: auto-generated"]
    return message(headers(sender, subject, when, seed, *extra, zone="UTC"), whole)


def google_ics(method: str, event: str) -> str:
    return calendar(method, event, product="-//Google Inc//Google Calendar 70.9054//EN")


def icloud(sender, subject, when, body, method, event):
    """Apple: two alternatives; on some servers the calendar is a named part."""
    part = itip(method, calendar(method, event, zone=IANA, product="-//Apple Inc.//iOS 19.2//EN"), "quoted-printable")
    return bare(sender, subject, when, "", "X-Mailer: iCloud Calendar Server", part=multi("alternative", text(body), part, boundary=f"ic-{token(subject + when, 12)}"))


def invite_ics(method: str, event: str) -> dict:
    return att("invite.ics", "text/calendar", google_ics(method, event).replace("\n", "\r\n").encode())


INVITED = f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Redactie Actieweek:mailto:{OURS}"
