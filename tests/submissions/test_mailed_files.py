"""From a raw mail with files to the item: read, kept, set apart, and asked about."""

from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest
from PIL import Image

from mail.inbound import receive
from mail.models import InboundMessage, OutgoingMail
from submissions.from_mail import process_next
from submissions.models import Attachment, Consent, Scan, Submission, SubmissionKind, Verdict
from tests.factories import make_edition
from tests.submissions.clamd import VIRUS, clamd
from tests.submissions.documents import make_pdf, make_photo, make_tnef

pytestmark = pytest.mark.django_db(transaction=True)

SHORT = "Beste mensen,\n\nZie de bijlage voor onze activiteit in de actieweek.\n\nGroet,\nJo\n"
POSTER = "Koffieochtend voor ouders\nDatum: woensdag 2 juni 2027\nTijd: 9.30 tot 11.30 uur\n"


def mailed(*files: tuple[str, bytes], text: str = SHORT) -> Submission:
    """The item of a mail of the spring of 2027 with these files."""
    make_edition(year=2027, first="2027-05-31", last="2027-06-04")
    mail = EmailMessage()
    mail["From"] = "Jo de Vries <jo@destap.example.nl>"
    mail["Subject"] = "Activiteit"
    mail["Date"] = "Tue, 20 Apr 2027 10:00:00 +0200"
    mail["Message-ID"] = "<een@destap.example.nl>"
    mail.set_content(text)
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    raw = mail.as_bytes(policy=SMTP)
    receipt = receive(raw=raw, sender="jo@destap.example.nl", recipients=["a@b"], transport="lmtp")
    assert process_next()
    return Submission.objects.get(message_id=receipt.message)


def files_of(item: Submission) -> dict[str, Attachment]:
    return {one.name: one for one in item.attachments.all()}


def test_a_poster_becomes_the_proposal_and_says_so() -> None:
    item = mailed(("poster.pdf", make_pdf(POSTER)))
    assert item.kind == SubmissionKind.SUBMISSION
    proposal = item.proposals.get()
    assert str(proposal.facts.first_day) == "2027-06-02"
    source = proposal.source_of("first_day")
    text = files_of(item)["poster.pdf"].text
    assert (source["source"], source["detail"]) == ("paper", "poster.pdf")
    assert text[source["start"] : source["end"]] == source["quote"]


def test_of_a_photo_only_the_clean_rendition_is_kept_and_consent_is_asked() -> None:
    raw = make_photo(size=(60, 40), orientation=6)
    photo = files_of(mailed(("tuin.jpg", raw)))["tuin.jpg"]
    with photo.file.open() as file:
        content = file.read()
    assert b"SN-123456" not in content
    with photo.file.open() as file, Image.open(file) as image:
        assert (image.size, dict(image.getexif())) == ((40, 60), {})
    assert photo.consent == Consent.UNKNOWN
    assert "Mogen we die laten zien?" in OutgoingMail.objects.get().text
    assert InboundMessage.objects.get().size > len(raw)


def test_winmail_is_opened_and_its_danger_stays_inside() -> None:
    packed = make_tnef(POSTER.encode(), {"setup.exe": b"MZ\x90\0", "flyer.pdf": make_pdf("Flyer")})
    item = mailed(("winmail.dat", packed), text=" \n")
    found = files_of(item)
    assert found["winmail.dat"].verdict == Verdict.QUARANTINE
    assert found["setup.exe"].inside == "winmail.dat"
    assert found["flyer.pdf"].verdict == Verdict.KEEP
    assert str(item.proposals.get().facts.first_day) == "2027-06-02"


def test_a_virus_is_set_apart_and_the_rest_is_kept(settings: Any) -> None:
    with clamd() as settings.CLAMAV_URL:
        found = files_of(mailed(("brief.txt", b"x" + VIRUS), ("lijst.csv", b"a;b\n")))
    assert found["brief.txt"].verdict == Verdict.QUARANTINE
    assert "Test.Virus-1" in found["brief.txt"].problem
    assert (found["lijst.csv"].verdict, found["lijst.csv"].scan) == (Verdict.KEEP, Scan.CLEAN)
