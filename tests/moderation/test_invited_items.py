import pytest

from tests.moderation.test_item import page_of
from tests.submissions.invitations import FIRST, come

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_older_version_says_so_on_its_page() -> None:
    come(FIRST.later())
    page = page_of(come(FIRST))
    assert "Deze uitnodiging is verouderd: dit is versie 0 (SEQUENCE) en we hebben al" in page


def test_what_waits_says_which_version_came_into_it() -> None:
    item = come(FIRST)
    update = come(FIRST.later(title="Groot beraad"))
    item.refresh_from_db()
    page = page_of(item)
    assert "Groot beraad" in page
    assert f"nieuwere uitnodiging: versie 1, zie {update.reference}" in page


def test_a_cancellation_of_what_waits_has_a_button_for_it() -> None:
    item = come(FIRST)
    page = page_of(come(FIRST.later(method="CANCEL")))
    assert 'value="trek-in"' in page
    assert item.reference in page
