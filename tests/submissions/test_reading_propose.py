from datetime import date, time

import pytest

from submissions.models import SubmissionKind as Kind
from submissions.reading.propose import propose
from submissions.remember import remember
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


def test_the_same_text_again_is_a_duplicate() -> None:
    first = make_message(LABELLED)
    context = make_context()
    known = remember("1", first, propose(first, context))
    again = make_message(LABELLED.replace("\n", "\n\n"), message_id="<2@destap.example.nl>")
    reading = propose(again, make_context(known))
    assert (reading.kind, reading.refers_to, reading.drafts) == (Kind.DUPLICATE, "1", ())


@pytest.mark.parametrize(
    "head",
    [
        "Von: {who} <info@bongerd.example.nl>\nGesendet: Montag, 19. April 2027 10:00\n"
        "An: Sanne <sanne@ede.example.nl>\nBetreff: Uitnodiging",
        "De : {who} <info@bongerd.example.nl>\nEnvoyé : lundi 19 avril 2027 10:00\n"
        "À : Sanne <sanne@ede.example.nl>\nObjet : Uitnodiging",
        "Onderwerp: \tUitnodiging\nDatum: \tMon, 19 Apr 2027 10:00:00 +0200\n"
        "Van: \t{who} <info@bongerd.example.nl>\nAntwoord-naar: \tx@bongerd.example.nl\n"
        "Aan: \tsanne@ede.example.nl",
    ],
)
def test_headers_of_other_programs_are_no_text(head: str) -> None:
    who = "Kulturhus De Bongerd"
    (draft,) = read(
        f"Deze is voor jullie.\n\n{head.format(who=who)}\n\nOp 1 juni om 15.00 uur is er een "
        "rondleiding voor leerplichtambtenaren, Kerkweg 7, Lunteren.",
        subject="FW: Uitnodiging",
    ).drafts
    assert draft.facts.organiser == who
    assert "sanne" not in draft.facts.contact_email


def test_a_sentence_that_begins_with_namens_is_no_closing() -> None:
    (draft,) = read(
        "Beste redactie,\n\nNamens de stuurgroep geef ik u een activiteit door.\n\nOp 1 juni "
        "van 9.30 tot 12.00 uur: rondetafel in het Ledelhuis, Markt 1 te Oostburg.\n\nStuurgroep"
    ).drafts
    assert draft.facts.first_day == date(2027, 6, 1)
