"""Dutch words for days, each with its answer: strategies ``days``, ``spans``, ``several_days``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
MONTHS = [
    *["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"],
    *["september", "oktober", "november", "december"],
]
NUMBERS = [
    *["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
    *["elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"],
    *["negentien", "twintig"],
]
ORDINALS = ["eerste", "tweede", "derde", "vierde", "vijfde"]


@dataclass(frozen=True)
class Week:
    """An edition: its first and last day."""

    first: date
    last: date

    def days(self) -> list[date]:
        return [self.first + timedelta(days=at) for at in range((self.last - self.first).days + 1)]

    def weekdays_told_apart(self) -> list[date]:
        """Days whose name falls once in the week: 1 to 8 June 2018 had two Fridays."""
        names = [day.weekday() for day in self.days()]
        return [day for day in self.days() if names.count(day.weekday()) == 1]


WEEKS = [
    Week(date(2017, 5, 8), date(2017, 5, 12)),
    Week(date(2018, 6, 1), date(2018, 6, 8)),
    Week(date(2019, 6, 3), date(2019, 6, 7)),
    Week(date(2027, 5, 31), date(2027, 6, 4)),
]


@dataclass(frozen=True)
class DayPhrase:
    """Words for one day, for the days from ``start`` to ``end``, or for separate ``dates``."""

    text: str
    start: date
    end: date
    dates: tuple[date, ...] = ()


def weekday(day: date) -> str:
    return DAYS[day.weekday()]


def month(day: date) -> str:
    return MONTHS[day.month - 1]


def short_month(day: date) -> str:
    return month(day) if len(month(day)) == 3 else f"{month(day)[:3]}."


def number(value: int) -> str:
    """In words up to twenty, in figures above."""
    return NUMBERS[value] if value < len(NUMBERS) else str(value)


NAMED: list[Callable[[date], str]] = [
    lambda day: f"{day.day} {month(day)}",
    lambda day: f"{day.day} {month(day)} {day.year}",
    lambda day: f"{day.day} {month(day)} '{day:%y}",
    lambda day: f"{day.day} {short_month(day)} {day.year}",
    lambda day: f"{number(day.day)} {month(day)}",
    lambda day: f"de {day.day}e {month(day)}",
]
FIGURES: list[Callable[[date], str]] = [
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.isoformat()}",
    lambda day: f"{day.day}-{day.month}",
    lambda day: f"{day:%d/%m}",
]
PREFIXED: list[Callable[[date], str]] = [
    lambda day: f"{weekday(day)} ",
    lambda day: f"{weekday(day)[:2]} ",
    lambda day: f"{weekday(day)[:2]}. ",
    lambda day: f"{weekday(day).capitalize()} ",
    lambda day: "",
]
RELATIVE: list[Callable[[date], str]] = [
    lambda day: f"{weekday(day)} in de actieweek",
    lambda day: f"de {weekday(day)} van de actieweek",
    lambda day: f"{weekday(day)} tijdens de actieweek",
]


def written_days(day: date) -> list[str]:
    """Every way to write one day by its date."""
    dated = [before(day) + write(day) for before in PREFIXED for write in [*NAMED[:5], *FIGURES]]
    return [*dated, NAMED[5](day), f"{weekday(day)} {day.day} {month(day)} a.s."]


def relative_days(day: date, week: Week) -> list[str]:
    """Every way to write it as a day of the week of action, as far as that is unambiguous."""
    out = [write(day) for write in RELATIVE] if day in week.weekdays_told_apart() else []
    at = week.days().index(day)
    if at < len(ORDINALS):
        out.append(f"de {ORDINALS[at]} dag van de actieweek")
    if day == week.last:
        out.append("de laatste dag van de actieweek")
    return out


@st.composite
def days(draw: st.DrawFn, week: Week) -> DayPhrase:
    day = draw(st.sampled_from(week.days()))
    text = draw(st.sampled_from(written_days(day) + relative_days(day, week)))
    return DayPhrase(text, day, day, (day,))


def written_spans(start: date, end: date) -> list[str]:
    """Days that follow each other; both are included."""
    first, last = f"{start.day} {month(start)}", f"{end.day} {month(end)}"
    out = [
        f"van {weekday(start)} {first} tot en met {weekday(end)} {last}",
        f"{weekday(start)[:2]} {first} t/m {weekday(end)[:2]} {last}",
        f"van {first} t/m {last} {end.year}",
        f"{first} t/m {last}",
        f"{first} - {last} {end.year}",
        f"{start:%d-%m-%Y} t/m {end:%d-%m-%Y}",
    ]
    if start.month == end.month:
        out += [
            f"{start.day} t/m {last}",
            f"van {start.day} tot en met {last}",
            f"{start.day}–{last} {end.year}",
            f"{weekday(start)} {start.day} tot en met {weekday(end)} {last}",
        ]
    return out


@st.composite
def spans(draw: st.DrawFn, week: Week) -> DayPhrase:
    start, end = sorted(
        draw(st.lists(st.sampled_from(week.days()), min_size=2, max_size=2, unique=True))
    )
    texts = written_spans(start, end)
    if (start, end) == (week.first, week.last):
        texts += ["de hele actieweek", "gedurende de hele actieweek"]
    return DayPhrase(draw(st.sampled_from(texts)), start, end)


def listed(words: list[str]) -> str:
    """``a, b en c``"""
    return f"{', '.join(words[:-1])} en {words[-1]}"


@st.composite
def several_days(draw: st.DrawFn, week: Week) -> DayPhrase:
    """Two or three separate days: a series with a session on each."""
    chosen = st.lists(st.sampled_from(week.days()), min_size=2, max_size=3, unique=True)
    dates = tuple(sorted(draw(chosen)))
    texts = [
        listed([f"{weekday(day)} {day.day} {month(day)}" for day in dates]),
        listed([f"{weekday(day)[:2]} {day.day} {month(day)}" for day in dates]),
        listed([f"{day.day} {month(day)}" for day in dates]),
    ]
    if all(one.month == other.month for one, other in pairwise(dates)):
        texts += [
            listed([str(day.day) for day in dates]) + f" {month(dates[0])}",
            listed([f"{weekday(day)} {day.day}" for day in dates]) + f" {month(dates[0])}",
            listed([f"{weekday(day)[:2]} {day.day}" for day in dates]) + f" {month(dates[0])}",
        ]
    if len(dates) == 2 and set(dates) <= set(week.weekdays_told_apart()):
        names = [weekday(day) for day in dates]
        texts.append(f"zowel {names[0]} als {names[1]} in de actieweek")
    return DayPhrase(draw(st.sampled_from(texts)), dates[0], dates[-1], dates)
