"""What the tests of the form and of the own pages share: an open edition, and a form filled in."""

import io
import re
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from agenda.models import Edition
from submissions import links
from submissions.models import Submission
from tests.factories import make_edition, make_kind, make_municipality, make_region

URL = "/aanmelden/"


def open_edition() -> Edition:
    """An edition of the coming year that takes submissions today, and a kind to choose."""
    today = timezone.localdate()
    year = today.year + 1
    make_kind()
    return make_edition(
        year=year,
        first=date(year, 6, 1),
        last=date(year, 6, 5),
        submissions_from=today - timedelta(days=10),
        submissions_until=today + timedelta(days=10),
    )


def make_places() -> None:
    make_municipality("Utrecht", code="GM0344")
    north = make_region("Noord-Holland")
    for name in ("Bergen (NH.)", "Bergen (L.)", "Overbetuwe"):
        make_municipality(name, province=north)


def ticket_on(page: str) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    assert found, page
    return found[1]


def ticket(client: Client, url: str = URL) -> str:
    return ticket_on(client.get(url).content.decode())


def filled(**changes: object) -> dict[str, object]:
    """All that is needed, and no more."""
    values: dict[str, object] = {
        "title": "Open dag op de tuinschool",
        "kind": "regiobijeenkomst",
        "contact_name": "Sam de Boer",
        "contact_email": "sam@voorbeeld.nl",
    }
    return values | changes


def send(client: Client, url: str = URL, **changes: object):
    """Open the form and send it."""
    values = filled(**changes)
    values.setdefault("ticket", ticket(client, url))
    return client.post(url, values)


def sent(client: Client, **changes: object) -> tuple[Submission, str]:
    """An item that came in by the form, and the address of its own page."""
    response = send(client, **changes)
    assert response.status_code == 302, response.content.decode()
    submission = Submission.objects.latest("pk")
    return submission, f"{URL}{links.token(submission)}/"


def photo(name: str = "foto.jpg", size: tuple[int, int] = (40, 30), colour: str = "red"):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def pdf(name: str = "verslag.pdf", text: str = ""):
    return SimpleUploadedFile(name, b"%PDF-1.7\n" + text.encode() + b"\n%%EOF", "application/pdf")


def facts_sent(client, **changes):
    submission, _ = sent(client, **changes)
    return submission.proposals.get().facts


def refused(client, at: str, message: str, **changes) -> str:
    """The form comes back with the message in the summary and at the field; nothing is stored."""
    response = send(client, **changes)
    page = response.content.decode()
    assert response.status_code == 422, page
    assert "<title>Fout: " in page
    assert f'href="#{at}"' in page
    assert page.count(message) >= 2, page
    assert not Submission.objects.exists()
    return page


def page_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()
