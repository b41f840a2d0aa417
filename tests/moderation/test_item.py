"""The page of an item: the original beside what is proposed."""

from datetime import date, time
from typing import Any

import pytest

from agenda.models import Activity
from submissions.facts import Facts
from submissions.models import ProposalKind, Question, SubmissionKind
from submissions.services import Draft, Sender, answer, ask, publish, reject, submit
from tests.factories import make_activity
from tests.moderation.factories import decide, decide_item, make_mail, make_message, signed_in
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db
TEXT = "Beste mensen,\nTitel: Tuinfeest\nOp 4 juni is iedereen welkom."


def source(quote: str, where: str = "body", text: str = TEXT) -> dict[str, Any]:
    start = text.index(quote)
    return {"source": where, "start": start, "end": start + len(quote), "quote": quote}


def page_of(item: Any) -> str:
    return str(signed_in().get(item.get_absolute_url()).content.decode())


def test_the_words_that_a_value_came_from_are_marked() -> None:
    facts = make_facts(title="Tuinfeest")
    item = make_mail(TEXT, Draft(facts, {"title": source("Tuinfeest")}))
    key = f"v{item.proposals.get().pk}-title"
    page = page_of(item)
    words = f'<mark data-keys="{key}" id="woorden-1"><a href="#id_{key}">Tuinfeest</a></mark>'
    assert words in page
    assert f'data-key="{key}"' in page
    assert 'Uit de mail, regel 2: <a href="#woorden-1"><q>Tuinfeest</q></a>' in page


def test_a_guess_says_so_and_names_what_else_it_could_be() -> None:
    other = source("Tuinfeest") | {"value": "2019-06-05"}
    guess = source("4 juni") | {"confidence": 0.3, "alternatives": [other]}
    page = page_of(make_mail(TEXT, Draft(make_facts(), {"first_day": guess})))
    assert 'Eerste dag <span class="tag">controleer dit</span>' in page
    assert 'value="neem first_day a0" data-fill="&quot;2019-06-05&quot;"' in page
    assert "Neem ‘woensdag 5 juni 2019’" in page


def test_what_contradicts_itself_is_told_at_its_field() -> None:
    told = "‘4 juni’ klopt niet: 4 juni 2019 is een dinsdag."
    draft = Draft(make_facts(), {"first_day": source("4 juni") | {"confidence": 0.9}})
    page = page_of(make_mail(TEXT, draft, problems=[told]))
    assert f'<p class="form-text doubt">{told}</p>' in page
    assert "controleer dit" in page


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({"source": "subject", "quote": "Feest"}, "Uit het onderwerp: <q>Feest</q>"),
        ({"source": "calendar", "detail": "DTSTART", "quote": "x"}, "Uit de uitnodiging (DTSTART)"),
        ({"source": "paper", "detail": "Flyer.pdf, bladzijde 2"}, "bijlage Flyer.pdf, bladzijde 2"),
        ({"source": "item-AB2CD3E", "quote": "14 uur"}, "Uit een later bericht (AB2CD3E)"),
        ({"source": "body", "detail": "Datum", "quote": "elders"}, "Uit de mail, bij ‘Datum’"),
        ({"source": "from", "alternatives": ["x", {"value": 7}, {}]}, "Uit de afzender"),
    ],
)
def test_each_value_says_where_it_comes_from(told: dict[str, Any], shown: str) -> None:
    assert shown in page_of(make_mail(TEXT, Draft(make_facts(), {"start_time": told})))


def test_another_value_is_one_press_away_without_scripts() -> None:
    other = source("Tuinfeest") | {"value": "2019-06-05"}
    told = source("4 juni") | {"alternatives": [other]}
    item = make_mail(TEXT, Draft(make_facts(), {"first_day": told}))
    assert decide(signed_in(), item, "neem first_day a0", title="Getypt").status_code == 302
    proposal = item.proposals.get()
    assert proposal.facts.first_day == proposal.facts.last_day == date(2019, 6, 5)
    assert proposal.facts.title == "Getypt"
    kept = proposal.sources["first_day"]
    assert (kept["quote"], kept["alternatives"][0]["value"]) == ("Tuinfeest", "2019-06-04")


@pytest.mark.parametrize("choice", ["first_day a7", "nergens a0", "first_day", "", "title s"])
def test_a_value_that_is_not_offered_is_refused(choice: str) -> None:
    item = make_mail(TEXT, Draft(make_facts(), {"first_day": source("4 juni")}))
    response = decide(signed_in(), item, f"neem {choice}")
    assert response.status_code == 422
    assert "Deze keuze is er niet meer" in response.content.decode()


