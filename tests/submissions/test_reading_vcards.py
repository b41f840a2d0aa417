"""A visiting card tells whom to ask, unless the mail does so itself."""

import pytest

from submissions.reading.found import Source
from submissions.reading.vcards import read_cards
from tests.submissions.readers import read
from tests.submissions.test_opening import part

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Vries;Jo;;;\r\nFN:Jo de Vries\r\n"
    "ORG:De Stap\r\nitem1.EMAIL;TYPE=INTERNET:jo@destap.example.nl\r\n"
    "TEL;TYPE=CELL:+31 6 12345678\r\nEND:VCARD\r\n"
)


def told(card: str, own: frozenset[str] = frozenset()) -> dict[str, str]:
    return {one.field: one.value for one in read_cards([part("jo.vcf", card.encode())], own)}


def test_a_card_gives_name_address_and_number() -> None:
    assert told(CARD) == {
        "contact_name": "Jo de Vries",
        "contact_email": "jo@destap.example.nl",
        "contact_phone": "+31 6 12345678",
    }


def test_an_old_card_in_quoted_printable_is_read() -> None:
    old = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9\n"
    assert told(old) == {"contact_name": "José"}


def test_our_own_address_is_no_contact() -> None:
    assert "contact_email" not in told(CARD, frozenset({"jo@destap.example.nl"}))


@pytest.mark.parametrize(
    "card",
    [CARD + CARD, "BEGIN:VCARD\nEMAIL:geen adres\nTEL:bel maar\nFN:1\n", "FN:Jo de Vries\n"],
)
def test_what_is_unsure_gives_nothing(card: str) -> None:
    assert told(card) == {}


def test_the_mail_goes_before_the_card() -> None:
    text = "Titel: Koffie\nDatum: 2 juni 2027\nContact: sam@destap.example.nl\n"
    (draft,) = read(text, parts=(part("jo.vcf", CARD.encode()),)).drafts
    assert draft.facts.contact_email == "sam@destap.example.nl"
    assert draft.facts.contact_phone == "+31 6 12345678"
    assert draft.found["contact_phone"].source is Source.PAPER
