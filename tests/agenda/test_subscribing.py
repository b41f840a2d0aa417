"""The ways to have a selection in one's own calendar."""

import pytest
from django.http import QueryDict
from django.test import Client

from agenda.models import Edition, Kind
from agenda.selection import Selection
from agenda.subscribing import GOOGLE_TAKES, Subscription, subscription
from tests.factories import make_edition, make_kind

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("length", "offered"), [(GOOGLE_TAKES, True), (GOOGLE_TAKES + 1, False)])
def test_google_is_offered_no_address_that_it_cannot_take(
    client: Client, length: int, offered: bool
) -> None:
    edition = make_edition(year=2019)
    kinds: list[Kind] = []
    letters = iter("abcdefghijkl")
    while (left := length - len(_ways(kinds, edition).webcal) - len("&soort=")) > 30:
        kinds.append(make_kind(next(letters) * 20))
    kinds.append(make_kind("z" * left))
    query = _query(kinds)
    ways = _ways(kinds, edition)
    assert len(ways.webcal) == length
    assert bool(ways.google) is offered
    page = client.get(f"/2019/agenda/?{query}").content.decode()
    assert ("calendar.google.com" in page) is offered
    assert ("Google Agenda kan zoveel keuzes niet aan" in page) is not offered


def _ways(kinds: list[Kind], edition: Edition) -> Subscription:
    return subscription(Selection.parse(QueryDict(_query(kinds)), edition))


def _query(kinds: list[Kind]) -> str:
    return "&".join(f"soort={kind.slug}" for kind in kinds)
