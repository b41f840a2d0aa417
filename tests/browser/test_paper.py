"""Public pages on paper: what was chosen at the top, nothing to press, each on A4."""

import io
import re
from datetime import date, time

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from agenda.when import When
from tests.agenda.test_pages import ALL, fill
from tests.factories import make_activity, make_audience, make_kind

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
# What stands on the paper, of each element that only a screen has a use for.
PRESSED = """() => [...document.querySelectorAll(
    'nav, form, button, .btn:not(.register .btn), .subscribe, .add, .related, .no-print, .skip'
)].filter(one => one.checkVisibility() && one.getBoundingClientRect().height > 1)
    .map(one => one.outerHTML)"""
MOST_POINTS = 842


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(paper: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())


def test_nothing_to_press_is_printed_and_every_page_tells_its_address(page: Page) -> None:
    fill(3, summary="Wat het is", registration_url="https://aanmelden.example/1")
    page.emulate_media(media="print", color_scheme="dark")
    for address in ALL:
        page.goto(address)
        assert page.evaluate(PRESSED) == [], address
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") in {
            "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)",
        }, address  # fmt: skip
        paper = printed(page)
        assert address in words(paper), address
        for sheet in paper.pages:
            assert max(sheet.mediabox.width, sheet.mediabox.height) <= MOST_POINTS


def test_the_selection_stands_at_the_top_in_plain_words(page: Page) -> None:
    activity = make_activity(title="Kijk mee", kind=make_kind("webinar", name="Webinar"))
    activity.audiences.add(make_audience("ouders"))
    page.goto("/2019/agenda/?soort=webinar&doelgroep=ouders&q=kijk")
    told = words(printed(page))
    top = told[: told.index("maandag")]
    assert "Webinar, Ouders, ‘kijk’" in top
    assert "1 activiteit past bij wat je koos" in top
    assert not re.search("×|Toon alles|Lijst|Zoek", told)
    assert "/2019/agenda/?soort=webinar&doelgroep=ouders&q=kijk" in told


def test_an_activity_on_paper_tells_where_to_register_and_no_more_than_that(page: Page) -> None:
    make_activity(
        slug="ooit", town="Ede", address="Plein 1", registration_url="https://mee.example/1",
        when=When(date(2099, 6, 3), start=time(13)),
    )  # fmt: skip
    page.goto("/2019/agenda/ooit/")
    told = words(printed(page))
    assert "(https://mee.example/1)" in told
    assert not re.search("Plan je route|Google|Meld een fout|Begin met", told)


def test_the_week_on_paper_lies_flat_and_has_all_its_days_beside_each_other(page: Page) -> None:
    for day in (3, 4, 7):
        for hour in (9, 10, 13, 14, 19):
            make_activity(
                title=f"Om {hour} uur op {day}", when=When(date(2019, 6, day), start=time(hour))
            )
    page.goto("/2019/week/")
    paper = printed(page)
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in paper.pages)
    told = words(paper)
    assert all(f"Om {hour} uur op {day}" in told for day in (3, 4, 7) for hour in (9, 13, 19))
    assert len(paper.pages) == 1


def test_no_card_is_cut_by_the_end_of_a_page(page: Page) -> None:
    for number in range(24):
        make_activity(title=f"Begin {number}.", summary="Woord " * 30, organiser=f"Einde {number}.")
    page.goto("/2019/agenda/")
    paper = printed(page)
    assert len(paper.pages) > 1
    for sheet in paper.pages:
        text = " ".join(sheet.extract_text().split())
        begun, ended = (set(re.findall(rf"{part} (\d+)\.", text)) for part in ("Begin", "Einde"))
        assert begun == ended
