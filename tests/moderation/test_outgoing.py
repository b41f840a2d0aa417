"""Mail out, as the desk shows it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone

from mail import outbox
from mail.lives import OutgoingState
from mail.models import LEFT, OutgoingMail
from mail.outbox import enqueue
from submissions.services import came_back
from submissions.states import Action
from tests.moderation.factories import signed_in
from tests.submissions.factories import make_submission

pytestmark = pytest.mark.django_db


def make_letter(state: str = OutgoingState.QUEUED, **fields: Any) -> OutgoingMail:
    values = {
        "to": "jo@example.org",
        "subject": "Je vraag",
        "text": "Beste Jo",
        "purpose": "question",
    }
    letter = enqueue(**values | fields)
    sent_at = timezone.now() if state in LEFT else None
    OutgoingMail.objects.filter(pk=letter.pk).update(
        state=state, sent_at=sent_at, claimed_at=timezone.now(), last_error="geen antwoord"
    )
    return letter


def text(path: str) -> str:
    return str(signed_in().get(path).content.decode())


def test_all_mail_is_listed_and_filtered_by_state() -> None:
    make_letter(subject="Wacht nog")
    make_letter(OutgoingState.FAILED, subject="Ging mis")
    assert "Wacht nog" in text("/redactie/uitgaand/")
    failed = text("/redactie/uitgaand/?stand=failed")
    assert "Ging mis" in failed
    assert "Wacht nog" not in failed
    assert "Geen mail" in text("/redactie/uitgaand/?stand=uncertain")
    assert "Wacht nog" in text("/redactie/uitgaand/?stand=bestaat-niet&pagina=abc")


def test_a_letter_is_read_as_text_with_the_item_it_belongs_to() -> None:
    item = make_submission()
    letter = OutgoingMail.objects.get()
    page = text(f"/redactie/uitgaand/{letter.pk}/")
    assert item.get_absolute_url() in page
    assert "&lt;!doctype html&gt;" in page.lower() or "&lt;html" in page.lower()
    assert text("/redactie/uitgaand/").count(item.reference) >= 1


def test_markup_in_a_letter_stays_text() -> None:
    letter = make_letter(
        subject="<b>x</b>", text="<script>alert(1)</script>", html="<script>1</script>"
    )
    page = text(f"/redactie/uitgaand/{letter.pk}/")
    assert "<script>alert" not in page
    assert "<script>1" not in page


@pytest.mark.parametrize("state", (OutgoingState.FAILED, OutgoingState.UNCERTAIN))
def test_troubled_mail_is_sent_again_by_hand(state: str) -> None:
    letter = make_letter(state)
    assert "Verstuur opnieuw" in text(f"/redactie/uitgaand/{letter.pk}/")
    signed_in().post(f"/redactie/uitgaand/{letter.pk}/opnieuw/")
    letter.refresh_from_db()
    assert letter.state == OutgoingState.QUEUED


def test_mail_that_went_is_never_sent_again() -> None:
    letter = make_letter(OutgoingState.SENT)
    assert "Verstuur opnieuw" not in text(f"/redactie/uitgaand/{letter.pk}/")
    response = signed_in().post(f"/redactie/uitgaand/{letter.pk}/opnieuw/", follow=True)
    assert "Dat kan niet meer: deze mail is verstuurd." in response.content.decode()
    letter.refresh_from_db()
    assert letter.state == OutgoingState.SENT


def test_the_desk_says_where_mail_goes_without_a_mail_server(settings: Any) -> None:
    backend = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend):
        assert settings.EMAIL_FILE_PATH in text("/redactie/uitgaand/")
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend"):
        assert "geen echte mail" not in text("/redactie/uitgaand/")


@pytest.mark.parametrize("count", (1, 3))
def test_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    for _ in range(count):
        make_submission()
    editor = signed_in()
    with django_assert_num_queries(6):
        editor.get("/redactie/uitgaand/")


def test_a_mail_that_waits_is_held_and_rewritten() -> None:
    item = make_submission()
    mail = OutgoingMail.objects.get()
    editor, url = signed_in(), f"/redactie/uitgaand/{mail.pk}/"
    page = editor.get(url).content.decode()
    was = page.split('name="was" value="')[1][:64]
    assert editor.post(f"{url}vasthouden/")["Location"] == url
    mail.refresh_from_db()
    assert mail.next_attempt_at > timezone.now() + timedelta(minutes=14)
    sent = {"was": was, "subject": "Nog iets", "text": "Dag Jo,\n\nWelkom."}
    assert editor.post(f"{url}tekst/", sent).status_code == 302
    mail.refresh_from_db()
    assert (mail.subject, mail.text) == ("Nog iets", "Dag Jo,\n\nWelkom.\n")
    late = editor.post(f"{url}tekst/", sent | {"text": "Mijn eigen zin."})
    assert late.status_code == 409
    assert "Mijn eigen zin." in late.content.decode()
    assert editor.post(f"{url}tekst/", sent | {"text": ""}).status_code == 422
    editor.post(f"{url}nu/")
    mail.refresh_from_db()
    assert mail.next_attempt_at <= timezone.now()
    assert item.history.filter(action=Action.REWRITE).count() == 1


def test_a_mail_that_came_back_shows_at_its_item_and_in_the_queue() -> None:
    item = make_submission()
    mail = OutgoingMail.objects.get()
    outbox.deliver_due(timezone.now())
    came_back(mail, "550 User unknown")
    editor = signed_in()
    page = editor.get(item.get_absolute_url()).content.decode()
    assert "Deze mail kwam terug:" in page
    assert "550 User unknown" in page
    assert "mail kwam niet aan" in editor.get("/redactie/").content.decode()
    assert item.reference in editor.get("/redactie/uitgaand/?stand=bounced").content.decode()
