"""Ready answers: fields that are filled in, and what is refused."""

import pytest

from submissions.errors import Incomplete
from submissions.models import Purpose, ReadyAnswer
from submissions.ready import FIELDS, fill, left_open, unknown_fields, values_of
from submissions.services import save_answer
from tests.factories import make_edition
from tests.submissions.factories import make_editor, make_submission

pytestmark = pytest.mark.django_db


def test_fields_are_filled_in_and_what_is_unknown_stays_to_see() -> None:
    item, editor = make_submission(), make_editor(first_name="Noor")
    text = "Dag {naam}: ‘{titel}’ op {datum} in {plaats}. {redacteur}, {week}"
    filled = fill(text, values_of(item, item.proposals.get(), editor, make_edition()))
    assert filled.startswith("Dag Jo de Vries: ‘Inloopmiddag voor ouders’ op dinsdag 4 juni 2019")
    assert "in [plaats]. Noor, " in filled
    assert left_open(filled) == ["plaats"]


def test_the_first_answers_use_known_fields_only() -> None:
    assert ReadyAnswer.objects.count() >= 10
    assert set(ReadyAnswer.objects.values_list("purpose", flat=True)) == set(Purpose.values)
    assert [name for one in ReadyAnswer.objects.all() for name in unknown_fields(one.text)] == []


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [("", "Tekst", "name"), ("Naam", " ", "text"), ("Naam", "Dag {nam}", "text")],
)
def test_an_answer_that_cannot_work_is_refused(name: str, text: str, field: str) -> None:
    with pytest.raises(Incomplete) as caught:
        save_answer(ReadyAnswer(), purpose=Purpose.REJECT, name=name, text=text)
    assert set(caught.value.fields) == {field}


def test_a_name_is_there_once_a_purpose() -> None:
    told = {"purpose": Purpose.REJECT, "name": "Vol", "text": " ".join(f"{{{f}}}" for f in FIELDS)}
    save_answer(ReadyAnswer(), **told)
    with pytest.raises(Incomplete, match="Er is al een"):
        save_answer(ReadyAnswer(), **told)
    save_answer(ReadyAnswer(), **told | {"purpose": Purpose.DONE})
