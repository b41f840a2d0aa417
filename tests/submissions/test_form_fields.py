"""The fields of the form: what is asked again, and what is understood as people type it."""

from datetime import date, time

import pytest

from agenda.models import Audience
from mail.models import OutgoingMail
from tests.submissions.forms import (
    facts_sent,
    refused,
    sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


@pytest.mark.parametrize(
    ("field", "target", "message"),
    [
        ("title", "id_title", "Geef je activiteit een titel."),
        ("kind", "id_kind_0", "Kies wat voor activiteit het is."),
        ("contact_name", "id_contact_name", "Vul je naam in."),
        ("contact_email", "id_contact_email", "Vul je e-mailadres in."),
    ],
)
def test_what_is_needed_is_asked(client, field, target, message):
    page = refused(client, target, message, **{field: ""})
    assert f'{target.removesuffix("_0")}_error"' in page.split("aria-describedby=", 1)[1]
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(
    ("changes", "target", "message"),
    [
        (
            {"first_day": "2027-06-04", "last_day": "2027-06-03"},
            "id_last_day",
            "voor de eerste dag",
        ),
        ({"first_day": "2009-12-31"}, "id_first_day", "tussen 2010 en 2099"),
        ({"first_day": "2100-01-01"}, "id_first_day", "tussen 2010 en 2099"),
        ({"first_day": "29-2-2027"}, "id_first_day", "29 februari 2027 bestaat niet"),
        ({"first_day": "2027-02-29"}, "id_first_day", "29 februari 2027 bestaat niet"),
        ({"first_day": "2027-13-01"}, "id_first_day", "geen maand 13"),
        ({"first_day": "ergens in juni"}, "id_first_day", "Vul een datum in zoals"),
        ({"last_day": "2027-06-03"}, "id_first_day", "Vul ook de eerste dag in"),
        ({"start_time": "15:00", "end_time": "13:00"}, "id_end_time", "niet na de begintijd"),
        ({"end_time": "13:00"}, "id_start_time", "Vul ook de begintijd in"),
        ({"start_time": "25:00"}, "id_start_time", "Vul een tijd in zoals"),
        ({"all_day": "on", "start_time": "9:00"}, "id_all_day", "Niet allebei"),
        (
            {"first_day": "2027-06-03", "registration_closes": "2027-06-04"},
            "id_registration_closes",
            "Dit is na de activiteit",
        ),
        ({"title": "a" * 151}, "id_title", "er passen 150 tekens, het zijn er nu 151"),
        ({"text": "a" * 10_001}, "id_text", "er passen 10000 tekens"),
        ({"title": "\u200b\ufeff"}, "id_title", "Geef je activiteit een titel."),
        ({"title": "\u00ad\u200d"}, "id_title", "Geef je activiteit een titel."),
        ({"title": "\u3164 \u2800"}, "id_title", "Geef je activiteit een titel."),
        ({"first_day": "2072-06-03"}, "id_first_day", "over meer dan twee jaar"),
        (
            {"first_day": "2027-06-03", "last_day": "2028-06-05"},
            "id_last_day",
            "langer dan een jaar",
        ),
        ({"title": "Een\0twee"}, "id_title", "een teken in dat niet kan"),
        ({"text": "Een\0twee"}, "id_text", "een teken in dat niet kan"),
        ({"contact_email": "sam"}, "id_contact_email", "Vul een e-mailadres in zoals"),
        ({"contact_email": "a@b.nl\nBcc: c@d.nl"}, "id_contact_email", "Vul een e-mailadres in"),
        ({"contact_phone": "bel me maar"}, "id_contact_phone", "Vul een telefoonnummer in"),
        ({"contact_public": ["phone"]}, "id_contact_phone", "haal het vinkje eronder weg"),
        ({"contact_public": ["bsn"]}, "id_contact_public_0", "Kies uit de lijst."),
        ({"postcode": "12 AB"}, "id_postcode", "Vul een postcode in zoals"),
        ({"website": "javascript:alert(1)"}, "id_website", "Vul een webadres in"),
        ({"website": "data:text/html,x"}, "id_website", "Vul een webadres in"),
        ({"online_url": "ftp://a.nl"}, "id_online_url", "Vul een webadres in"),
        ({"registration_url": "http://"}, "id_registration_url", "Vul een webadres in"),
        ({"kind": "feest"}, "id_kind_0", "Kies een soort uit de lijst."),
        ({"audiences": ["niemand"]}, "id_audiences_0", "Kies uit de lijst."),
        ({"attendance": "thuis"}, "id_attendance_0", "Kies uit de lijst."),
        ({"region": "rmc-999"}, "id_region", "Kies een regio uit de lijst."),
        ({"link-1-url": "javascript:x"}, "id_link-1-url", "Vul een webadres in"),
        ({"link-1-description": "Film"}, "id_link-1-url", "Vul ook de link in."),
        ({"confirm_url": "http://spam"}, "id_confirm_url", "Dit veld moet leeg blijven"),
    ],
)
def test_bad_input_is_told_at_its_place_and_kept(client, changes, target, message):
    Audience.objects.create(slug="ouders", name="Ouders")
    page = refused(client, target, message, **changes)
    assert "Open dag op de tuinschool" in page or "title" in changes


def test_header_injection_becomes_one_line(client):
    submission, _ = sent(client, title="Feest\r\nBcc: a@b.nl", contact_name="Sam\r\nX: y")
    assert submission.subject == "Feest Bcc: a@b.nl"
    assert submission.sender_name == "Sam X: y"
    assert "\n" not in OutgoingMail.objects.get().subject


def test_emoji_stay_and_turned_text_is_put_straight(client):
    facts = facts_sent(
        client,
        title="Zon 🌻 en 👨‍👩‍👧",
        venue="\u202egnp.exe\u2066 hier",
        text="Lees \u202egnp.exe\u202c\n\u200fمرحبا",
    )
    assert facts.title == "Zon 🌻 en 👨‍👩‍👧"
    assert facts.venue == "gnp.exe hier"
    assert facts.text == "Lees gnp.exe\n\u200fمرحبا"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2028-02-29", date(2028, 2, 29)),
        ("4-6-2027", date(2027, 6, 4)),
        ("4/6/2027", date(2027, 6, 4)),
        ("vrijdag 4 juni 2027", date(2027, 6, 4)),
        ("4 JUN 2027", date(2027, 6, 4)),
    ],
)
def test_days_as_people_type_them(client, typed, day):
    assert facts_sent(client, first_day=typed).first_day == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [("9", time(9)), ("13.30", time(13, 30)), ("13:30:00", time(13, 30)), ("9.05 uur", time(9, 5))],
)
def test_times_as_people_type_them(client, typed, moment):
    assert facts_sent(client, start_time=typed).start_time == moment


def test_day_that_a_picker_cannot_show_stays_as_typed(client):
    page = refused(client, "id_first_day", "bestaat niet", first_day="29-2-2027")
    assert 'value="29-2-2027"' in page
    assert '<input type="date" name="first_day"' not in page


def test_whole_day(client):
    assert facts_sent(client, first_day="2027-06-02", all_day="on").all_day is True


def test_day_not_known_yet(client):
    facts = facts_sent(client)
    assert facts.first_day is None
    assert facts.when.describe() == "datum volgt"
