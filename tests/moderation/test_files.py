"""A sender's files: read by editors, run by nobody, public only when all is known."""

from io import BytesIO
from typing import Any

import pytest
from django.http import HttpResponse
from PIL import Image

from agenda.models import Activity, Material, MaterialKind
from submissions import files
from submissions.models import Attachment, Consent, Submission, Verdict
from submissions.services import Draft, NewAttachment, Sender, publish
from tests.moderation.factories import signed_in
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db


def photo() -> bytes:
    content = BytesIO()
    Image.new("RGB", (40, 30), "green").save(content, "JPEG")
    return content.getvalue()


def with_file(content: bytes = b"%PDF-1.4 x", **fields: Any) -> Attachment:
    stored = files.store(content)
    values = {
        "kind": MaterialKind.DOCUMENT,
        "name": "verslag “2019”.pdf",
        "content_type": "application/pdf",
        "size": stored.size,
        "sha256": stored.sha256,
        "stored": stored.path,
    }
    item = make_submission(attachments=[NewAttachment(**values | fields)])
    return item.attachments.get()


def with_photo(**fields: Any) -> Attachment:
    values = {"kind": MaterialKind.PHOTO, "name": "tuin.jpg", "content_type": "image/jpeg"}
    return with_file(photo(), **values | {"consent": Consent.NOBODY} | fields)


def published(item: Submission) -> Activity:
    activity = publish(item, item.proposals.get(), seen=1, editor=make_editor()).activity
    assert activity is not None
    item.refresh_from_db()
    return activity


def address(attachment: Attachment) -> str:
    return f"{attachment.submission.get_absolute_url()}bijlage/{attachment.pk}/"


def put_on_site(attachment: Attachment, **typed: Any) -> HttpResponse:
    sent = {"seen": attachment.submission.version, "title": "De tuin"} | typed
    place = f"b{attachment.pk}"
    named = {f"{place}-{name}": value for name, value in sent.items()}
    response: HttpResponse = signed_in().post(f"{address(attachment)}plaats/", named)
    return response


def test_a_download_can_neither_run_nor_be_taken_for_something_else() -> None:
    attachment = with_file(b"<script>alert(1)</script>", content_type="text/html")
    response = signed_in().get(address(attachment))
    assert b"".join(response) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"].startswith("attachment; filename*=UTF-8''verslag%20")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in response["Cache-Control"]


def test_quarantine_is_never_served_nor_published() -> None:
    attachment = with_file(verdict=Verdict.QUARANTINE, problem="Dit is een programma.")
    assert signed_in().get(address(attachment)).status_code == 404
    assert put_on_site(attachment, in_toolbox="on").status_code == 422
    assert not Material.objects.exists()
    page = signed_in().get(attachment.submission.get_absolute_url()).content.decode()
    assert "in quarantaine" in page


def test_strangers_get_no_file_and_another_item_gives_none(client: Any) -> None:
    attachment = with_file()
    assert client.get(address(attachment)).status_code == 302
    other = make_submission()
    wrong = f"{other.get_absolute_url()}bijlage/{attachment.pk}/"
    assert signed_in().get(wrong).status_code == 404


def test_a_file_that_is_gone_is_not_found() -> None:
    attachment = with_file(b"kort bestaan")
    attachment.file.storage.delete(attachment.file.name)
    assert signed_in().get(address(attachment)).status_code == 404


def test_a_photo_needs_words_and_its_maker() -> None:
    attachment = with_photo()
    response = put_on_site(attachment, in_toolbox="on")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Beschrijf wat er op de foto staat" in page
    assert "Vul in wie de foto heeft gemaakt." in page
    assert 'value="De tuin"' in page


def test_a_photo_with_all_that_is_needed_shows_at_its_activity() -> None:
    attachment = with_photo()
    activity = published(attachment.submission)
    typed = {"alt": "Kinderen in de tuin", "credit": "Jo", "activity": activity.pk}
    assert put_on_site(attachment, **typed).status_code == 302
    material = Material.objects.get()
    assert (material.activity, material.alt, material.credit) == (
        activity,
        "Kinderen in de tuin",
        "Jo",
    )


def test_without_consent_a_photo_stays_private() -> None:
    attachment = with_photo(consent=Consent.UNKNOWN)
    response = put_on_site(attachment, alt="Kinderen", credit="Jo", in_toolbox="on")
    assert response.status_code == 422
    assert "er is geen toestemming" in response.content.decode()


