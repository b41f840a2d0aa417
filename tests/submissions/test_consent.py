"""A photo that came by mail stays private until its sender, or an editor with a reason, says so."""

import io
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from PIL import Image

from mail.models import OutgoingMail
from submissions import files, links, services
from submissions.errors import Incomplete, NotAllowed, StaleSubmission
from submissions.models import Attachment, AuditEntry, Channel, Consent, Submission, Verdict
from submissions.services import NewAttachment, confirm_consent, record_consent
from submissions.states import Action, SubmissionState
from tests.factories import make_edition
from tests.moderation.factories import make_mail
from tests.submissions.documents import make_photo
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def edition() -> None:
    cache.clear()
    make_edition()


def with_photos(*names: str, **fields: Any) -> Submission:
    stored = files.store(make_photo())
    photo = {"kind": "photo", "content_type": "image/jpeg", "stored": stored.path}
    values = photo | {"consent": Consent.UNKNOWN} | fields
    return make_mail(
        "Zie de foto’s.",
        attachments=[NewAttachment(name=name, **values) for name in names or ("tuin.jpg",)],
    )


def address(item: Submission) -> str:
    return f"/aanmelden/{links.token(item)}/"


def told(photo: Attachment, **answers: str) -> dict[str, str]:
    return {f"foto-{photo.pk}-{name}": value for name, value in answers.items()}


def page_of(client: Client, item: Submission) -> str:
    return client.get(address(item)).content.decode()


def test_the_acknowledgement_asks_for_consent() -> None:
    with_photos("een.jpg", "twee.jpg")
    letter = OutgoingMail.objects.get().text
    assert "Je stuurde 2 foto’s mee. Mogen we die laten zien?" in letter
    assert "\n\n\n" not in letter


def test_without_photos_nothing_is_asked(client: Client) -> None:
    item = make_submission(channel=Channel.FORM)
    assert "foto" not in OutgoingMail.objects.get().text
    assert "Mogen we je foto’s laten zien?" not in page_of(client, item)


def test_the_own_page_shows_each_photo_and_asks(client: Client) -> None:
    item = with_photos("een.jpg", "twee.jpg")
    page = page_of(client, item)
    assert page.count("Staan er mensen herkenbaar op") == 2
    photo = item.attachments.all()[0]
    response = client.get(f"{address(item)}foto/{photo.pk}/klein.jpg")
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    Image.open(io.BytesIO(response.content)).verify()


def test_an_answer_is_kept_with_its_history_and_brings_the_item_back(client: Client) -> None:
    item = with_photos()
    proposal = item.proposals.get()
    editor = make_editor()
    services.reject(item, proposal, seen=1, editor=editor, reason="Nog niet.")
    assert item.state == SubmissionState.DONE
    photo = item.attachments.get()
    answer = told(photo, consent="given", description="De kas", credit="Jo")
    response = client.post(f"{address(item)}foto/{photo.pk}/", answer)
    assert response.status_code == 302
    photo.refresh_from_db()
    item.refresh_from_db()
    assert (photo.consent, photo.description, photo.credit) == (Consent.GIVEN, "De kas", "Jo")
    assert photo.consent_at is not None
    assert item.state == SubmissionState.PENDING
    entry = item.history.first()
    assert (entry.action, entry.actor_name) == (Action.CONSENT, "de afzender")
    assert "bewaard" in client.get(response["Location"]).content.decode()


def test_without_an_answer_nothing_is_kept(client: Client) -> None:
    item = with_photos()
    photo = item.attachments.get()
    response = client.post(f"{address(item)}foto/{photo.pk}/", told(photo, description="De kas"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Zonder toestemming laten we de foto niet zien." in page
    assert 'value="De kas"' in page
    assert item.attachments.get().consent == Consent.UNKNOWN


def test_a_link_that_is_only_opened_gives_no_consent(client: Client) -> None:
    item = with_photos()
    photo = item.attachments.get()
    assert client.get(f"{address(item)}foto/{photo.pk}/").status_code == 405
    assert item.attachments.get().consent == Consent.UNKNOWN


def test_another_sender_cannot_answer_or_look(client: Client) -> None:
    photo = with_photos().attachments.get()
    other = make_submission()
    assert client.get(f"{address(other)}foto/{photo.pk}/klein.jpg").status_code == 404
    answer = told(photo, consent="given")
    assert client.post(f"{address(other)}foto/{photo.pk}/", answer).status_code == 404
    assert Attachment.objects.get(pk=photo.pk).consent == Consent.UNKNOWN


def test_what_is_set_apart_is_neither_shown_nor_asked_about(client: Client) -> None:
    item = with_photos(verdict=Verdict.QUARANTINE)
    photo = item.attachments.get()
    assert "Mogen we je foto’s laten zien?" not in page_of(client, item)
    assert client.get(f"{address(item)}foto/{photo.pk}/klein.jpg").status_code == 404


def test_the_same_answer_again_does_nothing_and_another_is_refused() -> None:
    item = with_photos()
    photo = item.attachments.get()
    assert confirm_consent(item, photo, consent=Consent.NOBODY) is not None
    assert confirm_consent(item, photo, consent=Consent.NOBODY) is None
    with pytest.raises(NotAllowed):
        confirm_consent(item, photo, consent=Consent.GIVEN)
    assert AuditEntry.objects.filter(action=Action.CONSENT).count() == 1


def test_an_editor_records_consent_with_its_reason() -> None:
    item = with_photos()
    photo = item.attachments.get()
    editor = make_editor()
    with pytest.raises(Incomplete):
        record_consent(photo, seen=1, editor=editor, consent=Consent.GIVEN, reason=" ")
    with pytest.raises(StaleSubmission):
        record_consent(photo, seen=7, editor=editor, consent=Consent.GIVEN, reason="Gebeld.")
    record_consent(photo, seen=1, editor=editor, consent=Consent.GIVEN, reason="Gebeld.")
    photo.refresh_from_db()
    assert photo.consent == Consent.GIVEN
    assert item.history.first().reason.endswith("Gebeld.")
    assert item.history.first().actor == editor


def test_consent_is_for_photos_only_and_is_an_answer() -> None:
    item = with_photos()
    photo = item.attachments.get()
    with pytest.raises(Incomplete):
        confirm_consent(item, photo, consent=Consent.UNKNOWN)
    document = with_photos(kind="document").attachments.get()
    with pytest.raises(NotAllowed):
        confirm_consent(document.submission, document, consent=Consent.GIVEN)
