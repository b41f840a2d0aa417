"""Who gets in, and what caches and search engines are told."""

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.urls import reverse

from moderation.urls import urlpatterns
from tests.moderation.factories import PASSWORD, make_desk_editor, signed_in
from tests.submissions.factories import make_submission

pytestmark = pytest.mark.django_db
PAGES = ("/redactie/", "/redactie/uitgaand/", "/redactie/activiteiten/", "/redactie/wachtwoord/")


def pages() -> list[str]:
    return [*PAGES, make_submission().get_absolute_url()]


def test_strangers_are_sent_to_the_login_page(client: Client) -> None:
    for page in pages():
        response = client.get(page)
        assert response.status_code == 302
        assert response["Location"].startswith("/redactie/inloggen/?next=/redactie/")


def test_no_address_of_the_desk_lets_strangers_in(client: Client) -> None:
    known = {"reference": make_submission().reference, "pk": 1}
    for pattern in urlpatterns:
        wanted = {name: known[name] for name in pattern.pattern.converters}
        for send in (client.get, client.post):
            response = send(reverse(f"moderation:{pattern.name}", kwargs=wanted))
            inside = response.status_code == 200 or "/inloggen/" not in response.get("Location", "")
            assert pattern.name == "login" or response.status_code == 405 or not inside, pattern


def test_after_login_a_button_leads_to_the_page_it_stands_on(client: Client) -> None:
    item = make_submission()
    page = item.get_absolute_url()
    for below in ("besluit/", "bijlage/1/plaats/"):
        assert client.post(page + below)["Location"].endswith(f"?next={page}")
    assert client.post("/redactie/uitgaand/1/opnieuw/")["Location"].endswith("?next=/redactie/")


def test_an_account_without_the_right_hears_why(client: Client) -> None:
    client.force_login(User.objects.create_user("kijker"))
    for page in pages():
        response = client.get(page)
        assert response.status_code == 403
        assert "hoort niet bij de redactie" in response.content.decode()


def test_no_page_is_kept_or_found(client: Client) -> None:
    editor = signed_in()
    answers = [*map(editor.get, pages()), client.get("/redactie/inloggen/")]
    for response in answers:
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]


def test_an_editor_logs_in_out_and_in_again(client: Client) -> None:
    make_desk_editor()
    sent = {"username": "Marieke@Example.org", "password": PASSWORD, "next": "/redactie/uitgaand/"}
    response = client.post("/redactie/inloggen/", sent)
    assert response["Location"] == "/redactie/uitgaand/"
    assert client.get("/redactie/uitloggen/").status_code == 405
    assert client.post("/redactie/uitloggen/")["Location"] == "/redactie/inloggen/"
    assert client.get("/redactie/").status_code == 302


def test_login_leads_to_no_other_site(client: Client) -> None:
    make_desk_editor()
    sent = {"username": "marieke@example.org", "password": PASSWORD, "next": "https://evil.example"}
    assert client.post("/redactie/inloggen/", sent)["Location"] == "/redactie/"


def test_a_wrong_password_keeps_the_name(client: Client) -> None:
    sent = {"username": "iemand@example.org", "password": "fout"}
    page = client.post("/redactie/inloggen/", sent).content.decode()
    assert "horen niet bij elkaar" in page
    assert 'value="iemand@example.org"' in page


@override_settings(AXES_FAILURE_LIMIT=2)
def test_after_many_wrong_passwords_the_door_stays_shut_for_a_while(client: Client) -> None:
    make_desk_editor()
    sent = {"username": "marieke@example.org", "password": "fout"}
    for _ in range(2):
        response = client.post("/redactie/inloggen/", sent)
    assert response.status_code == 429
    assert "Te vaak geprobeerd" in response.content.decode()
    response = client.post("/redactie/inloggen/", sent | {"password": PASSWORD})
    assert response.status_code == 429


def test_an_editor_changes_the_password(client: Client) -> None:
    editor = signed_in()
    new = "nog veel meer bloemen"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    response = editor.post("/redactie/wachtwoord/", sent, follow=True)
    assert "Je wachtwoord is gewijzigd" in response.content.decode()
    assert User.objects.get(username="marieke@example.org").check_password(new)


def test_decisions_need_a_form_token() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_desk_editor())
    item = make_submission()
    address = f"/redactie/inzending/{item.reference}/besluit/"
    sent = {"besluit": "spam", "inzending-seen": 1}
    assert client.post(address, sent).status_code == 403
    item.refresh_from_db()
    assert item.version == 1


def test_nothing_is_decided_by_looking() -> None:
    editor, item = signed_in(), make_submission()
    address = item.get_absolute_url()
    proposal = item.proposals.get()
    for path in ("besluit/", f"voorstel/{proposal.pk}/", f"voorstel/{proposal.pk}/voorbeeld/"):
        assert editor.get(address + path).status_code == 405


NOTHING = (
    f"uitgaand/{10**30}/",
    f"activiteiten/{10**30}/",
    f"inzending/AAAAAAA/bijlage/{10**30}/",
    "inzending/%00/",
    "inzending/a'b/",
    "uitgaand/0/",
)


@pytest.mark.parametrize("path", NOTHING)
def test_addresses_of_nothing_are_not_found(path: str) -> None:
    assert signed_in().get(f"/redactie/{path}").status_code == 404
