"""Whatever is typed, the form answers; and what it takes, the agenda can hold."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from submissions.facts import Facts
from submissions.forms.submit import SubmitForm
from submissions.services.activities import check, known_facts, write
from tests.factories import make_edition, make_kind, make_municipality

pytestmark = pytest.mark.django_db

NEEDED = {"title": "Open dag", "kind": "open-dag", "contact_name": "Sam", "contact_email": "a@b.nl"}
HOSTILE = (
    *("\0", "\u202e", "on", ",", "²³", "٤-٦-٢٠٢٧", "29-2-2027", "2027-06-04", "0000-00-00"),
    *("13.30", "25:00", "javascript:alert(1)", "http://[", "//", "https://é.nl/ü", "1234 AB"),
    *("Utrecht", "Utrecht,", "locatie", "rmc-", "province-utrecht", "99999999999999999999-1-1"),
)
ODD = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(typed=st.dictionaries(st.sampled_from(sorted(SubmitForm.base_fields)), ODD))
def test_anything_typed_is_answered_or_can_be_published(typed):
    make_kind("open-dag")
    make_municipality("Utrecht")
    form = SubmitForm(NEEDED | typed)
    if not form.is_valid():
        assert list(form.faults())
        return
    facts = form.facts()
    check(facts)
    assert Facts.from_json(facts.to_json()) == facts


def test_what_is_shown_again_is_the_same_when_sent_again():
    make_kind("open-dag")
    town = make_municipality("Overbetuwe")
    form = SubmitForm(
        NEEDED
        | {
            "first_day": "2027-06-01",
            "last_day": "2027-06-02",
            "start_time": "9.30",
            "place": "Elst, Overbetuwe",
            "contact_public": ["name"],
        }
    )
    assert form.is_valid(), form.errors
    activity = write(form.facts(), edition=make_edition(year=2027))
    assert activity.municipality == town
    initial = SubmitForm.initial_of(known_facts(activity))
    again = SubmitForm(
        {name: field for name, field in initial.items() if field}
        | {"contact_name": "Sam", "contact_email": "a@b.nl"},
        initial=initial,
    )
    assert again.is_valid(), again.errors
    assert again.facts().when == form.facts().when
    assert again.facts().municipality == town.code
    assert again.facts().town == "Elst"
