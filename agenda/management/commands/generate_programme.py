"""Fill an edition with invented activities, to measure and to try things with."""

from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from agenda import stored_events
from agenda.management.samples import Sample, Sampler
from agenda.models import Activity, Edition, PublicRevision

BATCH = 500


class Command(BaseCommand):
    help = (
        "Vul een editie met verzonnen activiteiten. Dezelfde seed geeft dezelfde activiteiten; "
        "nog een keer met dezelfde seed voegt alleen toe wat er nog niet is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--edition", type=int, required=True, metavar="JAAR")
        parser.add_argument("--activities", type=int, required=True, metavar="AANTAL")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        edition = Edition.objects.filter(year=options["edition"]).first()
        if edition is None:
            raise CommandError(f"Er is geen editie van {options['edition']}.")
        if options["activities"] < 1:
            raise CommandError("Vraag om minstens één activiteit.")
        sampler = Sampler(edition, options["seed"])
        if not (sampler.kinds and sampler.municipalities):
            raise CommandError("Laad eerst het programma: manage.py load_programme")
        added = self.add(sampler, options["activities"])
        self.stdout.write(
            f"{added} activiteiten toegevoegd aan {edition} (seed {sampler.seed}); "
            f"{options['activities'] - added} waren er al."
        )

    @transaction.atomic
    def add(self, sampler: Sampler, count: int) -> int:
        known = set(sampler.edition.activities.values_list("public_id", flat=True))
        missing = [n for n in range(1, count + 1) if sampler.public_id(n) not in known]
        for start in range(0, len(missing), BATCH):
            store([sampler.draw(number) for number in missing[start : start + BATCH]])
        if missing:
            PublicRevision.bump()
        return len(missing)


def store(samples: Iterable[Sample]) -> None:
    samples = list(samples)
    Activity.objects.bulk_create(sample.activity for sample in samples)
    Activity.audiences.through.objects.bulk_create(
        Activity.audiences.through(activity=sample.activity, audience=audience)
        for sample in samples
        for audience in sample.audiences
    )
    Activity.partners.through.objects.bulk_create(
        Activity.partners.through(activity=sample.activity, partner=partner)
        for sample in samples
        for partner in sample.partners
    )
    stored_events.keep([sample.activity for sample in samples])
