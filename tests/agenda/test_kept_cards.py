import re
from datetime import date, time

import pytest
from django.template.loader import get_template

from agenda import kept_cards
from agenda.cards import Card
from agenda.models import Activity, Status
from agenda.when import When
from tests.factories import make_activity, make_kind, make_municipality

pytestmark = pytest.mark.django_db
CHANGES = (
    {"title": "Anders <b>"},
    {"summary": "Iets nieuws"},
    {"status": Status.CANCELLED},
    {"town": "Ede"},
    {"attendance": "online"},
    {"organiser": "Ingrado"},
    {"slug": "anders"},
)


def fresh_card(when: str = "13.30 uur") -> Card:
    return Card(Activity.objects.all().for_cards()[0], when)


def check() -> str:
    """What is kept is what the template gives now."""
    for card in (fresh_card(), fresh_card("14.00 uur")):
        assert kept_cards.drawn(card) == get_template("pieces/card.html").render({"card": card})
    return kept_cards.drawn(fresh_card())


def test_a_card_follows_every_change_and_is_drawn_once(monkeypatch) -> None:
    activity = make_activity(when=When(date(2019, 6, 4), start=time(13, 30)))
    seen = {check()}
    for change in CHANGES:
        Activity.objects.update(**change)
        seen.add(check())
    make_kind().__class__.objects.update(name="Onlinecollege")
    seen.add(check())
    Activity.objects.update(municipality=make_municipality("Ede"), town="")
    seen.add(check())
    assert len(seen) == len(CHANGES) + 3 - 1  # the town is told by its name alone
    monkeypatch.setattr(kept_cards, "get_template", None)
    assert activity.kind_id and kept_cards.drawn(fresh_card()) in seen


def test_a_card_is_few_elements() -> None:
    """A hundred stand on a page, and a phone pays for each."""
    make_activity(summary="Wat", organiser="Wie", town="Ede", attendance="online")
    assert len(re.findall(r"<[a-z]", kept_cards.drawn(fresh_card()))) <= 12
