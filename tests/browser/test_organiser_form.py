"""An organiser without an account: from the empty form to withdrawing it again."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core import mail as sent_mail
from django.core.cache import cache
from playwright.sync_api import Page, expect

from agenda.models import Audience, Edition
from mail import outbox
from submissions.models import Submission
from submissions.services import ask, publish
from submissions.states import SubmissionState
from tests.factories import make_kind, make_partner
from tests.submissions.forms import make_places, open_edition, photo

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(autouse=True)
def edition(transactional_db) -> Edition:
    cache.clear()
    make_kind("open-dag")
    make_places()
    make_partner()
    Audience.objects.create(slug="ouders", name="Ouders")
    return open_edition()


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor@voorbeeld.nl", first_name="Robin")


def picture(name: str = "tuin.jpg", colour: str = "red") -> dict[str, object]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": photo(colour=colour).read()}


def secret_link() -> str:
    """The link in the newest mail that left."""
    outbox.deliver_due()
    found = re.search(r"https?://\S+/aanmelden/\S+/", sent_mail.outbox[-1].body)
    assert found, sent_mail.outbox[-1].body
    return found[0]


def fits(page: Page) -> None:
    """Nothing sticks out at the right (WCAG 1.4.10)."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def send(page: Page) -> None:
    page.get_by_role("button", name="Verstuur je aanmelding").click()


def fill_with_mistakes(page: Page, script: bool) -> None:
    page.get_by_label("Titel").fill("Open dag op de tuinschool")
    page.get_by_label("Open dag").check()
    page.get_by_label("Begintijd").fill("15:00")
    page.get_by_label("Eindtijd").fill("14:00")
    page.get_by_label("Plaats of gemeente").fill("Bergen")
    page.locator("#id_photos").set_input_files([picture()])
    if script:
        expect(page.get_by_role("status").first).to_contain_text("Toegevoegd")
        expect(page.get_by_label("Titel")).to_have_value("Open dag op de tuinschool")
    send(page)


def follow_the_summary(page: Page, script: bool) -> None:
    """It tells that something is wrong, keeps what was typed, and leads to the field."""
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Er klopt nog iets niet")
    expect(page).to_have_title(re.compile("^Fout: "))
    if script:
        expect(summary).to_be_focused()
    assert not Submission.objects.exists()
    expect(page.get_by_label("Titel")).to_have_value("Open dag op de tuinschool")
    summary.get_by_role("link", name=re.compile("Plaats of gemeente")).click()
    expect(page.locator("#id_place")).to_be_focused()


def mend(page: Page) -> None:
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Bergen (NH.)")
    page.get_by_label("Eindtijd").fill("16:00")
    page.get_by_label("Je naam").fill("Sam de Boer")
    page.get_by_label("Je e-mailadres").fill("sam@voorbeeld.nl")
    page.get_by_label("Wat staat er op de foto?").fill("De tuin in bloei")
    page.get_by_label("er staat niemand herkenbaar op").check()
    send(page)


def answer(page: Page, look: Callable[[Page], None]) -> None:
    expect(page.get_by_role("heading", name="We hebben een vraag")).to_be_visible()
    look(page)
    page.get_by_label("Je antwoord").fill("Ja, de hele dag.")
    page.get_by_role("button", name="Verstuur je antwoord").click()
    expect(page.get_by_role("status")).to_contain_text("Je antwoord is verstuurd")
    look(page)


