"""Fill an empty database with the programme's own data."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from agenda import stored_events
from agenda.models import Activity, Kind, PublicRevision

FIXTURES = (
    "vocabulary",
    "regions",
    "municipalities",
    "places",
    "editions",
    "partners",
    "activities",
    "materials",
)


class Command(BaseCommand):
    help = (
        "Laad soorten, doelgroepen, regio's, plaatsen en de edities 2017 tot en met 2019. "
        "Doet niets als dat al eens gebeurd is: wat redacteuren daarna wijzigden, blijft staan."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        # All files come in one transaction, so one table tells of all. Editions do not: the next
        # edition may have been opened before.
        if Kind.objects.exists():
            self.stdout.write("Het programma is al geladen.")
            return
        with transaction.atomic():
            call_command("loaddata", *FIXTURES, verbosity=0)
            _derive_keys()
            stored_events.refresh()
            PublicRevision.bump()
        self.stdout.write("Het programma is geladen.")


def _derive_keys() -> None:
    """The files hold no keys for finding doubles, and loading them saves past the model."""
    activities = list(Activity.objects.select_related("municipality__province", "region"))
    for activity in activities:
        activity.derive()
    Activity.objects.bulk_update(activities, ["title_key", "organiser_key", "place_key"])
