"""Together at the desk, by keyboard: whose it is, what can be taken back, what senders read."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions.services import publish
from submissions.states import ProposalState
from tests.browser.conftest import NewPage
from tests.browser.desk import item_of, loaded_once, says, start
from tests.browser.test_editor import reach
from tests.moderation.factories import make_desk_editor
from tests.submissions.factories import make_editor, make_submission

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
Check = Callable[[Page], None]
SignIn = Callable[..., None]


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
