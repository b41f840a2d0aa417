"""Which activities of an edition: a query string and back, and a queryset.

The agenda page, its feeds, embeds and the API read the same parameters by the same rules: a
parameter given twice means "one of these", unknown parameters are ignored (people append one to
wake a calendar service), and a value that does not exist is refused instead of ignored.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict

from agenda.gazetteer import gazetteer
from agenda.known import KILOMETRES, LOOK_UPS
from agenda.models import Activity, Attendance, Edition, Municipality, RegionKind
from agenda.models.activity import ActivityQuerySet
from agenda.search import condition as has_word
from agenda.search import tokens
from agenda.when import AMSTERDAM

MAX_QUERY = 100
MAX_TERMS = 8
MAX_PAGE = 9999
MAX_VALUES = 40  # of one parameter; SQLite refuses deep conditions
# Who wants to take part online is helped by an activity that is both, and the other way round.
INCLUDED = {
    Attendance.SITE: (Attendance.SITE, Attendance.HYBRID),
    Attendance.ONLINE: (Attendance.ONLINE, Attendance.HYBRID),
    Attendance.HYBRID: (Attendance.HYBRID,),
}
PARAMETERS = {
    "dag": "dag",
    "provincie": "provincie",
    "gemeente": "gemeente",
    "regio": "regio",
    "soort": "soort",
    "doelgroep": "doelgroep",
    "vorm": "vorm",
    "bij": "gemeente, plaats of postcode",
    "sinds": "dag",
    "q": "zoekwoord",
    "pagina": "pagina",
}


class Choice(NamedTuple):
    value: str
    label: str


class Problem(NamedTuple):
    parameter: str
    value: str
    message: str


class Chip(NamedTuple):
    """An active filter, and the query string of the selection without it."""

    parameter: str
    label: str
    without: str


class BadSelection(ValueError):
    """Some values do not exist; `selection` is what remains without them."""

    def __init__(self, problems: list[Problem], selection: "Selection") -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
        self.selection = selection


@dataclass(frozen=True)
class Selection:
    edition: Edition
    chosen: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    q: str = ""
    page: int = 1

    @classmethod
    def parse(cls, query: QueryDict, edition: Edition) -> "Selection":
        """Raises `BadSelection` when a known parameter has a value that does not exist."""
        problems: list[Problem] = []
        chosen: dict[str, tuple[Choice, ...]] = {}
        for parameter, look_up in LOOK_UPS.items():
            values = _few(parameter, _given(query, parameter), problems)
            known = look_up(values) if values else {}
            problems += [_unknown(parameter, value) for value in values if value not in known]
            choices = (Choice(value, known[value]) for value in values if value in known)
            if found := tuple(sorted(choices)):
                chosen[parameter] = found
        q = _text(query, problems)
        selection = cls(edition, chosen, q, _page(query, problems))
        if problems:
            raise BadSelection(problems, selection)
        return selection

    @property
    def is_everything(self) -> bool:
        return not self.chosen and not self.q

    @property
    def chips(self) -> list[Chip]:
        chips = [
            Chip(parameter, choice.label, self.without(parameter, choice.value).query_string())
            for parameter, choices in self.chosen.items()
            for choice in choices
        ]
        if self.q:
            chips.append(Chip("q", f"‘{self.q}’", self.without("q").query_string()))
        return chips

    def without(self, parameter: str, value: str = "") -> "Selection":
        """From the first page again, because the pages shift."""
        if parameter == "q":
            return replace(self, q="", page=1)
        rest = tuple(choice for choice in self.chosen.get(parameter, ()) if choice.value != value)
        chosen = self.chosen | {parameter: rest}
        return replace(self, chosen={name: kept for name, kept in chosen.items() if kept}, page=1)

    def with_only(self, parameter: str, value: str) -> "Selection":
        """This one value of the parameter instead of those chosen."""
        chosen = self.chosen | {parameter: (Choice(value, value),)}
        return replace(self, chosen=chosen, page=1)

    def values(self, parameter: str) -> tuple[str, ...]:
        return tuple(choice.value for choice in self.chosen.get(parameter, ()))

    @property
    def earliest_day(self) -> date | None:
        """The first of the days that were chosen, if any."""
        return min(map(date.fromisoformat, self.values("dag")), default=None)

    def query_string(self, page: int | None = None) -> str:
        """Normalised: two selections of the same activities have the same one. No question mark."""
        pairs = [(parameter, value) for parameter in LOOK_UPS for value in self.values(parameter)]
        if self.q:
            pairs.append(("q", self.q))
        if page and page > 1:
            pairs.append(("pagina", str(page)))
        return urlencode(pairs)

    def queryset(self) -> ActivityQuerySet:
        """What visitors see, in the order of the agenda."""
        return self.narrow(Activity.objects.public()).in_order()

    def narrow(self, activities: ActivityQuerySet) -> ActivityQuerySet:
        """The activities of this selection, whatever their status; for feeds, which need more."""
        activities = activities.filter(edition=self.edition)
        for parameter, condition in _CONDITIONS.items():
            if values := self.values(parameter):
                activities = activities.filter(condition(values))
        return self._with_words(activities)

    def words_only(self) -> ActivityQuerySet:
        """What the words find, whatever the other filters."""
        return self._with_words(Activity.objects.filter(edition=self.edition))

    def _with_words(self, activities: ActivityQuerySet) -> ActivityQuerySet:
        words = tokens(self.q)
        if self.q and not words:
            return activities.none()  # punctuation alone
        for word in words:
            activities = activities.filter(has_word(word))
        return activities


def _given(query: QueryDict, parameter: str) -> list[str]:
    """The distinct values of a parameter; forms send an empty one for "no choice"."""
    stripped = (value.strip() for value in query.getlist(parameter))
    return list(dict.fromkeys(value for value in stripped if value))


def _few(parameter: str, values: list[str], problems: list[Problem]) -> list[str]:
    if len(values) > MAX_VALUES:
        message = f"Kies bij {PARAMETERS[parameter]} hooguit {MAX_VALUES} mogelijkheden."
        problems.append(Problem(parameter, "", message))
        return []
    return values


def _unknown(parameter: str, value: str) -> Problem:
    shown = "".join(c for c in value if c.isprintable())[:60]
    return Problem(parameter, shown, f"We kennen geen {PARAMETERS[parameter]} ‘{shown}’.")


def _text(query: QueryDict, problems: list[Problem]) -> str:
    text = " ".join(" ".join(_given(query, "q")).split())
    if "\0" in text:
        problems.append(Problem("q", "", "In je zoekwoorden staat een teken dat niet kan."))
        return ""
    if len(text) > MAX_QUERY or len(tokens(text)) > MAX_TERMS:
        message = f"Zoek met hooguit {MAX_TERMS} woorden en {MAX_QUERY} tekens."
        problems.append(Problem("q", text[:60], message))
        return ""
    return text


def _page(query: QueryDict, problems: list[Problem]) -> int:
    values = _given(query, "pagina")
    if not values:
        return 1
    value = values[-1]
    if value.isascii() and value.isdigit() and len(value) <= 4 and 1 <= int(value) <= MAX_PAGE:
        return int(value)
    problems.append(_unknown("pagina", value))
    return 1


def _on_days(values: tuple[str, ...]) -> Q:
    condition = Q()
    for value in values:
        condition |= Q(first_day__lte=value, last_day__gte=value)
    return condition


def _in_regions(values: tuple[str, ...]) -> Q:
    # Through a subquery: a join would give an activity once for every samenwerkingsverband.
    members = Municipality.objects.filter(
        samenwerkingsverbanden__slug__in=values,
        samenwerkingsverbanden__kind=RegionKind.PARTNERSHIP,
    )
    return Q(region__slug__in=values) | Q(municipality__in=members.values("pk"))


def _for_audiences(values: tuple[str, ...]) -> Q:
    links = Activity.audiences.through.objects.filter(audience__slug__in=values)
    return Q(pk__in=links.values("activity_id"))


def _in_forms(values: tuple[str, ...]) -> Q:
    return Q(attendance__in={form for value in values for form in INCLUDED[Attendance(value)]})


def _near(values: tuple[str, ...]) -> Q:
    names = gazetteer()
    spots = [spot for value in values if (spot := names.find(value))]
    return Q(municipality__in=set().union(*(names.near(spot, KILOMETRES) for spot in spots)))


def _in_municipalities(values: tuple[str, ...]) -> Q:
    known = gazetteer().by_slug
    return Q(municipality__in=[known[value][0] for value in values if value in known])


def _since(values: tuple[str, ...]) -> Q:
    midnight = datetime.combine(date.fromisoformat(min(values)), time.min, tzinfo=AMSTERDAM)
    return Q(created__gte=midnight)


_CONDITIONS: dict[str, Callable[[tuple[str, ...]], Q]] = {
    "dag": _on_days,
    "provincie": lambda values: Q(province__slug__in=values),
    "gemeente": _in_municipalities,
    "regio": _in_regions,
    "soort": lambda values: Q(kind__slug__in=values),
    "doelgroep": _for_audiences,
    "vorm": _in_forms,
    "bij": _near,
    "sinds": _since,
}
