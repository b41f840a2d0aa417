"""Opening an edition: when the next week is, and what it starts with."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from agenda.models import Edition, Partnership, PublicRevision
from agenda.when import EARLIEST, LATEST

WEDNESDAY = 2


class CannotOpen(ValueError):
    """The edition cannot be opened like that; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Week:
    """First and last day of an edition; the first tells its year."""

    first: date
    last: date


def usual_week(year: int) -> Week:
    """Monday to Friday around the first Wednesday of June."""
    first_of_june = date(year, 6, 1)
    wednesday = first_of_june + timedelta((WEDNESDAY - first_of_june.weekday()) % 7)
    return Week(wednesday - timedelta(2), wednesday + timedelta(2))


def next_week(today: date) -> Week:
    """The days of the coming edition: as they are, or the usual ones of the first year without."""
    coming = Edition.objects.coming(today)
    if coming:
        return Week(coming.first, coming.last)
    years = set(Edition.objects.values_list("year", flat=True))
    year = today.year
    while year in years or usual_week(year).last < today:
        year += 1
    return usual_week(year)


@transaction.atomic
def open_edition(week: Week, today: date) -> tuple[Edition, bool]:
    """The edition on these days, open from today; with it whether anything had to change.

    A new one takes over the partners and roles of the last one before it. Raises `CannotOpen` when
    the days are impossible, or when that year's edition has activities on other days already.
    """
    _check(week)
    edition = Edition.objects.filter(year=week.first.year).first()
    if edition and Week(edition.first, edition.last) == week:
        if edition.submissions_from or edition.is_over(today):
            return edition, False
    elif week.last < today:
        raise CannotOpen("Die week is al voorbij.")
    elif edition and edition.activities.exists():
        raise CannotOpen(
            f"De editie van {edition.year} heeft al activiteiten en is op andere dagen: "
            f"{edition.when.describe_days()}."
        )
    return _set_up(edition or Edition(year=week.first.year), week, today), True


def _check(week: Week) -> None:
    if week.last < week.first:
        raise CannotOpen("De laatste dag ligt voor de eerste dag.")
    if not EARLIEST <= week.first <= week.last <= LATEST:
        raise CannotOpen(f"Kies dagen tussen {EARLIEST.year} en {LATEST.year}.")


def _set_up(edition: Edition, week: Week, today: date) -> Edition:
    edition.first, edition.last = week.first, week.last
    edition.submissions_from = min(edition.submissions_from or today, week.last)
    edition.submissions_until = week.last
    edition.save()
    if not edition.partnerships.exists():
        _take_over_partners(edition)
    PublicRevision.bump()
    return edition


def _take_over_partners(edition: Edition) -> None:
    earlier = Edition.objects.filter(first__lt=edition.first, partnerships__isnull=False)
    last = earlier.order_by("-first").first()
    if last:
        Partnership.objects.bulk_create(
            Partnership(edition=edition, partner_id=row.partner_id, role=row.role)
            for row in last.partnerships.all()
        )
