"""Invented programmes: the same seed gives the same, and they keep every rule."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agenda.models import Activity, Attendance, Audience, Partnership, PublicRevision, Role, Status
from tests.factories import make_edition, make_kind, make_municipality, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vocabulary() -> None:
    for slug in ("webinar", "open-dag", "iets-nieuws"):
        make_kind(slug)
    Audience.objects.create(slug="ouders", name="Ouders")
    make_municipality("Utrecht")
    partner = make_partner()
    Partnership.objects.create(partner=partner, edition=make_edition(), role=Role.ORGANISER)


def run(count: int = 200, *, year: int = 2019, seed: int = 7) -> str:
    out = StringIO()
    call_command("generate_programme", edition=year, activities=count, seed=seed, stdout=out)
    return out.getvalue()


def content() -> list[dict[str, object]]:
    rows = Activity.objects.order_by("public_id").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def test_same_seed_gives_the_same_activities() -> None:
    run()
    first = content()
    Activity.objects.all().delete()
    run()
    assert content() == first
    assert len(first) == 200


def test_again_adds_only_what_is_missing() -> None:
    run(150)
    assert "0 activiteiten toegevoegd" in run(150)
    assert "50 activiteiten toegevoegd" in run(200)
    assert Activity.objects.count() == 200


def test_another_seed_adds_others() -> None:
    run(20, seed=1)
    run(20, seed=2)
    assert Activity.objects.count() == 40


def test_saving_a_generated_activity_changes_nothing() -> None:
    run()
    before = content()
    for activity in Activity.objects.all():
        activity.full_clean()
        activity.save()
    assert content() == before


def test_the_programme_has_all_that_pages_must_cope_with() -> None:
    run(400)
    edition = make_edition()
    activities = Activity.objects.all()
    assert activities.filter(first_day=None).exists()
    assert activities.filter(first_day__lt=edition.first).exists()
    assert activities.filter(first_day__gt=edition.last).exists()
    assert [a for a in activities if a.when.is_several_days and a.when.is_dated]
    assert activities.filter(all_day=True).exists()
    assert activities.filter(first_day__isnull=False, start_time=None, all_day=None).exists()
    assert activities.filter(start_time__isnull=False, end_time=None).exists()
    assert activities.filter(status=Status.CANCELLED).exists()
    assert set(activities.values_list("attendance", flat=True)) == {*Attendance.values, ""}
    assert activities.filter(audiences=None).exists()
    assert activities.filter(partners__isnull=False).exists()
    assert activities.filter(municipality=None).exists()


def test_generating_moves_the_public_revision_once() -> None:
    number, _ = PublicRevision.current()
    run(10)
    assert PublicRevision.current()[0] == number + 1
    run(10)
    assert PublicRevision.current()[0] == number + 1


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(CommandError, match="geen editie van 2031"):
        run(year=2031)
