import time

import pytest

from mail.mime import read
from tests.mail.samples import make_raw

HOSTILE = {
    "tables in tables": "<table><tr><td>x<td>" * 60_000,
    "a hundred tables around a text": "<table><tr><td>x</td><td>" * 100 + "y " * 500_000,
    "open comments": "<!--" * 250_000,
    "less than": "<" * 1_000_000,
    "one wide row": "<table><tr>" + "<td>a</td>" * 100_000,
    "margins": "<p style='margin-top:999999999em;padding-left:9999999em'>x</p>" * 15_000,
    "attributes": "<a " + "x=y " * 250_000,
    "paragraphs": "<p>Dit is een alinea over de actieweek.</p>" * 23_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_html_takes_no_more_than_seconds(html: str) -> None:
    start = time.process_time()
    read(make_raw(html[:1_000_000], content_type="text/html"))
    assert time.process_time() - start < 10  # it takes under one; minutes without the limits


def test_html_gives_words_and_no_code() -> None:
    html = (
        "<head><title>kop</title><style>p{}</style></head><script>stuk()</script>"
        "<!--[if mso]><b>outlook</b><![endif]--><p>Dag<img src='http://volger.example/x'></p>"
        "<div style='display: none'>verborgen</div><a href=' https://example.org/a '>hier</a>"
    )
    message = read(make_raw(html, content_type="text/html"))
    assert message.text.split() == ["Dag", "hier"]
    assert [(link.text, link.url) for link in message.links] == [("hier", "https://example.org/a")]
