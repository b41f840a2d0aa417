"""What is not there yet: pages and feeds made anew, and how that grows with the programme."""

from collections.abc import Callable, Iterator

from django.core.handlers.wsgi import WSGIHandler

from agenda import kept_cards
from agenda.calendars import events
from agenda.calendars.feed import MANY
from agenda.coding import encode
from agenda.early import EarlyAnswers
from agenda.kept import kept_copies
from agenda.models import Activity
from agenda.validators import Generation, Validators
from bench import library
from bench.bare import ask, bare_site
from bench.measure import Result, costs, in_turns, shown

LEAST_FEED, LEAST_EVENTS = 15, 8
MOST_GROWTH = 1.3


def measure(seconds: float) -> Iterator[Result]:
    """With 1,000 activities in the edition of 2027."""
    site, floor = WSGIHandler(), bare_site()

    def from_nothing() -> None:
        kept_cards.forget()
        made_anew(site, "/2027/agenda/")

    yield costs(
        "agenda van 100 kaarten, uit niets | ORM en sjabloon",
        from_nothing,
        lambda: ask(floor, "/cards"),
        seconds,
        1.2,
    )
    yield costs(
        "agenda van 100 kaarten, na een wijziging | ORM en sjabloon",
        lambda: made_anew(site, "/2027/agenda/"),
        lambda: ask(floor, "/cards"),
        seconds,
        0.6,
    )


def feeds(year: int, seconds: float, count: int) -> Iterator[Result]:
    """Against icalendar, with the same ETag and gzip; and every event written anew."""
    site = WSGIHandler()
    found = Activity.objects.filter(edition__year=year, first_day__isnull=False)
    brief = count > MANY

    def by_the_library() -> bytes:
        activities = list(found.in_order().select_related("edition", "kind", "municipality"))
        generation = Generation.current()
        Validators.of(generation, "feed", "gzip")
        return encode(library.calendar(activities, generation.today, brief=brief), "gzip")

    yield faster(
        f"feed van {dutch(count)} met ETag en gzip, gemaakt | icalendar",
        lambda: made_anew(site, f"/{year}/agenda.ics", accept_encoding="gzip"),
        by_the_library,
        seconds,
        LEAST_FEED,
    )
    some = list(found.select_related("edition", "kind", "municipality")[:1000])
    today = Generation.current().today

    def library_forms() -> None:
        for activity in some:
            for brief in (True, False):
                library.event(activity, today=today, brief=brief).to_ical()

    yield faster(
        "elk VEVENT opnieuw, beide vormen | icalendar",
        lambda: [events.forms(activity) for activity in some],
        library_forms,
        seconds,
        LEAST_EVENTS,
    )


def growth(small: tuple[int, int], large: tuple[int, int], seconds: float) -> Iterator[Result]:
    """Pairs of year and number of activities; interleaved, in one database."""
    site = WSGIHandler()
    front = EarlyAnswers(site)
    of = f"{dutch(small[1])} naar {dutch(large[1])}"
    addresses = {year: (f"/{year}/agenda/", _page_of_one(year)) for year in (small[0], large[0])}
    for number, name in enumerate(("agenda", "activiteit")):
        little, much = (addresses[year][number] for year in (small[0], large[0]))
        yield costs(
            f"groei van {of}: {name}, gemaakt",
            lambda: made_anew(site, much),  # noqa: B023
            lambda: made_anew(site, little),  # noqa: B023
            seconds,
            MOST_GROWTH,
        )
        yield costs(
            f"groei van {of}: {name}, bewaard",
            lambda: many(lambda: ask(front, much)),  # noqa: B023
            lambda: many(lambda: ask(front, little)),  # noqa: B023
            seconds / 4,
            MOST_GROWTH,
        )
    little, much = addresses[small[0]][0], addresses[large[0]][0]
    tags = {address: ask(front, address)[1]["ETag"] for address in (little, much)}
    yield costs(
        f"groei van {of}: agenda, 304",
        lambda: many(lambda: ask(front, much, if_none_match=tags[much])),
        lambda: many(lambda: ask(front, little, if_none_match=tags[little])),
        seconds / 4,
        MOST_GROWTH,
    )


def linear(small: tuple[int, int], large: tuple[int, int], seconds: float) -> Result:
    """The time of one event in a large feed against one in a small feed."""
    site = WSGIHandler()
    much, little = in_turns(
        lambda: made_anew(site, f"/{large[0]}/agenda.ics", accept_encoding="gzip"),
        lambda: made_anew(site, f"/{small[0]}/agenda.ics", accept_encoding="gzip"),
        seconds,
    )
    ratio = (much / large[1]) / (little / small[1])
    name = f"feed van {dutch(large[1])}, per activiteit | van {dutch(small[1])}"
    return Result(name, shown(much), shown(little), ratio, "≤ 1.3", ratio <= MOST_GROWTH)


def dutch(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def made_anew(site: WSGIHandler, address: str, **headers: str) -> None:
    """Nothing of the page is kept; the counts of this revision are, as they are for all pages."""
    kept_copies.clear()
    assert ask(site, address, **headers)[0] == 200


def many(piece: Callable[[], object]) -> None:
    for _ in range(50):
        piece()


def faster(
    name: str, ours: Callable[[], object], other: Callable[[], object], seconds: float, least: float
) -> Result:
    our_time, other_time = in_turns(ours, other, seconds)
    ratio = other_time / our_time
    return Result(name, shown(our_time), shown(other_time), ratio, f"≥ {least:g}", ratio >= least)


def _page_of_one(year: int) -> str:
    found = Activity.objects.public().filter(edition__year=year, first_day__isnull=False)
    return found.order_by("pk")[0].get_absolute_url()
