"""Open a coming edition for submissions."""

import argparse
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from agenda.models import Edition
from agenda.opening import CannotOpen, Week, next_week, open_edition, usual_week
from agenda.when import EARLIEST, LATEST, describe_day


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is geen dag; schrijf 2027-05-31") from error


class Command(BaseCommand):
    help = (
        "Maak een editie aan die openstaat voor aanmeldingen, met de partners van de vorige. "
        "Zonder jaar: de eerstvolgende. Zonder dagen: maandag tot en met vrijdag rond de eerste "
        "woensdag van juni. Nog een keer met dezelfde dagen verandert niets."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", nargs="?", type=int, metavar="JAAR")
        parser.add_argument("--first", type=a_day, metavar="DAG", help="eerste dag: 2027-05-31")
        parser.add_argument("--last", type=a_day, metavar="DAG", help="laatste dag: 2027-06-04")

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        week = self.week(options["year"], options["first"], options["last"], today)
        try:
            edition, changed = open_edition(week, today)
        except CannotOpen as error:
            raise CommandError(str(error)) from error
        self.report(edition, changed=changed)

    def week(self, year: int | None, first: date | None, last: date | None, today: date) -> Week:
        if bool(first) != bool(last):
            raise CommandError("Geef --first en --last allebei, of geen van beide.")
        if first and last:
            if year not in (None, first.year):
                raise CommandError(f"De eerste dag ligt niet in {year}.")
            return Week(first, last)
        if year is None:
            return next_week(today)
        if not EARLIEST.year <= year <= LATEST.year:
            raise CommandError(f"Kies een jaar tussen {EARLIEST.year} en {LATEST.year}.")
        existing = Edition.objects.filter(year=year).first()
        return Week(existing.first, existing.last) if existing else usual_week(year)

    def report(self, edition: Edition, *, changed: bool) -> None:
        days = edition.when.describe_days()
        if edition.submissions_from and edition.submissions_until:
            window = (
                f"aanmelden van {describe_day(edition.submissions_from)} "
                f"t/m {describe_day(edition.submissions_until)}"
            )
        else:
            window = "niet open voor aanmeldingen"
        start = "Geopend" if changed else "Was er al"
        self.stdout.write(f"{start}: {edition}, {days}; {window}.")
