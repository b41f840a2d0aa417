"""The watch at forms for visitors, who have no cookie and no account.

Instead of Django's CSRF cookie: a browser tells which site a form was sent from, and the form
carries a signed ticket. The ticket also makes that a form sent twice is one item.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt

from submissions.proxies import client_address
from submissions.uploads import MAX_FILES, MAX_TOTAL, MB

View = Callable[..., HttpResponse]

TICKET_AGE = 24 * 60 * 60  # seconds
LARGEST_REQUEST = MAX_TOTAL + 5 * MB  # the files, and all that is typed around them
FLOOD_WINDOW = 10 * 60  # seconds
FLOOD_LIMIT = 60  # forms a window from one address: a school shares one
TOO_LARGE = (
    f"Samen zijn de bestanden te groot: er past {MAX_TOTAL // MB} MB in één keer. Ga terug en "
    "kies minder bestanden, of maak ze kleiner."
)
TOO_MANY = f"Je kunt hoogstens {MAX_FILES} bestanden sturen. Ga terug en kies er minder."


@dataclass(frozen=True, slots=True)
class Ticket:
    """The form that was shown; `fresh` is false when it stood open for too long."""

    key: UUID
    purpose: str
    fresh: bool = True

    @classmethod
    def new(cls, purpose: str) -> "Ticket":
        return cls(uuid.uuid4(), purpose)

    @classmethod
    def read(cls, value: str, purpose: str) -> "Ticket":
        """The ticket that came back. One that is not ours is replaced by a new one, not fresh."""
        try:
            return cls(UUID(cls._load(value, purpose, TICKET_AGE)), purpose)
        except signing.SignatureExpired:
            # The same form, so that its files and its being sent once are not lost.
            return cls(UUID(cls._load(value, purpose, None)), purpose, fresh=False)
        except (signing.BadSignature, ValueError):
            return cls(uuid.uuid4(), purpose, fresh=False)

    @staticmethod
    def _load(value: str, purpose: str, max_age: int | None) -> str:
        return str(signing.loads(value, salt=f"submissions.ticket.{purpose}", max_age=max_age))

    @property
    def value(self) -> str:
        return signing.dumps(str(self.key), salt=f"submissions.ticket.{self.purpose}")


def visitor_form(view: View) -> View:
    """For a view whose form is sent without a session: our own checks in place of Django's."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refusal = _refusal(request) if request.method == "POST" else None
        return refusal or view(request, *args, **kwargs)

    return guarded


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if not _from_this_site(request):
        return refuse(
            request,
            403,
            "Dit formulier kwam van een andere website",
            "Daarom hebben we het niet aangenomen. Open het formulier op deze site en verstuur "
            "het opnieuw.",
        )
    if _told_size(request) > LARGEST_REQUEST:
        return refuse(request, 413, "Dit is te groot", TOO_LARGE)
    try:
        _ = request.POST  # reads the request
    except RequestDataTooBig:
        text = "Er staat te veel tekst in het formulier. Ga terug en maak de tekst korter."
        return refuse(request, 413, "Dit is te groot", text)
    except TooManyFilesSent:
        return refuse(request, 413, "Dit zijn te veel bestanden", TOO_MANY)
    except (SuspiciousOperation, MultiPartParserError):
        text = "Er ging iets mis bij het versturen. Ga terug en verstuur het opnieuw."
        return refuse(request, 400, "Het formulier kwam niet goed aan", text)
    return None


def _told_size(request: HttpRequest) -> int:
    """In bytes; 0 for what is no number, of which Django reads nothing either."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _from_this_site(request: HttpRequest) -> bool:
    """What browsers tell of where a form was sent from; robots and old browsers tell nothing.

    `Sec-Fetch-Site` goes first: with a `no-referrer` page, `Origin` says no more than "null".
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    if origin := request.headers.get("Origin"):
        own = {f"{request.scheme}://{request.get_host()}", _origin(settings.SITE_URL)}
        return origin in own
    return True


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def is_flood(request: HttpRequest, name: str, limit: int | None = None) -> bool:
    """Count one; whether the visitor's address has sent more than the limit in ten minutes."""
    key = f"flood.{name}.{salted_hmac('flood', client_address(request)).hexdigest()[:24]}"
    cache.add(key, 0, FLOOD_WINDOW)
    try:
        return cache.incr(key) > (FLOOD_LIMIT if limit is None else limit)
    except ValueError:  # it went out of the cache between the two lines
        return False


def refuse(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    context = {"title": title, "text": text}
    return render(request, "submissions/refused.html", context, status=status)


def private(response: HttpResponse) -> HttpResponse:
    """For pages behind a secret link: kept by nobody, found by nobody, told to nobody."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def flooded(request: HttpRequest) -> HttpResponse:
    text = (
        "Vanaf jouw internetverbinding kwamen net erg veel formulieren. Wacht tien minuten, ga "
        "terug en verstuur het opnieuw."
    )
    response = refuse(request, 429, "Even wachten", text)
    response["Retry-After"] = str(FLOOD_WINDOW)
    return response
