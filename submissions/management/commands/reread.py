"""Read stored mail once more after the readers got better; editors see the differences."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from submissions.errors import DomainError
from submissions.models import Submission
from submissions.reread import reread
from submissions.states import OPEN
from submissions.world import load_towns


class Command(BaseCommand):
    help = (
        "Lees mails die nog op de redactie wachten opnieuw. Wat nu anders wordt gelezen, staat "
        "daarna als voorstel bij de velden; wat beslist of getypt is, blijft zoals het is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("references", nargs="*", metavar="REFERENCE", help="kenmerken")
        parser.add_argument("--all", action="store_true", help="alle mails die nog wachten")

    def handle(self, *args: Any, references: list[str], **options: Any) -> None:
        if bool(references) == bool(options["all"]):
            raise CommandError("Noem kenmerken, of geef --all.")
        towns = load_towns()
        changed = 0
        for item in _items(references):
            try:
                reread(item, seen=item.version, towns=towns)
            except DomainError as error:
                self.stdout.write(f"{item.reference}: {error}")
            else:
                changed += 1
                self.stdout.write(f"{item.reference}: {_differences(item)}")
        self.stdout.write(f"{changed} inzending(en) met iets nieuws.")


def _items(references: list[str]) -> Iterator[Submission]:
    """One at a time: of what changed meanwhile the present version counts."""
    items = Submission.objects.order_by("pk")
    if references:
        codes = [code.upper() for code in references]
        known = list(items.filter(reference__in=codes).values_list("reference", "pk"))
        missing = set(codes) - {reference for reference, _ in known}
        if missing:
            raise CommandError(f"Onbekend kenmerk: {', '.join(sorted(missing))}.")
        keys = [pk for _, pk in known]
    else:
        waiting = items.filter(state__in=OPEN, message__isnull=False)
        keys = list(waiting.values_list("pk", flat=True))
    for pk in keys:
        yield items.get(pk=pk)


def _differences(item: Submission) -> str:
    found = [proposal.suggestions for proposal in item.proposals.all()]
    fields = sum(one.get("why") == "reread" for told in found for one in told.values())
    if not fields:
        return f"{len(found)} voorstel(len)"
    return f"{fields} {'veld' if fields == 1 else 'velden'} anders"
