"""Whatever stands in a query string, an answer is a page or a refusal that helps on."""

import random

import pytest
from django.test import Client

from agenda.kept import kept_copies
from agenda.models import PublicRevision
from agenda.selection import PARAMETERS
from tests.factories import make_activity, make_kind

pytestmark = pytest.mark.django_db
SELECTING = ("/2019/agenda/", "/2019/agenda.ics", "/2019/agenda.json", "/2019/insluiten/",
             "/2019/agenda.atom", "/2019/agenda.csv")  # fmt: skip
OTHERS = ("/", "/2019/", "/2019/agenda/inloop/", "/2019/terugblik/", "/toolbox/", "/partners/",
          "/privacy", "/sitemap.xml", "/robots.txt",
          "/2019/agenda/inloop.ics", "/2019/boeket.png", "/aanmelden/")  # fmt: skip
VALUES = (
    "onzin", "%00", "%ff%fe", "%ed%a0%80", "-1", "0", "9" * 400, "%2e%2e%2f", "%27%20OR%201=1--",
    "%25%5f", "'\"<script>", "2019-02-30", "%E2%80%AE", "%0d%0aX: y", "é", "a" * 100_000,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _one_activity() -> None:
    make_activity(slug="inloop", kind=make_kind("webinar"))
    PublicRevision.bump()


def check(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in {200, 400, 404}, address[:100]
    if answer.status_code == 400:
        told = answer.content.decode()
        assert len(told) > 20
        assert len(told) < 20_000  # however long the question was


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_takes_every_value(client: Client, parameter: str) -> None:
    for number, value in enumerate(VALUES):
        address = SELECTING[number % len(SELECTING)]
        check(client, f"{address}?{parameter}={value}")
        check(client, f"/2019/agenda/?{parameter}={value}&{parameter}=x&{parameter}[]={value}")


def test_other_pages_read_no_parameter_at_all(client: Client) -> None:
    for address in OTHERS:
        plain = client.get(address)
        odd = client.get(f"{address}?{'&'.join(f'{name}=%00' for name in PARAMETERS)}&x=%ff")
        assert odd.status_code == plain.status_code == 200, address
        if plain.has_header("ETag"):
            assert odd["ETag"] == plain["ETag"]


@pytest.mark.parametrize(
    "query",
    ["dag=2019-06-03&" * 6000, "&" * 100_000, "=" * 100_000, "x" * 100_000, "soort=a&" * 900],
)
def test_a_hundred_kilobytes_are_a_page_or_a_refusal(client: Client, query: str) -> None:
    for address in ("/2019/agenda/", "/2019/agenda.ics", "/2019/"):
        check(client, f"{address}?{query}")


@pytest.mark.django_db(transaction=True)
def test_questions_at_random_do_not_fill_what_is_kept(client: Client) -> None:
    chance = random.Random(1)
    for _ in range(60):
        name = chance.choice([*PARAMETERS, "x", "utm_source"])
        client.get(f"/2019/agenda/?{name}={chance.randrange(10**9)}")
    # Only searches by word are pages of their own.
    assert len(kept_copies) < 25