def test_the_question_that_is_due_is_ready_to_send() -> None:
    item = make_submission(Draft(make_facts(end_time=time(15), audiences=("ouders",))))
    page = page_of(item)
    assert "- Waar is het? Noem de naam van de locatie" in page
    assert "- Op welke dag" not in page
    sent = {"question": "Waar is het?", "topics": ["venue"]}
    assert decide_item(signed_in(), item, "vraag", **sent).status_code == 302
    assert Question.objects.get().fields == ["venue"]


def test_a_reply_stands_in_the_conversation_with_its_quotation_folded_away() -> None:
    item = make_submission()
    make_mail("Neem water mee.\n\n> Bedankt voor je mail", thread=item)
    page = page_of(item)
    assert '<div class="letter">Neem water mee.</div>' in page
    assert "<summary>Wat de mail herhaalt</summary>" in page
    assert "een ander adres dan" not in page
    make_mail("Ik weet meer.", thread=item, sender=Sender("X", "x@elders.example"))
    assert "een ander adres dan dat van de aanmelder" in page_of(item)


def test_whether_the_sender_was_checked_is_told(settings: Any) -> None:
    settings.AUTHSERV_ID = "mx.example.org"
    head = "Authentication-Results: mx.example.org; dmarc={}\r\n"
    assert "Afzender gecontroleerd (DMARC)." in page_of(make_mail("x", head=head.format("pass")))
    assert "kan vals zijn" in page_of(make_mail("x", head=head.format("fail")))
    assert "De afzender is niet gecontroleerd." in page_of(make_mail("x"))
    later = make_mail("y", thread=make_submission())
    assert "Het is een bekend adres van deze inzending." in page_of(later)


def test_a_mail_within_the_mail_is_shown_with_its_marks() -> None:
    inner = "Subject: Symposium\r\n\r\nOp 8 juni in Ede."
    raw = (
        "From: info@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        f"--x\r\n\r\nVoor jullie.\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--x--"
    )
    told = {"source": "attached", "quote": "8 juni", "start": 3, "end": 9}
    draft = Draft(make_facts(), {"first_day": told})
    page = page_of(make_mail("Voor jullie.", draft, message=make_message(raw.encode())))
    assert "Meegestuurde mail: Symposium" in page
    assert ">8 juni</a></mark> in Ede." in page


def test_a_mail_without_text_shows_how_it_begins() -> None:
    page = page_of(make_mail("", message=make_message(b"Vreemd: \xff<b>\r\n\r\n\x00\x01")))
    assert "geen leesbare tekst" in page
    assert "Vreemd: \N{REPLACEMENT CHARACTER}&lt;b&gt;" in page


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Mon, 03 Jun 2019 11:30:00 +0000", "maandag 3 juni 2019, 13.30 uur"),
        ("Fri, 31 Dec 9999 23:59:59 -1200", "Fri, 31 Dec 9999"),
        ("ooit", "ooit"),
    ],
)
def test_when_it_was_sent_is_told_in_dutch(written: str, shown: str) -> None:
    raw = f"From: Jo <jo@lindeboom.example>\r\nDate: {written}\r\n\r\nHallo"
    assert f"<dd>{shown}" in page_of(make_mail("Hallo", message=make_message(raw.encode())))


def test_after_a_decision_the_next_is_one_click_away() -> None:
    oldest, middle, newest = make_submission(), make_submission(), make_submission()
    assert f'href="{newest.get_absolute_url()}" rel="next"' in page_of(middle)
    assert f'href="{oldest.get_absolute_url()}" rel="next"' in page_of(newest)


def test_a_change_of_something_unknown_must_first_be_told_what_it_is_about() -> None:
    draft = Draft(make_facts(), {}, ProposalKind.CHANGE)
    first = make_submission()
    reject(first, first.proposals.get(), seen=1, editor=make_editor(), reason="Te laat")
    page = page_of(make_submission(draft, kind=SubmissionKind.UPDATE, thread=first))
    assert "Zeg eerst bij welke activiteit" in page
    assert f'De afzender schreef eerder <a href="{first.get_absolute_url()}">' in page


def test_a_change_that_came_before_the_decision_finds_the_activity_that_was_made() -> None:
    first = make_submission()
    draft = Draft(make_facts(), {}, ProposalKind.CHANGE)
    change = make_submission(draft, kind=SubmissionKind.UPDATE, thread=first)
    publish(first, first.proposals.get(), seen=1, editor=make_editor())
    assert f'value="{Activity.objects.get().get_absolute_url()}"' in page_of(change)


def test_a_mail_is_shown_as_text_only() -> None:
    item = make_mail(
        "<script>alert(1)</script><img src=//evil.example>", head="To: x@example.org\r\n"
    )
    page = page_of(item)
    assert "<script>alert" not in page
    assert "<img src=//evil" not in page
    assert "<dt>Aan</dt><dd>x@example.org" in page


