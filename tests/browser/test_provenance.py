"""Where values come from, by keyboard: from a field to its words and back, and another value."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from submissions.models import Submission
from submissions.services import Draft
from tests.browser.conftest import NewPage
from tests.browser.test_editor import reach
from tests.moderation.factories import make_desk_editor, make_mail
from tests.submissions.factories import make_facts

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Beste mensen,\n\nTitel: Tuinfest\nOp dinsdag 4 juni, niet op 5 juni, is iedereen welkom.\n"


def words(quote: str, **more: object) -> dict[str, object]:
    start = TEXT.index(quote)
    return {"source": "body", "start": start, "end": start + len(quote), "quote": quote} | more


def make_item() -> Submission:
    other = words("5 juni", value="2019-06-05", confidence=0.3)
    audience = words("iedereen", value=["ouders"])
    sources = {
        "title": words("Tuinfest", detail="Titel"),
        "first_day": words("dinsdag 4 juni", confidence=0.4, alternatives=[other]),
        "start_time": words("4 juni", alternatives=[words("5 juni", value="05:00")]),
        "audiences": words("welkom", alternatives=[audience]),
    }
    return make_mail(TEXT, Draft(make_facts(title="Tuinfest"), sources))


def test_by_keyboard_from_a_field_to_its_words_and_back(
    page: Page, axe: Callable[[Page], None], sign_in: Callable[..., None]
) -> None:
    sign_in(page, make_desk_editor())
    item = make_item()
    page.goto(item.get_absolute_url())
    axe(page)
    reach(page, "Eerste dag")
    assert page.locator("mark.lit").all_inner_texts() == ["dinsdag ", "4 juni"]
    assert "controleer dit" in page.locator(".field-first_day").inner_text()

    reach(page, "dinsdag 4 juni")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('mark').textContent") == "dinsdag "
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name").endswith("-first_day")

    reach(page, "Neem ‘woensdag 5 juni 2019’")
    page.keyboard.press("Enter")
    assert page.get_by_label("Eerste dag").input_value() == "2019-06-05"
    assert page.get_by_label("Laatste dag").input_value() == "2019-06-05"
    assert "nog niet bewaard" in page.locator(".field-first_day").inner_text()
    axe(page)
    assert item.proposals.get().facts.first_day.day == 4

    page.get_by_role("button", name="Bewaar", exact=True).last.click()
    expect(page.get_by_text("Bewaard. Nog niet gepubliceerd.")).to_be_visible()
    assert item.proposals.get().facts.first_day.day == 5
    assert "Neem ‘dinsdag 4 juni 2019’" in page.inner_text("main")
    axe(page)


def test_without_scripts_words_and_values_are_links_and_buttons(
    new_page: NewPage, sign_in: Callable[..., None]
) -> None:
    page = new_page(java_script_enabled=False)
    sign_in(page, make_desk_editor())
    item = make_item()
    page.goto(item.get_absolute_url())
    page.locator("mark a").first.click()
    assert page.url.endswith("-title")
    page.get_by_role("button", name="Neem ‘woensdag 5 juni 2019’").click()
    assert "Overgenomen. Nog niet gepubliceerd." in page.inner_text("main")
    assert item.proposals.get().facts.first_day.day == 5


def test_the_question_that_is_due_is_sent_by_keyboard(
    page: Page, axe: Callable[[Page], None], sign_in: Callable[..., None]
) -> None:
    sign_in(page, make_desk_editor())
    item = make_item()
    page.goto(item.get_absolute_url())
    reach(page, "Vraag de afzender")
    page.keyboard.press("Enter")
    expect(page.locator("textarea:focus")).to_be_visible()
    assert "- Waar is het?" in page.evaluate("document.activeElement.value")
    axe(page)
    reach(page, "Verstuur de vraag")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "venue" in item.questions.get().fields
    axe(page)
