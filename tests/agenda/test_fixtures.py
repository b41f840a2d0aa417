"""The programme's own data against the facts it was made from.

The sources are here only as hashes: of every run of seven words in them, and of the names of people
they mention. So the test can tell a copied sentence or a name without holding either.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from agenda.management.commands.load_programme import FIXTURES
from agenda.models import (
    Activity,
    Audience,
    Edition,
    Kind,
    Material,
    Municipality,
    MunicipalityAlias,
    Partner,
    Partnership,
    Place,
    Region,
    fold,
)

FOLDER = Path(__file__).resolve().parents[2] / "fixtures"
SHINGLES = frozenset(Path(__file__).with_name("source_shingles.txt").read_text().split())
PEOPLE = frozenset(
    {
        *("10bba4fa", "3d00b132", "43bf1670", "56431822", "5b4a5bea"),
        *("74bd3f37", "a8f44949", "ca0dc527", "d79bb8f1", "e3b7d28d"),
    }
)
SHINGLE_WORDS = 7
OWN_SENTENCES = {"summary", "text", "description", "introduction"}
ORGANISERS_OF_2017 = {
    "Gedragswerk",
    "Ieder(in)",
    "Ingrado",
    "Inspectie van het Onderwijs",
    "Landelijk Aktie Komitee Scholieren",
    "Landelijk Expertise Centrum Speciaal Onderwijs",
    "Lansbrekers",
    "MBO Raad",
    "Ministerie van Onderwijs, Cultuur en Wetenschap",
    "Ministerie van Volksgezondheid, Welzijn en Sport",
    "Nederlands Centrum Jeugdgezondheid",
    "Nederlands Jeugdinstituut",
    "Onderwijsconsulenten",
    "Ouders & Onderwijs",
    "PO-Raad",
    "Raad voor de Kinderbescherming",
    "Steunpunt Passend Onderwijs VO",
    "Vereniging van Nederlandse Gemeenten",
}
NAMED_LATER = {
    2018: {
        "Gedragswerk",
        "Ingrado",
        "Nederlands Jeugdinstituut",
        "PO-Raad",
        "Steunpunt Passend Onderwijs VO",
        "VO-raad",
        "Vereniging van Nederlandse Gemeenten",
    },
    2019: {
        "Gedragswerk",
        "Ingrado",
        "Lansbrekers",
        "Nederlands Centrum Jeugdgezondheid",
        "Nederlands Jeugdinstituut",
    },
}
DAYS = {
    "opstaan-voor-thuiszitters": date(2016, 11, 3),
    "onderwijs-zorgarrangementen": date(2017, 5, 11),
    "digitaal-boeket": date(2018, 6, 1),
    "thuiszitterstop": date(2019, 6, 3),
    "regiobijeenkomst-ede": date(2019, 6, 4),
    "reconstructing-the-classroom": date(2019, 6, 5),
    "maatwerkbijeenkomst-gooi-en-vechtstreek": date(2019, 6, 6),
    "thuiszitters-en-combinatie-middelen": date(2019, 6, 6),
    "dullaertregios": date(2019, 6, 7),
}
UNDATED = {
    "regionale-bestuurlijke-bijeenkomsten",
    "onderwijs-en-zorg-ontmoeten-elkaar",
    "dit-ben-ik",
    "digitale-ansichtkaart",
    "vervolg-gooi-en-vechtstreek",
    "pactpartners-in-gesprek-met-jongeren",
}


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Once for all tests here: it takes seconds. Each test's own changes are rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_programme", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def programme(loaded: None, db: None) -> None:
    pass


def rows(name: str) -> list[dict[str, Any]]:
    return json.loads((FOLDER / f"{name}.json").read_text())


def written() -> Iterator[tuple[str, str]]:
    """Every text of the programme with the name of its field; not the places."""
    for name in set(FIXTURES) - {"regions", "municipalities", "places"}:
        for row in rows(name):
            for field, value in row["fields"].items():
                if isinstance(value, str):
                    yield field, value


def words(text: str) -> list[str]:
    return re.findall("[a-z0-9]+", fold(text))


def digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def copied(text: str) -> list[str]:
    found = words(text)
    runs = (" ".join(found[i : i + SHINGLE_WORDS]) for i in range(len(found) - SHINGLE_WORDS + 1))
    return [run for run in runs if digest(run) in SHINGLES]


def test_every_edition_has_its_true_days(programme: None) -> None:
    assert list(Edition.objects.order_by("year").values_list("year", "first", "last")) == [
        (2017, date(2017, 5, 8), date(2017, 5, 12)),
        (2018, date(2018, 6, 1), date(2018, 6, 8)),
        (2019, date(2019, 6, 3), date(2019, 6, 7)),
    ]
    assert not Edition.objects.filter(submissions_from__isnull=False).exists()


def test_all_partners_have_the_role_that_is_told(programme: None) -> None:
    told = {("organiser", 2017, name) for name in ORGANISERS_OF_2017}
    told |= {("participant", year, name) for year, names in NAMED_LATER.items() for name in names}
    stored = Partnership.objects.values_list("role", "edition__year", "partner__name")
    assert set(stored) == told
    assert Partner.objects.count() == len(ORGANISERS_OF_2017 | NAMED_LATER[2018])


def test_every_activity_is_at_its_day_or_without_one(programme: None) -> None:
    stored = dict(Activity.objects.values_list("slug", "first_day"))
    assert stored == DAYS | dict.fromkeys(UNDATED)
    assert not Activity.objects.filter(start_time__isnull=False).exists()
    per_year = Counter(Activity.objects.values_list("edition__year", flat=True))
    assert per_year == {2017: 4, 2018: 2, 2019: 9}


def test_activities_belong_to_the_nearest_edition(programme: None) -> None:
    for activity in Activity.objects.exclude(first_day=None).select_related("edition"):
        assert Edition.objects.nearest(activity.first_day) == activity.edition


def test_places_are_those_that_are_told(programme: None) -> None:
    told = {
        activity.slug: (str(activity.municipality), str(activity.province), str(activity.region))
        for activity in Activity.objects.with_facts()
        if activity.municipality or activity.region
    }
    assert told == {
        "regiobijeenkomst-ede": ("Ede", "Gelderland", "Eem en Vallei"),
        "dullaertregios": ("Utrecht", "Utrecht", "Utrecht"),
        "maatwerkbijeenkomst-gooi-en-vechtstreek": ("None", "None", "Gooi en Vechtstreek"),
        "vervolg-gooi-en-vechtstreek": ("None", "None", "Gooi en Vechtstreek"),
    }


def test_saving_a_loaded_activity_changes_nothing(programme: None) -> None:
    before = list(Activity.objects.order_by("pk").values())
    for activity in Activity.objects.all():
        activity.save()
    again = "run python fixtures/refresh_derived.py"
    assert list(Activity.objects.order_by("pk").values()) == before, again


def test_activities_pass_the_rules_of_their_model(programme: None) -> None:
    for row in [*Activity.objects.all(), *Material.objects.all(), *Partner.objects.all()]:
        row.full_clean()


def test_what_came_of_it_hangs_at_its_activity(programme: None) -> None:
    hung = Material.objects.exclude(activity=None).order_by("activity__pk", "position")
    assert list(hung.values_list("activity__slug", "label")) == [
        ("opstaan-voor-thuiszitters", "opname"),
        ("onderwijs-zorgarrangementen", "opname"),
        ("onderwijs-zorgarrangementen", "verslag"),
        ("digitaal-boeket", "wegwijzer"),
        ("dit-ben-ik", "magazine"),
        ("thuiszitterstop", "verslag"),
        ("digitale-ansichtkaart", "ansichtkaart"),
        ("thuiszitters-en-combinatie-middelen", "verslag"),
        ("thuiszitters-en-combinatie-middelen", "presentatie"),
        ("dullaertregios", "rapport"),
        ("dullaertregios", "onderzoek"),
    ]
    assert all(row.edition == row.activity.edition for row in hung if row.activity)


def test_only_addresses_that_are_told(programme: None) -> None:
    addresses = {value for field, value in written() if value.startswith("http")}
    assert addresses == {
        "https://www.reikthuiszittersdehand.nl",
        "https://www.steunpuntpassendonderwijs-vo.nl",
        "https://www.steunpuntpassendonderwijs-vo.nl/actieweek",
    }
    assert not any(re.search(r"\w@[\w-]+\.\w", value) for _, value in written())


def test_regions_and_municipalities_are_complete(programme: None) -> None:
    assert Region.objects.provinces().count() == 12
    assert Region.objects.rmc().on(date(2019, 6, 3)).count() == 39
    assert Region.objects.rmc().on(date(2026, 11, 21)).count() == 40
    assert Municipality.objects.count() == 342
    assert MunicipalityAlias.objects.count() == 642
    gone = Region.objects.get(slug="arnhem-nijmegen")
    assert not Municipality.objects.filter(rmc_region=gone).exists()


def test_places_have_coordinates_and_lie_in_their_municipality(programme: None) -> None:
    assert Place.objects.count() == 1966
    assert Place.objects.exclude(municipality=None).count() > 600
    for place in Place.objects.exclude(municipality=None).select_related("municipality"):
        assert place.municipality
        assert place.province_id == place.municipality.province_id


def test_kinds_and_audiences(programme: None) -> None:
    assert dict(Kind.objects.values_list("slug", "species")) == {
        "regiobijeenkomst": "zonnebloem",
        "landelijke-bijeenkomst": "klaproos",
        "webinar": "korenbloem",
        "kennisdeling": "lavendel",
        "open-dag": "madelief",
        "campagne": "roos",
        "publicatie": "roos",
        "anders": "pluisje",
    }
    assert set(Audience.objects.values_list("slug", flat=True)) == {
        *("ouders", "jongeren", "onderwijs", "samenwerkingsverbanden", "gemeenten", "jgz"),
        *("jeugdhulp", "bestuurders", "professionals", "iedereen"),
    }


def test_no_two_activities_are_the_same() -> None:
    for field in ("public_id", "title", "summary", "text"):
        values = [row["fields"][field] for row in rows("activities")]
        assert len(set(values)) == len(values), field


def test_no_sentence_is_copied() -> None:
    assert SHINGLES
    assert not [run for field, text in written() if field in OWN_SENTENCES for run in copied(text)]


def test_nobody_is_named() -> None:
    assert not [word for _, text in written() for word in words(text) if digest(word) in PEOPLE]


def test_files_load_twice_without_doubles(programme: None) -> None:
    counted = [model.objects.count() for model in (Activity, Material, Place, Partnership)]
    call_command("loaddata", *FIXTURES, verbosity=0)
    assert [model.objects.count() for model in (Activity, Material, Place, Partnership)] == counted


def test_new_rows_get_numbers_of_their_own(programme: None) -> None:
    Kind.objects.create(slug="spel", name="Spel", species="pluisje")
    edition = Edition.objects.create(year=2031, first=date(2031, 6, 2), last=date(2031, 6, 6))
    Activity.objects.create(edition=edition, slug="a", title="A", kind=Kind.objects.earliest("pk"))
    connection.check_constraints()
