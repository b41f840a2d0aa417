"""A world for the readers without a database: four editions and the towns of the fixtures."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from agenda.postcodes import postcodes
from mail.mailbox import Mailbox
from mail.message import ReadMessage
from submissions.facts import Facts
from submissions.place_files import village_towns
from submissions.reading.context import Context, Earlier, Town, Week, gazetteer
from submissions.reading.propose import Reading, propose

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "places"
WEEKS = (
    Week(2017, date(2017, 5, 8), date(2017, 5, 12)),
    Week(2018, date(2018, 6, 1), date(2018, 6, 8)),
    Week(2019, date(2019, 6, 3), date(2019, 6, 7)),
    Week(2027, date(2027, 5, 31), date(2027, 6, 4)),
)
KINDS = frozenset(
    {"regiobijeenkomst", "landelijke-bijeenkomst", "webinar", "kennisdeling", "open-dag"}
    | {"campagne", "publicatie", "anders"}
)
SPRING = date(2027, 4, 20)


@lru_cache
def towns() -> dict[str, Town]:
    return gazetteer(_towns())


def _towns() -> Iterator[Town]:
    with (FIXTURES / "municipalities.csv").open(encoding="utf-8") as file:
        known = {
            row["name"]: Town(
                row["name"], row["code"], row["name"], row["province"], row["province"]
            )
            for row in csv.DictReader(file)
        }
    yield from known.values()
    with (FIXTURES / "aliases.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            home = known[row["municipality"]]
            yield Town(row["alias"], home.municipality, home.name, home.province, home.province)
    yield from village_towns(known)


def make_context(*earlier: Earlier, today: date = SPRING) -> Context:
    return Context(
        today=today,
        weeks=WEEKS,
        towns=towns(),
        own=frozenset({"actieweek@example.org"}),
        kinds=KINDS,
        earlier=earlier,
        postcodes=postcodes(),
    )


def make_message(text: str = "", **fields: Any) -> ReadMessage:
    """A mail of an organiser in the spring of 2027."""
    values = {
        "sender": Mailbox("Stichting De Stap", "info@destap.example.nl"),
        "subject": "Landelijke Actieweek Thuiszitters",
        "date": datetime(2027, 4, 20, 10, tzinfo=UTC),
        "message_id": "<1@destap.example.nl>",
        "text": text,
        "text_source": "plain",
    }
    return ReadMessage(**values | fields)


def read(text: str, *earlier: Earlier, **fields: Any) -> Reading:
    return propose(make_message(text, **fields), make_context(*earlier))


def read_one(text: str, **fields: Any) -> Facts:
    """The facts of the only activity that the text tells of."""
    (draft,) = read(text, **fields).drafts
    return draft.facts
