"""What is kept out of the forms: other sites, floods, tickets of others, what is far too large."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from submissions.models import Submission
from submissions.views import guard
from tests.submissions.forms import URL, filled, pdf, send, ticket, ticket_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def test_form_that_stood_open_too_long_asks_once_more_and_keeps_all(client):
    with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
        old = ticket(client)
    response = client.post(URL, filled(ticket=old))
    page = response.content.decode()
    assert response.status_code == 422
    assert "stond lang open" in page
    assert "Open dag op de tuinschool" in page
    assert client.post(URL, filled(ticket=ticket_on(page))).status_code == 302


@pytest.mark.parametrize("value", ["", "nonsense", "a:b:c"])
def test_form_without_our_ticket_is_not_taken(client, value):
    assert client.post(URL, filled(ticket=value)).status_code == 422
    assert not Submission.objects.exists()


def test_ticket_of_another_form_is_not_taken(client):
    other = guard.Ticket.new("withdraw-ABC").value
    assert client.post(URL, filled(ticket=other)).status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elders.nl"},
        {"Origin": "null"},
    ],
)
def test_form_from_another_site_is_refused_in_dutch(client, headers):
    response = client.post(URL, filled(ticket=ticket(client)), headers=headers)
    assert response.status_code == 403
    assert "kwam van een andere website" in response.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "http://testserver"}],
)
def test_form_from_this_site_is_taken(client, headers):
    assert client.post(URL, filled(ticket=ticket(client)), headers=headers).status_code == 302


def test_works_with_django_checking_csrf(client):
    client.handler.enforce_csrf_checks = True
    assert send(client).status_code == 302


def test_flood_is_told_and_loses_nothing(client, monkeypatch):
    monkeypatch.setattr(guard, "FLOOD_LIMIT", 2)
    for _ in range(2):
        assert send(client).status_code == 302
    response = send(client, title="De derde")
    assert response.status_code == 429
    assert response["Retry-After"]
    assert "De derde" in response.content.decode()
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(("proxies", "status"), [(0, 429), (2, 302)])
def test_flood_is_counted_for_the_address_that_our_own_proxies_saw(
    client, monkeypatch, settings, proxies, status
):
    settings.PROXY_COUNT = proxies
    monkeypatch.setattr(guard, "FLOOD_LIMIT", 1)
    for host, expected in ((1, 302), (2, status)):
        headers = {"X-Forwarded-For": f"192.0.2.{host}, 10.0.0.2"}
        values = filled(ticket=ticket(client))
        assert client.post(URL, values, headers=headers).status_code == expected


def test_more_files_than_can_be_read_gets_a_page_that_helps(client):
    files = [pdf(f"{number}.pdf", str(number)) for number in range(41)]
    response = send(client, documents=files)
    assert response.status_code == 413
    assert "hoogstens 20 bestanden" in response.content.decode()


def test_far_too_much_text_gets_a_page_that_helps(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5000
    response = send(client, text="a" * 6000)
    assert response.status_code == 413
    assert "te veel tekst" in response.content.decode()


def test_far_too_large_request_is_refused_unread(client, monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_REQUEST", 1000)
    response = send(client, documents=pdf(text="x" * 2000))
    assert response.status_code == 413
    assert "60 MB" in response.content.decode()


@pytest.mark.parametrize("size", ["abc", "²", "-5", "1" * 5000])
def test_size_that_is_no_number_breaks_nothing(client, size):
    response = client.post(URL, filled(ticket=ticket(client)), CONTENT_LENGTH=size)
    assert response.status_code in (400, 413, 422)


def test_form_that_cannot_be_read_gets_a_page_that_helps(client):
    response = client.post(URL, b"nonsense", content_type="multipart/form-data; boundary=")
    assert response.status_code == 400
    assert "kwam niet goed aan" in response.content.decode()
