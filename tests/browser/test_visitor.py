"""A visitor of the real programme, on a small phone with a keyboard and nothing else."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NewPage
from tests.needs import CHROMIUM

pytestmark = pytest.mark.django_db(transaction=True)
Axe = Callable[[Page], None]
ROUTE = (
    "/",
    "/2019/",
    "/2019/agenda/",
    "/2019/agenda/?regio=eem-en-vallei&soort=regiobijeenkomst",
    "/2019/agenda/regiobijeenkomst-ede/",
    "/2019/week/",
    "/2019/kaart/",
    "/2019/wijzigingen/",
    "/edities/",
    "/2019/terugblik/",
    "/toolbox/",
    "/partners/",
    "/partners/gedragswerk/",
)
# What sticks out of the window, and is not in something that scrolls by itself.
STICKS_OUT = """[...document.querySelectorAll('main *, header *, footer *')]
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        && !one.closest('select, .visually-hidden, svg, .scroll'))
    .map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(autouse=True)
def programme(transactional_db: None) -> None:
    call_command("load_programme", verbosity=0)
    call_command("open_edition", verbosity=0)


def reach(page: Page, name: str) -> None:
    """Tab until the focus is at the link, button or field with this name, and is to be seen."""
    for _ in range(120):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
                const at = document.activeElement;
                const label = at.labels && at.labels[0];
                return (at.getAttribute('aria-label') || (label || at).innerText || '').trim();
            }"""
        )
        if re.sub(r" \(\d+\)$", "", told.split("\n")[0]) == name:  # options tell their number
            assert page.evaluate(
                """() => {
                    const at = document.activeElement, style = getComputedStyle(at);
                    const box = at.getBoundingClientRect();
                    const drawn = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                    return drawn && box.bottom > 0 && box.top < innerHeight;
                }"""
            ), f"the focus at {name!r} is not to be seen"
            return
    raise AssertionError(f"the keyboard does not reach {name!r} on {page.url}")


def follow(page: Page, name: str) -> None:
    reach(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Page, name: str, option: str) -> None:
    """Type the first letters of an option, as one does in a list."""
    reach(page, name)
    page.keyboard.type(option)


def check(page: Page, axe: Axe) -> None:
    axe(page)
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def test_from_the_first_page_to_what_came_of_it(new_page: NewPage, axe: Axe) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("/")
    check(page, axe)
    follow(page, "2019")
    check(page, axe)
    follow(page, "Bekijk de agenda van 2019")
    check(page, axe)
    expect(page.get_by_role("heading", name="Thuiszitterstop")).to_be_visible()

    reach(page, "Kies regio, soort en voor wie")
    page.keyboard.press("Enter")
    choose(page, "Regio", "Eem en")
    reach(page, "Regiobijeenkomst")
    page.keyboard.press("Space")
    check(page, axe)
    follow(page, "Toon activiteiten")
    check(page, axe)
    expect(page.get_by_text("1 activiteit past bij wat je koos")).to_be_visible()
    expect(page.get_by_role("heading", name="Thuiszitterstop")).to_have_count(0)
    feed = page.get_by_role("link", name="Apple Agenda, Thunderbird en andere programma’s")
    assert (feed.get_attribute("href") or "").startswith("webcal://")
    assert "regio=eem-en-vallei&soort=regiobijeenkomst" in (feed.get_attribute("href") or "")
    for calendar in ("Google Agenda", "Outlook.com"):
        expect(page.get_by_role("link", name=calendar)).to_be_visible()

    follow(page, "Regiobijeenkomst in Ede")
    check(page, axe)
    expect(page.get_by_role("complementary", name="Feiten")).to_contain_text("Ede")
    page.goto("/2019/")
    follow(page, "Lees wat het opleverde")
    check(page, axe)
    expect(page.get_by_text("Verslag van de Thuiszitterstop")).to_be_visible()
    follow(page, "Naar de toolbox")
    check(page, axe)
    expect(page.get_by_text("Dit ben ik. Portretten van thuiszitters")).to_be_visible()
    follow(page, "Partners")
    check(page, axe)
    follow(page, "Gedragswerk")
    check(page, axe)
    expect(page.get_by_role("heading", level=1)).to_have_text("Gedragswerk")
    follow(page, "Regiobijeenkomst in Ede")
    expect(page.get_by_role("heading", level=1)).to_have_text("Regiobijeenkomst in Ede")


@pytest.fixture(params=[16, 32], ids=["usual letters", "letters twice as large"])
def reader(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """Somebody who set the size of letters in the browser."""
    launched = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", f"--blink-settings=defaultFontSize={request.param}"],
    )
    yield launched.new_page(base_url=site, locale="nl-NL")
    launched.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_sticks_out_in_a_narrow_window_or_with_large_letters(
    reader: Page, width: int
) -> None:
    """WCAG 1.4.4 and 1.4.10."""
    reader.set_viewport_size({"width": width, "height": 740})
    for address in (*ROUTE, "/aanmelden/", "/privacy", "/toegankelijkheid", "/bestaat-niet"):
        reader.goto(address)
        reader.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert reader.evaluate(STICKS_OUT) == [], address
        assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
