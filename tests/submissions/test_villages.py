"""The villages that the list of places gives no municipality."""

import csv
from collections import Counter

from submissions.world import villages
from tests.submissions.readers import FIXTURES


def test_each_village_is_told_once_and_lies_in_a_municipality_that_exists() -> None:
    with (FIXTURES / "municipalities.csv").open(encoding="utf-8") as rows:
        known = {row["name"] for row in csv.DictReader(rows)}
    told = list(villages())
    assert {home for _, home in told} <= known
    assert [name for name, times in Counter(name for name, _ in told).items() if times > 1] == []
    assert not {name for name, _ in told} & known
