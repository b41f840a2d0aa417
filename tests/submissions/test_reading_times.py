from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.reading.masks import masked
from submissions.reading.times import find_times, hours


def span(text: str) -> tuple[str, str]:
    told = hours(find_times(masked(text)))
    return tuple(f"{moment:%H:%M}" if moment else "" for moment in (told.first, told.last))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14.00 – 16.30 uur (inloop vanaf 13.30 uur)", ("14:00", "16:30")),
        ("inloop vanaf 13.30 uur, aanvang 14.00 uur", ("14:00", "")),
        ("van half twee tot vier", ("13:30", "16:00")),
        ("van kwart voor tien tot kwart over elf", ("09:45", "11:15")),
        ("van 9 tot half 12", ("09:00", "11:30")),
        ("19u30-21u30", ("19:30", "21:30")),
        ("15-17u", ("15:00", "17:00")),
        ("tussen 10 en 12 uur", ("10:00", "12:00")),
        ("om kwart over zeven 's avonds", ("19:15", "")),
        ("dinsdagavond van 7 tot 9", ("19:00", "21:00")),
        ("om 8 uur 's ochtends", ("08:00", "")),
        ("van 11 tot 1 uur", ("11:00", "13:00")),
        ("Aanvang 13:00 uur, einde 17:00 uur, daarna borrel", ("13:00", "17:00")),
        ("begint om 12u15 en om 13u00 staat iedereen buiten", ("12:15", "13:00")),
        ("start om 13.15 uur en duurt tot 17.00 uur", ("13:15", "17:00")),
        ("13h30", ("13:30", "")),
        ("vijf voor half acht 's avonds", ("19:25", "")),
    ],
)
def test_hours_as_people_write_them(text: str, expected: tuple[str, str]) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "jongeren van 12 tot en met 18 jaar",
        "bel 06 - 12 34 56 78",
        "twee ervaringsouders, vier stoelen",
        "een half uurtje later",
        "4 min., met ondertiteling",
        "van 10 tot 20 deelnemers",
        "koffie € 1.50",
    ],
)
def test_what_only_looks_like_an_hour(text: str) -> None:
    assert span(text) == ("", "")


@given(
    start=st.times(time(8), time(17)),
    minutes=st.integers(15, 300),
    form=st.sampled_from(["{h}.{m:02}", "{h:02}:{m:02}", "{h}u{m:02}"]),
    words=st.sampled_from(["van {a} tot {b} uur", "{a} - {b} uur", "{a}–{b}", "Tijd: {a} tot {b}"]),
)
def test_every_numeric_range_is_read(start: time, minutes: int, form: str, words: str) -> None:
    total = start.hour * 60 + start.minute + minutes
    begin = (start.hour, start.minute)
    end = (total // 60, total % 60)
    text = words.format(a=form.format(h=begin[0], m=begin[1]), b=form.format(h=end[0], m=end[1]))
    assert span(text) == (f"{begin[0]:02}:{begin[1]:02}", f"{end[0]:02}:{end[1]:02}")


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for hit in find_times(masked(text)):
        assert 0 <= hit.start < hit.end <= len(text)
