"""Asking for the link again: mailed to its owner, and telling nobody who is known."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]

LOST = "/aanmelden/link/"


def test_lost_link_is_mailed_again_to_its_owner(client, own):
    page = client.post(LOST, {"email": "SAM@voorbeeld.nl"})
    assert page.status_code == 200
    assert "Kijk in je mail" in page.content.decode()
    mail = OutgoingMail.objects.latest("pk")
    assert (mail.to_address, mail.purpose) == ("sam@voorbeeld.nl", "link_again")
    assert own[1] in mail.text
    assert client.get(own[1]).status_code == 200


def test_asking_for_a_link_does_not_tell_who_is_known(client, own):
    known = client.post(LOST, {"email": "sam@voorbeeld.nl"}).content.decode()
    unknown = client.post(LOST, {"email": "els@voorbeeld.nl"}).content.decode()
    assert known.replace("sam@", "els@") == unknown
    assert not OutgoingMail.objects.filter(to_address="els@voorbeeld.nl").exists()


def test_links_are_not_mailed_without_end(client, own):
    for _ in range(15):
        client.post(LOST, {"email": "sam@voorbeeld.nl"})
    assert OutgoingMail.objects.filter(purpose="link_again").count() == 10


def test_links_that_expired_are_not_mailed(client, own):
    with time_machine.travel(timezone.now() + timedelta(days=900)):
        client.post(LOST, {"email": "sam@voorbeeld.nl"})
    assert not OutgoingMail.objects.filter(purpose="link_again").exists()


@pytest.mark.parametrize("email", ["", "sam", "a@b.nl\nBcc: c@d.nl"])
def test_address_that_is_none_is_told(client, email):
    response = client.post(LOST, {"email": email})
    assert response.status_code == 422
    assert "<title>Fout: " in response.content.decode()
