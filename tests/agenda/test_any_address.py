"""Every parameter of every public address, with whatever people and robots send."""

from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from agenda.selection import PARAMETERS
from agenda.urls import urlpatterns
from agenda.when import When
from tests.factories import make_activity, make_edition, make_kind, make_material, make_partner

SELECTED = [
    "/2019/agenda/", "/2019/week/", "/2019/kaart/", "/2019/wijzigingen/", "/2019/programma.pdf",
    "/2019/agenda.ics", "/2019/agenda.atom", "/2019/agenda.json", "/2019/agenda.csv",
    "/2019/insluiten/",
]  # fmt: skip
OTHERS = [
    "/", "/agenda/", "/edities/", "/2019/", "/2019/terugblik/", "/toolbox/", "/partners/",
    "/partners/nji/", "/privacy", "/toegankelijkheid", "/2019/agenda/ede/", "/2019/agenda/ede.ics",
    "/2019/agenda/ede.png", "/2019/boeket.png", "/robots.txt", "/sitemap.xml", "/healthz",
    "/readyz", "/.well-known/security.txt",
]  # fmt: skip
LARGE = "x" * 100_000
MOST_BYTES = 300_000  # of an answer, whatever was asked
ODD = [
    "", "\0", LARGE, "2019-06-04", "9999-99-99", "webinar", "utrecht", "ede", "1", "0", "-1", "٣",
    "'\"--", "<script>", "%", "_", "\\", "\ud7ff", "𐏿", "online", "3511", "null",
]  # fmt: skip
SOME_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.one_of(st.sampled_from(ODD), SOME_TEXT)


class AnyAddress(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_edition()
        make_partner(slug="nji")
        activity = make_activity(slug="ede", kind=make_kind("webinar"), title="Kijk mee")
        make_activity(when=When())
        make_material(activity=activity, in_toolbox=True)

    @given(
        st.sampled_from([address for address in SELECTED if not address.endswith(".pdf")]),
        st.dictionaries(st.sampled_from([*PARAMETERS, "onbekend"]), st.lists(VALUES, max_size=3)),
    )
    @example("/2019/agenda/", {name: [LARGE, "\0"] for name in PARAMETERS})
    @example("/2019/agenda/", {"dag": [f"2019-06-{day:02}" for day in range(1, 31)] * 2})
    @example("/2019/programma.pdf", {"q": ["\0"]})
    @settings(max_examples=60)
    def test_of_a_selection_is_answered_or_refused_in_words(
        self, address: str, values: dict[str, list[str]]
    ) -> None:
        response = Client().get(address, values)
        assert response.status_code in {200, 400, 404}, values
        body = response.getvalue() if response.streaming else response.content
        assert len(body) < MOST_BYTES
        if response.status_code == 400:
            assert "e" in body.decode()
            assert LARGE not in body.decode()

    @given(st.sampled_from(OTHERS), st.sampled_from([*PARAMETERS, "x", "page"]), VALUES)
    @settings(max_examples=25)
    def test_without_a_selection_is_the_same_whatever_is_added(
        self, address: str, name: str, value: str
    ) -> None:
        plain = Client().get(address)
        assert plain.status_code in {200, 302}
        asked = Client().get(address, {name: value})
        assert (asked.status_code, asked.content) == (plain.status_code, plain.content)
        assert asked.headers.get("ETag") == plain.headers.get("ETag")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/2019/agenda/", "/2019/week/", "/2019/kaart/"])
def test_bytes_that_are_no_text_are_refused(client, address):
    make_edition()
    for query in ("q=%ff%fe", "q=%", "=&&;;==", "soort=%c0%af", "q=a&" * 500):
        assert client.get(f"{address}?{query}").status_code in {200, 400}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "x/y;q=zz"},
        {"Accept-Encoding": "\u00ff, br;q=nan, gzip;q=-1"},
        {"Range": "bytes=0-1,2-3"},
        {"If-None-Match": '"' + "x" * 5000},
        {"If-Modified-Since": "gisteren"},
        {"If-Match": "*", "If-Unmodified-Since": "0", "If-Range": "x"},
    ],
)
def test_headers_that_mean_nothing_change_nothing(client, headers):
    make_activity(slug="ede")
    for address in (*SELECTED, "/2019/agenda/ede/"):
        response = client.get(address, headers=headers)
        assert response.status_code == 200, address
        head = client.head(address, headers=headers)
        assert (head.status_code, head.content) == (200, b"")


def test_every_public_address_is_in_these_lists():
    """So that a new page cannot be forgotten here."""
    known = {quote(address) for address in (*SELECTED, *OTHERS)}
    missing = [
        pattern.name
        for pattern in urlpatterns
        if not any(pattern.resolve(address.lstrip("/")) for address in known)
    ]
    assert missing == ["material"]
