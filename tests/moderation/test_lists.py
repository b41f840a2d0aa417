"""Lists: decide together, save a choice, take it along as a table; and search by folded words."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from agenda.models import Activity
from mail.models import OutgoingMail
from submissions import services
from submissions.errors import NotAllowed
from submissions.models import Proposal, SavedFilter, Submission, SubmissionKind
from submissions.services import Draft, Sender
from submissions.states import ProposalState, SubmissionState
from tests.moderation.factories import make_mail, signed_in
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db
TOGETHER = "/redactie/samen/"


def tokens(*items: Submission) -> list[str]:
    return [f"{item.reference}-{item.version}" for item in items]


def several(*titles: str, **fields: Any) -> list[Submission]:
    return [make_submission(Draft(make_facts(title=title)), **fields) for title in titles]


def decide(decision: str, kies: list[str], **fields: Any) -> Any:
    return signed_in().post(TOGETHER, {"besluit": decision, "kies": kies} | fields)


def test_a_preview_tells_of_each_and_changes_nothing() -> None:
    one, _ = several("Wandeling", "Lezing")
    bare = make_mail("Vraag", Draft(make_facts(title="Zonder soort", kind="")))
    query = {"besluit": "publiceer", "kies": tokens(one, bare)}
    page = signed_in().get(TOGETHER, query).content.decode()
    assert "Publiceer: 1 van 2" in page
    assert "Nog niet volledig" in page
    assert f'value="{tokens(one)[0]}"' in page
    assert tokens(bare)[0] not in page
    assert not Activity.objects.exists()


def test_each_item_is_decided_by_itself_with_its_own_mail() -> None:
    one, two, three = several("Wandeling", "Lezing", "Fietstocht")
    services.correct(
        two, two.proposals.get(), seen=1, editor=make_editor(), facts=make_facts(title="Anders")
    )
    answer = decide("publiceer", [f"{item.reference}-1" for item in (one, two, three)])
    page = answer.content.decode()
    assert "2 van 3 gelukt" in page
    assert "intussen iets mee gebeurd" in page
    assert set(Activity.objects.values_list("title", flat=True)) == {"Wandeling", "Fietstocht"}
    assert OutgoingMail.objects.filter(purpose="published").count() == 2
    again = decide("publiceer", tokens(one, three)).content.decode()
    assert "0 van 2 gelukt" in again


def test_what_looks_double_is_not_published_in_a_heap() -> None:
    one, two = several("Wandeling", "Wandeling")
    page = decide("publiceer", tokens(one, two)).content.decode()
    assert "0 van 2 gelukt" in page
    assert "lijkt dubbel" in page


def test_all_proposals_of_an_item_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    item = make_mail("Twee", Draft(make_facts(title="A")), Draft(make_facts(title="B")))
    real, calls = services.publish, []

    def second_fails(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise NotAllowed("Dat kan niet.")
        return real(*args, **kwargs)

    monkeypatch.setattr(services, "publish", second_fails)
    assert "Dat kan niet." in decide("publiceer", tokens(item)).content.decode()
    assert not Activity.objects.exists()
    assert set(item.proposals.values_list("state", flat=True)) == {ProposalState.PENDING}


def test_rejecting_wants_a_reason_that_every_sender_reads() -> None:
    items = several("Wandeling", "Lezing")
    refused = decide("wijs-af", tokens(*items))
    assert refused.status_code == 422
    assert "Geef een reden" in refused.content.decode()
    decide("wijs-af", tokens(*items), words="Dit valt buiten de week.")
    assert OutgoingMail.objects.filter(text__contains="buiten de week").count() == 2
    assert not Proposal.objects.pending().exists()


def test_done_and_spam_together() -> None:
    question = make_mail("Hoe laat?", kind=SubmissionKind.QUESTION, drafts=[])
    waiting, junk = several("Wandeling", "Koop nu")
    page = decide("klaar", tokens(question, waiting)).content.decode()
    assert "1 van 2 gelukt" in page
    assert "Beslis eerst" in page
    decide("spam", tokens(junk))
    junk.refresh_from_db()
    assert junk.state == SubmissionState.SPAM


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"besluit": "publiceer"},
        {"besluit": "x", "kies": ["A-1"]},
        {"besluit": "publiceer", "kies": ["-", "A", "A-x", "\0-1"]},
    ],
)
def test_nothing_chosen_leads_back(query: dict[str, Any]) -> None:
    assert signed_in().get(TOGETHER, query)["Location"] == "/redactie/"


@pytest.mark.parametrize("count", (1, 3))
def test_preview_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    items = several(*(f"Nummer {number}" for number in range(count)))
    client = signed_in()
    with django_assert_num_queries(7):
        client.get(TOGETHER, {"besluit": "publiceer", "kies": tokens(*items)})


def test_a_choice_is_saved_and_shared_when_asked() -> None:
    client, other = signed_in(), signed_in("Noor")
    told = {"keuze": "soort=question&x=1", "name": "Vragen"}
    assert client.post("/redactie/filters/", told)["Location"] == "/redactie/?soort=question"
    assert (
        "Vragen"
        not in other.get("/redactie/").content.decode().split("saved")[1].split("</nav>")[0]
    )
    client.post("/redactie/filters/", told | {"is_shared": "on"})
    saved = SavedFilter.objects.get()
    page = other.get("/redactie/").content.decode()
    assert f'href="?{saved.query}"' in page
    assert "van Marieke" in page
    assert other.post(f"/redactie/filters/{saved.pk}/weg/").status_code == 404
    client.post(f"/redactie/filters/{saved.pk}/weg/")
    assert not SavedFilter.objects.exists()


def test_a_filter_without_a_name_is_not_saved() -> None:
    page = signed_in().post("/redactie/filters/", {"keuze": "q=a"}, follow=True)
    assert "Geef het filter een naam" in page.content.decode()
    assert not SavedFilter.objects.exists()


def rows_of_xlsx(content: bytes) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_both_tables_tell_the_same_of_the_choice() -> None:
    several("Wandeling", sender=Sender("=HYPERLINK(1)", "jo@lindeboom.example"))
    make_mail("Prijs", kind=SubmissionKind.SPAM, drafts=[])
    client = signed_in()
    answer = client.get("/redactie/inzendingen.csv")
    text = answer.content.decode("utf-8-sig")
    assert "attachment" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    lines = [line.split(";") for line in text.splitlines()]
    assert len(lines) == 2
    assert "'=HYPERLINK(1)" in lines[1]
    sheet = rows_of_xlsx(client.get("/redactie/inzendingen.xlsx").content)
    assert [[str(cell or "") for cell in row] for row in sheet] == lines
    assert client.get("/redactie/inzendingen.csv?stand=spam").content.count(b"\r\n") == 2


@pytest.mark.parametrize("start", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(start: str) -> None:
    several(f"{start} wandeling", subject=f"{start} onderwerp")
    content = signed_in().get("/redactie/inzendingen.xlsx").content
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [
        cell.value for cell in cells if str(cell.value).lstrip().startswith(tuple("=+-@＝"))
    ]


@pytest.mark.parametrize("count", (1, 3))
def test_table_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    several(*(f"Nummer {number}" for number in range(count)))
    client = signed_in()
    with django_assert_num_queries(8):
        client.get("/redactie/inzendingen.csv")


def test_search_folds_accents_and_looks_in_what_was_proposed() -> None:
    make_submission(Draft(make_facts(title="Café zonder drempel", venue="De Ruïne")))
    client = signed_in()
    for words in ("CAFE", "ruine", "café drempel"):
        assert len(client.get("/redactie/", {"q": words}).context["rows"]) == 1, words
    assert not client.get("/redactie/", {"q": "café kelder"}).context["rows"]


def test_strangers_get_nothing(client: Any) -> None:
    for address in (TOGETHER, "/redactie/inzendingen.csv", "/redactie/inzendingen.xlsx"):
        assert client.get(address).status_code == 302