def test_the_raw_source_is_a_text_to_keep() -> None:
    item = make_mail("<script>alert(1)</script>")
    response = signed_in().get(f"{item.get_absolute_url()}bericht.txt")
    assert item.message is not None
    assert response.content == bytes(item.message.raw)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    form = make_submission()
    assert signed_in().get(f"{form.get_absolute_url()}bericht.txt").status_code == 404


def test_a_change_is_shown_as_old_and_new() -> None:
    activity = make_activity(venue="Aula")
    item = make_submission(
        Draft(Facts(venue="Tuin"), {}, ProposalKind.CHANGE, activity),
        kind=SubmissionKind.UPDATE,
    )
    page = page_of(item)
    assert "<del>Aula</del>" in page
    assert "<ins>Tuin</ins>" in page
    assert activity.title in page


def test_the_conversation_and_the_history_are_told() -> None:
    item = make_submission()
    editor = make_editor(first_name="Marieke")
    ask(item, seen=1, editor=editor, question="In welke zaal?")
    answer(item, Question.objects.get(), text="In de aula.")
    item.refresh_from_db()
    page = page_of(item)
    assert "In welke zaal?" in page
    assert "In de aula." in page
    assert "<strong>Marieke</strong>: vraag gesteld" in page
    assert "<del>wacht op de redactie</del> → <ins>wacht op antwoord</ins>" in page
    assert "in de wachtrij" in page


def test_earlier_items_of_the_sender_are_a_click_away() -> None:
    first, second = make_submission(subject="Vorig jaar"), make_submission()
    assert "Vorig jaar</a>" in page_of(second)
    other = make_submission(sender=Sender("Sam", "sam@example.org"))
    assert first.get_absolute_url() in page_of(other)  # it is the next that waits
    assert "Vorig jaar" not in page_of(other)


def test_an_item_without_proposals_offers_to_make_one() -> None:
    item = submit(
        kind=SubmissionKind.QUESTION,
        channel="form",  # type: ignore[arg-type]
        sender=Sender("Jo", "jo@example.org"),
        text="Mag ik meedoen?",
        form_key="0190d0a0-0000-7000-8000-000000000000",  # type: ignore[arg-type]
    )
    page = page_of(item)
    assert "Maak een voorstel" in page
    assert "Mag ik meedoen?" in page


def test_a_decided_proposal_shows_what_was_decided() -> None:
    item, editor = make_submission(), make_editor(first_name="Noor")
    publish(item, item.proposals.get(), seen=1, editor=editor)
    page = page_of(item)
    assert "<strong>Gepubliceerd</strong> door Noor" in page
    assert "/2019/agenda/inloopmiddag-voor-ouders/" in page
    assert "Draai terug: gepubliceerd" in page


def test_preview_shows_what_is_typed_and_stores_nothing() -> None:
    item, editor = make_submission(), signed_in()
    proposal = item.proposals.get()
    sent = {
        f"v{proposal.pk}-{n}": v for n, v in (("title", "Nog anders"), ("kind", "regiobijeenkomst"))
    }
    address = f"{item.get_absolute_url()}voorstel/{proposal.pk}/voorbeeld/"
    page = editor.post(address, sent).content.decode()
    assert "Dit is een voorbeeld." in page
    assert "<h1>Nog anders</h1>" in page
    item.refresh_from_db()
    assert item.version == 1
    assert item.proposals.get().facts.title == "Inloopmiddag voor ouders"
    assert editor.get("/2019/agenda/nog-anders/").status_code == 404
    refused = editor.post(address, {})
    assert refused.status_code == 422
    assert "Geef een titel." in refused.content.decode()


def test_an_unknown_item_is_not_found() -> None:
    editor = signed_in()
    for path in ("NIET1234/", "NIET1234/bericht.txt"):
        assert editor.get(f"/redactie/inzending/{path}").status_code == 404
    item, other = make_submission(), make_submission()
    wrong = f"{item.get_absolute_url()}voorstel/{other.proposals.get().pk}/"
    assert editor.post(wrong, {"besluit": "publiceer"}).status_code == 404


@pytest.mark.parametrize("count", (1, 3))
def test_query_count_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    drafts = [Draft(make_facts(title=f"Les {number}")) for number in range(count)]
    item = make_submission(*drafts)
    for number in range(count):
        ask(item, seen=item.version, editor=make_editor(), question=f"Vraag {number}")
        make_submission()
    editor = signed_in()
    with django_assert_num_queries(27):
        editor.get(item.get_absolute_url())


def test_the_browser_sees_the_same_page_after_a_refused_decision() -> None:
    item = make_submission()
    response = decide(signed_in(), item, "publiceer", title="")
    assert response.status_code == 422
    assert response.templates[0].name == "moderation/item.html"
