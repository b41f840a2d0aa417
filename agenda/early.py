"""What was answered before goes out again before Django itself is touched: no request is made of
it, no signal sent, no middleware called.

It stands around the whole application (`actieweek.wsgi`), so it may only send what everybody may
have, byte for byte: what `publication` kept, with every header that the middleware gave it. In
doubt it stands aside, and Django says what is wrong.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.http import QueryDict
from django.http.request import split_domain_port, validate_host

from agenda.coding import best_coding
from agenda.kept import Asked, Copy, for_proxies, kept_copies
from agenda.publication import normalised
from agenda.validators import Generation

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

LONGEST_QUERY = 1500  # a longer one takes the long way round


class EarlyAnswers:
    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        copy = kept_for(environ)
        if copy is None:
            return self._application(environ, start_response)
        if copy.validators.match(environ):
            start_response("304 Not Modified", [for_proxies(), *copy.unchanged])
            return ()
        start_response("200 OK", [for_proxies(), *copy.headers])
        return (copy.content,) if environ["REQUEST_METHOD"] == "GET" else ()


def kept_for(environ: Environ) -> Copy | None:
    """The copy that answers this request, when it is still right; at most one query."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or environ.get("SCRIPT_NAME"):
        return None
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if query:
        query = _known_query(path, query)
        if query is None:
            return None
    is_secure = _is_secure(environ)
    if settings.SECURE_SSL_REDIRECT and not is_secure:
        return None
    asked = Asked(path, query, best_coding(environ.get("HTTP_ACCEPT_ENCODING", "")), is_secure)
    if asked not in kept_copies:
        return None
    if not _is_ours(environ.get("HTTP_HOST", ""), tuple(settings.ALLOWED_HOSTS)):
        return None
    generation = _generation()
    copy = kept_copies.get(asked, generation) if generation else None
    return None if copy is None or copy.validators.lie_ahead else copy


def _known_query(path: str, query: str) -> str | None:
    """Normalised; None where it is not known what this path takes, or nobody could mean it."""
    parameters = kept_copies.parameters_of(path)
    if parameters is None or len(query) > LONGEST_QUERY or not query.isascii():
        return None
    return normalised(QueryDict(query), parameters).urlencode()


def _is_secure(environ: Environ) -> bool:
    """As `HttpRequest.is_secure` has it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        header, secure_value = settings.SECURE_PROXY_SSL_HEADER
        told: str | None = environ.get(header)
        if told is not None:
            return told.split(",", 1)[0].strip() == secure_value
    return bool(environ["wsgi.url_scheme"] == "https")


@lru_cache(maxsize=64)
def _is_ours(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def _generation() -> Generation | None:
    """None when the database does not answer: Django's own signals put its connection right."""
    if Generation.is_at_hand():
        return Generation.current()
    try:
        close_old_connections()
        return Generation.current()
    except DatabaseError:
        return None
    finally:
        close_old_connections()
