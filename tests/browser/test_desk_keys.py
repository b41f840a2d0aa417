"""The desk by keyboard only, without a page loaded anew: each capability, with axe on each."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from agenda.models import Activity
from submissions.models import ReadyAnswer
from submissions.states import SubmissionState
from tests.browser.conftest import NewPage
from tests.browser.desk import changed_item, item_of, loaded_once, says, start
from tests.browser.test_editor import make_mail_of, reach
from tests.moderation.factories import make_desk_editor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
Check = Callable[[Page], None]
SignIn = Callable[..., None]


def test_from_the_queue_to_published_in_two_keys(desk: Page, axe: Check) -> None:
    make_mail_of("Tuinfest", hours=5)
    make_mail_of("Ouderavond", hours=2)
    start(desk, "/redactie/")
    desk.keyboard.press("o")
    expect(desk.locator("h1")).to_have_text("Tuinfest")
    desk.keyboard.press("p")
    says(desk, "Dit staat nu in de agenda.")
    axe(desk)
    assert Activity.objects.get().title == "Tuinfest"
    assert desk.evaluate("document.activeElement.textContent.trim()") == (
        "Dit staat nu in de agenda."
    )
    desk.keyboard.press("n")
    expect(desk.locator("h1")).to_have_text("Ouderavond")
    desk.keyboard.press("q")
    expect(desk.locator("h1")).to_have_text("Wachtrij")
    desk.go_back()
    expect(desk.locator("h1")).to_have_text("Ouderavond")
    assert desk.title().startswith("Ouderavond")
    assert loaded_once(desk)


def test_the_rows_of_the_queue_are_walked_with_j_and_k(desk: Page) -> None:
    make_mail_of("Tuinfest", hours=5)
    make_mail_of("Ouderavond", hours=2)
    start(desk, "/redactie/")
    for key in "jjjk":
        desk.keyboard.press(key)
    assert desk.evaluate("document.activeElement.textContent") == "Tuinfest"
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("Ouderavond")


def test_the_keys_are_told_and_can_be_switched_off(desk: Page, axe: Check) -> None:
    make_mail_of("Tuinfest", hours=5)
    start(desk, "/redactie/")
    desk.keyboard.press("?")
    dialog = desk.get_by_role("dialog", name="Toetsen")
    expect(dialog).to_be_visible()
    axe(desk)
    reach(desk, "Gebruik toetsen van één letter")
    desk.keyboard.press("Space")
    desk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    desk.keyboard.press("o")
    desk.keyboard.press("?")
    expect(dialog).to_be_hidden()
    expect(desk.locator("h1")).to_have_text("Wachtrij")
    reach(desk, "Toetsen ?")
    desk.keyboard.press("Enter")
    expect(dialog).to_be_visible()


def test_the_preview_shows_what_a_visitor_will_see(desk: Page, axe: Check) -> None:
    item = item_of("Tuinfest")
    start(desk, item.get_absolute_url())
    reach(desk, "Titel")
    desk.keyboard.press("Control+A")
    desk.keyboard.type("Tuinfeest")
    desk.keyboard.press("Escape")
    desk.keyboard.press("v")
    frame = desk.frame_locator("#voorbeeld iframe")
    expect(frame.locator("h1")).to_have_text("Tuinfeest")
    axe(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator("#voorbeeld")).to_be_hidden()
    assert desk.get_by_label("Titel").input_value() == "Tuinfeest"
    assert not Activity.objects.exists()


def test_all_proposals_with_one_key_unless_something_was_typed(desk: Page, axe: Check) -> None:
    item = item_of("Open dag", "Symposium")
    start(desk, item.get_absolute_url())
    desk.keyboard.press("a")
    expect(desk.locator("textarea:focus")).to_be_visible()
    axe(desk)
    reach(desk, "Publiceer alle voorstellen")
    desk.get_by_label("Titel").first.fill("Open middag")
    desk.get_by_role("button", name="Publiceer alle voorstellen").press("Enter")
    says(desk, "Bewaar dat eerst.")
    assert not Activity.objects.exists()
    desk.reload()
    desk.keyboard.press("a")
    reach(desk, "Publiceer alle voorstellen")
    desk.keyboard.press("Enter")
    says(desk, "Alles staat nu in de agenda.")
    axe(desk)
    assert Activity.objects.count() == 2


def test_a_change_is_accepted_field_by_field(desk: Page, axe: Check) -> None:
    start(desk, changed_item().get_absolute_url())
    axe(desk)
    says(desk, "In agenda’s die iemand volgt verandert dezelfde afspraak mee.")
    for _ in range(80):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.getAttribute('aria-label')") == (
            "Neem over: titel"
        ):
            break
    desk.keyboard.press("Space")
    desk.keyboard.press("p")
    says(desk, "Dit staat nu in de agenda.")
    activity = Activity.objects.get()
    assert (activity.title, activity.costs) == ("Tuinfeest", "5 euro")
    assert loaded_once(desk)


def test_a_ready_reason_is_one_press(desk: Page, axe: Check) -> None:
    ReadyAnswer.objects.create(purpose="reject", name="Past niet", text="‘{titel}’ past niet.")
    item = item_of("Tuinfest")
    start(desk, item.get_absolute_url())
    desk.keyboard.press("w")
    expect(desk.locator("textarea:focus")).to_be_visible()
    reach(desk, "Kant-en-klare teksten")
    desk.keyboard.press("Enter")
    axe(desk)
    reach(desk, "Past niet")
    desk.keyboard.press("Enter")
    assert desk.locator("textarea:focus").input_value() == "‘Tuinfest’ past niet."
    reach(desk, "Wijs dit voorstel af")
    desk.keyboard.press("Enter")
    says(desk, "Afgewezen.")
    item.refresh_from_db()
    assert item.state == SubmissionState.DONE
    assert loaded_once(desk)


def test_without_scripts_all_of_it_is_there(new_page: NewPage, sign_in: SignIn) -> None:
    ReadyAnswer.objects.create(purpose="reject", name="Past niet", text="‘{titel}’ past niet.")
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    sign_in(page, make_desk_editor())
    page.goto(changed_item().get_absolute_url())
    page.get_by_label("Neem over: titel").uncheck()
    page.locator("summary", has_text="Wijs af").click()
    page.locator(".act[open] summary", has_text="Kant-en-klare teksten").click()
    page.get_by_role("button", name="Past niet").click()
    assert page.get_by_label("Reden").input_value() == "‘Tuinfeest met muziek’ past niet."
    assert not page.get_by_label("Neem over: titel").is_checked()
    page.get_by_role("button", name="Publiceer de wijziging").click()
    assert "kun je dit terugdraaien" in page.inner_text("main")
    assert Activity.objects.get().title == "Tuinfeest"
