"""Files and links at the form: kept, asked about, removed again."""

import pytest

from submissions.files import read
from submissions.models import Attachment, Submission, Upload
from tests.factories import make_kind
from tests.submissions.forms import URL, filled, pdf, photo, refused, send, sent, ticket, ticket_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def test_photo_is_kept_and_asked_about_before_it_is_sent(client):
    make_kind()
    response = send(client, photos=photo(), text="Dit moet blijven staan")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Dit moet blijven staan" in page
    assert "foto.jpg" in page
    upload = Upload.objects.get()
    assert f'href="#id_upload-{upload.pk}-consent_0"' in page

    answers = {
        f"upload-{upload.pk}-description": "De tuin",
        f"upload-{upload.pk}-credit": "Sam",
        f"upload-{upload.pk}-consent": "nobody",
    }
    assert client.post(URL, filled(ticket=ticket_on(page), **answers)).status_code == 302
    attachment = Attachment.objects.get()
    assert (attachment.name, attachment.description, attachment.credit) == (
        "foto.jpg",
        "De tuin",
        "Sam",
    )
    assert attachment.consent == "nobody"
    assert read(attachment.file.name).startswith(b"\xff\xd8")
    assert not Upload.objects.exists()


def test_document_and_links_go_along_at_once(client):
    submission, _ = sent(
        client,
        **{
            "documents": pdf(),
            "links": "2",
            "link-1-url": "https://youtu.be/abc",
            "link-1-description": "Film",
            "link-2-url": "voorbeeld.nl/verslag",
        },
    )
    told = list(submission.attachments.values_list("kind", "name", "url", "description"))
    assert told == [
        ("document", "verslag.pdf", "", ""),
        ("video", "", "https://youtu.be/abc", "Film"),
        ("link", "", "https://voorbeeld.nl/verslag", ""),
    ]


def test_adding_files_judges_nothing_and_loses_nothing(client):
    values = {"ticket": ticket(client), "title": "", "text": "Al getypt", "action": "upload"}
    response = client.post(URL, {**values, "photos": [photo(), photo("twee.jpg", colour="blue")]})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Al getypt" in page
    assert "invalid-feedback" not in page
    assert Upload.objects.count() == 2


def test_file_can_be_removed_again(client):
    values = filled(ticket=ticket(client), action="upload", documents=pdf())
    client.post(URL, values)
    upload = Upload.objects.get()
    again = filled(ticket=values["ticket"], action=f"remove-{upload.pk}")
    assert "verslag.pdf" not in client.post(URL, again).content.decode()
    assert not Upload.objects.exists()


def test_files_of_another_form_cannot_be_removed(client):
    client.post(URL, filled(ticket=ticket(client), action="upload", documents=pdf()))
    upload = Upload.objects.get()
    client.post(URL, filled(ticket=ticket(client), action=f"remove-{upload.pk}"))
    assert Upload.objects.exists()


def test_more_links_can_be_asked_for(client):
    page = client.post(URL, filled(ticket=ticket(client), action="more-links", links="1"))
    assert 'name="link-2-url"' in page.content.decode()


def test_bad_file_is_told_and_the_good_one_is_kept(client):
    response = send(client, documents=[pdf(), pdf("virus.exe")])
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("virus.exe") == 2
    assert Upload.objects.get().name == "verslag.pdf"
    assert not Submission.objects.exists()


def test_thirty_files_are_twenty_and_a_message(client):
    files = [pdf(f"{number}.pdf", str(number)) for number in range(30)]
    page = refused(client, "id_photos", "je kunt 20 bestanden sturen", documents=files)
    assert Upload.objects.count() == 20
    assert "29.pdf" in page
