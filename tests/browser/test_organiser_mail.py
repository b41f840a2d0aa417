"""An organiser who only mails: through the real door and a running worker, to the agenda and back.

The web runs in the test; the mail door and the worker are processes of their own, as in service.
"""

import re
import smtplib
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django import Settings

from agenda.models import Activity, Edition
from submissions.states import SubmissionState
from tests import processes
from tests.browser.conftest import NewPage
from tests.moderation.factories import make_desk_editor
from tests.submissions.forms import open_edition

pytestmark = pytest.mark.django_db(transaction=True)
WORLD = ("regions", "municipalities", "places", "vocabulary")
ORGANISER = "noor@devijver.example"
INTAKE = "actieweek@localhost"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
TELLS = """\
Beste redactie,

Op {day} houden wij een open ochtend in onze schooltuin: ‘Tuin zonder drempels’.
Van 9.30 tot 12.00 uur laten leerlingen zien wat zij leren. Het is bij Basisschool De Vijver,
Tuinlaan 4 in Deventer. Meedoen is gratis.

Groet, Noor van Dam
"""
CANCELS = """\
Beste redactie,

Helaas moeten wij laten weten dat onze open ochtend ‘Tuin zonder drempels’ op {day}
niet doorgaat.

Groet, Noor van Dam
"""


@pytest.fixture
def outgoing() -> Path:
    return Path(settings.DATA_DIR) / "outgoing"


@pytest.fixture
def door(site: str, outgoing: Path, settings: Settings) -> Iterator[int]:
    """The port of the mail door, with a worker behind it that writes mail to files."""
    settings.UNDO_SECONDS = 1
    call_command("loaddata", *WORLD, verbosity=0)
    open_edition()
    before = set(outgoing.glob("*"))
    worker = processes.manage("work", env=processes.environment(SITE_URL=site))
    try:
        with processes.mail_door() as port:
            yield port
        assert processes.stop(worker) == 0
    finally:
        processes.stop(worker)
        for path in set(outgoing.glob("*")) - before:
            path.unlink()


def send(port: int, subject: str, text: str, reply_to: str = "") -> None:
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"] = f"Noor van Dam <{ORGANISER}>", INTAKE
    message["Subject"], message["Message-ID"] = subject, make_msgid(domain="devijver.example")
    if reply_to:
        message["In-Reply-To"] = message["References"] = reply_to
    message.set_content(text)
    with smtplib.LMTP("127.0.0.1", port, timeout=30) as client:
        client.sendmail(ORGANISER, [INTAKE], message.as_bytes())


