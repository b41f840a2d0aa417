"""Every phrase of the grammar is read as two Dutch readers would understand it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.reading.moments import Moment, read_moment
from tests.submissions import dutch_phrases as grammar
from tests.submissions.readers import make_context, read

FRAMES = ["Datum: {}", "{}", "Op {} is er een bijeenkomst bij ons.", "Wij houden open huis, {}!"]
frames = st.sampled_from(FRAMES)
each_week = pytest.mark.parametrize("week", grammar.WEEKS, ids=lambda week: str(week.first.year))


def moment(text: str, week: grammar.Week) -> Moment:
    spring = date(week.first.year, 4, 20)
    return read_moment(text, make_context(today=spring), spring)


@each_week
@given(st.data())
def test_every_day_is_read(week: grammar.Week, data: st.DataObject) -> None:
    phrase = data.draw(grammar.days(week))
    told = moment(data.draw(frames).format(phrase.text), week)
    assert told.day is not None
    assert (told.day.first, told.day.last) == (phrase.start, phrase.end)
    assert told.hours.first is None


@each_week
@given(st.data())
def test_every_span_is_one_range(week: grammar.Week, data: st.DataObject) -> None:
    phrase = data.draw(grammar.spans(week))
    told = moment(phrase.text, week)
    assert told.day is not None
    assert (told.day.first, told.day.last) == (phrase.start, phrase.end)


@each_week
@given(st.data())
def test_separate_days_are_all_seen(week: grammar.Week, data: st.DataObject) -> None:
    phrase = data.draw(grammar.several_days(week))
    told = moment(phrase.text, week)
    assert tuple(sorted({hit.first for hit in told.days})) == phrase.dates


@given(phrase=grammar.hours(), frame=st.sampled_from(["{}", "Dinsdag 1 juni, {}, is er bezoek."]))
def test_every_hour_is_read(phrase: grammar.HourPhrase, frame: str) -> None:
    told = moment(frame.format(phrase.text), grammar.WEEKS[-1]).hours
    assert (told.first, told.last) == (phrase.start, phrase.end)


@each_week
@given(st.data())
def test_distractions_change_neither_day_nor_hours(week: grammar.Week, data: st.DataObject) -> None:
    day, hour = data.draw(grammar.days(week)), data.draw(grammar.hours())
    noise = data.draw(grammar.distractions(week))
    lines = [f"Datum: {day.text}", f"Tijd: {hour.text}", noise]
    told = moment("\n".join(data.draw(st.permutations(lines))), week)
    assert told.day is not None
    assert told.day.first == day.start
    assert (told.hours.first, told.hours.last) == (hour.start, hour.end)


def test_weeks_of_the_grammar_are_the_editions_of_the_world() -> None:
    known = [(week.first, week.last) for week in make_context().weeks]
    assert [(week.first, week.last) for week in grammar.WEEKS] == known


@given(grammar.announcements(grammar.WEEKS[-1]))
def test_an_announcement_becomes_one_proposal(told: grammar.Announcement) -> None:
    drafts = read(told.text).drafts
    assert len(drafts) == 1
    facts = drafts[0].facts
    assert facts.first_day == told.day.start
    assert (facts.start_time, facts.end_time) == (told.hour.start, told.hour.end)
    assert facts.venue == told.place.venue
