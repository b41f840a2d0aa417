"""Events written by hand mean what the icalendar library would have written."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event

from agenda.calendars import describing, events
from agenda.calendars.feed import Coordinates, absolute, page_of, picture_of
from agenda.calendars.lines import content, escaped
from agenda.models import Attendance, Municipality, Status
from agenda.when import When
from bench import library
from tests.agenda.feeds import AFTER, BEFORE, CHANGED, TEXT, TIMED, TUESDAY, an_activity

WHENS = (
    TIMED,
    When(TUESDAY, TUESDAY, time(8, 5)),
    When(TUESDAY),
    When(TUESDAY, date(2019, 6, 6), time(9), time(12)),
    When(TUESDAY, TUESDAY, all_day=True),
    When(date(2019, 10, 27), date(2019, 10, 27), time(2, 30), time(2, 45)),
)


def meaning(written: bytes) -> dict[str, Any]:
    """Every property with its value and parameters, as the library reads it."""
    event = Event.from_ical(written)
    assert not event.errors
    return {name: (value.to_ical(), sorted(value.params.items())) for name, value in event.items()}


@settings(max_examples=30)
@given(
    when=st.sampled_from(WHENS),
    status=st.sampled_from(Status.values),
    attendance=st.sampled_from([*Attendance.values, ""]),
    online_url=st.sampled_from(["", "https://meet.example/é?a=1,2;b"]),
    texts=st.lists(TEXT, min_size=7, max_size=7),
    link=TEXT,
    closes=st.sampled_from([None, TUESDAY]),
    modified=st.sampled_from([CHANGED, datetime(2019, 7, 1, tzinfo=UTC)]),
    revision=st.integers(0, 9),
    place=st.sampled_from([None, Coordinates(52.09083, 5.1)]),
)
def test_by_hand_and_by_the_library_mean_the_same(
    when: When, texts: list[str], link: str, place: Coordinates | None, **fields: Any
) -> None:
    names = ("title", "summary", "text", "venue", "organiser", "status_note", "town")
    fields["registration_url"], fields["registration_closes"] = link, fields.pop("closes")
    activity = an_activity(when, **fields, **dict(zip(names, texts, strict=True)))
    activity.municipality = Municipality(name="Súdwest-Fryslân")
    forms = events.forms(activity, place)
    for today in (BEFORE, AFTER):
        ended = describing.is_ended_online(activity, today)
        for brief in (True, False):
            oracle = library.event(activity, today=today, coordinates=place, brief=brief).to_ical()
            by_hand = events.event(activity, today=today, coordinates=place, brief=brief)
            assert meaning(by_hand) == meaning(oracle)
            name = ("brief" if brief else "full") + ("_ended" if ended else "")
            assert by_hand == getattr(forms, name)
            assert all(len(line) <= 75 for line in by_hand.split(b"\r\n"))


@given(text=st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_lines_are_folded_between_characters_and_unfold_to_what_they_were(text: str) -> None:
    written = content([f"SUMMARY:{text}"])
    pieces = written.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in pieces)
    assert written.replace(b"\r\n ", b"").decode() == f"SUMMARY:{text}\r\n"


def test_special_characters_are_escaped_once() -> None:
    assert escaped("a,b;c\\d\ne\\n") == "a\\,b\\;c\\\\d\\ne\\\\n"


def test_addresses_are_those_of_the_routes() -> None:
    activity = an_activity()
    assert page_of(activity) == absolute(activity.get_absolute_url())
    assert picture_of(activity) == absolute("/2019/agenda/inloop.png")


@pytest.mark.parametrize("days", [0, 1])
def test_only_what_one_joins_online_has_a_form_for_when_it_is_over(days: int) -> None:
    when = When(TUESDAY, TUESDAY + timedelta(days))
    assert events.forms(an_activity(when)).full_ended == b""
    assert events.forms(an_activity(when, attendance=Attendance.HYBRID)).full_ended != b""
