"""Every public page by axe, on a desktop and a phone; and that nothing needs a script."""

import re
from collections.abc import Callable
from datetime import date, time

import brotli
import pytest
from playwright.sync_api import Page, expect

from agenda.models import PublicRevision
from agenda.when import When
from tests.agenda.test_pages import ALL, fill
from tests.browser.conftest import NewPage
from tests.factories import make_activity, make_edition, make_kind, make_region
from tests.submissions.forms import open_edition

pytestmark = pytest.mark.django_db(transaction=True)
MORE = ["/2019/agenda/?soort=soort-1&q=ontmoeting", "/2019/agenda/?soort=onbekend", "/bestaat-niet"]


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing_on_any_public_page(
    new_page: NewPage, axe: Callable[[Page], None], scheme: str
) -> None:
    fill(3, summary="Wat het is", organiser="Gedragswerk")
    for viewport in ({"width": 1280, "height": 900}, {"width": 320, "height": 740}):
        page = new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
        for address in ALL + MORE:
            page.goto(address)
            axe(page)
            too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not too_wide, f"{address} scrolls sideways"


def test_a_long_word_in_a_title_stays_on_the_screen_of_a_phone(new_page: NewPage) -> None:
    activity = make_activity(
        title="Samenwerkingsverbandoverstijgende zorgarrangementen voor thuiszitters en ouders",
        text="Lees https://voorbeeld.nl/een/heel/lang/adres/dat-maar-doorgaat/en-doorgaat-zonder-eind",
        website="https://voorbeeld.nl/" + "lang" * 20,
    )
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


@pytest.mark.slow
def test_search_answers_while_one_types(page: Page) -> None:
    make_activity(title="Onze school", kind=make_kind("webinar", name="Webinar"))
    make_activity(title="Een wandeling")
    page.goto("/2019/agenda/")
    box = page.get_by_label("Zoek op woord of organisatie")
    box.press_sequentially("scholen")
    expect(page.get_by_role("heading", name="Een wandeling")).to_have_count(0)
    expect(page.get_by_role("heading", name="Onze school")).to_be_visible()
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(
        "1 activiteit past bij wat je koos"
    )
    expect(box).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=scholen$"))
    field = page.get_by_label("Of kopieer het adres")
    expect(field).to_have_value(re.compile(r"agenda\.ics\?q=scholen$"))
    box.fill("")
    expect(page.get_by_role("heading", name="Een wandeling")).to_be_visible()
    near = page.get_by_label("In de buurt van")
    near.press_sequentially("0")  # no postcode yet: what stands there stays
    page.wait_for_timeout(400)
    expect(page.get_by_role("heading", name="Een wandeling")).to_be_visible()
    told = page.get_by_role("search").get_by_role("status")
    near.press_sequentially("nbekend")
    expect(told).to_have_text("We kennen geen gemeente, plaats of postcode ‘0nbekend’.")
    expect(told).to_be_in_viewport(ratio=0.9)
    near.fill("")
    expect(told).to_have_text("2 activiteiten")


def test_a_place_that_does_not_exist_can_be_mended_where_it_is_told(new_page: NewPage) -> None:
    make_activity(title="Kom langs")
    page = new_page(java_script_enabled=False)
    page.goto("/2019/agenda/?bij=Utrechd&q=kom")
    expect(page.get_by_role("alert")).to_contain_text("‘Utrechd’")
    expect(page.get_by_label("Zoek op woord of organisatie")).to_have_value("kom")
    near = page.get_by_label("In de buurt van")
    expect(near).to_have_value("Utrechd")
    near.fill("")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_role("heading", name="Kom langs")).to_be_visible()


