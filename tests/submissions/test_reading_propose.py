from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mail import mime
from mail.mailbox import Mailbox
from mail.message import Link
from submissions.models import SubmissionKind as Kind
from submissions.reading.context import Earlier
from submissions.reading.propose import propose
from submissions.remember import remember
from tests.mail.samples import real, real_mails
from tests.submissions.readers import make_context, make_message, read, read_one

LABELLED = """Beste redactie,

Titel: Samen aan tafel (een middag over wat werkt bij terugkeer)
Datum: dinsdag 1 juni 2027
Tijd: 14.00 – 16.30 uur (inloop vanaf 13.30 uur)
Locatie: Cultuurhuis De Notenboom, Molenstraat 118, 6711 XB Ede
Voor wie: intern begeleiders en leerplichtambtenaren
Organisatie: Samenwerkingsverband Rivierenhoek
Website: www.rivierenhoek.example.nl/actieweek
Aanmelden: https://rivierenhoek.example.nl/tafel?utm_source=mail (graag vóór 20 mei)
Contact: Secretariaat, 085 - 000 00 00, secretariaat@rivierenhoek.example.nl
Kosten: geen

Met vriendelijke groet,
Secretariaat
"""


def test_labelled_lines_fill_every_field() -> None:
    facts = read_one(LABELLED)
    assert facts.title == "Samen aan tafel"
    assert (facts.first_day, facts.start_time, facts.end_time) == (
        date(2027, 6, 1),
        time(14),
        time(16, 30),
    )
    assert facts.all_day is False
    assert facts.venue == "Cultuurhuis De Notenboom"
    assert (facts.address, facts.postcode, facts.town) == ("Molenstraat 118", "6711 XB", "Ede")
    assert facts.municipality == "GM0228"
    assert facts.province == "Gelderland"
    assert facts.attendance == "locatie"
    assert facts.audiences == ("onderwijs", "gemeenten")
    assert facts.organiser == "Samenwerkingsverband Rivierenhoek"
    assert facts.website == "https://www.rivierenhoek.example.nl/actieweek"
    assert facts.registration_url == "https://rivierenhoek.example.nl/tafel"
    assert facts.contact_email == "secretariaat@rivierenhoek.example.nl"
    assert facts.costs == ""
    assert facts.contact_public == ()


def test_every_value_points_at_the_words_it_came_from() -> None:
    (draft,) = read(LABELLED).drafts
    for name in ("title", "first_day", "start_time", "venue", "address", "town", "contact_email"):
        found = draft.found[name]
        assert LABELLED[found.start : found.end] == found.quote
        assert found.confidence > 0.8


def test_what_is_not_told_stays_empty() -> None:
    facts = read_one("Beste redactie,\n\nOp 2 juni houden wij een open ochtend.\n\nGroet, De Stap")
    told = facts.told()
    assert told["first_day"] == date(2027, 6, 2)
    assert not {"start_time", "venue", "town", "website", "contact_email", "audiences"} & set(told)


def test_running_prose() -> None:
    facts = read_one(
        "Beste redactie,\n\nWoensdagmiddag 2 juni houden we de themabijeenkomst ‘Terug naar "
        "school’. "
        "We starten om 14.00 uur en stoppen om 16.30 uur. U vindt ons in Theater De Veste, "
        "Vesteplein 1, 2611 WG Delft. Bedoeld voor mentoren en ouders.\n\nGroet,\nDe Stap"
    )
    assert facts.title == "Themabijeenkomst Terug naar school"
    assert (facts.start_time, facts.end_time) == (time(14), time(16, 30))
    assert (facts.venue, facts.address) == ("Theater De Veste", "Vesteplein 1")
    assert facts.audiences == ("ouders", "onderwijs")


def test_a_village_lies_in_its_municipality() -> None:
    facts = read_one("Open huis op 2 juni in het dorpshuis in Gorssel, voor ouders.")
    assert (facts.town, facts.municipality) == ("Gorssel", "GM0262")


def test_online_has_no_place() -> None:
    facts = read_one("Wat: Webinar verzuim\nWanneer: 2 juni, 15.00 uur\nWaar: online via Teams")
    assert facts.attendance == "online"
    assert facts.venue == facts.town == ""


