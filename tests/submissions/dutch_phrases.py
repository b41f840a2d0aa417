"""A grammar of Dutch phrases for days, hours and places, each with its answer.

Hypothesis strategies: ``days(week)``, ``spans(week)``, ``several_days(week)``, ``hours()``,
``places()``, ``distractions(week)`` and, put together, ``announcements(week)``. Only phrases
that two Dutch readers would understand the same way are made; what is ambiguous is left out.
"""

from dataclasses import dataclass
from datetime import timedelta

from hypothesis import strategies as st

from .dutch_days import WEEKS, DayPhrase, Week, days, month, several_days, spans
from .dutch_hours import HourPhrase, hours

__all__ = [
    "WEEKS",
    "Announcement",
    "DayPhrase",
    "HourPhrase",
    "PlacePhrase",
    "Week",
    "announcements",
    "days",
    "distractions",
    "hours",
    "places",
    "several_days",
    "spans",
]


@dataclass(frozen=True)
class PlacePhrase:
    text: str
    venue: str
    address: str
    town: str
    municipality: str
    province: str


TOWNS = [  # town, municipality, province, figures of its postcode
    ("Diever", "Westerveld", "Drenthe", "7981"),
    ("Borger", "Borger-Odoorn", "Drenthe", "9531"),
    ("Delfzijl", "Eemsdelta", "Groningen", "9934"),
    ("Joure", "De Fryske Marren", "Fryslân", "8501"),
    ("Drachten", "Smallingerland", "Fryslân", "9203"),
    ("Nijverdal", "Hellendoorn", "Overijssel", "7442"),
    ("Oosterbeek", "Renkum", "Gelderland", "6861"),
    ("Emmeloord", "Noordoostpolder", "Flevoland", "8302"),
    ("Bussum", "Gooise Meren", "Noord-Holland", "1402"),
    ("Zaandam", "Zaanstad", "Noord-Holland", "1506"),
    ("Breukelen", "Stichtse Vecht", "Utrecht", "3621"),
    ("Utrecht", "Utrecht", "Utrecht", "3584"),
    ("Spijkenisse", "Nissewaard", "Zuid-Holland", "3201"),
    ("Zierikzee", "Schouwen-Duiveland", "Zeeland", "4301"),
    ("Best", "Best", "Noord-Brabant", "5683"),
    ("Den Bosch", "'s-Hertogenbosch", "Noord-Brabant", "5211"),
    ("Kaatsheuvel", "Loon op Zand", "Noord-Brabant", "5171"),
    ("Venray", "Venray", "Limburg", "5801"),
]
VENUES = [
    *["wijkcentrum De Schelp", "Dorpshuis De Kandelaar", "Bibliotheek Het Boekanker"],
    *["basisschool De Springplank", "Buurthuis 't Vossegat", "Theater De Loods", "MFC De Hoeve"],
]
STREETS = ["Dorpsstraat", "Burgemeester Janssenlaan", "Kerkplein", "Lange Haven", "Wilgenpad"]
LETTERS = st.sampled_from("ABCDEGHJKLMNPRTVWXZ")


@st.composite
def places(draw: st.DrawFn) -> PlacePhrase:
    town, municipality, province, figures = draw(st.sampled_from(TOWNS))
    venue, street = draw(st.sampled_from(VENUES)), draw(st.sampled_from(STREETS))
    house = f"{draw(st.integers(1, 299))}{draw(st.sampled_from(['', '', 'a', 'B', '-2']))}"
    code = f"{figures} {draw(LETTERS)}{draw(LETTERS)}"
    at, whole = f"{street} {house}", f"{street} {house}, {code} {town}"
    text, address = draw(
        st.sampled_from(
            [
                (f"{venue}, {whole}", whole),
                (f"{venue} ({at}, {town})", f"{at}, {town}"),
                (f"{venue}, {at} te {town}", f"{at}, {town}"),
                (f"{venue}, {at} in {town}", f"{at}, {town}"),
                (f"{venue}, {street} {house}, {code.replace(' ', '')} {town.upper()}", whole),
                (f"{venue} in {town}", ""),
            ]
        )
    )
    return PlacePhrase(text, venue, address, town, municipality, province)


# ------------------------------------------------------------------ together


@st.composite
def distractions(draw: st.DrawFn, week: Week) -> str:
    """A line with a date or hour in it that is not the activity's."""
    day = draw(st.sampled_from(week.days()))
    before = day - timedelta(days=draw(st.integers(10, 20)))
    past = day.replace(year=day.year - 1)
    return draw(
        st.sampled_from(
            [
                f"T 06-{day:%d%m%Y}",
                f"Postbus {day.day}{day.month:02}, {day.year} AB Haarlem",
                f"KvK {day:%d%m%Y}",
                f"Aanmelden kan tot uiterlijk {before.day} {month(before)}.",
                f"Vorig jaar, op {past.day} {month(past)} {past.year}, kwamen er dertig mensen.",
                "Wij zijn bereikbaar op werkdagen van 8.30 tot 17.00 uur.",
                "Deelname kost € 12,50 per persoon.",
                "Er is plaats voor 25 tot 30 deelnemers.",
            ]
        )
    )


@dataclass(frozen=True)
class Announcement:
    """A mail's text and what it tells: one activity."""

    text: str
    day: DayPhrase
    hour: HourPhrase
    place: PlacePhrase


@st.composite
def announcements(draw: st.DrawFn, week: Week) -> Announcement:
    day, hour, place = draw(days(week)), draw(hours()), draw(places())
    labels = draw(
        st.sampled_from(["Datum/Tijd/Locatie", "Wanneer/Hoe laat/Waar", "Dag/Tijd/Plaats"])
    )
    when, clock, where = labels.split("/")
    text = draw(
        st.sampled_from(
            [
                f"{when}: {day.text}\n{clock}: {hour.text}\n{where}: {place.text}",
                f"* {when}: {day.text}\n* {clock}: {hour.text}\n* {where}: {place.text}",
                f"{when}\t{day.text}\n{clock}\t{hour.text}\n{where}\t{place.text}",
                f"Op {day.text} is er {hour.text} een open middag bij {place.text}.",
                f"We houden een open middag, {day.text}, {hour.text}, bij {place.text}.",
            ]
        )
    )
    noise = draw(st.lists(distractions(week), max_size=2))
    return Announcement(
        "\n\n".join(["Beste redactie,", text, *noise, "Groet,\nDe Schelp"]), day, hour, place
    )
