import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from mail.models import InboundMessage
from submissions.models import Submission
from tests.factories import make_edition, make_municipality, make_region
from tests.mail.samples import CORPUS

pytestmark = pytest.mark.django_db


def run(*numbers: str, **options: Any) -> dict[str, Any]:
    paths = [next(CORPUS.glob(f"{number}-*.eml")) for number in numbers]
    out = StringIO()
    call_command("read_mail", *map(str, paths), "--json", stdout=out, **options)
    return json.loads(out.getvalue())


@pytest.fixture(autouse=True)
def world() -> None:
    make_edition(year=2019)
    make_municipality("Ede", code="GM0228", province=make_region("Gelderland"))


def test_it_tells_what_a_mail_would_become_and_writes_nothing() -> None:
    mail = run("001")["mails"]["001-outlook-volledig"]
    assert mail["kind"] == "submission"
    assert mail["edition"] == 2019
    (activity,) = mail["activities"]
    assert activity["title"] == "Samen aan tafel: van thuiszitten naar meedoen"
    assert (activity["start"], activity["end"]) == ("2019-06-04T14:00", "2019-06-04T16:30")
    assert activity["address"] == "Molenstraat 118, 6711 XB Ede"
    assert (activity["municipality"], activity["province"]) == ("Ede", "Gelderland")
    assert activity["online"] is False
    assert "Flyer Samen aan tafel.pdf" in [one["name"] for one in mail["attachments"]]
    assert not Submission.objects.exists()
    assert not InboundMessage.objects.exists()


def test_files_together_are_read_as_if_they_came_in_that_order() -> None:
    mails = run("001", "013")["mails"]
    change = mails["013-wijziging"]
    assert (change["kind"], change["refers_to"]) == ("update", "001-outlook-volledig")


def test_whole_days_end_on_their_last_day() -> None:
    (activity,) = run("008")["mails"]["008-expositie-drie-dagen"]["activities"]
    assert (activity["start"], activity["end"], activity["all_day"]) == (
        "2019-06-03",
        "2019-06-05",
        True,
    )


def test_an_edition_that_does_not_exist_is_told() -> None:
    with pytest.raises(CommandError, match="geen editie 1900"):
        run("001", edition=1900)


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(CommandError):
        call_command("read_mail", "bestaat-niet.eml", "--json")


def test_the_coming_week_counts_before_its_edition_is_opened(time_machine: Any) -> None:
    time_machine.move_to("2026-11-27T12:00:00Z")
    assert "2027" in run("001")["editions"]