def test_a_list_gives_an_activity_each() -> None:
    drafts = read(
        "Hallo,\n\n"
        "- Maandag 31 mei, 10.00-12.00 uur: Kick-off voor bestuurders, Provinciehuis Utrecht\n"
        "- Dinsdag 1 juni, 15.30-17.00 uur: Workshop verzuimkaart, online\n\nGroet, De Stap"
    ).drafts
    assert [draft.facts.title for draft in drafts] == [
        "Kick-off voor bestuurders",
        "Workshop verzuimkaart",
    ]
    assert [draft.facts.first_day for draft in drafts] == [date(2027, 5, 31), date(2027, 6, 1)]
    assert [draft.facts.attendance for draft in drafts] == ["locatie", "online"]


def test_a_table_gives_an_activity_a_row_with_the_links_of_its_cells() -> None:
    text = (
        "Wat            Wanneer     Waar              Aanmelden\n"
        "Ontbijt ib'ers ma 31 mei   De Skûle, Sneek   inschrijven\n"
        "               8.00-9.30\n"
        "Vragenuur      vr 4 juni   Online            klik hier\n"
        "               12.00\n"
    )
    links = (
        Link("inschrijven", "https://a.example.nl/ontbijt"),
        Link("klik hier", "https://a.example.nl/uur"),
    )
    first, second = (
        draft.facts for draft in read(text.replace("ib'ers ", "ib'ers  "), links=links).drafts
    )
    assert first.title.startswith("Ontbijt")
    assert second.title == "Vragenuur"
    assert (first.start_time, second.start_time) == (time(8), time(12))
    assert second.registration_url == "https://a.example.nl/uur"


def test_of_a_forwarded_chain_the_deepest_mail_counts() -> None:
    reading = read(
        "Graag in de agenda.\n\n"
        "Van: Jongerenloket Westland <loket@jongerenloket.example.nl>\n"
        "Verzonden: maandag 26 april 2027 09:12\n"
        "Aan: Leerplicht <leerplicht@westland.example.nl>\n"
        "Onderwerp: inspiratiesessie\n\n"
        "Hallo,\n\nDonderdag 3 juni is er een inspiratiesessie, 19.30 - 21.00 uur in "
        "jongerencentrum Area, Stationsweg 5, Naaldwijk.\n\nGroet,\nJongerenloket Westland",
        subject="FW: inspiratiesessie",
    )
    (draft,) = reading.drafts
    assert draft.facts.organiser == "Jongerenloket Westland"
    assert draft.facts.first_day == date(2027, 6, 3)
    assert draft.facts.town == "Naaldwijk"


def earlier(**fields: object) -> Earlier:
    values = {
        "key": "7",
        "kind": Kind.SUBMISSION,
        "sender": "info@destap.example.nl",
        "message_ids": ("<eerst@destap.example.nl>",),
        "titles": ("Koffieochtend",),
        "days": (date(2027, 6, 2),),
        "starts": (time(9, 30),),
    }
    return Earlier(**values | fields)  # type: ignore[arg-type]


def test_a_change_finds_what_it_is_about_and_tells_only_what_is_new() -> None:
    reading = read(
        "Hoi, de koffieochtend van 2 juni begint niet om 9.30 maar om 10.00 uur.", earlier()
    )
    assert (reading.kind, reading.refers_to) == (Kind.UPDATE, "7")
    (draft,) = reading.drafts
    assert draft.facts.start_time == time(10)
    assert draft.facts.venue == ""


def test_a_cancellation_finds_what_it_is_about() -> None:
    reading = read("Helaas gaat onze koffieochtend van 2 juni niet door.", earlier())
    assert (reading.kind, reading.refers_to) == (Kind.CANCELLATION, "7")


def test_an_answer_between_the_lines_is_not_the_question() -> None:
    reading = read(
        "Op 20-04-27 om 10:15 schreef Redactie Actieweek:\n> 1. Tot hoe laat duurt het?\n\n"
        "Tot half twaalf.\n\n> 2. Komt er een website, www.voorbeeld.example.org?\n\nNee.\n",
        earlier(),
        in_reply_to="<eerst@destap.example.nl>",
        subject="Re: Koffieochtend",
    )
    (draft,) = reading.drafts
    assert reading.kind == Kind.UPDATE
    assert draft.facts.end_time == time(11, 30)
    assert draft.facts.website == ""