def withdraw(page: Page, look: Callable[[Page], None]) -> None:
    page.get_by_role("link", name="Trek dit in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wil je dit intrekken?")
    look(page)
    page.get_by_role("button", name="Ja, trek het in").click()
    expect(page.get_by_role("heading", name="Ingetrokken")).to_be_visible()


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_organiser_on_a_phone(new_page, axe, editor, edition, script):
    page = new_page(java_script_enabled=script, **PHONE)

    def look(page: Page) -> None:
        fits(page)
        # axe is a script itself: the same pages are looked at in the other run.
        if script:
            axe(page)

    page.goto("/aanmelden/")
    look(page)
    fill_with_mistakes(page, script)
    follow_the_summary(page, script)
    look(page)
    mend(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gelukt!")
    look(page)
    submission = Submission.objects.get()
    assert submission.attachments.get().description == "De tuin in bloei"

    ask(submission, seen=submission.version, editor=editor, question="Is de tuin open?")
    page.goto(secret_link())
    answer(page, look)
    withdraw(page, look)
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WITHDRAWN


def test_files_can_be_added_and_removed_without_leaving_the_page(new_page, axe):
    page = new_page(**PHONE)
    page.goto("/aanmelden/")
    page.get_by_label("Titel").fill("Open dag")
    page.evaluate("window.stayed = true")
    program = {"name": "programma.exe", "mimeType": "application/x", "buffer": b"MZ"}
    page.locator("#id_documents").set_input_files([program])
    expect(page.get_by_role("status").first).to_contain_text("kunnen we niet aannemen")
    page.locator("#id_photos").set_input_files([picture()])
    page.get_by_label("Wie maakte de foto?").fill("Sam")
    page.get_by_label("dat is nog niet gevraagd").check()
    page.get_by_role("button", name="Nog een link").click()
    expect(page.locator("#id_link-2-url")).to_be_focused()
    expect(page.get_by_label("Wie maakte de foto?")).to_have_value("Sam")
    expect(page.get_by_label("dat is nog niet gevraagd")).to_be_checked()
    axe(page)
    page.get_by_role("button", name="Verwijder tuin.jpg").click()
    expect(page.get_by_role("status").first).to_contain_text("Verwijderd")
    expect(page.get_by_label("Wie maakte de foto?")).to_have_count(0)
    expect(page.get_by_label("Titel")).to_have_value("Open dag")
    assert page.evaluate("window.stayed")


def test_what_is_chosen_while_a_photo_is_on_its_way_is_not_lost(new_page):
    page = new_page(**PHONE)
    page.goto("/aanmelden/")
    page.locator("#id_photos").set_input_files([picture("eerst.jpg")])
    page.get_by_label("er staat niemand herkenbaar op").check()
    slow = []
    page.route("**/aanmelden/", lambda route: slow.append(route))
    page.locator("#id_photos").set_input_files([picture("tweede.jpg", "blue")])
    page.wait_for_timeout(300)
    page.get_by_label("dat is nog niet gevraagd").check()
    paper = {"name": "flyer.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF"}
    page.locator("#id_documents").set_input_files([paper])
    slow[0].continue_()
    page.unroute("**/aanmelden/")
    for name in ("eerst.jpg", "tweede.jpg", "flyer.pdf"):
        expect(page.get_by_role("button", name=f"Verwijder {name}")).to_be_visible()
    expect(page.get_by_label("dat is nog niet gevraagd").first).to_be_checked()


def tab_to(page: Page, target: str) -> None:
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return
    raise AssertionError(f"the keyboard does not reach {target}")


def test_organiser_with_a_keyboard_only(page, axe, editor):
    page.goto("/aanmelden/")
    tab_to(page, "#id_title")
    page.keyboard.type("Inloopavond")
    tab_to(page, "[name=kind]")
    page.keyboard.press("Space")
    tab_to(page, "#id_contact_name")
    page.keyboard.type("Sam de Boer")
    tab_to(page, "#id_contact_email")
    page.keyboard.type("sam@voorbeeld.nl")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gelukt!")
    submission = Submission.objects.get()

    publish(submission, submission.proposals.get(), seen=submission.version, editor=editor)
    tab_to(page, "main a[href$='/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="In de agenda")).to_be_visible()
    axe(page)
    tab_to(page, "a[href$='/aanpassen/0/']")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Titel")).to_have_value("Inloopavond")
    axe(page)
    tab_to(page, "#id_title")
    page.keyboard.press("End")
    page.keyboard.type(" voor ouders")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Je wijziging is verstuurd")

    tab_to(page, "a[href$='/materiaal/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Stuur foto’s")
    axe(page)
    tab_to(page, "#id_text")
    page.keyboard.type("Er kwamen veertig ouders.")
    tab_to(page, "button.btn-primary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Bedankt!")

    tab_to(page, "a[href$='/nieuwe-link/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wil je een nieuwe link?")
    axe(page)
    tab_to(page, "main button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Je nieuwe link is onderweg")
    page.goto(secret_link())
    expect(page.get_by_role("heading", level=1)).to_contain_text("Inloopavond")
    assert Submission.objects.filter(thread=submission).count() == 2


def test_link_that_does_not_work(page, axe):
    page.goto("/aanmelden/ABCDEFG-1.onzin/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Deze link werkt niet")
    axe(page)
