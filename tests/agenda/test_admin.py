"""Administration: what changes is seen at once, what is in use stays, activities are only read."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from agenda import stored_events
from agenda.models import (
    Activity,
    Edition,
    Kind,
    Partner,
    Partnership,
    Place,
    PublicRevision,
    Region,
    RegionKind,
    Role,
)
from tests.factories import (
    make_activity,
    make_edition,
    make_kind,
    make_municipality,
    make_partner,
    make_place,
    make_region,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("beheer@example.org"))
    return client


def address(model: str, action: str, *args: Any) -> str:
    return reverse(f"admin:agenda_{model}_{action}", args=args)


def inline(prefix: str, *rows: dict[str, Any], stored: int = 0) -> dict[str, Any]:
    """What the browser sends for the rows below a form."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": stored}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def edition_form(**values: Any) -> dict[str, Any]:
    form = {"year": 2027, "first": "2027-05-31", "last": "2027-06-04"} | values
    return form | inline("partnerships")


@pytest.mark.parametrize(
    "model",
    ["edition", "partner", "kind", "audience", "region", "municipality", "place", "activity"],
)
def test_lists_search_and_forms_open(administrator: Client, model: str) -> None:
    make_activity(municipality=make_municipality())
    make_place()
    make_partner()
    assert administrator.get(address(model, "changelist")).status_code == 200
    assert administrator.get(address(model, "changelist"), {"q": "utrecht"}).status_code == 200
    if model != "activity":
        assert administrator.get(address(model, "add")).status_code == 200


def test_a_stranger_sees_nothing(client: Client) -> None:
    response = client.get(address("edition", "changelist"))
    assert response.status_code == 302
    assert "login" in response.headers["Location"]


def test_an_edition_with_its_partners_is_one_change(administrator: Client) -> None:
    partner, (number, _) = make_partner(), PublicRevision.current()
    row = {"partner": partner.pk, "role": Role.ORGANISER}
    form = edition_form() | inline("partnerships", row)
    assert administrator.post(address("edition", "add"), form).status_code == 302
    assert Partnership.objects.get().edition.year == 2027
    assert PublicRevision.current()[0] == number + 1


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"year": 2028}, "De eerste dag ligt in een ander jaar."),
        ({"last": "2027-05-01"}, "De laatste dag ligt voor de eerste dag."),
        ({"first": "2027-02-29"}, "Dit is geen datum. Schrijf hem als 4-6-2027."),
        ({"year": 1027, "first": "1027-05-31"}, "Kies een dag tussen 2010 en 2099."),
        ({"submissions_from": "2027-01-01"}, "Vul beide dagen in, of geen van beide."),
        (
            {"submissions_from": "2027-03-01", "submissions_until": "2027-02-01"},
            "Deze dag ligt voor de dag ‘aanmelden vanaf’.",
        ),
    ],
)
def test_impossible_days_are_explained(
    administrator: Client, values: dict[str, Any], message: str
) -> None:
    response = administrator.post(address("edition", "add"), edition_form(**values))
    assert message in response.content.decode()
    assert "violated" not in response.content.decode()
    assert "geschonden" not in response.content.decode()
    assert not Edition.objects.exists()


def test_deleting_moves_the_public_revision(administrator: Client) -> None:
    kind, (number, _) = make_kind("los"), PublicRevision.current()
    administrator.post(address("kind", "delete", kind.pk), {"post": "yes"})
    assert not Kind.objects.exists()
    assert PublicRevision.current()[0] == number + 1


def test_deleting_a_selection_moves_the_public_revision(administrator: Client) -> None:
    kinds, (number, _) = [make_kind("los"), make_kind("vast")], PublicRevision.current()
    form = {"action": "delete_selected", "_selected_action": [k.pk for k in kinds], "post": "yes"}
    administrator.post(address("kind", "changelist"), form)
    assert not Kind.objects.exists()
    assert PublicRevision.current()[0] == number + 1


def test_reordering_in_the_list_moves_the_public_revision(administrator: Client) -> None:
    kind, (number, _) = make_kind("los"), PublicRevision.current()
    row = {"id": kind.pk, "position": 4}
    administrator.post(
        address("kind", "changelist"), inline("form", row, stored=1) | {"_save": "Opslaan"}
    )
    kind.refresh_from_db()
    assert kind.position == 4
    assert PublicRevision.current()[0] > number


