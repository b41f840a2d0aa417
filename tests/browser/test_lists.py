"""Doubles and lists by keyboard only; and what an organiser sees of the agenda while typing."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from agenda.models import Activity, Status
from submissions.models import Double, SavedFilter, Submission
from submissions.states import ProposalState
from tests.browser.conftest import NewPage
from tests.browser.test_editor import make_mail_of, press, reach
from tests.factories import make_activity
from tests.moderation.factories import make_desk_editor
from tests.submissions.factories import make_submission
from tests.submissions.forms import open_edition
from tests.submissions.test_doubles import mailed, publish

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
Axe = Callable[[Page], None]
SignIn = Callable[..., None]


def fits(page: Page) -> None:
    """Nothing sticks out at the right (WCAG 1.4.10)."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_two_proposals_become_one(page: Page, axe: Axe, sign_in: SignIn) -> None:
    first, second = make_submission(), mailed()
    sign_in(page, make_desk_editor())
    page.goto("/redactie/")
    axe(page)
    press(page, "Dubbel")
    axe(page)
    press(page, "Inloopmiddag voor ouders")
    axe(page)
    press(page, "Voeg samen, houd de linker")
    axe(page)
    assert "Samengevoegd" in page.inner_text("main")
    assert second.proposals.get().merged_into == first.proposals.get()


def test_two_activities_become_one_and_two_again(page: Page, axe: Axe, sign_in: SignIn) -> None:
    stays, goes = publish(make_submission()), publish(mailed(text="Er is soep."))
    sign_in(page, make_desk_editor())
    page.goto(f"/redactie/dubbel/{Double.objects.open().get().pk}/")
    axe(page)
    press(page, "Voeg samen, houd de linker")
    axe(page)
    page.goto(goes.get_absolute_url())
    assert page.url.endswith(stays.get_absolute_url())
    assert "Er is soep." in page.inner_text("main")
    page.goto(f"/redactie/activiteiten/{goes.pk}/")
    axe(page)
    press(page, "Haal ze uit elkaar")
    axe(page)
    assert Activity.objects.filter(status=Status.PUBLISHED).count() == 2


def test_several_are_decided_together(page: Page, axe: Axe, sign_in: SignIn) -> None:
    items = [make_mail_of("Tuinfest", 5), make_mail_of("Ouderavond", 3), make_mail_of("Quiz", 2)]
    sign_in(page, make_desk_editor())
    page.goto("/redactie/")
    reach(page, "Kies Tuinfest")
    page.keyboard.press("Space")
    reach(page, "Kies Ouderavond")
    page.keyboard.press("Space")
    expect(page.locator("[data-bulk] [role=status]")).to_have_text("2 aangevinkt")
    reach(page, "Met wat je aanvinkt")
    page.keyboard.type("Wijs")
    axe(page)
    press(page, "Bekijk wat er gebeurt")
    axe(page)
    press(page, "Wijs af: 2 inzendingen")
    axe(page)
    assert "Geef een reden" in page.inner_text("[role=alert]")
    reach(page, "Reden")  # the way to the field
    page.keyboard.press("Enter")
    page.keyboard.type("Dit valt buiten de week.")
    press(page, "Wijs af: 2 inzendingen")
    axe(page)
    assert "2 van 2 gelukt" in page.inner_text("h1")
    states = [item.proposals.get().state for item in items]
    assert states == [ProposalState.REJECTED] * 2 + [ProposalState.PENDING]


def test_all_of_a_page_are_ticked_at_once(page: Page, sign_in: SignIn) -> None:
    make_mail_of("Tuinfest", 5), make_mail_of("Ouderavond", 3)
    sign_in(page, make_desk_editor())
    page.goto("/redactie/")
    reach(page, "Vink alles op deze bladzij aan")
    page.keyboard.press("Enter")
    expect(page.locator("[data-bulk] [role=status]")).to_have_text("2 aangevinkt")
    press(page, "Bekijk wat er gebeurt")
    expect(page.locator("h1")).not_to_have_text("Wachtrij")
    page.go_back()
    expect(page.locator("[data-bulk] [role=status]")).to_have_text("2 aangevinkt")


