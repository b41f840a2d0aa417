"""An editor's morning, by keyboard only: from the login page to a published item and back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from agenda.models import Activity, Status
from mail.models import OutgoingMail
from submissions.models import Submission
from submissions.services import Draft
from submissions.states import ProposalState, SubmissionState
from tests.browser.conftest import NewPage
from tests.moderation.factories import PASSWORD, make_desk_editor, make_mail
from tests.submissions.factories import make_facts

pytestmark = pytest.mark.django_db(transaction=True)
Axe = Callable[[Page], None]
TEXT = "Beste mensen,\n\nTitel: Tuinfest\nOp dinsdag 4 juni is iedereen welkom.\n\nGroet, Jo"
FOCUSED = """() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.innerText ?? element.innerText ?? "";
    return label.trim().replace(/\\s+/g, " ");
}"""


def reach(page: Page, name: str) -> None:
    """Press Tab until the focus is on the link, button or field that is called so."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if str(page.evaluate(FOCUSED)).startswith(name):
            return
    raise AssertionError(f"Tab never reaches {name!r} on {page.url}")


def press(page: Page, name: str) -> None:
    """Reach it and press Enter, and wait for the page that follows."""
    reach(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    # The desk changes its history twice in one go (where the page stood, and the new page), and the
    # first counts as the navigation. What asks the page something waits for both.
    page.evaluate("document.readyState")


def unfold(page: Page, name: str) -> None:
    """Open a panel; the focus moves to its text."""
    reach(page, name)
    page.keyboard.press("Enter")
    expect(page.locator("textarea:focus")).to_be_visible()


def make_mail_of(title: str, hours: int) -> Submission:
    start = TEXT.index("Tuinfest")
    source = {"source": "body", "start": start, "end": start + 8, "quote": "Tuinfest"}
    item = make_mail(TEXT, Draft(make_facts(title=title), {"title": source}))
    received = timezone.now() - timedelta(hours=hours)
    Submission.objects.filter(pk=item.pk).update(received_at=received)
    return item


def log_in(page: Page, axe: Axe) -> None:
    page.goto("/redactie/")
    axe(page)
    assert page.evaluate(FOCUSED) == "E-mailadres"
    page.keyboard.type("marieke@example.org")
    reach(page, "Wachtwoord")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    axe(page)


def test_an_editor_decides_by_keyboard_only(page: Page, axe: Axe) -> None:
    make_desk_editor()
    oldest, next_one = make_mail_of("Tuinfest", hours=5), make_mail_of("Ouderavond", hours=2)
    log_in(page, axe)

    press(page, "Tuinfest")
    axe(page)
    reach(page, "Titel")
    assert page.locator("mark.lit").inner_text() == "Tuinfest"
    page.keyboard.press("Control+A")
    page.keyboard.type("Tuinfeest")
    press(page, "Publiceer")
    axe(page)
    assert "Dit staat nu in de agenda." in page.inner_text("main")
    activity = Activity.objects.get()
    assert activity.title == "Tuinfeest"

    press(page, "/2019/agenda/tuinfeest/")
    axe(page)
    assert page.inner_text("h1") == "Tuinfeest"
    page.go_back()

    press(page, "Draai terug: gepubliceerd")
    axe(page)
    activity.refresh_from_db()
    assert activity.status == Status.HIDDEN
    assert page.request.get(activity.get_absolute_url()).status == 410

    unfold(page, "Vraag de afzender")
    page.keyboard.type("In welke zaal is het?")
    axe(page)
    press(page, "Verstuur de vraag")
    axe(page)
    assert OutgoingMail.objects.filter(purpose="question", text__contains="In welke zaal").exists()
    oldest.refresh_from_db()
    assert oldest.state == SubmissionState.WAITING

    press(page, "Wachtrij")
    press(page, "Ouderavond")
    unfold(page, "Wijs af")
    page.keyboard.type("Dit valt buiten de week.")
    axe(page)
    press(page, "Wijs dit voorstel af")
    axe(page)
    assert next_one.proposals.get().state == ProposalState.REJECTED


def test_every_page_of_the_desk_is_sound(
    page: Page, axe: Axe, sign_in: Callable[..., None]
) -> None:
    sign_in(page, make_desk_editor())
    page.goto("/redactie/")
    assert "De wachtrij is leeg" in page.inner_text("main")
    axe(page)
    item = make_mail_of("Tuinfest", hours=1)
    page.goto(item.get_absolute_url())
    page.get_by_role("button", name="Publiceer", exact=True).click()
    expect(page.get_by_text("Dit staat nu in de agenda.")).to_be_visible()
    activity, letter = Activity.objects.get(), OutgoingMail.objects.order_by("-pk")[0]
    for path in (
        "/redactie/?stand=alles&soort=submission",
        "/redactie/?soort=material",
        "/redactie/uitgaand/",
        f"/redactie/uitgaand/{letter.pk}/",
        "/redactie/activiteiten/",
        f"/redactie/activiteiten/{activity.pk}/",
        "/redactie/antwoorden/",
        "/redactie/antwoorden/nieuw/",
        "/redactie/wachtwoord/",
    ):
        page.goto(path)
        axe(page)


def test_the_second_editor_keeps_what_was_typed(
    new_page: NewPage, axe: Axe, sign_in: Callable[..., None]
) -> None:
    item = make_mail_of("Tuinfest", hours=1)
    pages = [new_page(), new_page()]
    for page, name in zip(pages, ("Marieke", "Noor"), strict=True):
        sign_in(page, make_desk_editor(name))
        page.goto(item.get_absolute_url())
    first, second = pages
    first.get_by_role("button", name="Publiceer").click()
    expect(first.get_by_text("Dit staat nu in de agenda.")).to_be_visible()
    second.get_by_label("Titel").fill("De titel van Noor")
    second.get_by_role("button", name="Publiceer").click()
    expect(second.locator("[role=alert]")).to_contain_text("Marieke was je net voor")
    assert second.get_by_label("Titel").input_value() == "De titel van Noor"
    axe(second)
    assert Activity.objects.get().title == "Tuinfest"


def test_the_desk_works_on_a_phone_without_scripts(
    new_page: NewPage, sign_in: Callable[..., None]
) -> None:
    phone = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    sign_in(phone, make_desk_editor())
    make_mail_of("Tuinfest", hours=1)
    phone.goto("/redactie/")
    phone.get_by_role("link", name="Tuinfest").click()
    assert "Uit de mail" in phone.inner_text("main")
    phone.locator("summary", has_text="Wijs af").click()
    phone.get_by_label("Reden").fill("Dit valt buiten de week.")
    phone.get_by_role("button", name="Wijs dit voorstel af").click()
    assert "Dit valt buiten de week." in phone.inner_text("main")
