"""The form: what it takes, what it asks again, and what it refuses."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from agenda.models import Activity, Audience, Edition, Municipality, MunicipalityAlias
from mail.models import OutgoingMail
from submissions.files import read
from submissions.models import Attachment, Proposal, Submission, Upload
from submissions.views import guard
from tests.factories import make_edition, make_kind, make_partner
from tests.submissions.forms import (
    URL,
    filled,
    make_places,
    open_edition,
    pdf,
    photo,
    send,
    sent,
    ticket,
    ticket_on,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def edition() -> Edition:
    cache.clear()
    return open_edition()


def facts_sent(client, **changes):
    submission, _ = sent(client, **changes)
    return submission.proposals.get().facts


def refused(client, at: str, message: str, **changes) -> str:
    """The form comes back with the message in the summary and at the field; nothing is stored."""
    response = send(client, **changes)
    page = response.content.decode()
    assert response.status_code == 422, page
    assert "<title>Fout: " in page
    assert f'href="#{at}"' in page
    assert page.count(message) >= 2, page
    assert not Submission.objects.exists()
    return page


def test_form_asks_without_setting_a_cookie(client):
    response = client.get(URL)
    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-cache"


def test_little_is_needed(client):
    submission, own = sent(client)
    assert submission.proposals.get().facts.title == "Open dag op de tuinschool"
    assert submission.sender_name == "Sam de Boer"
    assert not Activity.objects.exists()
    page = client.get(f"{own}gelukt/").content.decode()
    assert "Gelukt" in page
    assert submission.reference in page
    assert "sam@voorbeeld.nl" in page


def test_everything_can_be_told(client, edition):
    make_places()
    partner = make_partner()
    facts = facts_sent(
        client,
        summary="Kom kijken",
        text="Eerste regel\r\n\r\nTweede",
        first_day=f"{edition.year}-06-02",
        last_day=f"{edition.year}-06-03",
        start_time="13:30",
        end_time="15:00",
        attendance="hybride",
        venue="De Tuin",
        address="Laan 1",
        postcode="1234ab",
        place="utrecht",
        organiser="Stichting Tuin",
        partners=[partner.slug],
        website="www.voorbeeld.nl",
        online_url="https://voorbeeld.nl/live",
        registration_url="https://voorbeeld.nl/op",
        registration_closes=f"{edition.year}-06-01",
        costs="gratis",
        contact_phone="06 12345678",
        contact_public=["email"],
    )
    assert facts.text == "Eerste regel\n\nTweede"
    assert (facts.first_day, facts.last_day) == (
        date(edition.year, 6, 2),
        date(edition.year, 6, 3),
    )
    assert (facts.start_time, facts.end_time, facts.all_day) == (time(13, 30), time(15), False)
    assert (facts.postcode, facts.town, facts.municipality) == ("1234 AB", "utrecht", "GM0344")
    assert facts.website == "https://www.voorbeeld.nl"
    assert facts.partners == (partner.slug,)
    assert facts.contact_public == ("email",)


def test_acknowledgement_carries_the_secret_link(client):
    _, own = sent(client)
    mail = OutgoingMail.objects.get()
    assert mail.to_address == "sam@voorbeeld.nl"
    assert own in mail.text


def test_sent_twice_is_one_item_and_the_same_page(client):
    values = filled(ticket=ticket(client))
    first, second = client.post(URL, values), client.post(URL, values)
    assert Submission.objects.count() == OutgoingMail.objects.count() == 1
    assert second["Location"].startswith(first["Location"])
    assert "We hadden deze aanmelding al" in client.get(second["Location"]).content.decode()


def test_form_that_stood_open_too_long_asks_once_more_and_keeps_all(client):
    with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
        old = ticket(client)
    response = client.post(URL, filled(ticket=old))
    page = response.content.decode()
    assert response.status_code == 422
    assert "stond lang open" in page
    assert "Open dag op de tuinschool" in page
    assert client.post(URL, filled(ticket=ticket_on(page))).status_code == 302


@pytest.mark.parametrize("value", ["", "nonsense", "a:b:c"])
def test_form_without_our_ticket_is_not_taken(client, value):
    assert client.post(URL, filled(ticket=value)).status_code == 422
    assert not Submission.objects.exists()


def test_ticket_of_another_form_is_not_taken(client):
    other = guard.Ticket.new("withdraw-ABC").value
    assert client.post(URL, filled(ticket=other)).status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elders.nl"},
        {"Origin": "null"},
    ],
)
def test_form_from_another_site_is_refused_in_dutch(client, headers):
    response = client.post(URL, filled(ticket=ticket(client)), headers=headers)
    assert response.status_code == 403
    assert "kwam van een andere website" in response.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "http://testserver"}],
)
def test_form_from_this_site_is_taken(client, headers):
    assert client.post(URL, filled(ticket=ticket(client)), headers=headers).status_code == 302


def test_works_with_django_checking_csrf(client):
    client.handler.enforce_csrf_checks = True
    assert send(client).status_code == 302


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
    facts = facts_sent(client, title="Zon 🌻 en 👨‍👩‍👧", venue="\u202egnp.exe\u2066 hier")
    assert facts.title == "Zon 🌻 en 👨‍👩‍👧"
    assert facts.venue == "gnp.exe hier"


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


def test_village_leads_to_its_municipality(client):
    make_places()
    overbetuwe = Municipality.objects.get(name="Overbetuwe")
    MunicipalityAlias.objects.create(name="Elst", municipality=overbetuwe)
    facts = facts_sent(client, place="elst")
    assert (facts.town, facts.municipality) == ("elst", overbetuwe.code)


def test_village_with_its_municipality_typed_behind(client):
    make_places()
    facts = facts_sent(client, place="Nergenshuizen, Overbetuwe")
    assert facts.town == "Nergenshuizen"
    assert facts.municipality


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Bergen", "Typ: Bergen (L.) of Bergen (NH.)."),
        ("Nergenshuizen", "We weten niet in welke gemeente"),
        ("Elst, Nergens", "We kennen geen gemeente"),
        ("Noord-Holland", "is een provincie"),
    ],
)
def test_place_that_is_unclear_is_asked(client, typed, message):
    make_places()
    refused(client, "id_place", message, place=typed)


def test_region_instead_of_a_place(client):
    make_places()
    assert facts_sent(client, region="province-noord-holland").province == "noord-holland"


def test_region_that_does_not_hold_the_place_is_asked(client):
    make_places()
    refused(
        client, "id_region", "ligt in de regio", place="Utrecht", region="province-noord-holland"
    )


def test_day_outside_the_week_is_taken_with_a_note(client, edition):
    _, own = sent(client, first_day=f"{edition.year}-06-20")
    assert "buiten de actieweek" in client.get(f"{own}gelukt/").content.decode()


def test_day_near_another_edition_goes_there(client):
    old = make_edition(year=2019)
    submission, _ = sent(client, first_day="2019-06-04")
    assert submission.edition == old


def test_no_edition_open(client, edition):
    edition.submissions_from = edition.submissions_until = None
    edition.save()
    page = client.get(URL)
    assert page.status_code == 200
    assert "mailto:" in page.content.decode()
    assert client.post(URL, filled()).status_code == 409


def test_flood_is_told_and_loses_nothing(client, monkeypatch):
    monkeypatch.setattr(guard, "FLOOD_LIMIT", 2)
    for _ in range(2):
        assert send(client).status_code == 302
    response = send(client, title="De derde")
    assert response.status_code == 429
    assert response["Retry-After"]
    assert "De derde" in response.content.decode()
    assert Submission.objects.count() == 2


# Files


def test_photo_is_kept_and_asked_about_before_it_is_sent(client):
    make_kind()
    response = send(client, photos=photo(), text="Dit moet blijven staan")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Dit moet blijven staan" in page
    assert "foto.jpg" in page
    upload = Upload.objects.get()
    assert f'href="#id_upload-{upload.pk}-consent_0"' in page

    answers = {
        f"upload-{upload.pk}-description": "De tuin",
        f"upload-{upload.pk}-credit": "Sam",
        f"upload-{upload.pk}-consent": "nobody",
    }
    assert client.post(URL, filled(ticket=ticket_on(page), **answers)).status_code == 302
    attachment = Attachment.objects.get()
    assert (attachment.name, attachment.description, attachment.credit) == (
        "foto.jpg",
        "De tuin",
        "Sam",
    )
    assert attachment.consent == "nobody"
    assert read(attachment.file.name).startswith(b"\xff\xd8")
    assert not Upload.objects.exists()


def test_document_and_links_go_along_at_once(client):
    submission, _ = sent(
        client,
        **{
            "documents": pdf(),
            "links": "2",
            "link-1-url": "https://youtu.be/abc",
            "link-1-description": "Film",
            "link-2-url": "voorbeeld.nl/verslag",
        },
    )
    told = list(submission.attachments.values_list("kind", "name", "url", "description"))
    assert told == [
        ("document", "verslag.pdf", "", ""),
        ("video", "", "https://youtu.be/abc", "Film"),
        ("link", "", "https://voorbeeld.nl/verslag", ""),
    ]


def test_adding_files_judges_nothing_and_loses_nothing(client):
    values = {"ticket": ticket(client), "title": "", "text": "Al getypt", "action": "upload"}
    response = client.post(URL, {**values, "photos": [photo(), photo("twee.jpg", colour="blue")]})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Al getypt" in page
    assert "invalid-feedback" not in page
    assert Upload.objects.count() == 2


def test_file_can_be_removed_again(client):
    values = filled(ticket=ticket(client), action="upload", documents=pdf())
    client.post(URL, values)
    upload = Upload.objects.get()
    again = filled(ticket=values["ticket"], action=f"remove-{upload.pk}")
    assert "verslag.pdf" not in client.post(URL, again).content.decode()
    assert not Upload.objects.exists()


def test_files_of_another_form_cannot_be_removed(client):
    client.post(URL, filled(ticket=ticket(client), action="upload", documents=pdf()))
    upload = Upload.objects.get()
    client.post(URL, filled(ticket=ticket(client), action=f"remove-{upload.pk}"))
    assert Upload.objects.exists()


def test_more_links_can_be_asked_for(client):
    page = client.post(URL, filled(ticket=ticket(client), action="more-links", links="1"))
    assert 'name="link-2-url"' in page.content.decode()


def test_bad_file_is_told_and_the_good_one_is_kept(client):
    response = send(client, documents=[pdf(), pdf("virus.exe")])
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("virus.exe") == 2
    assert Upload.objects.get().name == "verslag.pdf"
    assert not Submission.objects.exists()


def test_thirty_files_are_twenty_and_a_message(client):
    files = [pdf(f"{number}.pdf", str(number)) for number in range(30)]
    page = refused(client, "id_photos", "je kunt 20 bestanden sturen", documents=files)
    assert Upload.objects.count() == 20
    assert "29.pdf" in page


def test_more_files_than_can_be_read_gets_a_page_that_helps(client):
    files = [pdf(f"{number}.pdf", str(number)) for number in range(41)]
    response = send(client, documents=files)
    assert response.status_code == 413
    assert "hoogstens 20 bestanden" in response.content.decode()


def test_far_too_much_text_gets_a_page_that_helps(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5000
    response = send(client, text="a" * 6000)
    assert response.status_code == 413
    assert "te veel tekst" in response.content.decode()


def test_far_too_large_request_is_refused_unread(client, monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_REQUEST", 1000)
    response = send(client, documents=pdf(text="x" * 2000))
    assert response.status_code == 413
    assert "60 MB" in response.content.decode()


def test_form_that_cannot_be_read_gets_a_page_that_helps(client):
    response = client.post(URL, b"nonsense", content_type="multipart/form-data; boundary=")
    assert response.status_code == 400
    assert "kwam niet goed aan" in response.content.decode()


def test_nothing_half_is_stored(client):
    send(client, title="", documents=pdf(), first_day="morgen")
    assert not Submission.objects.exists()
    assert not Proposal.objects.exists()
    assert not Attachment.objects.exists()
    assert not OutgoingMail.objects.exists()
