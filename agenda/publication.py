"""Freshness: one revision number decides whether anything must be made again.

Every public GET view wears ``@fresh``. Before the view runs, the request is answered from its
address alone where that can be done: by 304 to a client that names the ETag (`validators`), or by
bytes that were made before (`kept`). `early` does the same in front of Django as a whole, for all
that was answered once.

What follows for a view: it depends on nothing but its address, the parameters that it names, the
database and *the date*. It reads no other header, no cookie, no session, no host (absolute
addresses come from ``settings.SITE_URL``), and no time of day. Parameters that it did not name are
taken away before it runs, and it always sees an anonymous visitor, so that an editor's name can
never end up in everybody's copy. Whoever changes what visitors see calls ``PublicRevision.bump()``
in the same transaction.
"""

from collections.abc import Callable, Collection
from functools import wraps
from itertools import chain
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    QueryDict,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from agenda.coding import IDENTITY, best_coding, encode, encode_all
from agenda.kept import Asked, Copy, for_proxies, kept_copies
from agenda.validators import Generation, Validators

View = Callable[..., HttpResponseBase]

PAGE = "public, max-age=0, must-revalidate"
FEED = "public, max-age=300"
AT_ONCE = 1024 * 1024  # of an answer that comes in parts; a longer one is sent in parts too
KEEP = "_keep_as"


class KeepAs(NamedTuple):
    """Hangs on an answer until it has all its headers."""

    asked: Asked
    generation: Generation
    validators: Validators


def normalised(given: QueryDict, parameters: Collection[str]) -> QueryDict:
    """Only the known parameters that have a value, in one order: equal questions, one address."""
    known = QueryDict(mutable=True)
    for name in sorted(parameters):
        values = sorted({value for value in given.getlist(name) if value})
        if values:
            known.setlist(name, values)
    known._mutable = False
    return known


class KeepAnswers:
    """Outermost middleware: keeps what a fresh view made, with all that the others added to it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        keep: KeepAs | None = getattr(response, KEEP, None)
        # What was read inside a transaction may never be committed.
        if keep and isinstance(response, HttpResponse) and not connection.in_atomic_block:
            assert not response.cookies
            told = dict(response.items()) | {"Last-Modified": keep.validators.true_last_modified}
            told.pop(for_proxies()[0], None)  # of this moment only
            copy = Copy(response.content, [*told.items()], keep.generation, keep.validators)
            kept_copies.put(keep.asked, copy)
        return response


def fresh(*, parameters: Collection[str] = (), cache_control: str = PAGE) -> Callable[[View], View]:
    """Answer GET and HEAD of a public view as the module tells; `parameters` are all it may read.

    Decorators that mark the response object (frame and content policy) go outside this one.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asked = _asked(request, parameters)
            generation = Generation.current()
            copy = kept_copies.get(asked, generation)
            if copy is not None:
                return copy.answer(request)
            validators = Validators.of(generation, f"{asked.path}?{asked.query}", asked.coding)
            response = _made(view, request, args, kwargs, validators, asked.coding)
            if response.status_code in {200, 304}:
                _mark(response, validators, cache_control)
                kept_copies.learn(asked.path, parameters)
            elif not response.has_header("Cache-Control"):
                response["Cache-Control"] = "no-cache"
            patch_vary_headers(response, ["Accept-Encoding"])
            is_whole = response.status_code == 200 and request.method == "GET"
            if is_whole and generation.may_be_kept:
                setattr(response, KEEP, KeepAs(asked, generation, validators))
            return response

        return require_safe(answer)

    return decorate


def _mark(response: HttpResponseBase, validators: Validators, cache_control: str) -> None:
    name, until = for_proxies()
    response[name] = until
    response["ETag"] = validators.etag
    response["Last-Modified"] = validators.last_modified
    response["Cache-Control"] = cache_control


def _asked(request: HttpRequest, parameters: Collection[str]) -> Asked:
    """Takes away from the request what the view may not know."""
    known = normalised(request.GET, parameters)
    request.GET = known  # type: ignore[assignment]
    request.META["QUERY_STRING"] = query = known.urlencode()
    request.user = AnonymousUser()
    coding = best_coding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    return Asked(request.path, query, coding, request.is_secure())


def _made(
    view: View,
    request: HttpRequest,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    validators: Validators,
    coding: str,
) -> HttpResponseBase:
    if validators.named_by(request.META):
        return HttpResponseNotModified()
    response = view(request, *args, **kwargs)
    if response.status_code != 200:
        return response
    # Only now: of a page that is not there no copy can be right, whatever its date.
    if validators.match(request.META):
        return HttpResponseNotModified()
    whole = _encoded(response, coding)
    if whole is None:
        return response
    if request.method == "HEAD":
        whole.content = b""
    return whole


def _encoded(response: HttpResponseBase, coding: str) -> HttpResponse | None:
    """In the coding, with its length; None when it is sent in parts, as it is."""
    if isinstance(response, StreamingHttpResponse):
        whole = _gathered(response, coding)
        if whole is None:
            return None
    else:
        assert isinstance(response, HttpResponse)
        whole = response
        if hasattr(whole, "render"):
            whole.render()
        whole.content = encode(whole.content, coding)
    if coding != IDENTITY:
        whole["Content-Encoding"] = coding
    whole["Content-Length"] = str(len(whole.content))
    return whole


def _gathered(response: StreamingHttpResponse, coding: str) -> HttpResponse | None:
    """None when it is too long to be held as it is: then `response` still gives all of it."""
    parts = iter(response.streaming_content)  # type: ignore[arg-type]
    headers = dict(response.items())
    if coding != IDENTITY:
        return HttpResponse(encode_all(parts, coding), headers=headers)
    begin: list[bytes] = []
    length = 0
    for part in parts:
        begin.append(part)
        length += len(part)
        if length > AT_ONCE:
            response.streaming_content = chain(begin, parts)
            return None
    return HttpResponse(b"".join(begin), headers=headers)
