"""What a careful editor makes of each mail, in short; written out in full by ``generate.py``."""

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

FIELDS = [
    *["title", "start", "end", "all_day", "online", "venue", "address", "municipality", "province"],
    *["audience", "organiser", "website", "registration_url", "contact_email"],
]
EDITIONS = {
    2017: ("2017-05-08", "2017-05-12"),
    2018: ("2018-06-01", "2018-06-08"),
    2019: ("2019-06-03", "2019-06-07"),
    2027: ("2027-05-31", "2027-06-04"),
}
FIXTURES = Path(__file__).parents[2] / "fixtures"


def provinces() -> dict[str, str]:
    with (FIXTURES / "places" / "municipalities.csv").open(encoding="utf-8") as rows:
        return {row["name"]: row["province"] for row in csv.DictReader(rows)}


def times(when: str) -> dict:
    """``2027-06-02 13:30-15:30``, ``2027-06-02 13:30``, ``2027-06-02``, ``2027-06-02 hele dag``,
    ``2027-06-01..2027-06-03 hele dag``: start, end and all_day as far as told."""
    days, _, hours = when.partition(" ")
    first, _, last = days.partition("..")
    if hours == "hele dag":
        return {"start": first, "end": last or first, "all_day": True}
    if not hours:
        return {"start": first} | ({"end": last} if last else {})
    begin, _, finish = hours.partition("-")
    out = {"start": f"{first}T{begin}"} | ({"end": f"{first}T{finish}"} if finish else {})
    return out | {"all_day": False}


def where(place: str, online: bool | None) -> dict:
    """``zaal | straat 1, plaats | gemeente`` with ``-`` for what is not told; a name of a province
    alone after ``provincie``; ``online``."""
    if place == "online":
        return {"online": True}
    if not place:
        return {} if online is None else {"online": online}
    if place.startswith("provincie "):
        return {"online": bool(online), "province": place.removeprefix("provincie ")}
    venue, street, municipality = (piece.strip() for piece in place.split("|"))
    told = {"venue": venue, "address": street, "municipality": municipality}
    out = {key: value for key, value in told.items() if value != "-"}
    if municipality != "-":
        out["province"] = provinces()[municipality]
    return out | {"online": bool(online)}


def act(
    title: str,
    when: str = "",
    place: str = "",
    who: str = "",
    by: str = "",
    *,
    web: str = "",
    reg: str = "",
    mail: str = "",
    online: bool | None = None,
    ignore: str = "",
    **others: list[str],
) -> dict:
    """One activity; every field without a value is absent, or ignored if ``ignore`` names it.
    ``or_title=[…]`` gives other values that are right too."""
    told = {"title": title} | (times(when) if when else {}) | where(place, online)
    told |= {"audience": who.split(), "organiser": by, "website": web, "registration_url": reg}
    told["contact_email"] = mail
    skipped = ignore.split()
    also = {name.removeprefix("or_"): values for name, values in others.items()}
    out = {
        name: told[name]
        for name in FIELDS
        if told.get(name, "") not in ("", []) and name not in skipped
    }
    out["absent"] = [name for name in FIELDS if name not in out and name not in skipped]
    return out | ({"ignore": skipped} if skipped else {}) | ({"also": also} if also else {})


def att(name: str, kind: str, data: bytes | None, action: str = "keep", **extra) -> dict:
    """One file; without data its size is not scored."""
    out = {
        "name": name,
        "type": kind,
        "size": None if data is None else len(data),
        "action": action,
    }
    return out | ({} if data is None else {"sha256": hashlib.sha256(data).hexdigest()}) | extra


MAYBE_CALENDAR = att("*", "text/calendar", None, optional=True)


@dataclass
class Mail:
    """A message and its label. ``name`` gets its number from its place in the corpus."""

    name: str
    raw: bytes
    kind: str
    edition: int | None = 2027
    activities: tuple[dict, ...] = ()
    attachments: tuple[dict, ...] = ()
    refers_to: str = ""
    links: tuple[str, ...] | None = None
    tests: str = ""
    note: str = ""
    crlf: bool = True
    extra: dict = field(default_factory=dict)

    def record(self, numbers: dict[str, str]) -> dict:
        out = {
            "file": f"mails/{numbers[self.name]}-{self.name}.eml",
            "kind": self.kind,
            "edition": self.edition,
            "refers_to": numbers[self.refers_to] if self.refers_to else None,
            "activities": list(self.activities),
            "attachments": list(self.attachments),
        }
        if self.links is not None:
            out["links"] = list(self.links)
        if self.kind == "duplicate":
            out["ignore_activities"] = True
        return out | {"tests": self.tests} | ({"note": self.note} if self.note else {})

    def octets(self) -> bytes:
        return self.raw.replace(b"\n", b"\r\n") if self.crlf else self.raw
