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


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        ("", "<span style='font-size: 0; color: #fff'>{}</span>"),
        ("", "<div style='max-height:0px;overflow:hidden'>{}</div>"),
        ("", "<p hidden>{}</p>"),
        (".voorproef { display: none !important; }", "<div class='grijs voorproef'>{}</div>"),
        ("p{margin:0} .a, .kop{mso-hide:all}", "<p class=kop>{}</p>"),
    ],
)
def test_what_a_mail_hides_is_not_read(sheet: str, element: str) -> None:
    html = f"<style>{sheet}</style><p>Zichtbaar</p>" + element.format("onzichtbaar")
    assert read(make_raw(html, content_type="text/html")).text == "Zichtbaar"


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        ("@media (max-width:600px) { .breed { display:none } }", "<p class=breed>{}</p>"),
        (".smal .los{display:none}", "<p class=los>{}</p>"),
        ("", "<p style='font-size:0.9em'>{}</p>"),
        ("", "<p style='max-height:0.5in;line-height:1'>{}</p>"),
    ],
)
def test_what_only_some_screens_hide_is_read(sheet: str, element: str) -> None:
    html = f"<style>{sheet}</style>" + element.format("zichtbaar")
    assert read(make_raw(html, content_type="text/html")).text == "zichtbaar"