def test_the_same_text_again_is_a_duplicate() -> None:
    first = make_message(LABELLED)
    context = make_context()
    known = remember("1", first, propose(first, context))
    again = make_message(LABELLED.replace("\n", "\n\n"), message_id="<2@destap.example.nl>")
    reading = propose(again, make_context(known))
    assert (reading.kind, reading.refers_to, reading.drafts) == (Kind.DUPLICATE, "1", ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tot wanneer kunnen wij een activiteit doorgeven?", Kind.QUESTION),
        ("Wij overwegen op 2 juni iets te doen. Kan dat nog?", Kind.QUESTION),
        ("Uw site staat niet op de eerste pagina! 70% korting, wij garanderen top 3.", Kind.SPAM),
        (
            "U heeft een beveiligd bericht. Lees het bericht: https://v.example.com/x",
            Kind.UNREADABLE,
        ),
        ("", Kind.UNREADABLE),
        ("Hoi! De aftermovie staat online: https://youtu.be/abc", Kind.MATERIAL),
        ("Hierbij melden we onze open dag op 3 juni aan.", Kind.SUBMISSION),
    ],
)
def test_kinds_by_their_words(text: str, kind: Kind) -> None:
    assert read(text).kind == kind


def test_the_subject_alone_can_tell_everything() -> None:
    facts = read_one("", subject="Actieweek: inloopspreekuur verzuim, wo 2 juni 15-17u, Roermond")
    assert facts.title == "Inloopspreekuur verzuim"
    assert (facts.first_day, facts.start_time) == (date(2027, 6, 2), time(15))
    assert facts.municipality == "GM0957"


def test_what_contradicts_itself_is_told_and_left_out() -> None:
    reading = read("Titel: Test\nDatum: 2 juni 2027\nBegintijd: 15.00\nEindtijd: 15.00")
    assert reading.drafts[0].facts.end_time is None
    assert any("klopt niet" in problem for problem in reading.problems)


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


def test_headings_above_groups_of_labels_are_names() -> None:
    drafts = read(
        "1. Koffiecafé voor ouders\nDatum: maandag 31 mei\nLocatie: Het Klokhuis, Amersfoort\n\n"
        "2. Inspiratiesessie voor scholen\nDatum: donderdag 3 juni\nLocatie: Het Eemhuis, "
        "Amersfoort\n\nAanmelden voor beide: www.swveem.example.nl/aanmelden\n"
    ).drafts
    assert [draft.facts.title for draft in drafts] == [
        "Koffiecafé voor ouders",
        "Inspiratiesessie voor scholen",
    ]
    assert {draft.facts.registration_url for draft in drafts} == {
        "https://www.swveem.example.nl/aanmelden"
    }


def test_sessions_of_one_thing_are_an_activity_each() -> None:
    drafts = read(
        'Op 1, 2 en 3 juni is telkens om 20.00 uur de voorstelling "Bankhanger" te zien.'
    ).drafts
    assert [draft.facts.first_day.day for draft in drafts] == [1, 2, 3]


def test_days_that_follow_one_another_are_one_activity() -> None:
    facts = read_one("Titel: Training\nDatum: 2 en 3 juni 2027\nTijd: 09:30 - 16:30 uur")
    assert (facts.first_day, facts.last_day) == (date(2027, 6, 2), date(2027, 6, 3))


def test_a_mail_in_english_or_frisian_is_read_as_well() -> None:
    english = read_one(
        "Dear editors,\n\nOur open house is on Wednesday 2 June 2027 from 14:00 to 16:00, for "
        "parents."
    )
    frisian = read_one(
        "Woansdei 2 juny hâlde wy in kofjemoarn foar âlders, fan 9.30 oant 11.30 oere."
    )
    assert (english.first_day, english.end_time) == (date(2027, 6, 2), time(16))
    assert (frisian.first_day, frisian.end_time) == (date(2027, 6, 2), time(11, 30))
    assert english.audiences == frisian.audiences == ("ouders",)
