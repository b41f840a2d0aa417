"""The grammar contradicts neither the calendar nor itself."""

import csv
import re
from collections import defaultdict
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import dutch_days, dutch_hours
from . import dutch_phrases as grammar
from .dutch_days import DAYS, WEEKS, Week

each_week = pytest.mark.parametrize("week", WEEKS, ids=lambda week: str(week.first.year))
PLACES = Path(__file__).parents[2] / "fixtures" / "places" / "municipalities.csv"
EVERY_TIME = [time(hour, minute) for hour in range(8, 23) for minute in range(0, 60, 5)]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(13, 30), "half twee"),
        (time(9, 15), "kwart over negen"),
        (time(9, 20), "tien voor half tien"),
        (time(12, 45), "kwart voor een"),
        (time(12, 0), "twaalf uur"),
        (time(11, 35), "vijf over half twaalf"),
        (time(20, 55), "vijf voor negen"),
    ],
)
def test_clock_is_read_the_dutch_way(at: time, words: str):
    assert dutch_hours.spoken(at) == words


@each_week
def test_no_words_mean_two_days(week: Week):
    meanings: dict[str, set[date]] = defaultdict(set)
    for day in week.days():
        for text in dutch_days.written_days(day) + dutch_days.relative_days(day, week):
            meanings[text].add(day)
    assert [text for text, days in meanings.items() if len(days) > 1] == []


def test_no_words_mean_two_hours():
    meanings: dict[str, set[time]] = defaultdict(set)
    for at in EVERY_TIME:
        for text in dutch_hours.written_hours(at):
            meanings[text].add(at)
    assert [text for text, times in meanings.items() if len(times) > 1] == []


def test_no_words_mean_two_ranges_of_hours():
    meanings: dict[str, set[tuple[time, time]]] = defaultdict(set)
    for start in EVERY_TIME:
        for end in (at for at in EVERY_TIME[::5] if at > start):
            for text in dutch_hours.written_ranges(start, end):
                meanings[text].add((start, end))
    assert [text for text, times in meanings.items() if len(times) > 1] == []


@each_week
def test_no_words_mean_two_spans(week: Week):
    meanings: dict[str, set[tuple[date, date]]] = defaultdict(set)
    for start in week.days():
        for end in (day for day in week.days() if day > start):
            for text in dutch_days.written_spans(start, end):
                meanings[text].add((start, end))
    assert [text for text, spans in meanings.items() if len(spans) > 1] == []


def test_weekday_that_comes_twice_is_never_meant_alone():
    week = WEEKS[1]
    assert week.first.weekday() == week.last.weekday()
    for day in (week.first, week.last):
        assert not any(DAYS[day.weekday()] in text for text in dutch_days.relative_days(day, week))


@given(st.data())
def test_days_lie_in_their_week_on_the_weekday_they_name(data: st.DataObject):
    week = data.draw(st.sampled_from(WEEKS))
    phrase = data.draw(
        st.one_of(grammar.days(week), grammar.spans(week), grammar.several_days(week))
    )
    assert week.first <= phrase.start <= phrase.end <= week.last
    meant = phrase.dates or (phrase.start, phrase.end)
    named = [name for name in DAYS if re.search(rf"\b{name}\b", phrase.text.lower())]
    assert set(named) <= {DAYS[day.weekday()] for day in meant}
    assert list(meant) == sorted(meant)


@given(grammar.hours())
def test_hours_end_after_they_start(phrase: grammar.HourPhrase):
    assert phrase.end is None or phrase.start < phrase.end
    full = [time(int(h), int(m)) for h, m in re.findall(r"(\d\d)[.:u](\d\d)", phrase.text)]
    assert not full or full == [at for at in (phrase.start, phrase.end) if at]


@given(grammar.places())
def test_places_hold_their_own_answer(phrase: grammar.PlacePhrase):
    assert phrase.venue in phrase.text
    assert phrase.town.casefold() in phrase.text.casefold()
    street = phrase.address.split(",")[0]
    assert street in phrase.text


def test_towns_are_in_municipalities_that_exist():
    with PLACES.open(encoding="utf-8") as rows:
        provinces = {row["name"]: row["province"] for row in csv.DictReader(rows)}
    for _, municipality, province, figures in grammar.TOWNS:
        assert provinces[municipality] == province
        assert re.fullmatch(r"[1-9]\d{3}", figures)


@given(st.data())
def test_distractions_name_no_day_of_the_week_itself(data: st.DataObject):
    week = data.draw(st.sampled_from(WEEKS))
    line = data.draw(grammar.distractions(week))
    own = {f"{day.day} {dutch_days.month(day)} {day.year}" for day in week.days()}
    assert not any(day in line for day in own)
    assert not re.search("|".join(DAYS[:5]), line)


@given(st.data())
def test_announcement_holds_every_phrase(data: st.DataObject):
    week = data.draw(st.sampled_from(WEEKS))
    told = data.draw(grammar.announcements(week))
    assert all(piece.text in told.text for piece in (told.day, told.hour, told.place))
    assert told.day.end - told.day.start == timedelta(0)
