"""Ready answers at the desk: written, put into a field, never sent with a gap in it."""

from typing import Any

import pytest

from submissions.models import Purpose, ReadyAnswer
from submissions.states import ProposalState
from tests.moderation.factories import decide, decide_item, signed_in
from tests.submissions.factories import make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer() -> ReadyAnswer:
    text = "‘{titel}’ past niet in {plaats}."
    return ReadyAnswer.objects.create(purpose=Purpose.REJECT, name="Past niet", text=text)


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_an_answer_comes_after_what_was_typed_and_decides_nothing(answer: ReadyAnswer) -> None:
    item = make_submission()
    response = decide(signed_in(), item, f"antwoord {answer.pk}", reason="Dag!", title="Getypt")
    page = text_of(response)
    assert response.status_code == 200
    assert "Dag!\n\n‘Inloopmiddag voor ouders’ past niet in [plaats].</textarea>" in page
    assert 'value="Getypt"' in page
    assert item.proposals.get().state == ProposalState.PENDING


def test_a_reason_with_a_gap_in_it_does_not_go_out(answer: ReadyAnswer) -> None:
    item = make_submission()
    response = decide(signed_in(), item, "wijs-af", reason="Past niet in [plaats].")
    assert response.status_code == 422
    assert "Vul nog in wat hier staat: [plaats]." in text_of(response)
    assert item.proposals.get().state == ProposalState.PENDING


def test_a_question_is_put_in_its_field() -> None:
    row = ReadyAnswer.objects.create(purpose=Purpose.QUESTION, name="Zaal", text="Welke zaal?")
    page = text_of(decide_item(signed_in(), make_submission(), f"antwoord {row.pk}"))
    assert "Welke zaal?</textarea>" in page


@pytest.mark.parametrize("code", ["", "x", "999999", "²"])
def test_an_answer_that_is_gone_is_told(code: str) -> None:
    assert decide(signed_in(), make_submission(), f"antwoord {code}").status_code == 422


def test_editors_write_change_and_remove_answers(answer: ReadyAnswer) -> None:
    editor, url = signed_in(), "/redactie/antwoorden/"
    assert "Past niet" in text_of(editor.get(url))
    sent = {"purpose": "done", "name": "Dank", "text": "Dank je, {naam}."}
    assert editor.post(f"{url}nieuw/", sent)["Location"] == url
    assert editor.post(f"{url}{answer.pk}/", sent | {"name": "Dank 2"}).status_code == 302
    answer.refresh_from_db()
    assert (answer.purpose, answer.name) == ("done", "Dank 2")
    refused = editor.post(f"{url}nieuw/", sent)
    assert (refused.status_code, "Er is al een" in text_of(refused)) == (422, True)
    wrong = editor.post(f"{url}nieuw/", sent | {"name": "X", "text": "{wie}"})
    assert "We kennen geen veld {wie}" in text_of(wrong)
    assert editor.get(f"{url}{answer.pk}/verwijder/").status_code == 405
    editor.post(f"{url}{answer.pk}/verwijder/")
    assert not ReadyAnswer.objects.filter(pk=answer.pk).exists()


@pytest.mark.parametrize("count", (1, 3))
def test_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        ReadyAnswer.objects.create(purpose=Purpose.DONE, name=f"Nr {number}", text="Dag.")
    editor = signed_in()
    with django_assert_num_queries(5):
        editor.get("/redactie/antwoorden/")
