import pytest

from agenda.models import Activity
from agenda.search import MARK, search_text, tokens
from agenda.upkeep import renew_search_texts
from tests.agenda.test_selection import titles
from tests.factories import make_activity, make_municipality

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("scholen", "De school"),
        ("school", "Voor scholen"),
        ("kinderen", "Een kinderfeest"),
        ("huis", "In de huizen"),
        ("verzuim", "Over schoolverzuim"),
        ("scholen", "Onze basisschool"),
        ("artsen", "De jeugdarts vertelt"),
        ("ouders", "Een ouderavond"),
        ("webin", "Een webinar"),
        ("coordinator", "Zorgcoördinatoren"),
        ("COÖRDINATOR", "de zorg-coordinator"),
        ("cafe", "Cafés en koffie"),
        ("smorrebrod", "Smørrebrød"),
        ("ggd", "De GGD'er"),
        ("s-hertogenbosch", "In ’s-Hertogenbosch"),
        ("school ouders", "Ouders en scholen"),
    ],
)
def test_a_word_finds_its_inflections_its_accents_and_what_it_is_a_part_of(query, title):
    make_activity(title=title)
    make_activity(title="Iets heel anders")
    assert titles(f"q={query}") == [title]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("ede", "Iedereen is welkom"),
        ("oss", "Het schoolbossie"),
        ("gemeente", "In het algemeen"),
        ("school webinar", "De school"),
        ("vrijdag", "Een vrij verhaal"),
        ("!!!", "Wat!!!"),
    ],
)
def test_a_word_does_not_find_what_only_looks_like_it(query, title):
    make_activity(title=title)
    assert titles(f"q={query}") == []


def test_municipality_and_region_are_found_too():
    make_activity(title="Iets", municipality=make_municipality("Súdwest-Fryslân"))
    assert titles("q=sudwest fryslan") == ["Iets"]


def test_text_without_words_is_stored_all_the_same():
    assert search_text(["", "…"]).startswith(MARK)
    assert tokens("50% voor R&D, c_d") == ["50%", "voor", "r&d", "c_d"]


def test_texts_of_another_stemmer_are_made_again():
    activity = make_activity(title="Voor scholen")
    Activity.objects.update(search_text="|0.1/1| voor ")
    assert renew_search_texts() == 1
    assert titles("q=school") == [activity.title]
    assert renew_search_texts() == 0
