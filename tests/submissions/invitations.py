"""Invitations as calendar programs mail them: the headers, parts and habits of each."""

import base64
import hashlib
import quopri
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from icalendar import Calendar

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.facts import Facts
from submissions.models import Proposal, ProposalKind, Submission
from submissions.services import publish
from tests.factories import make_edition, make_kind
from tests.submissions.factories import make_editor
from tests.submissions.test_from_mail import read_now

OURS = settings.INTAKE_ADDRESS
ORGANISER = "regiobureau@drechtoevers.example.nl"
OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:{name}
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
END:VTIMEZONE"""


@dataclass(frozen=True)
class Invite:
    """What one version says. `lines` are further properties of the VEVENT."""

    title: str = "Bestuurlijk beraad"
    start: str = "DTSTART;TZID=W. Europe Standard Time:20270603T093000"
    end: str = "DTEND;TZID=W. Europe Standard Time:20270603T120000"
    uid: str = "040000008200E00074C5B7101A82E008"
    sequence: int = 0
    dtstamp: str = "20270420T070110Z"
    method: str = "REQUEST"
    location: str = "Stadskantoor\\, zaal 2.14\\, Spuikade 200\\, 3311 GR Dordrecht"
    organizer: str = f"ORGANIZER;CN=Regiobureau Drechtoevers:mailto:{ORGANISER}"
    attendee: str = f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{OURS}"
    lines: Sequence[str] = ()
    more: Sequence[str] = ()  # further components
    sender: str = f"Regiobureau Drechtoevers <{ORGANISER}>"
    zone: str = "W. Europe Standard Time"
    headers: Sequence[str] = field(default_factory=tuple)

    def but(self, **changes: Any) -> "Invite":
        return replace(self, **changes)

    def later(self, **changes: Any) -> "Invite":
        """The next version."""
        return self.but(sequence=self.sequence + 1, dtstamp="20270511T124000Z", **changes)

    def event(self) -> str:
        status = "CANCELLED" if self.method == "CANCEL" else "CONFIRMED"
        told = [
            *(self.organizer, self.attendee, f"UID:{self.uid}", f"SUMMARY:{self.title}"),
            *(self.start, self.end, f"DTSTAMP:{self.dtstamp}", f"SEQUENCE:{self.sequence}"),
            *(f"LOCATION:{self.location}", f"STATUS:{status}", *self.lines),
        ]
        return "\n".join(["BEGIN:VEVENT", *filter(None, told), "END:VEVENT"])

    def calendar(self) -> str:
        zone = [OUTLOOK_ZONE.format(name=self.zone)] if self.zone else []
        head = [
            "BEGIN:VCALENDAR",
            f"METHOD:{self.method}",
            "PRODID:-//Voorbeeld//NL",
            "VERSION:2.0",
        ]
        text = "\n".join([*head, *zone, self.event(), *self.more, "END:VCALENDAR", ""])
        return text.replace("\n", "\r\n")


def outlook(invite: Invite) -> bytes:
    """One multipart/alternative of text, HTML and the calendar in base64; no attachment."""
    calendar = base64.encodebytes(invite.calendar().encode()).decode()
    parts = [
        'text/plain; charset="utf-8"\n\nWe bespreken drie vastgelopen situaties.\n',
        'text/html; charset="utf-8"\n\n<p>We bespreken drie vastgelopen situaties.</p>\n',
        f'text/calendar; charset="utf-8"; method={invite.method}\n'
        f"Content-Transfer-Encoding: base64\n\n{calendar}",
    ]
    return _mail(invite, "Thread-Topic: x", _multipart("alternative", "_000_LV", parts))


def google(invite: Invite) -> bytes:
    """Sent by a machine in the organiser's name, with the calendar a second time as a file."""
    calendar = invite.calendar()
    quoted = quopri.encodestring(calendar.encode()).decode()
    inner = [
        f"text/plain; charset=UTF-8\n\n{invite.title}\n",
        f"text/html; charset=UTF-8\n\n<p>{invite.title}</p>\n",
        f'text/calendar; charset="UTF-8"; method={invite.method}\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{quoted}\n",
    ]
    file = base64.encodebytes(calendar.encode()).decode()
    attached = (
        'application/ics; name="invite.ics"\nContent-Disposition: attachment; filename="invite.ics"'
        f"\nContent-Transfer-Encoding: base64\n\n{file}"
    )
    parts = [_multipart("alternative", "00b1", inner).removeprefix("Content-Type: "), attached]
    head = "Sender: Google Agenda <calendar-notification@google.example>\n"
    return _mail(
        invite, f"{head}Auto-Submitted: auto-generated", _multipart("mixed", "00b3", parts)
    )


def apple(invite: Invite) -> bytes:
    """A calendar address of Apple's own, with that of the person as a parameter."""
    relay = "mailto:2_HA3TQNJZGQ2TSMZR@imip.example.com"
    organizer = f'ORGANIZER;CN="Jo de Vries";EMAIL="{ORGANISER}":{relay}'
    told = invite.but(organizer=organizer)
    parts = [
        "text/plain; charset=utf-8\n\nJo de Vries nodigt je uit.\n",
        f"text/calendar; charset=utf-8; method={invite.method}\n"
        f"Content-Transfer-Encoding: 8bit\n\n{told.calendar()}",
    ]
    return _mail(told, "X-Mailer: iPhone Mail", _multipart("alternative", "Apple-Mail-1", parts))


def _multipart(kind: str, boundary: str, parts: Sequence[str]) -> str:
    body = "".join(f"--{boundary}\nContent-Type: {part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{body}--{boundary}--\n'


def _mail(invite: Invite, head: str, content: str) -> bytes:
    mark = hashlib.sha256(f"{invite}".encode()).hexdigest()[:24]
    lines = [
        f"From: {invite.sender}",
        f"To: Actieweek <{OURS}>",
        f"Subject: {invite.title}",
        "Date: Tue, 20 Apr 2027 09:01:12 +0200",
        f"Message-ID: <{mark}@example.nl>",
        "MIME-Version: 1.0",
        *invite.headers,
        head,
        content,
    ]
    text = "\n".join(lines).replace("\r\n", "\n")
    return text.replace("\n", "\r\n").encode()


FIRST = Invite()
WEEKLY = Invite(
    start="DTSTART;TZID=Europe/Amsterdam:20270518T100000",
    end="DTEND;TZID=Europe/Amsterdam:20270518T113000",
    lines=("RRULE:FREQ=WEEKLY;COUNT=3",),
)


def come(invite: Invite, program: Callable[[Invite], bytes] = outlook) -> Submission:
    make_edition(year=2027, first="2027-05-31", last="2027-06-04")
    return read_now(program(invite), ORGANISER)


def facts_of(proposal: Proposal, **changes: Any) -> Facts:
    """With what an editor adds before publishing."""
    told = proposal.facts.to_json() | {"kind": make_kind().slug} | changes
    return Facts.from_json(told)


def take(item: Submission, **changes: Any) -> Activity:
    """Publish all that waits."""
    editor = make_editor()
    for proposal in item.proposals.pending():
        item.refresh_from_db()
        facts = facts_of(proposal, **changes) if proposal.kind == ProposalKind.NEW else None
        entry = publish(item, proposal, seen=item.version, editor=editor, facts=facts)
    assert entry.activity is not None
    return entry.activity


def reply_in(mail: OutgoingMail | None) -> Any:
    assert mail is not None
    calendar = Calendar.from_ical(mail.calendar)
    assert calendar["METHOD"] == mail.calendar_method == "REPLY"
    (event,) = calendar.walk("VEVENT")
    return event
