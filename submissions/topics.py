"""What a sender can still tell of an activity: one question for each topic, in plain Dutch."""

from collections.abc import Iterable
from dataclasses import dataclass

from agenda.models import Attendance
from submissions.facts import Facts

PLACE = ("venue", "address", "postcode", "town", "municipality", "province", "attendance")


@dataclass(frozen=True, slots=True)
class Topic:
    """`field` is what it asks for, `fields` all that its answer may fill."""

    field: str
    label: str
    question: str
    fields: tuple[str, ...]


TOPICS = {
    topic.field: topic
    for topic in (
        Topic("title", "de naam", "Hoe heet de activiteit?", ("title",)),
        Topic(
            "first_day",
            "de dag",
            "Op welke dag of dagen is het?",
            ("first_day", "last_day"),
        ),
        Topic(
            "start_time",
            "de begintijd",
            "Hoe laat begint het, en hoe laat is het afgelopen?",
            ("start_time", "end_time", "all_day"),
        ),
        Topic("end_time", "de eindtijd", "Hoe laat is het afgelopen?", ("end_time",)),
        Topic(
            "venue",
            "de plaats",
            "Waar is het? Noem de naam van de locatie, de straat en de plaats. Of is het online?",
            PLACE,
        ),
        Topic(
            "online_url",
            "de link om mee te doen",
            "Met welke link kun je online meedoen?",
            ("online_url",),
        ),
        Topic("audiences", "voor wie", "Voor wie is het?", ("audiences",)),
        Topic("organiser", "de organisatie", "Welke organisatie houdt het?", ("organiser",)),
        Topic(
            "registration_url",
            "aanmelden",
            "Moet je je aanmelden? Zo ja: op welke pagina, en tot wanneer kan dat?",
            ("registration_url", "registration_closes", "website"),
        ),
    )
}


def untold(facts: Facts) -> list[str]:
    """The topics that it leaves open, in the order in which one would ask."""
    online = facts.attendance == Attendance.ONLINE
    place = facts.venue or facts.address or facts.town
    open_ = {
        "title": not facts.title,
        "first_day": facts.first_day is None,
        "start_time": facts.start_time is None and not facts.all_day,
        "end_time": facts.start_time is not None and facts.end_time is None,
        "venue": not (online or (facts.venue and facts.town)),
        "online_url": online and not (facts.online_url or facts.registration_url or facts.website),
        "audiences": not facts.audiences,
        "organiser": not facts.organiser,
        "registration_url": not (facts.registration_url or facts.website),
    }
    if place and facts.attendance == Attendance.HYBRID:
        open_["online_url"] = not (facts.online_url or facts.registration_url)
    return [name for name, is_open in open_.items() if is_open]


def filled_by(topics: Iterable[str]) -> set[str]:
    """All fields of `Facts` that the answer to these may fill."""
    return {field for name in topics if name in TOPICS for field in TOPICS[name].fields}


def asked_by(topics: Iterable[str]) -> set[str]:
    """Those that the answer replaces as well: the parts of a place belong together."""
    names = set(topics)
    return names | set(PLACE) if "venue" in names else names
