from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.when import MONTHS, WEEKDAYS
from submissions.reading.dates import DateRole, find_dates
from submissions.reading.masks import masked
from submissions.reading.moments import contradictions, read_moment
from tests.submissions.readers import SPRING, make_context

CONTEXT = make_context()


def days(text: str, reference: date = SPRING) -> list[tuple[date, date]]:
    return [(hit.first, hit.last) for hit in find_dates(masked(text), CONTEXT, reference)]


def june(first: int, last: int | None = None) -> tuple[date, date]:
    return date(2027, 6, first), date(2027, 6, last or first)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dinsdag 1 juni 2027", [june(1)]),
        ("op de 2e juni", [june(2)]),
        ("wo. 2 jun", [june(2)]),
        ("maandag drie juni", [june(3)]),
        ("de eerste juni", [june(1)]),
        ("1-6-2027 en 02/06/27", [june(1), june(2)]),
        ("2027-06-03", [june(3)]),
        ("3 t/m 5 juni", [june(3, 5)]),
        ("van 31 mei tot en met 3 juni", [(date(2027, 5, 31), date(2027, 6, 3))]),
        ("1, 2 en 4 juni", [june(1), june(2), june(4)]),
        ("vrijdag 4 juni", [june(4)]),
        ("dinsdagmiddag in de actieweek", [june(1)]),
        ("op de donderdag van uw Actieweek", [june(3)]),
        ("de laatste dag van de actieweek", [june(4)]),
        ("de hele actieweek", [(date(2027, 5, 31), date(2027, 6, 4))]),
        ("woensdagavond", [june(2)]),
        ("Thursday, June 3rd", [june(3)]),
    ],
)
def test_days_as_people_write_them(text: str, expected: list[tuple[date, date]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "leerlingen van groep 5-6",
        "kinderen van 5-6 jaar",
        "bel 085 - 000 06 02",
        "€ 1,50",
        "9404 KB",
        "https://voorbeeld.example.nl/2027-06-01",
        "32 juni 2027",
        "30-02-2027",
        "twee ervaringsouders en drie docenten",
    ],
)
def test_what_only_looks_like_a_day(text: str) -> None:
    assert days(text) == []


def test_a_day_and_month_alone_are_a_date_where_an_edition_is_near() -> None:
    assert days("wij doen 2-6 een koffieochtend") == [june(2)]
    assert days("wij doen 2-11 een koffieochtend") == []


def test_the_year_is_that_of_the_time_of_writing() -> None:
    assert days("4 juni", date(2019, 5, 9)) == [(date(2019, 6, 4), date(2019, 6, 4))]


def test_a_closing_date_is_not_the_day_of_the_activity() -> None:
    moment = read_moment("Aanmelden kan tot 25 mei. We beginnen op 2 juni.", CONTEXT, SPRING)
    assert moment.day is not None
    assert moment.day.first == date(2027, 6, 2)
    assert moment.days[0].role is DateRole.DEADLINE


def test_last_years_day_is_not_the_day_of_the_activity() -> None:
    moment = read_moment("Vorig jaar, op 4 juni 2026, was het druk. Nu op 2 juni.", CONTEXT, SPRING)
    assert moment.day is not None
    assert moment.day.first == date(2027, 6, 2)


def test_a_weekday_that_contradicts_its_date_is_told() -> None:
    text = "maandag 3 juni 2027"
    assert contradictions(text, read_moment(text, CONTEXT, SPRING)) == [
        "‘maandag 3 juni 2027’ klopt niet: 3 juni 2027 is een donderdag."
    ]


@given(day=st.dates(date(2026, 1, 1), date(2028, 12, 31)), form=st.integers(0, 4))
def test_every_full_date_is_read_in_every_form(day: date, form: int) -> None:
    month = MONTHS[day.month - 1]
    written = (
        f"{day.day} {month} {day.year}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        day.isoformat(),
    )[form]
    assert days(f"Het is op {written}, kom ook!") == [(day, day)]


@given(
    first=st.dates(date(2027, 5, 1), date(2027, 6, 20)),
    length=st.integers(1, 9),
    until=st.sampled_from(["t/m", "tot en met", "-", "–"]),
)
def test_every_range_is_read(first: date, length: int, until: str) -> None:
    last = date.fromordinal(first.toordinal() + length)
    text = f"van {first.day} {MONTHS[first.month - 1]} {until} {last.day} {MONTHS[last.month - 1]}"
    assert days(text) == [(first, last)]


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for hit in find_dates(masked(text), CONTEXT, SPRING):
        assert 0 <= hit.start <= hit.end <= len(text)
        assert hit.first <= hit.last
