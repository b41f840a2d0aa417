"""Dutch words for hours, each with its answer: the strategy ``hours``."""

from dataclasses import dataclass
from datetime import time

from hypothesis import strategies as st

from .dutch_days import NUMBERS


@dataclass(frozen=True)
class HourPhrase:
    text: str
    start: time
    end: time | None = None


AFTERNOON, EVENING = 12, 18
CLOCK: dict[int, str] = {  # minutes past the hour; {h} is this hour, {n} the next one
    0: "{h} uur",
    5: "vijf over {h}",
    10: "tien over {h}",
    15: "kwart over {h}",
    20: "tien voor half {n}",
    25: "vijf voor half {n}",
    30: "half {n}",
    35: "vijf over half {n}",
    40: "tien over half {n}",
    45: "kwart voor {n}",
    50: "tien voor {n}",
    55: "vijf voor {n}",
}


def on_the_dial(hour: int) -> str:
    return NUMBERS[(hour - 1) % 12 + 1]


def spoken(at: time) -> str:
    """``half twee`` for 13.30; the part of the day is not said."""
    return CLOCK[at.minute].format(h=on_the_dial(at.hour), n=on_the_dial(at.hour + 1))


def part_of_day(at: time) -> str:
    if at.hour < AFTERNOON:
        return "'s ochtends"
    return "'s middags" if at.hour < EVENING else "'s avonds"


def goes_without_saying(at: time) -> bool:
    """At half past nine and at two nobody thinks of the other half of the day."""
    return time(9, 30) <= at <= time(12, 0) or time(12, 30) <= at <= time(17, 30)


def written_hours(at: time) -> list[str]:
    out = [f"{at:%H.%M} uur", f"{at:%H:%M} uur", f"{at:%H:%M}u", f"{at:%H}u{at:%M}", f"{at:%H.%M}u"]
    if at.minute == 0:
        out += [f"{at.hour} uur", f"{at.hour}u", f"{at.hour}.00 uur"]
    out.append(f"{spoken(at)} {part_of_day(at)}")
    return [*out, spoken(at)] if goes_without_saying(at) else out


def written_ranges(start: time, end: time) -> list[str]:
    out = [
        f"van {start:%H.%M} tot {end:%H.%M} uur",
        f"{start:%H.%M} - {end:%H.%M} uur",
        f"{start:%H:%M}-{end:%H:%M}u",
        f"{start:%H.%M}–{end:%H.%M} uur",
        f"{start:%H}u{start:%M} tot {end:%H}u{end:%M}",
        f"van {start:%H:%M} tot {end:%H:%M}",
        f"tussen {start:%H.%M} en {end:%H.%M} uur",
        f"vanaf {start:%H.%M} uur tot {end:%H.%M} uur",
    ]
    if not start.minute and not end.minute:
        out += [f"van {start.hour} tot {end.hour} uur", f"{start.hour}-{end.hour} uur"]
    if goes_without_saying(start) and goes_without_saying(end):
        out += [
            f"van {spoken(start)} tot {spoken(end)}",
            f"tussen {spoken(start)} en {spoken(end)}",
        ]
        if not end.minute and on_the_dial(end.hour) != "een":
            out.append(f"van {spoken(start)} tot een uur of {on_the_dial(end.hour)}")
        if end.minute == 30 and not start.minute:
            out.append(f"van {(start.hour - 1) % 12 + 1} tot half {end.hour % 12 + 1}")
    return out


def moments(first: int = 8, last: int = 22) -> st.SearchStrategy[time]:
    """Five minutes apart."""
    return st.builds(time, st.integers(first, last), st.sampled_from(sorted(CLOCK)))


@st.composite
def hours(draw: st.DrawFn, *, with_end: bool | None = None) -> HourPhrase:
    start = draw(moments(8, 20))
    if with_end if with_end is not None else draw(st.booleans()):
        end = draw(moments(start.hour + 1, 22))
        return HourPhrase(draw(st.sampled_from(written_ranges(start, end))), start, end)
    before = draw(st.sampled_from(["om ", "vanaf "]))
    return HourPhrase(before + draw(st.sampled_from(written_hours(start))), start)
