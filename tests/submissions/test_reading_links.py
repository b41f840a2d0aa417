"""Which addresses in a text are the activity's page, which its registration, and which neither."""

import pytest

from submissions.reading.drafting import draft
from submissions.reading.links import found_pages

WRAPPED = (
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example.nl%2Fa"
    "%3Futm_source%3Dmail&data=05%7C01&reserved=0"
)


@pytest.mark.parametrize(
    ("text", "website", "registration"),
    [
        ("RSVP: https://x.example.nl/coffee", "", "https://x.example.nl/coffee"),
        ("Kaarten: x.example.nl/kaarten", "", "https://x.example.nl/kaarten"),
        (f"Aanmelden via {WRAPPED}", "", "https://x.example.nl/a"),
        ("Meld je aan: https://x.example.nl/a?utm_id=1&id=3.", "", "https://x.example.nl/a?id=3"),
        ("Boek je plek op https://x.example.nl/r", "", "https://x.example.nl/r"),
        ("Schrijf je in: https://x.example.nl/r", "", "https://x.example.nl/r"),
        ("Aanmelden: info@x.example.nl", "", ""),
        ("Meer weten? x.example.nl/week", "https://x.example.nl/week", ""),
        ("W: x.example.org", "https://x.example.org", ""),
        ("Deelnemen via https://teams.microsoft.com/l/meetup-join/19", "", ""),
        ("Route: https://www.google.com/maps/place/x", "", ""),
        ("Download de flyer: https://x.example.nl/flyer.pdf", "", ""),
        ("Afmelden voor deze nieuwsbrief: https://x.example.nl/af", "", ""),
        ("https://lijst.example.org/mailman/listinfo/x", "", ""),
    ],
)
def test_what_an_address_is_for(text: str, website: str, registration: str) -> None:
    facts = draft(found_pages(text, (), 0.9))[0].facts
    assert (facts.website, facts.registration_url) == (website, registration)