def test_a_document_goes_to_the_toolbox_and_is_taken_down_again() -> None:
    attachment = with_file()
    assert put_on_site(attachment).status_code == 422
    assert put_on_site(attachment, in_toolbox="on").status_code == 302
    assert Material.objects.get().in_toolbox
    attachment.submission.refresh_from_db()
    sent = {f"b{attachment.pk}-seen": attachment.submission.version}
    response = signed_in().post(f"{address(attachment)}haal-weg/", sent, follow=True)
    assert "staat niet meer op de site" in response.content.decode()
    assert "Draai terug" not in response.content.decode()
    assert not Material.objects.exists()


def test_files_too_are_bound_to_the_version_seen() -> None:
    attachment = with_file()
    assert put_on_site(attachment, seen=7, in_toolbox="on").status_code == 409
    assert not Material.objects.exists()


def test_only_activities_of_the_sender_can_be_chosen() -> None:
    attachment = with_file()
    stranger = published(make_submission(sender=Sender("Sam", "sam@example.org")))
    response = put_on_site(attachment, activity=stranger.pk)
    assert response.status_code == 422


def test_a_photo_is_shown_small_and_downloaded_as_jpeg() -> None:
    attachment = with_photo(name="IMG_1.HEIC")
    client = signed_in()
    page = client.get(attachment.submission.get_absolute_url()).content.decode()
    assert f'src="{address(attachment)}klein.jpg"' in page
    response = client.get(f"{address(attachment)}klein.jpg")
    assert response["Content-Type"] == "image/jpeg"
    assert "no-store" in response["Cache-Control"]
    whole = client.get(address(attachment))
    assert b"".join(whole).startswith(b"\xff\xd8")
    assert whole["Content-Disposition"].endswith("IMG_1.jpg")


def test_no_small_photo_of_what_is_set_apart_or_for_strangers(client: Any) -> None:
    attachment = with_photo(verdict=Verdict.QUARANTINE)
    assert signed_in().get(f"{address(attachment)}klein.jpg").status_code == 404
    document = with_file(b"een document")
    assert signed_in("Sam").get(f"{address(document)}klein.jpg").status_code == 404
    assert client.get(f"{address(with_photo())}klein.jpg").status_code == 302


def test_the_page_tells_of_the_scanner_what_is_inside_and_what_a_document_says() -> None:
    found = with_file(
        inside="winmail.dat",
        text="Programma\fOp 4 juni",
        contents=({"name": "flyer.pdf", "size": 2048, "note": "een programma"},),
    )
    page = signed_in().get(found.submission.get_absolute_url()).content.decode()
    for told in ("niet gescand", "zat in ‘winmail.dat’", "flyer.pdf", "2 kB", "een programma"):
        assert told in page
    assert "Op 4 juni" in page


def test_words_in_a_document_are_marked_for_the_value_that_stands_there() -> None:
    source = {"source": "paper", "start": 4, "end": 10, "quote": "4 juni", "detail": "a.pdf"}
    item = make_submission(
        Draft(make_facts(), {"first_day": source}),
        attachments=[
            NewAttachment(MaterialKind.DOCUMENT, name="a.pdf", stored="aa/x", text="Op, 4 juni"),
            NewAttachment(MaterialKind.DOCUMENT, name="b.pdf", stored="bb/x", text="Op, 4 juni"),
        ],
    )
    page = signed_in().get(item.get_absolute_url()).content.decode()
    key = f"v{item.proposals.get().pk}-first_day"
    assert page.count(f'<mark data-keys="{key}"') == 1
    assert page.count("<details open><summary>Tekst van dit bestand") == 1


def test_an_editor_records_consent_that_came_otherwise() -> None:
    attachment = with_photo(consent=Consent.UNKNOWN)
    client = signed_in()
    place = f"t{attachment.pk}"
    sent = {f"{place}-seen": 1, f"{place}-consent": "given"}
    response = client.post(f"{address(attachment)}toestemming/", sent)
    assert response.status_code == 422
    assert "Schrijf op hoe je aan de toestemming komt." in response.content.decode()
    sent[f"{place}-reason"] = "Gebeld met Jo."
    assert client.post(f"{address(attachment)}toestemming/", sent).status_code == 302
    attachment.refresh_from_db()
    assert attachment.consent == Consent.GIVEN
    page = client.get(attachment.submission.get_absolute_url()).content.decode()
    assert "Gebeld met Jo." in page
    assert "Leg toestemming vast" not in page


def test_a_file_that_stays_private_says_so() -> None:
    item = make_submission()
    link = item.attachments.create(kind="link", url="https://example.org/film", position=9)
    editor = signed_in()
    url = f"{item.get_absolute_url()}bijlage/{link.pk}/prive/"
    assert editor.post(url, {f"b{link.pk}-seen": item.version}).status_code == 302
    assert "blijft privé" in editor.get(item.get_absolute_url()).content.decode()
    assert editor.post(url, {f"b{link.pk}-seen": item.version}).status_code == 409
    link.refresh_from_db()
    assert link.kept_private
