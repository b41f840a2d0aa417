import csv
import io

import pytest

from agenda.calendars import csv as calendars_csv
from agenda.models import Activity
from tests.agenda.feeds import feed_of
from tests.factories import make_activity, make_municipality, make_partner

pytestmark = pytest.mark.django_db


def rows(*activities: Activity) -> list[dict[str, str]]:
    content = b"".join(calendars_csv.table(feed_of(*activities)))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_one_line_an_activity_with_the_names_of_things() -> None:
    activity = make_activity(title="Inloop; koffie", municipality=make_municipality("Utrecht"))
    activity.partners.add(make_partner(name="Ingrado"), make_partner(name="Ouders & Onderwijs"))
    (row,) = rows(activity)
    assert row["titel"] == "Inloop; koffie"
    assert row["stand"] == "gepubliceerd"
    assert (row["eerste dag"], row["begintijd"], row["hele dag"]) == ("2019-06-03", "", "")
    assert (row["gemeente"], row["provincie"]) == ("Utrecht", "Utrecht")
    assert row["partners"] == "Ingrado, Ouders & Onderwijs"
    assert row["gewijzigd"] == "2019-05-01 10:00"


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 30 123", "-2", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "＝1", "\xa0=1"]
)
def test_nothing_in_it_is_a_formula(text: str) -> None:
    (row,) = rows(make_activity(title=text, summary=text))
    assert row["titel"].startswith("'")
    assert row["samenvatting"].startswith("'")


def test_quotes_newlines_and_controls_stay_in_their_cell() -> None:
    first, second = rows(make_activity(title='a"b\r\nc\x07;d'), make_activity(title="e"))
    assert first["titel"] == 'a"b\nc;d'
    assert second["titel"] == "e"
