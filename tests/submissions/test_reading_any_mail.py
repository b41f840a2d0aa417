"""Real mails, and whatever else arrives: always read, never slowly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mail import mime
from mail.mailbox import Mailbox
from submissions.models import SubmissionKind as Kind
from submissions.reading.context import Earlier
from submissions.reading.propose import propose
from submissions.remember import remember
from tests.mail.samples import real, real_mails
from tests.submissions.readers import make_context, make_message, read

KINDS = {
    **dict.fromkeys(["012", "013", "016"], Kind.UPDATE),
    **dict.fromkeys(["014", "017"], Kind.CANCELLATION),
    **dict.fromkeys(["019", "020", "021"], Kind.MATERIAL),
    **dict.fromkeys(["022", "023"], Kind.QUESTION),
    **dict.fromkeys(["024", "025"], Kind.SPAM),
    **dict.fromkeys(["029", "030"], Kind.DUPLICATE),
    **dict.fromkeys(["032", "034"], Kind.UNREADABLE),
    "026": Kind.AUTO_REPLY,
    "027": Kind.BOUNCE,
    "028": Kind.NEWSLETTER,
}


def test_real_mails_are_taken_for_what_they_are() -> None:
    known: list[Earlier] = []
    for path in real_mails():
        message = mime.read(path.read_bytes())
        reading = propose(message, make_context(*known))
        assert reading.kind == KINDS.get(path.name[:3], Kind.SUBMISSION), path.name
        known.append(remember(path.name, message, reading))


@settings(max_examples=60)
@given(number=st.sampled_from([path.name[:3] for path in real_mails()]), part=st.floats(0, 1))
def test_any_truncation_can_be_read(number: str, part: float) -> None:
    raw = real(number)
    propose(mime.read(raw[: int(len(raw) * part)]), make_context())


@settings(max_examples=60)
@given(data=st.data(), number=st.sampled_from([path.name[:3] for path in real_mails()]))
def test_any_mutation_can_be_read(data: st.DataObject, number: str) -> None:
    raw = bytearray(real(number))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    propose(mime.read(bytes(raw)), make_context())


@settings(max_examples=150)
@given(st.text(max_size=400), st.text(max_size=80))
def test_any_text_can_be_read(text: str, subject: str) -> None:
    reading = propose(make_message(text, subject=subject, sender=Mailbox()), make_context())
    for draft in reading.drafts:
        draft.facts.when.validate()


@pytest.mark.parametrize(
    "unit",
    ["1", "- ", ">", "2 juni ", "ma 1, ", "- 2 juni 10.00 uur iets\n", "Van: x\n", '"abc ', "("],
)
def test_hostile_texts_take_no_longer_than_they_are_long(unit: str) -> None:
    reading = read(unit * (1_000_000 // len(unit)))
    assert len(reading.drafts) <= 20
