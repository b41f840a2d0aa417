"""Pictures of the main pages, on a phone and on a desktop, into docs/screenshots.

Starts the whole site on an empty data folder, lets a few organisers mail and fill in the form and
an editor publish, as people would, and ends it again.
"""

import os
import signal
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from scripts.sample_week import FORM, WAITING, WEEK, Mail
from tests.needs import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screenshots"
INTAKE = "actieweek@localhost"
WAIT_SECONDS = 60
QUALITY = 75
# The data folder of this run has another name each time.
HIDE_FOLDER = """document.querySelectorAll("code").forEach(one => {
    one.textContent = one.textContent.replace(/^.*(?=.outgoing$)/, "data")
})"""


@dataclass(frozen=True)
class Device:
    """In CSS pixels; a longer page is cut off at ``most``."""

    name: str
    width: int
    height: int
    most: int
    scale: float


DEVICES = [Device("telefoon", 360, 740, 1300, 1.5), Device("desktop", 1280, 860, 1500, 1)]


@dataclass(frozen=True)
class Site:
    address: str
    mail_port: int
    data: Path

    @property
    def password(self) -> str:
        return (self.data / "demo_editor").read_text().strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_site() -> Iterator[Site]:
    """As ``make run`` starts it, in a data folder that is thrown away."""
    port, mail_port = free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="actieweek-pictures-") as folder:
        settings = {"PORT": str(port), "LMTP_PORT": str(mail_port), "DATA_DIR": folder}
        process = subprocess.Popen(
            [sys.executable, "-m", "actieweek.start"],
            cwd=ROOT,
            env=os.environ | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert process.stdout
            if not any("draait" in line for line in process.stdout):
                sys.exit("\nHet lukt niet: de site is niet gestart; probeer make run.")
            yield Site(f"http://127.0.0.1:{port}", mail_port, Path(folder))
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def send(site: Site, mails: list[Mail]) -> None:
    with smtplib.LMTP("127.0.0.1", site.mail_port) as door:
        for mail in mails:
            door.sendmail(mail.address, [INTAKE], mail.raw(INTAKE))


def log_in(page: Page, site: Site) -> None:
    page.goto("/redactie/")
    page.get_by_label("E-mailadres").fill("demo@actieweek.example")
    page.get_by_label("Wachtwoord").fill(site.password)
    page.get_by_role("button", name="Log in").click()


def wait_for_rows(page: Page, least: int, title: str = "") -> Locator:
    """The rows of the queue, when the worker has read so many mails (with the title)."""
    end = time.monotonic() + WAIT_SECONDS
    rows = page.locator(".queue-row", has_text=title)
    while True:
        page.goto("/redactie/")
        if rows.count() >= least:
            return rows
        if time.monotonic() > end:
            sys.exit(f"\nHet lukt niet: {title or 'de mail'} is niet in de wachtrij gekomen.")
        page.wait_for_timeout(300)


def open_item(page: Page, title: str) -> None:
    wait_for_rows(page, 1, title).get_by_role("link", name=title).first.click()
    page.locator("main .item").wait_for()  # the desk changes its page without a load


def publish(page: Page, mail: Mail) -> None:
    open_item(page, mail.title)
    page.get_by_label("Soort", exact=True).select_option(label=mail.kind)
    page.get_by_role("button", name="Publiceer").click()
    page.get_by_text("Dit staat nu in de agenda").wait_for()


def fill_in(page: Page) -> None:
    page.goto("/aanmelden/")
    for name, value in FORM.items():
        page.locator(f"#id_{name}").fill(value)
    page.get_by_label("Open dag of activiteit op school").check()


def send_form(page: Page) -> str:
    """The form as one organiser sends it; returns the address of the own page."""
    fill_in(page)
    page.get_by_role("button", name="Verstuur je aanmelding").click()
    page.wait_for_url("**/gelukt/")
    return page.url.removesuffix("gelukt/")


def fail_form(page: Page) -> None:
    """The same, with two mistakes."""
    fill_in(page)
    page.locator("#id_end_time").fill("09:00")
    page.locator("#id_contact_email").fill("sanne@")
    page.get_by_role("button", name="Verstuur je aanmelding").click()
    page.get_by_role("alert").first.wait_for()


def fill_week(page: Page, site: Site) -> str:
    """A week that fills up; returns the address of the own page of who used the form."""
    send(site, WEEK)
    log_in(page, site)
    for mail in WEEK:
        publish(page, mail)
    send(site, WAITING)
    own_page = send_form(page)
    wait_for_rows(page, len(WAITING) + 1)
    return own_page


def shoot(page: Page, device: Device, name: str) -> int:
    """One picture; returns its size in bytes."""
    page.evaluate("document.fonts.ready")
    # A window as high as the picture: what sticks to its edge then stands where it belongs.
    long = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": device.width, "height": min(long, device.most)})
    page.evaluate("window.scrollTo(0, 0)")
    page.evaluate(HIDE_FOLDER)
    png = page.screenshot(animations="disabled", caret="hide")
    page.set_viewport_size({"width": device.width, "height": device.height})
    path = FOLDER / f"{name}-{device.name}.webp"
    Image.open(BytesIO(png)).convert("RGB").save(path, quality=QUALITY, method=6)
    return path.stat().st_size


def shoot_all(page: Page, device: Device, own_page: str) -> int:
    total = 0
    for name, address in {
        "begin": "/",
        "editie-2019": "/2019/",
        "agenda-2019": "/2019/agenda/",
        "activiteit": "/2019/agenda/regiobijeenkomst-ede/",
        "terugblik": "/2019/terugblik/",
        "toolbox": "/toolbox/",
        "partners": "/partners/",
        "agenda-2027": "/agenda/",
        "week-2027": "/2027/week/",
        "kaart-2027": "/2027/kaart/",
        "wijzigingen-2027": "/2027/wijzigingen/",
        "edities": "/edities/",
        "aanmelden": "/aanmelden/",
        "eigen-pagina": own_page,
        "wachtrij": "/redactie/",
        "dubbelen": "/redactie/dubbel/",
        "uitgaand": "/redactie/uitgaand/",
        "teksten": "/redactie/antwoorden/",
    }.items():
        page.goto(address)
        total += shoot(page, device, name)
    for name, mail in {"inzending": WAITING[0], "verschil": WAITING[2]}.items():
        open_item(page, mail.title)
        total += shoot(page, device, name)
    page.goto("/redactie/dubbel/")
    page.locator(".pair-row").get_by_role("link").first.click()
    page.get_by_role("heading", name="Is dit dezelfde activiteit?").wait_for()
    total += shoot(page, device, "dubbel")
    fail_form(page)
    return total + shoot(page, device, "aanmelden-fouten")


def new_page(browser: Browser, site: Site, device: Device) -> Page:
    context = browser.new_context(
        base_url=site.address,
        locale="nl-NL",
        viewport={"width": device.width, "height": device.height},
        device_scale_factor=device.scale,
        reduced_motion="reduce",
    )
    return context.new_page()


def main() -> int:
    if CHROMIUM is None:
        sys.exit("\nHet lukt niet: er is geen Chromium (apt-get install chromium, of CHROMIUM=…).")
    FOLDER.mkdir(parents=True, exist_ok=True)
    total = 0
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        own_page = ""
        for device in DEVICES:
            page = new_page(browser, site, device)
            if own_page:
                log_in(page, site)
            else:
                own_page = fill_week(page, site)
            total += shoot_all(page, device, own_page)
        browser.close()
    print(f"De plaatjes staan in {FOLDER.relative_to(ROOT)}, samen {total / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
