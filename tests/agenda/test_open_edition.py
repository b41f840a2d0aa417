"""A coming edition opens once, with the partners of the last one."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from agenda.models import Edition, Partnership, PublicRevision, Role
from agenda.opening import Week, next_week, usual_week
from tests.factories import make_activity, make_edition, make_partner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2026")]


@pytest.fixture
def in_november_2026() -> Any:
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        yield


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("open_edition", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2026, date(2026, 6, 1), date(2026, 6, 5)),
        (2027, date(2027, 5, 31), date(2027, 6, 4)),
        (2022, date(2022, 5, 30), date(2022, 6, 3)),
        (2028, date(2028, 6, 5), date(2028, 6, 9)),
    ],
)
def test_usual_week_lies_around_the_first_wednesday_of_june(
    year: int, first: date, last: date
) -> None:
    assert usual_week(year) == Week(first, last)


def test_without_arguments_it_opens_the_next_one() -> None:
    run()
    edition = Edition.objects.get()
    assert (edition.year, edition.first, edition.last) == (
        *(2027, date(2027, 5, 31)),
        date(2027, 6, 4),
    )
    assert (edition.submissions_from, edition.submissions_until) == (
        date(2026, 11, 21),
        date(2027, 6, 4),
    )


def test_the_week_itself_is_still_the_next_one() -> None:
    assert next_week(date(2027, 6, 4)).first.year == 2027
    assert next_week(date(2027, 6, 5)).first.year == 2028


def test_without_arguments_it_keeps_the_days_an_editor_chose() -> None:
    make_edition(
        year=2027,
        first=date(2027, 3, 1),
        last=date(2027, 3, 5),
        submissions_from=date(2026, 10, 1),
        submissions_until=date(2027, 2, 1),
    )
    assert "Was er al" in run()
    assert Edition.objects.get().submissions_until == date(2027, 2, 1)


def test_after_an_early_week_the_next_one_is_a_year_later() -> None:
    make_edition(year=2026, first=date(2026, 3, 2), last=date(2026, 3, 6))
    assert next_week(date(2026, 4, 1)) == usual_week(2027)


def test_partners_of_the_last_edition_come_along_with_their_roles() -> None:
    older, last = make_edition(year=2018), make_edition(year=2019)
    left, stayed = make_partner(name="Weg"), make_partner(name="Gebleven")
    Partnership.objects.create(partner=left, edition=older, role=Role.ORGANISER)
    Partnership.objects.create(partner=stayed, edition=last, role=Role.PARTICIPANT)
    make_edition(year=2020)
    run("2027")
    edition = Edition.objects.get(year=2027)
    assert list(edition.partnerships.values_list("partner__name", "role")) == [
        ("Gebleven", "participant")
    ]


def test_again_with_the_same_days_changes_nothing() -> None:
    days = ("2027", "--first", "2027-05-31", "--last", "2027-06-04")
    run(*days)
    before = (Edition.objects.values().get(), PublicRevision.current())
    with time_machine.travel("2026-12-24"):
        assert "Was er al" in run(*days)
    assert (Edition.objects.values().get(), PublicRevision.current()) == before


def test_partners_taken_away_do_not_come_back() -> None:
    Partnership.objects.create(partner=make_partner(), edition=make_edition(), role=Role.ORGANISER)
    run("2027")
    Partnership.objects.filter(edition__year=2027).delete()
    run("2027")
    assert not Partnership.objects.filter(edition__year=2027).exists()


def test_opening_moves_the_public_revision() -> None:
    number, _ = PublicRevision.current()
    run("2027")
    assert PublicRevision.current()[0] > number


def test_an_edition_made_by_hand_is_opened() -> None:
    make_edition(year=2027, first=date(2027, 5, 31), last=date(2027, 6, 4))
    assert "Geopend" in run("2027")
    assert Edition.objects.get().is_open(date(2027, 6, 4))


def test_an_edition_without_activities_can_move() -> None:
    run("2027")
    run("2027", "--first", "2027-06-07", "--last", "2027-06-13")
    edition = Edition.objects.get()
    assert (edition.first, edition.submissions_until) == (date(2027, 6, 7), date(2027, 6, 13))


def test_an_edition_with_activities_does_not_move() -> None:
    run("2027")
    make_activity(edition=Edition.objects.get())
    with pytest.raises(CommandError, match="maandag 31 mei t/m vrijdag 4 juni 2027"):
        run("2027", "--first", "2027-06-07", "--last", "2027-06-13")


def test_an_edition_that_was_stays_closed() -> None:
    make_edition(year=2019)
    assert "niet open voor aanmeldingen" in run("2019")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("2027", "--first", "2027-06-01"), "allebei"),
        (("2027", "--first", "2027-06-04", "--last", "2027-06-01"), "voor de eerste dag"),
        (("2027", "--first", "2028-06-01", "--last", "2028-06-04"), "niet in 2027"),
        (("2027", "--first", "2027-02-29", "--last", "2027-03-04"), "2027-02-29 is geen dag"),
        (("2025",), "al voorbij"),
        (("1", "--first", "0001-06-01", "--last", "0001-06-04"), "tussen 2010 en 2099"),
        (("0",), "tussen 2010 en 2099"),
        (("99999",), "tussen 2010 en 2099"),
    ],
)
def test_impossible_days_are_refused(arguments: tuple[str, ...], why: str) -> None:
    with pytest.raises(CommandError, match=why):
        run(*arguments)
    assert not Edition.objects.exists()
