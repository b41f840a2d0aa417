import pytest
from django.test import Client

from agenda.models import Status
from agenda.views import embed
from tests.factories import make_activity, make_edition

pytestmark = pytest.mark.django_db


def test_any_site_may_frame_it_and_it_sets_nothing(client: Client) -> None:
    make_edition()
    response = client.get("/2019/insluiten/")
    assert "X-Frame-Options" not in response
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"


def test_feeds_beside_it_may_not_be_framed(client: Client) -> None:
    make_edition()
    response = client.get("/2019/agenda.json")
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_it_lists_what_is_on_with_links_out_of_the_frame(client: Client) -> None:
    make_activity(title="Inloop <b>", slug="inloop", town="Utrecht")
    make_activity(title="Afgelast", status=Status.CANCELLED)
    content = client.get("/2019/insluiten/").content.decode()
    link = '<a href="http://127.0.0.1:8000/2019/agenda/inloop/" target="_blank" rel="noopener">'
    assert f"{link}Inloop &lt;b&gt;</a>" in content
    assert "Geannuleerd:" in content
    assert "maandag 3 juni 2019" in content


def test_a_long_list_ends_in_the_number_that_is_left(client: Client, monkeypatch) -> None:
    monkeypatch.setattr(embed, "SHOWN", 2)
    for _ in range(5):
        make_activity()
    content = client.get("/2019/insluiten/").content.decode()
    assert content.count("<li>") == 2
    assert "Nog 3 activiteiten" in content
