"""What the browser tests of the desk share."""

from playwright.sync_api import Page, expect

from submissions.models import ProposalKind, Submission
from submissions.services import Draft, publish
from tests.moderation.factories import make_mail
from tests.submissions.factories import make_editor, make_facts, make_submission


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
