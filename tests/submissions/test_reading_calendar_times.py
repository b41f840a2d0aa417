import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from agenda.when import AMSTERDAM
from mail.message import CalendarPart
from submissions.reading.calendar_times import without_zones, zone_named
from submissions.reading.invitation import read_invitations
from tests.submissions.invitations import OUTLOOK_ZONE
from tests.submissions.readers import make_context

CONTEXT = make_context()
JUNE = datetime(2027, 6, 3, 9, 30)
KIRITIMATI = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+1400
TZOFFSETTO:+1400
END:STANDARD
END:VTIMEZONE"""


def calendar(*lines: str, zone: str = "") -> str:
    event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Test", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", *zone.split("\n"), *event, "END:VCALENDAR", ""])


def told(*lines: str, zone: str = "") -> str:
    (one,), _ = read_invitations((CalendarPart(calendar(*lines, zone=zone), ""),), CONTEXT)
    values = {found.field: found.value for found in one.found}
    return f"{values['first_day']} {values['start_time']:%H:%M}"


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("W. Europe Standard Time", 9),
        ("w. europe standard time", 9),
        ("Romance Standard Time", 9),
        ("GMT Standard Time", 10),
        ("Eastern Standard Time", 15),
        ("/freeassociation.sourceforge.net/Europe/London", 10),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 9),
        ("West-Europa (standaardtijd)", 9),
        ("Nergens", 9),
    ],
)
def test_zones_by_all_their_names(zone: str, hour: int) -> None:
    assert told(f'DTSTART;TZID="{zone}":20270603T093000') == f"2027-06-03 {hour:02}:30"


def test_every_zone_of_windows_is_known() -> None:
    for name in WINDOWS_TO_OLSON:
        assert zone_named(name, {}) is not None, name


def test_a_described_zone_counts_for_its_own_mail_only() -> None:
    line = "DTSTART;TZID=Customized Time Zone:20270603T093000"
    assert told(line, zone=KIRITIMATI) == "2027-06-02 21:30"
    assert told(line, zone=OUTLOOK_ZONE.format(name="Customized Time Zone")) == "2027-06-03 09:30"
    assert told(line) == "2027-06-03 09:30"


def test_a_described_zone_with_summer_time() -> None:
    zone = OUTLOOK_ZONE.format(name="Helsinki hier").replace("+0200", "+0300")
    zone = zone.replace("+0100", "+0200")
    assert told("DTSTART;TZID=Helsinki hier:20270603T093000", zone=zone) == "2027-06-03 08:30"
    assert told("DTSTART;TZID=Helsinki hier:20270103T093000", zone=zone) == "2027-01-03 08:30"


def test_a_hostile_description_of_a_zone_is_not_followed() -> None:
    zone = KIRITIMATI.replace("END:STANDARD", "RRULE:FREQ=SECONDLY\nEND:STANDARD")
    assert told("DTSTART;TZID=Customized Time Zone:20270603T093000", zone=zone)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)))
def test_utc_is_shown_as_the_clock_in_amsterdam_stands(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    here = moment.replace(tzinfo=UTC).astimezone(AMSTERDAM)
    assert told(f"DTSTART:{moment:%Y%m%dT%H%M%SZ}") == f"{here:%Y-%m-%d %H:%M}"


@given(st.integers(0, 8760 * 4), st.sampled_from(["Europe/London", "America/New_York"]))
def test_another_zone_is_the_same_instant(quarters: int, zone: str) -> None:
    instant = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
    found = zone_named(zone, {})
    assert found is not None
    there = instant.astimezone(found)
    if there.replace(fold=0).astimezone(UTC) != instant:  # an hour that the clock shows twice
        return
    here = instant.astimezone(AMSTERDAM)
    assert told(f"DTSTART;TZID={zone}:{there:%Y%m%dT%H%M%S}") == f"{here:%Y-%m-%d %H:%M}"


def test_the_rest_of_the_calendar_stays() -> None:
    text, zones = without_zones(calendar("DTSTART:20270603T093000", zone=KIRITIMATI))
    assert "VTIMEZONE" not in text
    assert "DTSTART:20270603T093000" in text
    assert list(zones) == ["Customized Time Zone"]


@pytest.mark.parametrize("line", ["BEGIN:VTIMEZONE", "BEGIN:VEVENT", "END:VTIMEZONE"])
def test_what_is_never_closed_is_read_in_little_time(line: str) -> None:
    before = time.process_time()
    read_invitations((CalendarPart(calendar(zone=f"{line}\n" * 20_000), ""),), CONTEXT)
    assert time.process_time() - before < 3


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(noise: bytes) -> None:
    text = noise.decode("latin-1")
    read_invitations((CalendarPart(text, text[:5]),), CONTEXT)
    around = calendar(text, f"DTSTART;TZID={text[:40]}:20270603T093000", zone=text[:80])
    read_invitations((CalendarPart(around, "REQUEST"),), CONTEXT)


PROPERTIES = re.findall(
    r"\S+",
    "DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID UID SEQUENCE DTSTAMP METHOD ORGANIZER"
    " ATTENDEE STATUS SUMMARY LOCATION DESCRIPTION BEGIN END",
)
PARAMETERS = [";TZID=Europe/Amsterdam", ";VALUE=DATE", ";VALUE=PERIOD", ";CN=x", ';X="', "", ";"]
VALUES = [
    *re.findall(
        r"\S+",
        "20270603T093000 20270603 20270603T093000Z 99991231T235959Z 00010101T000000 P1D -PT5H"
        " FREQ=DAILY;COUNT=3 FREQ=WEEKLY VEVENT VTIMEZONE VCALENDAR CANCELLED mailto:a@b.nl"
        " 20270603T093000Z/PT1H 20270603,20270604 -1 2147483648 é",
    ),
    *("", "\x00", "\udcff"),
]
LINES = st.lists(
    st.builds(
        "{}{}:{}".format,
        st.sampled_from(PROPERTIES),
        st.sampled_from(PARAMETERS),
        st.sampled_from(VALUES),
    ),
    max_size=25,
)


@given(LINES)
def test_any_properties_can_be_read(lines: list[str]) -> None:
    read_invitations((CalendarPart(calendar(*lines), "REQUEST"),), CONTEXT)
