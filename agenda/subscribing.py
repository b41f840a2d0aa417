"""The ways to have a selection in one's own calendar.

What works where was taken from what people report: Google wants a webcal address inside its link,
iPhones refuse webcals:, new Outlook strips webcal:, so that the copyable https address is the one
that always works.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.urls import reverse

from agenda.selection import Selection

GOOGLE_TAKES = 256  # characters of an address; of a longer one it shows nothing, without a word


@dataclass(frozen=True)
class Subscription:
    """`google` is empty where Google would take the address and then show nothing."""

    name: str
    https: str
    webcal: str
    google: str
    outlook: str
    download: str


def subscription(selection: Selection) -> Subscription:
    path = reverse("agenda:feed-ics", args=[selection.edition.year])
    query = selection.query_string()
    local = f"{path}?{query}" if query else path
    https = f"{settings.SITE_URL}{local}"
    webcal = f"webcal://{urlsplit(settings.SITE_URL).netloc}{local}"
    name = f"Actieweek Thuiszitters {selection.edition.year}"
    return Subscription(
        name=name,
        https=https,
        webcal=webcal,
        google=_google(webcal),
        outlook=(
            "https://outlook.live.com/calendar/0/addfromweb"
            f"?url={quote(https, safe='')}&name={quote(name)}"
        ),
        download=local,
    )


def _google(webcal: str) -> str:
    if len(webcal) > GOOGLE_TAKES:
        return ""
    return f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}"
