from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.message import CalendarPart
from submissions.reading.invitation import Invitation, read_invitations
from tests.submissions.readers import make_context

CONTEXT = make_context()
PLAIN = """SUMMARY:Wandelen
DTSTART:20270531T080000Z
DTEND:20270531T100000Z
UID:1@example.org
ORGANIZER;CN=Het Kompas:mailto:kompas@example.com
LOCATION:Kinderboerderij Het Hazenpad\\, Parklaan 9\\, 3722 AA Bilthoven\\, Nederland"""


def calendar(event: str, *head: str) -> CalendarPart:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, "BEGIN:VEVENT", *event.split("\n")]
    return CalendarPart("\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]), "")


def read(event: str, *head: str) -> Invitation:
    (found,), _ = read_invitations((calendar(event, *head),), CONTEXT)
    return found


def facts(event: str) -> dict[str, object]:
    return {one.field: one.value for one in read(event).found}


def test_an_event_tells_name_day_place_and_organiser() -> None:
    told = facts(PLAIN)
    assert told["title"] == "Wandelen"
    assert (told["first_day"], told["start_time"]) == (date(2027, 5, 31), time(10))
    assert told["end_time"] == time(12)
    assert (told["venue"], told["address"]) == ("Kinderboerderij Het Hazenpad", "Parklaan 9")
    assert told["municipality"] == "GM0310"
    assert told["organiser"] == "Het Kompas"
    assert told["contact_email"] == "kompas@example.com"


@pytest.mark.parametrize(
    ("lines", "hour"),
    [
        ("DTSTART:20270603T093000", 9),
        ("DTSTART;TZID=W. Europe Standard Time:20270603T093000", 9),
        ("DTSTART;TZID=GMT Standard Time:20270603T093000", 10),
        ("DTSTART;TZID=Europe/Amsterdam:20270603T093000", 9),
        ("DTSTART;TZID=/onbekend/zone:20270603T093000", 9),
    ],
)
def test_times_are_those_of_amsterdam(lines: str, hour: int) -> None:
    assert facts(f"UID:1\n{lines}")["start_time"] == time(hour, 30)


def test_whole_days_end_before_dtend() -> None:
    told = facts("UID:1\nDTSTART;VALUE=DATE:20270531\nDTEND;VALUE=DATE:20270603")
    assert (told["first_day"], told["last_day"]) == (date(2027, 5, 31), date(2027, 6, 2))
    assert told["all_day"] is True


def test_a_meeting_online_has_no_building() -> None:
    told = facts("UID:1\nDTSTART:20270603T093000\nLOCATION:Microsoft Teams-vergadering")
    assert told["attendance"] == "online"
    assert "venue" not in told


def test_a_cancellation_is_known_by_method_and_by_status() -> None:
    assert read(PLAIN, "METHOD:CANCEL").cancelled
    assert read(f"{PLAIN}\nSTATUS:CANCELLED").cancelled
    assert not read(PLAIN, "METHOD:REQUEST").cancelled


def test_of_one_event_the_highest_sequence_counts() -> None:
    older = calendar(f"{PLAIN}\nSEQUENCE:1")
    newer = calendar(f"{PLAIN}\nSEQUENCE:2".replace("Wandelen", "Rennen"))
    (found,), _ = read_invitations((newer, older), CONTEXT)
    assert found.found[0].value == "Rennen"


def test_a_series_is_one_invitation_a_session() -> None:
    found, _ = read_invitations((calendar(f"{PLAIN}\nRRULE:FREQ=DAILY;COUNT=3"),), CONTEXT)
    days = [one.value for each in found for one in each.found if one.field == "first_day"]
    assert days == [date(2027, 5, 31), date(2027, 6, 1), date(2027, 6, 2)]


@pytest.mark.parametrize(
    "event",
    [
        "UID:1\nDTSTART:ooit",
        "UID:1\nDTSTART:20270603T093000\nDTEND:20260603T093000",
        "DTSTART:99991231T235959Z\nUID:1",
        "UID:1\nDTSTART:20270603T093000\nDURATION:-P5000D",
        "UID:1\nORGANIZER:geen adres\nSEQUENCE:veel",
        "UID:1\nDTSTART;VALUE=DATE:20270603\nDTEND:20270604T100000",
    ],
)
def test_a_broken_property_costs_no_more_than_itself(event: str) -> None:
    assert read(f"{event}\nSUMMARY:Test").found[0].value == "Test"


def test_what_is_no_calendar_is_told() -> None:
    found, problems = read_invitations((CalendarPart("hallo", "REQUEST"),), CONTEXT)
    assert (found, len(problems)) == ([], 1)


@given(cut=st.integers(0, 400), noise=st.binary(max_size=20))
def test_any_damage_can_be_read(cut: int, noise: bytes) -> None:
    text = calendar(PLAIN, "METHOD:REQUEST").text
    damaged = text[:cut] + noise.decode("latin-1") + text[cut:]
    read_invitations((CalendarPart(damaged, ""), CalendarPart(text[:cut], "")), CONTEXT)


@pytest.mark.parametrize(
    "added",
    [
        "-::~:~::~:~::-\\nDeelnemen via Google Meet: https://meet.google.com/abc\\nMeer over Meet: "
        "https://help.example.com/9282720\\n-::~:~::~:~::-",
        "________________________________\\nMicrosoft Teams-vergadering\\nMeer informatie: "
        "https://help.example.com/JoinTeamsMeeting\\n________________________________",
    ],
)
def test_what_a_program_adds_on_joining_is_not_the_description(added: str) -> None:
    found = read(f"{PLAIN}\nDESCRIPTION:Voor ouders.\\n\\n{added}")
    assert found.description == "Voor ouders."
