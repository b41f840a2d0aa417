import time
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.message import CalendarPart
from submissions.reading.invitation import SESSIONS_LIMIT as MAIL_LIMIT
from submissions.reading.invitation import Invitation, read_invitations
from submissions.reading.recurrence import ENDLESS_LIMIT, SESSIONS_LIMIT
from tests.submissions.readers import make_context

CONTEXT = make_context()
SINCE = date(2027, 4, 20)


def series(*lines: str, start: str = "DTSTART;TZID=Europe/Amsterdam:20270302T100000") -> str:
    event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Inloop", start, *lines, "END:VEVENT"]
    return "\r\n".join(event)


def read(*events: str) -> list[Invitation]:
    text = "\r\n".join(["BEGIN:VCALENDAR", "METHOD:REQUEST", *events, "END:VCALENDAR", ""])
    return read_invitations((CalendarPart(text, ""),), CONTEXT, SINCE)[0]


def days(found: list[Invitation]) -> list[str]:
    told = (one for each in found for one in each.found if one.field == "first_day")
    return [f"{one.value:%d-%m}" for one in told]


def hours(found: list[Invitation]) -> set[clock]:
    return {one.value for each in found for one in each.found if one.field == "start_time"}


def test_summer_time_moves_no_session() -> None:
    found = read(series("RRULE:FREQ=WEEKLY;COUNT=8", "DURATION:PT90M"))
    assert days(found)[3:5] == ["23-03", "30-03"]
    assert hours(found) == {clock(10)}
    ends = {one.value for each in found for one in each.found if one.field == "end_time"}
    assert ends == {clock(11, 30)}


def test_sessions_in_utc_shift_with_summer_time_as_they_were_written() -> None:
    found = read(series("RRULE:FREQ=WEEKLY;COUNT=8", start="DTSTART:20270302T090000Z"))
    assert hours(found) == {clock(10), clock(11)}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;UNTIL=20270316T090000Z", ["02-03", "09-03", "16-03"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20270316", ["02-03", "09-03", "16-03"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", ["02-03", "04-03", "09-03", "11-03"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3", ["02-03", "06-04", "04-05"]),
        ("RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3", ["02-03", "04-03", "06-03"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["02-03", "31-03", "30-04"]),
    ],
)
def test_a_series_that_ends_is_one_invitation_a_session(rule: str, expected: list[str]) -> None:
    assert days(read(series(rule))) == expected


def test_left_out_and_added_days() -> None:
    found = read(
        series(
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE;TZID=Europe/Amsterdam:20270309T100000",
            "RDATE;TZID=Europe/Amsterdam:20270310T100000",
        )
    )
    assert days(found) == ["02-03", "10-03", "16-03"]


def test_whole_days_repeat_as_days() -> None:
    found = read(series("RRULE:FREQ=YEARLY;COUNT=2", start="DTSTART;VALUE=DATE:20270302"))
    assert [one.recurrence_id for one in found] == ["20270302", "20280302"]


def test_an_endless_series_starts_at_the_day_of_the_mail_and_is_capped() -> None:
    found = read(series("RRULE:FREQ=WEEKLY"))
    assert len(found) == ENDLESS_LIMIT
    assert days(found)[0] == "20-04"
    assert f"eerste {ENDLESS_LIMIT} keer" in found[0].problems[0]


def test_a_long_series_is_capped() -> None:
    found = read(series("RRULE:FREQ=DAILY;COUNT=400"))
    assert len(found) == SESSIONS_LIMIT
    assert f"eerste {SESSIONS_LIMIT} keer" in found[0].problems[0]


def test_many_long_series_are_capped_together() -> None:
    each = [series("RRULE:FREQ=DAILY;COUNT=50").replace("UID:1", f"UID:{n}") for n in range(20)]
    assert len(read(*each)) == MAIL_LIMIT


def test_one_session_of_a_series_may_differ() -> None:
    moved = series(
        "RECURRENCE-ID:20270309T090000Z", start="DTSTART;TZID=Europe/Amsterdam:20270310T140000"
    )
    for order in ([moved], []):
        found = read(*order, series("RRULE:FREQ=WEEKLY;COUNT=3"), *([] if order else [moved]))
        assert sorted(days(found)) == ["02-03", "10-03", "16-03"]


def test_a_session_named_by_its_day_alone_is_found() -> None:
    moved = series("RECURRENCE-ID;VALUE=DATE:20270309", "STATUS:CANCELLED")
    found = read(series("RRULE:FREQ=WEEKLY;COUNT=3"), moved)
    assert [one.cancelled for one in found] == [False, True, False]


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=MINUTELY;COUNT=100000000",
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=99",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=5",
        "RRULE:FREQ=WEEKLY;BYDAY=5MO",
        "RRULE:FREQ=DAILY;BYDAY=5MO",
        "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYSECOND=1",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "RRULE:FREQ=DAILY;COUNT=999999999",
        "RRULE:FREQ=WEEKLY;BYDAY=XX",
        "RRULE:FREQ=ooit",
        "RRULE:",
        "RDATE:ooit",
        "EXDATE:20270302T090000Z\r\nRRULE:FREQ=DAILY;COUNT=1",
    ],
)
def test_a_hostile_rule_is_read_soon_or_not(rule: str) -> None:
    before = time.process_time()
    assert len(read(series(rule))) <= SESSIONS_LIMIT
    assert time.process_time() - before < 1


@given(
    rule=st.text("FREQ=WEKLYDAI;COUNT12UNTBSPO,-+:Z", max_size=60),
    extra=st.binary(max_size=60),
)
def test_any_rule_can_be_read(rule: str, extra: bytes) -> None:
    read(series(f"RRULE:FREQ=WEEKLY;{rule}", f"EXDATE:{extra.decode('latin-1')}"))
    read(series(f"RRULE:{rule}", f"RDATE:{rule}"))
