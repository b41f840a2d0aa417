from datetime import UTC, date, datetime

import pytest
import time_machine

from agenda.models import Status
from agenda.when import When
from tests.agenda.test_finding import words
from tests.agenda.test_pages import text
from tests.factories import make_activity, make_edition, make_kind

pytestmark = pytest.mark.django_db
NOW = "2019-05-30 12:00Z"


@time_machine.travel(NOW)
def test_changes_tell_what_is_new_moved_and_called_off(client):
    recent = datetime(2019, 5, 25, tzinfo=UTC)
    make_activity(title="Al lang")
    make_activity(title="Net nieuw", created=recent)
    make_activity(title="Andere dag", moved_at=recent, moved_from="maandag 3 juni 2019")
    make_activity(title="Afgelast", status=Status.CANCELLED, modified=recent)
    make_activity(title="Geheim", status=Status.HIDDEN, created=recent, modified=recent)
    shown = words(text(client, "/2019/wijzigingen/"))
    assert shown.index("Verplaatst") < shown.index("Andere dag")
    assert "Was: maandag 3 juni 2019" in shown
    assert shown.index("Gaat niet door") < shown.index("Afgelast") < shown.index("Net nieuw")
    assert "Al lang" not in shown
    assert "Geheim" not in shown
    assert "Al lang" in words(text(client, "/2019/wijzigingen/?sinds=2019-05-01"))
    later = words(text(client, "/2019/wijzigingen/?sinds=2019-05-29"))
    assert "Er is niets veranderd" in later
    assert "We kennen geen dag" in text(client, "/2019/wijzigingen/?sinds=morgen", 400)


def test_changes_of_an_edition_that_is_over_are_all_of_them(client):
    make_activity(title="Al lang", kind=make_kind("webinar"))
    make_activity(title="Iets anders")
    shown = words(text(client, "/2019/wijzigingen/?soort=webinar"))
    assert "Al lang" in shown
    assert "Iets anders" not in shown


def test_editions_stand_beside_each_other(client):
    for year, count in ((2017, 1), (2018, 3)):
        for _number in range(count):
            make_activity(
                edition=make_edition(year=year, first=date(year, 6, 4), last=date(year, 6, 8)),
                kind=make_kind("webinar", name="Webinar"), when=When(),
            )  # fmt: skip
    html = text(client, "/edities/")
    assert html.index("2017</a>") < html.index("2018</a>")
    assert 'href="/2018/agenda/?soort=webinar"><b>3</b>' in html
    row = html[html.index("Webinar") : html.index("</tbody>")]
    assert row.count('class="flower"') == 4


def test_any_day_can_be_the_beginning_and_searching_on_keeps_it(client):
    make_activity(
        title="Kijk mee", kind=make_kind("webinar"), created=datetime(2019, 5, 1, tzinfo=UTC)
    )
    html = text(client, "/2019/wijzigingen/?sinds=2019-04-30&soort=webinar")
    assert "Kijk mee" in html
    assert 'type="date" id="sinds" name="sinds" value="2019-04-30"' in html
    since, search = html[html.index('class="since') :], html[html.index('role="search"') :]
    assert '<input type="hidden" name="soort" value="webinar">' in since[: since.index("</form>")]
    assert 'name="sinds" value="2019-04-30"' in search[: search.index("</form>")]
