"""Finished answers, kept in the process until something changes."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar, cast

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from agenda.validators import Generation, Validators

Value = TypeVar("Value")
KEPT_BYTES = 4 * 1024 * 1024
MOST_PATHS = 500
# What a client needs with "nothing changed"; all else it has already (RFC 9110, 15.4.5).
WITH_304 = ("etag", "last-modified", "cache-control", "vary")


class Asked(NamedTuple):
    """What makes one answer another: nothing else of a request may play a part in it.

    `query` is normalised. Over https there is one header more.
    """

    path: str
    query: str
    coding: str
    is_secure: bool


def for_proxies() -> tuple[str, str]:
    """How long nginx may keep a copy: until the second is over ("1" would be up to two to it).

    It must stand before Cache-Control, whose max-age=0 nginx would otherwise believe.
    """
    return "X-Accel-Expires", f"@{int(time.time())}"


@dataclass(frozen=True, slots=True)
class Copy:
    """An answer as it leaves the site: its encoded bytes and all its headers."""

    content: bytes
    headers: list[tuple[str, str]]
    generation: Generation
    validators: Validators
    unchanged: list[tuple[str, str]] = field(init=False)  # the headers of a 304

    def __post_init__(self) -> None:
        kept = [
            (name, value)
            for name, value in self.headers
            if name.lower() in WITH_304 or name.lower().startswith("access-control-")
        ]
        object.__setattr__(self, "unchanged", kept)

    @property
    def weight(self) -> int:
        return len(self.content) + 2048

    def answer(self, request: HttpRequest) -> HttpResponse:
        """As the first one was, or that the client has it already."""
        response: HttpResponse
        if self.validators.match(request.META):
            response = HttpResponseNotModified(headers=dict([for_proxies(), *self.unchanged]))
        else:
            content = self.content if request.method == "GET" else b""
            response = HttpResponse(content, headers=dict([for_proxies(), *self.headers]))
        response["Last-Modified"] = self.validators.last_modified
        return response


class KeptCopies:
    """Least recently used first out, bounded in bytes, shared by the threads of one process."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._copies: OrderedDict[Asked, Copy] = OrderedDict()
        self._weight = 0
        self._parameters: dict[str, Collection[str]] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._copies)

    def __contains__(self, asked: Asked) -> bool:
        """Whether there is a copy, right or not."""
        return asked in self._copies

    def get(self, asked: Asked, generation: Generation) -> Copy | None:
        """The copy of this generation; an older one makes room at once."""
        with self._lock:
            copy = self._copies.get(asked)
            if copy is None:
                return None
            if copy.generation != generation:
                del self._copies[asked]
                self._weight -= copy.weight
                return None
            self._copies.move_to_end(asked)
            return copy

    def put(self, asked: Asked, copy: Copy) -> None:
        if copy.weight > self._limit // 4:
            return
        with self._lock:
            replaced = self._copies.pop(asked, None)
            self._weight += copy.weight - (replaced.weight if replaced else 0)
            self._copies[asked] = copy
            while self._weight > self._limit:
                self._weight -= self._copies.popitem(last=False)[1].weight

    def parameters_of(self, path: str) -> Collection[str] | None:
        """What may stand in the query string of this path, where that is known already."""
        return self._parameters.get(path)

    def learn(self, path: str, parameters: Collection[str]) -> None:
        """Only paths that answered with a page come here, and few of those take parameters."""
        if parameters and len(self._parameters) < MOST_PATHS:
            self._parameters[path] = parameters

    def clear(self) -> None:
        with self._lock:
            self._copies.clear()
            self._parameters.clear()
            self._weight = 0


kept_copies = KeptCopies()


class KeptValues:
    """Numbers that many pages tell and that only a change can move: asked once a generation."""

    def __init__(self, most: int = 256) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, tuple[Generation, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of this generation, by `make` where there is none; treat it as read-only."""
        generation = Generation.current()
        with self._lock:
            kept = self._values.get(key)
            if kept is not None and kept[0] == generation:
                self._values.move_to_end(key)
                return cast("Value", kept[1])
        value = make()
        # What is read inside a transaction may never be committed.
        if generation.may_be_kept and not connection.in_atomic_block:
            with self._lock:
                self._values[key] = generation, value
                self._values.move_to_end(key)
                while len(self._values) > self._most:
                    self._values.popitem(last=False)
        return value

    def clear(self) -> None:
        with self._lock:
            self._values.clear()


kept_values = KeptValues()
