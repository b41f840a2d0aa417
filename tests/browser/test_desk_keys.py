"""The desk by keyboard only, without a page loaded anew: each capability, with axe on each."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.models import ProposalKind, ReadyAnswer, Submission
from submissions.services import Draft, publish
from submissions.states import ProposalState, SubmissionState
from tests.browser.conftest import NewPage
from tests.browser.test_editor import make_mail_of, reach
from tests.moderation.factories import make_desk_editor, make_mail
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
Check = Callable[[Page], None]
SignIn = Callable[..., None]


@pytest.fixture
def desk(page: Page, sign_in: SignIn) -> Page:
    sign_in(page, make_desk_editor())
    return page


def start(page: Page, address: str) -> None:
    """Open it, and leave a mark that a full load would wipe out."""
    page.goto(address)
    page.evaluate("window.sameDocument = true")


def loaded_once(page: Page) -> bool:
    return bool(page.evaluate("window.sameDocument === true"))


def says(page: Page, words: str) -> None:
    expect(page.locator("main").get_by_text(words).first).to_be_visible()


def item_of(*titles: str) -> Submission:
    return make_mail("Tekst", *(Draft(make_facts(title=title)) for title in titles))


def changed_item() -> Submission:
    first = make_submission(Draft(make_facts(title="Tuinfeest")))
    entry = publish(first, first.proposals.get(), seen=1, editor=make_editor())
    changes = {"title": "Tuinfeest met muziek", "costs": "5 euro"}
    return make_submission(
        Draft(make_facts(), kind=ProposalKind.CHANGE, activity=entry.activity, changes=changes)
    )


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


def test_taking_resting_and_noting(desk: Page, axe: Check) -> None:
    item = item_of("Tuinfest")
    start(desk, item.get_absolute_url())
    desk.keyboard.press("t")
    says(desk, "Deze inzending is van jou.")
    desk.keyboard.press("c")
    expect(desk.locator("textarea:focus")).to_be_visible()
    desk.keyboard.type("Ik bel ze morgen. p")
    axe(desk)
    reach(desk, "Bewaar de notitie")
    desk.keyboard.press("Enter")
    says(desk, "Ik bel ze morgen. p")
    desk.keyboard.press("z")
    expect(desk.locator("input:focus")).to_be_visible()
    later = timezone.localdate() + timedelta(days=3)
    desk.locator("input:focus").fill(later.isoformat())
    axe(desk)
    reach(desk, "Stel uit tot die dag")
    desk.keyboard.press("Enter")
    says(desk, "uitgesteld tot")
    item.refresh_from_db()
    assert item.snoozed_until == later
    desk.keyboard.press("z")
    says(desk, "Deze inzending staat weer in de wachtrij.")
    assert loaded_once(desk)


def test_colleagues_see_each_other_come_and_decide(
    new_page: NewPage, axe: Check, sign_in: SignIn
) -> None:
    item = item_of("Tuinfest")
    first, second = new_page(), new_page()
    for page, name in ((first, "Marieke"), (second, "Noor")):
        sign_in(page, make_desk_editor(name))
        with page.expect_response("**/aanwezig/"):
            page.goto(item.get_absolute_url())
    says(second, "heeft deze inzending nu ook open.")
    axe(second)
    first.keyboard.press("p")
    says(first, "Dit staat nu in de agenda.")
    second.get_by_label("Titel").fill("De titel van Noor")
    second.keyboard.press("Escape")
    second.keyboard.press("p")
    expect(second.locator("[role=alert]")).to_contain_text("Marieke was je net voor")
    assert second.get_by_label("Titel").input_value() == "De titel van Noor"
    axe(second)


def test_a_decision_counts_down_and_is_taken_back(desk: Page, axe: Check) -> None:
    item = item_of("Tuinfest")
    start(desk, item.get_absolute_url())
    desk.keyboard.press("p")
    expect(desk.locator(".undo [data-countdown]")).to_contain_text("seconden")
    axe(desk)
    desk.keyboard.press("u")
    says(desk, "Teruggedraaid.")
    assert item.proposals.get().state == ProposalState.PENDING
    assert loaded_once(desk)


def test_the_mail_is_read_and_changed_before_it_leaves(desk: Page, axe: Check) -> None:
    start(desk, item_of("Tuinfest").get_absolute_url())
    desk.keyboard.press("p")
    says(desk, "Dit staat nu in de agenda.")
    desk.keyboard.press("m")
    says(desk, "De mail wacht nu een kwartier.")
    axe(desk)
    reach(desk, "Tekst")
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("Hoi allemaal!\n\n")
    reach(desk, "Bewaar en verstuur")
    desk.keyboard.press("Enter")
    says(desk, "De mail is aangepast.")
    axe(desk)
    assert OutgoingMail.objects.latest("pk").text.startswith("Hoi allemaal!\n\nBeste Jo")
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


def test_ready_texts_are_written_and_removed(desk: Page, axe: Check) -> None:
    start(desk, "/redactie/antwoorden/nieuw/")
    reach(desk, "Naam")
    desk.keyboard.type("Te laat")
    reach(desk, "Tekst")
    desk.keyboard.type("Dag {wie}")
    reach(desk, "Bewaar")
    desk.keyboard.press("Enter")
    says(desk, "We kennen geen veld {wie}")
    axe(desk)
    reach(desk, "Tekst")  # the link in the summary of what is wrong
    desk.keyboard.press("Enter")
    desk.keyboard.press("Control+A")
    desk.keyboard.type("Dag {naam}")
    reach(desk, "Bewaar")
    desk.keyboard.press("Enter")
    says(desk, "‘Te laat’ is bewaard.")
    axe(desk)
    assert loaded_once(desk)


def test_a_published_activity_is_moved_and_put_back(desk: Page, axe: Check) -> None:
    item = make_submission()
    entry = publish(item, item.proposals.get(), seen=1, editor=make_editor())
    assert entry.activity is not None
    start(desk, f"/redactie/activiteiten/{entry.activity.pk}/")
    desk.get_by_label("Eerste dag").fill("2019-06-06")
    desk.get_by_label("Laatste dag").fill("2019-06-06")
    reach(desk, "Verplaats de activiteit")
    desk.keyboard.press("Enter")
    says(desk, "De activiteit is verplaatst.")
    axe(desk)
    reach(desk, "Zoals het was tot")
    desk.keyboard.press("Enter")
    axe(desk)
    reach(desk, "Publiceer deze versie opnieuw")
    desk.keyboard.press("Enter")
    says(desk, "De oudere versie staat weer in de agenda.")
    assert Activity.objects.get().first_day.isoformat() == "2019-06-04"
    desk.keyboard.press("u")
    says(desk, "Teruggedraaid.")
    assert Activity.objects.get().first_day.isoformat() == "2019-06-06"
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