def weigh(page: Page, address: str) -> tuple[int, list[str]]:
    """Bytes and addresses of a first visit, here without the compression of the real server."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    own = [url for url in asked if not url.startswith("data:")]
    weight = 0
    for url in own:
        answer = page.request.get(url, headers={"Accept-Encoding": "identity"})
        body = answer.body()
        weight += len(body) if url.endswith(".woff2") else len(brotli.compress(body))
    return weight, own


@pytest.mark.slow
def test_a_first_visit_is_light(new_page: NewPage) -> None:
    """At most 40 KiB in four requests."""
    fill(30)
    addresses = ["/", "/2019/agenda/", "/2019/week/", "/2019/kaart/", "/2019/agenda/ede/"]
    visits = {address: weigh(new_page(), address) for address in addresses}
    open_edition()
    PublicRevision.bump()
    visits["/aanmelden/"] = weigh(new_page(), "/aanmelden/")
    for address, (weight, own) in visits.items():
        assert len(own) <= 4, (address, own)
        assert weight < 40 * 1024, (address, weight)


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/2019/week/", "/2019/kaart/"])
def test_week_and_map_lead_on_by_keyboard_alone(new_page: NewPage, address: str) -> None:
    fill(3)
    page = new_page(viewport={"width": 320, "height": 740})
    page.goto(address)
    focused = """(document.activeElement.getAttribute('aria-label')
        || document.activeElement.innerText || '').trim()"""
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        names.append(page.evaluate(focused))
    wanted = "Utrecht: 3 activiteiten" if address.endswith("kaart/") else "13.30\nOntmoeting 0"
    assert any(name.startswith(wanted) for name in names), names


WHERE = """one => [...document.querySelectorAll(one)].map(found => {
    const box = found.getBoundingClientRect();
    return [Math.round(box.left), Math.round(box.top)];
})"""


@pytest.mark.slow
def test_week_is_read_by_day_on_a_phone_and_is_a_grid_on_a_desktop(new_page: NewPage) -> None:
    """The same page: days below each other, or beside each other with their parts in rows."""
    for day, hour in ((3, 9), (3, 19), (4, 10), (4, 20), (6, 19)):
        make_activity(when=When(date(2019, 6, day), start=time(hour)))
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("/2019/week/")
    days = page.evaluate(WHERE, ".grid-day")
    assert len({left for left, _top in days}) == 1
    assert [top for _left, top in days] == sorted({top for _left, top in days})
    expect(page.get_by_role("heading", name="Avond").first).to_be_visible()
    expect(page.get_by_text("Geen activiteiten").first).to_be_visible()

    page.set_viewport_size({"width": 1280, "height": 900})
    days = page.evaluate(WHERE, ".grid-day")
    assert len({top for _left, top in days}) == 1
    assert [left for left, _top in days] == sorted({left for left, _top in days})
    names = {top for _left, top in page.evaluate(WHERE, ".grid-parts .part-3")}
    evenings = page.evaluate(WHERE, ".grid-day .part-3")
    assert {top for _left, top in evenings} == names
    assert len(evenings) == 3


def test_two_provinces_can_be_chosen_seen_and_undone_in_the_form(new_page: NewPage) -> None:
    for name in ("Drenthe", "Utrecht", "Zeeland"):
        make_activity(title=f"In {name}", province=make_region(name))
    page = new_page(java_script_enabled=False)
    page.goto("/2019/agenda/")
    page.get_by_text("Kies regio, soort en voor wie").click()
    page.get_by_label("Utrecht (1)").check()
    page.get_by_label("Zeeland (1)").check()
    page.get_by_role("button", name="Toon activiteiten").click()
    titles = page.locator(".card h3")
    expect(titles).to_have_text(["In Utrecht", "In Zeeland"])
    expect(page.get_by_label("Zeeland (1)")).to_be_checked()
    page.get_by_label("Zeeland (1)").uncheck()
    page.get_by_role("button", name="Toon activiteiten").click()
    expect(titles).to_have_text(["In Utrecht"])


def test_a_link_into_the_first_page_ends_where_it_should(phone: Page) -> None:
    """What lies below the fold is drawn only when it is come to."""
    make_activity()
    make_edition(year=2018)
    phone.goto("/#eerder")
    expect(phone.get_by_role("heading", name="Wat er eerder bloeide")).to_be_in_viewport()
