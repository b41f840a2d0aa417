"""The log is read by more people than the page behind a secret link."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from submissions import links
from tests.submissions.factories import make_submission


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the handler of the settings writes."""
    named = (one for one in logging.getLogger().handlers if one.name == "console")
    handler = next(named)
    assert isinstance(handler, logging.StreamHandler)
    stream = io.StringIO()
    before = handler.setStream(stream)
    yield stream
    handler.setStream(before or handler.stream)


@pytest.mark.django_db
def test_secret_link_of_a_refused_form_is_not_in_the_log(
    client: Client, written: io.StringIO
) -> None:
    token = links.token(make_submission())
    assert client.post(f"/aanmelden/{token}/intrekken/", {"reason": "Griep"}).status_code == 422
    assert "/aanmelden/…/intrekken/" in written.getvalue()
    assert token not in written.getvalue()


def test_other_addresses_are_logged_as_they_are(client: Client, written: io.StringIO) -> None:
    assert client.put("/aanmelden/link/").status_code == 405
    assert "/aanmelden/link/" in written.getvalue()


def test_arguments_of_a_line_are_looked_at_too(written: io.StringIO) -> None:
    logging.getLogger("test").warning("slow: %s took %d s", "/aanmelden/ABC-1.x/", 3)
    assert "slow: /aanmelden/…/ took 3 s" in written.getvalue()
