"""Every public page by axe, on a desktop and a phone; and that nothing needs a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.agenda.test_pages import ALL, fill
from tests.browser.conftest import NewPage
from tests.factories import make_activity, make_kind

pytestmark = pytest.mark.django_db(transaction=True)
MORE = ["/2019/agenda/?soort=soort-1&q=ontmoeting", "/2019/agenda/?soort=onbekend", "/bestaat-niet"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_public_page(
    new_page: NewPage, axe: Callable[[Page], None], scheme: str
) -> None:
    fill(3, summary="Wat het is", organiser="Gedragswerk")
    for viewport in ({"width": 1280, "height": 900}, {"width": 360, "height": 740}):
        page = new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
        for address in ALL + MORE:
            page.goto(address)
            axe(page)
            too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not too_wide, f"{address} scrolls sideways"


def test_a_long_word_in_a_title_stays_on_the_screen_of_a_phone(new_page: NewPage) -> None:
    activity = make_activity(title="Onderwijs-zorgarrangementen: maatwerk bij thuiszitters")
    for width in (320, 360, 390):
        page = new_page(viewport={"width": width, "height": 740})
        page.goto(activity.get_absolute_url())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_filters_work_without_a_script(new_page: NewPage) -> None:
    make_activity(title="Kijk mee", kind=make_kind("webinar", name="Webinar"))
    make_activity(title="Kom langs")
    page = new_page(java_script_enabled=False)
    page.goto("/2019/agenda/")
    page.get_by_text("Kies regio, soort en voor wie").click()
    page.get_by_label("Webinar").check()
    page.get_by_role("button", name="Toon activiteiten").click()
    expect(page.get_by_role("heading", name="Kijk mee")).to_be_visible()
    expect(page.get_by_role("heading", name="Kom langs")).to_have_count(0)
    page.get_by_role("link", name="Verwijder filter: Webinar").click()
    expect(page.get_by_role("heading", name="Kom langs")).to_be_visible()


def test_first_tab_leads_past_the_menu(page: Page) -> None:
    make_activity()
    page.goto("/2019/agenda/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
