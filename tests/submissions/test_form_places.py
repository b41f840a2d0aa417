"""The place in the form: what is typed leads to a municipality, or is asked again."""

import pytest

from agenda.models import Municipality, MunicipalityAlias
from tests.submissions.forms import (
    facts_sent,
    make_places,
    refused,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


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
