from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.calendars import atom
from agenda.models import Status
from agenda.when import When
from tests.agenda.feeds import CHANGED, TEXT, an_activity, feed_of

NS = {"a": "http://www.w3.org/2005/Atom"}


def read(*activities, **fields) -> ElementTree.Element:
    return ElementTree.fromstring(atom.document(feed_of(*activities, **fields)))


def test_feed_has_what_the_standard_asks() -> None:
    root = read(an_activity())
    assert root.findtext("a:title", namespaces=NS) == "Actieweek 2019"
    assert root.findtext("a:updated", namespaces=NS) == "2019-05-01T08:00:00Z"
    assert root.findtext("a:id", namespaces=NS).startswith("urn:uuid:")
    assert root.findtext("a:author/a:name", namespaces=NS)
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NS)}
    assert links == {
        "self": "https://actieweek.example/2019/agenda.ics",
        "alternate": "https://actieweek.example/2019/agenda/",
    }


def test_entry_tells_the_activity_and_keeps_its_name() -> None:
    activity = an_activity(summary="Voor ouders", town="Utrecht")
    entry = read(activity).find("a:entry", NS)
    assert entry.findtext("a:id", namespaces=NS) == activity.public_id.urn
    assert entry.findtext("a:summary", namespaces=NS).splitlines() == [
        "dinsdag 4 juni 2019, 13.30 – 15.00 uur · Utrecht",
        "Voor ouders",
    ]
    related = entry.find("a:link[@rel='related']", NS)
    assert related.get("href") == "http://127.0.0.1:8000/2019/agenda/inloop.ics"


def test_latest_change_comes_first() -> None:
    old, new = an_activity(title="Oud"), an_activity(title="Nieuw")
    new.modified = datetime(2019, 5, 2, tzinfo=CHANGED.tzinfo)
    titles = [e.findtext("a:title", namespaces=NS) for e in read(old, new).findall("a:entry", NS)]
    assert titles == ["Nieuw", "Oud"]


def test_cancelled_and_undated_say_so() -> None:
    entry = read(an_activity(When(), status=Status.CANCELLED, status_note="Ziek.")).find(
        "a:entry", NS
    )
    assert entry.findtext("a:title", namespaces=NS) == "GEANNULEERD: Inloop"
    assert entry.findtext("a:summary", namespaces=NS).splitlines() == [
        "Deze activiteit gaat niet door. Ziek.",
        "datum volgt · Plaats niet bekend",
    ]
    assert entry.find("a:link[@rel='related']", NS) is None


@pytest.mark.parametrize("today", [date(2019, 5, 1)])
def test_an_empty_feed_can_be_read(today: date) -> None:
    assert read(today=today).findall("a:entry", NS) == []


@settings(max_examples=60)
@given(title=TEXT, summary=TEXT, name=st.text(max_size=20))
def test_no_text_breaks_the_feed(title: str, summary: str, name: str) -> None:
    root = read(an_activity(title=title, summary=summary), name=name)
    assert len(root.findall("a:entry", NS)) == 1
