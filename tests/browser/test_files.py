"""What came along with a mail, as an editor and its sender meet it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from agenda.models import MaterialKind
from submissions import files, links
from submissions.models import Attachment, Consent, Submission, Verdict
from submissions.services import NewAttachment
from tests.moderation.factories import make_desk_editor, make_mail
from tests.submissions.documents import make_photo

pytestmark = pytest.mark.django_db(transaction=True)


def make_item() -> Submission:
    stored = files.store(make_photo(size=(600, 400)))
    document = files.store(b"%PDF-1.7")
    return make_mail(
        "Zie de bijlagen.",
        attachments=[
            NewAttachment(
                MaterialKind.PHOTO,
                name="tuin.jpg",
                content_type="image/jpeg",
                stored=stored.path,
                size=stored.size,
                consent=Consent.UNKNOWN,
            ),
            NewAttachment(
                MaterialKind.DOCUMENT,
                name="programma.pdf",
                stored=document.path,
                text="Programma\fOp 4 juni",
                contents=({"name": "flyer.pdf", "size": 2048, "note": ""},),
                inside="winmail.dat",
            ),
            NewAttachment(
                MaterialKind.DOCUMENT,
                name="setup.exe",
                stored=document.path,
                verdict=Verdict.QUARANTINE,
                problem="Dit is een programma, geen document.",
            ),
        ],
    )


def test_an_editor_sees_the_files_and_records_consent(
    page: Page, sign_in: Callable[..., None], axe: Callable[[Page], None]
) -> None:
    item = make_item()
    sign_in(page, make_desk_editor())
    page.goto(item.get_absolute_url())
    photo = page.locator(".file img")
    photo.scroll_into_view_if_needed()
    # Not `wait_for_function`: it polls by `eval`, which the site's own CSP forbids.
    assert photo.evaluate("async image => { await image.decode(); return image.naturalWidth }")
    for summary in page.locator(".file summary").all():
        summary.click()
    axe(page)
    expect(page.get_by_text("in quarantaine: niet te openen")).to_be_visible()
    page.get_by_label("iedereen (of de ouders, onder 16 jaar) vindt het goed").check()
    page.get_by_label("Hoe kom je aan deze toestemming?").fill("Gebeld met Jo.")
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("De toestemming is vastgelegd.")).to_be_visible()
    assert Attachment.objects.get(name="tuin.jpg").consent == Consent.GIVEN


def test_an_editor_reads_what_stands_beside_a_photo_on_a_phone(
    phone: Page, sign_in: Callable[..., None]
) -> None:
    item = make_item()
    sign_in(phone, make_desk_editor())
    phone.goto(item.get_absolute_url())
    beside = phone.locator(".file > div").first.bounding_box()
    assert beside and beside["width"] > 250, "squeezed to a few letters a line"
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_sender_says_on_a_phone_that_a_photo_may_be_shown(
    phone: Page, axe: Callable[[Page], None]
) -> None:
    item = make_item()
    phone.goto(f"/aanmelden/{links.token(item)}/")
    axe(phone)
    button = phone.get_by_role("button", name="Bewaar je antwoord over tuin.jpg")
    button.click()
    expect(
        phone.get_by_text("Zonder toestemming laten we de foto niet zien.").first
    ).to_be_visible()
    axe(phone)
    phone.get_by_label("er staat niemand herkenbaar op").check()
    button.click()
    expect(phone.get_by_text("Je antwoord over de foto is bewaard.")).to_be_visible()
    assert Attachment.objects.get(name="tuin.jpg").consent == Consent.NOBODY
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= phone.viewport_size["width"]
