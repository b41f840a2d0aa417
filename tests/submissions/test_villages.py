"""The lists of villages and postcodes: they hold together, and agree with what else is known."""

import csv
import json
from collections import Counter
from itertools import pairwise

from agenda.postcodes import postcode_ranges, postcodes
from submissions.place_files import villages
from submissions.reading.context import town_key
from tests.submissions.readers import FIXTURES, towns

PROVINCES = {
    row["pk"]: row["fields"]["name"]
    for row in json.loads((FIXTURES.parent / "regions.json").read_text(encoding="utf-8"))
}

# Villages that the list of places does not have, while it has another place of their name.
NAMESAKES = frozenset(
    {"driehuizen", "heeswijk", "hoek", "keent", "molenhoek", "nieuwdorp", "noordeinde", "strijp"}
    | {"zandberg", "zevenhuizen"}
)


def _known() -> dict[str, str]:
    """The province of each municipality."""
    with (FIXTURES / "municipalities.csv").open(encoding="utf-8") as rows:
        return {row["name"]: row["province"] for row in csv.DictReader(rows)}


def test_each_village_is_told_once_per_municipality_and_that_exists() -> None:
    told = [(town_key(name), home) for name, home, _ in villages()]
    assert {home for _, home in told} <= set(_known())
    assert [one for one, times in Counter(told).items() if times > 1] == []
    assert [name for name, home in told if name == town_key(home)] == []


def test_a_star_chooses_one_of_several() -> None:
    times = Counter(town_key(name) for name, _, _ in villages())
    starred = Counter(town_key(name) for name, _, meant in villages() if meant)
    assert all(times[name] > 1 and count == 1 for name, count in starred.items())


def test_postcodes_do_not_overlap_and_every_municipality_has_some() -> None:
    ranges = sorted(postcode_ranges())
    assert all(1000 <= first <= last <= 9999 for first, last, _ in ranges)
    assert all(one[1] < two[0] for one, two in pairwise(ranges))
    assert {home for _, _, home in ranges} == set(_known())


def test_ranges_beside_each_other_are_of_different_municipalities() -> None:
    ranges = sorted(postcode_ranges())
    assert [
        (one, two) for one, two in pairwise(ranges) if one[2] == two[2] and two[0] == one[1] + 1
    ] == []


def test_villages_lie_in_the_province_where_the_list_of_places_has_them() -> None:
    """The list has places of one name in several provinces: one of them has to agree."""
    province = _known()
    homes: dict[str, set[str]] = {}
    for name, home, _ in [*villages(), *((name, name, True) for name in province)]:
        homes.setdefault(town_key(name), set()).add(province[home])
    places = json.loads((FIXTURES.parent / "places.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for row in places:
        found.setdefault(town_key(row["fields"]["name"]), set()).add(
            PROVINCES[row["fields"]["province"]]
        )
    apart = {key for key, told in found.items() if key in homes and not homes[key] & told}
    assert apart == NAMESAKES


def test_towns_lie_near_the_postcodes_of_their_municipality() -> None:
    """The first digit of a postcode is a part of the land: a wrong figure shows as a wrong part."""
    parts: dict[str, set[str]] = {}
    for first, _, home in postcode_ranges():
        parts.setdefault(_known()[home], set()).add(str(first)[0])
    assert parts["Limburg"] == {"5", "6"}
    assert parts["Zeeland"] == {"4"}
    assert parts["Fryslân"] <= {"8", "9"}
    assert parts["Groningen"] == {"9"}


def test_nearly_every_place_has_its_municipality() -> None:
    open_ = [town.name for town in towns().values() if not town.municipality]
    assert len(towns()) > 3000
    assert 40 < len(open_) < 70


def test_the_four_digits_tell_the_municipality() -> None:
    table = postcodes()
    assert table.municipality(6711) == "Ede"
    assert table.municipality(6701) == "Wageningen"
    assert table.municipality(9999) == "Het Hogeland"
    assert table.municipality(1000) == table.municipality(1832) == ""
