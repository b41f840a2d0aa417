"""What speaks for two being one activity, and what against it."""

from dataclasses import replace
from datetime import date, time

import pytest

from agenda.likeness import Traits, compare, like_activities, traits_of
from agenda.models import Status
from agenda.models.keys import organiser_key, title_key
from tests.factories import make_activity, make_edition

ONE = Traits(
    title="Tuinfeest op De Lindeboom",
    organiser="Basisschool De Lindeboom",
    place="GM0228",
    first=date(2019, 6, 4),
    last=date(2019, 6, 4),
    start=time(13, 30),
    year=2019,
)


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, title="tuinfeest, op de LINDEBOOM!"),
        replace(ONE, title="Feest in de tuin", organiser="OBS De Lindeboom"),
        replace(ONE, place="", venue="", start=None),
        replace(ONE, first=None, last=None, start=None),
        replace(ONE, start=time(14, 0)),
        replace(ONE, last=date(2019, 6, 6), first=date(2019, 6, 3)),
    ],
)
def test_the_same_told_otherwise_is_likely(other: Traits) -> None:
    assert compare(ONE, other).is_likely
    assert compare(other, ONE).score == compare(ONE, other).score


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, first=date(2019, 6, 5), last=date(2019, 6, 5)),  # a series
        replace(ONE, first=date(2018, 6, 4), last=date(2018, 6, 4), year=2018),  # every year
        replace(ONE, first=None, last=None, year=2018),
        replace(ONE, title="Webinar voor leerplichtambtenaren"),  # another room, the same hour
        replace(ONE, organiser="Jeugdteam", place="GM0344"),  # a title that many use
        Traits(),
    ],
)
def test_another_activity_is_not(other: Traits) -> None:
    assert not compare(ONE, other).is_likely


def test_reasons_and_doubts_are_told() -> None:
    found = compare(ONE, replace(ONE, start=time(15, 0), title="Tuinfeest"))
    assert found.reasons == (
        "Titel lijkt er erg op",
        "Zelfde dag",
        "Zelfde organisator",
        "Zelfde plaats",
    )
    assert found.doubts == ("Andere begintijd: 13.30 en 15.00 uur",)


def test_one_invitation_is_one_whatever_else_differs() -> None:
    mine = replace(ONE, invitations=frozenset({"a@outlook "}))
    other = Traits(title="FW: iets", invitations=frozenset({"a@outlook "}))
    assert compare(mine, other).score == 100


def test_keys_forget_order_and_sort_of_school() -> None:
    assert title_key("De  Tuin: een feest") == title_key("feest in de tuin")
    assert organiser_key("OBS De Lindeboom") == organiser_key("basisschool de lindeboom")
    assert organiser_key("Stichting") == "stichting"


@pytest.mark.django_db
def test_only_what_visitors_see_is_found() -> None:
    make_edition()
    fields = {"title": ONE.title, "organiser": ONE.organiser, "first_day": ONE.first}
    shown = make_activity(**fields)
    make_activity(**fields, status=Status.HIDDEN)
    make_activity(title="Heel iets anders", organiser=ONE.organiser, first_day=ONE.first)
    assert [one.activity for one in like_activities(ONE)] == [shown]
    assert like_activities(traits_of(shown), apart_from=shown.pk) == []
