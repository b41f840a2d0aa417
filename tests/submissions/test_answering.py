"""Replies to our mails: they find their item, and an answer fills the field that waited for it."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from mail.inbound import receive
from mail.models import InboundMessage, OutgoingMail
from submissions import links
from submissions.asking import asks_of, question_about
from submissions.facts import Facts
from submissions.from_mail import process_next
from submissions.models import AuditEntry, Proposal, Question, Submission
from submissions.services import Draft, ask, correct, reject, revoke_links
from submissions.services.transitions import ANSWERED
from submissions.states import Action, SubmissionState
from submissions.topics import untold
from tests.factories import make_edition, make_municipality
from tests.mail.samples import make_raw
from tests.submissions.factories import make_editor, make_facts, make_submission

pytestmark = pytest.mark.django_db(transaction=True)
SENDER, STRANGER = "jo@lindeboom.example", "iemand@elders.example"


@pytest.fixture(autouse=True)
def edition() -> None:
    make_edition(year=2019)


def waiting_for(*topics: str, **fields: Any) -> Submission:
    """An item of which the sender was asked to tell these."""
    item = make_submission(Draft(make_facts(**fields)))
    ask(item, seen=1, editor=make_editor(), question="Vertel eens?", fields=topics)
    item.refresh_from_db()
    return item


def reply(text: str, sender: str = SENDER, to: str = "", **fields: str) -> Submission:
    fields.setdefault("date", "Mon, 20 May 2019 10:00:00 +0200")
    fields.setdefault("subject", "Re: Vraag over Inloopmiddag")
    raw = make_raw(text, **{"from": f"Jo <{sender}>"}, **fields)
    to = to or "actieweek@localhost"
    stored = receive(raw=raw, sender=sender, recipients=[to], transport="lmtp")
    while process_next():
        pass
    return Submission.objects.get(message=InboundMessage.objects.get(pk=stored.message))


def facts_of(item: Submission) -> Facts:
    return Proposal.objects.get(submission=item).facts


def test_our_mails_ask_for_answers_at_an_address_of_the_item() -> None:
    item = waiting_for("start_time")
    address = OutgoingMail.objects.get(purpose="question").reply_to
    local, _, domain = address.partition("@")
    assert local.startswith(f"actieweek+{item.reference.lower()}-1-")
    assert (len(local) <= 64, domain) == (True, "localhost")
    assert links.addressed(address) == item
    assert links.addressed(address.upper()) == item


def test_without_plus_addressing_there_is_no_such_address(settings: Any) -> None:
    settings.PLUS_ADDRESSING = False
    waiting_for("start_time")
    assert OutgoingMail.objects.get(purpose="question").reply_to == ""


def test_a_guessed_a_changed_and_a_revoked_address_lead_nowhere() -> None:
    item = make_submission()
    address = links.reply_address(item)
    assert links.addressed(address) == item
    other = make_submission()
    assert links.addressed(address.replace(item.reference.lower(), other.reference.lower())) is None
    assert links.addressed(address.replace("-1-", "-2-")) is None
    assert links.addressed(address.replace("@localhost", "@elders.example")) is None
    assert links.addressed("actieweek+" + "a" * 16 + "@localhost") is None
    revoke_links(item)
    assert links.addressed(address) is None


def test_an_answer_by_mail_fills_the_field_that_was_asked() -> None:
    item = waiting_for("start_time", start_time=None)
    ours = OutgoingMail.objects.get(purpose="question").message_id
    text = "Hoi,\r\n\r\nWe beginnen om 14.00 uur en stoppen om 16.00 uur.\r\n\r\nGroet, Jo"
    answer = reply(text + "\r\n\r\n> Hoe laat? Om 9.00 uur?", in_reply_to=ours)
    item.refresh_from_db()
    assert item.state == SubmissionState.PENDING
    facts = facts_of(item)
    assert (facts.start_time, facts.end_time) == (time(14), time(16))
    question = Question.objects.get()
    assert question.answer.startswith("Hoi,\n\nWe beginnen om 14.00 uur")
    assert "9.00" not in question.answer
    assert question.reply == answer
    assert (answer.thread, answer.state) == (item, SubmissionState.DONE)
    assert not answer.proposals.exists()
    source = item.proposals.get().sources["start_time"]
    assert (source["source"], source["quote"]) == (f"answer-{question.pk}", "14.00 uur")
    entry = AuditEntry.objects.get(submission=item, action=Action.CORRECT)
    assert (entry.actor, entry.actor_name) == (None, ANSWERED)


def test_the_address_of_the_item_proves_it_for_a_colleague_too() -> None:
    item = waiting_for("venue", attendance="")
    reply("De aula, Dorpsstraat 12 in Utrecht", STRANGER, links.reply_address(item))
    assert facts_of(item).address == "Dorpsstraat 12"


@pytest.mark.parametrize("forged", ["", "actieweek+{reference}-1-aaaaaaaaaaaaaaaa@localhost"])
def test_a_stranger_is_shown_and_not_applied(forged: str) -> None:
    item = waiting_for("start_time", start_time=None)
    ours = OutgoingMail.objects.get(purpose="question").message_id
    to = forged.format(reference=item.reference.lower())
    strange = reply("Het begint om 3.00 uur.", STRANGER, to, in_reply_to=ours)
    item.refresh_from_db()
    assert (strange.thread, strange.state) == (item, SubmissionState.PENDING)
    assert item.state == SubmissionState.WAITING
    assert facts_of(item).start_time is None
    assert Question.objects.get().answer == ""


def test_a_known_address_that_failed_its_check_is_not_applied() -> None:
    item = waiting_for("start_time", start_time=None)
    raw = {"authentication-results": "mx; dmarc=fail"}
    reply("Om 14.00 uur.", to=links.reply_address(item), **raw)
    assert facts_of(item).start_time is None


def test_an_answer_to_what_was_closed_meanwhile_waits_for_an_editor_itself() -> None:
    item = waiting_for("start_time", start_time=None)
    proposal, editor = item.proposals.get(), make_editor()
    reject(item, proposal, seen=item.version, editor=editor, reason="Te laat")
    late = reply("Om 14.00 uur", to=links.reply_address(item))
    assert late.state == SubmissionState.PENDING
    assert facts_of(item).start_time is None


def test_a_mailbox_tells_the_address_in_a_header_only() -> None:
    item = waiting_for("start_time", start_time=None)
    reply("Om 14.00 uur", STRANGER, **{"delivered-to": links.reply_address(item)})
    assert facts_of(item).start_time == time(14)


def test_a_thread_of_nonsense_does_no_harm() -> None:
    strange = reply("Hoi", STRANGER, references="<a\x00b@c> <\u2603> <>", in_reply_to="<\x00>")
    assert strange.thread is None


def test_the_secret_link_in_the_quotation_proves_it_too() -> None:
    item = waiting_for("start_time", start_time=None)
    reply(f"Om 14.00 uur\r\n\r\n> {links.address(item)}", STRANGER)
    assert facts_of(item).start_time == time(14)


def test_a_robot_does_not_answer() -> None:
    item = waiting_for("start_time", start_time=None)
    raw = {"auto-submitted": "auto-replied"}
    reply("Ik ben er om 14.00 uur weer.", to=links.reply_address(item), **raw)
    item.refresh_from_db()
    assert item.state == SubmissionState.WAITING


def test_what_an_editor_typed_stays_and_the_answer_stands_beside_it() -> None:
    item = make_submission(Draft(make_facts(start_time=None)))
    proposal, editor = item.proposals.get(), make_editor()
    correct(item, proposal, seen=1, editor=editor, facts=make_facts(start_time=time(13)))
    ask(item, seen=2, editor=editor, question="Hoe laat?", fields=["start_time"])
    reply("Om 14.00 uur", to=links.reply_address(item))
    proposal.refresh_from_db()
    assert proposal.facts.start_time == time(13)
    assert proposal.suggestions["start_time"]["value"] == "14:00"
    assert proposal.suggestions["start_time"]["why"] == "answer"


def test_what_was_not_asked_is_not_changed() -> None:
    item = waiting_for("start_time", start_time=None)
    reply("Om 14.00 uur op 5 juni, in De Zwaan in Ede.", to=links.reply_address(item))
    facts = facts_of(item)
    assert (facts.first_day, facts.venue) == (date(2019, 6, 4), "")
    assert facts.start_time == time(14)


def test_of_a_place_that_was_asked_all_parts_are_replaced() -> None:
    make_municipality("Veenendaal")
    item = waiting_for("venue", town="Utrecht", attendance="locatie")
    reply("De Zwaan, Kerklaan 3, 3901 EC Veenendaal", to=links.reply_address(item))
    facts = facts_of(item)
    assert (facts.address, facts.postcode, facts.town) == ("Kerklaan 3", "3901 EC", "Veenendaal")
    kept = item.proposals.get().sources["town"]["alternatives"]
    assert kept[0]["value"] == "Utrecht"


def test_an_answer_on_the_own_page_is_read_as_well() -> None:
    item = waiting_for("organiser", organiser="")
    question = Question.objects.get()
    path = f"/aanmelden/{links.token(item)}/antwoord/{question.pk}/"
    answered = Client().post(path, {"answer": "Basisschool De Eik"})
    assert answered.status_code == 302
    assert facts_of(item).organiser == "Basisschool De Eik"


def test_an_answer_that_contradicts_the_rest_is_only_suggested() -> None:
    item = waiting_for("end_time", end_time=None, start_time=time(15))
    reply("Het is om 14.00 uur afgelopen.", to=links.reply_address(item))
    proposal = item.proposals.get()
    assert proposal.facts.end_time is None
    assert proposal.suggestions["end_time"]["value"] == "14:00"


def test_a_reply_without_a_question_joins_the_conversation() -> None:
    item = make_submission()
    later = reply("Nog één ding: neem een fles water mee.", STRANGER, in_reply_to="<x@y>")
    assert later.thread is None
    later = reply(f"Dit gaat over kenmerk {item.reference}. Neem water mee.")
    assert later.thread == item


def test_the_question_asks_exactly_for_what_is_missing() -> None:
    told = make_facts(end_time=time(15), venue="Aula", town="Ede", audiences=("ouders",))
    assert untold(told) == ["registration_url"]
    item = make_submission(Draft(told), Draft(make_facts(title="Tweede", first_day=None)))
    text = question_about(asks_of(item.proposals.all()))
    assert text.startswith("Over ‘Inloopmiddag voor ouders’:\n- Moet je je aanmelden?")
    assert "Over ‘Tweede’:\n- Op welke dag" in text
    assert "Hoe heet" not in text
