from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from agenda.models import PublicRevision, Status
from tests.factories import make_activity, make_partner


def test_healthz_asks_nothing_of_the_database(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_readyz_says_whether_the_database_answers(client: Client) -> None:
    assert client.get("/readyz").status_code == 200
    with patch.object(PublicRevision.objects, "filter", side_effect=DatabaseError):
        assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_robots_may_read_the_feeds(client: Client) -> None:
    content = client.get("/robots.txt").content.decode()
    assert "Disallow: /redactie/" in content
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in content
    assert "ics" not in content


@pytest.mark.django_db
@pytest.mark.parametrize("day", [1, 28])
def test_security_contact_holds_for_less_than_a_year(client: Client, day: int) -> None:
    with time_machine.travel(datetime(2019, 1, day, 12, tzinfo=UTC)):
        lines = client.get("/.well-known/security.txt").content.decode().splitlines()
        told = dict(line.split(": ", 1) for line in lines)
        expires = datetime.fromisoformat(told["Expires"])
        assert timedelta(days=180) < expires - timezone.now() < timedelta(days=365)
    assert told["Contact"].startswith("mailto:")


@pytest.mark.django_db
def test_sitemap_lists_what_is_public(client: Client) -> None:
    make_activity(slug="open")
    make_activity(slug="weg", status=Status.HIDDEN)
    make_partner(slug="ingrado")
    content = client.get("/sitemap.xml").content.decode()
    for path in ("/", "/2019/", "/2019/agenda/", "/2019/agenda/open/", "/partners/ingrado/"):
        assert f"<loc>http://127.0.0.1:8000{path}</loc>" in content
    assert "weg" not in content
