"""Freshness: one revision number decides whether anything must be made again.

Every public GET view wears ``@fresh``. Before the view runs, the request is answered from its
address alone where that can be done:

- The ETag is a hash of revision, release, date in Amsterdam, normalised address and content coding.
  A client that names it hears 304: nothing rendered, one query by primary key at most.
- Last-Modified is the later of the last change and today's midnight in Amsterdam. It holds no start
  of a process and no release, because all machines must tell the same one. A client that asks by
  date alone therefore meets a new release's look at the next change or the next day.
- Bytes made before under the same ETag are sent again, already encoded.

What follows for a view: it depends on nothing but its address, the parameters that it names, the
database and *the date*. It reads no other header, no cookie, no session, no host (absolute
addresses come from ``settings.SITE_URL``), and no time of day. Parameters that it did not name are
taken away before it runs, and it always sees an anonymous visitor, so that an editor's name can
never end up in everybody's copy. Whoever changes what visitors see calls ``PublicRevision.bump()``
in the same transaction.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, time
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from agenda.coding import IDENTITY, best_coding, encode
from agenda.models.revision import PublicRevision
from agenda.when import AMSTERDAM

View = Callable[..., HttpResponse]

PAGE = "public, max-age=0, must-revalidate"
FEED = "public, max-age=300"
KEPT_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Copy:
    """A rendered answer: its encoded bytes and the headers that the view gave it."""

    content: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> int:
        return len(self.content) + 512


class KeptCopies:
    """Least recently used first out, bounded in bytes, shared by the threads of one process."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._copies: OrderedDict[str, Copy] = OrderedDict()
        self._weight = 0
        self._lock = threading.Lock()

    def get(self, etag: str) -> Copy | None:
        with self._lock:
            copy = self._copies.get(etag)
            if copy is not None:
                self._copies.move_to_end(etag)
            return copy

    def put(self, etag: str, copy: Copy) -> None:
        if copy.weight > self._limit // 4:
            return
        with self._lock:
            replaced = self._copies.pop(etag, None)
            self._weight += copy.weight - (replaced.weight if replaced else 0)
            self._copies[etag] = copy
            while self._weight > self._limit:
                self._weight -= self._copies.popitem(last=False)[1].weight

    def clear(self) -> None:
        with self._lock:
            self._copies.clear()
            self._weight = 0


kept_copies = KeptCopies()


@dataclass(frozen=True, slots=True)
class Validators:
    """What a client may ask with whether its copy is still right."""

    etag: str
    changed: datetime
    may_be_kept: bool

    @classmethod
    def of(cls, address: str, coding: str) -> "Validators":
        moment = PublicRevision.current()
        today = timezone.localdate(timezone=AMSTERDAM)
        parts = (
            str(moment.number),
            moment.changed_at.isoformat(),
            settings.RELEASE,
            today.isoformat(),
            address,
            coding,
        )
        digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
        midnight = datetime.combine(today, time.min, tzinfo=AMSTERDAM)
        # Where no change was ever reported, nothing would make a kept copy give way.
        return cls(f'"{digest}"', max(moment.changed_at, midnight), moment.number > 1)

    @property
    def last_modified(self) -> str:
        """Never later than now (RFC 9110, 8.8.2.1): it may be ahead after changes in one second."""
        return http_date(int(min(self.changed, timezone.now()).timestamp()))

    def match(self, request: HttpRequest) -> bool:
        """Whether the client's copy is right. If-None-Match, when given, is all that counts."""
        tags = request.headers.get("If-None-Match")
        if tags is not None:
            named = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return self.etag in named or "*" in named
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        # A date that lies ahead is no date of ours; believed, it would freeze that client's copy.
        if since is None or since > timezone.now().timestamp():
            return False
        return int(self.changed.timestamp()) <= since


def normalised(request: HttpRequest, parameters: Collection[str]) -> QueryDict:
    """Only the known parameters that have a value, in one order: equal questions, one address."""
    known = QueryDict(mutable=True)
    for name in sorted(parameters):
        values = sorted({value for value in request.GET.getlist(name) if value})
        if values:
            known.setlist(name, values)
    known._mutable = False
    return known


def fresh(*, parameters: Collection[str] = (), cache_control: str = PAGE) -> Callable[[View], View]:
    """Answer GET and HEAD of a public view as the module tells; `parameters` are all it may read.

    Decorators that mark the response object (frame and content policy) go outside this one.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            known = normalised(request, parameters)
            request.GET = known  # type: ignore[assignment]
            request.META["QUERY_STRING"] = known.urlencode()
            request.user = AnonymousUser()
            coding = best_coding(request.headers.get("Accept-Encoding", ""))
            validators = Validators.of(f"{request.path}?{known.urlencode()}", coding)
            response = _answer(view, request, args, kwargs, validators, coding)
            if response.status_code in {200, 304}:
                response["ETag"] = validators.etag
                response["Last-Modified"] = validators.last_modified
                response["Cache-Control"] = cache_control
                response["X-Accel-Expires"] = "1"
            elif not response.has_header("Cache-Control"):
                response["Cache-Control"] = "no-cache"
            patch_vary_headers(response, ["Accept-Encoding"])
            return response

        return require_safe(answer)

    return decorate


def _answer(
    view: View,
    request: HttpRequest,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    validators: Validators,
    coding: str,
) -> HttpResponse:
    if validators.match(request):
        return HttpResponseNotModified()
    copy = kept_copies.get(validators.etag)
    if copy is None:
        response = view(request, *args, **kwargs)
        if response.status_code != 200 or response.streaming:
            return response
        copy = _encoded(response, coding)
        # What was read inside a transaction may never be committed.
        if validators.may_be_kept and not connection.in_atomic_block:
            kept_copies.put(validators.etag, copy)
    return _sent(copy, with_content=request.method != "HEAD")


def _encoded(response: HttpResponse, coding: str) -> Copy:
    if hasattr(response, "render"):
        response.render()
    if coding != IDENTITY:
        response["Content-Encoding"] = coding
    return Copy(encode(response.content, coding), tuple(response.items()))


def _sent(copy: Copy, *, with_content: bool) -> HttpResponse:
    response = HttpResponse(copy.content if with_content else b"", headers=dict(copy.headers))
    response["Content-Length"] = str(len(copy.content))
    return response