def letter(outgoing: Path, subject: str, seconds: float = 60) -> EmailMessage:
    """The mail with that subject, as soon as the worker has delivered it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for path in outgoing.glob("*.log"):
            message = message_from_bytes(path.read_bytes(), policy=policy.default)
            if subject in str(message["Subject"]):
                assert isinstance(message, EmailMessage)
                return message
        time.sleep(0.1)
    raise AssertionError(f"no mail about {subject!r}")


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def secret_link(message: EmailMessage) -> str:
    found = re.search(r"https?://\S+/aanmelden/\S+/", plain(message))
    assert found, plain(message)
    return found[0]


def open_from_queue(page: Page, title: str, kind: str, seconds: float = 60) -> None:
    """As an editor who looks at the queue again and again; the first time the worker starts."""
    deadline = time.monotonic() + seconds
    row = page.locator(".queue-row", has_text=kind).get_by_role("link", name=title)
    while time.monotonic() < deadline:
        page.goto("/redactie/")
        if row.count():
            row.click()
            expect(page.locator("main .item")).to_be_visible()
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"{title!r} did not reach the queue")


def read_at_the_desk(desk: Page, year: int) -> None:
    """What the mail tells stands in the form, beside the mail itself."""
    original = desk.get_by_role("region", name="De mail zoals die kwam")
    expect(original).to_contain_text("laten leerlingen zien wat zij leren")
    expect(original.locator("mark", has_text=f"2 juni {year}")).to_be_visible()
    expect(desk.get_by_label("Titel")).to_have_value("Tuin zonder drempels")
    expect(desk.get_by_label("Eerste dag")).to_have_value(f"{year}-06-02")
    expect(desk.get_by_label("Begintijd", exact=True)).to_have_value("09:30")
    expect(desk.get_by_label("Gemeente", exact=True)).to_have_value("Deventer")


def publish(desk: Page) -> None:
    desk.get_by_label("Titel").fill("Tuin zonder drempels: open ochtend")
    desk.get_by_label("Soort", exact=True).select_option(label="Open dag of activiteit op school")
    desk.get_by_role("button", name="Publiceer").click()
    expect(desk.get_by_text("Dit staat nu in de agenda")).to_be_visible()


def find_in_the_agenda(visitor: Page, year: int) -> None:
    visitor.goto(f"/{year}/agenda/?dag={year}-06-02")
    visitor.get_by_role("link", name="Tuin zonder drempels: open ochtend").click()
    expect(visitor.get_by_role("complementary", name="Feiten")).to_contain_text("9.30 – 12.00 uur")


def cancel(desk: Page) -> None:
    desk.get_by_role("button", name="Annuleer de activiteit").click()
    expect(desk.locator(".alert[role=status]")).to_be_visible()
    expect(desk.locator(".item-head .tag")).to_have_text("afgehandeld")


def test_from_a_mail_to_the_agenda_and_off_again(
    new_page: NewPage,
    axe: Callable[[Page], None],
    sign_in: Callable[..., None],
    door: int,
    outgoing: Path,
) -> None:
    desk, phone, visitor = new_page(), new_page(**PHONE), new_page()
    sign_in(desk, make_desk_editor())
    year = Edition.objects.get().year
    day = f"2 juni {year}"

    send(door, "Wij doen mee op 2 juni", TELLS.format(day=day))
    open_from_queue(desk, "Tuin zonder drempels", "aanmelding")
    axe(desk)
    read_at_the_desk(desk, year)

    received = letter(outgoing, "Ontvangen: Tuin zonder drempels")
    assert received["To"] == f"Noor van Dam <{ORGANISER}>"
    own_page = secret_link(received)
    phone.goto(own_page)
    expect(phone.get_by_role("heading", name="Wacht op de redactie")).to_be_visible()
    axe(phone)
    assert visitor.goto(f"/{year}/agenda/tuin-zonder-drempels/").status == 404

    publish(desk)
    published = letter(outgoing, "In de agenda: Tuin zonder drempels: open ochtend")
    assert f"/{year}/agenda/tuin-zonder-drempels-open-ochtend/" in plain(published)

    phone.reload()
    expect(phone.get_by_role("heading", name="In de agenda")).to_be_visible()
    axe(phone)
    phone.get_by_role("link", name="Bekijk").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tuin zonder drempels: open ochtend")
    find_in_the_agenda(visitor, year)
    axe(visitor)

    send(door, "Gaat niet door", CANCELS.format(day=day), reply_to=str(received["Message-ID"]))
    open_from_queue(desk, "Tuin zonder drempels", "annulering")
    axe(desk)
    assert not visitor.get_by_text("Deze activiteit gaat niet door").count()
    cancel(desk)
    visitor.reload()
    expect(visitor.get_by_text("Deze activiteit gaat niet door")).to_be_visible()
    axe(visitor)
    letter(outgoing, "Geannuleerd in de agenda: Tuin zonder drempels")
    phone.goto(own_page)
    expect(phone.get_by_role("main")).to_contain_text("annul", ignore_case=True)
    axe(phone)
    activity = Activity.objects.get()
    assert activity.is_cancelled
    assert {one.submission.state for one in activity.proposals.all()} == {SubmissionState.DONE}
