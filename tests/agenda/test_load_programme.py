"""An empty database is filled once; what editors did since is left alone."""

from datetime import date

import pytest
from django.core.management import call_command

from agenda.models import Activity, Edition, PublicRevision


def test_loading_again_leaves_what_an_editor_changed(db: None) -> None:
    call_command("load_programme", verbosity=0)
    Edition.objects.filter(year=2019).update(theme="Samen")
    number, _ = PublicRevision.current()
    call_command("load_programme", verbosity=0)
    assert Edition.objects.get(year=2019).theme == "Samen"
    assert PublicRevision.current()[0] == number


def test_an_edition_opened_before_survives_the_load(db: None) -> None:
    Edition.objects.create(year=2027, first=date(2027, 5, 31), last=date(2027, 6, 4))
    call_command("load_programme", verbosity=0)
    assert set(Edition.objects.values_list("year", flat=True)) == {2017, 2018, 2019, 2027}


@pytest.mark.django_db
def test_what_was_loaded_can_be_found_as_a_double() -> None:
    call_command("load_programme")
    assert not Activity.objects.filter(title_key="").exists()
