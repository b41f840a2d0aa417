"""Look for doubles again, for rows that were written past the services: the admin, a restore."""

from typing import Any

from django.core.management.base import BaseCommand

from agenda.models import Activity
from submissions.models import Double, Proposal
from submissions.services.doubles import watch, watch_activity


class Command(BaseCommand):
    help = "Zoekt opnieuw wat dubbel lijkt. Wat een redacteur uit elkaar hield, blijft zo."

    def handle(self, *args: Any, **options: Any) -> None:
        for proposal in Proposal.objects.pending().select_related("submission__edition"):
            proposal.save(update_fields=[])  # its derived columns
            watch(proposal)
        for activity in Activity.objects.public().select_related("edition"):
            watch_activity(activity)
        amount = Double.objects.open().count()
        self.stdout.write(f"{amount} {'paar lijkt' if amount == 1 else 'paren lijken'} dubbel.")