def test_a_choice_is_saved_and_taken_along(page: Page, axe: Axe, sign_in: SignIn) -> None:
    make_mail_of("Tuinfest", 5)
    sign_in(page, make_desk_editor())
    page.goto("/redactie/?kanaal=mail")
    reach(page, "Bewaar of verwijder filters")
    page.keyboard.press("Enter")
    reach(page, "Bewaar wat nu gekozen is als")
    page.keyboard.type("Alles per mail")
    axe(page)
    press(page, "Bewaar")
    axe(page)
    assert SavedFilter.objects.get().query == "kanaal=mail"
    page.goto("/redactie/")
    press(page, "Alles per mail")
    page.wait_for_url("**/?kanaal=mail")
    for name, ending in (("CSV", ".csv"), ("Excel", ".xlsx")):
        reach(page, name)
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename.endswith(ending)


def test_lists_and_doubles_work_on_a_phone_without_scripts(
    new_page: NewPage, sign_in: SignIn
) -> None:
    make_mail_of("Quiz", 3), make_submission(), mailed()
    phone = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    sign_in(phone, make_desk_editor())
    phone.goto("/redactie/")
    phone.get_by_role("checkbox", name="Kies Quiz").check()
    phone.get_by_role("button", name="Bekijk wat er gebeurt").click()
    phone.get_by_role("button", name="Publiceer: 1 inzending").click()
    assert "1 van 1 gelukt" in phone.inner_text("h1")
    phone.get_by_role("link", name="Dubbel").click()
    phone.get_by_role("link", name="Inloopmiddag voor ouders").click()
    phone.get_by_role("button", name="Voeg samen, houd de linker").click()
    assert "Samengevoegd" in phone.inner_text("main")


def in_the_agenda() -> Activity:
    cache.clear()
    edition = open_edition()
    return make_activity(
        title="Open dag op de tuinschool",
        organiser="De Tuinschool",
        edition=edition,
        first_day=edition.first,
    )


def fill(page: Page) -> None:
    page.goto("/aanmelden/")
    page.get_by_label("Titel").fill("Open dag tuinschool")
    page.get_by_label("Organisatie").fill("De tuinschool")
    page.locator("[name=kind]").first.check(force=True)
    page.get_by_label("Je naam").fill("Sam")
    page.get_by_label("Je e-mailadres", exact=True).fill("sam@voorbeeld.nl")


def test_an_organiser_sees_it_while_typing(page: Page, axe: Axe) -> None:
    there = in_the_agenda()
    page.goto("/aanmelden/")
    reach(page, "Titel")
    page.keyboard.type("Open dag tuinschool")
    reach(page, "Organisatie")
    page.keyboard.type("De tuinschool")
    panel = page.locator(".likely")
    expect(panel.locator("summary")).to_be_visible()
    axe(page)
    panel.locator("summary").focus()
    page.keyboard.press("Enter")
    link = panel.get_by_role("link", name=there.title)
    expect(link).to_be_visible()
    axe(page)
    fits(page)
    page.locator("[name=kind]").first.check(force=True)
    page.get_by_label("Je naam").fill("Sam")
    page.get_by_label("Je e-mailadres", exact=True).fill("sam@voorbeeld.nl")
    page.get_by_role("button", name="Verstuur je aanmelding").click()
    page.wait_for_url("**/gelukt/")
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_who_did_not_look_is_asked_once(new_page: NewPage, axe: Axe, script: bool) -> None:
    there = in_the_agenda()
    phone = new_page(java_script_enabled=script, viewport={"width": 360, "height": 740})
    fill(phone)
    phone.get_by_role("button", name="Verstuur je aanmelding").click()
    expect(phone.get_by_role("alert")).to_contain_text("nog niet verstuurd")
    expect(phone.get_by_role("link", name=there.title)).to_be_visible()
    if script:
        axe(phone)
        fits(phone)
    assert not Submission.objects.exists()
    phone.get_by_role("button", name="Dit is een andere").click()
    phone.wait_for_url("**/gelukt/")
    phone.get_by_role("link", name="Meld nog een activiteit aan").click()
    expect(phone.get_by_label("Organisatie")).to_have_value("De tuinschool")
    expect(phone.get_by_label("Titel")).to_have_value("")


def test_an_earlier_activity_is_a_start(page: Page, axe: Axe) -> None:
    there = in_the_agenda()
    page.goto(there.get_absolute_url())
    axe(page)
    press(page, "Begin met deze gegevens")
    expect(page.get_by_label("Titel")).to_have_value(there.title)
    axe(page)
