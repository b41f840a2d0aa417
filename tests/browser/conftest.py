"""Headless Chromium against a live server; every test in this folder needs it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.moderation.factories import make_desk_editor
from tests.needs import CHROMIUM, needs_chromium

HERE = Path(__file__).parent
NewPage = Callable[..., Page]
expect.set_options(timeout=15_000)  # a loaded machine is slow, and not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(needs_chromium)


# Once a package, not once a session: while Playwright runs, its event loop stands in this thread,
# and tests elsewhere may want one of their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Django refuses the database in a thread with a running loop. Here nothing runs in that
        # loop while a test does, so the guard guards nothing.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        # No sandbox: it does not start as root, which is what a build machine is.
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(live_server: LiveServer, settings: Settings) -> str:
    """The address of the running site, known to the site itself too (links in mail, CSRF)."""
    settings.SITE_URL = live_server.url
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    return live_server.url


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Makes pages, each with cookies of its own: ``new_page(java_script_enabled=False)``.

    ``page.goto("/2019/")`` takes addresses of the site. Errors in the page's scripts, and anything
    that the content security policy stopped, fail the test at its end.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def make(**options: object) -> Page:
        context = browser.new_context(base_url=site, locale="nl-NL", **options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda line: (
                errors.append(f"{page.url}: {line.text}")
                if line.type == "error" and "Content Security Policy" in line.text
                else None
            ),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page at the size of a desktop."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A page at the size of a phone, with touch."""
    return new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


@pytest.fixture
def sign_in(site: str) -> Callable[[Page, User], None]:
    """Gives the page's browser the session of a user, without the login form."""

    def give(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])

    return give


@pytest.fixture
def desk(page: Page, sign_in: Callable[[Page, User], None]) -> Page:
    """A page with an editor signed in."""
    sign_in(page, make_desk_editor())
    return page


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Asserts that axe finds nothing to object to on the page as it stands."""

    def check(page: Page) -> None:
        violations = Axe().run(page).response["violations"]
        told = [
            f"{rule['id']}: {rule['help']}: {node['html']}"
            for rule in violations
            for node in rule["nodes"]
        ]
        assert told == [], f"{page.url}\n" + "\n".join(told)

    return check
