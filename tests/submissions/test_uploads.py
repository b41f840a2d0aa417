"""Files from the form: what they are, not what they are called."""

import io
import uuid
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agenda.models import MaterialKind
from submissions import uploads
from submissions.errors import RejectedFile
from submissions.models import Upload
from tests.agenda.test_images import png_that_claims
from tests.submissions.forms import pdf, photo


def office(name: str, *more: str) -> SimpleUploadedFile:
    """A package as Word makes it: its list of types goes first."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part in ("[Content_Types].xml", "_rels/.rels", "word/document.xml", *more):
            package.writestr(part, "<a/>")
    return SimpleUploadedFile(name, out.getvalue())


def odt(name: str, *more: str) -> SimpleUploadedFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for part in ("content.xml", *more):
            package.writestr(part, "<a/>")
    return SimpleUploadedFile(name, out.getvalue())


@pytest.mark.parametrize(
    ("file", "kind", "content_type"),
    [
        (photo(), MaterialKind.PHOTO, "image/jpeg"),
        (photo("FOTO.JPG"), MaterialKind.PHOTO, "image/jpeg"),
        (photo("eigenlijk.png"), MaterialKind.PHOTO, "image/jpeg"),
        (pdf(), MaterialKind.DOCUMENT, "application/pdf"),
        (office("plan.docx"), MaterialKind.DOCUMENT, uploads.DOCUMENTS[".docx"]),
        (odt("plan.odt"), MaterialKind.DOCUMENT, uploads.DOCUMENTS[".odt"]),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_what_people_send_is_taken(file, kind, content_type):
    checked = uploads.check(file)
    assert (checked.kind, checked.content_type) == (kind, content_type)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (SimpleUploadedFile("leeg.pdf", b""), "is leeg"),
        (SimpleUploadedFile("virus.pdf", b"MZ\x90\x00" + b"\0" * 60), "geen pdf-bestand"),
        (SimpleUploadedFile("pagina.jpg", b"<html><script>"), "geen foto"),
        (pdf("verslag.jpg"), "geen foto"),
        (photo("foto.pdf"), "geen pdf-bestand"),
        (office("plan.odt"), "geen odt-bestand"),
        (office("macro.docx", "word/vbaProject.bin"), "macro’s"),
        (odt("macro.odt", "Basic/Standard/script-lb.xml"), "macro’s"),
        (SimpleUploadedFile("half.docx", office("x.docx").read()[:120]), "geen docx-bestand"),
        (SimpleUploadedFile("pagina.html", b"<html>"), "kunnen we niet aannemen"),
        (SimpleUploadedFile("tekening.svg", b"<svg/>"), "Maak er een jpg of png van"),
        (SimpleUploadedFile("programma.exe", b"MZ"), "kunnen we niet aannemen"),
        (SimpleUploadedFile("zonder", b"%PDF-1.7"), "kunnen we niet aannemen"),
        (SimpleUploadedFile("film.mp4", b"\0"), "vul hieronder de link in"),
        (SimpleUploadedFile("brief.doc", b"\xd0\xcf"), "sla het op als pdf"),
        (SimpleUploadedFile("bom.png", png_that_claims(30_000, 30_000)), "te groot"),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_what_is_not_what_it_says_is_refused_by_name(file, message):
    with pytest.raises(RejectedFile) as refused:
        uploads.check(file)
    assert file.name in str(refused.value)
    assert message.lower() in str(refused.value).lower()


@pytest.mark.parametrize(
    ("file", "limit"), [(photo("groot.jpg"), "10 MB"), (pdf("groot.pdf"), "25 MB")]
)
def test_too_large_is_refused_unread(file, limit):
    file.size = 26 * uploads.MB
    with pytest.raises(RejectedFile, match=limit):
        uploads.check(file)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("C:\\Temp\\verslag.pdf", "verslag.pdf"),
        ("ver\r\nslag.pdf", "ver slag.pdf"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("a" * 300 + ".pdf", "a" * 140 + ".pdf"),
        ("", "bestand"),
    ],
)
def test_names_are_one_line_and_keep_their_end(name, clean):
    assert uploads.clean_name(name) == clean


@pytest.mark.django_db
def test_same_file_twice_is_one(db):
    key = uuid.uuid4()
    assert uploads.keep(key, [pdf("een.pdf"), pdf("twee.pdf")]) == []
    assert Upload.objects.get().name == "een.pdf"


@pytest.mark.django_db
def test_all_together_has_a_limit(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_TOTAL", 50)
    first, second = pdf("een.pdf", "een" * 5), pdf("twee.pdf", "twee" * 5)
    refused = uploads.keep(uuid.uuid4(), [first, second])
    assert len(refused) == 1
    assert "twee.pdf" in refused[0]


@pytest.mark.django_db
def test_file_that_another_form_holds_too_stays():
    one, other = uuid.uuid4(), uuid.uuid4()
    uploads.keep(one, [pdf()])
    uploads.keep(other, [pdf()])
    path = Upload.objects.filter(form_key=one).get().file.name
    uploads.discard(Upload.objects.filter(form_key=one))
    assert storages["private"].exists(path)
    uploads.discard(Upload.objects.filter(form_key=other))
    assert not storages["private"].exists(path)


@pytest.mark.django_db
def test_files_of_a_form_that_was_never_sent_go_after_some_days():
    uploads.keep(uuid.uuid4(), [pdf("oud.pdf", "oud")])
    old = timezone.now() - uploads.KEPT_FOR - timedelta(minutes=1)
    Upload.objects.update(created_at=old)
    uploads.keep(uuid.uuid4(), [pdf("nieuw.pdf", "nieuw")])
    assert Upload.objects.get().name == "nieuw.pdf"


def test_files_of_all_unsent_forms_together_have_a_limit(db, monkeypatch):
    assert uploads.keep(uuid.uuid4(), [pdf("een.pdf")]) == []
    monkeypatch.setattr(uploads, "MAX_UNSENT", Upload.objects.get().size)
    (refusal,) = uploads.keep(uuid.uuid4(), [pdf("twee.pdf", "iets anders")])
    assert "later toevoegen" in refusal
    assert Upload.objects.count() == 1
