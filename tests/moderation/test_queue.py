"""The list: what waits, in which order, and how many there are of everything."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agenda.models import RegionKind
from moderation.facets import facets
from moderation.queue import Filters
from submissions.models import Channel, Double, Submission, SubmissionKind
from submissions.services import Draft, Sender, ask
from tests.factories import make_edition, make_municipality, make_region
from tests.moderation.factories import decide, make_mail, signed_in
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db


def titled(title: str, **fields: Any) -> Submission:
    hours = fields.pop("hours", 1)
    facts = fields.pop("facts", {})
    item = make_submission(Draft(make_facts(title=title, **facts)), **fields)
    received = timezone.now() - timedelta(hours=hours)
    Submission.objects.filter(pk=item.pk).update(received_at=received)
    return item


def titles(address: str = "/redactie/") -> list[str]:
    rows = signed_in().get(address).context["rows"]
    return [row.title for row in rows]


def test_the_oldest_stands_first_with_its_age() -> None:
    titled("Nieuw", hours=1)
    titled("Oud", hours=3)
    assert titles() == ["Oud", "Nieuw"]
    assert "3 uur geleden" in signed_in().get("/redactie/").content.decode()


def test_spam_and_robots_lie_on_their_own_shelves() -> None:
    titled("Gewoon")
    titled("Prijs", kind=SubmissionKind.SPAM)
    titled("Brief", kind=SubmissionKind.NEWSLETTER)
    assert titles() == ["Gewoon"]
    assert titles("/redactie/?stand=spam") == ["Prijs"]
    assert titles("/redactie/?stand=robots") == ["Brief"]
    assert titles("/redactie/?stand=klaar") == []
    assert len(titles("/redactie/?stand=alles")) == 3


def test_filters_combine_and_each_choice_tells_its_number() -> None:
    make_edition(year=2018)
    titled("Formulier van 2019", edition=make_edition())
    titled("Vraag van 2019", edition=make_edition(), kind=SubmissionKind.QUESTION)
    titled("Formulier van 2018", edition=make_edition(year=2018))
    make_mail("Beste mensen")
    assert titles("/redactie/?editie=2019&soort=submission") == ["Formulier van 2019"]
    counts = facets(Filters(edition="2019", kind="submission"), make_editor())
    assert counts.total == 1
    assert {o.value: o.amount for o in counts.years} == {"2019": 1, "2018": 1, "geen": 1}
    assert {o.value: o.amount for o in counts.channels if o.amount} == {Channel.FORM: 1}
    assert {o.value: o.amount for o in counts.kinds if o.amount} == {"submission": 1, "question": 1}
    assert len(titles("/redactie/?editie=geen")) == 1


def test_a_region_is_found_by_municipality_and_by_province() -> None:
    gelderland = make_region("Gelderland", code="25")
    rmc = make_region("Arnhem", RegionKind.RMC, code="12")
    ede = make_municipality("Ede", province=gelderland, rmc_region=rmc)
    titled("In Ede", facts={"municipality": ede.code})
    titled("In Gelderland", facts={"province": "25"})
    titled("Elders")
    assert set(titles("/redactie/?regio=province-25")) == {"In Ede", "In Gelderland"}
    assert titles("/redactie/?regio=rmc-12") == ["In Ede"]
    regions = {option.label: option.amount for option in facets(Filters(), make_editor()).regions}
    assert regions == {"Gelderland": 2, "Arnhem": 1}


def test_one_sees_what_is_ones_own_and_what_is_nobodys() -> None:
    me, other = make_editor(), make_editor(username="sanne")
    for title, editor in (("Van mij", me), ("Van Sanne", other), ("Van niemand", None)):
        item = titled(title)
        Submission.objects.filter(pk=item.pk).update(assigned_to=editor)
    assert titles(f"/redactie/?van={me.pk}") == ["Van mij"]
    assert titles("/redactie/?van=niemand") == ["Van niemand"]
    owners = [(one.label, one.amount) for one in facets(Filters(), me).owners]
    assert owners[0] == ("mij", 1)
    assert owners[-1] == ("niemand", 1)
    assert len(owners) == 3


@pytest.mark.parametrize("words", ["lindeboom.example", "jo vries", "inloopmiddag", "SPELEN tuin"])
def test_search_finds_reference_sender_and_words(words: str) -> None:
    item = make_submission(text="We spelen in de tuin.")
    make_submission(sender=Sender("Sam", "sam@example.org"), drafts=[Draft(make_facts(title="X"))])
    found = signed_in().get("/redactie/", {"q": words}).context["rows"]
    assert [row.item for row in found] == [item]
    found = signed_in().get("/redactie/", {"q": item.reference.lower()}).context["rows"]
    assert [row.item for row in found] == [item]


def test_search_looks_on_all_shelves() -> None:
    titled("Prijs", kind=SubmissionKind.SPAM)
    assert titles("/redactie/?q=prijs") == ["Prijs"]


STRANGE = """stand=x soort=' kanaal=duif editie=99999 regio=a-b-c regio=rmc-%00 regio=rmc-
    pagina=-1 pagina=%00 editie=２０１９"""


@pytest.mark.parametrize("query", STRANGE.split())
def test_unknown_values_are_told(query: str) -> None:
    titled("Gewoon")
    answer = signed_in().get(f"/redactie/?{query}")
    assert answer.status_code == 400
    assert f"We kennen geen {query.partition('=')[0]} ‘" in answer.content.decode()
    assert [row.title for row in answer.context["rows"]] == ["Gewoon"]


@pytest.mark.parametrize(
    "query", ["editie=0000", "pagina=999999999999", "q=%00", "nieuw=1", "q=" + "a " * 500]
)
def test_what_is_not_there_is_no_mistake(query: str) -> None:
    titled("Gewoon")
    assert signed_in().get(f"/redactie/?{query}").status_code == 200


def test_a_row_tells_what_to_expect() -> None:
    item = make_mail(
        "Drie keer",
        *[Draft(make_facts(title=f"Les {n}")) for n in (1, 2, 3)],
        problems=["Datum niet gevonden."],
    )
    row = signed_in().get("/redactie/").context["rows"][0]
    assert (row.title, row.more, row.marks) == ("Les 1", "3 voorstellen", ["let op"])
    ask(item, seen=1, editor=make_editor(), question="Welke dag?")
    row = signed_in().get("/redactie/?stand=antwoord").context["rows"][0]
    assert row.marks == ["vraag staat open", "let op"]


def test_an_empty_queue_invites(client: Client) -> None:
    assert "De wachtrij is leeg" in signed_in().get("/redactie/").content.decode()
    assert "Niets gevonden" in signed_in().get("/redactie/?soort=material").content.decode()


def test_fifty_rows_a_page() -> None:
    for number in range(51):
        titled(f"Nummer {number}", acknowledge=False, hours=100 - number)
    page = signed_in().get("/redactie/?pagina=2")
    assert [row.title for row in page.context["rows"]] == ["Nummer 50"]
    assert "51–51 van 51" in page.content.decode()


@pytest.mark.parametrize("count", (1, 3))
def test_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        titled(f"Nummer {number}")
    editor = signed_in()
    with django_assert_num_queries(12):
        editor.get("/redactie/")


@pytest.mark.parametrize("count", (1, 3))
def test_deciding_takes_as_many_queries_with_more(
    count: int, django_assert_num_queries: Any
) -> None:
    items = [titled(f"Nummer {number} van veel", hours=9 - number) for number in range(count)]
    Double.objects.all().delete()
    client = signed_in()
    with django_assert_num_queries(32):
        answer = decide(client, items[0], "wijs-af", reason="Dit valt buiten de week.")
    assert answer.status_code == 302
