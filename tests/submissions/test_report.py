"""Visitors who say that something is wrong, and what editors do with it."""

import io

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from agenda.models import Material, MaterialKind, PublicRevision, Status
from agenda.upkeep import make_renditions
from mail.models import OutgoingMail
from submissions.models import Report, Submission
from submissions.states import SubmissionState
from submissions.views.guard import Ticket
from tests.factories import make_activity
from tests.moderation.factories import signed_in

pytestmark = pytest.mark.django_db
JPEG = "image/jpeg"


def make_photo(**fields: object) -> Material:
    out = io.BytesIO()
    Image.effect_noise((1200, 800), 60).convert("RGB").save(out, "JPEG")
    material = Material(
        kind=MaterialKind.PHOTO, activity=make_activity(slug="ede"), title="De zaal",
        alt="Een volle zaal", content_type=JPEG, width=1200, height=800, **fields,
    )  # fmt: skip
    material.file.save("zaal.jpg", ContentFile(out.getvalue()))
    return material


def send(client: Client, address: str, purpose: str, **typed: str):
    ticket = Ticket.new(f"report-{purpose}").value
    return client.post(address, {"ticket": ticket, "text": "", "email": "", **typed})


def test_a_mistake_becomes_an_item_of_the_queue(client):
    activity = make_activity(title="Ontmoeting")
    address = f"/melden/{activity.public_id}/"
    assert address in client.get(activity.get_absolute_url()).content.decode()
    response = send(client, address, "mistake", text="De zaal is anders", email="jo@voorbeeld.nl")
    assert response.status_code == 200
    assert not response.cookies
    item = Submission.objects.get()
    assert (item.subject, item.text) == ("Fout gemeld: Ontmoeting", "De zaal is anders")
    assert item.state == SubmissionState.PENDING
    assert "Bedankt dat je het ons liet weten" in OutgoingMail.objects.get().text
    page = signed_in().get(item.get_absolute_url()).content.decode()
    assert "Een bezoeker meldde een fout" in page


def test_a_mistake_without_words_or_from_elsewhere_or_sent_twice_is_no_item(client):
    activity = make_activity()
    address = f"/melden/{activity.public_id}/"
    assert send(client, address, "mistake").status_code == 422
    other = {"Sec-Fetch-Site": "cross-site"}
    assert client.post(address, {"text": "x"}, headers=other).status_code == 403
    assert client.post(address, {"text": "x", "ticket": "zelfgemaakt"}).status_code == 422
    assert Submission.objects.count() == 0
    ticket = Ticket.new("report-mistake").value
    for _time in range(2):
        client.post(address, {"text": "x", "ticket": ticket})
    assert Submission.objects.count() == 1


def test_what_is_not_public_cannot_be_reported(client):
    activity = make_activity(status=Status.HIDDEN)
    assert client.get(f"/melden/{activity.public_id}/").status_code == 404


def test_photo_has_lighter_versions_that_go_with_it(client):
    material = make_photo()
    assert make_renditions() is True
    assert make_renditions() is False
    material.refresh_from_db()
    shown = {(one["type"], one["width"]) for one in material.renditions}
    assert {("image/avif", 480), ("image/webp", 960), (JPEG, 960)} <= shown
    assert max(width for _type, width in shown) == 1200  # never wider than it is
    page = client.get("/2019/agenda/ede/").content.decode()
    assert 'type="image/avif" srcset="/materiaal/' in page
    assert "480w" in page
    assert 'alt="Een volle zaal"' in page
    for path in material.paths:
        response = client.get(f"/materiaal/{path}")
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-cache"
        again = client.get(f"/materiaal/{path}", headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304
        assert response.getvalue()


def test_photo_that_cannot_be_read_keeps_its_first_version(caplog):
    material = make_photo()
    material.file.storage.delete(material.file.name)
    assert make_renditions() is True
    assert make_renditions() is False
    assert "renditions_failed" in caplog.text


def test_a_reported_photo_is_gone_at_once_with_all_its_versions(client):
    material = make_photo()
    make_renditions()
    material.refresh_from_db()
    before = PublicRevision.current().number
    assert client.get(f"/melden/foto/{material.public_id}/").status_code == 200
    assert client.get(f"/materiaal/{material.file.name}").getvalue()
    assert send(client, f"/melden/foto/{material.public_id}/", "photo").status_code == 200
    etags = {path: f'"{path.replace("/", "-")}"' for path in material.paths}
    for path, etag in etags.items():
        kept = {"If-None-Match": etag}
        assert client.get(f"/materiaal/{path}", headers=kept).status_code == 404
    assert PublicRevision.current().number > before
    assert "Een volle zaal" not in client.get("/2019/agenda/ede/").content.decode()
    assert client.get(f"/melden/foto/{material.public_id}/").status_code == 410


def test_asking_for_the_form_changes_nothing(client):
    material = make_photo()
    client.get(f"/melden/foto/{material.public_id}/")
    client.head(f"/melden/foto/{material.public_id}/")
    assert Material.objects.public().count() == 1
    assert Submission.objects.count() == 0


def test_an_editor_sees_a_reported_photo_and_puts_it_back(client):
    material = make_photo()
    ticket = Ticket.new("report-photo").value
    client.post(f"/melden/foto/{material.public_id}/", {"ticket": ticket, "text": "Mijn zoon"})
    item, desk = Submission.objects.get(), signed_in()
    page = desk.get(item.get_absolute_url()).content.decode()
    assert "Zet de foto terug" in page
    assert desk.get(f"{item.get_absolute_url()}melding/foto.jpg").getvalue()
    assert client.get(f"{item.get_absolute_url()}melding/foto.jpg").status_code == 302
    sent = {"besluit": "terug", "melding-seen": item.version}
    assert desk.post(f"{item.get_absolute_url()}melding/", sent).status_code == 302
    assert Material.objects.public().count() == 1
    item.refresh_from_db()
    assert item.state == SubmissionState.DONE
    # The same form once more, by a "back" in the browser, takes nothing down again.
    client.post(f"/melden/foto/{material.public_id}/", {"ticket": ticket, "text": "Mijn zoon"})
    assert Material.objects.public().count() == 1


def test_an_editor_removes_a_reported_photo_for_good(client, django_capture_on_commit_callbacks):
    material = make_photo()
    make_renditions()
    material.refresh_from_db()
    send(client, f"/melden/foto/{material.public_id}/", "photo")
    item, desk = Submission.objects.get(), signed_in()
    stale = {"besluit": "weg", "melding-seen": item.version + 1}
    assert desk.post(f"{item.get_absolute_url()}melding/", stale).status_code == 409
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{item.get_absolute_url()}melding/", stale | {"melding-seen": item.version})
    assert Material.objects.count() == 0
    assert not any(material.file.storage.exists(path) for path in material.paths)
    assert Report.objects.get().material is None
    assert "voorgoed weggehaald" in desk.get(item.get_absolute_url()).content.decode()