@pytest.mark.parametrize("model", ["edition", "kind", "region", "municipality"])
def test_what_is_in_use_cannot_be_deleted(administrator: Client, model: str) -> None:
    activity = make_activity(municipality=make_municipality())
    used = getattr(activity, model)
    response = administrator.post(address(model, "delete", used.pk), {"post": "yes"})
    assert response.status_code == 200
    assert "vereist het verwijderen van de volgende" in response.content.decode()
    assert type(used).objects.filter(pk=used.pk).exists()


def test_what_is_in_use_cannot_be_deleted_by_selection(administrator: Client) -> None:
    used = make_activity().kind
    form = {"action": "delete_selected", "_selected_action": [used.pk], "post": "yes"}
    response = administrator.post(address("kind", "changelist"), form)
    assert response.status_code == 200
    assert Kind.objects.filter(pk=used.pk).exists()


def test_a_renamed_municipality_is_found_by_its_new_name(administrator: Client) -> None:
    municipality = make_municipality("Wijdemeren")
    elsewhere = make_region("Noord-Holland")
    activity = make_activity(municipality=municipality)
    form = {
        "code": municipality.code,
        "name": "Hilversum",
        "province": elsewhere.pk,
        "rmc_region": municipality.rmc_region_id,
    }
    form |= inline("aliases", {"municipality": municipality.pk, "name": "Loosdrecht"})
    response = administrator.post(address("municipality", "change", municipality.pk), form)
    assert response.status_code == 302
    activity.refresh_from_db()
    assert "hilversum" in activity.search_text
    assert activity.province == elsewhere
    assert municipality.aliases.get().name == "Loosdrecht"


def test_a_renamed_region_is_found_by_its_new_name(administrator: Client) -> None:
    region = make_region("Gooi", RegionKind.RMC)
    activity = make_activity(region=region)
    form = {"kind": "rmc", "code": "20", "slug": "gooi", "name": "Gooi en Vechtstreek"}
    administrator.post(address("region", "change", region.pk), form)
    activity.refresh_from_db()
    assert {"gooi", "vechtstreek"} <= set(activity.search_text.split())


@pytest.mark.parametrize("name", ["Themabijeenkomst", "Regiobijeenkomst"])
def test_a_renamed_kind_reaches_subscribers_as_a_change(administrator: Client, name: str) -> None:
    activity = make_activity(kind=make_kind(name="Regiobijeenkomst"))
    form = {"slug": activity.kind.slug, "name": name, "species": "roos", "position": 0}
    assert administrator.post(address("kind", "change", activity.kind.pk), form).status_code == 302
    now = Activity.objects.get()
    renamed = name != "Regiobijeenkomst"
    assert now.revision == activity.revision + renamed
    assert (now.modified > activity.modified) is renamed


def test_a_region_cannot_end_before_it_began(administrator: Client) -> None:
    form = {"kind": "rmc", "code": "50", "slug": "nieuw", "name": "Nieuw"}
    form |= {"since": "2021-01-01", "until": "2020-12-31"}
    response = administrator.post(address("region", "add"), form)
    assert "Deze dag ligt voor de dag" in response.content.decode()
    assert not Region.objects.filter(slug="nieuw").exists()


def test_a_place_outside_the_netherlands_is_refused(administrator: Client) -> None:
    province = make_region("Limburg")
    form = {"name": "Parijs", "province": province.pk, "latitude": "48.85", "longitude": "2.35"}
    assert administrator.post(address("place", "add"), form).status_code == 200
    assert not Place.objects.exists()


def test_partner_text_with_a_nul_byte_is_refused(administrator: Client) -> None:
    form = {"name": "Een\x00naam", "slug": "een-naam"} | inline("partnerships")
    assert administrator.post(address("partner", "add"), form).status_code == 200
    assert not Partner.objects.exists()


def test_an_activity_is_only_to_be_read(administrator: Client) -> None:
    activity = make_activity(edition=make_edition(), first_day=date(2019, 6, 4))
    page = address("activity", "change", activity.pk)
    assert administrator.get(page).status_code == 200
    assert administrator.post(page, {"title": "Anders"}).status_code == 403
    assert administrator.get(address("activity", "add")).status_code == 403
    assert administrator.post(address("activity", "delete", activity.pk)).status_code == 403
    assert Activity.objects.get().title == activity.title


def test_a_name_that_calendars_tell_is_told_anew(administrator: Client) -> None:
    kind = make_kind("webinar")
    stored_events.keep([make_activity(kind=kind)])
    form = {"slug": "webinar", "name": "Onlinecollege", "species": kind.species, "position": 0}
    assert administrator.post(address("kind", "change", kind.pk), form).status_code == 302
    assert b"Onlinecollege" in administrator.get("/2019/agenda.ics").content
